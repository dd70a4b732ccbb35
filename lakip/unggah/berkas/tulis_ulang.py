"""A new .xlsx with the cells as they were read, for a file whose own format cannot be handed back marked."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import OverlappingRange

from lakip.berkas.aliran import TooLargeError
from lakip.unggah.berkas.lembar import Lembar, Sel

MAKS_SEL = 45_000  # two elements each, and so many does the marked copy take
MAKS_LUAS = 20_000  # cells within merged ranges, each of which is written
MAKS_HURUF = 32_767
TERLARANG = re.compile(r"[\[\]:*?/\\]|^'|'$")
BELUM_DIHITUNG = "(rumus belum dihitung)"


def workbook(lembar: Sequence[Lembar]) -> tuple[bytes, Mapping[str, str]]:
    """The workbook, and what each sheet is called in it: Excel takes fewer names than other programs.

    Raises TooLargeError for more cells than a marked copy takes.
    """
    if sum(len(row) for one in lembar for row in one.baris.values()) > MAKS_SEL:
        raise TooLargeError
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "nan_inf_to_errors": True})
    writer, names = _Penulis(book), _names(lembar)
    for one in lembar:
        writer.write(book.add_worksheet(names[one.nama]), one)
    book.close()
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


class _Penulis:
    """Writes sheets of one workbook; each kind of look is made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._looks: dict[tuple[str, bool], Any] = {}
        self._above = book.add_format({"font_script": 1})
        self._struck = book.add_format({"font_strikeout": True})
        self._area = MAKS_LUAS

    def write(self, sheet: Any, one: Lembar) -> None:
        for area in one.gabungan:
            self._merge(sheet, area)
        for sel in one:
            self._cell(sheet, sel)
        for (row, column), note in one.komentar.items():
            sheet.write_comment(row - 1, column - 1, note)
        for row in one.tertutup:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for column in one.kolom_tertutup:
            sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
        if one.tersembunyi:
            sheet.hide() if one.keadaan == "hidden" else sheet.very_hidden()

    def _merge(self, sheet: Any, area: tuple[int, int, int, int]) -> None:
        top, left, bottom, right = area
        self._area -= max(bottom - top + 1, 0) * max(right - left + 1, 0)
        if self._area < 0 or bottom < top or right < left or (top, left) == (bottom, right):
            return
        try:
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        except OverlappingRange:
            return

    def _cell(self, sheet: Any, sel: Sel) -> None:
        place, look = (sel.baris - 1, sel.kolom - 1), self._look(sel.format, sel.coret)
        match sel.nilai:
            case None:
                sheet.write_string(*place, BELUM_DIHITUNG, look)
            case bool():
                sheet.write_boolean(*place, sel.nilai, look)
            case int() | float() if abs(sel.nilai) < 1e300:
                sheet.write_number(*place, sel.nilai, look)
            case datetime() if sel.nilai.year >= 1900:
                sheet.write_datetime(*place, sel.nilai, look)
            case _:
                self._text(sheet, place, sel, look)

    def _text(self, sheet: Any, place: tuple[int, int], sel: Sel, look: Any) -> None:
        pieces = [(self._struck, sel.tercoret), (None, str(sel.nilai)), (self._above, sel.catatan_kaki)]
        filled = [(style, text) for style, text in pieces if text]
        if len(filled) > 1 and sum(len(text) for _, text in filled) <= MAKS_HURUF:
            fragments = [part for style, text in filled for part in ((style, text) if style else (text,))]
            sheet.write_rich_string(*place, *fragments, look)
        else:
            sheet.write_string(*place, str(sel.nilai)[:MAKS_HURUF], look)

    def _look(self, code: str, struck: bool) -> Any:
        if (code, struck) not in self._looks:
            self._looks[code, struck] = self._book.add_format({"num_format": code, "font_strikeout": struck})
        return self._looks[code, struck]
