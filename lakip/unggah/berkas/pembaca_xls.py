"""The child process that reads an .xls with xlrd. Run by `xls` only, which knows the shape of what it prints.

Takes the file from stdin; prints one JSON object: the sheets with their cells as plain lists, or why not. Bytes that
are no workbook make it die, since a library asserts and unpacks where it trusts.
"""

import json
import struct
import sys
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code

from lakip.unggah.berkas.anak import limit

BESAR, SANDI, RUSAK = "besar", "sandi", "rusak"
MAKS_LEMBAR = 200
MAKS_SEL = 100_000
MAKS_HURUF = 8_000_000  # printed: a text that many cells share counts for each
MAKS_REKAMAN = 400_000
MAKS_TEMPAT = 1_000_000  # places from the first column to the last cell of each row: so many does xlrd make
MAKS_GABUNGAN = 10_000
MAKS_KODE = 1_000
GENERAL = "General"
FORMULA, BOF, EOF = 0x0006, 0x0809, 0x000A
SEL = frozenset((FORMULA, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD))
DERET = frozenset((0x00BD, 0x00BE))  # a run of cells, which ends with its last column
KEADAAN = ("visible", "hidden", "veryHidden")
JENIS = {1: "teks", 2: "angka", 3: "angka", 4: "benar", 5: "galat"}  # cell types of xlrd: the third is a date
ATAS = 1


class TooLargeError(Exception):
    """More than an office's form holds."""


def main(memori: int) -> None:
    limit(memori)
    try:
        told: dict[str, Any] = _read(sys.stdin.buffer.read())
    except (TooLargeError, MemoryError):
        told = {"gagal": BESAR}
    except XLRDError as error:
        told = {"gagal": SANDI if "encrypted" in str(error) else RUSAK}
    # Not json.dump: it writes a word at a time.
    sys.stdout.write(json.dumps(told))


def _read(content: bytes) -> dict[str, Any]:
    book = xlrd.open_workbook(
        file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=StringIO()
    )
    if book.nsheets > MAKS_LEMBAR:
        raise TooLargeError
    left = Counter(sel=MAKS_SEL, huruf=MAKS_HURUF, rekaman=MAKS_REKAMAN, tempat=MAKS_TEMPAT)
    sheets = [_sheet(book, number, left) for number in range(book.nsheets)]
    codes = {key: (one.format_str or GENERAL)[:MAKS_KODE] for key, one in book.format_map.items()}
    return {"lembar": sheets, "format": codes}


def _sheet(book: Any, number: int, left: Counter[str]) -> dict[str, Any]:
    formulas = _formulas(book, number, left)
    sheet = book.sheet_by_index(number)
    told = {
        "nama": sheet.name,
        "keadaan": KEADAAN[sheet.visibility] if sheet.visibility < len(KEADAAN) else KEADAAN[0],
        "gabungan": [[a + 1, c + 1, b, d] for a, b, c, d in sheet.merged_cells[:MAKS_GABUNGAN]],
        "tertutup": [n + 1 for n, row in sheet.rowinfo_map.items() if row.hidden or row.height == 0],
        "kolom_tertutup": [n + 1 for n, column in sheet.colinfo_map.items() if column.hidden or column.width == 0],
        "sejak_1904": bool(book.datemode),
        "komentar": _notes(sheet, left),
        "sel": list(_cells(book, sheet, formulas, left)),
    }
    book.unload_sheet(number)
    return told


def _notes(sheet: Any, left: Counter[str]) -> list[list[Any]]:
    """row, column, text"""
    _take(left, "huruf", sum(len(one.text) for one in sheet.cell_note_map.values()))
    return [[row + 1, column + 1, one.text] for (row, column), one in sheet.cell_note_map.items()]


def _take(left: Counter[str], what: str, much: int = 1) -> None:
    left[what] -= much
    if left[what] < 0:
        raise TooLargeError


def _formulas(book: Any, number: int, left: Counter[str]) -> set[tuple[int, int]]:
    """Where its formulas stand, which xlrd does not tell; and whether the sheet is small enough to be loaded."""
    found: set[tuple[int, int]] = set()
    widths: dict[int, int] = {}
    at, depth, data = book._sh_abs_posn[number], 0, book.mem
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        _take(left, "rekaman")
        if kind in SEL or kind in DERET:
            row, column = struct.unpack_from("<HH", data, at + 4)
            if kind == FORMULA:
                found.add((row, column))
            last = struct.unpack_from("<H", data, at + 2 + length)[0] if kind in DERET else column
            widths[row] = max(widths.get(row, 0), last + 1)
        depth += (kind == BOF) - (kind == EOF)
        if kind == EOF and depth <= 0:
            break
        at += 4 + length
    _take(left, "tempat", sum(widths.values()))
    return found


def _cells(book: Any, sheet: Any, formulas: set[tuple[int, int]], left: Counter[str]) -> Iterator[list[Any]]:
    """row, column, kind, value, key of its number format, whether a formula, whether struck through, runs"""
    for row in range(sheet.nrows):
        for column, number in enumerate(sheet.row_types(row)):
            kind, computed = JENIS.get(number), (row, column) in formulas
            if kind is None and not computed:
                continue
            _take(left, "sel")
            style = book.xf_list[sheet.cell_xf_index(row, column)]
            value = sheet.cell_value(row, column)
            _take(left, "huruf", len(value) if isinstance(value, str) else 0)
            if kind == "galat":
                value = error_text_from_code.get(value, "#N/A")
            font = book.font_list[style.font_index]
            runs = _runs(book, value, sheet.rich_text_runlist_map.get((row, column))) if kind == "teks" else None
            yield [row + 1, column + 1, kind, value, style.format_key, computed, bool(font.struck_out), runs]


def _runs(book: Any, text: str, starts: list[tuple[int, int]] | None) -> list[list[Any]] | None:
    """text, whether it stands above the line, whether it is struck through (null: as its cell)"""
    if not starts:
        return None
    places = [(0, None), *starts]
    runs = []
    for number, (begin, index) in enumerate(places):
        end = places[number + 1][0] if number + 1 < len(places) else len(text)
        font = None if index is None else book.font_list[index]
        if text[begin:end]:
            struck = None if font is None else bool(font.struck_out)
            runs.append([text[begin:end], font is not None and font.escapement == ATAS, struck])
    return runs


if __name__ == "__main__":
    main(int(sys.argv[1]))
