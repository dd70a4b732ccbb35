"""What one uploaded file of document contents came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakip.dokumen import BarisDokumen, Dokumen
from lakip.unggah.hasil import Hasil


@dataclass(frozen=True, kw_only=True)
class HasilIsi(Hasil):
    """`isi` takes the place of what `dokumen` holds; `seen` is the version of it that the file was judged against."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    dokumen: Dokumen
    isi: tuple[BarisDokumen, ...] = ()
    seen: int = 0
