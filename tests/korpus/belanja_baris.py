"""Anggaran: rows that say of which quarter, or of what, their figures are (K1, K5)."""

from buku_kantor import Buku
from isi_kantor import REKENING, k, pagu, uang, uang_sd
from kantor_kasus import SUB

from korpus import kasus
from korpus.bentuk import R2, UNTUK, berbaris, tiap_triwulan

R1 = "realisasi_tw1"
SATU = next(iter(SUB))
TRIWULAN = [*REKENING, k("Triwulan"), k("Realisasi")]
DUA = (("Triwulan I", R1), ("Triwulan II", R2))


@kasus("K5", langsung=True, **UNTUK)
def triwulan_di_judul_antara_baris_anggaran() -> Buku:
    rows = []
    for kata, kolom in (("TRIWULAN I", R1), ("TRIWULAN II", R2)):
        rows.append(([kata], {}))
        rows += [
            ([kode, nama, uang(int(kolom[-1]))[kode]], {3: f"{kode}|{kolom}"})
            for kode, nama in SUB.items()
        ]  # fmt: skip
    return berbaris([*REKENING, k("Realisasi (Rp)")], rows)


@kasus("K5", langsung=True, **UNTUK)
def pagu_berulang_pada_tiap_triwulan() -> Buku:
    rows = tiap_triwulan(*DUA)
    rows = [([*sel, pagu()[str(sel[0])]], {**benar, 5: f"{sel[0]}|pagu_murni"}) for sel, benar in rows]
    return berbaris([*TRIWULAN, k("Pagu")], rows)


@kasus("K5", **UNTUK)
def pagu_berbeda_pada_tiap_triwulan() -> Buku:
    """A quarter of the pagu in each row: nobody can say which is the pagu."""
    rows = [([*sel, pagu()[str(sel[0])] // (4 + n // 6)], benar) for n, (sel, benar) in enumerate(tiap_triwulan(*DUA))]
    return berbaris([*TRIWULAN, k("Pagu")], rows)


@kasus("K5", untuk="anggaran", belanja=True)
def baris_sampai_dengan_triwulan_dua() -> Buku:
    rows = [([kode, nama, "s.d. Triwulan II", uang_sd(2)[kode]], {4: f"{kode}|{R2}"}) for kode, nama in SUB.items()]
    b = berbaris(TRIWULAN, rows)
    for kode in SUB:
        b.harus(f"{kode}|{R2}", uang(2)[kode])
    return b


@kasus("K5", **UNTUK)
def baris_triwulan_satu_di_bawah_judul_triwulan_dua() -> Buku:
    b = berbaris(TRIWULAN, tiap_triwulan(*DUA), "REALISASI ANGGARAN TRIWULAN II TAHUN 2026")
    return b.tak_tercatat(*(f"{kode}|{R1}" for kode in SUB))


@kasus("K5", untuk="anggaran", belanja=True)
def judul_sampai_triwulan_dua_di_atas_baris_triwulan() -> Buku:
    """Each quarter's own, or each to date: the title may mean either."""
    b = berbaris(TRIWULAN, tiap_triwulan(*DUA), "REALISASI ANGGARAN S.D. TRIWULAN II TAHUN 2026")
    return b.tak_tercatat(*b.letak)


@kasus("K5", tanya=SATU, **UNTUK)
def satu_baris_tanpa_triwulan() -> Buku:
    rows = [(sel, benar) for sel, benar in tiap_triwulan(*DUA) if 4 not in benar or benar[4] != f"{SATU}|{R2}"]
    rows[0][0][2] = None
    return berbaris(TRIWULAN, rows).tak_tercatat(f"{SATU}|{R1}")


@kasus("K1", langsung=True, **UNTUK)
def baris_target_dan_realisasi_di_bawah_sub_kegiatan() -> Buku:
    rows = []
    for kode, nama in SUB.items():
        rows.append(
            ([kode, nama, "Target", uang(1)[kode], uang(2)[kode]], {4: f"{kode}|target_tw1", 5: f"{kode}|target_tw2"})
        )
        rows.append(
            ([None, None, "Realisasi", *[uang(n)[kode] // 2 for n in (1, 2)]], {4: f"{kode}|{R1}", 5: f"{kode}|{R2}"})
        )
    return berbaris([*REKENING, k("Jenis"), k("TW I"), k("TW II")], rows)
