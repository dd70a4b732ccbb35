"""Realisasi: months, years, typing and scale in headings; several tables and sheets (K1, K4, K9, K14, K15)."""

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, k, sd, target, times, tw
from kantor_kasus import NAMA

from korpus import KOLOM, kasus
from korpus.lawan import AKHIR, AWAL, DUA, baca

# ---------------------------------------------------------------- two per row, transposed


@kasus("K15", boleh_ditolak=True, terbaca=False)
def dua_indikator_tiap_baris() -> Buku:
    b = Buku().judul("REALISASI KINERJA", DUA)
    top = b.baris
    b.tabel([KODE_KOLOM, NAMA_KOLOM, k("Realisasi", isi=tw(2), benar=True, saing=True)], AWAL)
    b.baris = top
    return b.tabel([KODE_KOLOM, NAMA_KOLOM, k("Realisasi", isi=tw(2), benar=True, saing=True)], AKHIR, mulai=4)


@kasus("K15", boleh_ditolak=True, terbaca=False)
def indikator_di_kolom_triwulan_di_baris() -> Buku:
    b = Buku().judul("REALISASI KINERJA TAHUN 2026")
    for c, kode in enumerate(KODE, 2):
        b.ws.cell(3, c, kode), b.ws.cell(4, c, NAMA[kode])
        for n in (1, 2, 3, 4):
            b.ws.cell(4 + n, 1, f"Triwulan {n}"), b.ws.cell(4 + n, c, tw(n)[kode])
        b.add(kode, tw(2)[kode], 6, c, ((3, 4), frozenset({1}), frozenset()))
    b.ws["A3"], b.ws["A4"] = "Kode", "Indikator Kinerja"
    return b


# ---------------------------------------------------------------- month columns, to date


@kasus("K4", terbaca=False)
def bulan_ini_di_bawah_judul_triwulan() -> Buku:
    return baca(
        k("Realisasi s.d. Bulan Lalu", isi=times(sd(2), 0.8), saing=True),
        k("Realisasi Bulan Ini", isi=times(tw(2), 0.3), saing=True),
        k("Realisasi s.d. Bulan Ini", isi=sd(2), saing=True, benar=True, nilai=tw(2)),
        judul=("PENGUKURAN KINERJA", "BULAN JUNI 2026"),
    )


@kasus("K4")
def bulan_ini_judul_triwulan_dua() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Realisasi Bulan Ini", isi=times(tw(2), 0.3), benar=True))
    return b.tak_tercatat(*KODE)


@kasus("K4")
def periode_ini_di_bawah_judul_bulan_juni() -> Buku:
    b = baca(
        k("Realisasi Periode Lalu", isi=tw(1)), k("Realisasi Periode Ini", isi=times(tw(2), 0.3), benar=True),
        judul=("LAPORAN KINERJA", "PERIODE JUNI 2026"),
    )  # fmt: skip
    return b.tak_tercatat(*KODE)


@kasus("K1")
def dua_belas_bulan_dan_jumlah_triwulan() -> Buku:
    bulan = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
    kolom = []
    for n in range(1, 5):
        kolom += [k("REALISASI", b, isi=times(tw(n), 0.33), saing=True) for b in bulan[3 * n - 3 : 3 * n]]
        kolom.append(k("REALISASI", f"Jml TW {n}", isi=tw(n), benar=n == 2 or None))
    return baca(*kolom, judul=("MONEV RENCANA AKSI TAHUN 2026",))


@kasus("K1")
def dua_belas_bulan_tanpa_jumlah() -> Buku:
    bulan = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
    b = baca(
        k("TARGET", isi=target(5)),
        *(
            k("REALISASI", one, isi=times(tw(2), 0.33), saing=n in (3, 4, 5), benar=n == 5 or None)
            for n, one in enumerate(bulan)
        ),
        judul=("MONEV RENCANA AKSI TAHUN 2026",),
    )
    return b.tak_tercatat(*KODE)


@kasus("K4", terbaca=False)
def judul_sampai_dengan_tw_dua_di_kaki() -> Buku:
    b = baca(
        k("Target Tahunan", isi=target(5)), k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)), k("Sisa", isi=target(5))
    )
    return b.catatan("Angka realisasi terhitung mulai bulan Januari.")


@kasus("K4", terbaca=False)
def keterangan_kumulatif_di_kolom() -> Buku:
    return baca(
        k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)),
        k("Keterangan", isi=dict.fromkeys(("A-03", "A-08", "A-12"), "akumulasi s.d. Juni")),
    )


# ---------------------------------------------------------------- lkjip, typos, english


@kasus("K1")
def lkjip_tiga_tahun_berdampingan() -> Buku:
    return baca(
        k("Target 2026", isi=target(2)),
        *(
            k("Realisasi", y, isi=times(tw(2), f), saing=True, benar=y == 2026 or None)
            for y, f in ((2024, 0.8), (2025, 0.9), (2026, 1))
        ),
        k("Capaian 2026 (%)", isi=98.5),
    )


@kasus("K1")
def realisasi_tahun_berjalan_di_kanan_tahun_dasar() -> Buku:
    return baca(
        k("Realisasi Tahun 2025", isi=times(tw(2), 0.9)),
        k("Target Tahun 2026", isi=target(5)),
        k("Realisasi", isi=tw(2), benar=True),
    )


@kasus("K15")
def singkatan_tgt_rls_cap() -> Buku:
    kolom = []
    for n, r in enumerate(("I", "II", "III", "IV"), 1):
        kolom += [
            k(f"Trw {r}", "Tgt", isi=target(n)),
            k(f"Trw {r}", "Rls", isi=tw(n), benar=n == 2 or None, saing=n == 2),
            k(f"Trw {r}", "Cap.", isi=97.5, saing=n == 2),
        ]
    return baca(*kolom, judul=("MONEV 2026",))


@kasus("K15")
def salah_ketik_realiasi() -> Buku:
    return baca(k("Targte", isi=target(2)), k("Realiasi", isi=tw(2), benar=True), k("Capian (%)", isi=97.5, saing=True))


@kasus("K15")
def kata_inggris_actual_achievement() -> Buku:
    return baca(
        k("Plan", isi=target(2), saing=True), k("Actual", isi=tw(2), benar=True), k("Achievement", isi=97.5, saing=True),
        judul=("KPI SCORECARD", "Q2 2026"),
    )  # fmt: skip


@kasus("K1", tanya=KOLOM)
def kelompok_triwulan_lupa_diganti() -> Buku:
    b = baca(k("TRIWULAN I", "Target", isi=target(2)), k("TRIWULAN I", "Realisasi", isi=tw(2), benar=True))
    return b.tak_tercatat(*KODE)


@kasus("K1")
def renaksi_target_dan_realisasi_kuartal_arab() -> Buku:
    return baca(
        *(k("TARGET", str(n), isi=target(n)) for n in (1, 2, 3, 4)),
        *(k("REALISASI", str(n), isi=tw(n), benar=n == 2 or None) for n in (1, 2, 3, 4)),
        judul=("RENCANA AKSI TAHUN 2026",),
    )


@kasus("K1")
def tahap_satu_dan_tahap_dua() -> Buku:
    return baca(k("Realisasi Tahap I", isi=tw(1), saing=True), k("Realisasi Tahap II", isi=tw(2), benar=True))


@kasus("K1")
def realisasi_anggaran_dan_kinerja_satu_baris_judul() -> Buku:
    uang = dict.fromkeys(KODE, 40_000_000)
    return baca(
        k("Pagu", isi=uang), k("Realisasi", isi=times(uang, 0.4), saing=True), k("%", isi=40), k("Target", isi=target(2)),
        k("Realisasi", isi=tw(2), benar=True), k("%", isi=99),
    )  # fmt: skip


@kasus("K1")
def hanya_realisasi_di_samping_pagu() -> Buku:
    uang = dict.fromkeys(KODE, 40_000_000)
    b = baca(k("Target", isi=target(2)), k("Pagu", isi=uang), k("Realisasi", isi=times(uang, 0.4), benar=True))
    return b.tak_tercatat(*KODE)


@kasus("K9", terbaca=False)
def realisasi_dalam_ribuan() -> Buku:
    return baca(k("Realisasi (x1000)", isi=times(tw(2), 0.001), benar=True, nilai=tw(2)))


@kasus("K15", terbaca=False)
def satuan_di_belakang_angka() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    (
        b.tulis("A-12", "6 keg"),
        b.tulis("A-03", "1.535 dok"),
        b.tulis("A-09", "Rp 158,75 juta"),
        b.tulis("A-01", "85,2 (Sangat Baik)"),
    )
    return (
        b.tulis("A-02", "93,1 %")
        .tulis("A-08", "idem", None)
        .tulis("A-11", "s.d.a", None)
        .tulis("A-04", "8 dari 15 desa")
    )


@kasus("K15")
def kurung_dan_minus() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    return b.tulis("A-12", "(6)", None).tulis("A-08", -112, None).tulis("A-03", -1535, None)


@kasus("K16", langsung=True)
def judul_berulang_tiap_halaman() -> Buku:
    kolom = [*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)]
    b = Buku().judul("PENGUKURAN KINERJA", DUA).tabel(kolom, AWAL, nomor="{}")
    b.baris -= 1
    return b.tabel(kolom, AKHIR, nomor="{}").tanda_tangan()


@kasus("K14")
def bagian_ditempel_tanpa_judul() -> Buku:
    """Half of the rows stand right of the table, without headings."""
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    for n, kode in enumerate(("A-05",)):
        b.ws.cell(6 + n, 9, kode), b.ws.cell(6 + n, 10, 12)
    return b


@kasus("K5", terbaca=False)
def lembar_rekap_dan_rincian() -> Buku:
    b = (
        Buku("Rekap")
        .judul("REKAPITULASI REALISASI", "TAHUN 2026")
        .tabel(
            [
                *IDENTITAS,
                *(k(f"TW {r}", isi=tw(n), saing=n == 2, benar=n == 2 or None) for n, r in ((1, "I"), (2, "II"))),
            ]
        )
    )
    return (
        b.lembar("Rincian")
        .judul("REALISASI TRIWULAN II TAHUN 2026")
        .tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])
    )


@kasus("K5")
def dua_seksi_indikator_tumpang_tindih() -> Buku:
    b = (
        Buku("Pelayanan")
        .judul("SEKSI PELAYANAN", DUA)
        .tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], KODE[:6])
    )
    lain = times(tw(2), 0.5)
    b.lembar("PMD").judul("SEKSI PMD", DUA).tabel(
        [*IDENTITAS, k("Realisasi", isi={**tw(2), KODE[5]: lain[KODE[5]]}, benar=True)], KODE[5:]
    )
    return b.harus(KODE[5], tw(2)[KODE[5]])


@kasus("K5")
def kolom_jadwal_kegiatan_bukan_waktu_angka() -> Buku:
    """When the activity was planned says nothing of the figure."""
    return baca(
        k("Waktu Pelaksanaan", isi={x: "TW I" if x in AWAL else "TW II" for x in KODE}),
        k("Realisasi", isi=tw(2), benar=True),
    )
