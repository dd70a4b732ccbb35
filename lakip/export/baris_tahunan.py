"""The rows of the tables that only the annual report has: text as printed, nothing else."""

from dataclasses import dataclass

from lakip.export.word import Gambar


@dataclass(frozen=True)
class BarisTahun:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target: str
    realisasi: str
    capaian: str
    keadaan: str
    sementara: bool
    warna: str
    bagian: str


@dataclass(frozen=True)
class BarisRenstraTahun:
    """One indikator of the Renstra with its target of each of five tahun."""

    nomor: str
    sasaran: str
    indikator: str
    satuan: str
    tahun_1: str
    tahun_2: str
    tahun_3: str
    tahun_4: str
    tahun_5: str


@dataclass(frozen=True)
class BarisPk:
    nomor: str
    sasaran: str
    indikator: str
    satuan: str
    murni: str
    perubahan: str
    keterangan: str


@dataclass(frozen=True)
class BarisPagu:
    nomor: str
    kode: str
    nama: str
    murni: str
    berlaku: str


@dataclass(frozen=True)
class BarisRiwayat:
    nomor: str
    indikator: str
    satuan: str
    tahun: str
    target: str
    realisasi: str
    capaian: str
    perubahan: str


@dataclass(frozen=True)
class BarisRenstra:
    nomor: str
    indikator: str
    satuan: str
    target_akhir: str
    target: str
    realisasi: str
    kemajuan: str
    keterangan: str


@dataclass(frozen=True)
class BarisPembanding:
    nomor: str
    indikator: str
    satuan: str
    realisasi: str
    cakupan: str
    nilai: str
    selisih: str
    asal: str


@dataclass(frozen=True)
class BarisEfisiensi:
    jenjang: str
    uraian: str
    capaian: str
    pagu: str
    realisasi: str
    serapan: str
    efisiensi: str
    keterangan: str


@dataclass(frozen=True)
class BarisPenunjang:
    sasaran: str
    program: str
    indikator: str
    satuan: str
    target: str
    realisasi: str
    capaian: str
    keterangan: str


@dataclass(frozen=True)
class BarisAnggaranTahun:
    jenjang: str
    kode: str
    nama: str
    murni: str
    perubahan: str
    tw_1: str
    tw_2: str
    tw_3: str
    tw_4: str
    realisasi: str
    serapan: str
    sisa: str


@dataclass(frozen=True)
class BarisAnggaranSasaran:
    nomor: str
    sasaran: str
    program: str
    pagu: str
    porsi: str
    realisasi: str
    serapan: str


@dataclass(frozen=True)
class BarisTriwulan:
    nomor: str
    indikator: str
    satuan: str
    target_1: str
    realisasi_1: str
    target_2: str
    realisasi_2: str
    target_3: str
    realisasi_3: str
    target_4: str
    realisasi_4: str
    realisasi: str
    capaian: str


@dataclass(frozen=True)
class BarisRekomendasi:
    nomor: str
    rekomendasi: str
    rencana_aksi: str
    bagian: str
    status: str
    bukti: str


@dataclass(frozen=True)
class BarisSelisih:
    nomor: str
    indikator: str
    apa: str
    acuan: str
    dokumen: str


@dataclass(frozen=True)
class Analisis:
    """One of the analyses of PermenPAN-RB 53/2014."""

    judul: str
    teks: str


@dataclass(frozen=True)
class AnalisisIndikator:
    judul: str
    analisis: tuple[Analisis, ...]
    gambar: tuple[Gambar, ...]


@dataclass(frozen=True)
class AnalisisSasaran:
    judul: str
    uraian: str
    analisis: tuple[Analisis, ...]
    gambar: tuple[Gambar, ...]
    indikator: tuple[AnalisisIndikator, ...]
