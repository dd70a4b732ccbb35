"""What one uploaded file of document contents, comparison figures, or links to the budget came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakip.anggaran import Kaitan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.pembanding import Angka
from lakip.unggah import hasil
from lakip.unggah.hasil_rencana import Perubahan


@dataclass(frozen=True, kw_only=True)
class HasilIsi(hasil.Hasil):
    """`isi` takes the place of what `dokumen` holds; `seen` is the version of it that the file was judged against."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    unit: str
    tahun: int
    dokumen: Dokumen
    isi: tuple[BarisDokumen, ...] = ()
    seen: int = 0
    perubahan: tuple[Perubahan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HasilPembanding(hasil.Hasil):
    """Comparison figures of one tahun; only those that the file says."""

    TANPA_ISI: ClassVar[str] = "Tidak ada pembanding yang diisi."

    unit: str
    tahun: int
    angka: tuple[Angka, ...] = ()
    perubahan: tuple[Perubahan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HasilKaitan(hasil.Hasil):
    """`kaitan`: the links of the whole tahun as they would be; `dilihat`: as they were when the file was judged."""

    TANPA_ISI: ClassVar[str] = "Tidak ada porsi yang diisi."

    unit: str
    tahun: int
    kaitan: tuple[Kaitan, ...] = ()
    dilihat: tuple[Kaitan, ...] = ()
    perubahan: tuple[Perubahan, ...] = ()
