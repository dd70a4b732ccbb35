"""Realisasi: merged, empty and hidden cells, percent of progress, what is not read or held without need (K10..K16)."""

from functools import partial

from berkas_mentah import as_csv
from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, NO, SATUAN_KOLOM, capaian, k, target, tw
from kantor_kasus import NAMA, SATUAN
from openpyxl.styles import Alignment

from korpus import kasus
from korpus.bentuk import biasa, satu_judul

# ---------------------------------------------------------------- K10: merged values


@kasus("K10", tanya={"A-07"})
def angka_digabung_atas_triwulan_satu_dan_dua() -> Buku:
    b = satu_judul(
        k("REALISASI", "TW I", isi=tw(1)), k("REALISASI", "TW II", isi=tw(2), benar=True), judul="TAHUN 2026"
    )
    return b.merge("A-07", -1).tak_tercatat("A-07")


@kasus("K10", tanya={"A-02"})
def angka_digabung_atas_triwulan_dua_sampai_empat() -> Buku:
    kolom = [
        k(f"Realisasi TW {r}", isi=tw(n) if n < 3 else {}, benar=n == 2)
        for n, r in enumerate(("I", "II", "III", "IV"), 1)
    ]
    return satu_judul(*kolom, judul="TAHUN 2026").merge("A-02", 2).tak_tercatat("A-02")


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
    return satu_judul(*kolom, judul="TAHUN 2026").tak_tercatat(*KODE)


@kasus("K11", triwulan=3)
def nol_di_seluruh_triwulan_tiga() -> Buku:
    kolom = [k(f"Realisasi TW {r}", isi=tw(n) if n < 3 else 0) for n, r in enumerate(("I", "II", "III", "IV"), 1)]
    return satu_judul(*kolom, judul="TAHUN 2026").tak_tercatat(*KODE)


@kasus("K11", triwulan=4)
def garis_panjang_dan_belum_di_triwulan_empat() -> Buku:
    isi = {kode: ("–", "belum", "n/a", "")[i % 4] for i, kode in enumerate(KODE)}
    return satu_judul(k("Realisasi TW III", isi="–"), k("Realisasi TW IV", isi=isi), judul="TAHUN 2026").tak_tercatat(
        *KODE
    )


# ---------------------------------------------------------------- K12: hidden rows


@kasus("K12", tanya={"A-03"})
def baris_disaring_tanpa_kembaran() -> Buku:
    b = biasa().tak_tercatat("A-03").tulis("A-03", 990)
    b.ws.row_dimensions[b.baris_kode["A-03"]].hidden = True
    return b


@kasus("K12", terbaca=False)
def baris_lama_tersembunyi_dengan_kembaran_terlihat() -> Buku:
    lama = satu_judul(k("Target", isi=target(2)), k("Realisasi", isi={"A-08": 44}), baris=("A-08",))
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
    b = satu_judul(k("Target", isi=target(2)), k("Progres Fisik (%)", isi=dict.fromkeys(KODE, 55)))
    return b.tak_tercatat(*KODE)


@kasus("K13")
def realisasi_kegiatan_persen_sebelum_realisasi_indikator() -> Buku:
    return satu_judul(
        k("Realisasi Kegiatan (%)", isi=dict.fromkeys(KODE, 48.5), saing=True),
        k("Realisasi Indikator", isi=tw(2), benar=True),
    )


@kasus("K13")
def kelompok_fisik_di_kiri_kelompok_kinerja() -> Buku:
    return satu_judul(
        k("FISIK", "Realisasi", isi=dict.fromkeys(KODE, 50), saing=True),
        k("KINERJA", "Realisasi", isi=tw(2), benar=True),
    )


@kasus("K13")
def realisasi_pelaksanaan_saja() -> Buku:
    return satu_judul(k("Realisasi Pelaksanaan (%)", isi=dict.fromkeys(KODE, 62.5))).tak_tercatat(*KODE)


# ---------------------------------------------------------------- K14: the column that is not read


@kasus("K14")
def kolom_hasil_di_samping_realisasi_triwulan_satu() -> Buku:
    return satu_judul(k("Realisasi TW I", isi=tw(1)), k("Hasil TW II", isi=tw(2), benar=True), judul="TAHUN 2026")


@kasus("K14")
def kolom_capaian_kinerja_triwulan() -> Buku:
    return satu_judul(
        k("Realisasi TW I", isi=tw(1)), k("Capaian Kinerja TW II", isi=tw(2), benar=True), judul="TAHUN 2026"
    )


@kasus("K14")
def lembar_bernama_triwulan_lain() -> Buku:
    b = Buku("TW I").judul("Triwulan : II (Dua)", "Tahun : 2026")
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])


# ---------------------------------------------------------------- K15: readable by a person


@kasus("K15")
def judul_terputus_di_akhir_baris() -> Buku:
    b = satu_judul(k("TAR-\nGET", isi=target(2)), k("REALI-\nSASI", isi=tw(2), benar=True))
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
def angka_bersatuan_dan_spasi_keras() -> Buku:
    teks = {"A-01": "85,20", "A-02": "93,1 %", "A-03": "1.535\u00a0dokumen", "A-04": "8 desa", "A-07": "97,4%", "A-08": "112 orang",
            "A-09": "Rp\u00a0158.750.000,-", "A-10": "0,8231", "A-11": "2,8 hari", "A-12": "6 keg."}  # fmt: skip
    return satu_judul(k("Target", isi=target(2)), k("Realisasi", isi=teks, benar=True, nilai=tw(2)))


@kasus("K15")
def indikator_digabung_dengan_sasaran_dan_program() -> Buku:
    b = Buku().judul("MATRIKS PENGUKURAN KINERJA TRIWULAN II TAHUN 2026")
    b.tabel(
        [k("SASARAN", isi={"A-01": "Meningkatnya kinerja kecamatan"}), k("PROGRAM", isi={"A-01": "Program Penunjang", "A-07": "Program Pelayanan"}),
         k("INDIKATOR", isi={**NAMA}), k("TARGET", "ANGKA", isi=target(2)), k("TARGET", "SATUAN", isi={**SATUAN}),
         k("REALISASI", "ANGKA", isi=tw(2), benar=True), k("REALISASI", "SATUAN", isi={**SATUAN})],
        nomor="{}",
    )  # fmt: skip
    return b.tanda_tangan(6)


@kasus("K15", berkas="monev.csv", content=partial(as_csv, ";", "cp1252"))
def csv_titik_koma_dari_excel() -> Buku:
    return biasa()


@kasus("K15", berkas="monev.csv", content=partial(as_csv, ",", "utf-8-sig"))
def csv_koma_dengan_bom() -> Buku:
    return biasa()


@kasus("K15", berkas="monev.txt", content=partial(as_csv, "\t", "utf-16"))
def teks_tab_unicode_dari_excel() -> Buku:
    return biasa().tanda_tangan()


@kasus("K15")
def kode_tanpa_tanda_hubung() -> Buku:
    kolom = [k("Kode", isi={x: x.replace("-", "") for x in KODE}), NAMA_KOLOM, k("Realisasi", isi=tw(2), benar=True)]
    return Buku().judul("REALISASI TRIWULAN II TAHUN 2026").tabel(kolom)


@kasus("K15")
def kolom_capaian_tanpa_realisasi() -> Buku:
    return satu_judul(k("Target", isi=target(2)), k("Capaian", isi=tw(2), benar=True))


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
    return satu_judul(*kolom, judul="REALISASI TAHUN 2026").tanda_tangan()


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
