"""The rows of the tables that only a report of several triwulan has: text as printed, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BarisSemester:
    """One indikator over two triwulan."""

    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: str
    target: str
    realisasi_1: str
    realisasi_2: str
    realisasi: str
    capaian: str
    kemajuan: str
    keadaan: str
    sementara: bool
    warna: str
    bagian: str


@dataclass(frozen=True)
class BarisRekonsiliasi:
    """A figure of the periode beside what its triwulan make, worked out once more."""

    nomor: str
    uraian: str
    cara: str
    hitungan: str
    lipatan: str
    laporan: str
    selisih: str


@dataclass(frozen=True)
class BarisBanding:
    """A periode beside the one before and the same one a year ago; selisih in points of capaian."""

    nomor: str
    indikator: str
    satuan: str
    realisasi_tahun_lalu: str
    capaian_tahun_lalu: str
    realisasi_sebelumnya: str
    capaian_sebelumnya: str
    realisasi: str
    capaian: str
    selisih_tahun_lalu: str
    selisih_sebelumnya: str


@dataclass(frozen=True)
class BarisAnggaranSemester:
    jenjang: str
    kode: str
    nama: str
    pagu: str
    realisasi_1: str
    realisasi_2: str
    realisasi: str
    realisasi_sd: str
    serapan: str
    sisa: str
