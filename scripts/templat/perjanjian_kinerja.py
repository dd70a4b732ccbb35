"""The template of a Perjanjian Kinerja: PermenPAN-RB 53/2014 Lampiran I, its wording as it stands there."""

from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, gaps, keep_with_next, line, lines, open_document
from templat.word_dasar import fill, fixed, keep_row, page, redden, widths

JUDUL = "Perjanjian Kinerja {{ pertama.jabatan }}"
TINGGI_TTD = 62  # points between the jabatan and the name, room for a signature and a stamp


def perjanjian_kinerja() -> Naskah:
    """The whole template."""
    n = open_document(JUDUL)
    page(n.doc.sections[0], landscape=False)
    frame(n.doc.sections[0])
    _pernyataan(n)
    n.section()
    _lampiran(n)
    gaps(n)
    return finish(n)


def _pernyataan(n: Naskah) -> None:
    n.tag("{%p if tanda_contoh %}")
    redden(n.text("{{ tanda_contoh }}", "tengah", tebal=True, ukuran=12, space_after=Pt(6)))
    n.tag("{%p endif %}")
    kop(n)
    n.text("{{ judul }}", "tengah", tebal=True, ukuran=14, space_before=Pt(6), space_after=Pt(22))
    n.text(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi "
        "pada hasil, kami yang bertanda tangan di bawah ini:",
        space_after=Pt(10),
    )
    _party(n, "pertama", "selanjutnya disebut pihak pertama")
    _party(n, "kedua", "selaku atasan pihak pertama, selanjutnya disebut pihak kedua")
    n.text(
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
        "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
        "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
        space_after=Pt(10),
    )
    n.text(
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
        "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
        space_after=Pt(18),
    )
    _signatures(n)


def _party(n: Naskah, pihak: str, disebut: str) -> None:
    for kata, isi in (("Nama", "nama"), ("Jabatan", "jabatan")):
        paragraph = n.text(
            f"{kata}\t:\t{{{{ {pihak}.{isi} }}}}", "kiri", left_indent=Cm(3.3), first_line_indent=Cm(-2.3),
            space_after=Pt(2), keep_with_next=True,
        )  # fmt: skip
        for stop in (2.9, 3.3):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(stop))
    n.text(disebut, left_indent=Cm(1), space_before=Pt(2), space_after=Pt(12))


def _lampiran(n: Naskah) -> None:
    lines(n, ["{{ judul }}"], "kantor")
    _table_a(n)
    _table_b(n)
    _signatures(n)


def _table_a(n: Naskah) -> None:
    n.table(
        [
            Kolom("No.", "{% vm %}{{ s.nomor }}", 1.0, "tengah"),
            Kolom("{{ judul_sasaran }}", "{% vm %}{{ s.uraian }}", 5.3),
            Kolom("Indikator Kinerja", "{{ r.indikator }}", 6.2),
            Kolom("Target", "{{ r.target }}", 3.0, "tengah"),
        ],
        "s in sasaran",
        "(belum ditetapkan)",
        ukuran=10,
        bernomor=True,
        before=["for r in s.baris"],
        after=["endfor"],
    )


def _table_b(n: Naskah) -> None:
    lebar = [8.9, 4.0, 2.6]
    n.table(
        [
            Kolom("{{ judul_anggaran }}", "{{ r.nomor }}\t{{ r.nama }}", lebar[0]),
            Kolom("Anggaran", "{{ r.anggaran }}", lebar[1], "kanan"),
            Kolom("Keterangan", "{{ r.keterangan }}", lebar[2], "tengah"),
        ],
        "r in anggaran",
        "(belum ditetapkan)",
        ukuran=10,
    )
    table = n.doc.tables[-1]
    numbered = next(row for row in table.rows if "r.nomor" in row.cells[0].text).cells[0].paragraphs[0]
    numbered.paragraph_format.left_indent, numbered.paragraph_format.first_line_indent = Cm(0.7), Cm(-0.7)
    numbered.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))
    row = table.add_row()
    fill(row.cells[0], "Jumlah", "tengah", 10, tebal=True)
    fill(row.cells[1], "{{ jumlah }}", "kanan", 10, tebal=True)
    fill(row.cells[2], "", "tengah", 10)
    keep_row(row)
    words = table.add_row()
    fill(words.cells[0].merge(words.cells[-1]), "Terbilang: {{ terbilang }}", "kiri", 10)
    keep_row(words)
    keep_with_next(n, row, words)
    widths(table, lebar)


def _signatures(n: Naskah) -> None:
    """Left the Pihak Kedua, right the Pihak Pertama; the names stand level, and never on a page of their own."""
    table = n.doc.add_table(rows=3, cols=2)
    fixed(table, [7.75, 7.75])
    for row in table.rows:
        keep_row(row)
    for column, (pihak, tempat, label) in enumerate(
        (("kedua", "", "Pihak Kedua,"), ("pertama", "{{ tempat }}, {{ tanggal }}", "Pihak Pertama,"))
    ):
        above, jabatan, below = (row.cells[column] for row in table.rows)
        line(above.paragraphs[0], tempat, keep_with_next=True)
        line(above.add_paragraph(), label, space_before=Pt(4), keep_with_next=True)
        line(
            jabatan.paragraphs[0], f"{{{{ {pihak}.jabatan }}}}", tebal=True, space_after=Pt(TINGGI_TTD),
            keep_with_next=True,
        )  # fmt: skip
        line(below.paragraphs[0], f"{{{{ {pihak}.nama }}}}", tebal=True, garis=True)
        below.add_paragraph(f"{{%p for baris in {pihak}.bawah %}}")
        line(below.add_paragraph(), "{{ baris }}")
        below.add_paragraph("{%p endfor %}")
    widths(table, [7.75, 7.75])
