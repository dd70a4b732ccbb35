"""Bab III of the quarterly report: Akuntabilitas Kinerja."""

from templat.bagian_laporan import averages, budget, gaps, paragraphs, pictures, rules, scale, told
from templat.naskah import Kolom, Naskah


def bab_3(n: Naskah) -> None:
    """How was measured, what came of it, why, what it cost, and what is missing."""
    n.chapter("BAB III", "AKUNTABILITAS KINERJA", new_page=True)
    _rules(n)
    _summary(n)
    _main_table(n)
    _averages(n)
    _pictures(n)
    _causes(n)
    _budget(n)
    gaps(n, "3.6 Kelengkapan Data", "Tabel 3.8 Data yang Belum Lengkap")


def _rules(n: Naskah) -> None:
    n.section_title("3.1 Cara Pengukuran")
    n.body(
        "Capaian kinerja diukur dengan membandingkan realisasi (R) terhadap target (T) pada periode yang sama, menurut "
        "rumus yang ditetapkan untuk setiap indikator."
    )
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
    scale(n, "Tabel 3.2 Skala Nilai Peringkat Kinerja")
    rules(n)


def _summary(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.2 Capaian Kinerja {{ triwulan }}")
    paragraphs(n, "ringkasan")


def _main_table(n: Naskah) -> None:
    n.caption("tabel", "Tabel 3.3 Target, Realisasi, dan Capaian Kinerja {{ triwulan }} Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 2.9),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.1),
            Kolom("Satuan", "{{ r.satuan }}", 1.6, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.45, "kanan"),
            Kolom("Target {{ tw }}", "{{ r.target }}", 1.45, "kanan"),
            Kolom("Realisasi {{ tw }}", "{{ r.realisasi }}", 1.6, "kanan", pudar="r.sementara"),
            Kolom("Capaian {{ tw }} (%)", "{{ r.capaian }}", 1.6, "kanan", tebal=True, pudar="r.sementara"),
            Kolom("Realisasi s.d. {{ tw }}", "{{ r.realisasi_sd }}", 1.6, "kanan"),
            Kolom("Kemajuan terhadap target tahun", "{{ r.kemajuan }}", 2.1, "kanan"),
            Kolom("Kategori atau keadaan", "{% cellbg r.warna %}{{ r.keadaan }}", 2.7, "tengah"),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 2.8),
        ],
        "s in capaian",
        "Belum ada indikator.",
        ukuran=8,
        bernomor=True,
        before=["for r in s.baris"],
        after=["endfor"],
        catatan="{{ catatan_capaian }}",
    )


def _averages(n: Naskah) -> None:
    n.section()
    n.section_title("3.3 Rata-rata Capaian")
    n.body("{{ kalimat_rata }}")
    averages(n, "Tabel 3.4 Rata-rata Capaian per Sasaran")


def _pictures(n: Naskah) -> None:
    pictures(n, "gambar_capaian", "Gambar 3.1 Capaian per Indikator {{ triwulan }} Tahun {{ tahun }}")
    n.text(
        "Pada Gambar 3.1 garis tegak adalah target (100\u00a0%), warna latar adalah kategori pada Tabel 3.2, dan "
        "batang kelabu adalah angka sementara. Indikator tanpa angka disertai alasannya.",
        ukuran=8.5,
    )
    with n.only_if("gambar_matriks"):  # of one triwulan it would say what Gambar 3.1 says
        pictures(n, "gambar_matriks", "Gambar 3.2 Capaian per Indikator dan Triwulan Tahun {{ tahun }}")


def _causes(n: Naskah) -> None:
    n.section_title("3.4 Kendala dan Tindak Lanjut")
    told(n, "Tabel 3.5 Faktor Pendukung, Kendala, dan Tindak Lanjut {{ triwulan }}")
    n.caption("tabel", "Tabel 3.6 Hasil Tindak Lanjut Triwulan Sebelumnya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 4.4),
            Kolom("Tindak lanjut yang direncanakan", "{{ r.tindak_lanjut }}", 5.8),
            Kolom("Capaian sebelumnya", "{{ r.sebelumnya }}", 2.2, "kanan"),
            Kolom("Capaian {{ tw }}", "{{ r.sekarang }}", 2.2, "kanan"),
        ],
        "r in tindak_lanjut",
        "{{ tindak_lanjut_kosong }}",
        ukuran=8,
    )


def _budget(n: Naskah) -> None:
    n.section_title("3.5 Realisasi Anggaran")
    n.body("{{ kalimat_serapan }}")
    n.caption("tabel", "Tabel 3.7 Pagu dan Realisasi Anggaran s.d. {{ triwulan }} Tahun {{ tahun }} (Rupiah)")
    kolom = [
        Kolom("Program / kegiatan / sub kegiatan", "{{ r.kode }} {{ r.nama }}", 5.9),
        Kolom("Pagu", "{{ r.pagu }}", 2.1, "kanan"),
        Kolom("Realisasi\n{{ tw }}", "{{ r.realisasi }}", 1.9, "kanan"),
        Kolom("Realisasi s.d.\n{{ tw }}", "{{ r.realisasi_sd }}", 2.1, "kanan"),
        Kolom("Serapan (%)", "{{ r.serapan }}", 1.4, "kanan"),
        Kolom("Sisa", "{{ r.sisa }}", 2.1, "kanan"),
    ]
    budget(n, kolom)
    pictures(
        n,
        "gambar_serapan",
        "Gambar 3.{% if gambar_matriks %}3{% else %}2{% endif %} Realisasi Anggaran terhadap Pagu per Program",
        "(belum ada data anggaran)",
    )
