"""Writing a printable workbook of tables under the kop of the office. Knows xlsxwriter, and nothing about LAKIP.

Figures are numbers, text is text: nothing a person typed can become a formula or a link.
"""

import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.worksheet import Worksheet

from lakip.export.kop import Kop

A3, A4 = 8, 9
TINGGI = 12.5  # points of one line
FONT = {"font_name": "Arial", "font_size": 9, "valign": "top"}
GARIS = {"border": 1, "border_color": "#808080"}
KEPALA = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#D9E2EC"}
TEBAL = {"bold": True, "bg_color": "#F3F4F6"}
JUDUL = {"bold": True, "align": "center", "font_size": 11}
TINGGI_LAMBANG = 43  # points: the three lines of a kop
MERAH = {"bold": True, "font_color": "#B91C1C", "align": "center"}


@dataclass(frozen=True)
class Kolom:
    """`jenis`: teks, tengah, or angka. Figures take the decimals of `desimal`, or of the row's own key `desimal`.

    `warna`: key of the row that holds the cell's colour ("#rrggbb" or null). `induk`: the head above it, shared with
    its neighbours of the same. `nomor`: as the form numbers it, in a row of its own.
    """

    judul: str
    kunci: str
    lebar: float
    jenis: str = "teks"
    desimal: int | None = None
    warna: str | None = None
    induk: str = ""
    nomor: str = ""


@dataclass(frozen=True)
class Lembar:
    """One sheet: head lines, a table, notes, a signature. `tanda` is printed in red above all, when given.

    `beku`: how many columns stay while scrolling. A row with a true key `tebal` is printed bold and shaded.
    `catatan`: lines under the table, over its whole width. `ttd`: blocks of lines beside each other, from the left.
    """

    nama: str
    kepala: Sequence[str]
    kolom: Sequence[Kolom]
    baris: Sequence[Mapping[str, Any]]
    catatan: Sequence[str] = ()
    tanda: str = ""
    beku: int = 0
    ttd: Sequence[Sequence[str]] = ()
    kertas: int = A4


def write(lembar: Sequence[Lembar], judul: str, pembuat: str, kop: Kop) -> bytes:
    """The workbook (.xlsx), each sheet under the kop. Numbers are shown with the separators of the reader's Excel."""
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
            _sheet(book.add_worksheet(one.nama), one, kop, style)
    return out.getvalue()


def _sheet(sheet: Worksheet, lembar: Lembar, kop: Kop, style: Any) -> None:
    head = _head(sheet, lembar, kop, style)
    last = _table_head(sheet, lembar.kolom, head, style)
    for number, row in enumerate(lembar.baris, last + 1):
        sheet.set_row(number, TINGGI * _lines(lembar.kolom, row))
        for index, kolom in enumerate(lembar.kolom):
            _cell(sheet, number, index, kolom, row, style)
    below = _notes(sheet, lembar, last + len(lembar.baris) + 2, style)
    _signatures(sheet, lembar, below + 1, style)
    _print_setup(sheet, lembar, head, last)


def _table_head(sheet: Worksheet, kolom: Sequence[Kolom], head: int, style: Any) -> int:
    """The head of the table, in as many rows as its columns ask for; returns the last of them."""
    look = style(**GARIS, **KEPALA)
    low = head + any(k.induk for k in kolom)
    for index, one in enumerate(kolom):
        sheet.set_column(index, index, one.lebar)
        top = low if one.induk else head
        _merged(sheet, (top, index, low, index), one.judul, look)
    for induk, group in groupby(enumerate(kolom), key=lambda item: item[1].induk):
        columns = [index for index, _ in group]
        if induk:
            _merged(sheet, (head, columns[0], head, columns[-1]), induk, look)
    sheet.set_row(low, TINGGI * 3)
    if low > head:
        sheet.set_row(head, TINGGI * 3)
    if not any(k.nomor for k in kolom):
        return low
    for (nomor, _), group in groupby(enumerate(kolom), key=lambda item: (item[1].nomor, item[1].induk or item[0])):
        columns = [index for index, _ in group]
        _merged(sheet, (low + 1, columns[0], low + 1, columns[-1]), nomor, look)
    return low + 1


def _merged(sheet: Worksheet, area: tuple[int, int, int, int], text: str, look: Format) -> None:
    """One text over an area, which may be a single cell."""
    if area[:2] != area[2:]:
        sheet.merge_range(*area, "", look)
    sheet.write_string(area[0], area[1], text, look)


def _notes(sheet: Worksheet, lembar: Lembar, row: int, style: Any) -> int:
    """The lines under the table; returns the row after them."""
    width = sum(k.lebar for k in lembar.kolom)
    for text in lembar.catatan:
        lines = sum(max(1, len(textwrap.wrap(part, max(1, int(width))))) for part in text.split("\n"))
        sheet.set_row(row, TINGGI * lines)
        _merged(sheet, (row, 0, row, len(lembar.kolom) - 1), text, style(text_wrap=True))
        row += 1
    return row


def _signatures(sheet: Worksheet, lembar: Lembar, row: int, style: Any) -> None:
    """Blocks of lines of the same height beside each other, each over its share of the width."""
    count, columns = len(lembar.ttd), len(lembar.kolom)
    for n, block in enumerate(lembar.ttd):
        first, last = columns * n // count, columns * (n + 1) // count - 1
        for line, text in enumerate(block, row):
            _merged(sheet, (line, first, line, last), text, style(align="center"))


def _head(sheet: Worksheet, lembar: Lembar, kop: Kop, style: Any) -> int:
    """Write the kop and the lines above the table; returns the row of the table's own head."""
    lines: list[tuple[str, dict[str, Any]]] = [(lembar.tanda, MERAH)] if lembar.tanda else []
    _emblem(sheet, len(lines), kop)
    lines += [(text, JUDUL) for text in (kop.pemerintah, kop.kantor)]
    lines += [(kop.alamat, {"align": "center"})] if kop.alamat else []
    lines += [(text, JUDUL) for text in lembar.kepala]
    last = len(lembar.kolom) - 1
    for number, (text, look) in enumerate(lines):
        if last:
            sheet.merge_range(number, 0, number, last, "", style(**look))
        sheet.write_string(number, 0, text, style(**look))
    return len(lines) + 1


def _emblem(sheet: Worksheet, row: int, kop: Kop) -> None:
    """At the left of the kop, as high as its lines."""
    for gambar in kop.lambang:
        content = gambar.png() if callable(gambar.png) else gambar.png
        picture = Image(io.BytesIO(content))
        scale = TINGGI_LAMBANG / (picture.height * 72 / picture.y_dpi)
        about = gambar.alt() if callable(gambar.alt) else gambar.alt
        place = {"x_offset": 4, "y_offset": 1, "x_scale": scale, "y_scale": scale, "description": about}
        sheet.insert_image(row, 0, "lambang.png", {**place, "image_data": io.BytesIO(content), "object_position": 2})


def _cell(sheet: Worksheet, number: int, index: int, kolom: Kolom, row: Mapping[str, Any], style: Any) -> None:
    look: dict[str, Any] = {**GARIS, **(TEBAL if row.get("tebal") else {})}
    if kolom.warna and row.get(kolom.warna):
        look["bg_color"] = row[kolom.warna]
    value = row.get(kolom.kunci)
    if kolom.jenis == "angka":
        desimal = kolom.desimal if kolom.desimal is not None else row.get("desimal", 0)
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


def _print_setup(sheet: Worksheet, lembar: Lembar, head: int, last: int) -> None:
    sheet.freeze_panes(last + 1, lembar.beku)
    sheet.set_landscape()
    sheet.set_paper(lembar.kertas)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(head, last)
    mark = lembar.tanda.replace("&", "&&")
    sheet.set_footer(f"&L&8{mark}&C&8Halaman &P dari &N")
    sheet.hide_gridlines(2)
