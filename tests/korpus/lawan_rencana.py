"""Rencana, pembanding, isi dokumen: tables that look like one and are none, and columns beside the right one (K17)."""

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE_KOLOM, NAMA_KOLOM, NO, SATUAN_KOLOM, Kolom, k, times
from kantor_kasus import NAMA, SATUAN

from korpus import BERKAS, kasus
from korpus.rencana_lain import BARU, KAB, NAS, PERIODE, PROV, RENSTRA, RPJM, renaksi, tahunan, targets

ROMAWI = ("I", "II", "III", "IV")


def berjudul(judul: str, *kolom: Kolom) -> Buku:
    b = renaksi(*kolom, judul=judul)
    return b.tak_tercatat(*b.letak)


@kasus("K17", untuk="rencana", tanya=BERKAS)
def capaian_rencana_aksi_per_triwulan_bukan_target() -> Buku:
    return berjudul("CAPAIAN RENCANA AKSI TAHUN 2026", *targets(*((f"TW {r}",) for r in ROMAWI)))


@kasus("K17", untuk="rencana", tanya=BERKAS)
def realisasi_rencana_aksi_per_triwulan_bukan_target() -> Buku:
    return berjudul("REALISASI RENCANA AKSI TAHUN 2026", *targets(*((f"TW {r}",) for r in ROMAWI)))


@kasus("K17", untuk="rencana", tanya=BERKAS)
def monitoring_rencana_aksi_per_triwulan_bukan_target() -> Buku:
    return berjudul("MONITORING DAN EVALUASI RENCANA AKSI TAHUN 2026", *targets(*((f"TRIWULAN {r}",) for r in ROMAWI)))


@kasus("K17", untuk="rencana")
def target_dan_anggaran_di_dua_kelompok_romawi() -> Buku:
    satu = targets(*(("TARGET KINERJA", r) for r in ROMAWI), ("TARGET KINERJA", "Tahun"))
    uang = [k("ANGGARAN (Rp)", r, isi=15_000_000, saing=True) for r in ROMAWI]
    return renaksi(*satu, *uang)


@kasus("K17", untuk="rencana")
def anggaran_di_kiri_target_romawi() -> Buku:
    satu = targets(*(("TARGET", r) for r in ROMAWI), ("TARGET TAHUNAN",))
    return renaksi(*(k("ANGGARAN", r, isi=15_000_000, saing=True) for r in ROMAWI), satu[4], *satu[:4])


@kasus("K17", untuk="rencana")
def pk_target_dan_target_tw() -> Buku:
    satu = targets(*((f"Target TW {r}",) for r in ROMAWI), ("Target",))
    return renaksi(satu[4], *satu[:4], judul="LAMPIRAN PERJANJIAN KINERJA TAHUN 2026").tanda_tangan()


@kasus("K17", untuk="rencana")
def target_dan_realisasi_per_triwulan() -> Buku:
    satu = targets(*((f"TRIWULAN {r}", "Target") for r in ROMAWI), ("Target Tahunan",))
    nyata = [
        k(f"TRIWULAN {r}", "Realisasi", isi=times({x: v[0] for x, v in BARU.items()}, 0.9), saing=True) for r in ROMAWI
    ]
    return renaksi(satu[4], *(column for pair in zip(satu[:4], nyata, strict=True) for column in pair))


@kasus("K17", untuk="rencana")
def target_tiga_tahun_lalu_triwulan() -> Buku:
    satu = targets(*(("TARGET TRIWULANAN 2026", r) for r in ROMAWI), ("TARGET", "2026"))
    lain = [
        k("TARGET", y, isi=times({x: v[4] for x, v in BARU.items()}, f), saing=True)
        for y, f in (("2025", 0.9), ("2027", 1.1))
    ]
    return renaksi(lain[0], satu[4], lain[1], *satu[:4])


@kasus("K17", untuk="rencana", terbaca=False)
def target_menurut_bulan_dua_belas() -> Buku:
    """No target of a quarter is one of a month."""
    bulan = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
    tahun = targets(("x",), ("x",), ("x",), ("x",), ("TARGET", "Tahun"))[4]
    return renaksi(tahun, *(k("TARGET", one, isi=7, saing=True) for one in bulan))


@kasus("K17", untuk="rencana")
def target_murni_dan_target_perubahan() -> Buku:
    satu = targets(*((f"Target TW {r}",) for r in ROMAWI), ("Target Tahunan Perubahan",))
    lama = k("Target Tahunan Semula", isi=times({x: v[4] for x, v in BARU.items()}, 0.5), saing=True)
    return renaksi(lama, satu[4], *satu[:4])


@kasus("K17", untuk="rencana")
def baris_anggaran_di_bawah_baris_target() -> Buku:
    """Two rows an indikator: Target and Anggaran."""
    b = Buku().judul("RENCANA AKSI TAHUN 2026")
    b.tabel([*IDENTITAS, k("Uraian"), *(k(f"TW {r}") for r in ROMAWI), k("Tahunan")], ())
    b.baris -= 1
    for no, (kode, v) in enumerate(BARU.items(), 1):
        for c, value in enumerate((no, kode, NAMA[kode], SATUAN[kode], "Target", *v), 1):
            b.ws.cell(b.baris, c, value)
            if c > 5:
                b.add(f"{kode}|{PERIODE[c - 6]}", value, b.baris, c, ((3, 3), frozenset({1}), frozenset()))
        for c, value in enumerate(("Anggaran", 1_000_000, 2_000_000, 1_500_000, 500_000, 5_000_000), 5):
            b.ws.cell(b.baris + 1, c, value)
        b.baris += 2
    return b


@kasus("K17", untuk="pembanding")
def target_dan_realisasi_kabupaten() -> Buku:
    kolom = [
        k("KABUPATEN", "Target", isi={"A-01": 88, "A-10": 0.9}, saing=True), k("KABUPATEN", "Realisasi", isi=KAB, benar="Kabupaten"),
        k("KABUPATEN", "Capaian", isi={"A-01": 99, "A-10": 98}, saing=True), k("Sumber Kabupaten", isi="LKjIP Kabupaten 2026"),
    ]  # fmt: skip
    return Buku().judul("PEMBANDING TAHUN 2026").tabel([KODE_KOLOM, NAMA_KOLOM, *kolom], KAB)


@kasus("K17", untuk="pembanding", terbaca=False)
def realisasi_sendiri_di_samping_nasional() -> Buku:
    kolom = [
        k("Realisasi 2026", isi={"A-01": 85.2, "A-10": 0.8231}), k("Kabupaten", isi=KAB, benar="Kabupaten"), k("Provinsi", isi=PROV, benar="Provinsi"),
        k("Standar Nasional", isi=NAS, benar="Nasional"), k("Sumber Data", isi="LKjIP 2026"),
    ]  # fmt: skip
    return (
        Buku().judul("PERBANDINGAN REALISASI TAHUN 2026").tabel([NO, KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *kolom], KAB)
    )


@kasus("K17", untuk="pembanding")
def kecamatan_lain_dan_rata_rata_kabupaten() -> Buku:
    kolom = [
        k("Kecamatan Awayan", isi={"A-01": 79, "A-10": 0.75}, saing=True), k("Rata-rata Kabupaten", isi=KAB, benar="Kabupaten", saing=True),
        k("Sumber Kabupaten", isi="LKjIP Kabupaten 2026"),
    ]  # fmt: skip
    return Buku().judul("PEMBANDING TAHUN 2026").tabel([KODE_KOLOM, NAMA_KOLOM, *kolom], KAB)


@kasus("K17", untuk="pembanding")
def pembanding_triwulan_dan_tahun() -> Buku:
    kolom = [
        k("KABUPATEN", "TW II", isi=times(KAB, 0.5), saing=True), k("KABUPATEN", "Tahun 2026", isi=KAB, benar="Kabupaten", saing=True),
        k("Sumber Kabupaten", isi="LKjIP Kabupaten 2026"),
    ]  # fmt: skip
    return Buku().judul("PEMBANDING TAHUN 2026").tabel([KODE_KOLOM, NAMA_KOLOM, *kolom], KAB)


@kasus("K17", untuk="dokumen", dokumen=RENSTRA)
def renstra_target_dan_realisasi_tiap_tahun() -> Buku:
    kolom = [
        c
        for one in tahunan(RPJM)
        for c in (
            k(one.judul[0], "Realisasi", isi=times(dict(one.isi), 0.9), saing=True),
            k(one.judul[0], "Target", isi=one.isi, benar=one.benar),
        )
    ]
    return Buku().judul("EVALUASI RENSTRA 2025-2029").tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *kolom], RPJM)


@kasus("K17", untuk="dokumen", dokumen=RENSTRA)
def renstra_target_di_atas_realisasi_di_bawah() -> Buku:
    nyata = [
        k("REALISASI", str(y), isi=times({x: v[0] for x, v in RPJM.items()}, 0.9), saing=True) for y in (2025, 2026)
    ]
    return (
        Buku()
        .judul("RENSTRA 2025-2029")
        .tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *nyata, *tahunan(RPJM, "TARGET")], RPJM)
    )


@kasus("K17", untuk="dokumen", dokumen=RENSTRA, tanya=BERKAS)
def realisasi_lima_tahun_bukan_target() -> Buku:
    b = (
        Buku()
        .judul("REALISASI INDIKATOR KINERJA 2025-2029")
        .tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *tahunan(RPJM)], RPJM)
    )
    return b.tak_tercatat(*b.letak)


@kasus("K17", untuk="dokumen", dokumen=RENSTRA, boleh_ditolak=True, terbaca=False)
def renstra_tahun_ke_satu_sampai_lima() -> Buku:
    kolom = [
        k("TARGET", f"Tahun ke-{i + 1}", isi={x: v[i] for x, v in RPJM.items()}, benar=str(2025 + i)) for i in range(5)
    ]
    return Buku().judul("TARGET RENSTRA 2025-2029").tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *kolom], RPJM)


def monev(judul: str, *kepala: tuple[str, ...]) -> Buku:
    """The target of the tahun, and what was reached each quarter."""
    satu = targets(*kepala, ("Target Tahunan",))
    b = renaksi(satu[4], *satu[:4], judul=judul)
    return b.tak_tercatat(*(key for key in b.letak if not key.endswith("TH")))


@kasus("K17", untuk="rencana", terbaca=False)
def capaian_rencana_aksi_di_samping_target_tahunan() -> Buku:
    return monev("CAPAIAN RENCANA AKSI TAHUN 2026", *((f"TW {r}",) for r in ROMAWI))


@kasus("K17", untuk="rencana", terbaca=False)
def evaluasi_rencana_aksi_di_samping_target_tahunan() -> Buku:
    return monev("MONITORING DAN EVALUASI RENCANA AKSI TAHUN 2026", *((f"Triwulan {r}",) for r in ROMAWI))


@kasus("K17", untuk="rencana", terbaca=False)
def laporan_kinerja_di_samping_target_tahunan() -> Buku:
    return monev("LAPORAN KINERJA TRIWULANAN TAHUN 2026", *(("TRIWULAN", r) for r in ROMAWI))


@kasus("K17", untuk="rencana", terbaca=False)
def pengukuran_kinerja_di_samping_target_tahunan() -> Buku:
    return monev("PENGUKURAN KINERJA TAHUN 2026", *((f"TW {r}",) for r in ROMAWI))
