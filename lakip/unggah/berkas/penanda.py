"""The child process that marks a workbook: openpyxl loads it whole, so it does that away from the server.

Reads one JSON line (the temuan as plain rows) and then the .xlsx from stdin, writes the marked .xlsx to stdout.
Run by `salinan` only; imports next to nothing of Lakip, so that it starts quickly.
"""

import io
import json
import sys
import warnings
from typing import Any, TypedDict

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from lakip.unggah.berkas.anak import limit
from lakip.unggah.berkas.komentar import DARI_KAMI, SEMULA, kept

LEMBAR = "Temuan"
JUDUL = (("No", 6), ("Tingkat", 18), ("Lembar", 20), ("Sel", 8), ("Temuan dan jalan keluarnya", 110))


class Tanda(TypedDict):
    """One temuan as the child needs it; `berat` is 0 for the gravest."""

    lembar: str
    sel: str
    pesan: str
    tingkat: str
    warna: str
    berat: int


def main(batas_memori: int) -> None:
    limit(batas_memori)
    tanda: list[Tanda] = json.loads(sys.stdin.buffer.readline())
    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()), keep_links=False, rich_text=True)
    _mark(book, tanda)
    _list(book, tanda)
    buffer = io.BytesIO()
    book.save(buffer)
    sys.stdout.buffer.write(buffer.getvalue())


def _mark(book: Workbook, tanda: list[Tanda]) -> None:
    """The gravest temuan of a cell gives its colour; all of them are in its comment."""
    by_cell: dict[tuple[str, str], list[Tanda]] = {}
    for one in tanda:
        if one["sel"] and one["lembar"] in book.sheetnames:
            by_cell.setdefault((one["lembar"], one["sel"]), []).append(one)
    for (lembar, sel), found in by_cell.items():
        cell = _top_left(book[lembar], sel)
        cell.fill = PatternFill("solid", start_color=min(found, key=lambda t: t["berat"])["warna"])
        old = kept(cell.comment.text) if cell.comment else ""
        said = [DARI_KAMI, *(t["pesan"] for t in found), *([SEMULA, old] if old else [])]
        cell.comment = Comment("\n".join(said), "Lakip", height=120, width=320)


def _top_left(sheet: Any, sel: str) -> Any:
    """The cell itself, or the one that shows in its merge."""
    for merged in sheet.merged_cells.ranges:
        if sel in merged:
            return sheet.cell(merged.min_row, merged.min_col)
    return sheet[sel]


def _list(book: Workbook, tanda: list[Tanda]) -> None:
    sheet: Any = book.create_sheet(_free_name(book), 0)
    for column, (judul, width) in enumerate(JUDUL, start=1):
        head = sheet.cell(1, column, judul)
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = width
    for number, one in enumerate(tanda, start=1):
        _line(sheet, number, one, one["lembar"] in book.sheetnames)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _line(sheet: Any, number: int, one: Tanda, reachable: bool) -> None:
    sheet.cell(number + 1, 1, number)
    for column, text in enumerate((one["tingkat"], one["lembar"], one["sel"], one["pesan"]), start=2):
        cell = sheet.cell(number + 1, column)
        cell.value = text
        # A message may quote a cell that begins with "=": it stays text.
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(number + 1, 2).fill = PatternFill("solid", start_color=one["warna"])
    if one["sel"] and reachable:
        link = sheet.cell(number + 1, 4)
        link.hyperlink = f"#'{one['lembar'].replace(chr(39), chr(39) * 2)}'!{one['sel']}"
        link.font = Font(underline="single", color="0563C1")


def _free_name(book: Workbook) -> str:
    taken = {name.casefold() for name in book.sheetnames}
    return next(n for n in (LEMBAR, *(f"{LEMBAR} {i}" for i in range(2, 300))) if n.casefold() not in taken)


if __name__ == "__main__":
    main(int(sys.argv[1]))
