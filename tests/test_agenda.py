"""The dates of a periode as a calendar file: what is owed until when, each meeting, nothing that is Rahasia."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from kantor_sop import KASUBBAG, UNIT, office
from salinan import once
from test_disposisi import order
from test_disposisi_rahasia import HAL, secret
from test_sosialisasi import SENIN, direction, held, plan

from lakip.alur import agenda
from lakip.export import kalender_ics
from lakip.periode import recorded
from lakip.sop import disposisi, sosialisasi
from lakip.sop.sosialisasi import Sosialisasi
from lakip.store import Store

KINI = recorded(datetime(2026, 4, 2, 8))


@pytest.fixture
@once
def store() -> Store:
    return office()


def dates(store: Store) -> tuple[agenda.Acara, ...]:
    return agenda.of(store, UNIT, 2026, "TW1", KINI)


def calendar(store: Store, pada: datetime = KINI) -> list[dict[str, object]]:
    """The events as another program reads them, by name of their field."""
    content = kalender_ics.write(dates(store), "Tanggal Triwulan I", UNIT, pada)
    assert max(map(len, content.splitlines())) <= 75  # RFC 5545 3.1
    read = Calendar.from_ical(content)
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    return [{k.lower(): getattr(v, "dt", v) for k, v in event.items()} for event in read.walk("VEVENT")]


def invited(store: Store) -> Sosialisasi:
    return sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))


def test_a_meeting_stands_at_its_hour_with_its_place(store: Store) -> None:
    invited(store)
    (event,) = [e for e in calendar(store) if "sosialisasi" in str(e["uid"])]
    assert event["summary"] == "Sosialisasi Laporan Kinerja Triwulan I Tahun 2026"
    assert event["dtstart"] == datetime(SENIN.year, SENIN.month, SENIN.day, 1, tzinfo=UTC)  # 09.00 WITA
    assert (event["location"], event["description"]) == ("Aula Kecamatan", "Pembahasan draf laporan")


def test_one_that_was_called_off_is_taken_away_again_and_a_newer_file_counts(store: Store) -> None:
    one = invited(store)
    (before,) = calendar(store)
    sosialisasi.cancel(store, KASUBBAG, UNIT, one, "Dinas luar")
    (after,) = calendar(store, KINI + timedelta(minutes=5))
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]  # type: ignore[operator]


def test_deadlines_last_a_day_and_keep_nobody_busy(store: Store) -> None:
    direction(store, held(store))
    disposisi.issue(store, KASUBBAG, UNIT, order(store, dari="ren", kepada_pejabat="pem"))
    found = {str(e["summary"]): e for e in calendar(store) if "sosialisasi" not in str(e["uid"])}
    one = found["Tenggat arahan: Perbaiki data desa"]
    assert (one["dtstart"], one["dtend"], one["transp"]) == (date(2026, 5, 4), date(2026, 5, 5), "TRANSPARENT")
    assert any(name.startswith("Tenggat disposisi 001/2026: ") for name in found)


def test_what_is_rahasia_leaves_the_office_without_its_content(store: Store) -> None:
    disposisi.issue(store, KASUBBAG, UNIT, secret(store, dari="ren", kepada_pejabat="pem"))
    assert [a.judul for a in dates(store)] == ["Tenggat disposisi 001/2026: (Rahasia)"]
    assert HAL not in str(dates(store))
