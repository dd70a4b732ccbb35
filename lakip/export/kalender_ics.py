"""Dates as a calendar file (iCalendar, RFC 5545) for the calendar of a phone or a computer. Knows nothing of LAKIP."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from lakip.alur.agenda import Acara

PROGRAM = "-//Lakip//Tanggal periode//ID"
# Eight in the morning of the day before what lasts a whole day; an hour before a meeting.
INGAT_HARI, INGAT_JAM = timedelta(hours=-16), timedelta(hours=-1)


def write(acara: Sequence[Acara], judul: str, kantor: str, pada: datetime) -> bytes:
    """The .ics.

    Args:
        acara: at least one: a calendar without a date is none.
        kantor: makes the keys of these dates known in the whole world: letters, digits, dots.
        pada: when it was written, UTC; of two files about the same date the later one counts.
    """
    calendar = Calendar()
    for name, value in (("prodid", PROGRAM), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", judul)):
        calendar.add(name, value)
    for one in acara:
        calendar.add_component(_event(one, kantor, pada.replace(tzinfo=UTC)))
    return bytes(calendar.to_ical())


# ---------------------------------------------------------------- inside


def _event(one: Acara, kantor: str, pada: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.kunci.replace('/', '-')}@{kantor}.lakip")
    event.add("dtstamp", pada)
    event.add("sequence", int(pada.timestamp()) // 60)
    event.add("summary", one.judul)
    if one.mulai is not None and one.selesai is not None:
        event.add("dtstart", one.mulai.replace(tzinfo=UTC))
        event.add("dtend", one.selesai.replace(tzinfo=UTC))
    else:
        event.add("dtstart", one.hari)
        event.add("dtend", one.hari + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a day until which something is owed keeps nobody busy
    if one.tempat:
        event.add("location", one.tempat)
    if one.uraian:
        event.add("description", one.uraian)
    event.add("status", "CANCELLED" if one.batal else "CONFIRMED")
    if not one.batal:
        event.add_component(_reminder(one))
    return event


def _reminder(one: Acara) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.judul)
    alarm.add("trigger", INGAT_HARI if one.mulai is None else INGAT_JAM)
    return alarm
