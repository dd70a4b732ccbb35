"""Cells of a text that separates them with a mark: a .csv, or what Excel puts in the clipboard. Every cell is text."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from lakip.berkas import teks
from lakip.berkas.aliran import BrokenError, TooLargeError
from lakip.errors import UserError
from lakip.unggah.berkas.lembar import Anggaran, Lembar, Sel, Susunan

TEMPELAN = "Tempelan"
MAKS_BARIS = 200_000
MAKS_TEMPAT = 1_000_000  # cells, empty ones too
Baris = list[str]


def sheet(content: bytes, nama: str) -> Lembar:
    """The one sheet of a .csv, called as Excel calls it: after the file.

    Raises UserError when a comma separates the cells and a figure, TooLargeError or one of RUSAK.
    """
    mark, text = _told(decoded(content))
    rows, mark = _split(text, mark)
    if mark == ",":
        _check_commas(rows, nama)
    return _sheet(rows, PurePath(nama).stem[:31].strip() or "Data", "csv")


def decoded(content: bytes) -> str:
    text = teks.decode(content)
    if text is None:
        raise BrokenError("no text")
    return text


def pasted(text: str) -> Lembar:
    """The sheet of rows copied out of Excel. Raises UserError when there is nothing in it, or TooLargeError."""
    rows = split_tabs(text)
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise UserError("Kotaknya kosong. Salin tabel beserta judul kolomnya di Excel, lalu tempel di sini (Ctrl+V).")
    return _sheet(rows, TEMPELAN, "tempelan")


def split_tabs(text: str) -> list[Baris]:
    """Excel quotes a cell that holds a line break, a tab or a quote; what is quoted otherwise stays as it is."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _parsed(plain, "\t") if plain.count('"') % 2 == 0 else None
    return found if found is not None else [line.split("\t") for line in plain.split("\n")]


# ---------------------------------------------------------------- inside


def _told(text: str) -> tuple[str | None, str]:
    """The mark that Excel's own first line “sep=;” names. That line shows in no sheet."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    return (first[4], rest) if len(first) == 5 and first.lower().startswith("sep=") else (None, text)


def _split(text: str, mark: str | None) -> tuple[list[Baris], str]:
    """The rows by the mark that makes the most of them equally wide; of two such, the one that is no decimal comma."""
    found = [(rows, one) for one in ((mark,) if mark else teks.PEMISAH) if (rows := _parsed(text, one)) is not None]
    if not found:
        raise BrokenError("a quote that does not end")
    return max(found, key=lambda pair: _evenness(pair[0]))


def _evenness(rows: Sequence[Baris]) -> int:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)


def _parsed(text: str, mark: str) -> list[Baris] | None:
    """None when its quotes make no sense."""
    rows, places = [], 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            rows.append(row)
            places += len(row)
            if len(rows) > MAKS_BARIS or places > MAKS_TEMPAT:
                raise TooLargeError
    except csv.Error:
        return None
    return rows


def _check_commas(rows: Sequence[Baris], nama: str) -> None:
    """1,5 without quotes is two cells, and every figure after it stands in the wrong column."""
    wide = [(n, len(row)) for n, row in enumerate(rows, 1) if len(row) > 1]
    odd = next((pair for pair in wide if pair[1] != wide[0][1]), None)
    if odd is not None:
        raise UserError(
            f"Berkas “{nama}” memakai koma sebagai pemisah kolom, tetapi jumlah kolomnya tidak sama: baris "
            f"{wide[0][0]} berisi {wide[0][1]} kolom, baris {odd[0]} berisi {odd[1]}. Mungkin ada angka berkoma "
            "desimal yang ikut terpisah. Simpan dari Excel sebagai “Excel Workbook (.xlsx)”, lalu unggah kembali."
        )


def _sheet(rows: Sequence[Baris], nama: str, asal: str) -> Lembar:
    anggaran = Anggaran()
    made = Susunan(anggaran)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if cell:
                made.add(Sel(number, column, anggaran.take(cell)))
    return made.done(nama, "visible", asal)
