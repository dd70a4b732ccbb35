"""Rencana, pembanding, isi dokumen, kaitan: the same faults in the other kinds of workbook (K17)."""

from dataclasses import replace

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE_KOLOM, NAMA_KOLOM, NO, SATUAN_KOLOM, Kolom, k
from kantor_kasus import SASARAN

from korpus import kasus
from lakip.dokumen import Dokumen

BARU = {"A-03": (1400, 1500, 1600, 1700, 6200), "A-08": (90, 110, 120, 110, 430), "A-04": (3, 7, 11, 14, 14)}
PERIODE = ("TW1", "TW2", "TW3", "TW4", "TH")
RENSTRA = Dokumen("renstra", 2025, "100/2025", sampai_tahun=2029, versi=1)


def targets(*judul: tuple[str, ...]) -> list[Kolom]:
    """The five columns of target under these headings, in the order TW I..IV, tahun."""
    return [k(*one, isi={x: v[i] for x, v in BARU.items()}, benar=PERIODE[i]) for i, one in enumerate(judul)]


def renaksi(*kolom: Kolom, judul: str = "RENCANA AKSI KINERJA TAHUN 2026", **how: object) -> Buku:
    return Buku().judul(judul, "KECAMATAN PARINGIN SELATAN").tabel([*IDENTITAS, *kolom], BARU, **how)  # type: ignore[arg-type]


@kasus("K17", untuk="rencana")
def target_triwulan_romawi_di_bawah_kelompok() -> Buku:
    satu = targets(*(("TARGET TRIWULAN", r) for r in ("I", "II", "III", "IV")), ("TARGET TAHUN 2026",))
    return renaksi(satu[4], *satu[:4], nomor="({})").tanda_tangan()


@kasus("K17", untuk="rencana")
def target_menurut_bulan_akhir() -> Buku:
    """To date where they are added up: 1.400, 2.900, 4.500, 6.200."""
    sampai = {x: [sum(v[: n + 1]) if x != "A-04" else v[n] for n in range(4)] for x, v in BARU.items()}
    satu = targets(
        *(("TARGET", f"s.d. {b}") for b in ("Maret", "Juni", "September", "Desember")), ("TARGET", "Setahun")
    )
    kolom = [replace(one, isi={x: v[n] for x, v in sampai.items()}, nilai=one.isi) for n, one in enumerate(satu[:4])]
    return renaksi(*kolom, satu[4])


@kasus("K17", untuk="rencana")
def target_dan_anggaran_tiap_triwulan() -> Buku:
    satu = targets(*((f"TRIWULAN {r}", "Target") for r in ("I", "II", "III", "IV")), ("Target Tahunan",))
    uang = [k(f"TRIWULAN {r}", "Anggaran (Rp)", isi=15_000_000) for r in ("I", "II", "III", "IV")]
    return renaksi(satu[4], *(column for pair in zip(satu[:4], uang, strict=True) for column in pair))


@kasus("K17", untuk="rencana")
def target_lama_tersembunyi_di_kiri() -> Buku:
    lama = k("Target TW II", isi=dict.fromkeys(BARU, 1), tersembunyi=True, saing=True)
    return renaksi(lama, *targets(*((f"Target TW {r}",) for r in ("I", "II", "III", "IV")), ("Target Tahunan",)))


KAB, PROV, NAS = {"A-01": 82.15, "A-10": 0.7954}, {"A-01": 85.4, "A-10": 0.7702}, {"A-01": 87.9, "A-10": 0.7411}


@kasus("K17", untuk="pembanding")
def nama_daerah_disingkat_di_kelompok() -> Buku:
    kolom = [
        one
        for judul, cakupan, isi in (
            ("KAB. BALANGAN", "Kabupaten", KAB),
            ("PROV. KALSEL", "Provinsi", PROV),
            ("NASIONAL", "Nasional", NAS),
        )
        for one in (k(judul, "Realisasi", isi=isi, benar=cakupan), k(judul, "Sumber Data", isi=f"LKjIP {judul} 2026"))
    ]
    return Buku().judul("PERBANDINGAN CAPAIAN KINERJA TAHUN 2026").tabel([NO, NAMA_KOLOM, SATUAN_KOLOM, *kolom], KAB)


@kasus("K17", untuk="pembanding")
def dua_tahun_di_bawah_kabupaten() -> Buku:
    kolom = [
        k("KABUPATEN", "2025", isi={"A-01": 80.9, "A-10": 0.7811}, saing=True), k("KABUPATEN", "2026", isi=KAB, benar="Kabupaten"),
        k("SUMBER KABUPATEN", isi="LKjIP Kabupaten Balangan 2026"),
    ]  # fmt: skip
    return Buku().judul("PEMBANDING TAHUN 2026").tabel([KODE_KOLOM, NAMA_KOLOM, *kolom], KAB)


@kasus("K17", untuk="pembanding")
def kabupaten_lain_di_kiri_kabupaten_sendiri() -> Buku:
    kolom = [
        k("Kabupaten Tabalong", isi={"A-01": 79.5, "A-10": 0.769}, saing=True), k("Kabupaten Balangan", isi=KAB, benar="Kabupaten"),
        k("Sumber Kabupaten", isi="LKjIP Kabupaten Balangan 2026"),
    ]  # fmt: skip
    return Buku().judul("PEMBANDING TAHUN 2026").tabel([KODE_KOLOM, NAMA_KOLOM, *kolom], KAB)


RPJM = {"A-01": (83, 84, 85, 86, 87), "A-10": (0.8, 0.85, 0.86, 0.87, 0.88)}


def tahunan(isi: dict[str, tuple[float, ...]], *depan: str) -> list[Kolom]:
    return [k(*depan, str(2025 + i), isi={x: v[i] for x, v in isi.items()}, benar=str(2025 + i)) for i in range(5)]


@kasus("K17", untuk="dokumen", dokumen=RENSTRA)
def renstra_tahun_di_bawah_target() -> Buku:
    b = Buku().judul("TUJUAN, SASARAN, INDIKATOR DAN TARGET RENSTRA 2025-2029")
    return b.tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *tahunan(RPJM, "TARGET KINERJA PADA TAHUN")], RPJM)


@kasus("K17", untuk="dokumen", dokumen=RENSTRA)
def renstra_target_dan_pagu_tiap_tahun() -> Buku:
    target = tahunan(RPJM)
    kolom = [c for one in target for c in (k(one.judul[0], "Target", isi=one.isi, benar=one.benar), k(one.judul[0], "Rp", isi=50_000_000, saing=True))]  # fmt: skip
    return (
        Buku()
        .judul("RENCANA PROGRAM DAN PENDANAAN RENSTRA 2025-2029")
        .tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, *kolom], RPJM)
    )


@kasus("K17", untuk="dokumen", dokumen=RENSTRA)
def renstra_kondisi_awal_dan_akhir() -> Buku:
    awal, akhir = (
        k("Kondisi Awal (2024)", isi={"A-01": 82, "A-10": 0.79}),
        k("Kondisi Akhir Periode", isi={"A-01": 87, "A-10": 0.88}),
    )
    return Buku().judul("INDIKATOR KINERJA RENSTRA 2025-2029").tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, awal, *tahunan(RPJM, "TARGET"), akhir], RPJM)  # fmt: skip


PORSI = {"7.01.02": 60, "7.01.03": 40}
NAMA_PROGRAM = {
    "7.01.02": "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
    "7.01.03": "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
}


@kasus("K17", untuk="kaitan")
def kaitan_porsi_di_kolom_bobot() -> Buku:
    b = Buku().judul("CASCADING SASARAN DAN PROGRAM TAHUN 2026")
    rows = [
        k("Kode Sasaran", isi="S1"),
        k("Sasaran", isi=SASARAN),
        KODE_KOLOM,
        k("Program", isi=NAMA_PROGRAM),
        k("Bobot (%)", isi=PORSI),
    ]
    b.tabel(rows, PORSI)
    for kode, porsi in PORSI.items():
        b.add(f"S1|{kode}", porsi, b.baris_kode[kode], 5, ((3, 3), frozenset({1}), frozenset()))
    return b


@kasus("K17", untuk="kaitan")
def kaitan_porsi_dua_versi() -> Buku:
    b = Buku().judul("DUKUNGAN PROGRAM TERHADAP SASARAN TAHUN 2026")
    lama = k("Porsi (%)", isi={"7.01.02": 50, "7.01.03": 50}, tersembunyi=True)
    rows = [
        k("Kode Sasaran", isi="S1"),
        k("Sasaran", isi=SASARAN),
        KODE_KOLOM,
        k("Program", isi=NAMA_PROGRAM),
        lama,
        k("Porsi (%)", isi=PORSI),
    ]
    b.tabel(rows, PORSI)
    for kode, porsi in PORSI.items():
        b.add(f"S1|{kode}", porsi, b.baris_kode[kode], 6, ((3, 3), frozenset({1}), frozenset({5})))
    return b
