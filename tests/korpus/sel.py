"""Realisasi: formulas, formatting, words against the record, scale (K6..K9)."""

from berkas_mentah import by_xlsxwriter, kept, naik, sebagian_dicoret
from buku_kantor import Buku
from isi_kantor import KODE, tw
from kantor_kasus import NAMA
from openpyxl.comments import Comment
from openpyxl.styles import Font

from korpus import kasus
from korpus.bentuk import bernama, biasa

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


@kasus("K6", tanya={"A-03", "A-08"}, content=by_xlsxwriter)
def rumus_dari_xlsxwriter() -> Buku:
    return biasa().tulis("A-03", "=SUM(500,500,535)").tulis("A-08", "=56*2")


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


def berkomentar(**notes: str) -> Buku:
    b = biasa()
    for kode, note in notes.items():
        b.sel(kode.replace("_", "-")).comment = Comment(note, "Budi")
    return b


@kasus("K7", langsung=True)
def komentar_yang_hanya_menyebut_sumber() -> Buku:
    return berkomentar(A_01="Sumber: survei bagian pelayanan", A_03="Data Dukcapil tahun 2026")


@kasus("K7", tanya={"A-01", "A-03", "A-04", "A-08"})
def komentar_yang_meragukan_angkanya() -> Buku:
    return berkomentar(
        A_01="Budi:\nangka sementara", A_03="seharusnya 1.600", A_04="menunggu data desa", A_08="posisi akhir Maret"
    )


@kasus("K7", tanya={"A-03"}, content=by_xlsxwriter)
def komentar_dari_program_lain() -> Buku:
    return berkomentar(A_03="Perkiraan")


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
