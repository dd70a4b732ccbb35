"""The sheets and cells of a workbook, whatever its format: by exact address, with what shows and what lies beneath."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.escape import unescape

from lakip.berkas.aliran import BrokenError, TooLargeError
from lakip.unggah.berkas import tampilan
from lakip.unggah.berkas.tampilan import Nilai

__all__ = [
    "Anggaran", "Lembar", "Luas", "Nilai", "Sel", "Susunan", "alamat", "alamat_luas", "area", "position",
]  # fmt: skip

MAKS_SEL = 100_000
MAKS_HURUF = 8_000_000
BARIS_TERAKHIR, KOLOM_TERAKHIR = 2**20, 2**14
MAKS_LEMBAR = 200
MAKS_GABUNGAN = 10_000
MAKS_KOLOM_TERTUTUP = 20 * KOLOM_TERAKHIR  # of all sheets
KOLOM_DILIHAT = 256  # hidden ones are told up to here, or as far as cells go: the rest of a sheet is often hidden

# Control characters, halves of surrogates and marks that turn the reading direction: no office types them,
# and what shows, prints or stores a text may stumble over them.
TAK_TERCETAK = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)

Luas = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


class Sel(NamedTuple):
    """One cell that is not empty.

    Attributes:
        nilai: what was last shown, before formatting; None for a formula that nobody calculated. Of a text only what
            is not struck through, without its footnote mark.
        format: the number format, in the spelling of Excel.
        rumus: it is computed.
        galat: it shows an error, such as #DIV/0!.
        coret: struck through as a whole.
        catatan_kaki: the mark above the line: “1” of 9¹.
        tercoret: the part of the text that is struck through.
    """

    baris: int
    kolom: int
    nilai: Nilai
    format: str = "General"
    rumus: bool = False
    galat: bool = False
    coret: bool = False
    catatan_kaki: str = ""
    tercoret: str = ""

    @property
    def alamat(self) -> str:
        """ "F12"."""
        return alamat(self.baris, self.kolom)

    @property
    def tanpa_nilai(self) -> bool:
        """A formula without a result to trust: the program that wrote it did not calculate."""
        return self.rumus and self.nilai is None

    @property
    def persen(self) -> bool:
        """Shown as a percentage: 0,8 is read as 80 % by the eye."""
        return tampilan.is_percent(self.format)

    @property
    def skala_format(self) -> int:
        """What the number format divides by before it shows: 1000 for “#,##0,”. 0 when it shows the number itself."""
        return tampilan.scale(self.format)

    @property
    def tampil(self) -> str:
        """As it shows, in the spelling of its number format: 1.1 as “0.00” is "1.10", 1234.5 as “#,##0.0” "1,234.5"."""
        return tampilan.shown(self.nilai, self.format)

    @property
    def teks(self) -> str:
        """As text for headings and names: trimmed, one space between words, whole floats without ".0"."""
        if self.nilai is None:
            return ""
        if isinstance(self.nilai, float) and self.nilai.is_integer():
            return str(int(self.nilai))
        return " ".join(str(self.nilai).split())


@dataclass(frozen=True)
class Lembar:
    """One worksheet. `baris` holds only rows and cells that are not empty, in order: {12: {6: Sel(...)}}.

    Attributes:
        tertutup, kolom_tertutup: rows (of those in `baris`) and columns that are hidden or filtered away.
        asal: xlsx, xlsm, xls, ods, csv or tempelan.
        makro: the file brings macros along; they are not read.
        komentar: the notes pinned to cells, by row and column.
    """

    nama: str
    keadaan: str  # visible, hidden, veryHidden
    baris: Mapping[int, Mapping[int, Sel]]
    gabungan: Sequence[Luas] = field(default=())
    tertutup: frozenset[int] = frozenset()
    kolom_tertutup: frozenset[int] = frozenset()
    asal: str = "xlsx"
    makro: bool = False
    komentar: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def tersembunyi(self) -> bool:
        return self.keadaan != "visible"

    @property
    def tahu_format(self) -> bool:
        """Whether number formats, and what is hidden, merged or struck through, could be told at all."""
        return self.asal not in {"csv", "tempelan"}

    @cached_property
    def gabungan_di(self) -> Mapping[int, Sequence[Luas]]:
        """The merged ranges over each row that holds something."""
        found: dict[int, list[Luas]] = {}
        rows = list(self.baris)
        for one in self.gabungan:
            for row in rows[bisect_left(rows, one[0]) : bisect_right(rows, one[2])]:
                found.setdefault(row, []).append(one)
        return found

    def sel(self, baris: int, kolom: int) -> Sel | None:
        return self.baris.get(baris, {}).get(kolom)

    def cover(self, baris: int, kolom: int) -> Luas | None:
        """The merge over a place, in a row that holds something."""
        return next((m for m in self.gabungan_di.get(baris, ()) if m[1] <= kolom <= m[3]), None)

    def covering(self, baris: int, kolom: int) -> Sel | None:
        """The cell that shows in the merge over a place."""
        cover = self.cover(baris, kolom)
        return self.sel(cover[0], cover[1]) if cover else None

    def __iter__(self) -> Iterator[Sel]:
        return (sel for row in self.baris.values() for sel in row.values())


class Anggaran:
    """What one file may hold in all: cells, and letters of its texts."""

    def __init__(self) -> None:
        self.sel, self.huruf, self.kolom_tertutup = MAKS_SEL, MAKS_HURUF, MAKS_KOLOM_TERTUTUP

    def take(self, teks: str) -> str:
        """A text as it may be kept."""
        self.huruf -= len(teks)
        if self.huruf < 0:
            raise TooLargeError
        return TAK_TERCETAK.sub("", unescape(teks) if "_x" in teks else teks)

    def take_cell(self, baris: int, kolom: int) -> None:
        self.sel -= 1
        if self.sel < 0:
            raise TooLargeError
        if not (0 < baris <= BARIS_TERAKHIR and 0 < kolom <= KOLOM_TERAKHIR):
            raise BrokenError("a cell outside the sheet")


class Susunan:
    """One sheet in the making. `dihitung`: False when nobody may have calculated a formula that shows 0 or nothing."""

    def __init__(self, anggaran: Anggaran, *, dihitung: bool = True) -> None:
        self._anggaran, self._dihitung = anggaran, dihitung
        self._rows: dict[int, dict[int, Sel]] = {}
        self._gabungan: list[Luas] = []
        self._tertutup: set[int] = set()
        self._kolom_tertutup: list[tuple[int, int]] = []
        self.komentar: dict[tuple[int, int], str] = {}

    def add(self, sel: Sel, *, tertutup: bool = False) -> None:
        """A cell, unless it is empty. `tertutup`: its row is hidden."""
        nilai = sel.nilai
        if sel.rumus and not self._dihitung and (nilai in (None, "") or (nilai == 0 and not isinstance(nilai, bool))):
            sel = sel._replace(nilai=None)
        elif not sel.rumus and (nilai is None or (isinstance(nilai, str) and not nilai.strip())):
            return
        self._anggaran.take_cell(sel.baris, sel.kolom)
        self._rows.setdefault(sel.baris, {})[sel.kolom] = sel
        if tertutup:
            self._tertutup.add(sel.baris)

    def merge(self, luas: Luas) -> None:
        if len(self._gabungan) < MAKS_GABUNGAN:
            self._gabungan.append(luas)

    def close_columns(self, first: int, last: int) -> None:
        self._kolom_tertutup.append((max(first, 1), last))
        if len(self._kolom_tertutup) > KOLOM_TERAKHIR:
            raise TooLargeError

    def done(self, nama: str, keadaan: str, asal: str, *, makro: bool = False) -> Lembar:
        rows = {number: dict(sorted(self._rows[number].items())) for number in sorted(self._rows)}
        widest = max((column for row in rows.values() for column in [*row][-1:]), default=0)
        columns: set[int] = set()
        for first, last in self._kolom_tertutup:
            some = range(first, min(last, max(widest, KOLOM_DILIHAT)) + 1)
            self._anggaran.kolom_tertutup -= len(some)
            if self._anggaran.kolom_tertutup < 0:
                raise TooLargeError
            columns.update(some)
        closed = frozenset(self._tertutup), frozenset(columns)
        return Lembar(nama, keadaan, rows, self._gabungan, *closed, asal, makro, self.komentar)


def alamat(baris: int, kolom: int) -> str:
    """(12, 6) is "F12"."""
    return f"{get_column_letter(kolom)}{baris}"


def alamat_luas(rentang: str) -> int:
    """How many cells "A1:Z9" covers."""
    top, left, bottom, right = area(rentang)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


def area(rentang: str) -> Luas:
    """ "B3:E4" is (3, 2, 4, 5)."""
    first, _, last = rentang.partition(":")
    return (*position(first), *position(last or first))


def position(reference: str) -> tuple[int, int]:
    """ "F12" is (12, 6). Raises BrokenError for what is no address."""
    letters = reference.rstrip("0123456789")
    if not 0 < len(letters) <= 3 or len(reference) > 10:
        raise BrokenError("not a cell reference")
    return int(reference[len(letters) :]), _column(letters)


@cache
def _column(letters: str) -> int:
    return int(column_index_from_string(letters))
