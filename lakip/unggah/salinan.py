"""The user's own workbook handed back: each cell with a temuan coloured and commented, a first sheet that lists all.

openpyxl loads a workbook whole, so only one that was counted small is marked.
"""

import io
import warnings
from collections.abc import Sequence

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lakip.errors import UserError
from lakip.unggah.aliran import RUSAK, Arsip, TooLargeError
from lakip.unggah.berkas import display_name, open_parts
from lakip.validasi import Temuan, Tingkat

MAKS_UNSUR = 150_000
LEMBAR = "Temuan"
WARNA = {Tingkat.SALAH: "FFD6D1", Tingkat.TANYA: "FFE9B8", Tingkat.CATATAN: "DCE9F9"}
NAMA = {Tingkat.SALAH: "Perlu diperbaiki", Tingkat.TANYA: "Perlu dijawab", Tingkat.CATATAN: "Catatan"}
JUDUL = (("No", 6), ("Tingkat", 18), ("Lembar", 20), ("Sel", 8), ("Temuan dan jalan keluarnya", 110))

BESAR = (
    "Berkas “{nama}” terlalu besar untuk dibuatkan salinan bertanda. "
    "Pakai daftar temuan di layar, atau salin tabelnya saja ke buku kerja baru."
)


def marked_copy(content: bytes, nama_berkas: str, temuan: Sequence[Temuan]) -> bytes:
    """The same .xlsx with the temuan marked; values, formulas and formats are the user's.

    Raises UserError when the workbook is too large or cannot be written again.
    """
    nama = display_name(nama_berkas)
    arsip = open_parts(content, nama)
    try:
        _count(arsip)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
        _mark(book, temuan)
        _list(book, temuan)
        buffer = io.BytesIO()
        book.save(buffer)
    except (TooLargeError, *RUSAK, AttributeError, TypeError) as error:
        raise UserError(BESAR.format(nama=nama)) from error
    return buffer.getvalue()


def _count(arsip: Arsip) -> None:
    """Every element that openpyxl would keep as an object of its own."""
    total = 0
    for part in sorted(arsip.names):
        if part.endswith((".xml", ".rels", ".vml")):
            total += arsip.elements(part)
            if total > MAKS_UNSUR:
                raise TooLargeError


def _mark(book: Workbook, temuan: Sequence[Temuan]) -> None:
    """The gravest temuan of a cell gives its colour; all of them are in its comment."""
    by_cell: dict[tuple[str, str], list[Temuan]] = {}
    for one in temuan:
        if one.sel and one.lembar in book.sheetnames:
            by_cell.setdefault((one.lembar, one.sel), []).append(one)
    for (lembar, sel), found in by_cell.items():
        cell = _top_left(book[lembar], sel)
        worst = min(found, key=lambda t: list(Tingkat).index(t.tingkat))
        cell.fill = PatternFill("solid", start_color=WARNA[worst.tingkat])
        cell.comment = Comment("\n".join(t.pesan for t in found), "Lakip", height=120, width=320)


def _top_left(sheet: Worksheet, sel: str):  # type: ignore[no-untyped-def]
    """The cell itself, or the one that shows in its merge."""
    for merged in sheet.merged_cells.ranges:
        if sel in merged:
            return sheet.cell(merged.min_row, merged.min_col)
    return sheet[sel]


def _list(book: Workbook, temuan: Sequence[Temuan]) -> None:
    sheet = book.create_sheet(_free_name(book), 0)
    for column, (judul, width) in enumerate(JUDUL, start=1):
        head = sheet.cell(1, column, judul)
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = width
    for number, one in enumerate(temuan, start=1):
        sheet.cell(number + 1, 1, number)
        for column, text in enumerate((NAMA[one.tingkat], one.lembar, one.sel, one.pesan), start=2):
            cell = sheet.cell(number + 1, column)
            cell.value = text
            # A message may quote a cell that begins with "=": it stays text.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number + 1, 2).fill = PatternFill("solid", start_color=WARNA[one.tingkat])
        if one.sel and one.lembar in book.sheetnames:
            link = sheet.cell(number + 1, 4)
            link.hyperlink = f"#'{one.lembar.replace(chr(39), chr(39) * 2)}'!{one.sel}"
            link.font = Font(underline="single", color="0563C1")
    sheet.freeze_panes = "A2"
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _free_name(book: Workbook) -> str:
    names = {name.casefold() for name in book.sheetnames}
    return next(n for n in (LEMBAR, *(f"{LEMBAR} {i}" for i in range(2, 300))) if n.casefold() not in names)
