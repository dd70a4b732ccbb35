"""The template of Laporan Kinerja Semester."""

from templat.bagian_laporan import (
    TAK_DIBULATKAN,
    averages,
    bab_4,
    budget,
    called,
    cover,
    finish,
    frame,
    frozen,
    gaps,
    legal_base,
    lists,
    named,
    office,
    organisation,
    paragraphs,
    pictures,
    properties,
    rules,
    scale,
    signature,
    sources,
    targets,
    told,
)
from templat.lampiran_tahunan import reconciliation
from templat.naskah import FIRST, Kolom, Naskah

PERIODE = called("semester")
DALAM = {"before": ["for r in s.baris"], "after": ["endfor"]}


def laporan_semester() -> Naskah:
    """The whole template."""
    n = Naskah()
    properties(n, "semester")
    cover(n)
    _front(n)
    _bab_1(n)
    _bab_2(n)
    _bab_3(n)
    bab_4(n, "periode")
    n.section(landscape=True)
    n.chapter("LAMPIRAN", "SUMBER ANGKA")
    sources(n, last=frozen)
    finish(n)
    return n


def _front(n: Naskah) -> None:
    frame(n.section(nomor="lowerRoman"), "semester")
    n.chapter("", FIRST)
    n.body(
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya {named('semester')} "
        "{{ unit }} {{ kabupaten }} dapat disusun."
    )
    n.body(
        "Laporan ini menghimpun laporan kinerja kedua triwulan pada {{ semester }} Tahun {{ tahun }}. Realisasi "
        "semester dihitung dari data kedua "
        "triwulan menurut metode setiap indikator, lalu diperiksa kembali terhadap laporan triwulannya. Selain capaian "
        "kinerja dan realisasi anggaran, laporan ini memuat penyesuaian strategi, aktivitas, dan anggaran sebagai "
        "hasil evaluasi selama semester berjalan."
    )
    n.body(
        "Sumber setiap angka tercantum dalam Lampiran.{% if kurang %} Hal yang belum lengkap disebutkan secara terbuka "
        "dalam Bab III.{% endif %} "
        "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan laporan ini."
    )
    signature(n)
    lists(n, apart=True)


def _bab_1(n: Naskah) -> None:
    n.section(nomor="decimal")
    n.chapter("BAB I", "PENDAHULUAN")
    n.section_title("1.1 Latar Belakang")
    n.body(
        "Pengukuran kinerja dilakukan secara berkala dengan membandingkan realisasi terhadap target yang "
        "diperjanjikan. {{ unit }} menyusun laporan kinerja setiap triwulan, menghimpunnya setiap semester, dan "
        "memakainya untuk menyesuaikan pelaksanaan program sebelum tahun anggaran berakhir."
    )
    legal_base(n, "1.2 Dasar Hukum")
    n.section_title("1.3 Maksud dan Tujuan")
    n.body(
        f"Laporan ini dimaksudkan sebagai pertanggungjawaban kinerja {{{{ unit }}}} selama {PERIODE}. Tujuannya "
        "adalah menyajikan capaian kinerja secara terukur, mengungkap kendala dan penyebabnya, serta menjadi dasar "
        "penyesuaian strategi, aktivitas, dan anggaran."
    )
    office(n, "1.4 Gambaran Umum")
    organisation(n, "1.5 Struktur Organisasi")
    n.section_title("1.6 Sistematika Penyajian")
    n.items(
        [
            "Bab I Pendahuluan: latar belakang, dasar hukum, maksud dan tujuan, gambaran umum, dan organisasi;",
            "Bab II Perencanaan Kinerja: Perjanjian Kinerja, anggaran, dan target triwulan;",
            "Bab III Akuntabilitas Kinerja: cara pengukuran, capaian kinerja, kesesuaian dengan laporan triwulan, "
            "perbandingan antarsemester, kendala dan tindak lanjut, realisasi anggaran, serta penyesuaian;",
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
        "Target tahunan indikator kinerja berasal dari Perjanjian Kinerja, sedangkan target keluaran dan target setiap "
        "triwulan berasal dari Rencana Aksi. "
        "Tanda – berarti indikator tidak diukur pada triwulan tersebut."
    )
    targets(n, "Tabel 2.1 Perjanjian Kinerja dan Rencana Aksi Tahun {{ tahun }}")


def _bab_3(n: Naskah) -> None:
    n.chapter("BAB III", "AKUNTABILITAS KINERJA", new_page=True)
    n.section_title("3.1 Cara Pengukuran")
    n.body(
        "Capaian kinerja diukur dengan membandingkan realisasi (R) terhadap target (T) pada periode yang sama, menurut "
        "rumus yang ditetapkan untuk setiap indikator."
    )
    _formulas(n)
    scale(n, "Tabel 3.2 Skala Nilai Peringkat Kinerja")
    rules(n)
    _achievement(n)
    _reconciliation(n)
    n.section()
    n.section_title("3.4 Rata-rata Capaian")
    n.body("{{ kalimat_rata }}")
    averages(n, "Tabel 3.5 Rata-rata Capaian per Sasaran")
    pictures(n, "gambar_capaian", f"Gambar 3.1 Capaian per Indikator {PERIODE}")
    pictures(n, "gambar_matriks", f"Gambar 3.2 Capaian per Indikator {{{{ tw_1 }}}}, {{{{ tw_2 }}}}, dan {PERIODE}")
    _comparison(n)
    n.section()
    n.section_title("3.6 Kendala dan Tindak Lanjut")
    told(n, f"Tabel 3.7 Faktor Pendukung, Kendala, dan Tindak Lanjut {PERIODE}")
    _follow_ups(n)
    _budget(n)
    _adjustments(n)
    gaps(n, "3.9 Kelengkapan Data", "Tabel 3.10 Data yang Belum Lengkap")


def _formulas(n: Naskah) -> None:
    n.caption("tabel", "Tabel 3.1 Rumus Capaian")
    n.table(
        [
            Kolom("Rumus", "{{ r.nama }}", 5.6),
            Kolom("Perhitungan capaian (%)", "{{ r.rumus }}", 6.4),
            Kolom("Jumlah indikator", "{{ r.jumlah }}", 3.5, "tengah"),
        ],
        "r in rumus",
        "Belum ada indikator.",
        ukuran=9,
    )


def _achievement(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.2 Capaian Kinerja {{ semester }}")
    paragraphs(n, "ringkasan")
    n.caption("tabel", f"Tabel 3.3 Target, Realisasi, dan Capaian Kinerja {PERIODE}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 2.8),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.0),
            Kolom("Satuan", "{{ r.satuan }}", 1.5, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.4, "kanan"),
            Kolom("Target {{ sem }}", "{{ r.target }}", 1.4, "kanan"),
            Kolom("Realisasi {{ tw_1 }}", "{{ r.realisasi_1 }}", 1.6, "kanan"),
            Kolom("Realisasi {{ tw_2 }}", "{{ r.realisasi_2 }}", 1.6, "kanan"),
            Kolom("Realisasi {{ sem }}", "{{ r.realisasi }}", 1.6, "kanan", pudar="r.sementara"),
            Kolom("Capaian {{ sem }} (%)", "{{ r.capaian }}", 1.5, "kanan", tebal=True, pudar="r.sementara"),
            Kolom("Kemajuan terhadap target tahun", "{{ r.kemajuan }}", 1.9, "kanan"),
            Kolom("Kategori atau keadaan", "{% cellbg r.warna %}{{ r.keadaan }}", 2.3, "tengah"),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 2.2),
        ],
        "s in capaian",
        "Belum ada indikator.",
        ukuran=7.5,
        bernomor=True,
        catatan="{{ catatan_capaian }}",
        **DALAM,
    )


def _reconciliation(n: Naskah) -> None:
    n.section_title("3.3 Kesesuaian dengan Laporan Triwulan")
    n.body("{{ kalimat_rekonsiliasi }}")
    reconciliation(n, "Tabel 3.4 Rekonsiliasi {{ semester }} dengan {{ tw_1 }} dan {{ tw_2 }}", "Angka {{ sem }}")


def _comparison(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.5 Perbandingan Antarsemester")
    n.body("{{ kalimat_banding }}")
    n.caption("tabel", "Tabel 3.6 Capaian {{ semester }} dibandingkan dengan {{ sebelumnya }} dan {{ tahun_lalu }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 5.2),
            Kolom("Satuan", "{{ r.satuan }}", 1.7, "tengah"),
            Kolom("Realisasi {{ tahun_lalu }}", "{{ r.realisasi_tahun_lalu }}", 1.9, "kanan"),
            Kolom("Capaian {{ tahun_lalu }} (%)", "{{ r.capaian_tahun_lalu }}", 1.9, "kanan"),
            Kolom("Realisasi {{ sebelumnya }}", "{{ r.realisasi_sebelumnya }}", 1.9, "kanan"),
            Kolom("Capaian {{ sebelumnya }} (%)", "{{ r.capaian_sebelumnya }}", 1.9, "kanan"),
            Kolom("Realisasi {{ sem }} {{ tahun }}", "{{ r.realisasi }}", 1.9, "kanan"),
            Kolom("Capaian {{ sem }} {{ tahun }} (%)", "{{ r.capaian }}", 1.9, "kanan", tebal=True),
            Kolom("Terhadap {{ tahun_lalu }} (poin)", "{{ r.selisih_tahun_lalu }}", 2.7, "tengah"),
            Kolom("Terhadap {{ sebelumnya }} (poin)", "{{ r.selisih_sebelumnya }}", 2.7, "tengah"),
        ],
        "r in banding",
        "Belum ada indikator.",
        ukuran=8,
        catatan="Selisih dihitung dari capaian, bukan dari realisasi, karena indikator kumulatif mulai dari awal lagi "
        "setiap tahun. Tanda – berarti salah satu semester belum diukur atau belum lengkap; tanda * berarti sementara. "
        + TAK_DIBULATKAN,
    )


def _follow_ups(n: Naskah) -> None:
    n.caption("tabel", "Tabel 3.8 Hasil Tindak Lanjut {{ tw_1 }} pada {{ tw_2 }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 4.4),
            Kolom("Tindak lanjut yang direncanakan pada {{ tw_1 }}", "{{ r.tindak_lanjut }}", 5.8),
            Kolom("Capaian {{ tw_1 }}", "{{ r.sebelumnya }}", 2.2, "kanan"),
            Kolom("Capaian {{ tw_2 }}", "{{ r.sekarang }}", 2.2, "kanan"),
        ],
        "r in tindak_lanjut",
        "Tidak ada tindak lanjut yang dicatat pada {{ tw_1 }}.",
        ukuran=8,
    )


def _budget(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.7 Realisasi Anggaran")
    n.body("{{ kalimat_serapan }}")
    n.caption("tabel", f"Tabel 3.9 Pagu dan Realisasi Anggaran {PERIODE} (Rupiah)")
    budget(
        n,
        [
            Kolom("Program / kegiatan / sub kegiatan", "{{ r.kode }} {{ r.nama }}", 9.0),
            Kolom("Pagu", "{{ r.pagu }}", 2.4, "kanan"),
            Kolom("Realisasi\n{{ tw_1 }}", "{{ r.realisasi_1 }}", 2.3, "kanan"),
            Kolom("Realisasi\n{{ tw_2 }}", "{{ r.realisasi_2 }}", 2.3, "kanan"),
            Kolom("Realisasi\n{{ sem }}", "{{ r.realisasi }}", 2.4, "kanan"),
            Kolom("Realisasi s.d.\n{{ tw_2 }}", "{{ r.realisasi_sd }}", 2.4, "kanan"),
            Kolom("Serapan (%)", "{{ r.serapan }}", 1.5, "kanan"),
            Kolom("Sisa", "{{ r.sisa }}", 2.4, "kanan"),
        ],
    )
    n.section()
    pictures(
        n, "gambar_serapan", "Gambar 3.3 Realisasi Anggaran terhadap Pagu per Program", "(belum ada data anggaran)"
    )


def _adjustments(n: Naskah) -> None:
    n.section_title("3.8 Penyesuaian Strategi, Aktivitas, dan Anggaran")
    for judul, field in (("Strategi", "strategi"), ("Aktivitas", "aktivitas"), ("Anggaran", "penyesuaian_anggaran")):
        n.sub_section(f"Penyesuaian {judul}")
        paragraphs(n, field)
