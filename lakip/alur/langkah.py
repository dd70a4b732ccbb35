"""The transition table of a run, as data: who may take which step from where to where, and what must be done before."""

from dataclasses import dataclass
from enum import StrEnum

from lakip.akses import Izin
from lakip.periode import TRIWULAN

PERIODE_ALUR = (*(f"TW{n}" for n in TRIWULAN), "SM1", "SM2", "TH")


class Keadaan(StrEnum):
    DIBUKA = "dibuka"
    DIREKAP = "direkap"
    DRAF = "draf"
    DIPERIKSA = "diperiksa"
    DISOSIALISASIKAN = "disosialisasikan"
    DISAHKAN = "disahkan"


KEADAAN_NAMA: dict[Keadaan | None, str] = {
    None: "Belum dibuka",
    Keadaan.DIBUKA: "Dibuka",
    Keadaan.DIREKAP: "Direkap",
    Keadaan.DRAF: "Draf disusun",
    Keadaan.DIPERIKSA: "Diperiksa Sekcam",
    Keadaan.DISOSIALISASIKAN: "Disosialisasikan",
    Keadaan.DISAHKAN: "Disahkan dan terkunci",
}


# Coming back to the beginning is told by where from.
_KEMBALI = {
    Keadaan.DRAF: "Dikembalikan kepada Kasubbag",
    Keadaan.DIPERIKSA: "Diminta diperbaiki",
    Keadaan.DISOSIALISASIKAN: "Diminta diperbaiki",
    Keadaan.DISAHKAN: "Dibuka kembali",
}


def passed(dari: Keadaan | None, ke: Keadaan) -> str:
    """What a step came to, in words: "Direkap", "Dibuka kembali"."""
    return _KEMBALI[dari] if ke is Keadaan.DIBUKA and dari in _KEMBALI else KEADAAN_NAMA[ke]


@dataclass(frozen=True)
class Langkah:
    """One step. `syarat` are names of lakip.alur.syarat; `dari` None is a periode not opened yet.

    `beralasan`: a note is compulsory. `bersandi`: the password is asked for again.
    """

    kata: str
    izin: Izin
    dari: frozenset[Keadaan | None]
    ke: Keadaan
    syarat: tuple[str, ...] = ()
    beralasan: bool = False
    bersandi: bool = False


_ANGKA = ("lengkap", "draf_terbaru")

LANGKAH = {
    "buka": Langkah("Buka periode", Izin.REKAP, frozenset({None}), Keadaan.DIBUKA, ("masukan",)),
    "rekap": Langkah("Nyatakan direkap", Izin.REKAP, frozenset({Keadaan.DIBUKA}), Keadaan.DIREKAP, ("lengkap",)),
    "ajukan": Langkah("Ajukan draf kepada Sekcam", Izin.REKAP, frozenset({Keadaan.DIREKAP}), Keadaan.DRAF, _ANGKA),
    "periksa": Langkah("Setujui draf", Izin.PERIKSA, frozenset({Keadaan.DRAF}), Keadaan.DIPERIKSA, _ANGKA),
    "kembalikan": Langkah(
        "Kembalikan kepada Kasubbag", Izin.PERIKSA, frozenset({Keadaan.DRAF}), Keadaan.DIBUKA, beralasan=True
    ),
    "sosialisasikan": Langkah(
        "Nyatakan disosialisasikan", Izin.PERIKSA, frozenset({Keadaan.DIPERIKSA}), Keadaan.DISOSIALISASIKAN,
        (*_ANGKA, "sosialisasi"),
    ),
    "perbaiki": Langkah(
        "Minta perbaikan", Izin.SAHKAN, frozenset({Keadaan.DIPERIKSA, Keadaan.DISOSIALISASIKAN}), Keadaan.DIBUKA,
        beralasan=True,
    ),
    "sahkan": Langkah(
        "Sahkan dan kunci", Izin.SAHKAN, frozenset({Keadaan.DISOSIALISASIKAN}), Keadaan.DISAHKAN,
        _ANGKA, beralasan=True, bersandi=True,
    ),
    "buka_kembali": Langkah(
        "Buka kembali", Izin.SAHKAN, frozenset({Keadaan.DISAHKAN}), Keadaan.DIBUKA, ("tidak_dipakai",),
        beralasan=True, bersandi=True,
    ),
}  # fmt: skip
