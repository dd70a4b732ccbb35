"""Writing a printable workbook of tables. Knows xlsxwriter, and nothing about LAKIP.

Figures are numbers, text is text: nothing a person typed can become a formula or a link.
"""

import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

A4 = 9
TINGGI = 12.5  # points of one line
FONT = {"font_name": "Arial", "font_size": 9, "valign": "top"}
GARIS = {"border": 1, "border_color": "#808080"}
KEPALA = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#D9E2EC"}
MERAH = {"bold": True, "font_color": "#B91C1C", "align": "center"}


@dataclass(frozen=True)
class Kolom:
    """`jenis`: teks, tengah, or angka. Figures take the decimals of `desimal`, or of the row's own key `desimal`.

    `warna`: key of the row that holds the cell's colour ("#rrggbb" or null).
    """

    judul: str
    kunci: str
    lebar: float
    jenis: str = "teks"
    desimal: int | None = None
    warna: str | None = None


@dataclass(frozen=True)
class Lembar:
    """One sheet: head lines, a table, notes. `tanda` is printed in red above all, when given.

    `beku`: how many columns stay while scrolling.
    """

    nama: str
    kepala: Sequence[str]
    kolom: Sequence[Kolom]
    baris: Sequence[Mapping[str, Any]]
    catatan: Sequence[str] = ()
    tanda: str = ""
    beku: int = 0


def write(lembar: Sequence[Lembar], judul: str, pembuat: str) -> bytes:
    """The workbook (.xlsx). Numbers are shown with the separators of the reader's own Excel."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": judul, "author": pembuat})
        formats: dict[tuple[Any, ...], Format] = {}

        def style(**properties: Any) -> Format:
            key = tuple(sorted(properties.items()))
            if key not in formats:
                formats[key] = book.add_format({**FONT, **properties})
            return formats[key]

        for one in lembar:
            _sheet(book.add_worksheet(one.nama), one, style)
    return out.getvalue()


def _sheet(sheet: Worksheet, lembar: Lembar, style: Any) -> None:
    head = _head(sheet, lembar, style)
    for index, kolom in enumerate(lembar.kolom):
        sheet.set_column(index, index, kolom.lebar)
        sheet.write_string(head, index, kolom.judul, style(**GARIS, **KEPALA))
    sheet.set_row(head, TINGGI * 3)
    for number, row in enumerate(lembar.baris, head + 1):
        sheet.set_row(number, TINGGI * _lines(lembar.kolom, row))
        for index, kolom in enumerate(lembar.kolom):
            _cell(sheet, number, index, kolom, row, style)
    below = head + len(lembar.baris) + 2
    for number, text in enumerate(lembar.catatan, below):
        sheet.write_string(number, 0, text, style())
    _print_setup(sheet, lembar, head)


def _head(sheet: Worksheet, lembar: Lembar, style: Any) -> int:
    """Write the lines above the table; returns the row of the table's own head."""
    lines = [(text, {"bold": True, "align": "center", "font_size": 11}) for text in lembar.kepala]
    if lembar.tanda:
        lines.insert(0, (lembar.tanda, MERAH))
    last = len(lembar.kolom) - 1
    for number, (text, look) in enumerate(lines):
        if last:
            sheet.merge_range(number, 0, number, last, "", style(**look))
        sheet.write_string(number, 0, text, style(**look))
    return len(lines) + 1


def _cell(sheet: Worksheet, number: int, index: int, kolom: Kolom, row: Mapping[str, Any], style: Any) -> None:
    look: dict[str, Any] = dict(GARIS)
    if kolom.warna and row.get(kolom.warna):
        look["bg_color"] = row[kolom.warna]
    value = row.get(kolom.kunci)
    if kolom.jenis == "angka":
        desimal = kolom.desimal if kolom.desimal is not None else row["desimal"]
        look["num_format"] = "#,##0" + ("." + "0" * desimal if desimal else "")
        look["align"] = "right"
    else:
        look |= {"text_wrap": True, "align": "center" if kolom.jenis == "tengah" else "left"}
    if value is None or value == "":
        sheet.write_blank(number, index, None, style(**look))
    elif isinstance(value, int | Decimal):
        sheet.write_number(number, index, float(value), style(**look))
    else:
        sheet.write_string(number, index, str(value), style(**look))


def _lines(kolom: Sequence[Kolom], row: Mapping[str, Any]) -> int:
    """How many lines the longest text of the row takes; not every program fits wrapped rows by itself."""
    texts = ((k, str(row.get(k.kunci) or "")) for k in kolom if k.jenis != "angka")
    return max((len(textwrap.wrap(text, max(1, int(k.lebar * 1.15)))) for k, text in texts), default=1) or 1


def _print_setup(sheet: Worksheet, lembar: Lembar, head: int) -> None:
    sheet.freeze_panes(head + 1, lembar.beku)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(head)
    mark = lembar.tanda.replace("&", "&&")
    sheet.set_footer(f"&L&8{mark}&C&8Halaman &P dari &N")
    sheet.hide_gridlines(2)
