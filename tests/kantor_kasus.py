"""The office whose workbooks are judged: twelve indikator, six sub kegiatan, and the figures of triwulan I."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from salinan import empty, once

from lakip import anggaran, pengaturan, rencana
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.anggaran import Anggaran, Kode
from lakip.indikator import Isian, Metode, Rumus
from lakip.pengaturan import Identitas
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target, Tujuan
from lakip.store import Store

UNIT, TAHUN = "63.11.07", 2026
KANTOR = Identitas(UNIT, "Kecamatan Paringin Selatan", "Kabupaten Balangan", "Jalan Contoh 1", "Paringin", True)
KASUBBAG = Pengguna("siti", "Siti", (Tugas(Peran.KASUBBAG, UNIT),))
SASARAN = "Meningkatnya kinerja kecamatan"

# kode, bagian, nama, satuan, metode, desimal | targets TW1..TW4 ("-" not measured) and TH | realisasi TW1
INDIKATOR = """
A-01 | YAN   | Indeks Kepuasan Masyarakat                           | indeks   | rata_rata    | 2 | 84 84 84 84 84 | 83.5
A-02 | YAN   | Persentase pengaduan masyarakat yang diselesaikan    | %        | posisi_akhir | 2 | 90 90 90 90 90 | 92
A-03 | YAN   | Jumlah dokumen layanan administrasi yang diterbitkan | dokumen  | jumlah       | 0 | 1500 1500 1500 1500 6000 | 1480
A-04 | PEM   | Jumlah desa yang dibina                              | desa     | kumulatif    | 0 | 4 8 12 15 15 | 5
A-05 | PEM   | Persentase desa dengan administrasi tertib           | %        | posisi_akhir | 2 | 80 80 80 80 80 | 11/15
A-06 | REN   | Nilai AKIP kecamatan                                 | nilai    | tahunan      | 2 | - - - 72 72 | -
A-07 | UMUM  | Persentase kehadiran pegawai                         | %        | rata_rata    | 2 | 96 96 96 96 96 | 96.5
A-08 | KESOS | Jumlah peserta pembinaan wawasan kebangsaan          | orang    | jumlah       | 0 | 100 100 100 100 400 | 95
A-09 | BATU  | Penerimaan PBB-P2 kelurahan                          | rupiah   | kumulatif    | 0 | 50000000 150000000 300000000 400000000 400000000 | 51250000
A-10 | PMD   | Indeks Desa rata-rata kecamatan                      | indeks   | posisi_akhir | 4 | 0.8 0.82 0.84 0.85 0.85 | 0.8105
A-11 | YAN   | Rata-rata waktu penyelesaian layanan                 | hari     | rata_rata    | 2 | 3 3 3 3 3 | 2.9
A-12 | PMD   | Jumlah kegiatan pembinaan lembaga (desa)             | kegiatan | jumlah       | 0 | 5 5 5 5 20 | 4
"""
# kode, uraian, pagu murni; nothing of it was spent on the record yet
SUB_KEGIATAN = """
7.01.01.2.01.0001 | Penyusunan Dokumen Perencanaan Perangkat Daerah | 40000000
7.01.01.2.01.0006 | Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD | 25000000
7.01.01.2.02.0001 | Penyediaan Gaji dan Tunjangan ASN | 2400000000
7.01.02.2.01.0001 | Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan | 60000000
7.01.03.2.01.0001 | Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan | 45000000
7.01.04.2.01.0001 | Sinergitas dengan Kepolisian Negara Republik Indonesia dan Instansi Vertikal | 80000000
"""
KARTU = {row[0]: row[1:] for line in INDIKATOR.strip().splitlines() for row in [[p.strip() for p in line.split("|")]]}
NAMA = {kode: card[1] for kode, card in KARTU.items()}
SATUAN = {kode: card[2] for kode, card in KARTU.items()}
TARGET = {kode: card[5].split() for kode, card in KARTU.items()}
TW1 = {kode: card[6] for kode, card in KARTU.items() if card[6] != "-"}
SUB = {row[0]: row[1] for line in SUB_KEGIATAN.strip().splitlines() for row in [[p.strip() for p in line.split("|")]]}
PAGU = {line.split("|")[0].strip(): int(line.split("|")[2]) for line in SUB_KEGIATAN.strip().splitlines()}


BELANJA = dict(zip(SUB, (8_000_000, 3_100_000, 520_000_000, 0, 40_000_000, 15_000_000), strict=True))  # of triwulan I


@once
def kantor(belanja: bool = False) -> Store:
    """A copy of its own for whoever calls; reading changes nothing, so tests that only read may share one.

    belanja: what was spent in triwulan I is on record, too.
    """
    store = empty()
    pengaturan.set_up_office(store, system(UNIT), KANTOR, pengaturan.BAGIAN_BAWAAN, [])
    rencana.save(store, system(UNIT), UNIT, TAHUN, _plan())
    nodes = (*anggaran.bawaan(), *(Kode(kode, "sub_kegiatan", nama) for kode, nama in SUB.items()))
    pagu = {(kode, "pagu_murni"): nilai for kode, nilai in PAGU.items()}
    anggaran.save(store, system(UNIT), UNIT, TAHUN, Anggaran(pagu, nodes, anggaran.edition(store, UNIT, TAHUN)))
    with store.transaction() as tx:
        tx.insert("realisasi", [_quarter(kode, said) for kode, said in TW1.items()])
    if belanja:
        anggaran.save_realisasi_anggaran(store, system(UNIT), UNIT, TAHUN, 1, BELANJA)
    return store


def _plan() -> Rencana:
    pk = PkVersion(nomor="100.3/1/PK-UJI/2026", tanggal=date(2026, 1, 2))
    return Rencana(
        pk,
        tuple(_target(kode) for kode in KARTU),
        tuple(_card(kode) for kode in KARTU),
        (Sasaran("S1", SASARAN, "camat", TAHUN, tujuan="T1"),),
        (Tujuan("T1", "Terwujudnya pelayanan prima", TAHUN),),
    )


def _target(kode: str) -> Target:
    one, two, three, four, year = (None if n == "-" else Decimal(n) for n in TARGET[kode])
    return Target(kode, (one, two, three, four), year)


def _card(kode: str) -> Indikator:
    bagian, nama, satuan, metode, desimal, *_ = KARTU[kode]
    pair = "/" in TW1.get(kode, "")
    return Indikator(
        kode,
        nama,
        bagian,
        satuan,
        Metode(metode),
        Rumus.NEGATIF_SELISIH if kode == "A-11" else Rumus.POSITIF,
        TAHUN,
        isian=Isian.PASANGAN if pair else Isian.NILAI,
        desimal=int(desimal),
        sasaran="S1",
        label_pembilang="x" if pair else None,
        label_penyebut="y" if pair else None,
        iku=True,
        urutan=int(kode[-2:]),
    )


def _quarter(kode: str, said: str) -> dict[str, Any]:
    """The recorded row of triwulan I; "11/15" is a pair."""
    names = ("pembilang", "penyebut") if "/" in said else ("nilai",)
    return {
        "unit": UNIT,
        "indikator": kode,
        "tahun": TAHUN,
        "triwulan": 1,
        "versi": 1,
        "keadaan": "terisi",
        **dict(zip(names, map(Decimal, said.split("/")), strict=True)),
        "oleh": "siti",
        "pada": datetime(2026, 4, 3),
    }
