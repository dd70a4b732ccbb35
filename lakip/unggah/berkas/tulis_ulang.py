"""A new .xlsx with the cells as they were read, for a file whose own format cannot be handed back marked."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lakip.berkas.aliran import TooLargeError
from lakip.unggah.berkas.lembar import Lembar, Sel, alamat

MAKS_SEL = 45_000  # two elements each, and so many does the marked copy take
MAKS_LUAS = 20_000  # cells within merged ranges, each of which is written
MAKS_HURUF = 32_767
TERLARANG = re.compile(r"[\[\]:*?/\\]|^'|'$")
BELUM_DIHITUNG = "(rumus belum dihitung)"
DICORET, NAIK = InlineFont(strike=True), InlineFont(vertAlign="superscript")


def workbook(lembar: Sequence[Lembar]) -> tuple[bytes, Mapping[str, str]]:
    """The workbook, and what each sheet is called in it: Excel takes fewer names than other programs.

    Raises TooLargeError for more cells than a marked copy takes.
    """
    if sum(len(row) for one in lembar for row in one.baris.values()) > MAKS_SEL:
        raise TooLargeError
    book, buffer, names, left = openpyxl.Workbook(), io.BytesIO(), _names(lembar), MAKS_LUAS
    book.remove(book.worksheets[0])
    for one in lembar:
        sheet: Any = book.create_sheet(names[one.nama])
        sheet.sheet_state = one.keadaan
        for sel in one:
            _write(sheet.cell(sel.baris, sel.kolom), sel)
        for place, note in one.komentar.items():
            sheet.cell(*place).comment = Comment(note, "")
        for row in one.tertutup:
            sheet.row_dimensions[row].hidden = True
        for column in one.kolom_tertutup:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        left = _merge(sheet, one, left)
    book.save(buffer)
    return buffer.getvalue(), names


# ---------------------------------------------------------------- inside


def _names(lembar: Sequence[Lembar]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in lembar:
        bare = TERLARANG.sub(" ", one.nama)[:28].strip() or "Lembar"
        taken = {name.casefold() for name in found.values()}
        found[one.nama] = next(
            name for name in (bare, *(f"{bare} {n}" for n in range(2, 300))) if name.casefold() not in taken
        )
    return found


def _merge(sheet: Any, one: Lembar, left: int) -> int:
    """The merges that fit into what is `left` of all cells within merges and do not overlap; gives the new rest."""
    taken: set[tuple[int, int]] = set()
    for top, start, bottom, end in one.gabungan:
        left -= max(bottom - top + 1, 0) * max(end - start + 1, 0)
        if left < 0 or bottom < top or end < start or (top, start) == (bottom, end):
            continue
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(start, end + 1)}
        if not cells & taken:
            taken |= cells
            sheet.merge_cells(f"{alamat(top, start)}:{alamat(bottom, end)}")
    return left


def _write(cell: Any, sel: Sel) -> None:
    cell.number_format, cell.font = sel.format or "General", Font(strike=sel.coret)
    pieces = [(DICORET, sel.tercoret), (None, str(sel.nilai)), (NAIK, sel.catatan_kaki)]
    filled = [TextBlock(style, text) if style else text for style, text in pieces if text]
    match sel.nilai:
        case None:
            cell.value = BELUM_DIHITUNG
        case int() | float() if abs(sel.nilai) < 1e300:
            cell.value = sel.nilai
        case datetime() if sel.nilai.year >= 1900:
            cell.value, cell.number_format = sel.nilai, sel.format
        case _ if len(filled) > 1 and sum(len(text) for _, text in pieces) <= MAKS_HURUF:
            cell.value = CellRichText(*filled)
        case _:
            cell.value, cell.data_type = str(sel.nilai)[:MAKS_HURUF], "s"
