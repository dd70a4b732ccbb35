"""The template of a Lembar Disposisi: kop, what it is about, to whom it goes, what is asked, and its journey."""

from typing import Any

from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, line, open_document
from templat.word_dasar import fill, fixed, keep_row, page, widths

LEBAR = 15.5


def lembar_disposisi() -> Naskah:
    """The whole template."""
    n = open_document("Lembar Disposisi {{ nomor }}")
    section = n.doc.sections[0]
    page(section, landscape=False)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.4)  # the whole order and its journey on one sheet
    frame(section)
    kop(n)
    n.text("LEMBAR DISPOSISI", "tengah", tebal=True, ukuran=13, space_after=Pt(8))
    _about(n)
    _order(n)
    _signature(n)
    _journey(n)
    return finish(n)


def _about(n: Naskah) -> None:
    lebar = [2.4, 5.4, 3.4, 4.3]
    table = n.doc.add_table(rows=5, cols=4)
    table.style = "Table Grid"
    fixed(table, lebar)
    for row, cells in zip(
        table.rows,
        (
            ("Nomor", "{{ nomor }}", "Tanggal", "{{ tanggal }}"),
            ("Sifat", "{{ sifat }}", "Tgl. penyelesaian", "{{ tenggat }}"),
            ("Dari", "{{ dari }}", "Periode", "{{ periode }}"),
            ("Hal", "{{ hal }}"),
            ("Lampiran", ""),
        ),
        strict=True,
    ):
        keep_row(row)
        for column, text in enumerate(cells):
            fill(row.cells[column], text, "kiri", 10, tebal=column % 2 == 0)
    for row in table.rows[3:]:
        row.cells[1].merge(row.cells[3])
    _lines(table.rows[4].cells[1], "lampiran")
    widths(table, lebar)
    n.text("", space_after=Pt(0), line_spacing=Pt(8))


def _lines(cell: Any, loop: str) -> None:
    """A line each, left aligned."""
    cell.paragraphs[0].add_run(f"{{%p for l in {loop} %}}")
    paragraph = cell.add_paragraph()
    paragraph.add_run("{{ l }}").font.size = Pt(10)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    paragraph.paragraph_format.line_spacing = 1.0
    cell.add_paragraph("{%p endfor %}")


def _order(n: Naskah) -> None:
    n.text("Diteruskan kepada:", "kiri", tebal=True, ukuran=10, space_after=Pt(2), keep_with_next=True)
    table = n.doc.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    fixed(table, [0.9, 14.6])
    table.add_row().cells[0].paragraphs[0].add_run("{%tr for t in tujuan %}")
    row = table.add_row()
    fill(row.cells[0], "{{ t.tanda }}", "tengah", 10, tebal=True)
    fill(row.cells[1], "{{ t.jabatan }}", "kiri", 10)
    keep_row(row)
    table.add_row().cells[0].paragraphs[0].add_run("{%tr endfor %}")
    widths(table, [0.9, 14.6])
    n.text("Isi disposisi:", "kiri", tebal=True, ukuran=10, space_before=Pt(8), space_after=Pt(2), keep_with_next=True)
    box = n.doc.add_table(rows=1, cols=1)
    box.style = "Table Grid"
    fixed(box, [LEBAR])
    fill(box.rows[0].cells[0], "{{ instruksi }}", "kiri", 10.5)
    box.rows[0].height = Cm(1.5)
    keep_row(box.rows[0])
    widths(box, [LEBAR])


def _signature(n: Naskah) -> None:
    table = n.doc.add_table(rows=1, cols=2)
    fixed(table, [7.5, 8.0])
    keep_row(table.rows[0])
    cell = table.rows[0].cells[1]
    line(cell.paragraphs[0], "{{ tempat }}, {{ tanggal }}", space_before=Pt(10))
    line(cell.add_paragraph(), "{{ penerbit.jabatan }},", tebal=True, space_after=Pt(48))
    line(cell.add_paragraph(), "{{ penerbit.nama }}", tebal=True, garis=True)
    cell.add_paragraph("{%p for b in penerbit.bawah %}")
    line(cell.add_paragraph(), "{{ b }}")
    cell.add_paragraph("{%p endfor %}")
    widths(table, [7.5, 8.0])


def _journey(n: Naskah) -> None:
    n.text(
        "Perjalanan disposisi:", "kiri", tebal=True, ukuran=10, space_before=Pt(10), space_after=Pt(2),
        keep_with_next=True,
    )  # fmt: skip
    n.table(
        [
            Kolom("Nomor", "{{ r.nomor }}", 1.8, "tengah"),
            Kolom("Dari", "{{ r.dari }}", 2.9),
            Kolom("Kepada", "{{ r.kepada }}", 2.9),
            Kolom("Diterima", "{{ r.diterima }}", 2.5),
            Kolom("Selesai", "{{ r.selesai }}", 2.5),
            Kolom("Hasil", "{{ r.hasil }}", 2.9),
        ],
        "r in perjalanan",
        "Belum ada.",
        ukuran=8,
    )
