"""What one uploaded file of plans came to: of the plan itself, and what every such file of one tahun has."""

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
class HasilTahun(hasil.Hasil):
    """What a file of one tahun came to, whatever kind of plan it holds."""

    unit: str
    tahun: int
    perubahan: tuple[Perubahan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hasil(HasilTahun):
    """`rencana` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    rencana: Rencana = field(default_factory=lambda: Rencana(PkVersion()))
