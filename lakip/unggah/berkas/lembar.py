"""The cells of one worksheet, by exact address, from the XML that Excel keeps. Within bounded memory."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from openpyxl.utils.escape import unescape

from lakip.berkas.aliran import Arsip, BrokenError, TooLargeError

MAKS_SEL = 100_000
MAKS_HURUF = 8_000_000
MAKS_PENGGAL = 2_000
MAKS_ANGKA = 300  # digits: what is longer is infinite to Excel too
MAKS_TEKS_BERSAMA = 300_000
MAKS_GABUNGAN = 10_000
BARIS_TERAKHIR, KOLOM_TERAKHIR = 2**20, 2**14

# Control characters, halves of surrogates and marks that turn the reading direction: no office types them,
# and what shows, prints or stores a text may stumble over them.
TAK_TERCETAK = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)

Nilai = str | int | float | bool | datetime | None


class Sel(NamedTuple):
    """One cell that is not empty. `nilai` is what Excel last showed, before formatting."""

    baris: int
    kolom: int
    nilai: Nilai
    format: str = "General"
    rumus: bool = False
    galat: bool = False

    @property
    def alamat(self) -> str:
        """ "F12"."""
        return alamat(self.baris, self.kolom)

    @property
    def tanpa_nilai(self) -> bool:
        """A formula whose result was never kept: the program that wrote it did not calculate."""
        return self.rumus and self.nilai is None

    @property
    def persen(self) -> bool:
        """Shown as a percentage: 0,8 is read as 80 % by the eye."""
        return is_percent_format(self.format)

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
    """One worksheet. `baris` holds only rows and cells that are not empty, in order: {12: {6: Sel(...)}}."""

    nama: str
    keadaan: str  # visible, hidden, veryHidden
    baris: Mapping[int, Mapping[int, Sel]]
    gabungan: Sequence[tuple[int, int, int, int]] = field(default=())  # first row, first column, last row, last column
    tertutup: frozenset[int] = frozenset()  # rows that are hidden or filtered away

    @property
    def tersembunyi(self) -> bool:
        return self.keadaan != "visible"

    def sel(self, baris: int, kolom: int) -> Sel | None:
        return self.baris.get(baris, {}).get(kolom)

    def __iter__(self) -> Iterator[Sel]:
        return (sel for row in self.baris.values() for sel in row.values())


def alamat(baris: int, kolom: int) -> str:
    """(12, 6) is "F12"."""
    return f"{get_column_letter(kolom)}{baris}"


def alamat_luas(rentang: str) -> int:
    """How many cells "A1:Z9" covers."""
    first, _, last = rentang.partition(":")
    top, left = _position(first)
    bottom, right = _position(last or first)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


@lru_cache(1024)
def is_percent_format(code: str) -> bool:
    """Whether a number format multiplies by a hundred (a quoted or escaped % does not)."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


class Anggaran:
    """What one file may hold in all: cells, and letters of its texts."""

    def __init__(self) -> None:
        self.sel = MAKS_SEL
        self.huruf = MAKS_HURUF

    def take(self, teks: str) -> str:
        self.huruf -= len(teks)
        if self.huruf < 0:
            raise TooLargeError
        return TAK_TERCETAK.sub("", unescape(teks) if "_x" in teks else teks)


def shared_strings(arsip: Arsip, path: str, anggaran: Anggaran) -> list[str]:
    """The texts that cells point to, in order. Pronunciation hints are left out."""
    found: list[str] = []
    parts: list[str] = []
    inside = phonetic = False

    def start(tag: str, _attrs: dict[str, str]) -> None:
        nonlocal inside, phonetic
        if tag == "si":
            parts.clear()
            if len(found) >= MAKS_TEKS_BERSAMA:
                raise TooLargeError
        elif tag == "rPh":
            phonetic = True
        elif tag == "t":
            inside = not phonetic

    def end(tag: str) -> None:
        nonlocal inside, phonetic
        if tag == "si":
            found.append(anggaran.take("".join(parts)))
        elif tag == "rPh":
            phonetic = False
        elif tag == "t":
            inside = False

    def text(data: str) -> None:
        if inside:
            _append(parts, data)

    arsip.parse(path, start, end, text)
    return found


def cells(
    arsip: Arsip, path: str, strings: Sequence[str], formats: Sequence[str], anggaran: Anggaran, sejak_1904: bool
) -> tuple[dict[int, dict[int, Sel]], list[tuple[int, int, int, int]], frozenset[int]]:
    """The non-empty cells of one sheet part by row and column, its merged ranges, and which of the rows are hidden."""
    reader = _Pembaca(strings, formats, anggaran, sejak_1904)
    arsip.parse(path, reader.start, reader.end, reader.text)
    rows = {number: dict(sorted(reader.rows[number].items())) for number in sorted(reader.rows)}
    return rows, reader.merged, frozenset(reader.closed)


class _Pembaca:
    """The handlers for one sheet part, and where in it they are."""

    def __init__(self, strings: Sequence[str], formats: Sequence[str], anggaran: Anggaran, sejak_1904: bool) -> None:
        self.rows: dict[int, dict[int, Sel]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.closed: set[int] = set()
        self._strings, self._formats = strings, formats
        self._anggaran, self._sejak_1904 = anggaran, sejak_1904
        self._row = self._column = 0
        self._kind = self._style = ""
        self._value: list[str] = []
        self._formula = self._inside = self._has_value = self._phonetic = self._closed = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "c":
            self._open_cell(attrs)
        elif tag in {"v", "t"}:
            self._inside = self._has_value = not self._phonetic
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "row":
            self._row, self._column = int(attrs["r"]) if "r" in attrs else self._row + 1, 0
            self._closed = attrs.get("hidden") in ("1", "true")
        elif tag == "mergeCell" and len(self.merged) < MAKS_GABUNGAN:
            first, _, last = attrs.get("ref", "").partition(":")
            self.merged.append((*_position(first), *_position(last or first)))

    def end(self, tag: str) -> None:
        if tag in {"v", "t"}:
            self._inside = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "c" and (self._formula or self._has_value):
            raw = "".join(self._value)
            if self._formula or raw.strip():
                self._keep(raw)

    def text(self, data: str) -> None:
        if self._inside:
            _append(self._value, data)

    def _open_cell(self, attrs: dict[str, str]) -> None:
        reference = attrs.get("r")
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = _position(reference)
        self._kind, self._style = attrs.get("t", "n"), attrs.get("s", "0")
        self._formula = self._has_value = False
        self._value.clear()

    def _keep(self, raw: str) -> None:
        style = int(self._style)
        code = self._formats[style] if style < len(self._formats) else "General"
        found = self._found(raw, code)
        if isinstance(found, str) and not found.strip() and not self._formula:
            return
        self._anggaran.sel -= 1
        if self._anggaran.sel < 0:
            raise TooLargeError
        row, column = self._row, self._column
        if not (0 < row <= BARIS_TERAKHIR and 0 < column <= KOLOM_TERAKHIR):
            raise BrokenError("a cell outside the sheet")
        if self._closed:
            self.closed.add(row)
        self.rows.setdefault(row, {})[column] = Sel(row, column, found, code, self._formula, self._kind == "e")

    def _found(self, raw: str, code: str) -> Nilai:
        if self._kind == "s" and raw:
            return self._strings[int(raw)]
        if self._kind in {"str", "inlineStr"}:
            return self._anggaran.take(raw) if self._has_value else None
        return _typed(raw.strip(), self._kind, code, self._sejak_1904)


def _append(parts: list[str], data: str) -> None:
    parts.append(data)
    if len(parts) > MAKS_PENGGAL:
        raise TooLargeError


@cache
def _column(letters: str) -> int:
    return int(column_index_from_string(letters))


def _position(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    if not 0 < len(letters) <= 3 or len(reference) > 10:
        raise BrokenError("not a cell reference")
    return int(reference[len(letters) :]), _column(letters)


def _typed(raw: str, kind: str, code: str, sejak_1904: bool) -> Nilai:
    """The value of a cell that is not text. Empty: a formula without a kept result."""
    if not raw:
        return None
    match kind:
        case "b":
            return raw in ("1", "true")
        case "e":
            return raw[:20]
        case "d":
            return datetime.fromisoformat(raw)
        case _:
            return _number(raw, code, sejak_1904)


def _number(raw: str, code: str, sejak_1904: bool) -> Nilai:
    try:
        number: int | float = int(raw) if len(raw) <= MAKS_ANGKA else float(raw)
    except ValueError:
        number = float(raw)
    if not (math.isfinite(number) and is_date_format(code)):
        return number
    try:
        day = from_excel(number, CALENDAR_MAC_1904 if sejak_1904 else CALENDAR_WINDOWS_1900)
    except (OverflowError, ValueError):
        return number
    return day if isinstance(day, datetime) else str(day)
