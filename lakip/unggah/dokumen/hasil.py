"""What one uploaded file of document contents, comparison figures, or links to the budget came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakip.anggaran import Kaitan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.pembanding import Angka
from lakip.unggah.hasil import HasilTahun


@dataclass(frozen=True, kw_only=True)
class HasilIsi(HasilTahun):
    """`isi` takes the place of what `dokumen` holds; `seen` is the version of it that the file was judged against."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    dokumen: Dokumen
    isi: tuple[BarisDokumen, ...] = ()
    seen: int = 0


@dataclass(frozen=True, kw_only=True)
class HasilPembanding(HasilTahun):
    """Comparison figures of one tahun; only those that the file says."""

    TANPA_ISI: ClassVar[str] = "Tidak ada pembanding yang diisi."

    angka: tuple[Angka, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HasilKaitan(HasilTahun):
    """`kaitan`: the links of the whole tahun as they would be; `dilihat`: as they were when the file was judged."""

    TANPA_ISI: ClassVar[str] = "Tidak ada porsi yang diisi."

    kaitan: tuple[Kaitan, ...] = ()
    dilihat: tuple[Kaitan, ...] = ()
