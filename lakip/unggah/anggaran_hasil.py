"""What one uploaded file of the budget came to, before anything is recorded."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lakip import rekap
from lakip.anggaran import Anggaran
from lakip.unggah.hasil import Dilewati
from lakip.validasi import Temuan


@dataclass(frozen=True)
class Perubahan:
    """One figure that saving would change, in words: what is recorded beside what will be."""

    kode: str
    nama: str
    bidang: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Hasil:
    """What one file came to. Nothing is recorded yet. Attributes as `realisasi.Hasil`; `anggaran` is what is saved."""

    unit: str
    tahun: int
    nama_berkas: str
    content: bytes = field(repr=False)
    temuan: tuple[Temuan, ...] = ()
    terjawab: frozenset[tuple[str, str, str]] = frozenset()
    dibaca: int = 0
    ditahan: int = 0
    dilewati: tuple[Dilewati, ...] = ()
    lembar_lain: Mapping[str, str] = field(default_factory=dict)
    kolom_lain: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anggaran: Anggaran = field(default_factory=lambda: Anggaran({}))
    perubahan: tuple[Perubahan, ...] = ()
    ditolak: bool = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def menahan(self) -> tuple[Temuan, ...]:
        """The temuan that still hold something."""
        return tuple(t for t in self.temuan if t.menahan and t.kunci not in self.terjawab)

    @property
    def siap(self) -> bool:
        """Whether `save` would record something."""
        return not self.menahan and bool(self.perubahan)

    @property
    def ringkasan(self) -> str:
        """One sentence for screen and command line."""
        counts = f"{self.dibaca} baris dibaca, {len(self.dilewati)} dilewati, {self.ditahan} ditahan."
        if self.menahan or self.perubahan:
            return counts
        return f"{counts} {rekap.SAMA}" if self.dibaca else f"{counts} Tidak ada angka yang diisi."
