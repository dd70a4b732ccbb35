"""The periods of a year: what each is called, which quarters it holds, when it ends.

Knows nothing of figures. Semester and year are sets of quarters, never sets of semesters.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}
TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class Periode:
    kode: str
    nama: str
    triwulan: tuple[int, ...]

    def ends(self, tahun: int) -> date:
        """The last day of the last quarter."""
        bulan = self.triwulan[-1] * 3
        return date(tahun, bulan, 31 if bulan in (3, 12) else 30)

    def label(self, tahun: int) -> str:
        """As on paper: "Triwulan II Tahun 2026"."""
        return f"Tahun {tahun}" if self.kode == "TH" else f"{self.nama} Tahun {tahun}"


PERIODE = {
    p.kode: p
    for p in (
        *(Periode(f"TW{n}", f"Triwulan {ROMAWI[n]}", (n,)) for n in TRIWULAN),
        Periode("SM1", "Semester I", (1, 2)),
        Periode("SM2", "Semester II", (3, 4)),
        Periode("TH", "Tahunan", TRIWULAN),
        *(Periode(f"SD{n}", f"s.d. Triwulan {ROMAWI[n]}", TRIWULAN[:n]) for n in TRIWULAN),
    )
}


def to_date(periode: str) -> str:
    """The SDn that ends with this periode: SM2 and TH give SD4."""
    return f"SD{PERIODE[periode].triwulan[-1]}"


def before(periode: str) -> str | None:
    """The periode of the same kind just before it in the year; None for the first, and for a whole year."""
    at = {"SM2": "SM1", **{f"{kind}{n}": f"{kind}{n - 1}" for kind in ("TW", "SD") for n in TRIWULAN[1:]}}
    return at.get(periode)


def today() -> date:
    """The day in the office's time zone. Callers pass it on as `per`; no figure asks the clock itself."""
    return datetime.now(WITA).date()


def now() -> datetime:
    """UTC without zone, as the record keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def local(saat: datetime) -> datetime:
    """A moment of the record as the office's clock showed it."""
    return saat.replace(tzinfo=UTC).astimezone(WITA)


def recorded(saat: datetime) -> datetime:
    """A moment of the office's clock, without zone, as the record keeps it."""
    return saat.replace(tzinfo=WITA).astimezone(UTC).replace(tzinfo=None)


def current_triwulan(hari: date) -> tuple[int, int]:
    """The tahun and triwulan whose data are being collected on this day: the last quarter that has ended."""
    triwulan = (hari.month - 1) // 3
    return (hari.year, triwulan) if triwulan else (hari.year - 1, 4)
