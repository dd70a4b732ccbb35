"""The rows of the tables that only a report of several triwulan has: text as printed, nothing else."""

from dataclasses import dataclass

from lakip.sumber import Bertanda


@dataclass(frozen=True)
class BarisSemester:
    """One indikator over two triwulan."""

    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: Bertanda
    target: Bertanda
    realisasi_1: Bertanda
    realisasi_2: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
    kemajuan: Bertanda
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
    hitungan: Bertanda
    lipatan: Bertanda
    laporan: Bertanda
    selisih: Bertanda


@dataclass(frozen=True)
class BarisBanding:
    """A periode beside the one before and the same one a year ago; selisih in points of capaian."""

    nomor: str
    indikator: str
    satuan: str
    realisasi_tahun_lalu: Bertanda
    capaian_tahun_lalu: Bertanda
    realisasi_sebelumnya: Bertanda
    capaian_sebelumnya: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
    selisih_tahun_lalu: Bertanda
    selisih_sebelumnya: Bertanda


@dataclass(frozen=True)
class BarisAnggaranSemester:
    jenjang: str
    kode: str
    nama: str
    pagu: Bertanda
    realisasi_1: Bertanda
    realisasi_2: Bertanda
    realisasi: Bertanda
    realisasi_sd: Bertanda
    serapan: Bertanda
    sisa: Bertanda
