"""When the next backup is due. Everything is told; nothing here looks at a clock, a disk or the record."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from lakip.cadangan.isi import Cadangan, Jenis

TERLEWAT = timedelta(hours=36)
TENANG_DETIK, PALING_LAMA = 60.0, timedelta(hours=1)


def slot(saat: datetime, jam: int) -> datetime:
    """The last moment at or before this one that the nightly backup belongs to."""
    today = datetime.combine(saat.date(), time(jam))
    return today if saat >= today else today - timedelta(days=1)


def due(
    saat: datetime, cadangan: Sequence[Cadangan], jam: int, sah: str = "", sah_dicadangkan: str = ""
) -> Jenis | None:
    """Which backup is to be made now, on the office's clock. Whatever was made since its hour serves as the nightly.

    Args:
        sah: the newest approval of the record, "" when there is none.
        sah_dicadangkan: the approval that was backed up last.
    """
    if sah != sah_dicadangkan:
        return Jenis.PENGESAHAN
    done = [c.saat for c in cadangan if c.saat <= saat]  # what a clock that was ahead has made is of no night
    return None if done and max(done) >= slot(saat, jam) else Jenis.MALAM


def waits(saat: datetime, jam: int, tenang: bool) -> bool:
    """Whether the nightly one lets those who still work go first: for an hour at most."""
    return not tenang and saat - slot(saat, jam) < PALING_LAMA


def is_missed(saat: datetime, cadangan: Sequence[Cadangan], mulai: datetime) -> bool:
    """Whether none was made for a day and a half, since the program looks after them (`mulai`)."""
    last = max((c.saat for c in cadangan if c.saat <= saat), default=mulai)
    return saat - max(last, mulai) > TERLEWAT
