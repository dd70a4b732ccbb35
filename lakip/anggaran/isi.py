"""What a budget is made of. Values only; `baca` fetches them, `periksa` judges them, `simpan` records them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lakip.periode import ROMAWI, TRIWULAN

SIFAT = ("murni", "perubahan")
TINGKAT_NAMA = {"program": "program", "kegiatan": "kegiatan", "sub_kegiatan": "sub kegiatan"}

# Which level of the tree the Perjanjian Kinerja of each jabatan shows (domain 2.1).
TINGKAT_PK = {
    "camat": "program",
    "sekcam": "kegiatan",
    "kasubbag": "sub_kegiatan",
    "kasi": "sub_kegiatan",
    "lurah": "sub_kegiatan",
}

PAGU = ("pagu_murni", "pagu_perubahan")
TARGET = tuple(f"target_tw{n}" for n in TRIWULAN)
REALISASI = tuple(f"realisasi_tw{n}" for n in TRIWULAN)
KOLOM = (*PAGU, *TARGET, *REALISASI)
KOLOM_NAMA = {
    "pagu_murni": "Pagu murni",
    "pagu_perubahan": "Pagu perubahan",
    **{f"target_tw{n}": f"Target keuangan TW {ROMAWI[n]}" for n in TRIWULAN},
    **{f"realisasi_tw{n}": f"Realisasi TW {ROMAWI[n]}" for n in TRIWULAN},
}

Kunci = tuple[str, str]  # kode of a sub kegiatan, and one of KOLOM
Angka = Mapping[Kunci, int]  # whole rupiah


@dataclass(frozen=True)
class Kode:
    """One code of the nomenclature; `jenjang` is program, kegiatan or sub_kegiatan."""

    kode: str
    jenjang: str
    nama: str

    def is_below(self, induk: str) -> bool:
        return self.kode.startswith(induk + ".")


@dataclass(frozen=True)
class Kaitan:
    """One sasaran served by one node of the budget tree; `porsi` is the percentage of its money that counts there.

    lembar, sel: where it was read, when it came from a workbook.
    """

    sasaran: str
    kode: str
    porsi: Decimal = Decimal(100)
    lembar: str | None = field(default=None, compare=False)
    sel: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class TemuanKaitan:
    """What is wrong with the links of one kode, or of one of its sasaran. `kolom`: sasaran, kode or porsi."""

    kode: str
    sasaran: str | None
    pesan: str
    kolom: str = "porsi"


@dataclass(frozen=True)
class Anggaran:
    """What one file or screen hands in, to be saved whole or not at all.

    Attributes:
        angka: the figures of sub kegiatan; what is not in it stays as recorded.
        kode: codes that the nomenklatur does not hold yet.
        edisi: the edition that pagu and new codes belong to; None: the one of the tahun.
        sel: where a figure was read: (lembar, sel).
        dilihat: the record that the person saw; None: nobody looked first.
    """

    angka: Angka
    kode: tuple[Kode, ...] = ()
    edisi: str | None = None
    sel: Mapping[Kunci, tuple[str, str]] = field(default_factory=dict)
    dilihat: Angka | None = None


@dataclass(frozen=True)
class TemuanAnggaran:
    """One mistake, or with `salah` False one thing to look at, in one kolom of one kode."""

    kode: str
    kolom: str
    pesan: str
    salah: bool = True


@dataclass(frozen=True)
class Tersimpan:
    """How many figures of each kind got a new version, and how many codes are new."""

    pagu: int = 0
    target: int = 0
    realisasi: int = 0
    kode: int = 0

    @property
    def angka(self) -> int:
        return self.pagu + self.target + self.realisasi

    def __str__(self) -> str:
        parts = ((self.pagu, "pagu"), (self.target, "target keuangan"), (self.realisasi, "realisasi anggaran"))
        return ", ".join(f"{count} {name}" for count, name in parts if count)
