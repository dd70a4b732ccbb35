"""What openpyxl does not write by itself: runs in a cell, kept values of formulas, one cell changed in a finished file."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from buku_kantor import Buku
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont


def naik(text: str, kecil: str) -> CellRichText:
    """A text with a superscript behind it."""
    return CellRichText(text, TextBlock(InlineFont(vertAlign="superscript"), kecil))


def sebagian_dicoret(lama: str, baru: str) -> CellRichText:
    return CellRichText(TextBlock(InlineFont(strike=True), lama), " ", TextBlock(InlineFont(), baru))


def kept(content: bytes, nilai: Mapping[str, Any] | Any, calculated: bool = False) -> bytes:
    """Give the formulas of the first sheet a kept value: by cell, or one for all.

    calculated: as Excel leaves them; otherwise as a program that never calculates does (to be calculated on opening).
    """
    source, target_file = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()

    def value(found: re.Match[str]) -> str:
        one = nilai.get(found[1]) if isinstance(nilai, Mapping) else nilai
        if one is None:
            return found[0]
        cell = found[2].replace("<c ", '<c t="e" ', 1) if str(one).startswith("#") else found[2]
        return f"{cell}<v>{one}</v></c>"

    with zipfile.ZipFile(target_file, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                pattern = r'(?=<c r="([A-Z]+\d+)")(<c [^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?</c>'
                data = re.sub(pattern, value, data.decode()).encode()
            if name == "xl/workbook.xml" and calculated:
                data = data.replace(b' fullCalcOnLoad="1"', b"").replace(b'calcId="124519"', b'calcId="191029"')
            if name == "docProps/app.xml" and calculated:
                data = re.sub(rb"<Application>[^<]*", b"<Application>Microsoft Excel", data)
            out.writestr(name, data)
    return target_file.getvalue()


def patched(content: bytes, sel: str, value: Any) -> bytes:
    """The same file with one other value in a cell of its first sheet, without loading it: a hundred a second.

    value: a text, a number, None for an empty cell, "=..." for a formula that nobody calculated.
    """
    source, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    name = "xl/worksheets/sheet1.xml"
    pattern = rf'<c r="{sel}"((?: s="\d+")?)[^>]*?(?:/>|>.*?</c>)'
    data, count = re.subn(pattern, lambda found: _cell(sel, found[1], value), source.read(name).decode(), count=1)
    assert count == 1, f"{sel} is not written in this file"
    with zipfile.ZipFile(out, "w") as target_file:
        for one in source.namelist():
            target_file.writestr(one, data if one == name else source.read(one))
    return out.getvalue()


def _cell(sel: str, style: str, value: Any) -> str:
    if value is None:
        return f'<c r="{sel}"{style}/>'
    if isinstance(value, int | float):
        return f'<c r="{sel}"{style}><v>{value!r}</v></c>'
    if value.startswith("="):
        return f'<c r="{sel}"{style}><f>{escape(value[1:])}</f><v>0</v></c>'
    return f'<c r="{sel}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def as_csv(pemisah: str, kode: str, buku: Buku) -> bytes:
    """The first sheet as text, as an office computer exports it: decimals with a comma, nothing of formats."""
    out = io.StringIO()
    rows = buku.wb.worksheets[0].iter_rows(values_only=True)
    csv.writer(out, delimiter=pemisah).writerows([_exported(value) for value in row] for row in rows)
    return out.getvalue().encode(kode)


def _exported(value: Any) -> str:
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def by_xlsxwriter(buku: Buku) -> bytes:
    """The cells and merges of a workbook, written by a program that shares its texts and never calculates a formula."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as wb:
        for ws in buku.wb.worksheets:
            sheet = wb.add_worksheet(ws.title)
            for found in ws.merged_cells.ranges:
                sheet.merge_range(found.coord, ws.cell(found.min_row, found.min_col).value)
            for cell in (c for row in ws.iter_rows() for c in row if c.value is not None):
                sheet.write(cell.row - 1, cell.column - 1, cell.value)
                if cell.comment:
                    sheet.write_comment(cell.row - 1, cell.column - 1, cell.comment.text)
    return out.getvalue()
