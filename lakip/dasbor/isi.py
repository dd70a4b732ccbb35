"""What the dashboard is made of, as values: for the screen, the projector, the summary on paper and as a message."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import polars as pl

from lakip.dasbor.perhatian import Hal
from lakip.narasi.putusan import Putusan
from lakip.sop.dispensasi import Pengiriman


class Tanda(StrEnum):
    """How an indikator stands in a periode. Only the first two are a judgement."""

    TERCAPAI = "tercapai"
    KURANG = "di bawah target"
    MENUNGGU = "menunggu"
    NANTI = "belum waktunya"
    TANPA = "tidak dinilai"

    @property
    def ikon(self) -> str:
        return {"tercapai": "✓", "di bawah target": "▼", "menunggu": "○", "belum waktunya": "…"}.get(self, "–")


@dataclass(frozen=True)
class Rata:
    """An average, printed twice: as it is, and with each capaian cut at `batas` (None: no cap is set)."""

    tanpa_batas: Decimal | None
    dengan_batas: Decimal | None
    batas: Decimal | None
    dihitung: int
    jumlah: int
    kategori: str | None

    @property
    def dasar(self) -> str:
        """What the average rests on: "10 dari 12 indikator"."""
        return f"{self.dihitung} dari {self.jumlah} indikator"


@dataclass(frozen=True)
class Lalu:
    """The periode of the same kind just before, and its average."""

    periode: str
    rata: Rata


@dataclass(frozen=True)
class Baris:
    """One indikator against its target, in words ready to show.

    `pendek`: its short name. `target`: "95 %", "batas 6", "akhir tahun". `capaian_persen`: None where there is none;
    of one that is not judged it is shown in grey. `kata`: "88,72 %", or why there is no judgement. `triwulan`: TW I up
    to the last of the periode; None: measured in no quarter until then.
    """

    kode: str
    nama: str
    pendek: str
    sasaran: str
    jenjang: str | None
    bagian: str
    realisasi: str
    target: str
    capaian_persen: Decimal | None
    tanda: Tanda
    kata: str
    triwulan: tuple[Tanda | None, ...]


@dataclass(frozen=True)
class Petak:
    """One tile. `gerak`: how far the figure moved or lies behind, without its arrow; `buruk`: that is no good news."""

    judul: str
    angka: str
    keterangan: str
    gerak: str = ""
    buruk: bool = False


@dataclass(frozen=True)
class Ubin:
    """The four tiles. `tanda`: of each indikator of the Camat, the reached first: the squares of the second."""

    rata: Petak
    indikator: Petak
    anggaran: Petak
    kiriman: Petak
    tanda: tuple[Tanda, ...]


@dataclass(frozen=True)
class KirimanBagian:
    """Where the kiriman of a bagian stands, in a word or two. `selesai`: nothing is awaited from anybody."""

    bagian: str
    nama: str
    pendek: str
    triwulan: int
    ikon: str
    kata: str
    selesai: bool


@dataclass(frozen=True)
class Tertahan:
    """What is in the hands of somebody else: `pemegang` holds it, `apa` is awaited. `periode`: of the run."""

    periode: str
    pemegang: str
    apa: str


@dataclass(frozen=True)
class Keputusan:
    """What waits for one person: at most three matters, the rest, and what others hold.

    `berhak`: whether every matter here is this person's to settle; who only looks reads of matters, not of decisions.
    """

    hal: tuple[Hal, ...]
    lain: tuple[Hal, ...]
    tertahan: tuple[Tertahan, ...]
    berhak: bool


@dataclass(frozen=True)
class Dasbor:
    """The state of one unit in one periode, as of the day `per`, which for an approved one is that of its approval.

    baris: every indikator, in the order of the office; `utama` are the Camat's.
    indikator: columns of read/capaian.sql; one row per indikator.
    triwulan: the same for TW1..TW4; sampai: for SD1..SD4. One row per indikator and periode.
    kelengkapan: see `completeness`.
    terlambat: the kiriman of the periode that are late, by triwulan.
    bagian: where each stands in the last triwulan of the periode.
    laporan: where the report of its run is, in words.
    perhatian: every matter, the most pressing first, whoever looks.
    anggaran: the total row of read/anggaran_pohon.sql up to the last triwulan of the periode that has ended, since the
        cash plan of one that has not is none to fall behind; None without pagu.
    """

    unit: str
    tahun: int
    periode: str
    per: date
    putusan: Putusan
    ubin: Ubin
    baris: tuple[Baris, ...]
    bagian: tuple[KirimanBagian, ...]
    perhatian: tuple[Hal, ...]
    rata: Rata
    lalu: Lalu | None
    indikator: pl.DataFrame
    triwulan: pl.DataFrame
    sampai: pl.DataFrame
    kelengkapan: pl.DataFrame
    deliveries: tuple[Pengiriman, ...]
    terlambat: tuple[Pengiriman, ...]
    anggaran: dict[str, Any] | None
    laporan: str
    terbaru: datetime | None

    @property
    def utama(self) -> tuple[Baris, ...]:
        """The indikator of the Camat, which the overall figure counts: lower levels are the same work counted again."""
        return tuple(b for b in self.baris if b.jenjang == "camat")

    @property
    def terisi(self) -> tuple[int, int]:
        """Settled and berlaku figures of the periode."""
        return count(self.indikator, "terisi"), count(self.indikator, "berlaku")

    @property
    def dibenarkan(self) -> int:
        return count(self.indikator, "dibenarkan")


def count(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum() or 0)
