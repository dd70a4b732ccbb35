"""Workbooks without a catch: all of it is read with one confirmation."""

from berkas_mentah import by_xlsxwriter, kept
from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, NO, SATUAN_KOLOM, capaian, k, pagu, target, tw, uang
from kantor_kasus import NAMA, SASARAN

from korpus import kasus

BAIK = {"langsung": True}
UANG = {"langsung": True, "untuk": "anggaran"}


@kasus("baik", **BAIK)
def tabel_lkjip_target_realisasi_capaian() -> Buku:
    b = Buku("Bab III").judul("TABEL 3.2 CAPAIAN KINERJA", "TRIWULAN II TAHUN 2026")
    return b.tabel(
        [*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True), k("Capaian (%)", isi=capaian())]
    ).tanda_tangan()


@kasus("baik", **BAIK)
def monev_renaksi_empat_triwulan() -> Buku:
    kolom = [k(f"TRIWULAN {r}", w, isi=i, benar=(n == 2 and w == "Realisasi") or None)
             for n, r in enumerate(("I", "II", "III", "IV"), 1) for w, i in (("Target", target(n)), ("Realisasi", tw(n) if n < 3 else {}))]  # fmt: skip
    return Buku().judul("MONITORING DAN EVALUASI RENCANA AKSI TAHUN 2026").tabel([*IDENTITAS, *kolom]).tanda_tangan()


@kasus("baik", **BAIK)
def hanya_nama_tanpa_kode() -> Buku:
    b = Buku().judul("REALISASI KINERJA TRIWULAN II", "TAHUN 2026")
    return b.tabel([NO, NAMA_KOLOM, SATUAN_KOLOM, k("Realisasi Triwulan II", isi=tw(2), benar=True)])


@kasus("baik", **BAIK)
def angka_diketik_sebagai_teks_indonesia() -> Buku:
    teks = {"A-01": "85,2", "A-02": "93,10", "A-03": "1.535", "A-04": " 8 ", "A-07": "97,4", "A-08": "112",
            "A-09": "158.750.000", "A-10": "0,8231", "A-11": "2,8", "A-12": "6"}  # fmt: skip
    b = Buku().judul("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026")
    return b.tabel([*IDENTITAS, k("Realisasi TW II", isi=teks, benar=True, nilai=tw(2))])


@kasus("baik", **BAIK)
def persen_berformat_sel() -> Buku:
    b = Buku().judul("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026")
    b.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)])
    for kode, fraction in (("A-02", 0.931), ("A-07", 0.974)):
        b.tulis(kode, fraction)
        b.sel(kode).number_format = "0.00%"
    return b


@kasus("baik", **BAIK)
def tabel_mulai_di_tengah_lembar() -> Buku:
    b = Buku()
    b.baris = 8
    b.judul("CAPAIAN KINERJA TRIWULAN II TAHUN 2026", kolom=4)
    return b.tabel([*IDENTITAS, k("REALISASI TW II", isi=tw(2), benar=True)], mulai=4).tanda_tangan(6)


@kasus("baik", **BAIK)
def urutan_kolom_dibalik() -> Buku:
    b = Buku().judul("TRIWULAN II TAHUN 2026")
    return b.tabel(
        [k("Realisasi", isi=tw(2), benar=True), k("Target", isi=target(2)), SATUAN_KOLOM, NAMA_KOLOM, KODE_KOLOM]
    )


@kasus("baik", **BAIK)
def urutan_baris_diacak_dan_sebagian() -> Buku:
    b = Buku().judul("REALISASI KINERJA TRIWULAN II TAHUN 2026")
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], ("A-12", "A-03", "A-01", "A-09"))


@kasus("baik", **BAIK)
def lembar_per_triwulan_berjudul() -> Buku:
    b = (
        Buku("TW I")
        .judul("TRIWULAN I TAHUN 2026")
        .tabel([*IDENTITAS, k("Target", isi=target(1)), k("Realisasi", isi=tw(1))])
    )
    b.lembar("TW II").judul("TRIWULAN II TAHUN 2026")
    return b.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)])


@kasus("baik", **BAIK)
def lembar_per_seksi() -> Buku:
    kolom = [*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)]
    b = Buku("Seksi Pelayanan").judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom, ("A-01", "A-02", "A-03", "A-11"))
    b.lembar("Seksi PMD").judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom, ("A-10", "A-12"))
    b.lembar("Subbag").judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom, ("A-04", "A-07", "A-08", "A-09"))
    return b


@kasus("baik", **BAIK)
def sasaran_digabung_di_kiri() -> Buku:
    b = Buku().judul("CAPAIAN PERJANJIAN KINERJA TRIWULAN II TAHUN 2026")
    b.tabel([k("Sasaran Strategis", isi={"A-01": SASARAN}), NAMA_KOLOM, SATUAN_KOLOM, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)])  # fmt: skip
    b.ws.merge_cells(start_row=b.baris_kode["A-01"], end_row=b.baris_kode["A-12"], start_column=1, end_column=1)
    return b.tanda_tangan()


@kasus("baik", **BAIK)
def baris_penomoran_dan_bagian_sasaran() -> Buku:
    b = Buku().judul("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026")
    return b.tabel(
        [*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)],
        nomor="({})", sela={"A-01": [None, None, "SASARAN 1"], "A-07": [None, None, "SASARAN 2"]},
    ).tanda_tangan()  # fmt: skip


@kasus("baik", **BAIK, content=lambda b: kept(b.simpan(), {b.sel("A-03").coordinate: 1535}, calculated=True))
def rumus_yang_dihitung_excel() -> Buku:
    b = Buku().judul("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026")
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)]).tulis("A-03", "=1000+535")


@kasus("baik", **BAIK)
def huruf_kapital_dan_spasi_ganda() -> Buku:
    nama = {kode: f" {NAMA[kode].upper().replace(' ', '  ')} " for kode in KODE}
    b = Buku().judul("REALISASI  KINERJA  TRIWULAN  II  TAHUN  2026")
    return b.tabel([k("NO.", isi={}), k("KODE", isi=lambda _, x: x), k("INDIKATOR  KINERJA", isi=nama), k("SATUAN ", isi=SATUAN_KOLOM.isi), k("REALISASI", isi=tw(2), benar=True)])  # fmt: skip


@kasus("baik", **UANG)
def lra_pagu_dan_dua_triwulan() -> Buku:
    b = Buku().judul("REALISASI ANGGARAN TAHUN 2026")
    return b.anggaran(
        k("Pagu", isi=pagu(), benar="pagu_murni"),
        k("Realisasi TW I", isi=uang(1), benar="realisasi_tw1"),
        k("Realisasi TW II", isi=uang(2), benar="realisasi_tw2"),
    ).tanda_tangan()


@kasus("baik", **UANG)
def anggaran_murni_dan_perubahan() -> Buku:
    b = Buku("DPPA").judul("ANGGARAN KECAMATAN PARINGIN SELATAN TAHUN 2026")
    return b.anggaran(
        k("Pagu Murni", isi=pagu(), benar="pagu_murni"), k("Pagu Perubahan", isi=pagu(1.05), benar="pagu_perubahan")
    )


@kasus("baik", **UANG)
def realisasi_keuangan_di_bawah_kelompok_triwulan() -> Buku:
    b = Buku().judul("LAPORAN REALISASI KEUANGAN TAHUN 2026")
    return b.anggaran(
        k("TRIWULAN I", "Realisasi (Rp)", isi=uang(1), benar="realisasi_tw1"),
        k("TRIWULAN II", "Realisasi (Rp)", isi=uang(2), benar="realisasi_tw2"),
    )


@kasus("baik", **UANG)
def rupiah_ditulis_dengan_rp_dan_titik() -> Buku:
    teks = {kode: "Rp " + f"{v:,}".replace(",", ".") + ",00" for kode, v in uang(2).items()}
    b = Buku().judul("REALISASI ANGGARAN TAHUN 2026")
    return b.anggaran(k("Realisasi TW II", isi=teks, benar="realisasi_tw2", nilai=uang(2)))


@kasus("baik", langsung=True, untuk="rencana")
def rencana_aksi_target_triwulan_baru() -> Buku:
    baru = {"A-03": (1400, 1500, 1600, 1700, 6200), "A-08": (90, 110, 120, 110, 430)}
    nama = (("Target TW I", "TW1"), ("Target TW II", "TW2"), ("Target TW III", "TW3"), ("Target TW IV", "TW4"), ("Target Tahunan", "TH"))  # fmt: skip
    kolom = [k(judul, isi={x: v[i] for x, v in baru.items()}, benar=p) for i, (judul, p) in enumerate(nama)]
    return Buku().judul("RENCANA AKSI TAHUN 2026").tabel([*IDENTITAS, *kolom], baru)


@kasus("baik", langsung=True, untuk="pembanding")
def pembanding_dengan_sumber() -> Buku:
    kab, nas = {"A-01": 82.15, "A-10": 0.7954}, {"A-01": 87.9, "A-10": 0.7411}
    return Buku().judul("PEMBANDING TAHUN 2026").tabel(
        [KODE_KOLOM, NAMA_KOLOM, k("Kabupaten", isi=kab, benar="Kabupaten"), k("Sumber Kabupaten", isi="LKjIP Kabupaten 2026"),
         k("Nasional", isi=nas, benar="Nasional"), k("Sumber Nasional", isi="Laman BPS 2026")],
        kab,
    )  # fmt: skip


@kasus("baik", content=by_xlsxwriter, **BAIK)
def teks_bersama_seperti_dari_excel() -> Buku:
    b = Buku("TW II").judul("PENGUKURAN KINERJA", "TRIWULAN II TAHUN 2026")
    return b.tabel(
        [*IDENTITAS, k("Target", isi=target(2)), k("TRIWULAN II", "Realisasi", isi=tw(2), benar=True)]
    ).tanda_tangan()


@kasus("baik", **BAIK)
def pasangan_pembilang_dan_penyebut() -> Buku:
    b = Buku().judul("REALISASI KINERJA TRIWULAN II TAHUN 2026")
    pair = (k("Pembilang", isi={"A-05": 12}), k("Penyebut", isi={"A-05": 15}))
    b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True), *pair], (*KODE, "A-05"))
    b.add("A-05", (12, 15), b.baris_kode["A-05"], 6, ((3, 3), frozenset({1}), frozenset()))
    return b


@kasus("baik", **BAIK)
def kolom_keterangan_dan_faktor() -> Buku:
    b = Buku().judul("LAPORAN KINERJA TRIWULAN II TAHUN 2026")
    return b.tabel(
        [*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True), k("Capaian (%)", isi=capaian()),
         k("Faktor Pendukung", isi={"A-01": "Petugas terlatih"}), k("Faktor Penghambat", isi={"A-03": "Jaringan"})]
    )  # fmt: skip
