"""The rows that a report's tables are made of: text as printed, nothing else.

What stands in a figure column is Bertanda: a figure, a dash and a word alike carry their code.
"""

from dataclasses import dataclass
from typing import Any

from lakip.sumber import Bertanda


@dataclass(frozen=True)
class BarisBagian:
    nomor: str
    nama: str
    kepala: str
    jumlah: Bertanda


@dataclass(frozen=True)
class BarisRencana:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: Bertanda
    target_tw1: Bertanda
    target_tw2: Bertanda
    target_tw3: Bertanda
    target_tw4: Bertanda


@dataclass(frozen=True)
class BarisCapaian:
    nomor: str
    kode: str
    nama: str
    satuan: str
    target_tahun: Bertanda
    target: Bertanda
    realisasi: Bertanda
    capaian: Bertanda
    realisasi_sd: Bertanda
    kemajuan: Bertanda
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
    jumlah: Bertanda


@dataclass(frozen=True)
class BarisSkala:
    nomor: str
    batas: Bertanda
    ikon: str
    nama: str
    warna: str


@dataclass(frozen=True)
class BarisRata:
    nomor: str
    uraian: str
    dasar: Bertanda
    tanpa_batas: Bertanda
    dengan_batas: Bertanda
    kategori: str
    warna: str


@dataclass(frozen=True)
class BarisKendala:
    nomor: str
    indikator: str
    capaian: Bertanda
    pendukung: str
    penghambat: str
    tindak_lanjut: str


@dataclass(frozen=True)
class BarisTindakLanjut:
    nomor: str
    indikator: str
    tindak_lanjut: str
    sebelumnya: Bertanda
    sekarang: Bertanda


@dataclass(frozen=True)
class BarisAnggaran:
    jenjang: str
    kode: str
    nama: str
    pagu: Bertanda
    realisasi: Bertanda
    realisasi_sd: Bertanda
    serapan: Bertanda
    sisa: Bertanda


@dataclass(frozen=True)
class BarisSumber:
    indikator: str
    periode: str
    nilai: Bertanda
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
    langkah: Bertanda
    pembulatan: Bertanda


@dataclass(frozen=True)
class BarisKurang:
    """One thing that is not complete, and who can complete it."""

    nomor: str
    hal: str
    keterangan: str
    bagian: str
