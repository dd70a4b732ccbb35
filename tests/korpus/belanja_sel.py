"""Anggaran: what a cell of money is, and which rows and columns are read (K6..K16)."""

from berkas_mentah import kept
from buku_kantor import Buku
from isi_kantor import POHON, REKENING, k, pagu, times, uang, uang_sd
from kantor_kasus import SUB
from openpyxl.styles import Font

from korpus import kasus
from korpus.bentuk import R2, SAMPAI, UNTUK, fisik, lra

# ---------------------------------------------------------------- K6, K7


@kasus("K6", langsung=True, untuk="anggaran", content=lambda b: kept(b.simpan(), 0))
def jumlah_induk_berumus_tak_dihitung() -> Buku:
    """The sums are of the system's own making; what stands in the sub kegiatan was typed."""
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2))
    for kode, row in b.baris_kode.items():
        if kode not in SUB:
            b.ws.cell(row, 3, "=SUM(C1:C2)")
    return b


@kasus("K6", tanya=set(SUB), content=lambda b: kept(b.simpan(), 0), **UNTUK)
def realisasi_sub_kegiatan_berumus_tak_dihitung() -> Buku:
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2), jumlah=False)
    for kode in SUB:
        b.tulis(f"{kode}|{R2}", f"=SUM(SPJ!B1:B{b.baris_kode[kode]})")
    return b


@kasus("K7", tanya={"7.01.04.2.01.0001"}, **UNTUK)
def sub_kegiatan_dicoret() -> Buku:
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2), jumlah=False).tak_tercatat(f"7.01.04.2.01.0001|{R2}")
    for cell in b.ws[b.baris_kode["7.01.04.2.01.0001"]]:
        cell.font = Font(strike=True)
    for kode in ("7.01.04", "7.01.04.2.01"):
        b.ws.cell(b.baris_kode[kode], 3).value = None
    return b


# ---------------------------------------------------------------- K8, K9


@kasus("K8", **UNTUK)
def judul_dokumen_perubahan_kolom_pagu() -> Buku:
    b = lra(
        k("Pagu", isi=pagu(1.1), benar="pagu_perubahan"), judul=("DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN (DPPA) 2026",)
    )
    return b.tak_tercatat(*(f"{kode}|pagu_murni" for kode in SUB))


@kasus("K8", tanya={"7.01.01.2.01.0001"}, **UNTUK)
def kode_sub_kegiatan_milik_uraian_lain() -> Buku:
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2))
    b.ws.cell(b.baris_kode["7.01.01.2.01.0001"], 2, SUB["7.01.01.2.02.0001"])
    return b


@kasus("K9", terbaca=False, boleh_ditolak=True, **UNTUK)
def dalam_jutaan_di_judul() -> Buku:
    return lra(k("Realisasi TW II", isi=times(uang(2), 1e-6), benar=R2, nilai=uang(2)), judul=("REALISASI ANGGARAN TAHUN 2026", "(dalam jutaan rupiah)"))  # fmt: skip


@kasus("K9", terbaca=False, boleh_ditolak=True, **UNTUK)
def rp_juta_di_judul_kolom() -> Buku:
    return lra(k("Realisasi TW II (Rp Juta)", isi=times(uang(2), 1e-6), benar=R2, nilai=uang(2)))


@kasus("K9", terbaca=False, boleh_ditolak=True, **UNTUK)
def catatan_kali_seribu_di_bawah() -> Buku:
    b = lra(k("Realisasi TW II", isi=times(uang(2), 1e-3), benar=R2, nilai=uang(2)))
    return b.catatan("Ket: angka dalam ribuan (x Rp1.000,-)")


# ---------------------------------------------------------------- K10 .. K13


@kasus("K10", tanya={"7.01.02.2.01.0001"}, **UNTUK)
def rupiah_digabung_atas_dua_triwulan() -> Buku:
    kode = "7.01.02.2.01.0001"
    b = lra(
        k("Realisasi TW I", isi=uang(1), benar="realisasi_tw1"),
        k("Realisasi TW II", isi=uang(2), benar=R2),
        jumlah=False,
    )
    for induk in ("7.01.02", "7.01.02.2.01"):
        b.ws.cell(b.baris_kode[induk], 3).value = b.ws.cell(b.baris_kode[induk], 4).value = None
    return b.merge(f"{kode}|{R2}", -1).tak_tercatat(f"{kode}|realisasi_tw1", f"{kode}|{R2}")


@kasus("K11", **UNTUK)
def nol_di_triwulan_yang_belum_tiba() -> Buku:
    kolom = [k(f"Realisasi TW {r}", isi=uang(n) if n < 3 else fisik(0), benar=f"realisasi_tw{n}") for n, r in enumerate(("I", "II", "III", "IV"), 1)]  # fmt: skip
    b = lra(*kolom)
    return b.tak_tercatat(*(f"{kode}|realisasi_tw{n}" for kode in SUB for n in (3, 4)))


@kasus("K11", **UNTUK)
def strip_di_sub_dan_nol_di_jumlah() -> Buku:
    belum = {kode: "-" if kode in SUB else 0 for kode in uang(2)}
    b = lra(
        k("Realisasi", "TW II", isi=uang(2), benar=R2), k("Realisasi", "TW III", isi=belum, benar="realisasi_tw3"),
        k("Realisasi", "TW IV", isi=belum, benar="realisasi_tw4"),
    )  # fmt: skip
    return b.tak_tercatat(*(f"{kode}|realisasi_tw{n}" for kode in SUB for n in (3, 4)))


@kasus("K12", tanya={"7.01.03.2.01.0001"}, **UNTUK)
def sub_kegiatan_tersembunyi() -> Buku:
    b = lra(k("Realisasi TW II", isi=uang(2), benar=R2), jumlah=False).tak_tercatat(f"7.01.03.2.01.0001|{R2}")
    for kode in ("7.01.03", "7.01.03.2.01", "7.01.03.2.01.0001"):
        b.ws.row_dimensions[b.baris_kode[kode]].hidden = True
    return b


@kasus("K13", **UNTUK)
def realisasi_fisik_persen_tanpa_rupiah() -> Buku:
    b = lra(k("Realisasi Fisik TW II (%)", isi=fisik(), benar=R2))
    return b.tak_tercatat(*(f"{kode}|{R2}" for kode in SUB))


# ---------------------------------------------------------------- K14 .. K16


@kasus("K14", **UNTUK)
def kolom_penyerapan_triwulan() -> Buku:
    return lra(k("Pagu", isi=pagu(), benar="pagu_murni"), k("Penyerapan TW II", isi=uang(2), benar=R2))


@kasus("K14", **UNTUK)
def anggaran_sebelum_dan_setelah_perubahan() -> Buku:
    return lra(
        k("Anggaran Sebelum Perubahan", isi=pagu(), benar="pagu_murni"),
        k("Anggaran Setelah Perubahan", isi=pagu(1.1), benar="pagu_perubahan"),
    )


@kasus("K14", **SAMPAI)
def periode_januari_sampai_juni_di_judul() -> Buku:
    return lra(k("Pagu", isi=pagu(), benar="pagu_murni"), k("Realisasi", isi=uang_sd(2), benar=R2, nilai=uang(2)), judul=("PERIODE 01 JANUARI - 30 JUNI 2026",))  # fmt: skip


@kasus("K15", **UNTUK)
def e81_dengan_baris_nomor_di_tengah_judul() -> Buku:
    b = lra(
        k("Realisasi pada Triwulan I", "(7)", "K", isi=fisik(25)), k("Realisasi pada Triwulan I", "(7)", "Rp", isi=uang(1), benar="realisasi_tw1"),
        k("Realisasi pada Triwulan II", "(8)", "K", isi=fisik()), k("Realisasi pada Triwulan II", "(8)", "Rp", isi=uang(2), benar=R2),
        judul=("FORMULIR E.81 EVALUASI RENJA 2026",),
    )  # fmt: skip
    return b.tanda_tangan()


@kasus("K15", **UNTUK)
def kode_terpisah_di_beberapa_kolom() -> Buku:
    parts = ("Urusan", "Program", "Kegiatan", "Sub")
    cuts = ((0, 1), (1, 3), (3, 5), (5, 6))
    codes = [k("KODE", judul, isi={kode: ".".join(kode.split(".")[a:b]) for kode in uang(2) if kode}) for judul, (a, b) in zip(parts, cuts, strict=True)]  # fmt: skip
    b = Buku().judul("LAPORAN REALISASI ANGGARAN TAHUN 2026")
    return b.tabel(
        [*codes, REKENING[1], k("Realisasi TW II", isi=uang(2), benar=R2)],
        POHON,
    )


@kasus("K15", **UNTUK)
def hanya_uraian_tanpa_kode() -> Buku:
    b = Buku().judul("REALISASI KEUANGAN TRIWULAN II TAHUN 2026")
    return b.tabel(
        [k("No", isi=lambda n, _: n), k("Sub Kegiatan", isi={**SUB}), k("Realisasi TW II (Rp)", isi=uang(2), benar=R2)],
        SUB,
    )


@kasus("K16", langsung=True, untuk="anggaran")
def tanda_tangan_dan_nomor_di_bawah_kolom_uang() -> Buku:
    return lra(
        k("Pagu", isi=pagu(), benar="pagu_murni"), k("Realisasi TW II", isi=uang(2), benar=R2), nomor="{}"
    ).tanda_tangan(4)


@kasus("K16", langsung=True, untuk="anggaran")
def persen_dan_sisa_di_samping_realisasi() -> Buku:
    sisa = {kode: v - uang(2)[kode] for kode, v in pagu().items()}
    b = lra(k("Pagu", isi=pagu(), benar="pagu_murni"), k("Realisasi TW II", isi=uang(2), benar=R2), k("%", isi=fisik(21.3)), k("Sisa Pagu", isi=sisa))  # fmt: skip
    return b.catatan("Keterangan: data per 6 Juli 2026")
