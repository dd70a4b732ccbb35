"""The template of the SOP form: PermenPAN-RB 35/2012, the identity on the first page, the steps after it."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from templat.kop import kop_tengah
from templat.naskah import Naskah
from templat.rencana_dasar import finish, frame, gaps, line, open_document
from templat.word_dasar import fill, fixed, keep_row, page, widths

LEBAR = 30.0  # cm between the margins
PELAKSANA = ("Staf/JF", "Kasi", "Kasubbag", "Sekcam", "Camat")
KOLOM = [0.9, 5.9, *[2.0] * 5, 4.1, 2.2, 4.1, 2.8]
KELABU = "D9E2EC"


def sop_form() -> Naskah:
    """The whole template, on folio (F4) like the other wide forms."""
    n = open_document("SOP {{ nama }}")
    section = n.doc.sections[0]
    page(section, landscape=True)
    section.page_width, section.page_height = Cm(33), Cm(21.5)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(1.7), Cm(1.6)
    section.header_distance = section.footer_distance = Cm(0.8)
    frame(section)
    _identity(n)
    n.text("", space_after=Pt(0), line_spacing=Pt(1))
    _steps(n)
    gaps(n, LEBAR / 15.5)
    return finish(n)


def _identity(n: Naskah) -> None:
    lebar = [15.0, 4.4, 10.6]
    table = n.doc.add_table(rows=6, cols=3)
    table.style = "Table Grid"
    fixed(table, lebar)
    labels = (
        ("Nomor SOP", "{{ nomor }}"), ("Tanggal Pembuatan", "{{ tanggal_pembuatan }}"),
        ("Tanggal Revisi", "{{ tanggal_revisi }}"), ("Tanggal Efektif", "{{ tanggal_efektif }}"),
        ("Disahkan oleh", ""), ("Nama SOP", "{{ nama }}"),
    )  # fmt: skip
    for row, (label, isi) in zip(table.rows, labels, strict=True):
        keep_row(row)
        fill(row.cells[1], label, "kiri", 10)
        fill(row.cells[2], isi, "kiri", 10, tebal=label == "Nama SOP")
    _approval(table.rows[4].cells[2])
    _office(table.rows[0].cells[0].merge(table.rows[5].cells[0]))
    widths(table, lebar)
    n.text("", space_after=Pt(0), line_spacing=Pt(1))
    lists = n.doc.add_table(rows=0, cols=2)
    lists.style = "Table Grid"
    fixed(lists, [15.0, 15.0])
    for left, right in (
        (("Dasar Hukum", "dasar_hukum"), ("Kualifikasi Pelaksana", "kualifikasi")),
        (("Keterkaitan", "keterkaitan"), ("Peralatan/Perlengkapan", "peralatan")),
        (("Peringatan", "peringatan"), ("Pencatatan dan Pendataan", "pencatatan")),
    ):
        head, body = lists.add_row(), lists.add_row()
        for column, (title, name) in enumerate((left, right)):
            fill(head.cells[column], title, "kiri", 10, tebal=True, warna=KELABU)
            head.cells[column].paragraphs[0].paragraph_format.keep_with_next = True
            _list(body.cells[column], name)
        keep_row(head)
        keep_row(body)
    widths(lists, [15.0, 15.0])


def _office(cell: Any) -> None:
    cell.vertical_alignment = VERTICAL.CENTER
    kop_tengah(cell, 11)
    cell._tc.remove(cell.paragraphs[0]._p)


def _approval(cell: Any) -> None:
    line(cell.paragraphs[0], "{{ camat.jabatan }},", space_before=Pt(2), space_after=Pt(44))
    line(cell.add_paragraph(), "{{ camat.nama }}", tebal=True, garis=True)
    cell.add_paragraph("{%p for b in camat.bawah %}")
    line(cell.add_paragraph(), "{{ b }}")
    cell.add_paragraph("{%p endfor %}")


def _list(cell: Any, name: str) -> None:
    """Numbered lines with a hanging indent; one that stands alone has no number."""
    cell.paragraphs[0].add_run(f"{{%p for b in {name} %}}")
    for condition, text, indent in (("if b.nomor", "{{ b.nomor }}\t{{ b.isi }}", 0.6), ("else", "{{ b.isi }}", 0.0)):
        cell.add_paragraph(f"{{%p {condition} %}}")
        paragraph = cell.add_paragraph()
        fill_item(paragraph, text, indent)
    cell.add_paragraph("{%p endif %}")
    cell.add_paragraph("{%p endfor %}")


def fill_item(paragraph: Any, text: str, indent: float) -> None:
    paragraph.add_run(text).font.size = Pt(10)
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(1.5)
    layout.line_spacing = 1.0
    if indent:
        layout.left_indent, layout.first_line_indent = Cm(indent), Cm(-indent)
        layout.tab_stops.add_tab_stop(Cm(indent))


def _steps(n: Naskah) -> None:
    n.text("{{ nama }}", "tengah", tebal=True, ukuran=12, space_after=Pt(6), page_break_before=True).runs[
        0
    ].text = "PROSEDUR {{ nama|upper }}"
    table = n.doc.add_table(rows=3, cols=len(KOLOM))
    table.style = "Table Grid"
    fixed(table, KOLOM)
    _head(table)
    _tag(table, "for r in langkah")
    _step(table)
    _tag(table, "endfor")
    widths(table, KOLOM)


def _head(table: Any) -> None:
    above, below, numbers = table.rows
    for column, title in ((0, "No."), (1, "Uraian Prosedur"), (10, "Keterangan")):
        fill(above.cells[column].merge(below.cells[column]), title, "tengah", 9, tebal=True, warna=KELABU, tengah=True)
    fill(above.cells[2].merge(above.cells[6]), "Pelaksana", "tengah", 9, tebal=True, warna=KELABU, tengah=True)
    fill(above.cells[7].merge(above.cells[9]), "Mutu Baku", "tengah", 9, tebal=True, warna=KELABU, tengah=True)
    under: Sequence[tuple[int, str]] = [
        *enumerate(PELAKSANA, 2),
        (7, "Syarat/Kelengkapan"),
        (8, "Waktu"),
        (9, "Output"),
    ]
    for column, title in under:
        fill(below.cells[column], title, "tengah", 9, tebal=True, warna=KELABU, tengah=True)
    for number, cell in enumerate(numbers.cells, 1):
        fill(cell, str(number), "tengah", 7.5, warna="F1F5F9")
    for row in table.rows:
        keep_row(row, repeat=True)


def _step(table: Any) -> None:
    row = table.add_row()
    texts = ("{{ r.nomor }}", "{{ r.uraian }}", *[""] * 5, "{{ r.syarat }}", "{{ r.waktu }}", "{{ r.output }}",
             "{{ r.keterangan }}")  # fmt: skip
    for column, text in enumerate(texts):
        if text:
            fill(row.cells[column], text, "tengah" if column in (0, 8) else "kiri", 9, tengah=True)
    for column, name in enumerate(("staf", "kasi", "kasubbag", "sekcam", "camat"), 2):
        _picture(row.cells[column], name)
    keep_row(row)
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), "{{ r.tinggi }}")
    height.set(qn("w:hRule"), "atLeast")
    row._tr.get_or_add_trPr().append(height)


def _picture(cell: Any, name: str) -> None:
    """The picture fills its cell, or its lines would not meet those of the next."""
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(f"{{% for g in r.{name} %}}{{{{ g }}}}{{% endfor %}}")
    run.font.size = Pt(1)
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = 1.0
    margins = OxmlElement("w:tcMar")
    for side in ("top", "left", "bottom", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "0")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    cell._tc.get_or_add_tcPr().append(margins)


def _tag(table: Any, tag: str) -> None:
    table.add_row().cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")
