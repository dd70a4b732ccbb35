"""What the check is made of: a requirement, an answer, and the two together."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from lakip.praperiksa.catatan import Catatan

PERIODE_LAPORAN = ("TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH")
TRIWULAN, SEMESTER, TAHUN = "TW", "SM", "TH"
SEMUA = (TRIWULAN, SEMESTER, TAHUN)


class Hasil(StrEnum):
    TERPENUHI = "terpenuhi"
    KURANG = "kurang"
    TIDAK_DAPAT = "tidak_dapat"


KATA = {
    Hasil.TERPENUHI: "Terpenuhi",
    Hasil.KURANG: "Belum terpenuhi",
    Hasil.TIDAK_DAPAT: "Perlu dilihat",
}


@dataclass(frozen=True)
class Jawaban:
    """`bukti`: a sentence on what was found. `halaman`: a file of pages/ where it is mended, "" where there is none."""

    hasil: Hasil
    bukti: str
    halaman: str = ""


@dataclass(frozen=True)
class Syarat:
    """One requirement. `laporan`: the kinds of periode it is asked of."""

    kode: str
    judul: str
    sumber: str
    periksa: Callable[[Catatan], Jawaban]
    laporan: tuple[str, ...] = SEMUA


@dataclass(frozen=True)
class Butir:
    """One requirement with its answer for a periode."""

    syarat: Syarat
    jawaban: Jawaban

    @property
    def hasil(self) -> Hasil:
        return self.jawaban.hasil

    @property
    def bukti(self) -> str:
        return self.jawaban.bukti


def met(bukti: str) -> Jawaban:
    return Jawaban(Hasil.TERPENUHI, bukti)


def missing(bukti: str, halaman: str = "") -> Jawaban:
    return Jawaban(Hasil.KURANG, bukti, halaman)


def unknown(bukti: str, halaman: str = "") -> Jawaban:
    return Jawaban(Hasil.TIDAK_DAPAT, bukti, halaman)
