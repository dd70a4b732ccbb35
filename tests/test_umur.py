"""Which backups may go and when the next is due: tables, without a clock or a disk."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.cadangan import jadwal, umur
from lakip.cadangan.isi import Cadangan, Jenis

KINI = datetime(2026, 11, 30, 20, 0)


def one(saat: datetime, jenis: Jenis = Jenis.MALAM, lengkap: bool = True) -> Cadangan:
    return Cadangan(Path(f"{saat:%Y-%m-%d %H%M%S} {jenis} {lengkap}"), jenis, saat, "1a2b3c4d", lengkap)


def kept(cadangan: list[Cadangan]) -> list[str]:
    gone = umur.old(cadangan)
    return sorted((f"{c.saat:%Y-%m-%d}" for c in cadangan if c not in gone), reverse=True)


def test_two_years_of_nights_leave_seven_days_five_weeks_and_thirteen_months() -> None:
    nights = [one(KINI - timedelta(days=n)) for n in range(730)]
    assert kept(nights) == [
        "2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24",  # days
        "2026-11-22", "2026-11-15", "2026-11-08",  # Sundays; of weeks 49 and 48 the 30th and the 29th stand above
        "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30",  # months
        "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31", "2025-11-30",
    ]  # fmt: skip


def test_every_approval_stays_and_the_last_five_before_an_update() -> None:
    old = [one(datetime(2020 + n, 1, 5), Jenis.PENGESAHAN) for n in range(6)]
    updates = [one(datetime(2020, n, 7), Jenis.PEMBARUAN) for n in range(1, 13)]
    nights = [one(KINI - timedelta(days=n)) for n in range(400)]
    there = kept([*old, *updates, *nights])
    assert [d for d in there if d.endswith("-01-05")] == [f"{y}-01-05" for y in (2025, 2024, 2023, 2022, 2021, 2020)]
    assert [d for d in there if d.startswith("2020") and d.endswith("-07")] == [
        "2020-12-07", "2020-11-07", "2020-10-07", "2020-09-07", "2020-08-07",
    ]  # fmt: skip


def test_a_backup_that_lacks_something_never_drives_out_one_that_does_not() -> None:
    whole, lacking = one(KINI - timedelta(hours=2)), one(KINI, lengkap=False)
    assert umur.old([whole, lacking]) == []  # the newest stays, too: else the night would be made again and again
    assert umur.old([whole, lacking, one(KINI + timedelta(hours=1), lengkap=False)]) == [lacking]
    whole = one(KINI - timedelta(days=500))
    nights = [one(KINI - timedelta(days=n), lengkap=False) for n in range(450)]
    assert whole not in umur.old([whole, *nights])


def test_an_office_that_was_closed_for_two_months_loses_nothing() -> None:
    nights = [one(KINI - timedelta(days=60 + n)) for n in range(7)]
    assert umur.old([one(KINI), *nights][:7]) == []


cadangan = st.builds(
    one,
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    st.sampled_from(Jenis),
    st.booleans(),
)


@given(st.lists(cadangan, max_size=80, unique_by=lambda c: c.path))
def test_the_newest_good_one_and_all_approvals_always_stay(there: list[Cadangan]) -> None:
    gone = umur.old(there)
    left = [c for c in there if c not in gone]
    assert not [c for c in gone if c.jenis is Jenis.PENGESAHAN]
    if good := [c for c in there if c.lengkap]:
        assert max(c.saat for c in good) in {c.saat for c in left if c.lengkap}
    assert umur.old(left) == []  # taking away twice takes away no more
    assert bool(left) == bool(there)
    others = [c for c in left if c.jenis is not Jenis.PENGESAHAN]
    assert len(others) <= 7 + 5 + 13 + 5 + 2
    assert max((c.saat for c in there), default=None) == max((c.saat for c in left), default=None)


@pytest.mark.parametrize(
    ("kini", "malam", "due"),
    [
        ("2026-11-30 19:59", "2026-11-29 20:00", None),
        ("2026-11-30 20:00", "2026-11-29 20:00", Jenis.MALAM),
        ("2026-11-30 20:00", "2026-11-30 20:00", None),
        ("2026-11-30 23:59", "2026-11-29 23:50", Jenis.MALAM),
        ("2026-12-01 07:30", "2026-11-30 20:00", None),
        ("2026-12-01 07:30", "2026-11-29 20:00", Jenis.MALAM),  # the computer was off: at the next start
        ("2026-11-30 20:00", "2026-11-30 19:59", Jenis.MALAM),
        ("2026-12-01 07:30", "2099-01-01 20:00", Jenis.MALAM),  # a clock that was ahead
        ("2026-12-01 07:30", None, Jenis.MALAM),
    ],
)
def test_the_nightly_one_is_due_after_its_hour_or_at_the_next_start(
    kini: str, malam: str | None, due: Jenis | None
) -> None:
    there = [one(datetime.fromisoformat(malam))] if malam else []
    assert jadwal.due(datetime.fromisoformat(kini), there, 20) is due


@pytest.mark.parametrize(
    ("sah", "dicadangkan", "due"),
    [("", "", None), ("a", "", Jenis.PENGESAHAN), ("a", "a", None), ("b", "a", Jenis.PENGESAHAN)],
)
def test_an_approval_that_was_not_backed_up_comes_first(sah: str, dicadangkan: str, due: Jenis | None) -> None:
    there = [one(datetime(2026, 11, 30, 20))]
    assert jadwal.due(datetime(2026, 11, 30, 21), there, 20, sah, dicadangkan) is due


@pytest.mark.parametrize(
    ("kini", "tenang", "waits"), [("20:05", False, True), ("20:05", True, False), ("21:00", False, False)]
)
def test_it_lets_those_who_still_work_go_first_for_an_hour_at_most(kini: str, tenang: bool, waits: bool) -> None:
    assert jadwal.waits(datetime.fromisoformat(f"2026-11-30 {kini}"), 20, tenang) is waits


@pytest.mark.parametrize(
    ("last", "mulai", "missed"),
    [
        ("2026-11-29 20:00", "2026-01-01 08:00", False),
        ("2026-11-29 07:59", "2026-01-01 08:00", True),
        (None, "2026-11-30 08:00", False),
        (None, "2026-11-29 07:59", True),
        ("2026-01-01 20:00", "2026-11-30 08:00", False),  # nobody watched before
    ],
)
def test_a_day_and_a_half_without_a_backup_is_told(last: str | None, mulai: str, missed: bool) -> None:
    there = [one(datetime.fromisoformat(last))] if last else []
    assert jadwal.is_missed(KINI, there, datetime.fromisoformat(mulai)) is missed
