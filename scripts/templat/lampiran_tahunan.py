"""The appendices of the annual report: the plan it answers for, every figure measured, and where each came from."""

from templat.bab_3_tahunan import achievement
from templat.bagian_laporan import TAK_DIBULATKAN, frozen, sources, targets
from templat.naskah import Kolom, Naskah


def appendices(n: Naskah) -> None:
    n.section()
    n.chapter("LAMPIRAN 1", "PERJANJIAN KINERJA DAN PERUBAHANNYA")
    n.text("{{ kalimat_pk }}")
    pledges(n, "Tabel L1.1 Target Perjanjian Kinerja Camat")
    n.caption("tabel", "Tabel L1.2 Program dan Anggaran")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Kode", "{{ r.kode }}", 2.0),
            Kolom("Program", "{{ r.nama }}", 7.0),
            Kolom("Pagu murni (Rp)", "{{ r.murni }}", 2.8, "kanan"),
            Kolom("Pagu berlaku (Rp)", "{{ r.berlaku }}", 2.8, "kanan"),
        ],
        "r in program",
        "Pagu belum diisi.",
        ukuran=8,
    )
    n.section(landscape=True)
    n.chapter("LAMPIRAN 2", "INDIKATOR KINERJA UTAMA")
    _iku(n)
    n.section()
    n.chapter("LAMPIRAN 3", "RENCANA AKSI")
    targets(n, "Tabel L3.1 Rencana Aksi Seluruh Tingkat Tahun {{ tahun }}", "s in seluruh_rencana")
    n.chapter("LAMPIRAN 4", "RENCANA KINERJA TAHUNAN", new_page=True)
    _rkt(n)
    n.chapter("LAMPIRAN 5", "PENGUKURAN KINERJA", new_page=True)
    achievement(n, "Tabel L5.1 Pengukuran Kinerja Seluruh Tingkat Tahun {{ tahun }}", "s in seluruh_capaian")
    n.section(landscape=True)
    n.chapter("LAMPIRAN 6", "KESESUAIAN DENGAN LAPORAN TRIWULAN")
    n.text("{{ kalimat_rekonsiliasi }}")
    reconciliation(n, "Tabel L6.1 Rekonsiliasi Tahun {{ tahun }} dengan Empat Triwulan", "Angka tahun {{ tahun }}")
    n.chapter("LAMPIRAN 7", "SUMBER ANGKA", new_page=True)
    sources(n, "L7", frozen)


def pledges(n: Naskah, caption: str) -> None:
    """What the PK of the Camat promised, as first signed and as last changed."""
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran strategis", "{{ r.sasaran }}", 3.8),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 4.4),
            Kolom("Satuan", "{{ r.satuan }}", 1.6, "tengah"),
            Kolom("Target PK", "{{ r.murni }}", 1.4, "kanan"),
            Kolom("Target PK Perubahan", "{{ r.perubahan }}", 2.0, "kanan", tebal=True),
            Kolom("Ket.", "{{ r.keterangan }}", 1.4, "tengah"),
        ],
        "r in pk",
        "Perjanjian Kinerja belum dicatat.",
        ukuran=8,
    )


def annual_plan(n: Naskah, caption: str) -> None:
    """What the RKT says of each sasaran."""
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{% vm %}{{ s.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran strategis", "{% vm %}{{ s.uraian }}", 5.0),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 5.6),
            Kolom("Satuan", "{{ r.satuan }}", 2.0, "tengah"),
            Kolom("Target", "{{ r.target }}", 2.0, "tengah", tebal=True),
        ],
        "s in rkt",
        "Rencana Kinerja Tahunan belum ditetapkan.",
        ukuran=8.5,
        before=["for r in s.baris"],
        after=["endfor"],
    )


def reconciliation(n: Naskah, caption: str, kepala: str) -> None:
    """Figures of the periode beside what their triwulan make; landscape."""
    n.caption("tabel", caption)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Uraian", "{{ r.uraian }}", 7.0),
            Kolom("Metode", "{{ r.cara }}", 4.2),
            Kolom("Hitung ulang dari triwulan", "{{ r.hitungan }}", 5.1),
            Kolom("Hasil hitung ulang", "{{ r.lipatan }}", 2.8, "kanan"),
            Kolom(kepala, "{{ r.laporan }}", 2.8, "kanan"),
            Kolom("Selisih", "{{ r.selisih }}", 1.9, "kanan", tebal=True),
        ],
        "r in rekonsiliasi",
        "Belum ada angka yang dapat diperiksa.",
        ukuran=8,
        bernomor=True,
        catatan=TAK_DIBULATKAN,
    )


def _iku(n: Naskah) -> None:
    n.caption("tabel", "Tabel L2.1 Kamus Indikator Kinerja Utama")
    n.table(
        [
            Kolom("No.", "{% vm %}{{ s.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran strategis", "{% vm %}{{ s.uraian }}", 4.6),
            Kolom("Indikator Kinerja Utama", "{{ r.indikator }}", 5.0),
            Kolom("Penjelasan/formulasi penghitungan", "{{ r.penjelasan }}", 7.6),
            Kolom("Sumber data", "{{ r.sumber }}", 3.3),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 3.3),
        ],
        "s in iku",
        "Indikator Kinerja Utama belum ditetapkan.",
        ukuran=8.5,
        before=["for r in s.baris"],
        after=["endfor"],
    )


def _rkt(n: Naskah) -> None:
    annual_plan(n, "Tabel L4.1 Sasaran, Indikator, dan Target")
    n.caption("tabel", "Tabel L4.2 Program, Kegiatan, dan Anggaran")
    n.table(
        [
            Kolom("Kode", "{{ r.kode }}", 2.2),
            Kolom("Program/kegiatan", "{{ r.nama }}", 8.0),
            Kolom("Anggaran (Rp)", "{{ r.anggaran }}", 2.9, "kanan"),
            Kolom("Mendukung sasaran nomor", "{{ r.sasaran }}", 2.4, "tengah"),
        ],
        "r in program_rkt",
        "Pagu belum diisi.",
        ukuran=8,
    )
    n.text("Jumlah anggaran: {{ jumlah_rkt }}.", "kiri", tebal=True, ukuran=9)
