"""The rows that a report's tables are made of: text as printed, nothing else."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class BarisBagian:
    nomor: str
    nama: str
    kepala: str
    jumlah: str


@dataclass(frozen=True)
class BarisRencana:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: str
    target_tw1: str
    target_tw2: str
    target_tw3: str
    target_tw4: str


@dataclass(frozen=True)
class BarisCapaian:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: str
    target: str
    realisasi: str
    capaian: str
    realisasi_sd: str
    kemajuan: str
    keadaan: str
    sementara: bool
    warna: str
    bagian: str


@dataclass(frozen=True)
class Kelompok:
    """The indikator of one sasaran: rows of one kind."""

    uraian: str
    baris: tuple[Any, ...]


@dataclass(frozen=True)
class BarisRumus:
    nama: str
    rumus: str
    jumlah: str


@dataclass(frozen=True)
class BarisSkala:
    nomor: str
    batas: str
    ikon: str
    nama: str
    warna: str


@dataclass(frozen=True)
class BarisRata:
    nomor: str
    uraian: str
    dasar: str
    tanpa_batas: str
    dengan_batas: str
    kategori: str
    warna: str


@dataclass(frozen=True)
class BarisKendala:
    nomor: str
    indikator: str
    capaian: str
    pendukung: str
    penghambat: str
    tindak_lanjut: str


@dataclass(frozen=True)
class BarisTindakLanjut:
    nomor: str
    indikator: str
    tindak_lanjut: str
    sebelumnya: str
    sekarang: str


@dataclass(frozen=True)
class BarisAnggaran:
    jenjang: str
    kode: str
    nama: str
    pagu: str
    realisasi: str
    realisasi_sd: str
    serapan: str
    sisa: str


@dataclass(frozen=True)
class BarisSumber:
    indikator: str
    periode: str
    nilai: str
    versi: str
    berkas: str
    lembar: str
    sel: str
    oleh: str
    waktu: str
    sidik: str


@dataclass(frozen=True)
class BarisPerhitungan:
    """How one figure was worked out: a line for each step."""

    indikator: str
    langkah: str
    pembulatan: str


@dataclass(frozen=True)
class BarisKurang:
    """One thing that is not complete, and who can complete it."""

    nomor: str
    hal: str
    keterangan: str
    bagian: str
