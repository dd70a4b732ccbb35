"""The template of the summary of a periode: one A4 page."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from templat.kop import kop
from templat.naskah import KEPALA, Kolom, Naskah
from templat.rencana_dasar import finish, frame, open_document
from templat.word_dasar import fill, fixed, keep_row, page, widths

LEBAR = 18.0
INDIKATOR = [
    Kolom("Sasaran dan indikator Camat", "{{ r.nama }}", 6.0),
    Kolom("Realisasi", "{{ r.realisasi }}", 1.8, "kanan", pudar="r.pudar"),
    Kolom("Target", "{{ r.target }}", 2.2, "kanan", pudar="r.pudar"),
    Kolom("Terhadap target", "{% for g in r.bilah %}{{ g }}{% endfor %}", 3.1, "tengah"),
    Kolom("Capaian", "{{ r.capaian }}", 2.9, "kiri", tebal=True, pudar="r.pudar"),
    Kolom("{{ triwulan }}", "{{ r.tw }}", 2.0, "tengah"),
]
HAL = [
    Kolom("No.", "{{ r.nomor }}", 0.8, "tengah"),
    Kolom("Yang perlu diputuskan atau ditindaklanjuti", "{{ r.apa }}", 6.2, tebal=True),
    Kolom("Sebab dan langkah", "{{ r.mengapa }}", 11.0),
]


def ringkasan() -> Naskah:
    """The whole template."""
    n = open_document("{{ judul }}")
    section = n.doc.sections[0]
    page(section, landscape=False)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(1.1), Cm(1.2)
    section.header_distance = section.footer_distance = Cm(0.6)
    frame(section)
    kop(n, LEBAR, ukuran=10, ruang=3)
    n.text("{{ judul }}", "tengah", tebal=True, ukuran=12, space_before=Pt(0), space_after=Pt(0), line_spacing=1.0)
    n.text("{{ keadaan }}", "tengah", ukuran=8.5, space_after=Pt(4), line_spacing=1.0)
    _verdict(n)
    _tiles(n)
    _indikator(n)
    n.tag("{%p if hal %}")
    n.table(HAL, "r in hal", "", ukuran=8)
    _thin(n.doc.tables[-1])
    n.tag("{%p endif %}")
    _lines(n, "hal_lain", "{{ hal_lain }}")
    _list(n, "ditunggu", "Yang ditunggu", "{{ x }}")
    _list(n, "tanggal", "Tanggal", "{{ x.tanggal }}: {{ x.apa }}")
    _lines(n, "tanggal_lain", "{{ tanggal_lain }}")
    return finish(n)


def _verdict(n: Naskah) -> None:
    paragraph = n.text("{{ putusan }} ", "kiri", tebal=True, ukuran=11.5, space_after=Pt(5), line_spacing=1.05)
    run = paragraph.add_run("{{ lanjutan }}")
    run.font.size = Pt(11.5)


def _tiles(n: Naskah) -> None:
    """One row of four, over the tiles of the dashboard."""
    table = n.doc.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    width = [LEBAR / 4] * 4
    fixed(table, width)
    for number, cell in enumerate(table.rows[0].cells):
        one = f"kotak[{number}]"
        fill(cell, f"{{{{ {one}.judul }}}}", "kiri", 8)
        big = cell.add_paragraph()
        _tight(big)
        run = big.add_run(f"{{{{ {one}.angka }}}}")
        run.font.size, run.bold = Pt(13), True
        moved = big.add_run(f" {{{{ {one}.gerak }}}}")
        moved.font.size, moved.bold = Pt(9), True
        below = cell.add_paragraph()
        _tight(below)
        below.paragraph_format.space_after = Pt(2)
        below.add_run(f"{{{{ {one}.keterangan }}}}").font.size = Pt(7.5)
    keep_row(table.rows[0])
    widths(table, width)
    n.text("", space_after=Pt(0), line_spacing=Pt(6))


def _indikator(n: Naskah) -> None:
    """A head over its indikator runs over the whole width."""
    table = n.doc.add_table(rows=1, cols=len(INDIKATOR))
    table.style = "Table Grid"
    width = [k.lebar for k in INDIKATOR]
    fixed(table, width)
    for cell, k in zip(table.rows[0].cells, INDIKATOR, strict=True):
        fill(cell, k.judul, "tengah", 8, tebal=True, warna=KEPALA, tengah=True)
    keep_row(table.rows[0], repeat=True)
    n._tag_row(table, "for r in baris")
    n._tag_row(table, "if r.kepala")
    row = table.add_row()
    fill(row.cells[0].merge(row.cells[-1]), "{{ r.kepala }}", "kiri", 8, tebal=True, warna="F1F5F9")
    keep_row(row)
    n._tag_row(table, "else")
    row = table.add_row()
    for cell, k in zip(row.cells, INDIKATOR, strict=True):
        fill(cell, k.isi, k.rata, 8.5, tebal=k.tebal, pudar=k.pudar)
    keep_row(row)
    n._tag_row(table, "endif")
    n._tag_row(table, "endfor")
    widths(table, width)
    _thin(table)
    n.text("", space_after=Pt(0), line_spacing=Pt(6))


def _list(n: Naskah, name: str, judul: str, text: str) -> None:
    """A head and its lines; nothing where there are none."""
    n.tag(f"{{%p if {name} %}}")
    n.text(
        judul,
        "kiri",
        tebal=True,
        ukuran=9,
        space_before=Pt(3),
        space_after=Pt(1),
        line_spacing=1.0,
        keep_with_next=True,
    )
    n.tag(f"{{%p for x in {name} %}}")
    n.text(f"– {text}", "kiri", ukuran=8.5, space_after=Pt(0), line_spacing=1.05, left_indent=Cm(0.35),
           first_line_indent=Cm(-0.35))  # fmt: skip
    n.tag("{%p endfor %}")
    n.tag("{%p endif %}")


def _lines(n: Naskah, name: str, text: str) -> None:
    n.tag(f"{{%p if {name} %}}")
    paragraph = n.text(text, "kiri", ukuran=8, space_after=Pt(0), line_spacing=1.0)
    paragraph.runs[0].font.color.rgb = RGBColor(0x4B, 0x55, 0x63)
    n.tag("{%p endif %}")


def _tight(paragraph: Any) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0


def _thin(table: Any) -> None:
    """Lines between rows only: a page with less ink reads sooner."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        element = OxmlElement(f"w:{side}")
        lined = side in ("top", "bottom", "insideH")
        for name, value in (("val", "single" if lined else "nil"), ("sz", "4"), ("space", "0"), ("color", "B6BFCA")):
            element.set(qn(f"w:{name}"), value)
        borders.append(element)
    table._tbl.tblPr.append(borders)
