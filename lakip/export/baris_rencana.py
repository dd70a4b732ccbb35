"""The rows of the tables of Rencana Aksi, IKU and RKT: text as printed, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BarisRenaksi:
    """An indikator on the left, a node of the budget on the right.

    kiri, kanan: "restart", or "continue" where that half is one cell with the row above.
    """

    kiri: str
    kanan: str
    indikator: str
    satuan: str
    target: str
    tw1: str
    tw2: str
    tw3: str
    tw4: str
    aktivitas: str
    dukungan: str
    anggaran: str
    uang1: str
    uang2: str
    uang3: str
    uang4: str
    bagian: str
    keterangan: str


@dataclass(frozen=True)
class SasaranRenaksi:
    nomor: str
    uraian: str
    baris: tuple[BarisRenaksi, ...]


@dataclass(frozen=True)
class BarisIku:
    indikator: str
    penjelasan: str
    sumber: str
    bagian: str


@dataclass(frozen=True)
class SasaranIku:
    nomor: str
    uraian: str
    baris: tuple[BarisIku, ...]


@dataclass(frozen=True)
class BarisRkt:
    indikator: str
    satuan: str
    target: str


@dataclass(frozen=True)
class SasaranRkt:
    nomor: str
    uraian: str
    baris: tuple[BarisRkt, ...]


@dataclass(frozen=True)
class ProgramRkt:
    """A program or, `jenjang` kegiatan, one of its kegiatan; `sasaran`: the numbers of those it serves."""

    jenjang: str
    kode: str
    nama: str
    anggaran: str
    sasaran: str
