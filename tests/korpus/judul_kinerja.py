"""Realisasi: headings, groups, brackets, titles and sheets that say which column, quarter or year is meant (K1..K5)."""

from collections.abc import Mapping

from buku_kantor import (
    IDENTITAS,
    KODE,
    KODE_KOLOM,
    NAMA_KOLOM,
    NO,
    SATUAN_KOLOM,
    Buku,
    Kolom,
    capaian,
    k,
    sd,
    target,
    times,
    tw,
)  # fmt: skip

from korpus import BERKAS, KOLOM, kasus

DUA = "TRIWULAN II TAHUN 2026"
RATA = ("A-01", "A-07", "A-11")  # means: of one to date nobody can say what the quarter's own was


def per_triwulan(*nama: str, kata: str = "Realisasi", benar: int = 2) -> list[Kolom]:
    """Target and realisasi under four groups."""
    return [
        column
        for n, judul in enumerate(nama, start=1)
        for column in (k(judul, "Target", isi=target(n)), k(judul, kata, isi=tw(n), benar=n == benar or None))
    ]


def baca(*kolom: Kolom, judul: tuple[str, ...] = ("PENGUKURAN KINERJA", DUA), **how: object) -> Buku:
    return Buku().judul(*judul).tabel([*IDENTITAS, *kolom], **how).tanda_tangan()  # type: ignore[arg-type]


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


# ---------------------------------------------------------------- K2: two columns of one heading


@kasus("K2")
def kembaran_tersembunyi_di_kanan() -> Buku:
    return baca(
        k("Realisasi TW II", isi=tw(2), benar=True, saing=True),
        k("Realisasi TW II", isi=tw(1), tersembunyi=True, saing=True),
    )


@kasus("K2")
def draf_lama_tersembunyi_di_kiri_kelompok_sama() -> Buku:
    return baca(
        k("TRIWULAN II", "Realisasi", isi=times(tw(2), 0.8), tersembunyi=True, saing=True),
        k("TRIWULAN II", "Target", isi=target(2)),
        k("TRIWULAN II", "Realisasi", isi=tw(2), benar=True),
        judul=("REALISASI TAHUN 2026",),
    )


@kasus("K2", tanya=KOLOM)
def dua_kolom_terlihat_berjudul_sama() -> Buku:
    return baca(k("Realisasi TW II", isi=times(tw(2), 0.97), saing=True), k("Realisasi TW II", isi=tw(2), benar=True))


@kasus("K2")
def kolom_selebar_nol() -> Buku:
    b = baca(k("Realisasi TW II", isi=times(tw(2), 0.9), saing=True), k("Realisasi TW II", isi=tw(2), benar=True))
    b.ws.column_dimensions["E"].width = 0
    return b


@kasus("K2")
def lembar_draf_tersembunyi() -> Buku:
    b = Buku("Draf").judul(DUA).tabel([*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.9))])
    b.ws.sheet_state = "hidden"
    b.lembar("Final").judul(DUA).tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])
    b.wb.active = 1
    return b


# ---------------------------------------------------------------- K3: what stands in brackets


@kasus("K3", tanya=KOLOM)
def sementara_dan_final_dalam_kurung() -> Buku:
    return baca(
        k("Realisasi TW II (sementara)", isi=times(tw(2), 0.9), saing=True),
        k("Realisasi TW II (final)", isi=tw(2), benar=True),
    )


@kasus("K3")
def triwulan_dalam_kurung() -> Buku:
    return baca(
        k("Realisasi (Triwulan I)", isi=tw(1)),
        k("Realisasi (Triwulan II)", isi=tw(2), benar=True),
        judul=("TAHUN 2026",),
    )


@kasus("K3")
def realisasi_angka_dan_realisasi_persen() -> Buku:
    return baca(k("Realisasi (%)", isi=capaian(), saing=True), k("Realisasi (angka)", isi=tw(2), benar=True))


@kasus("K3")
def bulan_dalam_kurung_di_tiap_kolom() -> Buku:
    bagi = (("April", 0.3), ("Mei", 0.3), ("Juni", 0.4))
    return baca(
        *(k(f"Capaian Realisasi ({bulan})", isi=times(tw(2), by), saing=True) for bulan, by in bagi),
        k("Realisasi Triwulan II", isi=tw(2), benar=True),
    )


@kasus("K3", terbaca=False)
def semester_dalam_kurung() -> Buku:
    """To date; of a mean over two quarters nobody can say what the second was."""
    b = baca(k("Target", isi=target(2)), k("Realisasi (Semester I)", isi=sd(2), benar=True, nilai=tw(2)))
    return b.tak_tercatat(*RATA)


@kasus("K3", tanya=KOLOM)
def tahun_lain_dalam_kurung() -> Buku:
    return baca(
        k("Target", isi=target(2)), k("Realisasi TW II (2025)", isi=times(tw(2), 0.9), benar=True)
    ).tak_tercatat(*KODE)


# ---------------------------------------------------------------- K4: to date, not called "s.d." where one looks


@kasus("K4")
def catatan_akumulasi_di_bawah_tabel() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)))
    return b.catatan("*) Realisasi merupakan akumulasi sejak bulan Januari 2026.").tak_tercatat(*RATA)


@kasus("K4")
def realisasi_hingga_juni() -> Buku:
    return baca(
        k("Target", isi=target(2)), k("Realisasi hingga Juni 2026", isi=sd(2), benar=True, nilai=tw(2))
    ).tak_tercatat(*RATA)


@kasus("K4")
def total_triwulan_satu_tambah_dua() -> Buku:
    return baca(
        k("Realisasi TW I", isi=tw(1)),
        k("Total Realisasi TW I + TW II", isi=sd(2), benar=True, nilai=tw(2)),
        judul=("TAHUN 2026",),
    ).tak_tercatat(*RATA)


@kasus("K4")
def judul_keadaan_sampai_akhir_juni() -> Buku:
    return baca(
        k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)),
        judul=("KEADAAN KINERJA SAMPAI DENGAN AKHIR BULAN JUNI 2026",),
    ).tak_tercatat(*RATA)


@kasus("K4")
def kelompok_kumulatif_dan_kelompok_triwulan_ini() -> Buku:
    return baca(
        k("KUMULATIF", "Target", isi=target(2)), k("KUMULATIF", "Realisasi", isi=sd(2), saing=True),
        k("TRIWULAN BERJALAN", "Target", isi=target(2)), k("TRIWULAN BERJALAN", "Realisasi", isi=tw(2), benar=True),
    )  # fmt: skip


# ---------------------------------------------------------------- K5: what says which quarter or year a row or sheet is for


def panjang(kolom: str, *periode: tuple[object, Mapping[str, float], bool]) -> Buku:
    """A long table: what the column says, its rows, and whether they are the ones to be read."""
    b = Buku("Export").judul("DATA KINERJA KECAMATAN PARINGIN SELATAN")
    for index, (said, isi, benar) in enumerate(periode):
        heads = [KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, k(kolom, isi=said), k("Realisasi", isi=isi, benar=benar)]
        b.tabel(heads, isi, lanjut=index > 0)
    return b


@kasus("K5")
def ekspor_periode_iso() -> Buku:
    return panjang("Periode", ("2026-Q1", tw(1), False), ("2026-Q2", tw(2), True))


@kasus("K5")
def ekspor_sebagian_baru_berisi_triwulan_satu() -> Buku:
    some = {kode: tw(2)[kode] for kode in KODE[:5]}
    return panjang("Triwulan", ("Triwulan I", tw(1), False), ("Triwulan II", some, True)).tak_tercatat(*KODE[5:])


@kasus("K5")
def kolom_triwulan_berisi_angka() -> Buku:
    return panjang("Triwulan", (1, tw(1), False), (2, tw(2), True))


@kasus("K5")
def kolom_tahun_memuat_dua_tahun() -> Buku:
    b = panjang("Tahun", (2025, times(tw(2), 0.9), False), (2026, tw(2), True))
    b.ws["A1"] = "REALISASI TRIWULAN II"
    return b


@kasus("K5")
def dua_blok_bersusun_dengan_judul_sendiri() -> Buku:
    b = Buku().judul("A. TRIWULAN PERTAMA").tabel([*IDENTITAS, k("Realisasi", isi=tw(1))])
    return b.judul("B. TRIWULAN KEDUA").tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])


@kasus("K5")
def dua_blok_berdampingan() -> Buku:
    b = Buku().judul("TRIWULAN I").tabel([*IDENTITAS, k("Realisasi", isi=tw(1))])
    b.ws["H1"], b.baris = "TRIWULAN II", 3
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], mulai=8)


@kasus("K5")
def lembar_trw_tanpa_judul() -> Buku:
    b = Buku("Trw1").tabel([*IDENTITAS, k("Target", isi=target(1)), k("Realisasi", isi=tw(1))])
    return b.lembar("Trw2").tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)])


@kasus("K5", tanya=BERKAS)
def judul_menyebut_tahun_lain() -> Buku:
    b = (
        Buku()
        .judul("REALISASI KINERJA TRIWULAN II TAHUN 2025")
        .tabel([NO, KODE_KOLOM, NAMA_KOLOM, k("Realisasi", isi=times(tw(2), 0.9), benar=True)])
    )
    return b.tak_tercatat(*KODE)


@kasus("K5")
def baris_pemisah_triwulan_di_dalam_tabel() -> Buku:
    b = (
        Buku()
        .judul("REALISASI KINERJA TAHUN 2026")
        .tabel([*IDENTITAS, k("Realisasi", isi=tw(1))], sela={"A-01": ["TRIWULAN I"]})
    )
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], sela={"A-01": ["TRIWULAN II"]}, lanjut=True)
