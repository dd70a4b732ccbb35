"""The cells of one sheet part of an .xlsx, and the texts they point to, out of the XML that Excel keeps."""

import math
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from lakip.berkas.aliran import Arsip, TooLargeError
from lakip.unggah.berkas.lembar import Anggaran, Sel, Susunan, area, position
from lakip.unggah.berkas.penggal import Penggal, Tulisan, resolve
from lakip.unggah.berkas.tampilan import Nilai, is_date

MAKS_PENGGAL = 2_000
MAKS_ANGKA = 300  # digits: what is longer is infinite to Excel too
MAKS_TEKS_BERSAMA = 300_000
YA = frozenset(("1", "true"))
TIDAK = frozenset(("0", "false"))

Teks = str | tuple[Tulisan, Tulisan]
"""A shared text; of one with runs what it comes to in a cell that is not struck through, and in one that is."""


class Gaya(NamedTuple):
    """What a style says of its cells."""

    format: str = "General"
    coret: bool = False


POLOS = Gaya()


class Buku(NamedTuple):
    """What the sheets of a workbook share. `dihitung`: whether a formula that shows 0 or nothing was calculated."""

    teks: Sequence[Teks]
    gaya: Sequence[Gaya]
    anggaran: Anggaran
    sejak_1904: bool = False
    dihitung: bool = True


def shared_texts(arsip: Arsip, path: str, anggaran: Anggaran) -> list[Teks]:
    """The texts that cells point to, in order."""
    found: list[Teks] = []
    runs = _Runs(anggaran)

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag == "si":
            runs.clear()
            if len(found) >= MAKS_TEKS_BERSAMA:
                raise TooLargeError
        else:
            runs.start(tag, attrs)

    def end(tag: str) -> None:
        if tag == "si":
            found.append((runs.resolve(False), runs.resolve(True)) if runs.rich else runs.plain())
        else:
            runs.end(tag)

    arsip.parse(path, start, end, runs.text)
    return found


def cells(arsip: Arsip, path: str, buku: Buku) -> Susunan:
    """The cells of one sheet part, and what it says of rows and columns."""
    reader = _Pembaca(buku)
    arsip.parse(path, reader.start, reader.end, reader.text)
    return reader.sheet


class _Runs:
    """The runs of one text as its elements come by. Pronunciation hints are left out."""

    def __init__(self, anggaran: Anggaran) -> None:
        self._anggaran = anggaran
        self._inside = self._phonetic = False
        self.clear()

    def clear(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Penggal] = []
        self._above = False
        self._struck: bool | None = None
        self.rich = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "t":
            self._inside = not self._phonetic
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "r":
            self._above, self._struck = False, None
        elif tag == "rPr":
            self._struck, self.rich = False, True
        elif tag == "strike":
            self._struck = attrs.get("val") not in TIDAK
        elif tag == "vertAlign":
            self._above = attrs.get("val") == "superscript"

    def end(self, tag: str) -> None:
        if tag == "t":
            self._inside = False
            if self._parts:
                text = self._anggaran.take("".join(self._parts))
                self._runs.append(Penggal(text, self._above, self._struck))
                self._parts = []
                if len(self._runs) > MAKS_PENGGAL:
                    raise TooLargeError
        elif tag == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._inside:
            _append(self._parts, data)

    def plain(self) -> str:
        return self._runs[0].teks if len(self._runs) == 1 else "".join(run.teks for run in self._runs)

    def resolve(self, struck: bool) -> Tulisan:
        return resolve(self._runs, struck)


class _Pembaca:
    """The handlers for one sheet part, and where in it they are."""

    def __init__(self, buku: Buku) -> None:
        self.sheet = Susunan(buku.anggaran, dihitung=buku.dihitung)
        self._buku, self._runs = buku, _Runs(buku.anggaran)
        self._row = self._column = 0
        self._kind = self._style = ""
        self._value: list[str] = []
        self._formula = self._inside = self._has_value = self._inline = self._closed = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "c":
            self._open_cell(attrs)
        elif tag == "v":
            self._inside = self._has_value = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._row, self._column = int(attrs["r"]) if "r" in attrs else self._row + 1, 0
            height = attrs.get("ht", "0" if attrs.get("customHeight") in YA else "")
            self._closed = attrs.get("hidden") in YA or height in {"0", "0.0"}
        elif self._inline:
            self._runs.start(tag, attrs)
        elif tag == "is":
            self._inline = self._has_value = True
            self._runs.clear()
        elif tag == "col":
            if attrs.get("hidden") in YA or attrs.get("width") in {"0", "0.0"}:
                self.sheet.close_columns(int(attrs.get("min", 0)), int(attrs.get("max", 0)))
        elif tag == "mergeCell":
            self.sheet.merge(area(attrs.get("ref", "")))

    def end(self, tag: str) -> None:
        if tag == "v":
            self._inside = False
        elif tag == "c":
            if self._formula or self._has_value:
                self._keep("".join(self._value))
            self._inline = False
        elif self._inline:
            self._runs.end(tag)

    def text(self, data: str) -> None:
        if self._inside:
            _append(self._value, data)
        elif self._inline:
            self._runs.text(data)

    def _open_cell(self, attrs: dict[str, str]) -> None:
        reference = attrs.get("r")
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = position(reference)
        self._kind, self._style = attrs.get("t", "n"), attrs.get("s", "0")
        self._formula = self._has_value = self._inline = False
        self._value.clear()

    def _keep(self, raw: str) -> None:
        style = int(self._style)
        gaya = self._buku.gaya[style] if style < len(self._buku.gaya) else POLOS
        found = self._found(raw, gaya)
        rich = found if isinstance(found, Tulisan) else None
        nilai: Nilai = rich.nilai if rich else found  # type: ignore[assignment]
        cell = Sel(self._row, self._column, nilai, gaya.format, self._formula, self._kind == "e", gaya.coret)
        if rich:
            cell = cell._replace(coret=rich.coret, catatan_kaki=rich.catatan_kaki, tercoret=rich.tercoret)
        self.sheet.add(cell, tertutup=self._closed)

    def _found(self, raw: str, gaya: Gaya) -> Nilai | Tulisan:
        if self._kind == "s" and raw.strip():
            text = self._buku.teks[int(raw)]
            return text if isinstance(text, str) else text[gaya.coret]
        if self._kind == "str" or (self._kind == "inlineStr" and not self._inline):
            return self._buku.anggaran.take(raw) if self._has_value else None
        if self._kind == "inlineStr" and self._inline:
            return self._runs.resolve(gaya.coret) if self._runs.rich else self._runs.plain()
        return _typed(raw.strip(), self._kind, gaya.format, self._buku.sejak_1904)


def _append(parts: list[str], data: str) -> None:
    parts.append(data)
    if len(parts) > MAKS_PENGGAL:
        raise TooLargeError


def _typed(raw: str, kind: str, code: str, sejak_1904: bool) -> Nilai:
    """The value of a cell that is not text. Empty: a formula without a kept result."""
    if not raw:
        return None
    match kind:
        case "b":
            return raw in YA
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
    return moment(number, sejak_1904) if math.isfinite(number) and is_date(code) else number


def moment(number: int | float, sejak_1904: bool = False) -> Nilai:
    """A number of days as the moment it shows."""
    try:
        day = from_excel(number, CALENDAR_MAC_1904 if sejak_1904 else CALENDAR_WINDOWS_1900)
    except (OverflowError, ValueError):
        return number
    return day if isinstance(day, datetime) else str(day)
