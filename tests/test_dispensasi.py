"""Until when figures are due, who sent them late, and who was given longer."""

from datetime import date, datetime

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office

from lakip import akses, alur, jejak, kiriman, pengaturan, periode, tugas
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.sop import dispensasi, kalender
from lakip.sop.dispensasi import Kirim
from lakip.sop.libur_nasional import Libur
from lakip.store import Store

STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "PEM"),))
KASI = Pengguna("kasi", "Kasi", (Tugas(Peran.KASI, UNIT, "PEM"),))
KASUBBAG = Pengguna("kasubbag", "Kasubbag", (Tugas(Peran.KASUBBAG, UNIT, "REN"),))
SEKCAM = Pengguna("sekcam", "Sekcam", (Tugas(Peran.SEKCAM, UNIT),))
CAMAT = Pengguna("camat", "Camat", (Tugas(Peran.CAMAT, UNIT),))
PENINJAU = Pengguna("peninjau", "Peninjau", (Tugas(Peran.PENINJAU, UNIT),))


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """One bagian, targets in all quarters, TW I saved; today is Monday 6 April 2026."""
    monkeypatch.setattr(periode, "today", lambda: date(2026, 4, 6))
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi="10? – – –")
    return store


def send(store: Store, day: int, bulan: int = 4) -> None:
    row = {"unit": UNIT, "bagian": "PEM", "tahun": TAHUN, "triwulan": 1, "nomor": 1, "keadaan": "diajukan"}
    with store.transaction() as tx:
        tx.insert("kiriman", [row | {"oleh": "staf", "pada": datetime(2026, bulan, day, 2)}])


def first(store: Store, per: date) -> dispensasi.Pengiriman:
    return dispensasi.deliveries(store, UNIT, TAHUN, per)[0]


@pytest.mark.parametrize(
    ("day", "kata"),
    [
        (10, "tepat waktu"),  # Friday, the day itself
        (11, "dikirim kurang dari satu hari kerja sesudah batas"),  # Saturday
        (13, "dikirim 1 hari kerja sesudah batas"),  # Monday
        (15, "dikirim 3 hari kerja sesudah batas"),
    ],
)
def test_lateness_counts_working_days_after_the_tenth(store: Store, day: int, kata: str) -> None:
    send(store, day)
    assert first(store, date(2026, 12, 1)).kata == kata


def test_a_holiday_is_no_day_late(store: Store) -> None:
    day_off = Libur(date(2026, 4, 13), "Hari jadi kabupaten", "daerah", perkiraan=False)
    kalender.add_holiday(store, akses.system(UNIT), UNIT, day_off, "Surat Bupati")
    send(store, 14)  # Tuesday: without the day off it would be two working days after Friday the 10th
    assert first(store, date(2026, 12, 1)).lewat == 1


def test_what_was_not_sent_grows_late_day_by_day(store: Store) -> None:
    assert first(store, date(2026, 3, 31)).keadaan is Kirim.BELUM_WAKTUNYA
    assert first(store, date(2026, 4, 10)).keadaan is Kirim.DITUNGGU
    late = first(store, date(2026, 4, 14))
    assert (late.keadaan, late.kata) == (Kirim.TERLAMBAT, "belum mengirim, terlambat 2 hari kerja")


def test_an_office_without_a_cut_off_has_nobody_late(store: Store) -> None:
    pengaturan.set_setting(store, akses.system(UNIT), UNIT, "batas_pengumpulan", TAHUN, None)
    assert first(store, date(2026, 12, 1)).keadaan is Kirim.DITUNGGU
    send(store, 30, 6)
    assert first(store, date(2026, 12, 1)).keadaan is Kirim.TANPA_BATAS
    with pytest.raises(UserError, match="tidak menetapkan batas"):
        give(store, KASUBBAG)


def give(store: Store, who: Pengguna, batas: date = date(2026, 4, 20), alasan: str = "Banjir di empat desa") -> None:
    dispensasi.grant(store, who, UNIT, "PEM", TAHUN, 1, batas, alasan)


def test_a_dispensation_moves_the_day_and_is_shown_where_the_work_is(store: Store) -> None:
    give(store, KASUBBAG)
    send(store, 20)
    sent = first(store, date(2026, 12, 1))
    assert (sent.keadaan, sent.semula, sent.batas) == (Kirim.TEPAT, date(2026, 4, 10), date(2026, 4, 20))
    assert (sent.alasan, sent.pemberi) == ("Banjir di empat desa", "kasubbag")


def test_the_staf_reads_the_new_day_among_his_tasks(store: Store) -> None:
    give(store, CAMAT)
    (task,) = tugas.mine(store, STAF, UNIT, date(2026, 4, 22))
    assert (task.sampai, task.catatan) == (date(2026, 4, 20), "Dispensasi: Banjir di empat desa")
    assert task.terlambat == "terlambat 2 hari kerja"


def test_the_newest_dispensation_counts_and_the_older_stays_on_record(store: Store) -> None:
    give(store, KASUBBAG)
    give(store, CAMAT, date(2026, 4, 30), "Jembatan putus")
    assert first(store, date(2026, 4, 6)).batas == date(2026, 4, 30)
    told = [r for r in store.read("jejak_semua").iter_rows(named=True) if r["perbuatan"] == "memberi dispensasi"]
    assert [r["oleh"] for r in told] == ["kasubbag", "camat"]
    assert jejak.check(store) == []


@pytest.mark.parametrize("who", [STAF, KASI, SEKCAM, PENINJAU], ids=lambda w: w.akun)
def test_only_the_kasubbag_and_the_camat_give_one(store: Store, who: Pengguna) -> None:
    assert not dispensasi.may_grant(who, UNIT)
    with pytest.raises(AccessError, match="Kasubbag"):
        give(store, who)
    assert store.read("dispensasi_daftar", unit=UNIT, tahun=TAHUN).is_empty()


@pytest.mark.parametrize(
    ("batas", "alasan", "pesan"),
    [
        (date(2026, 4, 20), "  ", "harus beralasan"),
        (date(2026, 4, 10), "Banjir", "harus sesudah batas semula"),
    ],
)
def test_a_dispensation_that_says_nothing_is_refused(store: Store, batas: date, alasan: str, pesan: str) -> None:
    with pytest.raises(UserError, match=pesan):
        give(store, KASUBBAG, batas, alasan)


def test_a_day_that_has_passed_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periode, "today", lambda: date(2026, 4, 21))
    with pytest.raises(UserError, match="sudah lewat"):
        give(store, KASUBBAG)


def test_what_was_sent_needs_no_dispensation_any_more(store: Store) -> None:
    send(store, 15)
    with pytest.raises(UserError, match="sudah dikirim 15 April 2026"):
        give(store, KASUBBAG)


def test_a_return_is_counted_and_makes_nobody_late(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    kiriman.send_back(store, KASI, UNIT, "PEM", TAHUN, 1, "Register belum ditutup.")
    assert first(store, date(2026, 12, 1)).dikembalikan == 1


def give_back(store: Store, day: int) -> None:
    row = {"unit": UNIT, "bagian": "PEM", "tahun": TAHUN, "triwulan": 1, "nomor": 2, "keadaan": "dikembalikan"}
    with store.transaction() as tx:
        tx.insert("kiriman", [row | {"oleh": "kasi", "pada": datetime(2026, 4, day, 2), "alasan": "Salah ketik"}])


def test_what_was_sent_and_returned_is_not_in_time(store: Store) -> None:
    """Sent on the 8th, returned on the 9th: neither in time nor late, until it is sent again."""
    send(store, 8)
    assert first(store, date(2026, 12, 1)).kata == "tepat waktu"
    give_back(store, 9)
    back = first(store, date(2026, 12, 1))
    assert (back.keadaan, back.kata) == (Kirim.DIKEMBALIKAN, "dikembalikan, menunggu dikirim lagi")
    assert (back.is_late, back.is_silent) == (False, False)
    give(store, KASUBBAG)  # what was returned may be given longer


@pytest.mark.parametrize(
    ("day", "kata"), [(10, "tepat waktu"), (15, "dikembalikan, dikirim lagi 3 hari kerja sesudah batas")]
)
def test_what_is_sent_again_counts_by_that_day(store: Store, day: int, kata: str) -> None:
    send(store, 8)
    give_back(store, 9)
    row = {"unit": UNIT, "bagian": "PEM", "tahun": TAHUN, "triwulan": 1, "nomor": 3, "keadaan": "diajukan"}
    with store.transaction() as tx:
        tx.insert("kiriman", [row | {"oleh": "staf", "pada": datetime(2026, 4, day, 2)}])
    again = first(store, date(2026, 12, 1))
    assert (again.kata, again.dikembalikan) == (kata, 1)


def test_who_filled_in_everything_and_never_sent_it_is_named(store: Store) -> None:
    """The one figure of Triwulan I is filled in; what its recap waits for says whose it is."""
    silent = first(store, date(2026, 4, 9))
    assert (silent.is_silent, silent.kosong, silent.kata) == (True, 0, "belum mengirim, ditunggu")
    lacking = alur.missing(store, alur.LANGKAH["rekap"], UNIT, TAHUN, "TW1", date(2026, 4, 9))
    assert [k.pesan for k in lacking] == [
        "Angka I1 belum dibenarkan.", "Seksi Uji sudah mengisi, tetapi belum mengirim.",
    ]  # fmt: skip
