"""What one uploaded file came to, before anything is recorded, and the answers that settle what it holds."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from lakip import rekap
from lakip.errors import UserError
from lakip.unggah.tabel import bacaan
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, BacaanTabel, Guna
from lakip.validasi import Temuan

PAKAI, BIARKAN, TINGGALKAN = "pakai", "biarkan", bacaan.TINGGALKAN
SEBAGIAN_SAMA = (
    "Tidak ada yang berubah pada kolom yang dibaca. Yang tidak dipahami, dan karena itu tidak dibandingkan: {kolom}."
)
UTUH = "Tidak ada sel formulir ini yang diubah sejak diunduh, sehingga tidak ada angka yang berubah."

Jawaban = Mapping[tuple[str, str, str], str]
"""(lembar, sel, kode of the temuan) -> "pakai", "tinggalkan", or one of its pilihan (of a cell that two people changed:
"pakai" the file, or "biarkan" the record)."""


@dataclass(frozen=True)
class Dilewati:
    """One row that holds nothing for the record, and why."""

    lembar: str
    baris: int
    alasan: str


@dataclass(frozen=True, kw_only=True)
class Hasil:
    """What every kind of upload comes to; each kind adds what it would record.

    Attributes:
        temuan: all of them, in the order of the workbook; `terjawab` are the keys of those already answered.
        dibaca, ditahan: counts of rows; with `dilewati` they add up to the non-empty rows below the headings.
        lembar_lain: sheets that hold no table for this upload, and why: {nama: alasan}.
        kolom_lain: headings that were not understood, by sheet; their cells are not read.
        perubahan: what saving would change; empty when the file says what is recorded already.
        ditolak: the file as a whole is for something else; no answer can help.
        utuh: the file is a form of ours in which no cell was changed since it was issued.
        bacaan: how its tables were read, for a person to vouch for.
        dibetulkan: what was written in the cells that were corrected on screen: {(lembar, sel): "15o"}.
    """

    TANPA_ISI: ClassVar[str] = "Tidak ada yang diisi."

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
    perubahan: tuple[Any, ...] = ()
    ditolak: bool = False
    utuh: bool = False
    bacaan: tuple[BacaanTabel, ...] = ()
    dibetulkan: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def menahan(self) -> tuple[Temuan, ...]:
        """The temuan that still hold something."""
        return tuple(t for t in self.temuan if t.menahan and t.kunci not in self.terjawab)

    @property
    def siap(self) -> bool:
        """Whether saving would record something."""
        return not self.menahan and bool(self.perubahan)

    @property
    def ringkasan(self) -> str:
        """One sentence for screen and command line."""
        counts = f"{self.dibaca} baris dibaca, {len(self.dilewati)} dilewati, {self.ditahan} ditahan."
        if self.menahan or self.perubahan:
            return counts
        return f"{counts} {self.tanpa_perubahan if self.dibaca else self.TANPA_ISI}"

    @property
    def tanpa_perubahan(self) -> str:
        """Why there is nothing to save. That a file says the same may be said only where all of it was understood."""
        if self.utuh:
            return UTUH
        unread = self.tak_dipahami
        return SEBAGIAN_SAMA.format(kolom=", ".join(f"“{one}”" for one in unread)) if unread else rekap.SAMA

    @property
    def tak_dipahami(self) -> tuple[str, ...]:
        """The headings that were not understood, of columns that hold something."""
        columns = (one for table in self.bacaan if not table.formulir for one in table.kolom)
        return tuple(one.judul for one in columns if one.guna is Guna.TIDAK_DIPAHAMI)


@dataclass(frozen=True)
class Perubahan:
    """One thing that saving would change, in words: what is recorded beside what will be. `nama`: of the kode."""

    kode: str
    bidang: str
    lama: str
    baru: str
    nama: str = ""


H = TypeVar("H", bound=Hasil)


def agree(hasil: Hasil) -> dict[tuple[str, str, str], str]:
    """Answers that vouch for every table of which each column is understood; what is asked stays asked."""
    return {(t.lembar, t.sel, PEMBACAAN): PAKAI for t in hasil.bacaan if t.paham and not t.disetujui}


def vouched(read: Callable[[Jawaban], H], jawaban: Jawaban | None = None) -> H:
    """What a file comes to once every table that is wholly understood is vouched for, beside these answers."""
    given = dict(jawaban or {})
    return read({**agree(read(given)), **given})


def leave_out(hasil: Hasil) -> dict[tuple[str, str, str], str]:
    """Answers that leave out every row still held."""
    return {t.kunci: TINGGALKAN for t in hasil.menahan}


def is_about_columns(temuan: Temuan) -> bool:
    """Whether it asks how a table is read, not what stands in a row: nobody leaves that out with the rows."""
    return temuan.kode in (PEMBACAAN, ARTI)


def leave_rest(
    read: Callable[[dict[tuple[str, str, str], str]], H], hasil: H, jawaban: Jawaban
) -> tuple[H, dict[tuple[str, str, str], str]]:
    """Leave out every row that is held, and those that this brings up; gives what the file came to, and all answers.

    What still holds then cannot be left out.
    """
    given = dict(jawaban)
    while new := {
        t.kunci: TINGGALKAN for t in hasil.menahan if not is_about_columns(t) and given.get(t.kunci) != TINGGALKAN
    }:
        given |= new
        hasil = read(given)
    return hasil, given


def require_settled(hasil: Hasil) -> None:
    """Raises UserError while something is held: an upload is saved whole or not at all."""
    if hasil.menahan:
        first = hasil.menahan[0]
        raise UserError(
            f"Belum dapat disimpan: {len(hasil.menahan)} temuan masih menahan. Yang pertama: {first} "
            "Perbaiki berkasnya, jawab pertanyaannya, atau tinggalkan barisnya."
        )
