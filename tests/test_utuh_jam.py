"""A clock that cannot be believed is told before anything is recorded, and an admin settles it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from test_utuh_buka import ADMIN, UNIT, act, office

from lakip import akun, alur, jejak, periode
from lakip.__main__ import main
from lakip.akses import Peran
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.utuh import jam, periksa, selesai

SANDI = "kata sandi uji"
Geser = Callable[[timedelta], None]


@pytest.fixture
def geser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Geser]:
    """Set the computer's clock by so much; the machine's own goes on alone."""
    real = periode.now

    def shift(by: timedelta) -> None:
        monkeypatch.setattr(periode, "now", lambda: real() + by)
        monkeypatch.setattr(periode, "today", lambda: periode.local(real() + by).date())

    yield shift
    monkeypatch.undo()
    jam.settle()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = office(tmp_path)
    akun.add(store, None, "admin", "Siti", SANDI, UNIT, Peran.ADMIN)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (timedelta(days=-1), "Jam komputer mundur"),
        (timedelta(minutes=-10), "Jam komputer mundur"),
        (timedelta(days=101), "101 hari sesudah perbuatan terakhir"),
        (timedelta(days=365 * 73), "Jam komputer melompat"),
        (timedelta(hours=3), "Jam komputer dimajukan 180 menit sejak aplikasi dimulai"),
    ],
)
def test_a_jump_is_told_before_anything_is_recorded(store: Store, geser: Geser, by: timedelta, said: str) -> None:
    before = store.read("jejak_terakhir")["nomor"].item()
    geser(by)
    with pytest.raises(UserError, match=said) as refused:
        act(store)
    assert "Tidak ada yang dicatat" in str(refused.value)
    assert store.read("jejak_terakhir")["nomor"].item() == before
    assert store.read("pengaturan_riwayat", unit=UNIT).filter(mulai_tahun=2027).is_empty()


@pytest.mark.parametrize("by", [timedelta(0), timedelta(minutes=4), timedelta(minutes=-4)])
def test_a_clock_that_is_set_by_a_few_minutes_hinders_nobody(store: Store, geser: Geser, by: timedelta) -> None:
    geser(by)
    act(store)


def test_an_admin_signs_in_by_a_doubted_clock_and_settles_it(store: Store, geser: Geser) -> None:
    geser(timedelta(days=120))
    akun.open_session(store, "admin")
    assert '"jam_diragukan": true' in jejak.search(store, UNIT, "masuk", sampai=date(2099, 1, 1))["rincian"][0]
    with pytest.raises(UserError, match="120 hari"):  # signing in has settled nothing
        act(store)
    with pytest.raises(UserError, match="harus beralasan"):
        selesai.clock_is_right(store, ADMIN, UNIT, " ")
    selesai.clock_is_right(store, ADMIN, UNIT, "kantor tutup dua bulan")
    act(store)


def test_one_day_in_2099_closes_nothing_for_good(store: Store, geser: Geser) -> None:
    """Somebody declares the wrong clock right and opens a periode; the next day the clock is put right."""
    geser(timedelta(days=365 * 73))
    selesai.clock_is_right(store, ADMIN, UNIT, "keliru")
    row = {"unit": UNIT, "tahun": 2026, "periode": "TW1", "nomor": 1, "keadaan": "dibuka", "oleh": "kasubbag"}
    with store.transaction() as tx:
        tx.insert("alur", [{**row, "pada": periode.now()}])
        jejak.write(tx, "kasubbag", "alur: buka periode", f"{UNIT}/2026/TW1")
    geser(timedelta(0))
    with pytest.raises(UserError, match="Jam komputer mundur"):
        act(store)
    selesai.clock_is_right(store, ADMIN, UNIT, "jam komputer pernah salah")
    act(store)
    alur.move(store, ADMIN, "rekap", UNIT, 2026, "TW1", nomor=1, per=date(2026, 4, 30))
    assert alur.standing(store, UNIT, 2026, "TW1").keadaan is alur.Keadaan.DIREKAP
    told = periksa.check(store).catatan
    assert len(told) == 2
    assert "alur: buka periode, oleh kasubbag" in told[0]
    assert "barisnya berlaku menurut tanggal itu" in told[0]


def test_behind_time_nobody_is_told_that_he_may_not(store: Store, geser: Geser) -> None:
    geser(timedelta(days=-3000))
    with pytest.raises(UserError, match=r"Jam komputer mundur.* akun “admin” belum berperan") as refused:
        akun.find(store, "admin")
    assert not isinstance(refused.value, AccessError)


def test_the_command_settles_the_clock_and_the_record(
    tmp_path: Path, geser: Geser, capsys: pytest.CaptureFixture[str]
) -> None:
    office(tmp_path).close()
    words = ["--data", str(tmp_path), "nyatakan", "jam", "--alasan", "kantor tutup"]
    geser(timedelta(days=50))
    assert main(words) == 0
    assert main(["--data", str(tmp_path), "nyatakan", "catatan", "--alasan", "uji"]) == 0
    assert "0 temuan tertulis pada jejak" in capsys.readouterr().out


def test_without_any_act_every_clock_is_right() -> None:
    assert jam.doubt(None) is None
    assert jam.doubt(datetime(2020, 1, 1)) is not None
