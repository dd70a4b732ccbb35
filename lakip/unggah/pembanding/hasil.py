"""What one uploaded file of comparison figures came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakip.pembanding import Angka
from lakip.unggah.hasil import Hasil


@dataclass(frozen=True, kw_only=True)
class HasilPembanding(Hasil):
    """Comparison figures of one tahun; only those that the file says."""

    TANPA_ISI: ClassVar[str] = "Tidak ada pembanding yang diisi."

    angka: tuple[Angka, ...] = ()
