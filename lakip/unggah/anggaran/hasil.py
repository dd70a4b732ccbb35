"""What one uploaded file of the budget came to."""

from dataclasses import dataclass, field
from typing import ClassVar

from lakip.anggaran import Anggaran
from lakip.unggah import hasil


@dataclass(frozen=True, kw_only=True)
class Hasil(hasil.Hasil):
    """`anggaran` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada angka yang diisi."

    anggaran: Anggaran = field(default_factory=lambda: Anggaran({}))
