"""The clock of the SOP: what starts and ends each step, how long it took, who holds it."""

from datetime import datetime, timedelta

import kantor_sop
import pytest
from belakang import behind
from kantor_sop import TAHUN, UNIT

from lakip import pengaturan
from lakip.alur import waktu
from lakip.alur.waktu import Tahap, Waktu
from lakip.alur.waktu_langkah import JAM, periode_of
from lakip.sop import langkah
from lakip.store import Store


def at(day: int, hour: int, minute: int = 0, bulan: int = 4, tahun: int = 2026) -> datetime:
    """That time in WITA, as the record's UTC."""
    return datetime(tahun, bulan, day, hour, minute) - timedelta(hours=8)


@pytest.fixture
def store() -> Store:
    return kantor_sop.office()


def alur(store: Store, keadaan: str, pada: datetime, periode: str = "TW1", oleh: str = "staf") -> None:
    nomor = store.read("alur_riwayat", unit=UNIT, tahun=TAHUN, periode=periode).height + 1
    row = {"unit": UNIT, "tahun": TAHUN, "periode": periode, "nomor": nomor, "keadaan": keadaan}
    with store.transaction() as tx:
        tx.insert("alur", [row | {"oleh": oleh, "pada": pada}])


def sent(store: Store, pada: datetime) -> None:
    """Every bagian that has figures in TW I sends them; the last one at `pada`."""
    rows = store.read("kiriman_kelengkapan", unit=UNIT, tahun=TAHUN)
    codes = sorted({r["bagian"] for r in rows.iter_rows(named=True) if r["triwulan"] == 1})
    with store.transaction() as tx:
        tx.insert("kiriman", [
            {
                "unit": UNIT, "bagian": b, "tahun": TAHUN, "triwulan": 1, "nomor": 90, "keadaan": "diajukan",
                "oleh": "staf", "pada": pada - timedelta(minutes=n),
            }
            for n, b in enumerate(codes)
        ])  # fmt: skip


def meeting(store: Store, dimulai: datetime, selesai: datetime, periode: str = "TW1") -> None:
    key = {"unit": UNIT, "tahun": TAHUN, "periode": periode, "nomor": 1, "versi": 1}
    row = {
        "keadaan": "dilaksanakan", "nomor_undangan": "1", "tanggal_undangan": dimulai.date(), "mulai": dimulai,
        "tempat": "Aula", "agenda": "Draf", "pimpinan": "sekcam", "dimulai": dimulai, "selesai": selesai,
        "oleh": "staf", "pada": selesai,
    }  # fmt: skip
    with store.transaction() as tx:
        tx.insert("sosialisasi", [key | row])


KINI = at(30, 16)


def step(store: Store, nomor: int, kini: datetime = KINI, periode: str = "TW1") -> Waktu:
    return waktu.run(store, UNIT, TAHUN, periode, kini)[nomor - 1]


def test_a_run_without_events_is_eight_steps_not_begun(store: Store) -> None:
    rows = waktu.run(store, UNIT, TAHUN + 1, "TW1", at(30, 16))
    assert [(r.langkah.nomor, r.kata, r.lama_kata) for r in rows] == [(n, "belum mulai", "") for n in range(1, 9)]
    assert [r.periode for r in rows] == ["TW1"] * 4 + ["SM1"] * 3 + ["TH"]


def test_each_periode_shows_the_steps_before_and_after_it() -> None:
    assert [periode_of(n, "TW3") for n in (1, 5, 8)] == ["TW3", "SM2", "TH"]
    assert [periode_of(n, "SM1") for n in (1, 5, 8)] == ["TW2", "SM1", "TH"]
    assert [periode_of(n, "TH") for n in (1, 5, 8)] == ["TW4", "SM2", "TH"]


def test_minutes_run_only_in_working_hours_over_a_weekend_and_a_holiday(store: Store) -> None:
    """Good Friday is 3 April 2026: opened on Thursday 15.50, all sent on Monday 07.40: 10 + 10 minutes."""
    alur(store, "dibuka", at(2, 15, 50))
    sent(store, at(6, 7, 40))
    one = step(store, 1)
    assert (one.tahap, one.lama, one.lama_kata) == (Tahap.SELESAI, 20, "20 menit")
    assert one.langkah.baku.jumlah == 15
    assert one.melebihi
    assert one.batas == at(6, 7, 35)


def test_a_step_within_its_baku_mutu_is_not_late(store: Store) -> None:
    alur(store, "dibuka", at(6, 8))
    sent(store, at(6, 8, 15))
    alur(store, "direkap", at(6, 8, 46))
    assert [step(store, n).kata for n in (1, 2)] == ["selesai dalam baku mutu", "selesai, melebihi baku mutu"]
    assert step(store, 2).lama == 31


def test_steps_of_a_semester_count_working_days(store: Store) -> None:
    """Opened on Thursday 2 April; Good Friday and the weekend between: recapped on Tuesday is two working days."""
    alur(store, "dibuka", at(2, 9), "SM1")
    alur(store, "direkap", at(7, 15), "SM1")
    five = step(store, 5, periode="SM1")
    assert (five.lama_kata, five.kata) == ("2 hari kerja", "selesai dalam baku mutu")
    six = step(store, 6, at(15, 9), "SM1")  # Wednesday week: six working days after Tuesday 7 April
    assert (six.lama, six.kata) == (6, "berjalan, melebihi baku mutu")


def test_the_meeting_itself_is_timed(store: Store) -> None:
    meeting(store, at(17, 9, 5), at(17, 10))
    assert (step(store, 4).lama_kata, step(store, 4).kata) == ("55 menit", "selesai dalam baku mutu")


def test_the_year_ends_with_the_approval(store: Store) -> None:
    alur(store, "dibuka", at(6, 8), "TH")
    for minute, keadaan in (
        (10, "direkap"),
        (12, "draf"),
        (15, "diperiksa"),
        (20, "disosialisasikan"),
        (30, "disahkan"),
    ):
        alur(store, keadaan, at(6, 8, minute), "TH")
    assert (step(store, 8).lama, step(store, 8).melebihi) == (30, False)


def test_the_holder_moves_with_the_run(store: Store) -> None:
    alur(store, "dibuka", at(6, 8))
    assert step(store, 1).jabatan == "Staf/JF"
    assert "Pemerintahan" in step(store, 1).nama
    sent(store, at(6, 9))
    assert step(store, 2).jabatan in ("Kasi", "Kasubbag Perencanaan")
    alur(store, "direkap", at(6, 10))
    assert (step(store, 3).jabatan, step(store, 3).nama) == ("Kasubbag Perencanaan", "RUDI, S.E.")
    alur(store, "draf", at(6, 11))
    assert step(store, 3).nama == "DAHLIA, S.STP."
    alur(store, "dibuka", at(6, 12))  # the Sekcam returns it
    alur(store, "direkap", at(6, 14))
    assert (step(store, 3).nama, step(store, 3).putaran) == ("RUDI, S.E.", 2)


def test_a_return_begins_recap_and_draft_anew_but_not_the_collecting(store: Store) -> None:
    alur(store, "dibuka", at(6, 8))
    sent(store, at(6, 8, 10))
    for hour, keadaan in ((9, "direkap"), (10, "draf"), (11, "dibuka")):
        alur(store, keadaan, at(6, hour))
    alur(store, "direkap", at(6, 11, 20))
    assert [(step(store, n).putaran, step(store, n).lama) for n in (1, 2)] == [(1, 10), (2, 20)]
    assert step(store, 3).tahap is Tahap.BERJALAN


def test_a_clock_that_was_set_back_is_said_and_gives_no_duration(store: Store) -> None:
    alur(store, "dibuka", at(6, 9))
    sent(store, at(6, 8, 50))
    one = step(store, 1)
    assert (one.lama, one.melebihi, one.kata) == (None, False, "selesai, lamanya tak terhitung")
    assert "sebelum mulai" in one.tanda[0]


def test_a_step_begun_in_the_future_is_said(store: Store) -> None:
    alur(store, "dibuka", at(20, 9))
    one = step(store, 1, at(6, 9))
    assert (one.lama, one.tahap) == (None, Tahap.BERJALAN)
    assert "sesudah jam sekarang" in one.tanda[0]


def test_a_step_that_ended_before_the_one_before_it_is_said(store: Store) -> None:
    alur(store, "dibuka", at(6, 8))
    sent(store, at(6, 9))
    alur(store, "direkap", at(6, 10))
    meeting(store, at(6, 13), at(6, 14))
    assert "Langkah 3 belum tercatat selesai" in step(store, 4).tanda[0]
    alur(store, "draf", at(7, 8))
    alur(store, "diperiksa", at(7, 9))
    assert "selesai sebelum langkah 3" in step(store, 4).tanda[0]


def test_a_meeting_held_before_a_reopening_is_nothing_odd(store: Store) -> None:
    sent(store, at(7, 8))
    for keadaan, minute in (("dibuka", 0), ("direkap", 10), ("diperiksa", 20)):
        alur(store, keadaan, at(7, 9, minute))
    meeting(store, at(8, 9), at(8, 10))
    for keadaan, minute in (("dibuka", 0), ("direkap", 10), ("diperiksa", 20)):
        alur(store, keadaan, at(9, 9, minute))
    assert (step(store, 3).putaran, step(store, 3).selesai) == (2, at(9, 9, 20))
    assert step(store, 4).tanda == ()


def test_a_holder_who_left_office_without_successor_is_said(store: Store) -> None:
    alur(store, "dibuka", at(6, 8))
    alur(store, "direkap", at(6, 10))
    alur(store, "draf", at(6, 11))
    sekcam = next(p for p in pengaturan.pejabat(store, UNIT) if p.peran == "sekcam")
    behind(store, "update pejabat set selesai = '2026-04-15' where id = $id", {"id": sekcam.id})
    assert step(store, 3, at(15, 9)).tanda == ()
    left = step(store, 3, at(16, 9))
    assert left.nama == ""
    assert "DAHLIA, S.STP. tidak lagi menjabat Sekretaris Kecamatan sejak 15 April 2026" in left.tanda[0]


def test_figures_alone_start_no_clock_on_the_kasubbag(store: Store) -> None:
    """An office that has not begun to follow its runs here is not late with the recap of years ago."""
    sent(store, at(6, 9))
    assert step(store, 2).tahap is Tahap.BELUM


def test_a_year_has_every_step_of_every_run_once(store: Store) -> None:
    rows = waktu.year(store, UNIT, TAHUN, at(30, 16))
    assert len(rows) == 4 * 4 + 2 * 3 + 1
    assert len({(r.langkah.nomor, r.periode) for r in rows}) == len(rows)


def test_every_step_of_the_sop_has_its_clock() -> None:
    assert {s.nomor for s in langkah.BAWAAN.langkah} == JAM.keys()
    for nomor, jam in JAM.items():
        held = {peran for _, peran in jam.pemegang}
        assert held <= {*langkah.BAWAAN.step(nomor).pelaksana}, nomor
