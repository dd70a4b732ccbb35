"""What one uploaded file came to, before anything is recorded."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lakip import rekap
from lakip.realisasi import Realisasi
from lakip.rekap import Perubahan
from lakip.unggah.tujuan import Tujuan
from lakip.validasi import Temuan


@dataclass(frozen=True)
class Dilewati:
    """One row that holds no figure for the record, and why."""

    lembar: str
    baris: int
    alasan: str


@dataclass(frozen=True)
class Hasil:
    """What one file came to. Nothing is recorded yet.

    Attributes:
        temuan: all of them, in the order of the workbook; `terjawab` are the keys of those already answered.
        isi: the rows read, one per kode; `sel` is where each figure stands: {kode: (lembar, sel)}.
        dibaca, ditahan: counts of rows; with `dilewati` they add up to the non-empty rows below the headings.
        lembar_lain: sheets that hold no table for this upload, and why: {nama: alasan}.
        kolom_lain: headings that were not understood, by sheet; their cells are not read.
        perubahan: what saving would change; empty when the file says what is recorded already.
        ditolak: the file as a whole is for something else; no answer can help.
    """

    tujuan: Tujuan
    nama_berkas: str
    content: bytes = field(repr=False)
    temuan: tuple[Temuan, ...] = ()
    terjawab: frozenset[tuple[str, str, str]] = frozenset()
    isi: tuple[Realisasi, ...] = ()
    sel: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    dibaca: int = 0
    ditahan: int = 0
    dilewati: tuple[Dilewati, ...] = ()
    lembar_lain: Mapping[str, str] = field(default_factory=dict)
    kolom_lain: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
