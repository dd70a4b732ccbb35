"""The template of Rapor Kinerja Triwulanan: one page for each bagian."""

from typing import Any

from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, line, open_document
from templat.word_dasar import fill, fixed, keep_row, page, widths

LEBAR = 17.0
CAPAIAN = [
    Kolom("No.", "{{ r.nomor }}", 0.7, "tengah"),
    Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.95),
    Kolom("Satuan", "{{ r.satuan }}", 1.4, "tengah"),
    Kolom("Target tahun", "{{ r.target_tahun }}", 1.3, "kanan"),
    Kolom("Target TW", "{{ r.target }}", 1.3, "kanan"),
    Kolom("Realisasi TW", "{{ r.realisasi }}", 1.5, "kanan", pudar="r.sementara"),
    Kolom("Capaian (%)", "{{ r.capaian }}", 1.45, "kanan", tebal=True, pudar="r.sementara"),
    Kolom("Kemajuan setahun", "{{ r.kemajuan }}", 1.7, "kanan"),
    Kolom("Kategori atau keadaan", "{% cellbg r.warna %}{{ r.keadaan }}", 2.7, "tengah"),
]
KENDALA = [
    Kolom("Indikator", "{{ r.indikator }}", 4.4),
    Kolom("Faktor pendukung", "{{ r.pendukung }}", 4.0),
    Kolom("Kendala", "{{ r.penghambat }}", 4.3),
    Kolom("Tindak lanjut", "{{ r.tindak_lanjut }}", 4.3),
]


def rapor() -> Naskah:
    """The whole template."""
    n = open_document("{{ judul }}")
    section = n.doc.sections[0]
    page(section, landscape=False)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.3), Cm(1.3)
    section.header_distance = section.footer_distance = Cm(0.7)
    frame(section)
    n.tag("{%p for b in lembar %}")
    _kop(n)
    _about(n)
    n.text("{{ b.kalimat }}", "penuh", ukuran=10, space_before=Pt(4), space_after=Pt(3), line_spacing=1.0)
    n.table(CAPAIAN, "r in b.capaian", "Tidak ada indikator.", ukuran=8)
    n.tag("{%p for g in b.gambar %}")
    n.text("{{ g }}", "tengah", space_after=Pt(2))
    n.tag("{%p endfor %}")
    n.text("Kendala dan tindak lanjut", "kiri", tebal=True, ukuran=10, space_after=Pt(2), keep_with_next=True)
    n.table(KENDALA, "r in b.kendala", "Tidak ada kendala atau tindak lanjut yang dicatat.", ukuran=8)
    _note(n)
    _signature(n)
    n.tag("{%p endfor %}")
    return finish(n)


def _kop(n: Naskah) -> None:
    n.tag("{%p if b.baru %}")
    n.text("", space_after=Pt(0), line_spacing=Pt(1), page_break_before=True)
    n.tag("{%p endif %}")
    kop(n, LEBAR, ukuran=10, ruang=4)
    n.text("{{ judul }}", "tengah", tebal=True, ukuran=11.5, space_before=Pt(0), space_after=Pt(3))


def _about(n: Naskah) -> None:
    table = n.doc.add_table(rows=4, cols=2)
    table.style = "Table Grid"
    fixed(table, [3.6, LEBAR - 3.6])
    rows = (
        ("Bagian", "{{ b.bagian }}"),
        ("Penanggung jawab", "{{ b.pejabat.nama }}, {{ b.pejabat.jabatan }}"),
        ("Kiriman data", "{{ b.kiriman }}"),
        ("Bukti dukung", "{{ b.bukti }}"),
    )
    for row, (head, text) in zip(table.rows, rows, strict=True):
        fill(row.cells[0], head, "kiri", 9.5, tebal=True)
        fill(row.cells[1], text, "kiri", 9.5)
        keep_row(row)
    widths(table, [3.6, LEBAR - 3.6])
    n.text("", space_after=Pt(0), line_spacing=Pt(4))


def _note(n: Naskah) -> None:
    """What the leader writes by hand."""
    n.text("Catatan dan arahan pimpinan", "kiri", tebal=True, ukuran=10, space_after=Pt(2), keep_with_next=True)
    box = n.doc.add_table(rows=1, cols=1)
    box.style = "Table Grid"
    fixed(box, [LEBAR])
    fill(box.rows[0].cells[0], "", "kiri", 9)
    box.rows[0].height = Cm(1.2)
    keep_row(box.rows[0])
    widths(box, [LEBAR])


def _signature(n: Naskah) -> None:
    table = n.doc.add_table(rows=1, cols=2)
    fixed(table, [8.5, 8.5])
    keep_row(table.rows[0])
    for cell, first, who in zip(
        table.rows[0].cells, ("Mengetahui,", "{{ tempat }}, {{ tanggal }}"), ("camat", "b.pejabat"), strict=True
    ):
        _signed(cell, first, who)
    widths(table, [8.5, 8.5])
    n.text("", space_after=Pt(0), line_spacing=Pt(1))


def _signed(cell: Any, first: str, who: str) -> None:
    line(cell.paragraphs[0], first, space_before=Pt(5))
    line(cell.add_paragraph(), f"{{{{ {who}.jabatan }}}},", tebal=True, space_after=Pt(32))
    line(cell.add_paragraph(), f"{{{{ {who}.nama }}}}", tebal=True, garis=True)
    cell.add_paragraph(f"{{%p for x in {who}.bawah %}}")
    line(cell.add_paragraph(), "{{ x }}")
    cell.add_paragraph("{%p endfor %}")
    for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.size = Pt(9.5)
