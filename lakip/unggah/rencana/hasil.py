"""What one uploaded file of plans came to."""

from dataclasses import dataclass, field
from typing import ClassVar

from lakip.rencana import PkVersion, Rencana
from lakip.unggah import hasil


@dataclass(frozen=True, kw_only=True)
class Hasil(hasil.Hasil):
    """`rencana` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    rencana: Rencana = field(default_factory=lambda: Rencana(PkVersion()))
