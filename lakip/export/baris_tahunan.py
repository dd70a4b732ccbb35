"""The rows of the tables that only the annual report has: text as printed, nothing else."""

from dataclasses import dataclass

from lakip.export.word import Gambar
from lakip.sumber import Bertanda


@dataclass(frozen=True)
class BarisTahun:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
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
    tahun_1: Bertanda
    tahun_2: Bertanda
    tahun_3: Bertanda
    tahun_4: Bertanda
    tahun_5: Bertanda


@dataclass(frozen=True)
class BarisPk:
    nomor: str
    sasaran: str
    indikator: str
    satuan: str
    murni: Bertanda
    perubahan: Bertanda
    keterangan: str


@dataclass(frozen=True)
class BarisPagu:
    nomor: str
    kode: str
    nama: str
    murni: Bertanda
    berlaku: Bertanda


@dataclass(frozen=True)
class BarisRiwayat:
    nomor: str
    indikator: str
    satuan: str
    tahun: str
    target: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
    perubahan: Bertanda


@dataclass(frozen=True)
class BarisRenstra:
    nomor: str
    indikator: str
    satuan: str
    target_akhir: Bertanda
    target: Bertanda
    realisasi: Bertanda
    kemajuan: Bertanda
    keterangan: Bertanda


@dataclass(frozen=True)
class BarisPembanding:
    nomor: str
    indikator: str
    satuan: str
    realisasi: Bertanda
    cakupan: str
    nilai: Bertanda
    selisih: Bertanda
    asal: str


@dataclass(frozen=True)
class BarisEfisiensi:
    jenjang: str
    uraian: str
    capaian: Bertanda
    pagu: Bertanda
    realisasi: Bertanda
    serapan: Bertanda
    efisiensi: Bertanda
    keterangan: str


@dataclass(frozen=True)
class BarisPenunjang:
    sasaran: str
    program: str
    indikator: str
    satuan: str
    target: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
    keterangan: str


@dataclass(frozen=True)
class BarisAnggaranTahun:
    jenjang: str
    kode: str
    nama: str
    murni: Bertanda
    perubahan: Bertanda
    tw_1: Bertanda
    tw_2: Bertanda
    tw_3: Bertanda
    tw_4: Bertanda
    realisasi: Bertanda
    serapan: Bertanda
    sisa: Bertanda


@dataclass(frozen=True)
class BarisAnggaranSasaran:
    nomor: str
    sasaran: str
    program: str
    pagu: Bertanda
    porsi: Bertanda
    realisasi: Bertanda
    serapan: Bertanda


@dataclass(frozen=True)
class BarisTriwulan:
    nomor: str
    indikator: str
    satuan: str
    target_1: Bertanda
    realisasi_1: Bertanda
    target_2: Bertanda
    realisasi_2: Bertanda
    target_3: Bertanda
    realisasi_3: Bertanda
    target_4: Bertanda
    realisasi_4: Bertanda
    realisasi: Bertanda
    capaian: Bertanda


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
