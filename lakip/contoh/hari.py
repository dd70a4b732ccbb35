"""When things happen in the example: working days by the national list, moments as the record keeps them."""

from datetime import date, datetime, timedelta

from lakip.contoh.isi import TAHUN
from lakip.periode import PERIODE
from lakip.sop.kalender import JAM_BAWAAN
from lakip.sop.libur_nasional import national
from lakip.sop.waktu_kerja import Kalender

_LIBUR = {d.tanggal: d.nama for tahun in (*TAHUN, TAHUN[-1] + 1) for d in national(tahun)}
KERJA = Kalender(((date.min, JAM_BAWAAN),), _LIBUR)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of a day in WITA, as the record's UTC; minutes beyond the hour run on."""
    return datetime(day.year, day.month, day.day, hour) + timedelta(minutes=minute, hours=-8)  # noqa: DTZ001


def workday(hari: date, count: int = 0) -> date:
    """So many working days after a day; 0: that day, or the next working one."""
    return KERJA.add_days(hari, count)


def ended(tahun: int, periode: str) -> date:
    return PERIODE[periode].ends(tahun)


def reported(tahun: int, triwulan: int, versi: int = 1) -> date:
    """The day on which the figures of a quarter came in; a correction comes two weeks later."""
    return workday(ended(tahun, f"TW{triwulan}") + timedelta(days=5 if versi == 1 else 20))


def confirmed(tahun: int, triwulan: int, versi: int = 1) -> date:
    return workday(reported(tahun, triwulan, versi), 2)


def met(tahun: int, triwulan: int) -> date:
    """The day of the sosialisasi of a quarter."""
    return workday(confirmed(tahun, triwulan), 2)
