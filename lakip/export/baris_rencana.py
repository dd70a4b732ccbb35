"""The rows of the tables of Rencana Aksi, IKU and RKT: text as printed, nothing else."""

from dataclasses import dataclass

from lakip.sumber import Bertanda


@dataclass(frozen=True)
class BarisRenaksi:
    """An indikator on the left, a node of the budget on the right.

    kiri, kanan: "restart", or "continue" where that half is one cell with the row above.
    """

    kiri: str
    kanan: str
    indikator: str
    satuan: str
    target: Bertanda
    tw1: Bertanda
    tw2: Bertanda
    tw3: Bertanda
    tw4: Bertanda
    aktivitas: str
    dukungan: str
    anggaran: Bertanda
    uang1: Bertanda
    uang2: Bertanda
    uang3: Bertanda
    uang4: Bertanda
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
    """Its target gets its code when it is printed (isi_rkt.marked)."""

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
    """A program or, `jenjang` kegiatan, one of its kegiatan; `sasaran`: the numbers of those it serves. As BarisRkt."""

    jenjang: str
    kode: str
    nama: str
    anggaran: str
    sasaran: str
