"""What one uploaded file of plans came to."""

from dataclasses import dataclass, field
from typing import ClassVar

from lakip.rencana import PkVersion, Rencana
from lakip.unggah.hasil import HasilTahun


@dataclass(frozen=True, kw_only=True)
class Hasil(HasilTahun):
    """`rencana` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    rencana: Rencana = field(default_factory=lambda: Rencana(PkVersion()))
