"""Baku mutu and working time as values: how long a step may take, when an office works, when it does not.

What an office has entered is read by `kalender`; here is only arithmetic. Moments are UTC without zone, as the
record keeps them; days and working hours are those of WITA.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from lakip.errors import UserError
from lakip.formatting import angka, half_up, waktu
from lakip.periode import local, recorded

HARI_NAMA = {1: "Senin", 2: "Selasa", 3: "Rabu", 4: "Kamis", 5: "Jumat", 6: "Sabtu", 7: "Minggu"}
MENIT, HARI_KERJA = "menit", "hari_kerja"
SEHARI = 450  # minutes of one working day: 37 hours 30 minutes a week (Perpres 21/2023)
BATAS_HARI = 3660  # a deadline farther away than ten years means a week without a working day


@dataclass(frozen=True)
class BakuMutu:
    """How long a step may take, in minutes of working time or in working days."""

    jumlah: int
    satuan: str = MENIT

    @property
    def kata(self) -> str:
        """As on the form: "15 menit", "1 jam", "2 hari kerja"."""
        if self.satuan == HARI_KERJA:
            return f"{self.jumlah} hari kerja"
        jam, menit = divmod(self.jumlah, 60)
        return " ".join([f"{jam} jam"] * (jam > 0) + [f"{menit} menit"] * (menit > 0 or jam == 0))


def spent_kata(jumlah: Decimal | int, satuan: str) -> str:
    """How long something took: "55 menit", "12 jam 10 menit"; what took two days of work and more in days, since
    nobody reads 314 hours: "41,9 hari kerja"."""
    if satuan == HARI_KERJA:
        return f"{angka(half_up(Decimal(jumlah), 1))} hari kerja"
    if jumlah < 2 * SEHARI:
        return BakuMutu(round(jumlah)).kata
    return f"{angka(half_up(Decimal(jumlah) / SEHARI, 1))} hari kerja"


@dataclass(frozen=True)
class JamKerja:
    """One weekday, in minutes after midnight; the break is not worked."""

    buka: int
    tutup: int
    rehat_mulai: int
    rehat_selesai: int

    @property
    def menit(self) -> int:
        return sum(end - begin for begin, end in self.spans())

    def spans(self) -> tuple[tuple[int, int], ...]:
        return (self.buka, self.rehat_mulai), (self.rehat_selesai, self.tutup)


Minggu = Mapping[int, JamKerja]


@dataclass(frozen=True)
class Kalender:
    """When an office works.

    Args:
        minggu: weeks with the day they count from, newest first; at least one that reaches every day asked for.
        libur: {day off: why}.
        perkiraan: days off that are computed, not decreed.
    """

    minggu: tuple[tuple[date, Minggu], ...]
    libur: Mapping[date, str]
    perkiraan: frozenset[date] = frozenset()

    def hours(self, hari: date) -> JamKerja | None:
        """The working hours of a day; None when it is off."""
        if hari in self.libur:
            return None
        week = next((week for mulai, week in self.minggu if mulai <= hari), self.minggu[-1][1])
        return week.get(hari.isoweekday())

    def why_off(self, hari: date) -> str | None:
        """In words: "Hari Raya Natal", "hari Sabtu"; None on a working day."""
        if self.hours(hari) is not None:
            return None
        return self.libur.get(hari) or f"hari {HARI_NAMA[hari.isoweekday()]}"

    def minutes_worked(self, dari: datetime, sampai: datetime) -> int:
        """Whole minutes of working time between two moments. Raises UserError when they are the wrong way round."""
        check_order(dari, sampai)
        total = timedelta()
        for begin, end in self._spans(local(dari).date(), local(sampai).date()):
            total += max(timedelta(), min(end, sampai) - max(begin, dari))
        return total // timedelta(minutes=1)

    def working_days(self, dari: date, sampai: date) -> int:
        """Working days after `dari` up to and including `sampai`: from Friday to Monday is one.

        Raises UserError when they are the wrong way round.
        """
        if sampai < dari:
            check_order(_moment(dari, 0), _moment(sampai, 0))
        days = (dari + timedelta(days=n) for n in range(1, (sampai - dari).days + 1))
        return sum(self.hours(day) is not None for day in days)

    def add_days(self, dari: date, jumlah: int) -> date:
        """The day that is so many working days after `dari`; 0: that day, or the next working day."""
        left, day = jumlah, dari
        for _ in range(BATAS_HARI):
            if left == 0 and self.hours(day) is not None:
                return day
            day += timedelta(days=1)
            left -= left > 0 and self.hours(day) is not None
        raise UserError("Kalender kantor tidak memuat hari kerja. Periksa jam kerja dan hari libur di halaman SOP.")

    def deadline(self, dari: datetime, baku: BakuMutu) -> datetime:
        """Until when a step begun `dari` is within its baku mutu; working days end with the working hours."""
        if baku.satuan == HARI_KERJA:
            day = self.add_days(local(dari).date(), baku.jumlah)
            hours = self.hours(day)
            assert hours is not None, "add_days returns a working day"
            return _moment(day, hours.tutup)
        left, first = timedelta(minutes=baku.jumlah), local(dari).date()
        for begin, end in self._spans(first, first + timedelta(days=BATAS_HARI)):
            begins = max(begin, dari)
            if end - begins >= left:
                return begins + left
            left -= max(timedelta(), end - begins)
        raise UserError("Kalender kantor tidak memuat hari kerja. Periksa jam kerja dan hari libur di halaman SOP.")

    def spent(self, dari: datetime, sampai: datetime, satuan: str) -> int:
        """How long a step took, in the satuan of its baku mutu."""
        if satuan == MENIT:
            return self.minutes_worked(dari, sampai)
        check_order(dari, sampai)
        return self.working_days(local(dari).date(), local(sampai).date())

    def _spans(self, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of working time of these days, in UTC and in order."""
        for n in range((last - first).days + 1):
            day = first + timedelta(days=n)
            if hours := self.hours(day):
                for begin, end in hours.spans():
                    yield _moment(day, begin), _moment(day, end)


def check_order(dari: datetime, sampai: datetime) -> None:
    """Raises UserError when something would end before it began."""
    if sampai < dari:
        raise UserError(
            f"Waktu selesai ({waktu(sampai)}) mendahului waktu mulai ({waktu(dari)}). Jam komputer tampaknya "
            "dimundurkan; betulkan tanggal dan jamnya, lalu ulangi."
        )


def clock(menit: int) -> str:
    """Minutes after midnight as on paper: 07.30."""
    return f"{menit // 60:02}.{menit % 60:02}"


def _moment(hari: date, menit: int) -> datetime:
    """That minute of a day in WITA, as the record writes moments."""
    return recorded(datetime.combine(hari, time()) + timedelta(minutes=menit))
