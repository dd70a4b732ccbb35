"""Realisasi: whose a row is, what a note and a sheet of examples say (K5, K8, K9, K12)."""

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, k, target, times, tw

from korpus import kasus
from korpus.lawan import AKHIR, AWAL, DUA, baca, sebagian


@kasus("K8")
def kolom_perangkat_daerah_memuat_kecamatan_lain() -> Buku:
    return sebagian("Perangkat Daerah", "Kecamatan Awayan", "Kecamatan Paringin Selatan", DUA)


@kasus("K5")
def catatan_di_bawah_menyebut_triwulan_satu() -> Buku:
    b = baca(
        k("Target", isi=target(1)), k("Realisasi", isi=tw(1), benar=True), judul=("PENGUKURAN KINERJA TAHUN 2026",)
    )
    return b.catatan("Data di atas adalah realisasi Triwulan I Tahun 2026.").tak_tercatat(*KODE)


@kasus("K9")
def ribu_orang_di_satuan() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    b.ws.cell(b.baris_kode["A-08"], 4).value = "ribu orang"
    return b.tulis("A-08", 0.112, 112)


@kasus("K12")
def sheet_contoh_pengisian() -> Buku:
    b = Buku("Contoh").judul("CONTOH PENGISIAN").tabel([*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.5))], AWAL)
    b.lembar("Isian").judul("REALISASI", DUA).tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], AKHIR)
    return b.tak_tercatat(*AWAL)
