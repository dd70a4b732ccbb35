"""Anggaran: LRA of SIPD and SAP, monev by month, E.81 in full, and tables that are no realisasi (K1, K3..K5, K9)."""

from buku_kantor import Buku
from isi_kantor import k, pagu, times, uang, uang_sd
from kantor_kasus import SUB

from korpus import KOLOM, kasus
from korpus.bentuk import R2, SAMPAI, UNTUK, fisik, lra

R1 = "realisasi_tw1"
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


def sisa() -> dict[str, int]:
    return {kode: v - uang_sd(2)[kode] for kode, v in pagu().items()}


@kasus("K4", **SAMPAI)
def sipd_periode_lalu_ini_sampai_ini_juni() -> Buku:
    juni = times(uang(2), 0.5)
    return lra(
        k("Anggaran", isi=pagu(), benar="pagu_murni"),
        k("Realisasi s.d. Periode Lalu", isi={x: v - juni[x] for x, v in uang_sd(2).items()}, saing=True),
        k("Realisasi Periode Ini", isi=juni, saing=True),
        k("Realisasi s.d. Periode Ini", isi=uang_sd(2), benar=R2, nilai=uang(2)),
        k("Sisa Anggaran", isi=sisa()), k("%", isi=fisik(25)),
        judul=("LAPORAN REALISASI ANGGARAN", "PERIODE 1 JUNI 2026 S.D. 30 JUNI 2026"),
    )  # fmt: skip


@kasus("K4", **SAMPAI)
def sipd_periode_ini_judul_triwulan() -> Buku:
    return lra(
        k("Anggaran", isi=pagu(), benar="pagu_murni"),
        k("Realisasi", "s.d. Periode Lalu", isi=uang_sd(1), saing=True),
        k("Realisasi", "Periode Ini", isi=uang(2), benar=R2),
        k("Realisasi", "s.d. Periode Ini", isi=uang_sd(2)),
        k("Sisa", isi=sisa()), k("%", isi=fisik(25)),
        judul=("LAPORAN REALISASI ANGGARAN", "TRIWULAN II TAHUN 2026"),
    )  # fmt: skip


@kasus("K4", **SAMPAI)
def sap_realisasi_2026_dan_2025() -> Buku:
    return lra(
        k("Anggaran 2026", isi=pagu(), benar="pagu_murni"), k("Realisasi 2026", isi=uang_sd(2), benar=R2, nilai=uang(2), saing=True),
        k("%", isi=fisik(25)), k("Realisasi 2025", isi=times(uang_sd(2), 0.9), saing=True),
        judul=("LAPORAN REALISASI ANGGARAN", "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 30 JUNI 2026 DAN 2025"),
    )  # fmt: skip


@kasus("K4", **SAMPAI)
def prognosis_semester_satu() -> Buku:
    return lra(
        k("Jumlah Anggaran", isi=pagu(), benar="pagu_murni"),
        k("Realisasi Semester I", isi=uang_sd(2), benar=R2, nilai=uang(2)),
        k("Sisa Anggaran s.d. Semester I", isi=sisa()), k("Prognosis 6 Bulan Berikutnya", isi=sisa()), k("%", isi=fisik(25)),
        judul=("LAPORAN REALISASI SEMESTER PERTAMA DAN PROGNOSIS ENAM BULAN BERIKUTNYA", "TAHUN ANGGARAN 2026"),
    )  # fmt: skip


@kasus("K1", **UNTUK)
def dua_belas_bulan_dengan_jumlah_triwulan() -> Buku:
    kolom = [k("Pagu", isi=pagu(), benar="pagu_murni")]
    for n in (1, 2):
        kolom += [k("REALISASI", b, isi=times(uang(n), 0.25), saing=True) for b in BULAN[3 * n - 3 : 3 * n]]
        kolom.append(k("REALISASI", f"TW {'I' * n}", isi=uang(n), benar=f"realisasi_tw{n}"))
    return lra(*kolom, judul=("MONEV REALISASI KEUANGAN TAHUN 2026",))


@kasus("K1", tanya=KOLOM, **UNTUK)
def anggaran_kas_per_triwulan_bukan_realisasi() -> Buku:
    b = lra(
        k("Pagu", isi=pagu()),
        *(
            k(f"Triwulan {r}", isi=times(pagu(), 0.25), benar=f"realisasi_tw{n}")
            for n, r in enumerate(("I", "II", "III", "IV"), 1)
        ),
        judul=("ANGGARAN KAS TAHUN 2026",),
    )
    return b.tak_tercatat(*b.letak)


@kasus("K1", **UNTUK)
def rak_kelompok_rencana_penarikan() -> Buku:
    return lra(
        *(
            k("RENCANA PENARIKAN DANA", f"TW {r}", isi=times(pagu(), 0.25), benar=f"target_tw{n}")
            for n, r in enumerate(("I", "II"), 1)
        ),
        judul=("TAHUN 2026",),
    )


@kasus("K1", **UNTUK)
def rencana_dan_realisasi_per_triwulan() -> Buku:
    kolom = []
    for n, r in ((1, "I"), (2, "II")):
        kolom += [
            k(f"TW {r}", "Rencana", isi=times(pagu(), 0.25), benar=f"target_tw{n}", saing=True),
            k(f"TW {r}", "Realisasi", isi=uang(n), benar=f"realisasi_tw{n}"),
            k(f"TW {r}", "%", isi=fisik(30)),
        ]
    return lra(k("Pagu", isi=pagu(), benar="pagu_murni"), *kolom, judul=("MONEV 2026",))


@kasus("K1", **UNTUK)
def e81_lengkap_dua_puluh_delapan_kolom() -> Buku:
    kolom = [
        k("Indikator Kinerja Program (outcome)/Kegiatan (output)", isi="Jumlah laporan"),
        k("Target Renstra PD pada Tahun 2029 (Akhir Periode Renstra PD)", "K", isi=fisik(5)),
        k("Target Renstra PD pada Tahun 2029 (Akhir Periode Renstra PD)", "Rp", isi=pagu(5)),
        k("Realisasi Capaian Kinerja Renstra PD sampai dengan Renja PD Tahun Lalu (2025)", "K", isi=fisik(1)),
        k("Realisasi Capaian Kinerja Renstra PD sampai dengan Renja PD Tahun Lalu (2025)", "Rp", isi=pagu(0.9)),
        k("Target Kinerja dan Anggaran Renja PD Tahun Berjalan yang Dievaluasi (2026)", "K", isi=fisik(1)),
        k("Target Kinerja dan Anggaran Renja PD Tahun Berjalan yang Dievaluasi (2026)", "Rp", isi=pagu()),
    ]
    for n, r in enumerate(("I", "II", "III", "IV"), 1):
        grup = "Realisasi Kinerja Pada Triwulan"
        kolom += [
            k(grup, r, "K", isi=fisik(n)),
            k(grup, r, "Rp", isi=uang(n) if n < 3 else {}, benar=f"realisasi_tw{n}" if n < 3 else None),
        ]
    kolom += [
        k("Realisasi Capaian Kinerja dan Anggaran Renja PD yang Dievaluasi", "K", isi=fisik(2)),
        k("Realisasi Capaian Kinerja dan Anggaran Renja PD yang Dievaluasi", "Rp", isi=uang_sd(2)),
        k("Realisasi Kinerja dan Anggaran Renstra PD s/d Tahun 2026", "K", isi=fisik(3)),
        k("Realisasi Kinerja dan Anggaran Renstra PD s/d Tahun 2026", "Rp", isi=uang_sd(2)),
        k("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra PD s/d Tahun 2026 (%)", "K", isi=fisik(40)),
        k("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra PD s/d Tahun 2026 (%)", "Rp", isi=fisik(40)),
        k("Unit Perangkat Daerah Penanggung Jawab", isi="Sekretariat"),
    ]  # fmt: skip
    return lra(
        *kolom,
        judul=("FORMULIR E.81", "EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH", "PERIODE PELAKSANAAN TAHUN 2026"),
        nomor="{}",
    )


@kasus("K3", terbaca=False, **UNTUK)
def pagu_dpa_dan_dppa() -> Buku:
    return lra(
        k("DPA", isi=pagu(), benar="pagu_murni"), k("DPPA", isi=pagu(0.95), benar="pagu_perubahan", saing=True),
        k("Bertambah/(Berkurang)", isi=times(pagu(), -0.05)), k("Realisasi TW II", isi=uang(2), benar=R2),
    )  # fmt: skip


@kasus("K3", terbaca=False, **UNTUK)
def pagu_semula_menjadi_selisih() -> Buku:
    return lra(
        k("JUMLAH (Rp)", "Sebelum Perubahan", isi=pagu(), benar="pagu_murni", saing=True),
        k("JUMLAH (Rp)", "Setelah Perubahan", isi=pagu(1.1), benar="pagu_perubahan", saing=True),
        k("JUMLAH (Rp)", "Bertambah/Berkurang", isi=times(pagu(), 0.1)),
        judul=("PENJABARAN PERUBAHAN APBD TAHUN 2026",),
    )  # fmt: skip


@kasus("K5", terbaca=False, **UNTUK)
def bagian_triwulan_di_antara_baris() -> Buku:
    b = (
        Buku()
        .judul("REALISASI ANGGARAN TAHUN 2026")
        .anggaran(k("Realisasi", isi=uang(1), benar=R1), sela={"7": ["A", "TRIWULAN I"]})
    )
    return b.anggaran(k("Realisasi", isi=uang(2), benar=R2), sela={"7": ["B", "TRIWULAN II"]}, lanjut=True)


@kasus("K9", **UNTUK)
def juta_di_format_angka() -> Buku:
    return lra(k("Realisasi TW II (Juta Rp)", isi=times(uang(2), 1e-6), benar=R2, nilai=uang(2))).tak_tercatat(
        *(f"{x}|{R2}" for x in SUB)
    )


@kasus("K9", terbaca=False, **UNTUK)
def rupiah_singkat_dalam_sel() -> Buku:
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2))
    kode = list(SUB)
    b.tulis(f"{kode[0]}|{R2}", "Rp 11,25 juta").tulis(f"{kode[2]}|{R2}", "598,3 jt").tulis(
        f"{kode[1]}|{R2}", "6.480.500,00"
    )
    return b.tulis(f"{kode[3]}|{R2}", "17,9 jt").tulis(f"{kode[5]}|{R2}", "Rp21.000.000,-")


@kasus("K1", **UNTUK)
def sumber_dana_dipecah_pad_dau() -> Buku:
    return lra(
        k("REALISASI TRIWULAN II", "PAD", isi=times(uang(2), 0.4), saing=True), k("REALISASI TRIWULAN II", "DAU", isi=times(uang(2), 0.6), saing=True),
        k("REALISASI TRIWULAN II", "Jumlah", isi=uang(2), benar=R2),
    )  # fmt: skip


@kasus("K1", **UNTUK)
def spj_up_gu_ls_dan_total() -> Buku:
    return lra(
        k("Pagu", isi=pagu(), benar="pagu_murni"),
        *(k("REALISASI TW II", w, isi=times(uang(2), 0.3), saing=True) for w in ("UP/GU", "TU", "LS")),
        k("REALISASI TW II", "Total", isi=uang(2), benar=R2),
    )


@kasus("K4", **SAMPAI)
def kolom_realisasi_sd_tw_ii_dan_realisasi_tw_ii_di_kanan() -> Buku:
    return lra(k("Realisasi s.d TW. II (Rp)", isi=uang_sd(2)), k("Realisasi TW. II (Rp)", isi=uang(2), benar=R2))


@kasus("K5", **UNTUK)
def rekap_program_di_lembar_lain() -> Buku:
    b = (
        Buku("Rekap")
        .judul("REKAP REALISASI TW II TAHUN 2026")
        .anggaran(k("Realisasi TW II", isi={x: v for x, v in uang(2).items() if x not in SUB}))
    )
    return (
        b.lembar("Rincian")
        .judul("RINCIAN REALISASI TW II TAHUN 2026")
        .anggaran(k("Realisasi TW II", isi=uang(2), benar=R2))
    )


@kasus("K1", **UNTUK)
def rincian_belanja_di_bawah_sub_kegiatan() -> Buku:
    """Rows of belanja without kode below each sub kegiatan."""
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2), jumlah=False)
    last = list(SUB)[-1]
    row = b.letak[f"{last}|{R2}"].baris
    for n, (text, value) in enumerate(
        (("Belanja Alat Tulis Kantor", 6_000_000), ("Belanja Makan Minum Rapat", 15_000_000)), 1
    ):
        b.ws.cell(row + n, 2, text), b.ws.cell(row + n, 3, value)
    return b


@kasus("K4", **SAMPAI)
def realisasi_sampai_mei_judul_bulan_mei() -> Buku:
    b = lra(k("Realisasi s.d. Bulan Ini", isi=uang_sd(2), benar=R2), judul=("LAPORAN BULAN MEI 2026",))
    return b.tak_tercatat(*b.letak)


@kasus("K11", **UNTUK)
def strip_di_triwulan_satu_di_samping_angka_sampai_dengan() -> Buku:
    """A column of nothing but dashes says nothing of TW I: the figure to date less nothing is not the quarter's own."""
    return lra(
        k("Realisasi TW I", isi=dict.fromkeys(uang(1), "-")), k("Realisasi s.d. TW II", isi=uang_sd(2)),
    ).tak_tercatat(*(f"{kode}|{R2}" for kode in SUB))  # fmt: skip


@kasus("K11", **UNTUK)
def nol_di_triwulan_satu_yang_belum_dijawab() -> Buku:
    """While it is asked whether a quarter of nothing but 0 has come at all, it is not taken for 0 beside it."""
    return lra(
        k("Realisasi TW I", isi=dict.fromkeys(uang(1), 0)), k("Realisasi s.d. TW II", isi=uang_sd(2)),
    ).tak_tercatat(*(f"{kode}|{r}" for kode in SUB for r in (R1, R2)))  # fmt: skip
