"""What one uploaded file of realisasi came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from lakip.realisasi import Realisasi
from lakip.rekap import Perubahan
from lakip.unggah import hasil


@dataclass(frozen=True, kw_only=True)
class Hasil(hasil.Hasil):
    """`bagian`: the only one that the file may fill. `isi` are the rows read, one per kode; `sel` is where each figure
    stands: {kode: (lembar, sel)}."""

    TANPA_ISI: ClassVar[str] = "Tidak ada angka yang diisi."

    triwulan: int
    bagian: str | None = None
    isi: tuple[Realisasi, ...] = ()
    sel: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    perubahan: tuple[Perubahan, ...] = ()
