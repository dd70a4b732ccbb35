"""The template of Laporan Kinerja Triwulan: its wording and the frame around Bab III."""

from datetime import UTC, datetime

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt, RGBColor
from templat.bab_3 import bab_3
from templat.naskah import FIRST, Kolom, Naskah
from templat.word_dasar import box, field, fixed, keep_row, page, redden, rule, tidy, widths


def laporan_triwulan() -> Naskah:
    """The whole template."""
    n = Naskah()
    properties = n.doc.core_properties
    properties.title = "Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} {{ unit }}"
    properties.author = "{{ unit }}"
    properties.language = "id-ID"
    properties.subject, properties.comments = "{{ tanda_draf }}", ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    _cover(n)
    _front(n)
    _bab_1(n)
    _bab_2(n)
    bab_3(n)
    _bab_4(n)
    _lampiran(n)
    n.write_contents()
    parts = [n.doc.element]
    parts += [part._element for s in n.doc.sections for part in (s.header, s.footer) if not part.is_linked_to_previous]
    for part in parts:
        tidy(part)
    return n


def _cover(n: Naskah) -> None:
    page(n.doc.sections[0], landscape=False)
    n.text("{{ kop_1 }}", "tengah", tebal=True, ukuran=13, space_after=Pt(0))
    n.text("{{ kop_2 }}", "tengah", tebal=True, ukuran=16, space_after=Pt(0))
    rule(n.text("{{ kop_3 }}", "tengah", ukuran=10, space_after=Pt(0)))
    redden(n.text("{{ tanda_contoh }}", "tengah", tebal=True, ukuran=14, space_before=Pt(30), space_after=Pt(0)))
    n.text("LAPORAN KINERJA", "tengah", tebal=True, ukuran=28, space_before=Pt(110), space_after=Pt(6))
    n.text("{{ judul_periode }}", "tengah", tebal=True, ukuran=20, space_after=Pt(36))
    n.text("{{ kop_2 }}", "tengah", tebal=True, ukuran=16, space_after=Pt(4))
    n.text("{{ kabupaten_besar }}", "tengah", tebal=True, ukuran=14, space_after=Pt(70))
    box(n.text("{{ tanda_draf }}", "tengah", tebal=True, ukuran=13, space_after=Pt(6)))
    n.text("Disusun dari data per {{ per }}", "tengah", ukuran=10, space_after=Pt(110))
    n.text("{{ tempat }}, {{ bulan_tahun }}", "tengah", tebal=True, ukuran=12)


def _front(n: Naskah) -> None:
    section = n.section(nomor="lowerRoman")
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    header.alignment = ALIGN.RIGHT
    run = header.add_run("{{ tanda_halaman }}")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(8.5), True, RGBColor(0xB9, 0x1C, 0x1C)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    run = footer.add_run("Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} · {{ unit }}")
    run.add_break()
    field(footer, "PAGE")
    for run in footer.runs:
        run.font.size = Pt(8.5)

    n.chapter("", FIRST)
    n.body(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya Laporan Kinerja "
        "{{ triwulan }} Tahun {{ tahun }} {{ unit }} {{ kabupaten }} dapat disusun."
    )
    n.body(
        "Laporan ini disusun berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
        "Instansi Pemerintah, sebagai pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun "
        "{{ tahun }}. Di dalamnya disajikan target dan realisasi setiap indikator kinerja, capaiannya, realisasi "
        "anggaran, kendala yang dihadapi, serta tindak lanjutnya."
    )
    n.body(
        "Angka dalam laporan ini dihitung dari data yang disampaikan oleh bagian yang bertanggung jawab. Hal yang "
        "belum lengkap disebutkan secara terbuka dalam Bab III, dan sumber setiap angka tercantum dalam Lampiran."
    )
    n.body(
        "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan laporan ini. Semoga laporan "
        "ini bermanfaat sebagai bahan evaluasi dan perbaikan kinerja pada periode berikutnya."
    )
    _signature(n)
    n.text("DAFTAR ISI", "tengah", tebal=True, ukuran=13, space_after=Pt(12), page_break_before=True)
    n.contents_here("isi")
    n.text(
        "DAFTAR TABEL", "tengah", tebal=True, ukuran=13, space_before=Pt(16), space_after=Pt(10), keep_with_next=True
    )
    n.contents_here("tabel")
    n.text(
        "DAFTAR GAMBAR", "tengah", tebal=True, ukuran=13, space_before=Pt(16), space_after=Pt(10), keep_with_next=True
    )
    n.contents_here("gambar")


def _bab_1(n: Naskah) -> None:
    n.section(nomor="decimal")
    n.chapter("BAB I", "PENDAHULUAN")
    n.section_title("1.1 Latar Belakang")
    n.body(
        "Setiap perangkat daerah wajib mempertanggungjawabkan keberhasilan dan kegagalan pelaksanaan program dan "
        "kegiatannya secara terukur. Pengukuran kinerja dilakukan secara berkala setiap "
        "triwulan dan setiap tahun dengan membandingkan realisasi terhadap target yang diperjanjikan."
    )
    n.body(
        "{{ unit }} menyusun Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} sebagai laporan kinerja interim, agar "
        "kemajuan pencapaian target tahun {{ tahun }} diketahui sejak dini dan perbaikan dapat segera dilakukan."
    )
    n.section_title("1.2 Dasar Hukum")
    n.items(
        [
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah;",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja "
            "Instansi Pemerintah;",
            "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian, dan "
            "Evaluasi Pembangunan Daerah;",
            "Peraturan Bupati Balangan Nomor 19 Tahun 2016 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
        ]
    )
    n.section_title("1.3 Maksud dan Tujuan")
    n.body(
        "Laporan ini dimaksudkan sebagai pertanggungjawaban kinerja {{ unit }} selama {{ triwulan }} Tahun "
        "{{ tahun }}. Tujuannya adalah menyajikan capaian kinerja secara terukur, mengungkap kendala dan "
        "penyebabnya, serta menjadi dasar tindak lanjut pada triwulan berikutnya."
    )
    n.section_title("1.4 Gambaran Umum")
    n.body(
        "{{ unit }} adalah perangkat daerah {{ kabupaten }} yang dipimpin oleh Camat. Berdasarkan Peraturan Pemerintah "
        "Nomor 17 Tahun 2018 tentang Kecamatan, tugas Camat adalah:"
    )
    n.items(
        [
            "menyelenggarakan urusan pemerintahan umum;",
            "mengoordinasikan kegiatan pemberdayaan masyarakat;",
            "mengoordinasikan upaya penyelenggaraan ketenteraman dan ketertiban umum;",
            "mengoordinasikan penerapan dan penegakan peraturan daerah dan peraturan kepala daerah;",
            "mengoordinasikan pemeliharaan prasarana dan sarana pelayanan umum;",
            "mengoordinasikan penyelenggaraan kegiatan pemerintahan di tingkat kecamatan;",
            "membina dan mengawasi penyelenggaraan kegiatan desa;",
            "melaksanakan urusan pemerintahan daerah yang tidak dilaksanakan oleh unit kerja lain di kecamatan; dan",
            "melaksanakan sebagian kewenangan yang dilimpahkan oleh Bupati serta tugas lain sesuai peraturan.",
        ]
    )
    n.section_title("1.5 Struktur Organisasi")
    n.body("{{ kalimat_struktur }}")
    n.caption("tabel", "Tabel 1.1 Bagian dan Indikator yang Menjadi Tanggung Jawabnya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Bagian", "{{ r.nama }}", 10.3),
            Kolom("Jumlah indikator", "{{ r.jumlah }}", 4.0, "tengah"),
        ],
        "r in bagian",
        "Bagian belum didaftarkan.",
        ukuran=9.5,
    )
    n.section_title("1.6 Sistematika Penyajian")
    n.items(
        [
            "Bab I Pendahuluan: latar belakang, dasar hukum, maksud dan tujuan, gambaran umum, dan organisasi;",
            "Bab II Perencanaan Kinerja: Perjanjian Kinerja, target triwulan, dan anggaran;",
            "Bab III Akuntabilitas Kinerja: cara pengukuran, capaian kinerja, kendala dan tindak lanjut, realisasi "
            "anggaran, serta daftar yang belum lengkap;",
            "Bab IV Penutup: simpulan dan langkah perbaikan;",
            "Lampiran: sumber angka.",
        ]
    )


def _bab_2(n: Naskah) -> None:
    n.chapter("BAB II", "PERENCANAAN KINERJA", new_page=True)
    n.section_title("2.1 Perjanjian Kinerja")
    n.body("{{ kalimat_pk }}")
    n.section_title("2.2 Anggaran")
    n.body("{{ kalimat_pagu }}")
    n.section_title("2.3 Target Tahunan dan Target Triwulan")
    n.body(
        "Target tahunan berasal dari Perjanjian Kinerja, sedangkan target setiap triwulan berasal dari Rencana Aksi. "
        "Tanda – berarti indikator tidak diukur pada triwulan tersebut."
    )
    n.caption("tabel", "Tabel 2.1 Perjanjian Kinerja dan Rencana Aksi Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 3.2),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.4),
            Kolom("Satuan", "{{ r.satuan }}", 1.4, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.2, "kanan", tebal=True),
            Kolom("TW I", "{{ r.target_tw1 }}", 1.1, "kanan"),
            Kolom("TW II", "{{ r.target_tw2 }}", 1.1, "kanan"),
            Kolom("TW III", "{{ r.target_tw3 }}", 1.1, "kanan"),
            Kolom("TW IV", "{{ r.target_tw4 }}", 1.1, "kanan"),
        ],
        "s in rencana",
        "Belum ada indikator.",
        ukuran=8,
        before=["for r in s.baris"],
        after=["endfor"],
    )


def _bab_4(n: Naskah) -> None:
    n.chapter("BAB IV", "PENUTUP", new_page=True)
    n.section_title("4.1 Simpulan")
    n.tag("{%p for k in simpulan %}")
    n.body("{{ k }}")
    n.tag("{%p endfor %}")
    n.section_title("4.2 Langkah Perbaikan")
    n.tag("{%p for k in langkah %}")
    n.item("{{ loop.index }}", "{{ k }}")
    n.tag("{%p else %}")
    n.body("Tidak ada langkah perbaikan yang dicatat untuk periode ini.")
    n.tag("{%p endfor %}")
    closing = n.body("Demikian laporan ini disusun untuk digunakan sebagaimana mestinya.")
    closing.paragraph_format.keep_with_next = True  # a signature never stands on a page of its own
    closing.paragraph_format.space_before = Pt(6)
    _signature(n)


def _lampiran(n: Naskah) -> None:
    n.section(landscape=True)
    n.chapter("LAMPIRAN", "SUMBER ANGKA")
    n.text(
        "Setiap angka dalam laporan ini berasal dari berkas dan sel berikut. Kolom berkas kosong berarti angka "
        "diketik langsung pada aplikasi. Sidik adalah delapan huruf pertama SHA-256 berkas asli yang diarsipkan.",
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
    n.caption("tabel", "Tabel L.1 Sumber Angka Realisasi Kinerja")
    n.table(sumber, "r in sumber_realisasi", "Belum ada realisasi.", ukuran=7.5)
    n.caption("tabel", "Tabel L.2 Sumber Angka Target")
    n.table(sumber, "r in sumber_target", "Belum ada target.", ukuran=7.5)
    n.caption("tabel", "Tabel L.3 Sumber Angka Realisasi Anggaran")
    anggaran = [Kolom("Sub kegiatan", "{{ r.indikator }}", 5.4), *sumber[1:]]
    n.table(anggaran, "r in sumber_anggaran", "Belum ada realisasi anggaran.", ukuran=7.5)
    n.text("Potret angka laporan ini disimpan dengan sidik SHA-256 {{ sidik_potret }}.", "kiri", ukuran=8)


def _signature(n: Naskah) -> None:
    """Place, date, jabatan, name and NIP of who held the jabatan on that day, kept on one page."""
    table = n.doc.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fixed(table, [7.3, 8.2])
    keep_row(table.rows[0])
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
