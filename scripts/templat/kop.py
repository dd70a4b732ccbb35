"""The kop of every paper (lakip/export/kop.py), and the same words under their emblem: a cover, the cell of a form.

Without emblem or address in the settings the rest stands as it would: nothing holds their place.
"""

from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from templat.naskah import Naskah
from templat.rencana_dasar import line
from templat.word_dasar import LEBAR_TEGAK, fixed, keep_row, widths

SAMPING = 2.2  # cm left of the words for the emblem, and right of them so that they stand in the middle
GAMBAR = "{% for g in kop.lambang %}{{ g }}{% endfor %}"


def kop(n: Naskah, lebar: float = LEBAR_TEGAK, ukuran: float = 12.0, ruang: float = 8.0) -> None:
    """Emblem, words, double line; `ruang` is left below, in points."""
    kolom = [SAMPING, lebar - 2 * SAMPING, SAMPING]
    table = n.doc.add_table(rows=1, cols=3)
    fixed(table, kolom)
    row = table.rows[0]
    keep_row(row)
    for cell in row.cells:
        cell.vertical_alignment = VERTICAL.CENTER
        _underline(cell)
    line(row.cells[0].paragraphs[0], GAMBAR, space_after=Pt(2))
    _words(row.cells[1], ukuran, row.cells[1].paragraphs[0])
    widths(table, kolom)
    n.text("", space_after=Pt(0), line_spacing=Pt(ruang))


def kop_tengah(wadah: Any, ukuran: float) -> Any:
    """Emblem above, words below it, in the middle of a document or a cell; returns the last paragraph."""
    wadah.add_paragraph("{%p if kop.lambang %}")
    line(wadah.add_paragraph(), GAMBAR, space_after=Pt(6))
    wadah.add_paragraph("{%p endif %}")
    return _words(wadah, ukuran, wadah.add_paragraph())


def _words(wadah: Any, ukuran: float, first: Any) -> Any:
    line(first, "{{ kop.pemerintah }}", tebal=True)
    line(wadah.add_paragraph(), "{{ kop.kantor }}", tebal=True)
    lines = [first, wadah.paragraphs[-1]]
    wadah.add_paragraph("{%p if kop.alamat %}")
    line(wadah.add_paragraph(), "{{ kop.alamat }}")
    lines.append(wadah.paragraphs[-1])
    wadah.add_paragraph("{%p endif %}")
    for paragraph, besar in zip(lines, (ukuran, ukuran + 2, ukuran - 2.5), strict=True):
        paragraph.runs[0].font.size = Pt(besar)
    return lines[-1]


def _underline(cell: Any) -> None:
    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "24"), ("space", "0"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)
