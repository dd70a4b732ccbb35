"""The template of Rencana Aksi, IKU and RKT: one frame, of which one table is printed."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, gaps, keep_with_next, line, lines, open_document
from templat.word_dasar import bold_where, fill, fixed, keep_last, keep_row, page, row_of, span, widths

LEBAR = 30.0  # cm between the margins
TINGGI_TTD = 58
TW = ("I", "II", "III", "IV")
DALAM = {"before": ["for r in s.baris"], "after": ["endfor"]}


def tabel_rencana() -> Naskah:
    """The whole template, on folio (F4), the paper offices keep for wide tables."""
    n = open_document("{{ judul }}")
    section = n.doc.sections[0]
    page(section, landscape=True)
    section.page_width, section.page_height = Cm(33), Cm(21.5)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
    section.header_distance = section.footer_distance = Cm(0.9)
    frame(section)
    kop(n, LEBAR, ukuran=11, ruang=6)
    lines(n, ["{{ judul }}"], "baris_judul")
    _renaksi(n, "renaksi", keuangan=False)
    _renaksi(n, "renaksi_keuangan", keuangan=True)
    _iku(n)
    _rkt(n)
    n.tag("{%p for c in catatan %}")
    n.text("{{ c }}", "kiri", ukuran=8, space_after=Pt(1), keep_with_next=True)
    n.tag("{%p endfor %}")
    _signature(n)
    gaps(n, LEBAR / 15.5)
    return finish(n)


def _renaksi(n: Naskah, bentuk: str, keuangan: bool) -> None:
    lebar_tw, lebar_uang = (1.1, 1.8) if keuangan else (1.3, 0)
    kolom = [
        Kolom("No.", "{% vm %}{{ s.nomor }}", 0.65 if keuangan else 0.8, "tengah"),
        Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 2.05 if keuangan else 3.2),
        Kolom("Indikator kinerja", "{{ r.indikator }}", 2.4 if keuangan else 3.9),
        Kolom("Satuan", "{{ r.satuan }}", 1.4 if keuangan else 1.6, "tengah"),
        Kolom("Target tahunan", "{{ r.target }}", 1.3 if keuangan else 1.5, "kanan", tebal=True),
        *(Kolom(f"Target TW {t}", f"{{{{ r.tw{i} }}}}", lebar_tw, "kanan") for i, t in enumerate(TW, 1)),
        Kolom("Program/kegiatan/sub kegiatan", "{{ r.dukungan }}", 2.55 if keuangan else 3.9),
        Kolom("Aktivitas (rencana aksi)", "{{ r.aktivitas }}", 2.65 if keuangan else 4.1),
        Kolom("Anggaran (Rp)", "{{ r.anggaran }}", 1.85 if keuangan else 2.2, "kanan"),
    ]
    if keuangan:
        kolom += [
            Kolom(f"Target keuangan TW {t} (Rp)", f"{{{{ r.uang{i} }}}}", lebar_uang, "kanan")
            for i, t in enumerate(TW, 1)
        ]
    kolom += [
        Kolom("Penanggung jawab", "{{ r.bagian }}", 2.0 if keuangan else 2.2),
        Kolom("Keterangan", "{{ r.keterangan }}", 1.55 if keuangan else 1.8),
    ]
    table = _only(n, bentuk, kolom, "s in renaksi", 7 if keuangan else 8)
    right = ("r.dukungan", "r.anggaran", "r.uang")
    for tc in row_of(table, "r.indikator").findall(qn("w:tc"))[2:]:
        text = "".join(t.text or "" for t in tc.iter(qn("w:t")))
        span(tc, "{{ r.kanan }}" if any(name in text for name in right) else "{{ r.kiri }}")


def _iku(n: Naskah) -> None:
    kolom = [
        Kolom("No.", "{% vm %}{{ s.nomor }}", 0.9, "tengah"),
        Kolom("Sasaran strategis", "{% vm %}{{ s.uraian }}", 5.4),
        Kolom("Indikator Kinerja Utama", "{{ r.indikator }}", 6.0),
        Kolom("Penjelasan/formulasi penghitungan", "{{ r.penjelasan }}", 9.2),
        Kolom("Sumber data", "{{ r.sumber }}", 4.2),
        Kolom("Penanggung jawab", "{{ r.bagian }}", 4.3),
    ]
    _only(n, "iku", kolom, "s in iku", 9)


def _rkt(n: Naskah) -> None:
    n.tag('{%p if bentuk == "rkt" %}')
    n.table(
        [
            Kolom("No.", "{% vm %}{{ s.nomor }}", 1.0, "tengah"),
            Kolom("Sasaran strategis", "{% vm %}{{ s.uraian }}", 10.4),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 12.4),
            Kolom("Satuan", "{{ r.satuan }}", 3.2, "tengah"),
            Kolom("Target", "{{ r.target }}", 3.0, "tengah", tebal=True),
        ],
        "s in rkt",
        "(belum ditetapkan)",
        ukuran=9,
        bernomor=True,
        **DALAM,
    )
    lebar = [3.6, 18.2, 4.6, 3.6]
    n.table(
        [
            Kolom("Kode", "{{ r.kode }}", lebar[0]),
            Kolom("Program/kegiatan", "{{ r.nama }}", lebar[1]),
            Kolom("Anggaran (Rp)", "{{ r.anggaran }}", lebar[2], "kanan"),
            Kolom("Mendukung sasaran nomor", "{{ r.sasaran }}", lebar[3], "tengah"),
        ],
        "r in program",
        "(belum ditetapkan)",
        ukuran=9,
    )
    table = n.doc.tables[-1]
    keep_last(row_of(table, "r.kode"))
    bold_where(table, "r.kode", 'r.jenjang == "program"')
    row = table.add_row()
    fill(row.cells[0].merge(row.cells[-1]), "Jumlah: {{ jumlah }}", "kiri", 9, tebal=True)
    keep_row(row)
    keep_with_next(n, row)
    n.tag("{%p endif %}")


def _only(n: Naskah, bentuk: str, kolom: Sequence[Kolom], loop: str, ukuran: float) -> Any:
    """A table that is printed in one bentuk of the document only."""
    n.tag(f'{{%p if bentuk == "{bentuk}" %}}')
    n.table(kolom, loop, "(belum ditetapkan)", ukuran=ukuran, bernomor=True, **DALAM)
    table = n.doc.tables[-1]
    keep_last(row_of(table, "r.indikator"), f"loop.last and s.nomor == ({loop.rsplit(maxsplit=1)[-1]} | last).nomor")
    keep_with_next(n)
    n.tag("{%p endif %}")
    return table


def _signature(n: Naskah) -> None:
    """The Camat of the day, on the right; never on a page of its own."""
    table = n.doc.add_table(rows=1, cols=2)
    fixed(table, [LEBAR - 10, 10])
    keep_row(table.rows[0])
    cell = table.rows[0].cells[1]
    line(cell.paragraphs[0], "{{ tempat }}, {{ tanggal }}", space_before=Pt(8))
    line(cell.add_paragraph(), "{{ camat.jabatan }},", tebal=True, space_after=Pt(TINGGI_TTD))
    line(cell.add_paragraph(), "{{ camat.nama }}", tebal=True, garis=True)
    cell.add_paragraph("{%p for baris in camat.bawah %}")
    line(cell.add_paragraph(), "{{ baris }}")
    cell.add_paragraph("{%p endfor %}")
    widths(table, [LEBAR - 10, 10])
