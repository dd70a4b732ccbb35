"""What a budget is made of. Values only; `baca` fetches them, `periksa` judges them, `simpan` records them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

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


@dataclass(frozen=True)
class Kode:
    """One code of the nomenclature; `jenjang` is program, kegiatan or sub_kegiatan."""

    kode: str
    jenjang: str
    nama: str


@dataclass(frozen=True)
class Asal:
    """Where figures came from: the unggahan, and the cell of each kode. Empty: typed on screen."""

    unggahan: str | None = None
    lembar: str | None = None
    sel: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Kaitan:
    """One sasaran served by one node of the budget tree; `porsi` is the percentage of its money that counts there."""

    sasaran: str
    kode: str
    porsi: Decimal = Decimal(100)
