"""Bab III of the quarterly report: Akuntabilitas Kinerja."""

from collections.abc import Sequence
from copy import deepcopy

from docx.shared import Pt
from templat.naskah import Kolom, Naskah
from templat.word_dasar import embolden, tag_copy


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
    _gaps(n)


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
    n.caption("tabel", "Tabel 3.2 Skala Nilai Peringkat Kinerja")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Capaian (%)", "{{ r.batas }}", 6.8, "tengah"),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.ikon }} {{ r.nama }}", 7.5, "tengah", tebal=True),
        ],
        "r in skala",
        "Skala belum diatur.",
        ukuran=9,
    )
    n.text("Skala mengacu pada Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017.", ukuran=8.5, space_after=Pt(6))
    n.text("Kaidah yang berlaku:", space_after=Pt(3), keep_with_next=True)
    n.tag("{%p for k in kaidah %}")
    n.item("{{ loop.index }}", "{{ k }}")
    n.tag("{%p endfor %}")


def _summary(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.2 Capaian Kinerja {{ triwulan }}")
    n.tag("{%p for k in ringkasan %}")
    n.body("{{ k }}")
    n.tag("{%p endfor %}")


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
    )
    n.text("{{ catatan_capaian }}", ukuran=8.5)


def _averages(n: Naskah) -> None:
    n.section()
    n.section_title("3.3 Rata-rata Capaian")
    n.body("{{ kalimat_rata }}")
    n.caption("tabel", "Tabel 3.4 Rata-rata Capaian per Sasaran")
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


def _pictures(n: Naskah) -> None:
    for field, nomor, judul in (
        ("gambar_capaian", "3.1", "Capaian per Indikator {{ triwulan }} Tahun {{ tahun }}"),
        ("gambar_matriks", "3.2", "Capaian per Indikator dan Triwulan Tahun {{ tahun }}"),
    ):
        n.tag(f"{{%p for g in {field} %}}")
        n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
        n.tag("{%p endfor %}")
        n.caption("gambar", f"Gambar {nomor} {judul}", above=False)
    n.text(
        "Pada Gambar 3.1 garis tegak adalah target (100 %), warna latar adalah kategori pada Tabel 3.2, dan batang "
        "kelabu adalah angka sementara. Pada kedua gambar, indikator tanpa angka disertai alasannya.",
        ukuran=8.5,
    )


def _causes(n: Naskah) -> None:
    n.section_title("3.4 Kendala dan Tindak Lanjut")
    n.caption("tabel", "Tabel 3.5 Faktor Pendukung, Kendala, dan Tindak Lanjut {{ triwulan }}")
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
        Kolom("Realisasi {{ tw }}", "{{ r.realisasi }}", 1.9, "kanan"),
        Kolom("Realisasi s.d. {{ tw }}", "{{ r.realisasi_sd }}", 2.1, "kanan"),
        Kolom("Serapan (%)", "{{ r.serapan }}", 1.4, "kanan"),
        Kolom("Sisa", "{{ r.sisa }}", 2.1, "kanan"),
    ]
    _budget_table(n, kolom)
    n.tag("{%p for g in gambar_serapan %}")
    n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
    n.tag("{%p else %}")
    n.text("(belum ada data anggaran)", "tengah", keep_with_next=True)
    n.tag("{%p endfor %}")
    n.caption("gambar", "Gambar 3.3 Realisasi Anggaran terhadap Pagu per Program", above=False)


def _budget_table(n: Naskah, kolom: Sequence[Kolom]) -> None:
    """Programs bold on grey, kegiatan bold, sub kegiatan plain: three rows to choose from."""
    n.table(kolom, "r in anggaran", "Pagu belum diisi.", ukuran=7.5)
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


def _gaps(n: Naskah) -> None:
    n.section_title("3.6 Daftar yang Belum Lengkap")
    n.body("{{ kalimat_kurang }}")
    n.caption("tabel", "Tabel 3.8 Data yang Belum Lengkap pada Saat Laporan Disusun")
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
