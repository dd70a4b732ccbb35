"""The clock of the SOP: minutes of working time, working days, deadlines, and the calendar behind them.

By the shipped hours a Monday has 450 minutes (07.30-16.00, break 12.00-13.00), a Friday too (07.30-16.30, break
11.30-13.00).
"""

from datetime import date, datetime, timedelta

import pytest
from kasus import UNIT, new_office

from lakip import akses
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.sop import kalender
from lakip.sop.kalender import JAM_BAWAAN
from lakip.sop.libur_nasional import Libur, national
from lakip.sop.waktu_kerja import HARI_KERJA, MENIT, BakuMutu, JamKerja, Kalender, spent_kata
from lakip.store import Store

ADMIN = akses.system(UNIT)
KASUBBAG = Pengguna("rudi", "Rudi", (Tugas(Peran.KASUBBAG, UNIT),))
BIASA = Kalender(((date.min, JAM_BAWAAN),), {date(2026, 5, 1): "Hari Buruh Internasional"})


def wita(text: str) -> datetime:
    """ "2026-04-24 16.00" in WITA as the record's UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H.%M") - timedelta(hours=8)


@pytest.fixture
def store() -> Store:
    return new_office()


@pytest.mark.parametrize(
    ("dari", "sampai", "menit"),
    [
        ("2026-04-20 09.00", "2026-04-20 09.15", 15),  # within a morning
        ("2026-04-20 11.30", "2026-04-20 13.30", 30 + 30),  # over the break
        ("2026-04-20 12.10", "2026-04-20 12.50", 0),  # within the break
        ("2026-04-20 06.00", "2026-04-20 08.00", 30),  # before the office opens
        ("2026-04-20 15.50", "2026-04-20 22.00", 10),  # after it closed
        ("2026-04-24 16.00", "2026-04-27 09.00", 30 + 90),  # Friday 16.00 to Monday 09.00
        ("2026-04-25 08.00", "2026-04-26 20.00", 0),  # a weekend
        ("2026-04-30 15.30", "2026-05-04 08.00", 30 + 30),  # over 1 May, a Friday off
        ("2026-04-20 07.30", "2026-04-27 07.30", 5 * 450),  # a week is 37 hours and a half
        ("2026-04-20 09.00", "2026-04-20 09.00", 0),
    ],
)
def test_only_working_time_is_counted(dari: str, sampai: str, menit: int) -> None:
    assert BIASA.minutes_worked(wita(dari), wita(sampai)) == menit


def test_half_a_minute_is_no_minute() -> None:
    begin = wita("2026-04-20 09.00")
    assert BIASA.minutes_worked(begin, begin + timedelta(seconds=119)) == 1


@pytest.mark.parametrize(
    ("dari", "sampai", "hari"),
    [
        ("2026-04-24", "2026-04-24", 0),
        ("2026-04-24", "2026-04-27", 1),  # Friday to Monday
        ("2026-04-20", "2026-04-27", 5),
        ("2026-04-29", "2026-05-05", 3),  # Thursday, Monday, Tuesday; Friday is 1 May
        ("2026-04-25", "2026-04-26", 0),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(dari: str, sampai: str, hari: int) -> None:
    assert BIASA.working_days(date.fromisoformat(dari), date.fromisoformat(sampai)) == hari


@pytest.mark.parametrize(
    ("dari", "baku", "sampai"),
    [
        ("2026-04-20 09.00", BakuMutu(15), "2026-04-20 09.15"),
        ("2026-04-20 11.50", BakuMutu(30), "2026-04-20 13.20"),  # 10 before the break, 20 after
        ("2026-04-24 16.20", BakuMutu(30), "2026-04-27 07.50"),  # 10 on Friday, 20 on Monday
        ("2026-04-20 15.00", BakuMutu(60), "2026-04-20 16.00"),
        ("2026-04-25 10.00", BakuMutu(60), "2026-04-27 08.30"),  # begun on a Saturday
        ("2026-04-23 10.00", BakuMutu(2, HARI_KERJA), "2026-04-27 16.00"),
        ("2026-04-22 10.00", BakuMutu(2, HARI_KERJA), "2026-04-24 16.30"),  # a Friday ends later
        ("2026-04-29 10.00", BakuMutu(5, HARI_KERJA), "2026-05-07 16.00"),
    ],
)
def test_a_deadline_is_where_the_baku_mutu_is_used_up(dari: str, baku: BakuMutu, sampai: str) -> None:
    until = BIASA.deadline(wita(dari), baku)
    assert until == wita(sampai)
    assert BIASA.spent(wita(dari), until, baku.satuan) == baku.jumlah


@pytest.mark.parametrize("satuan", ["menit", HARI_KERJA])
def test_a_clock_set_back_is_told_in_words(satuan: str) -> None:
    with pytest.raises(UserError, match=r"Waktu selesai \(20 April 2026 08.00 WITA\) mendahului .* dimundurkan"):
        BIASA.spent(wita("2026-04-20 09.00"), wita("2026-04-20 08.00"), satuan)


def test_working_days_the_wrong_way_round_are_told_too() -> None:
    with pytest.raises(UserError, match="mendahului waktu mulai"):
        BIASA.working_days(date(2026, 4, 21), date(2026, 4, 20))


def test_a_calendar_without_a_working_day_is_told_rather_than_searched_for_ever() -> None:
    empty = Kalender(((date.min, {}),), {})
    with pytest.raises(UserError, match="tidak memuat hari kerja"):
        empty.add_days(date(2026, 4, 20), 1)


def test_a_baku_mutu_reads_as_on_the_form() -> None:
    assert [BakuMutu(15).kata, BakuMutu(60).kata, BakuMutu(90).kata] == ["15 menit", "1 jam", "1 jam 30 menit"]
    assert BakuMutu(2, HARI_KERJA).kata == "2 hari kerja"


# ---------------------------------------------------------------- the record


def test_a_fresh_office_keeps_the_national_holidays(store: Store) -> None:
    found = kalender.load(store, UNIT)
    assert found.why_off(date(2026, 8, 17)) == "Hari Kemerdekaan Republik Indonesia"
    assert found.why_off(date(2026, 8, 16)) == "hari Minggu"
    assert found.why_off(date(2026, 8, 18)) is None
    assert not kalender.is_filled(store, UNIT, 2026)


def test_the_shipped_week_has_thirty_seven_hours_and_a_half() -> None:
    assert sum(jam.menit for jam in JAM_BAWAAN.values()) == 37 * 60 + 30


def test_estimates_and_cuti_bersama_are_marked() -> None:
    idul_fitri = next(d for d in national(2028) if d.nama == "Hari Raya Idul Fitri")
    assert idul_fitri.perkiraan
    assert next(d for d in national(2026) if d.tanggal == date(2026, 12, 24)).jenis == "cuti_bersama"
    assert not any(d.perkiraan for d in national(2026))


def test_the_list_is_put_on_record_once(store: Store) -> None:
    assert kalender.fill_year(store, ADMIN, UNIT, 2026) == len(national(2026))
    assert kalender.fill_year(store, ADMIN, UNIT, 2026) == 0
    assert kalender.is_filled(store, UNIT, 2026)
    assert kalender.holidays(store, UNIT, 2026) == national(2026)


def test_what_the_admin_decided_outlives_another_filling(store: Store) -> None:
    kalender.fill_year(store, ADMIN, UNIT, 2026)
    kalender.remove_holiday(store, ADMIN, UNIT, date(2026, 12, 24), "SE Bupati 12/2026")
    own = Libur(date(2026, 4, 8), "Hari Jadi Kabupaten Balangan", "daerah")
    kalender.add_holiday(store, ADMIN, UNIT, own, "SE Bupati 3/2026")
    assert kalender.fill_year(store, ADMIN, UNIT, 2026) == 0
    found = kalender.load(store, UNIT)
    assert found.why_off(date(2026, 12, 24)) is None
    assert found.why_off(date(2026, 4, 8)) == "Hari Jadi Kabupaten Balangan"


def test_a_day_of_the_office_does_not_put_out_the_national_ones(store: Store) -> None:
    kalender.add_holiday(store, ADMIN, UNIT, Libur(date(2026, 1, 1), "Tahun Baru", "daerah"), "SE")
    assert kalender.load(store, UNIT).why_off(date(2026, 8, 17))


def test_an_estimate_is_settled_by_the_admin(store: Store) -> None:
    kalender.fill_year(store, ADMIN, UNIT, 2028)
    guess = next(d for d in kalender.holidays(store, UNIT, 2028) if d.nama == "Hari Raya Idul Fitri")
    assert guess.tanggal in kalender.load(store, UNIT).perkiraan
    settled = Libur(guess.tanggal, guess.nama, "nasional")
    kalender.add_holiday(store, ADMIN, UNIT, settled, "SKB 3 Menteri 2028")
    assert guess.tanggal not in kalender.load(store, UNIT).perkiraan


def test_every_change_of_the_calendar_needs_a_reason(store: Store) -> None:
    with pytest.raises(UserError, match="harus beralasan"):
        kalender.remove_holiday(store, ADMIN, UNIT, date(2026, 8, 17), " ")
    with pytest.raises(UserError, match="bernama dan berdasar"):
        kalender.add_holiday(store, ADMIN, UNIT, Libur(date(2026, 4, 8), "Hari Jadi"), "")
    with pytest.raises(UserError, match="tidak ada dalam kalender libur"):
        kalender.remove_holiday(store, ADMIN, UNIT, date(2026, 8, 18), "SE")


def test_a_tahun_beyond_the_list_says_so(store: Store) -> None:
    with pytest.raises(UserError, match="tahun 2099 tidak tersedia"):
        kalender.fill_year(store, ADMIN, UNIT, 2099)


def test_other_hours_count_from_their_day_on(store: Store) -> None:
    ramadan = {hari: JamKerja(480, 900, 720, 750) for hari in range(1, 6)}  # 08.00-15.00, break 30: 390 minutes
    kalender.set_hours(store, ADMIN, UNIT, date(2026, 2, 18), ramadan, "SE Ramadan")
    kalender.set_hours(store, ADMIN, UNIT, date(2026, 3, 25), JAM_BAWAAN, "Ramadan berakhir")
    found = kalender.load(store, UNIT)
    worked = [
        found.minutes_worked(wita(f"{day} 00.00"), wita(f"{day} 23.00"))
        for day in ("2026-02-12", "2026-02-18", "2026-03-26")
    ]
    assert worked == [450, 390, 450]


def test_hours_that_no_day_can_have_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match="Jam kerja hari Senin tidak berurutan"):
        kalender.set_hours(store, ADMIN, UNIT, date(2026, 1, 1), {1: JamKerja(960, 450, 720, 780)}, "coba")
    with pytest.raises(UserError, match="Sedikitnya satu hari"):
        kalender.set_hours(store, ADMIN, UNIT, date(2026, 1, 1), {}, "coba")


def test_only_the_admin_changes_the_calendar_and_the_trail_tells(store: Store) -> None:
    day = Libur(date(2026, 4, 8), "Hari Jadi", "daerah")
    for act in (
        lambda: kalender.fill_year(store, KASUBBAG, UNIT, 2026),
        lambda: kalender.add_holiday(store, KASUBBAG, UNIT, day, "SE"),
        lambda: kalender.remove_holiday(store, KASUBBAG, UNIT, date(2026, 8, 17), "SE"),
        lambda: kalender.set_hours(store, KASUBBAG, UNIT, date(2026, 1, 1), JAM_BAWAAN, "SE"),
    ):
        with pytest.raises(AccessError):
            act()
    kalender.fill_year(store, ADMIN, UNIT, 2026)
    kalender.add_holiday(store, ADMIN, UNIT, day, "SE")
    kalender.set_hours(store, ADMIN, UNIT, date(2026, 1, 1), JAM_BAWAAN, "SE")
    acts = store.read("jejak_semua")["perbuatan"].to_list()
    assert acts == ["mengisi kalender libur", "menetapkan hari libur", "mengubah jam kerja"]


@pytest.mark.parametrize(
    ("jumlah", "satuan", "kata"),
    [
        (55, MENIT, "55 menit"),
        (730, MENIT, "12 jam 10 menit"),
        (18_870, MENIT, "41,9 hari kerja"),  # 314,5 hours at 7,5 a day
        (3, HARI_KERJA, "3 hari kerja"),
    ],
)
def test_what_took_days_is_said_in_days(jumlah: int, satuan: str, kata: str) -> None:
    assert spent_kata(jumlah, satuan) == kata
