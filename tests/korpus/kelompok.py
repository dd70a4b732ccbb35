"""Realisasi: the group or sub row of a heading says which column is meant (K1)."""

from buku_kantor import Buku
from isi_kantor import KODE, k, sd, target, times, tw

from korpus import kasus
from korpus.bentuk import baca, per_triwulan

# ---------------------------------------------------------------- K1: group or sub row that says which


@kasus("K1")
def tri_wulan_bertanda_hubung() -> Buku:
    return baca(
        *per_triwulan("TRI-WULAN I", "TRI-WULAN II", "TRI-WULAN III", "TRI-WULAN IV"), judul=("REALISASI TAHUN 2026",)
    )


@kasus("K1")
def triwulan_ke_angka() -> Buku:
    return baca(*per_triwulan("Trw. Ke-1", "Trw. Ke-2", "Trw. Ke-3", "Trw. Ke-4"), judul=("MONEV TAHUN 2026",))


@kasus("K1")
def kuartal_disingkat_q() -> Buku:
    return baca(*per_triwulan("Q1", "Q2", "Q3", "Q4"), judul=("SCORECARD 2026",), gabung="sekali")


@kasus("K1")
def kelompok_menurut_bulan() -> Buku:
    bulan = ("JANUARI - MARET", "APRIL - JUNI", "JULI - SEPTEMBER", "OKTOBER - DESEMBER")
    return baca(*per_triwulan(*bulan), judul=("REALISASI KINERJA TAHUN 2026",))


@kasus("K1")
def periode_lalu_ini_dan_sampai_ini() -> Buku:
    return baca(
        k("REALISASI", "S.D. PERIODE LALU", isi=sd(1)),
        k("REALISASI", "PERIODE INI", isi=tw(2), benar=True),
        k("REALISASI", "S.D. PERIODE INI", isi=sd(2)),
    )


@kasus("K1")
def tahun_lalu_di_kiri_tahun_ini() -> Buku:
    return baca(
        k("REALISASI", "2025", isi=times(tw(2), 0.9), saing=True), k("REALISASI", "2026", isi=tw(2), benar=True)
    )


@kasus("K1")
def laki_laki_perempuan_dan_jumlah() -> Buku:
    return baca(
        k("REALISASI TW II", "L", isi=times(tw(2), 0.4), saing=True),
        k("REALISASI TW II", "P", isi=times(tw(2), 0.6), saing=True),
        k("REALISASI TW II", "JML", isi=tw(2), benar=True),
    )


@kasus("K1")
def per_kelurahan_dan_total() -> Buku:
    desa = ("Kel. Batu Piring", "Baruh Bahinu", "Galumbang")
    return baca(
        *(k("REALISASI TRIWULAN II", nama, isi=times(tw(2), 0.25 + i / 20), saing=True) for i, nama in enumerate(desa)),
        k("REALISASI TRIWULAN II", "TOTAL", isi=tw(2), benar=True),
    )


@kasus("K1")
def keuangan_di_kiri_kinerja() -> Buku:
    uang = dict.fromkeys(KODE, 37_500_000)
    return baca(
        k("KEUANGAN", "Target", isi=uang), k("KEUANGAN", "Realisasi", isi=times(uang, 0.4), saing=True),
        k("INDIKATOR", "Target", isi=target(2)), k("INDIKATOR", "Realisasi", isi=tw(2), benar=True),
    )  # fmt: skip


@kasus("K1")
def romawi_telanjang_di_bawah_target_dan_realisasi() -> Buku:
    romawi = ("I", "II", "III", "IV")
    return baca(
        *(k("TARGET", r, isi=target(n)) for n, r in enumerate(romawi, 1)),
        *(k("REALISASI", r, isi=tw(n), benar=n == 2 or None) for n, r in enumerate(romawi, 1)),
        judul=("CAPAIAN RENCANA AKSI", "TAHUN 2026"),
    )


@kasus("K1")
def tiga_tingkat_tahun_lalu_semester_triwulan() -> Buku:
    return baca(
        k("TAHUN 2025", "SEMESTER I", "TRIWULAN II", isi=times(tw(2), 0.95), saing=True),
        k("TAHUN 2026", "SEMESTER I", "TRIWULAN I", isi=tw(1)),
        k("TAHUN 2026", "SEMESTER I", "TRIWULAN II", isi=tw(2), benar=True),
        judul=("REALISASI KINERJA",),
    )
