"""Anggaran and pembanding: rows and groups (K1, K5)."""

from buku_kantor import Buku
from isi_kantor import KODE_KOLOM, NAMA_KOLOM, REKENING, k, pagu, times, uang
from kantor_kasus import SUB

from korpus import kasus
from korpus.bentuk import R2, berbaris, tiap_triwulan
from korpus.rencana_lain import KAB, PROV

R1 = "realisasi_tw1"


@kasus("K1", untuk="anggaran", terbaca=False)
def kelompok_uang_di_kanan_tanpa_gabung() -> Buku:
    b = Buku().judul("REALISASI ANGGARAN TAHUN 2026")
    kolom = []
    for n, r in ((1, "I"), (2, "II")):
        kolom += [
            k(f"TRIWULAN {r}", "Keuangan", isi=uang(n), saing=True, benar=f"realisasi_tw{n}"),
            k(f"TRIWULAN {r}", "Fisik", isi=50, saing=True),
        ]
    b.anggaran(*kolom, gabung="sekali")
    b.ws["C3"], b.ws["D3"], b.ws["E3"], b.ws["F3"] = None, "TRIWULAN I", None, "TRIWULAN II"
    return b


@kasus("K1", untuk="anggaran")
def baris_pagu_dan_realisasi_di_bawah_sub_kegiatan() -> Buku:
    """Two rows a sub kegiatan."""
    rows = []
    for kode, nama in SUB.items():
        rows += [([kode, nama, "Pagu", *[times(pagu(), 0.25)[kode]] * 2], {})]
        rows += [([None, None, "Realisasi", uang(1)[kode], uang(2)[kode]], {4: f"{kode}|{R1}", 5: f"{kode}|{R2}"})]
    return berbaris([*REKENING, k("Jenis"), k("TW I"), k("TW II")], rows)


@kasus("K5", untuk="anggaran")
def kolom_triwulan_di_baris_anggaran() -> Buku:
    return berbaris([*REKENING, k("Triwulan"), k("Realisasi")], tiap_triwulan(("I", R1), ("II", R2)))


@kasus("K5", untuk="anggaran")
def kolom_bulan_di_baris_anggaran() -> Buku:
    b = Buku().judul("REALISASI ANGGARAN TRIWULAN II TAHUN 2026")
    b.tabel([*REKENING, k("Bulan"), k("Realisasi")], ())
    b.baris -= 1
    for kode, nama in SUB.items():
        for c, value in enumerate([kode, nama, "Juni" if kode != "7.01.02.2.01.0001" else "Maret", uang(2)[kode]], 1):
            b.ws.cell(b.baris, c, value)
        b.add(f"{kode}|{R2}", uang(2)[kode], b.baris, 4, ((3, 3), frozenset({1}), frozenset()))
        b.baris += 1
    return b.tak_tercatat(*b.letak)


@kasus("K17", untuk="pembanding")
def cakupan_di_baris() -> Buku:
    """Kabupaten and provinsi stand in rows below the indikator."""
    b = Buku().judul("PEMBANDING TAHUN 2026")
    b.tabel([KODE_KOLOM, NAMA_KOLOM, k("Cakupan"), k("Kabupaten"), k("Sumber Kabupaten")], ())
    b.baris -= 1
    for kode in KAB:
        for row, (nama, isi) in enumerate((("Kabupaten", KAB), ("Provinsi", PROV))):
            for c, value in enumerate([kode if not row else None, None, nama, isi[kode], "LKjIP 2026"], 1):
                b.ws.cell(b.baris, c, value)
            if not row:
                b.add(f"{kode}|Kabupaten", isi[kode], b.baris, 4, ((3, 3), frozenset({1}), frozenset()))
            b.baris += 1
    return b
