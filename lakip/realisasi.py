"""Vocabulary: one realisasi as someone wants it recorded, as it is recorded, and what is expected of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lakip.indikator import Isian, Keadaan, Metode

BILANGAN = ("nilai", "pembilang", "penyebut")
TAHUN_PENILAIAN = "tahun_penilaian"
TEKS = ("alasan", "faktor_pendukung", "faktor_penghambat", "tindak_lanjut")


@dataclass(frozen=True)
class Realisasi:
    """One figure as someone wants it recorded.

    keadaan None: nothing was said. A text of None was not mentioned: the recorded one stays.
    tahun_penilaian: the tahun that was assessed, where the result comes out in another one (an LHE); None was not
    mentioned, 0 clears what is recorded.
    """

    kode: str
    keadaan: Keadaan | None = None
    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    alasan: str | None = None
    faktor_pendukung: str | None = None
    faktor_penghambat: str | None = None
    tindak_lanjut: str | None = None
    tahun_penilaian: int | None = None

    @property
    def has_number(self) -> bool:
        return any(getattr(self, name) is not None for name in BILANGAN)

    @property
    def has_text(self) -> bool:
        return any(getattr(self, name) for name in TEKS)


@dataclass(frozen=True)
class Tercatat:
    """The newest recorded version of one quarter's figure. nihil carries 0."""

    isi: Realisasi
    versi: int
    dibenarkan: bool
    oleh: str


@dataclass(frozen=True)
class Acuan:
    """What one indikator expects in one triwulan; `tercatat` holds the quarters recorded so far, by number.

    target None: not berlaku in this triwulan.
    """

    kode: str
    tahun: int
    nama: str
    bagian: str
    bagian_nama: str
    satuan: str
    isian: Isian
    metode: Metode
    target: Decimal | None
    label_pembilang: str | None = None
    label_penyebut: str | None = None
    tercatat: Mapping[int, Tercatat] = field(default_factory=dict)

    @property
    def berpasangan(self) -> bool:
        return self.isian is Isian.PASANGAN

    @property
    def cap(self) -> tuple[str, str, str]:
        """What a form was made for. When it changed, the form asks for something else."""
        return self.isian, self.metode, " ".join(self.satuan.split())

    def total(self, isi: Realisasi) -> Decimal | None:
        """The number that may not fall over the quarters of a kumulatif."""
        return isi.pembilang if self.berpasangan else isi.nilai


def for_record(isi: Realisasi, acuan: Acuan, lama: Realisasi | None) -> Realisasi:
    """As it will be recorded: only the numbers that the keadaan and the isian ask for, and the texts that stay."""
    filled = isi.keadaan == Keadaan.TERISI
    pair = filled and acuan.berpasangan
    keeps_reason = isi.alasan or isi.keadaan == Keadaan.TIDAK_TERSEDIA
    return Realisasi(
        kode=isi.kode,
        keadaan=isi.keadaan,
        nilai=isi.nilai if filled and not pair else None,
        pembilang=isi.pembilang if pair else None,
        penyebut=isi.penyebut if pair else None,
        alasan=_text(isi, lama, "alasan") if keeps_reason else None,
        faktor_pendukung=_text(isi, lama, "faktor_pendukung"),
        faktor_penghambat=_text(isi, lama, "faktor_penghambat"),
        tindak_lanjut=_text(isi, lama, "tindak_lanjut"),
        tahun_penilaian=_assessed(isi, lama) if filled else None,
    )


def _text(isi: Realisasi, lama: Realisasi | None, name: str) -> str | None:
    """Not mentioned stays; mentioned as "" is cleared."""
    new = getattr(isi, name)
    return (new or None) if new is not None else (getattr(lama, name) if lama else None)


def _assessed(isi: Realisasi, lama: Realisasi | None) -> int | None:
    """Not mentioned stays; mentioned as 0 is cleared."""
    new = isi.tahun_penilaian
    return (new or None) if new is not None else (lama.tahun_penilaian if lama else None)


def assessment(row: Mapping[str, Any]) -> str:
    """What is printed beside a figure that assesses another tahun than its own; "" for all others.

    `row` needs tahun and tahun_penilaian.
    """
    year = row["tahun_penilaian"]
    return f"nilai hasil evaluasi tahun {year}" if year and year != row["tahun"] else ""


def differences(new: Realisasi, old: Realisasi | None) -> tuple[str, ...]:
    """The fields in which two recorded figures differ. nihil is 0 however it is kept."""
    if old is None:
        return ("keadaan", *(n for n in (*BILANGAN, *TEKS, TAHUN_PENILAIAN) if getattr(new, n) is not None))
    fields = TEKS if new.keadaan != Keadaan.TERISI else (*BILANGAN, *TEKS, TAHUN_PENILAIAN)
    return tuple(n for n in ("keadaan", *fields) if getattr(new, n) != getattr(old, n))
