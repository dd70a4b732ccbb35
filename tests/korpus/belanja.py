"""Anggaran: headings and titles of LRA, SIPD, SPJ and E.81 (K1..K5)."""

from buku_kantor import Buku
from isi_kantor import k, pagu, times, uang, uang_sd

from korpus import KOLOM, kasus
from korpus.bentuk import R2, SAMPAI, UNTUK, fisik, lra

# ---------------------------------------------------------------- K1


@kasus("K1", **UNTUK)
def e81_tiga_tingkat_romawi_k_dan_rp() -> Buku:
    grup = "Realisasi Kinerja Pada Triwulan"
    return lra(
        k("Target Kinerja dan Anggaran Renja Tahun Berjalan", "K", isi=fisik(100)),
        k("Target Kinerja dan Anggaran Renja Tahun Berjalan", "Rp", isi=pagu()),
        *(k(grup, r, w, isi=fisik(25 * n) if w == "K" else uang(n), benar=f"realisasi_tw{n}" if w == "Rp" else None)
          for n, r in ((1, "I"), (2, "II")) for w in ("K", "Rp")),
        judul=("EVALUASI HASIL RENJA", "TAHUN 2026"),
    )  # fmt: skip


@kasus("K1", **UNTUK)
def fisik_dan_keuangan_di_bawah_realisasi_triwulan() -> Buku:
    return lra(
        k("Pagu", isi=pagu(), benar="pagu_murni"),
        k("REALISASI TRIWULAN II", "Fisik (%)", isi=fisik()), k("REALISASI TRIWULAN II", "Keuangan (Rp)", isi=uang(2), benar=R2),
    )  # fmt: skip


@kasus("K1", **UNTUK)
def belanja_operasi_modal_dan_jumlah() -> Buku:
    half = {kode: v // 2 for kode, v in uang(2).items()}
    rest = {kode: v - half[kode] for kode, v in uang(2).items()}
    return lra(
        k("REALISASI TRIWULAN II", "Belanja Operasi", isi=half, saing=True),
        k("REALISASI TRIWULAN II", "Belanja Modal", isi=rest, saing=True),
        k("REALISASI TRIWULAN II", "Jumlah", isi=uang(2), benar=R2),
    )


@kasus("K1", **SAMPAI)
def spj_bulan_lalu_ini_dan_sampai_ini() -> Buku:
    mei = {kode: int(v * 0.6) for kode, v in uang(2).items()}
    lalu = {kode: v + mei[kode] for kode, v in uang(1).items()}
    ini = {kode: v - mei[kode] for kode, v in uang(2).items()}
    return lra(
        k("REALISASI", "S/D BULAN LALU", isi=lalu, saing=True), k("REALISASI", "BULAN INI", isi=ini, saing=True),
        k("REALISASI", "S/D BULAN INI", isi=uang_sd(2), benar=R2, nilai=uang(2)),
        judul=("LAPORAN PERTANGGUNGJAWABAN BULAN JUNI 2026",),
    )  # fmt: skip


# ---------------------------------------------------------------- K2, K3


@kasus("K2", **UNTUK)
def realisasi_draf_tersembunyi_di_kiri() -> Buku:
    return lra(
        k("Realisasi TW II", isi=times(uang(2), 0.5), tersembunyi=True, saing=True),
        k("Realisasi TW II", isi=uang(2), benar=R2),
    )


@kasus("K3", tanya=KOLOM, **UNTUK)
def anggaran_pergeseran_dalam_kurung() -> Buku:
    b = lra(k("Anggaran (Pergeseran ke-2)", isi=pagu(0.95), benar="pagu_perubahan"))
    return b.tak_tercatat(*b.letak)


@kasus("K3", **UNTUK)
def realisasi_dalam_kurung_triwulan() -> Buku:
    return lra(k("Realisasi (TW I)", isi=uang(1), benar="realisasi_tw1"), k("Realisasi (TW II)", isi=uang(2), benar=R2))


@kasus("K3", **UNTUK)
def sisa_dan_persen_dalam_kurung() -> Buku:
    sisa = {kode: v - uang(2)[kode] for kode, v in pagu().items()}
    return lra(
        k("Realisasi TW II (%)", isi=fisik(12.5), saing=True),
        k("Realisasi TW II (Rp)", isi=uang(2), benar=R2),
        k("Sisa (Rp)", isi=sisa),
    )


# ---------------------------------------------------------------- K4, K5


@kasus("K4", **SAMPAI)
def sipd_tahun_yang_berakhir_sampai_30_juni() -> Buku:
    sisa = {kode: v - uang_sd(2)[kode] for kode, v in pagu().items()}
    return lra(
        k("Anggaran", isi=pagu(), benar="pagu_murni"), k("Realisasi", isi=uang_sd(2), benar=R2, nilai=uang(2)),
        k("Persentase", isi=fisik(25.4)), k("Sisa Anggaran", isi=sisa),
        judul=("LAPORAN REALISASI ANGGARAN", "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 30 JUNI 2026"),
    )  # fmt: skip


@kasus("K4", **SAMPAI)
def posisi_per_30_juni() -> Buku:
    return lra(k("Realisasi", isi=uang_sd(2), benar=R2, nilai=uang(2)), judul=("POSISI KAS PER 30 JUNI 2026",))


@kasus("K4", terbaca=False, **UNTUK)
def sampai_juni_tanpa_triwulan_satu_di_catatan() -> Buku:
    """Without the quarter before it nobody can say what was spent in this one."""
    return lra(k("Realisasi s.d. Juni", isi=uang_sd(2), benar=R2, nilai=uang(2)))


@kasus("K4", **SAMPAI)
def catatan_kumulatif_di_bawah() -> Buku:
    b = lra(k("Realisasi", isi=uang_sd(2), benar=R2, nilai=uang(2)), judul=("TRIWULAN II TAHUN 2026",))
    return b.catatan("Realisasi dihitung kumulatif sejak 1 Januari.")


@kasus("K5", **UNTUK)
def lembar_keuangan_per_triwulan() -> Buku:
    b = (
        Buku("TW1")
        .judul("REALISASI KEUANGAN TRIWULAN I TAHUN 2026")
        .anggaran(k("Realisasi (Rp)", isi=uang(1), benar="realisasi_tw1"))
    )
    return (
        b.lembar("TW2")
        .judul("REALISASI KEUANGAN TRIWULAN II TAHUN 2026")
        .anggaran(k("Realisasi (Rp)", isi=uang(2), benar=R2))
    )
