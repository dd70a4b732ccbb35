"""Realisasi: what a cell is (formula, formatting, merge, hidden, scale) and what its row says (K6..K16)."""

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
    kept,
    naik,
    sebagian_dicoret,
    target,
    tw,
)  # fmt: skip
from kantor_kasus import NAMA, SATUAN
from openpyxl.styles import Alignment, Font

from korpus import kasus


def baca(*kolom: Kolom, judul: str = "PENGUKURAN KINERJA TRIWULAN II TAHUN 2026", **how: object) -> Buku:
    return Buku().judul(judul).tabel([*IDENTITAS, *kolom], **how)  # type: ignore[arg-type]


def biasa(**how: object) -> Buku:
    return baca(k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True), **how)


def bernama(nama: dict[str, str], satuan: dict[str, str] | None = None) -> Buku:
    """The plain table with other names or satuan in some rows."""
    kolom = [KODE_KOLOM, k("Indikator", isi={**NAMA, **nama}), k("Satuan", isi={**SATUAN, **(satuan or {})})]
    return Buku().judul("REALISASI TRIWULAN II TAHUN 2026").tabel([*kolom, k("Realisasi", isi=tw(2), benar=True)])


# ---------------------------------------------------------------- K6: formulas that nobody calculated


@kasus("K6", tanya={"A-01", "A-03", "A-09"}, content=lambda b: kept(b.simpan(), 0))
def rumus_dengan_nol_dari_program_lain() -> Buku:
    return (
        biasa().tulis("A-01", "=AVERAGE(84,86.4)").tulis("A-03", "=SUM(700,835)").tulis("A-09", "=100000000+58750000")
    )


@kasus("K6", tanya={"A-08", "A-12"})
def rumus_tanpa_nilai_tersimpan() -> Buku:
    return biasa().tulis("A-08", "=50+62").tulis("A-12", "=2*3")


@kasus("K6", tanya=set(KODE), content=lambda b: kept(b.simpan(), 0))
def seluruh_kolom_dari_lembar_rincian() -> Buku:
    b = biasa()
    for number, kode in enumerate(KODE, 1):
        b.tulis(kode, f"=Rincian!B{number}")
    b.lembar("Rincian")
    for number, kode in enumerate(KODE, 1):
        b.ws.cell(number, 2, tw(2)[kode])
    return b


@kasus("K6", tanya={"A-02"}, content=lambda b: kept(b.simpan(), {b.sel("A-02").coordinate: "#DIV/0!"}, calculated=True))
def rumus_berisi_galat() -> Buku:
    return biasa().tulis("A-02", "=93.1/0")


# ---------------------------------------------------------------- K7: formatting that changes what is meant


@kasus("K7", tanya={"A-04", "A-12"})
def catatan_kaki_naik_di_angka() -> Buku:
    return (
        biasa()
        .tulis("A-04", naik("8", "2"), None)
        .tulis("A-12", naik("6", "1"), None)
        .catatan("1) termasuk kegiatan desa")
    )


@kasus("K7", tanya={"A-01"})
def angka_lama_dicoret_di_sel_yang_sama() -> Buku:
    return biasa().tulis("A-01", sebagian_dicoret("84,9", "85,2"))


@kasus("K7", tanya={"A-08"})
def baris_dicoret_karena_batal() -> Buku:
    return biasa().coret("A-08").tak_tercatat("A-08")


@kasus("K7", tanya={"A-03"})
def hanya_angkanya_dicoret() -> Buku:
    b = biasa().tak_tercatat("A-03")
    b.sel("A-03").font = Font(strike=True)
    return b


@kasus("K7", tanya={"A-04"})
def pangkat_unicode_sebagai_catatan() -> Buku:
    return biasa().tulis("A-04", "8¹", None)


# ---------------------------------------------------------------- K8: words that contradict the record


@kasus("K8", tanya={"A-08", "A-12"})
def kode_dan_nama_tertukar() -> Buku:
    return bernama({"A-08": NAMA["A-12"], "A-12": NAMA["A-08"]})


@kasus("K8", tanya={"A-01", "A-10"})
def nama_indeks_lain_di_kode_indeks() -> Buku:
    return bernama({"A-01": "Indeks Desa rata-rata kecamatan", "A-10": "Indeks Kepuasan Masyarakat"})


@kasus("K8", tanya={"A-12"})
def kurung_dalam_nama_berbeda() -> Buku:
    return bernama({"A-12": "Jumlah kegiatan pembinaan lembaga (kelurahan)"})


@kasus("K8", tanya={"A-11"})
def satuan_menit_di_catatan_hari() -> Buku:
    return bernama({}, {"A-11": "menit"}).tulis("A-11", 2.8)


@kasus("K8", tanya={"A-09"})
def satuan_juta_rupiah_di_catatan_rupiah() -> Buku:
    return bernama({}, {"A-09": "juta rupiah"}).tulis("A-09", 158.75)


@kasus("K8", tanya={"A-07"})
def nama_menyebut_hal_yang_berlawanan() -> Buku:
    return bernama({"A-07": "Persentase ketidakhadiran pegawai"})


# ---------------------------------------------------------------- K9: scale


@kasus("K9", tanya={"A-01"})
def indeks_skala_empat_di_samping_target_84() -> Buku:
    return biasa().tulis("A-01", 3.408)


@kasus("K9", tanya={"A-07"})
def pecahan_di_atas_satu() -> Buku:
    return biasa().tulis("A-07", 1.0125, 101.25)


@kasus("K9", tanya={"A-02", "A-07"})
def persen_sebagai_pecahan_format_umum() -> Buku:
    return biasa().tulis("A-02", 0.931).tulis("A-07", 0.974)


@kasus("K9", tanya={"A-10"})
def indeks_seratus_di_samping_target_nol_koma() -> Buku:
    return biasa().tulis("A-10", 82.31)


@kasus("K9", tanya={"A-03"})
def sepuluh_kali_triwulan_lalu() -> Buku:
    return biasa().tulis("A-03", 15350)


@kasus("K9", tanya={"A-01"})
def indeks_nol_koma_di_samping_target_84() -> Buku:
    return biasa().tulis("A-01", 0.852)


# ---------------------------------------------------------------- K10: merged values


@kasus("K10", tanya={"A-07"})
def angka_digabung_atas_triwulan_satu_dan_dua() -> Buku:
    b = baca(k("REALISASI", "TW I", isi=tw(1)), k("REALISASI", "TW II", isi=tw(2), benar=True), judul="TAHUN 2026")
    return b.merge("A-07", -1).tak_tercatat("A-07")


@kasus("K10", tanya={"A-02"})
def angka_digabung_atas_triwulan_dua_sampai_empat() -> Buku:
    kolom = [
        k(f"Realisasi TW {r}", isi=tw(n) if n < 3 else {}, benar=n == 2)
        for n, r in enumerate(("I", "II", "III", "IV"), 1)
    ]
    return baca(*kolom, judul="TAHUN 2026").merge("A-02", 2).tak_tercatat("A-02")


@kasus("K10", tanya={"A-01", "A-02"})
def angka_digabung_ke_bawah_atas_dua_indikator() -> Buku:
    b = biasa().tak_tercatat("A-01", "A-02")
    b.tulis("A-02", None)
    row = b.baris_kode["A-01"]
    b.ws.merge_cells(start_row=row, end_row=row + 1, start_column=6, end_column=6)
    return b


@kasus("K10", tanya={"A-04"})
def target_dan_realisasi_digabung() -> Buku:
    return biasa().merge("A-04", -1).tak_tercatat("A-04")


# ---------------------------------------------------------------- K11: dashes and zeros of quarters that have not come


@kasus("K11", triwulan=3)
def strip_di_seluruh_triwulan_tiga() -> Buku:
    kolom = [k(f"Realisasi TW {r}", isi=tw(n) if n < 3 else "-") for n, r in enumerate(("I", "II", "III", "IV"), 1)]
    return baca(*kolom, judul="TAHUN 2026").tak_tercatat(*KODE)


@kasus("K11", triwulan=3)
def nol_di_seluruh_triwulan_tiga() -> Buku:
    kolom = [k(f"Realisasi TW {r}", isi=tw(n) if n < 3 else 0) for n, r in enumerate(("I", "II", "III", "IV"), 1)]
    return baca(*kolom, judul="TAHUN 2026").tak_tercatat(*KODE)


@kasus("K11", triwulan=4)
def garis_panjang_dan_belum_di_triwulan_empat() -> Buku:
    isi = {kode: ("–", "belum", "n/a", "")[i % 4] for i, kode in enumerate(KODE)}
    return baca(k("Realisasi TW III", isi="–"), k("Realisasi TW IV", isi=isi), judul="TAHUN 2026").tak_tercatat(*KODE)


# ---------------------------------------------------------------- K12: hidden rows


@kasus("K12", tanya={"A-03"})
def baris_disaring_tanpa_kembaran() -> Buku:
    b = biasa().tak_tercatat("A-03").tulis("A-03", 990)
    b.ws.row_dimensions[b.baris_kode["A-03"]].hidden = True
    return b


@kasus("K12", terbaca=False)
def baris_lama_tersembunyi_dengan_kembaran_terlihat() -> Buku:
    lama = baca(k("Target", isi=target(2)), k("Realisasi", isi={"A-08": 44}), baris=("A-08",))
    lama.ws.row_dimensions[lama.baris_kode["A-08"]].hidden = True
    return lama.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)], lanjut=True)


@kasus("K12", tanya={"A-12"})
def baris_setinggi_nol() -> Buku:
    b = biasa().tak_tercatat("A-12")
    b.ws.row_dimensions[b.baris_kode["A-12"]].height = 0
    return b


@kasus("K12", tanya={"A-09"})
def kelompok_baris_dilipat() -> Buku:
    b = biasa().tak_tercatat("A-09")
    b.ws.row_dimensions.group(b.baris_kode["A-09"], b.baris_kode["A-09"], hidden=True)
    return b


# ---------------------------------------------------------------- K13: percent of progress


@kasus("K13")
def progres_fisik_di_samping_target() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Progres Fisik (%)", isi=dict.fromkeys(KODE, 55)))
    return b.tak_tercatat(*KODE)


@kasus("K13")
def realisasi_kegiatan_persen_sebelum_realisasi_indikator() -> Buku:
    return baca(
        k("Realisasi Kegiatan (%)", isi=dict.fromkeys(KODE, 48.5), saing=True),
        k("Realisasi Indikator", isi=tw(2), benar=True),
    )


@kasus("K13")
def kelompok_fisik_di_kiri_kelompok_kinerja() -> Buku:
    return baca(
        k("FISIK", "Realisasi", isi=dict.fromkeys(KODE, 50), saing=True),
        k("KINERJA", "Realisasi", isi=tw(2), benar=True),
    )


@kasus("K13")
def realisasi_pelaksanaan_saja() -> Buku:
    return baca(k("Realisasi Pelaksanaan (%)", isi=dict.fromkeys(KODE, 62.5))).tak_tercatat(*KODE)


# ---------------------------------------------------------------- K14: the column that is not read


@kasus("K14")
def kolom_hasil_di_samping_realisasi_triwulan_satu() -> Buku:
    return baca(k("Realisasi TW I", isi=tw(1)), k("Hasil TW II", isi=tw(2), benar=True), judul="TAHUN 2026")


@kasus("K14")
def kolom_capaian_kinerja_triwulan() -> Buku:
    return baca(k("Realisasi TW I", isi=tw(1)), k("Capaian Kinerja TW II", isi=tw(2), benar=True), judul="TAHUN 2026")


@kasus("K14")
def lembar_bernama_triwulan_lain() -> Buku:
    b = Buku("TW I").judul("Triwulan : II (Dua)", "Tahun : 2026")
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])


# ---------------------------------------------------------------- K15: readable by a person


@kasus("K15")
def judul_terputus_di_akhir_baris() -> Buku:
    b = baca(k("TAR-\nGET", isi=target(2)), k("REALI-\nSASI", isi=tw(2), benar=True))
    for cell in b.ws[3]:
        cell.alignment = Alignment(wrap_text=True, text_rotation=90)
    return b


@kasus("K15")
def dua_baris_target_dan_realisasi() -> Buku:
    return bertingkat(("Target", target), ("Realisasi", tw))


@kasus("K15")
def tiga_baris_target_realisasi_capaian_disingkat() -> Buku:
    return bertingkat(("T", target), ("R", tw), ("C (%)", capaian))


@kasus("K15")
def nama_dengan_ejaan_dan_singkatan_lain() -> Buku:
    lain = {"A-01": "Indeks Kepuasan Masy.", "A-02": "Persentase pengaduan masyarakat yg diselesaikan",
            "A-03": "Jml dokumen layanan administrasi yang diterbitkan", "A-07": "% kehadiran pegawai"}  # fmt: skip
    kolom = [NO, k("Indikator Kinerja", isi={**NAMA, **lain}), SATUAN_KOLOM, k("Realisasi", isi=tw(2), benar=True)]
    return Buku().judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom)


@kasus("K15")
def kode_tanpa_tanda_hubung() -> Buku:
    kolom = [k("Kode", isi={x: x.replace("-", "") for x in KODE}), NAMA_KOLOM, k("Realisasi", isi=tw(2), benar=True)]
    return Buku().judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom)


@kasus("K15")
def kolom_capaian_tanpa_realisasi() -> Buku:
    return baca(k("Target", isi=target(2)), k("Capaian", isi=tw(2), benar=True))


def bertingkat(*uraian: tuple[str, object]) -> Buku:
    """One row per uraian under each indikator, the quarters as columns."""
    b = Buku().judul("PENGUKURAN KINERJA TAHUN 2026")
    heads = [NO, KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM]
    tahap = ("TW I", "TW II", "TW III", "TW IV")
    b.tabel([*heads, k("Uraian"), *(k(t) for t in tahap)], ())
    b.baris -= 1
    top = b.baris - 1
    for number, kode in enumerate(KODE, 1):
        first = b.baris
        for name, value in zip("ABCD", (number, kode, NAMA[kode], SATUAN[kode]), strict=True):
            b.ws[f"{name}{first}"] = value
            b.ws.merge_cells(f"{name}{first}:{name}{first + len(uraian) - 1}")
        for judul, isi in uraian:
            b.ws.cell(b.baris, 5, judul)
            for n in (1, 2):
                b.ws.cell(b.baris, 5 + n, isi(n)[kode])  # type: ignore[operator]
            if isi is tw:
                b.add(kode, tw(2)[kode], b.baris, 7, ((top, top), frozenset({1}), frozenset({5, 6, 8, 9})))
            b.baris += 1
    return b


# ---------------------------------------------------------------- K16: held without need


@kasus("K16", langsung=True)
def bulan_di_belakang_triwulan() -> Buku:
    nama = ("TRIWULAN I (Jan - Mar)", "TRIWULAN II (Apr - Jun)")
    kolom = [k(judul, "Realisasi", isi=tw(n), benar=n == 2) for n, judul in enumerate(nama, 1)]
    return baca(*kolom, judul="REALISASI TAHUN 2026").tanda_tangan()


@kasus("K16", langsung=True)
def rata_rata_dan_jumlah_di_sela() -> Buku:
    return biasa(
        sela={
            "A-07": [None, None, "Rata-rata capaian Sasaran 1", None, None, 97.4],
            "A-12": [None, None, "Jumlah", None, None, 12],
        }
    )


@kasus("K16", langsung=True)
def tanda_tangan_di_bawah_kolom_angka() -> Buku:
    return biasa(nomor="{}").tanda_tangan(6)


@kasus("K16", langsung=True)
def keterangan_dan_catatan_di_bawah() -> Buku:
    return (
        biasa()
        .catatan("Keterangan:", "1. IKM menurut survei mandiri.", "Sumber: Seksi Pelayanan, 2026")
        .tanda_tangan(5)
    )
