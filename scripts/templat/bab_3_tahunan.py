"""Bab III of the annual report: T3.1-T3.13, the analyses per sasaran, and the budget (domain.md 2.8)."""

from docx.shared import Cm, Pt
from templat.bagian_laporan import TAK_DIBULATKAN, averages, budget, gaps, paragraphs, pictures, rules, scale, told
from templat.naskah import Kolom, Naskah
from templat.word_dasar import bold_where, one_cell, row_of

DALAM = {"before": ["for r in s.baris"], "after": ["endfor"]}
TW = ("I", "II", "III", "IV")


def bab_3(n: Naskah) -> None:
    n.chapter("BAB III", "AKUNTABILITAS KINERJA", new_page=True)
    _measure(n)
    n.section_title("3.2 Capaian Kinerja Organisasi")
    paragraphs(n, "ringkasan")
    achievement(n, "Tabel 3.2 Capaian Kinerja Tahun {{ tahun }}", "s in capaian", "{{ catatan_capaian }}")
    n.body("{{ kalimat_rata }}")
    averages(n, "Tabel 3.3 Rata-rata Capaian per Sasaran")
    pictures(n, "gambar_capaian", "Gambar 3.1 Capaian per Indikator Tahun {{ tahun }}")
    _history(n)
    _renstra(n)
    _others(n)
    n.sub_section("Penyebab keberhasilan dan kegagalan")
    told(n, "Tabel 3.7 Faktor Pendukung, Kendala, dan Upaya Tahun {{ tahun }}")
    _efficiency(n)
    _supporting(n)
    _analyses(n)
    _budget(n)
    _evaluation(n)
    gaps(n, "3.6 Kelengkapan Data", "Tabel 3.14 Data yang Belum Lengkap")


def _measure(n: Naskah) -> None:
    n.section_title("3.1 Cara Pengukuran")
    n.body(
        "Capaian kinerja diukur dengan membandingkan realisasi (R) terhadap target (T) tahun {{ tahun }}, menurut "
        "rumus yang ditetapkan untuk setiap indikator:"
    )
    n.tag("{%p for r in rumus %}")
    n.item("{{ loop.index }}", "{{ r.nama }}: {{ r.rumus }} ({{ r.jumlah }} indikator)")
    n.tag("{%p endfor %}")
    scale(n, "Tabel 3.1 Skala Nilai Peringkat Kinerja")
    rules(n)


def achievement(n: Naskah, caption: str, loop: str, catatan: str = "") -> None:
    """Target, realisasi and capaian of the tahun, by sasaran."""
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 2.8),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.0),
            Kolom("Satuan", "{{ r.satuan }}", 1.5, "tengah"),
            Kolom("Target", "{{ r.target }}", 1.3, "kanan"),
            Kolom("Realisasi", "{{ r.realisasi }}", 1.6, "kanan", pudar="r.sementara"),
            Kolom("Capaian (%)", "{{ r.capaian }}", 1.4, "kanan", tebal=True, pudar="r.sementara"),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.keadaan }}", 2.0, "tengah"),
        ],
        loop,
        "Belum ada indikator.",
        ukuran=8,
        bernomor=True,
        catatan=catatan,
        **DALAM,
    )


def _history(n: Naskah) -> None:
    n.sub_section("Perbandingan dengan tahun-tahun sebelumnya")
    n.caption("tabel", "Tabel 3.4 Perbandingan Capaian Tahun {{ tahun }} dengan Tahun Sebelumnya")
    n.table(
        [
            Kolom("No.", "{% vm %}{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator kinerja", "{% vm %}{{ r.indikator }}", 4.6),
            Kolom("Satuan", "{% vm %}{{ r.satuan }}", 1.6, "tengah"),
            Kolom("Tahun", "{{ r.tahun }}", 1.9, "tengah"),
            Kolom("Target", "{{ r.target }}", 1.5, "kanan"),
            Kolom("Realisasi", "{{ r.realisasi }}", 1.6, "kanan"),
            Kolom("Capaian (%)", "{{ r.capaian }}", 1.5, "kanan", tebal=True),
            Kolom("Naik/turun capaian (poin)", "{{ r.perubahan }}", 1.9, "tengah"),
        ],
        "s in riwayat",
        "Belum ada indikator.",
        ukuran=8,
        catatan=TAK_DIBULATKAN,
        **DALAM,
    )


def _renstra(n: Naskah) -> None:
    n.sub_section("Perbandingan dengan target jangka menengah")
    n.caption("tabel", "Tabel 3.5 Realisasi s.d. Tahun {{ tahun }} terhadap Target Akhir Renstra")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 4.7),
            Kolom("Satuan", "{{ r.satuan }}", 1.5, "tengah"),
            Kolom("Target akhir Renstra", "{{ r.target_akhir }}", 1.6, "kanan"),
            Kolom("Target Renstra {{ tahun }}", "{{ r.target }}", 1.6, "kanan"),
            Kolom("Realisasi {{ tahun }}", "{{ r.realisasi }}", 1.6, "kanan"),
            Kolom("Tingkat kemajuan (%)", "{{ r.kemajuan }}", 1.7, "kanan", tebal=True),
            Kolom("Keterangan", "{{ r.keterangan }}", 1.9, "tengah"),
        ],
        "r in terhadap_renstra",
        "Belum ada indikator.",
        ukuran=8,
    )


def _others(n: Naskah) -> None:
    n.sub_section("Perbandingan dengan kabupaten, provinsi, dan nasional")
    n.caption("tabel", "Tabel 3.6 Perbandingan dengan Angka Kabupaten, Provinsi, dan Nasional")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 3.7),
            Kolom("Satuan", "{{ r.satuan }}", 1.4, "tengah"),
            Kolom("Realisasi kecamatan", "{{ r.realisasi }}", 1.9, "kanan", tebal=True),
            Kolom("Pembanding", "{{ r.cakupan }}", 2.1, "tengah"),
            Kolom("Angka", "{{ r.nilai }}", 1.3, "kanan"),
            Kolom("Selisih", "{{ r.selisih }}", 1.4, "kanan"),
            Kolom("Sumber", "{{ r.asal }}", 2.8),
        ],
        "r in pembanding",
        "Belum ada indikator.",
        ukuran=8,
        catatan=TAK_DIBULATKAN,
    )


def _efficiency(n: Naskah) -> None:
    n.sub_section("Efisiensi penggunaan sumber daya")
    paragraphs(n, "kalimat_efisiensi")
    n.caption("tabel", "Tabel 3.8 Efisiensi Penggunaan Sumber Daya Tahun {{ tahun }}")
    n.table(
        [
            Kolom("Sasaran/program", "{{ r.uraian }}", 4.7),
            Kolom("Capaian (%)", "{{ r.capaian }}", 1.4, "kanan"),
            Kolom("Anggaran (Rp)", "{{ r.pagu }}", 2.2, "kanan"),
            Kolom("Realisasi (Rp)", "{{ r.realisasi }}", 2.2, "kanan"),
            Kolom("Serapan (%)", "{{ r.serapan }}", 1.4, "kanan"),
            Kolom("Selisih (poin)", "{{ r.efisiensi }}", 1.5, "kanan", tebal=True),
            Kolom("Keterangan", "{{ r.keterangan }}", 2.1, "tengah"),
        ],
        "r in efisiensi",
        "Pagu belum diisi.",
        ukuran=8,
        catatan="Efisiensi adalah capaian (dengan batas rata-rata yang berlaku) dikurangi serapan anggaran, dalam "
        "poin. Hanya capaian 100\u00a0% atau lebih yang dinilai: di atas 5 efisien, −5 sampai dengan 5 cukup efisien, "
        "di bawah −5 tidak efisien. Serapan rendah pada capaian rendah bukan efisiensi. " + TAK_DIBULATKAN,
    )
    bold_where(n.doc.tables[-1], "r.uraian", "r.jenjang == 'kepala'")
    one_cell(row_of(n.doc.tables[-1], "r.uraian"))


def _supporting(n: Naskah) -> None:
    n.section(landscape=True)
    n.sub_section("Program dan kegiatan penunjang")
    n.caption("tabel", "Tabel 3.9 Program, Kegiatan, dan Sub Kegiatan yang Menunjang Pencapaian Sasaran")
    n.table(
        [
            Kolom("Sasaran", "{{ r.sasaran }}", 5.1),
            Kolom("Program, kegiatan, sub kegiatan", "{{ r.program }}", 6.6),
            Kolom("Indikator keluaran", "{{ r.indikator }}", 5.3),
            Kolom("Satuan", "{{ r.satuan }}", 1.3, "tengah"),
            Kolom("Target", "{{ r.target }}", 1.3, "kanan"),
            Kolom("Realisasi", "{{ r.realisasi }}", 1.55, "kanan"),
            Kolom("Capaian (%)", "{{ r.capaian }}", 1.35, "kanan"),
            Kolom("Keterangan", "{{ r.keterangan }}", 2.2, "tengah"),
        ],
        "r in penunjang",
        "Program dan kegiatan belum dikaitkan dengan sasaran.",
        ukuran=8,
    )
    n.section()


def _analyses(n: Naskah) -> None:
    """The seven analyses of each sasaran, then its indikator one by one."""
    n.section_title("3.3 Analisis Capaian per Sasaran")
    n.tag("{%p for s in analisis %}")
    n.sub_section("{{ s.judul }}")
    _named(n, "s.analisis")
    n.tag("{%p for g in s.gambar %}")
    n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
    n.tag("{%p endfor %}")
    n.caption("gambar", "Gambar 3.2 Capaian Sasaran “{{ s.uraian }}”", above=False)
    n.tag("{%p for i in s.indikator %}")
    n.text("{{ i.judul }}", "kiri", tebal=True, space_before=Pt(8), space_after=Pt(3), keep_with_next=True)
    n.tag("{%p for a in i.analisis %}")
    n.text("{{ a.teks }}", first_line_indent=Cm(1.25))
    n.tag("{%p endfor %}")
    n.tag("{%p for g in i.gambar %}")
    n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
    n.caption("gambar", "Gambar 3.3 Perkembangan {{ i.judul }}", above=False)
    n.tag("{%p endfor %}")
    n.tag("{%p endfor %}")
    n.tag("{%p endfor %}")


def _named(n: Naskah, loop: str) -> None:
    """Numbered analyses: the name in bold, the text below."""
    n.tag(f"{{%p for a in {loop} %}}")
    n.tag("{%p if a.judul %}")
    n.text("{{ loop.index }}. {{ a.judul }}", "kiri", tebal=True, space_after=Pt(2), keep_with_next=True)
    n.tag("{%p endif %}")
    n.text("{{ a.teks }}", left_indent=Cm(0.6))
    n.tag("{%p endfor %}")


def _budget(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.4 Realisasi Anggaran")
    paragraphs(n, "kalimat_anggaran")
    n.caption("tabel", "Tabel 3.10 Realisasi Anggaran Tahun {{ tahun }} (Rupiah)")
    budget(
        n,
        [
            Kolom("Program / kegiatan / sub kegiatan", "{{ r.kode }} {{ r.nama }}", 5.7),
            Kolom("Pagu murni", "{{ r.murni }}", 2.15, "kanan"),
            Kolom("Pagu berlaku", "{{ r.perubahan }}", 2.15, "kanan"),
            *(Kolom(f"Realisasi\nTW {t}", f"{{{{ r.tw_{i} }}}}", 2.0, "kanan") for i, t in enumerate(TW, 1)),
            Kolom("Realisasi setahun", "{{ r.realisasi }}", 2.15, "kanan"),
            Kolom("Serapan (%)", "{{ r.serapan }}", 1.3, "kanan"),
            Kolom("Sisa", "{{ r.sisa }}", 1.95, "kanan"),
        ],
        ukuran=7,
    )
    n.section()
    pictures(
        n, "gambar_serapan", "Gambar 3.4 Realisasi Anggaran terhadap Pagu per Program", "(belum ada data anggaran)"
    )
    n.caption("tabel", "Tabel 3.11 Anggaran dan Realisasi per Sasaran Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{{ r.sasaran }}", 3.6),
            Kolom("Program", "{{ r.program }}", 3.8),
            Kolom("Anggaran (Rp)", "{{ r.pagu }}", 2.2, "kanan"),
            Kolom("Bagian (%)", "{{ r.porsi }}", 1.4, "kanan"),
            Kolom("Realisasi (Rp)", "{{ r.realisasi }}", 2.2, "kanan"),
            Kolom("Serapan (%)", "{{ r.serapan }}", 1.4, "kanan"),
        ],
        "r in anggaran_sasaran",
        "Pagu belum diisi.",
        ukuran=8,
    )
    bold_where(n.doc.tables[-1], "r.sasaran", "r.sasaran == 'Jumlah'")
    _quarters(n)


def _quarters(n: Naskah) -> None:
    n.section(landscape=True)
    n.sub_section("Realisasi kinerja per triwulan")
    n.caption("tabel", "Tabel 3.12 Target dan Realisasi Triwulan Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 5.6),
            Kolom("Satuan", "{{ r.satuan }}", 1.8, "tengah"),
            *(
                Kolom(f"{word} TW {t}", f"{{{{ r.{word.lower()}_{i} }}}}", 1.6, "kanan")
                for i, t in enumerate(TW, 1)
                for word in ("Target", "Realisasi")
            ),
            Kolom("Realisasi setahun", "{{ r.realisasi }}", 1.8, "kanan"),
            Kolom("Capaian (%)", "{{ r.capaian }}", 1.6, "kanan", tebal=True),
        ],
        "r in triwulan",
        "Belum ada indikator.",
        ukuran=7.5,
    )
    n.section()
    pictures(n, "gambar_matriks", "Gambar 3.5 Capaian per Indikator dan Triwulan Tahun {{ tahun }}")


def _evaluation(n: Naskah) -> None:
    n.section_title("3.5 Tindak Lanjut Hasil Evaluasi Tahun Sebelumnya")
    paragraphs(n, "kalimat_lhe")
    n.caption("tabel", "Tabel 3.13 Matriks Tindak Lanjut Laporan Hasil Evaluasi")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Rekomendasi", "{{ r.rekomendasi }}", 4.6),
            Kolom("Rencana aksi tindak lanjut", "{{ r.rencana_aksi }}", 4.2),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 2.4),
            Kolom("Status", "{{ r.status }}", 1.6, "tengah"),
            Kolom("Bukti", "{{ r.bukti }}", 1.8),
        ],
        "r in tindak_lanjut_lhe",
        "Rekomendasi hasil evaluasi tahun sebelumnya belum dicatat.",
        ukuran=8,
    )
