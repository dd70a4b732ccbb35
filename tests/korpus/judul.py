"""Realisasi: twins, brackets, figures to date, and titles and sheets that say which quarter or year (K2..K5)."""

from collections.abc import Mapping

from buku_kantor import Buku
from isi_kantor import (
    IDENTITAS,
    KODE,
    KODE_KOLOM,
    NAMA_KOLOM,
    NO,
    SATUAN_KOLOM,
    capaian,
    k,
    pagu,
    sd,
    target,
    times,
    tw,
    uang,
)

from korpus import BERKAS, KOLOM, kasus
from korpus.bentuk import DUA, RATA, baca

# ---------------------------------------------------------------- K2: two columns of one heading


@kasus("K2")
def kembaran_tersembunyi_di_kanan() -> Buku:
    return baca(
        k("Realisasi TW II", isi=tw(2), benar=True, saing=True),
        k("Realisasi TW II", isi=tw(1), tersembunyi=True, saing=True),
    )


@kasus("K2")
def draf_lama_tersembunyi_di_kiri_kelompok_sama() -> Buku:
    return baca(
        k("TRIWULAN II", "Realisasi", isi=times(tw(2), 0.8), tersembunyi=True, saing=True),
        k("TRIWULAN II", "Target", isi=target(2)),
        k("TRIWULAN II", "Realisasi", isi=tw(2), benar=True),
        judul=("REALISASI TAHUN 2026",),
    )


@kasus("K2", tanya=KOLOM)
def dua_kolom_terlihat_berjudul_sama() -> Buku:
    return baca(k("Realisasi TW II", isi=times(tw(2), 0.97), saing=True), k("Realisasi TW II", isi=tw(2), benar=True))


@kasus("K2")
def kolom_selebar_nol() -> Buku:
    b = baca(k("Realisasi TW II", isi=times(tw(2), 0.9), saing=True), k("Realisasi TW II", isi=tw(2), benar=True))
    b.ws.column_dimensions["E"].width = 0
    return b


@kasus("K2")
def lembar_draf_tersembunyi() -> Buku:
    b = Buku("Draf").judul(DUA).tabel([*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.9))])
    b.ws.sheet_state = "hidden"
    b.lembar("Final").judul(DUA).tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])
    b.wb.active = 1
    return b


# ---------------------------------------------------------------- K3: what stands in brackets


@kasus("K3", tanya=KOLOM)
def sementara_dan_final_dalam_kurung() -> Buku:
    return baca(
        k("Realisasi TW II (sementara)", isi=times(tw(2), 0.9), saing=True),
        k("Realisasi TW II (final)", isi=tw(2), benar=True),
    )


@kasus("K3")
def triwulan_dalam_kurung() -> Buku:
    return baca(
        k("Realisasi (Triwulan I)", isi=tw(1)),
        k("Realisasi (Triwulan II)", isi=tw(2), benar=True),
        judul=("TAHUN 2026",),
    )


@kasus("K3")
def realisasi_angka_dan_realisasi_persen() -> Buku:
    return baca(k("Realisasi (%)", isi=capaian(), saing=True), k("Realisasi (angka)", isi=tw(2), benar=True))


@kasus("K3")
def bulan_dalam_kurung_di_tiap_kolom() -> Buku:
    bagi = (("April", 0.3), ("Mei", 0.3), ("Juni", 0.4))
    return baca(
        *(k(f"Capaian Realisasi ({bulan})", isi=times(tw(2), by), saing=True) for bulan, by in bagi),
        k("Realisasi Triwulan II", isi=tw(2), benar=True),
    )


@kasus("K3", terbaca=False)
def semester_dalam_kurung() -> Buku:
    """To date; of a mean over two quarters nobody can say what the second was."""
    b = baca(k("Target", isi=target(2)), k("Realisasi (Semester I)", isi=sd(2), benar=True, nilai=tw(2)))
    return b.tak_tercatat(*RATA)


@kasus("K3", tanya=KOLOM)
def tahun_lain_dalam_kurung() -> Buku:
    return baca(
        k("Target", isi=target(2)), k("Realisasi TW II (2025)", isi=times(tw(2), 0.9), benar=True)
    ).tak_tercatat(*KODE)


# ---------------------------------------------------------------- K4: to date, not called "s.d." where one looks


@kasus("K4")
def catatan_akumulasi_di_bawah_tabel() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)))
    return b.catatan("*) Realisasi merupakan akumulasi sejak bulan Januari 2026.").tak_tercatat(*RATA)


@kasus("K4")
def realisasi_hingga_juni() -> Buku:
    return baca(
        k("Target", isi=target(2)), k("Realisasi hingga Juni 2026", isi=sd(2), benar=True, nilai=tw(2))
    ).tak_tercatat(*RATA)


@kasus("K4")
def total_triwulan_satu_tambah_dua() -> Buku:
    return baca(
        k("Realisasi TW I", isi=tw(1)),
        k("Total Realisasi TW I + TW II", isi=sd(2), benar=True, nilai=tw(2)),
        judul=("TAHUN 2026",),
    ).tak_tercatat(*RATA)


@kasus("K4")
def judul_keadaan_sampai_akhir_juni() -> Buku:
    return baca(
        k("Realisasi", isi=sd(2), benar=True, nilai=tw(2)),
        judul=("KEADAAN KINERJA SAMPAI DENGAN AKHIR BULAN JUNI 2026",),
    ).tak_tercatat(*RATA)


@kasus("K4")
def kelompok_kumulatif_dan_kelompok_triwulan_ini() -> Buku:
    return baca(
        k("KUMULATIF", "Target", isi=target(2)), k("KUMULATIF", "Realisasi", isi=sd(2), saing=True),
        k("TRIWULAN BERJALAN", "Target", isi=target(2)), k("TRIWULAN BERJALAN", "Realisasi", isi=tw(2), benar=True),
    )  # fmt: skip


# ---------------------------------------------------------------- K5: what says which quarter or year a row or sheet is for


def panjang(kolom: str, *periode: tuple[object, Mapping[str, float], bool]) -> Buku:
    """A long table: what the column says, its rows, and whether they are the ones to be read."""
    b = Buku("Export").judul("DATA KINERJA KECAMATAN PARINGIN SELATAN")
    for index, (said, isi, benar) in enumerate(periode):
        heads = [KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, k(kolom, isi=said), k("Realisasi", isi=isi, benar=benar)]
        b.tabel(heads, isi, lanjut=index > 0)
    return b


@kasus("K5")
def ekspor_periode_iso() -> Buku:
    return panjang("Periode", ("2026-Q1", tw(1), False), ("2026-Q2", tw(2), True))


@kasus("K5")
def ekspor_sebagian_baru_berisi_triwulan_satu() -> Buku:
    some = {kode: tw(2)[kode] for kode in KODE[:5]}
    return panjang("Triwulan", ("Triwulan I", tw(1), False), ("Triwulan II", some, True)).tak_tercatat(*KODE[5:])


@kasus("K5")
def kolom_triwulan_berisi_angka() -> Buku:
    return panjang("Triwulan", (1, tw(1), False), (2, tw(2), True))


@kasus("K5")
def kolom_triwulan_berisi_romawi() -> Buku:
    return panjang("Triwulan", ("I", tw(1), False), ("II", tw(2), True))


@kasus("K5")
def kolom_tahun_memuat_dua_tahun() -> Buku:
    b = panjang("Tahun", (2025, times(tw(2), 0.9), False), (2026, tw(2), True))
    b.ws["A1"] = "REALISASI TRIWULAN II"
    return b


@kasus("K5")
def dua_blok_bersusun_dengan_judul_sendiri() -> Buku:
    b = Buku().judul("A. TRIWULAN PERTAMA").tabel([*IDENTITAS, k("Realisasi", isi=tw(1))])
    return b.judul("B. TRIWULAN KEDUA").tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])


@kasus("K5")
def dua_blok_berdampingan() -> Buku:
    b = Buku().judul("TRIWULAN I").tabel([*IDENTITAS, k("Realisasi", isi=tw(1))])
    b.ws["H1"], b.baris = "TRIWULAN II", 3
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], mulai=8)


@kasus("K5")
def lembar_trw_tanpa_judul() -> Buku:
    b = Buku("Trw1").tabel([*IDENTITAS, k("Target", isi=target(1)), k("Realisasi", isi=tw(1))])
    return b.lembar("Trw2").tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)])


@kasus("K5", tanya=BERKAS)
def judul_menyebut_tahun_lain() -> Buku:
    b = (
        Buku()
        .judul("REALISASI KINERJA TRIWULAN II TAHUN 2025")
        .tabel([NO, KODE_KOLOM, NAMA_KOLOM, k("Realisasi", isi=times(tw(2), 0.9), benar=True)])
    )
    return b.tak_tercatat(*KODE)


@kasus("K5")
def baris_pemisah_triwulan_di_dalam_tabel() -> Buku:
    b = (
        Buku()
        .judul("REALISASI KINERJA TAHUN 2026")
        .tabel([*IDENTITAS, k("Realisasi", isi=tw(1))], sela={"A-01": ["TRIWULAN I"]})
    )
    return b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], sela={"A-01": ["TRIWULAN II"]}, lanjut=True)


@kasus("K5")
def buku_kerja_lengkap_dengan_sampul_dan_pk() -> Buku:
    """Cover, PK, two quarters and the budget in one file; one sheet is the one."""
    b = Buku("Sampul").judul("LAPORAN KINERJA", "KECAMATAN PARINGIN SELATAN", "TAHUN 2026")
    b.lembar("PK").judul("PERJANJIAN KINERJA TAHUN 2026").tabel(
        [NO, NAMA_KOLOM, SATUAN_KOLOM, k("Target", isi=target(5))]
    )
    b.lembar("TW I").judul("TRIWULAN I TAHUN 2026").tabel([*IDENTITAS, k("Realisasi", isi=tw(1))])
    b.lembar("TW II").judul(DUA).tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)]).tanda_tangan()
    return b.lembar("Keuangan").judul(DUA).anggaran(k("Pagu", isi=pagu()), k("Realisasi", isi=uang(2)))
