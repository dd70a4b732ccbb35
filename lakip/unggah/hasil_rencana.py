"""What one uploaded file of plans came to."""

from dataclasses import dataclass, field
from typing import ClassVar

from lakip.rencana import PkVersion, Rencana
from lakip.unggah import hasil


@dataclass(frozen=True)
class Perubahan:
    """One thing that saving would change, in words: what is recorded beside what will be."""

    kode: str
    bidang: str
    lama: str
    baru: str


@dataclass(frozen=True, kw_only=True)
class Hasil(hasil.Hasil):
    """`rencana` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    unit: str
    tahun: int
    rencana: Rencana = field(default_factory=lambda: Rencana(PkVersion()))
    perubahan: tuple[Perubahan, ...] = ()
