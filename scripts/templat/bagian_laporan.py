"""What the reports of a triwulan, a semester and a year have in common: frame, signature, repeated sections.

`sebutan` is the name of the field that holds what the periode is called ("Triwulan II", "Semester I"); empty in the
report of a whole year.
"""

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt, RGBColor
from templat.kop import kop_tengah
from templat.naskah import Kolom, Naskah
from templat.word_dasar import box, embolden, field, fill, fixed, keep_row, page, redden, rule, tag_copy, tidy, widths

TARGET_TW = [
    Kolom(f"TW {t}", f"{{{{ r.target_tw{i} }}}}", 1.1, "kanan") for i, t in enumerate(("I", "II", "III", "IV"), 1)
]
# Under each table whose differences a reader may work out again from the figures beside them.
TAK_DIBULATKAN = (
    "Selisih dihitung dari angka yang tidak dibulatkan, sehingga angka terakhirnya dapat berbeda dari selisih angka "
    "yang tercetak."
)
TUGAS_CAMAT = (
    "menyelenggarakan urusan pemerintahan umum;",
    "mengoordinasikan kegiatan pemberdayaan masyarakat;",
    "mengoordinasikan upaya penyelenggaraan ketenteraman dan ketertiban umum;",
    "mengoordinasikan penerapan dan penegakan peraturan daerah dan peraturan kepala daerah;",
    "mengoordinasikan pemeliharaan prasarana dan sarana pelayanan umum;",
    "mengoordinasikan penyelenggaraan kegiatan pemerintahan di tingkat kecamatan;",
    "membina dan mengawasi penyelenggaraan kegiatan desa;",
    "melaksanakan urusan pemerintahan daerah yang tidak dilaksanakan oleh unit kerja lain di kecamatan; dan",
    "melaksanakan sebagian kewenangan yang dilimpahkan oleh Bupati serta tugas lain sesuai peraturan.",
)


def named(sebutan: str) -> str:
    """ "Laporan Kinerja {{ triwulan }} Tahun {{ tahun }}", and of a whole year "Laporan Kinerja Tahun {{ tahun }}"."""
    return f"Laporan Kinerja {called(sebutan)}"


def called(sebutan: str) -> str:
    return f"{{{{ {sebutan} }}}} Tahun {{{{ tahun }}}}" if sebutan else "Tahun {{ tahun }}"


def properties(n: Naskah, sebutan: str) -> None:
    about = n.doc.core_properties
    about.title = f"{named(sebutan)} {{{{ unit }}}}"
    about.author = "{{ unit }}"
    about.language = "id-ID"
    about.subject, about.comments = "{{ tanda_draf }}", ""
    about.created = about.modified = datetime(2026, 1, 1, tzinfo=UTC)


def finish(n: Naskah) -> Naskah:
    """Put what Word is strict about into its order."""
    parts = [n.doc.element]
    parts += [part._element for s in n.doc.sections for part in (s.header, s.footer) if not part.is_linked_to_previous]
    for part in parts:
        tidy(part)
    return n


def cover(n: Naskah) -> None:
    page(n.doc.sections[0], landscape=False)
    kop_tengah(n.doc, 13)
    rule(n.text("", space_after=Pt(0), line_spacing=Pt(4)))
    redden(n.text("{{ tanda_contoh }}", "tengah", tebal=True, ukuran=14, space_before=Pt(30), space_after=Pt(0)))
    n.text("LAPORAN KINERJA", "tengah", tebal=True, ukuran=28, space_before=Pt(70), space_after=Pt(6))
    n.text("{{ judul_periode }}", "tengah", tebal=True, ukuran=20, space_after=Pt(36))
    n.text("{{ kop.kantor }}", "tengah", tebal=True, ukuran=16, space_after=Pt(4))
    n.text("{{ kabupaten_besar }}", "tengah", tebal=True, ukuran=14, space_after=Pt(70))
    n.tag("{%p if tanda_draf %}")
    box(n.text("{{ tanda_draf }}", "tengah", tebal=True, ukuran=13, space_after=Pt(6)))
    n.tag("{%p endif %}")
    n.text("Disusun dari data per {{ per }}", "tengah", ukuran=10, space_after=Pt(110))
    n.text("{{ tempat }}, {{ bulan_tahun }}", "tengah", tebal=True, ukuran=12)


def frame(section: Any, sebutan: str) -> None:
    """The marks above every page, what it is and its number below."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    header.alignment = ALIGN.RIGHT
    run = header.add_run("{{ tanda_halaman }}")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(8.5), True, RGBColor(0xB9, 0x1C, 0x1C)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    run = footer.add_run(f"{named(sebutan)} · {{{{ unit }}}}")
    run.add_break()
    field(footer, "PAGE")
    for run in footer.runs:
        run.font.size = Pt(8.5)


def lists(n: Naskah, apart: bool = False) -> None:
    """Daftar isi, daftar tabel, daftar gambar, each where it is to stand; `apart`: each on a page of its own."""
    n.text("DAFTAR ISI", "tengah", tebal=True, ukuran=13, space_after=Pt(12), page_break_before=True)
    n.contents_here("isi")
    n.text(
        "DAFTAR TABEL", "tengah", tebal=True, ukuran=13, space_before=Pt(0 if apart else 16), space_after=Pt(10),
        keep_with_next=True, page_break_before=apart or None,
    )  # fmt: skip
    n.contents_here("tabel")
    n.text(
        "DAFTAR GAMBAR", "tengah", tebal=True, ukuran=13, space_before=Pt(0 if apart else 16), space_after=Pt(10),
        keep_with_next=True, page_break_before=apart or None,
    )  # fmt: skip
    n.contents_here("gambar")


def legal_base(n: Naskah, judul: str = "") -> None:
    """The same list in every report (lakip/sop/dasar_hukum.py); without a title of its own, a line introduces it."""
    if judul:
        n.section_title(judul)
    else:
        n.tag("{%p if dasar_hukum %}")
        n.body("Dasar hukum penyusunan laporan ini adalah:", keep_with_next=True)
        n.tag("{%p endif %}")
    n.tag("{%p for d in dasar_hukum %}")
    n.item("{{ loop.index }}", "{{ d }}{% if loop.last %}.{% else %};{% endif %}")
    n.tag("{%p endfor %}")


def office(n: Naskah, judul: str) -> None:
    n.section_title(judul)
    n.body(
        "{{ unit }} adalah perangkat daerah {{ kabupaten }} yang dipimpin oleh Camat. Berdasarkan Peraturan Pemerintah "
        "Nomor 17 Tahun 2018 tentang Kecamatan, tugas Camat adalah:"
    )
    n.items(TUGAS_CAMAT)


def organisation(n: Naskah, judul: str, kalimat: str = "{{ kalimat_struktur }}") -> None:
    n.section_title(judul)
    n.body(kalimat)
    n.caption("tabel", "Tabel 1.1 Bagian, Pejabat, dan Jumlah Indikator yang Menjadi Tanggung Jawabnya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Bagian", "{{ r.nama }}", 5.6),
            Kolom("Pejabat", "{{ r.kepala }}", 6.3),
            Kolom("Jumlah indikator", "{{ r.jumlah }}", 2.4, "tengah"),
        ],
        "r in bagian",
        "Bagian belum didaftarkan.",
        ukuran=9.5,
    )


def targets(n: Naskah, caption: str, loop: str = "s in rencana") -> None:
    """Targets of the year and its quarters, by sasaran."""
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 3.2),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.4),
            Kolom("Satuan", "{{ r.satuan }}", 1.4, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.2, "kanan", tebal=True),
            *TARGET_TW,
        ],
        loop,
        "Belum ada indikator.",
        ukuran=8,
        before=["for r in s.baris"],
        after=["endfor"],
    )


def scale(n: Naskah, caption: str) -> None:
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Capaian (%)", "{{ r.batas }}", 6.8, "tengah"),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.ikon }} {{ r.nama }}", 7.5, "tengah", tebal=True),
        ],
        "r in skala",
        "Skala belum diatur.",
        ukuran=9,
        catatan="Skala mengacu pada Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017.",
    )


def rules(n: Naskah) -> None:
    n.text("Kaidah yang berlaku:", space_after=Pt(3), keep_with_next=True)
    n.tag("{%p for k in kaidah %}")
    n.item("{{ loop.index }}", "{{ k }}")
    n.tag("{%p endfor %}")


def paragraphs(n: Naskah, loop: str) -> None:
    """One paragraph of running text for each of `loop`."""
    n.tag(f"{{%p for k in {loop} %}}")
    n.body("{{ k }}")
    n.tag("{%p endfor %}")


def steps(n: Naskah, loop: str, empty: str, bersama: int = 0) -> None:
    """One numbered line for each of `loop`; the last ones, `bersama`, go to the page of what follows."""
    n.tag(f"{{%p for k in {loop} %}}")
    n.tag(f"{{%p if loop.revindex > {bersama} %}}")
    n.item("{{ loop.index }}", "{{ k }}")
    n.tag("{%p else %}")
    n.item("{{ loop.index }}", "{{ k }}", keep_with_next=True)
    n.tag("{%p endif %}")
    n.tag("{%p else %}")
    n.body(empty, keep_with_next=bersama > 0)
    n.tag("{%p endfor %}")


def bab_4(n: Naskah, masa: str) -> None:
    """Simpulan, langkah perbaikan and the signature, which takes the last two langkah along to its page."""
    n.chapter("BAB IV", "PENUTUP", new_page=True)
    n.section_title("4.1 Simpulan")
    paragraphs(n, "simpulan")
    n.section_title("4.2 Langkah Perbaikan")
    steps(n, "langkah", f"Tidak ada langkah perbaikan yang dicatat untuk {masa} ini.", bersama=2)
    n.body(
        "Demikian laporan ini disusun untuk digunakan sebagaimana mestinya.", space_before=Pt(6), keep_with_next=True
    )
    signature(n, initials)


def averages(n: Naskah, caption: str) -> None:
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{{ r.uraian }}", 5.1),
            Kolom("Dihitung", "{{ r.dasar }}", 2.8, "tengah"),
            Kolom("Tanpa batas (%)", "{{ r.tanpa_batas }}", 1.9, "kanan"),
            Kolom("{{ judul_batas }}", "{{ r.dengan_batas }}", 1.9, "kanan", tebal=True),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.kategori }}", 2.9, "tengah"),
        ],
        "r in rata",
        "Belum ada indikator.",
        ukuran=8.5,
    )


def pictures(n: Naskah, loop: str, caption: str, empty: str = "") -> None:
    """The first picture of `loop` with its caption, and each further one as its continuation."""
    _picture(n, loop, "loop.first")
    if empty:
        n.tag("{%p else %}")
        n.text(empty, "tengah", keep_with_next=True)
    n.tag("{%p endfor %}")
    n.caption("gambar", caption, above=False)
    _picture(n, loop, "not loop.first")
    n.tag("{%p if not loop.first %}")
    n.text(f"{caption} (lanjutan)", "tengah", tebal=True, ukuran=9.5, space_before=Pt(2), space_after=Pt(10))
    n.tag("{%p endif %}")
    n.tag("{%p endfor %}")


def _picture(n: Naskah, loop: str, condition: str) -> None:
    n.tag(f"{{%p for g in {loop} %}}")
    n.tag(f"{{%p if {condition} %}}")
    n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
    n.tag("{%p endif %}")


def told(n: Naskah, caption: str) -> None:
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 3.4),
            Kolom("Capaian", "{{ r.capaian }}", 1.9, "kanan"),
            Kolom("Faktor pendukung", "{{ r.pendukung }}", 3.0),
            Kolom("Kendala", "{{ r.penghambat }}", 3.1),
            Kolom("Tindak lanjut", "{{ r.tindak_lanjut }}", 3.2),
        ],
        "r in kendala",
        "Belum ada faktor pendukung, kendala, atau tindak lanjut yang dicatat.",
        ukuran=8,
    )


def budget(n: Naskah, kolom: list[Kolom], ukuran: float = 7.5) -> None:
    """Programs bold on grey, kegiatan bold, sub kegiatan plain: three rows to choose from."""
    n.table(kolom, "r in anggaran", "Pagu belum diisi.", ukuran=ukuran)
    table = n.doc.tables[-1]
    plain = next(row for row in table.rows if "r.kode" in row.cells[0].text)
    plain._tr.addprevious(tag_copy(table, "elif r.jenjang == 'kegiatan'"))
    for style, tag in (("program", "if r.jenjang in ('program', 'total')"), ("kegiatan", None)):
        copy = deepcopy(plain._tr)
        marker = next(t for t in table.rows if "elif r.jenjang" in t.cells[0].text)._tr
        if style == "program":
            marker.addprevious(tag_copy(table, tag or ""))
            marker.addprevious(copy)
        else:
            marker.addnext(copy)
            copy.addnext(tag_copy(table, "else"))
        embolden(copy, "E8EEF4" if style == "program" else None)
    plain._tr.addnext(tag_copy(table, "endif"))


def gaps(n: Naskah, judul: str, caption: str) -> None:
    """The one place that tells what is missing; a final report says here that nothing is."""
    n.section_title(judul)
    n.body("{{ kalimat_kurang }}")
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Hal", "{{ r.hal }}", 6.0),
            Kolom("Keterangan", "{{ r.keterangan }}", 5.4),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 3.2),
        ],
        "r in kurang",
        "Tidak ada. Semua data yang diminta laporan ini telah lengkap dan dibenarkan.",
        ukuran=8.5,
    )
    with n.only_if("diketahui"):
        n.body("Untuk diketahui, tanpa menahan laporan ini:", space_before=Pt(8))
        n.tag("{%p for r in diketahui %}")
        n.item("{{ loop.index }}", "{{ r.hal }}. {{ r.keterangan }} ({{ r.bagian }})")
        n.tag("{%p endfor %}")


def sources(n: Naskah, nomor: str = "L", last: Callable[[Naskah], None] | None = None) -> None:
    """Where each figure was read, in a landscape section."""
    n.text(
        "Angka dasar laporan ini berasal dari berkas dan sel berikut; kolom berkas kosong berarti angka diketik "
        "langsung pada aplikasi. Sidik adalah delapan karakter pertama SHA-256 berkas asli yang diarsipkan. "
        f"Tabel {nomor}.4 menguraikan perhitungannya.",
        ukuran=9,
    )
    sumber = [
        Kolom("Indikator", "{{ r.indikator }}", 5.4),
        Kolom("Periode", "{{ r.periode }}", 1.2, "tengah"),
        Kolom("Nilai", "{{ r.nilai }}", 2.6, "kanan"),
        Kolom("Versi", "{{ r.versi }}", 1.0, "tengah"),
        Kolom("Berkas", "{{ r.berkas }}", 4.0),
        Kolom("Lembar", "{{ r.lembar }}", 1.9),
        Kolom("Sel", "{{ r.sel }}", 1.1, "tengah"),
        Kolom("Diisi oleh", "{{ r.oleh }}", 2.9),
        Kolom("Waktu (WITA)", "{{ r.waktu }}", 2.9),
        Kolom("Sidik", "{{ r.sidik }}", 1.7, "tengah"),
    ]
    n.caption("tabel", f"Tabel {nomor}.1 Sumber Angka Realisasi Kinerja")
    n.table(sumber, "r in sumber_realisasi", "Belum ada realisasi.", ukuran=7.5)
    n.caption("tabel", f"Tabel {nomor}.2 Sumber Angka Target")
    n.table(sumber, "r in sumber_target", "Belum ada target.", ukuran=7.5)
    n.caption("tabel", f"Tabel {nomor}.3 Sumber Angka Realisasi Anggaran")
    anggaran = [Kolom("Sub kegiatan", "{{ r.indikator }}", 5.4), *sumber[1:]]
    n.table(anggaran, "r in sumber_anggaran", "Belum ada realisasi anggaran.", ukuran=7.5)
    n.caption("tabel", f"Tabel {nomor}.4 Perhitungan Angka Kinerja")
    n.table(
        [
            Kolom("Indikator", "{{ r.indikator }}", 6.2),
            Kolom("Perhitungan", "{{ r.langkah }}", 15.6),
            Kolom("Pembulatan", "{{ r.pembulatan }}", 2.9, "tengah"),
        ],
        "r in perhitungan",
        "Belum ada indikator.",
        ukuran=7.5,
    )
    (last or frozen)(n)


def frozen(n: Naskah) -> None:
    """The number and print of the figures behind the report."""
    n.text(
        "Angka laporan ini dibekukan dalam potret {{ id_potret }} dengan sidik SHA-256 {{ sidik_potret }}. Perintah "
        "“periksa-dokumen” pada aplikasi menyatakan apakah potret dan angka di dalam dokumen ini masih utuh. "
        "{{ kalimat_pengesahan }}",
        "kiri",
        ukuran=8,
    )


def initials(cell: Any) -> None:
    """The paraf that go before the signature, in a small table."""
    cell.paragraphs[0].add_run("{%p if paraf %}")
    title = cell.add_paragraph()
    title.paragraph_format.space_after = Pt(2)
    title.add_run("Paraf hierarki").font.size = Pt(8)
    table = cell.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    lebar = [3.6, 1.6, 1.6]
    for head, title in zip(table.rows[0].cells, ("Jabatan", "Paraf", "Tanggal"), strict=True):
        fill(head, title, "tengah", 7.5, tebal=True)
    table.add_row().cells[0].paragraphs[0].add_run("{%tr for p in paraf %}")
    row = table.add_row()
    fill(row.cells[0], "{{ p.jabatan }}\n{{ p.nama }}", "kiri", 7.5)
    row.height = Cm(1.0)
    table.add_row().cells[0].paragraphs[0].add_run("{%tr endfor %}")
    for line in table.rows:
        keep_row(line)
    fixed(table, lebar)
    widths(table, lebar)
    cell.add_paragraph("{%p endif %}")
    cell.add_paragraph()


def signature(n: Naskah, left: Callable[[Any], None] = lambda _: None) -> None:
    """Place, date, jabatan, name and NIP of who held the jabatan on that day, kept on one page.

    `left` fills the cell on the left, where the paraf stand.
    """
    table = n.doc.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fixed(table, [7.3, 8.2])
    keep_row(table.rows[0])
    left(table.rows[0].cells[0])
    cell = table.rows[0].cells[1]
    lines = (
        ("{{ tempat }}, {{ tanggal }}", False, False, 0),
        ("{{ ttd_jabatan }}", True, False, 62),
        ("{{ ttd_nama }}", True, True, 0),
        ("{{ ttd_pangkat }}", False, False, 0),
        ("{{ ttd_nip }}", False, False, 0),
    )
    for index, (text, bold, underline, after) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_before = Pt(14 if index == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(text)
        run.bold, run.underline = bold or None, underline or None
    widths(table, [7.3, 8.2])
