"""Accounts, the door's patience, passwords, the second factor, sessions."""

import json
import re
import time
from datetime import date, datetime, timedelta

import polars as pl
import pyotp
import pytest
from argon2 import Type
from conftest import SHIPPED
from salinan import empty, once

from lakip import akses, akun, pengaturan, periode
from lakip.akses import Izin, Peran, Tugas
from lakip.akun import jeda, sesi
from lakip.akun import sandi as kata_sandi
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.utuh.jam import now_doubted

UNIT = "63.11.07"
SANDI = "sandi-panjang"
PAGI = datetime(2026, 7, 6, 0, 0)
HARI = date(2026, 7, 6)


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    return store


@pytest.fixture
def admin(store: Store) -> akses.Pengguna:
    akun.add(store, None, "admin", "Admin Kantor", SANDI, UNIT, Peran.ADMIN, mulai=date(2020, 1, 1))
    return akun.find(store, "admin", HARI)


@pytest.fixture
def staf(store: Store, admin: akses.Pengguna) -> akses.Pengguna:
    akun.add(store, admin, "budi", "Budi", SANDI, UNIT, Peran.STAF, "PEM", mulai=date(2020, 1, 1))
    return akun.find(store, "budi", HARI)


class Jam:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.detik = 1000.0

    def __call__(self) -> float:
        return self.detik


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> Jam:
    """The one that sessions and waits are measured by."""
    clock = Jam()
    monkeypatch.setattr(sesi, "_clock", clock)
    monkeypatch.setattr(jeda, "_clock", clock)
    return clock


def attempts(
    store: Store, times: int, sandi: str = "keliru-sekali", alamat: str | None = "10.0.0.1", nama: str = "budi"
) -> list[str]:
    """What the door says to each attempt of budi."""
    said = []
    for _ in range(times):
        try:
            said.append(akun.authenticate(store, nama, sandi, alamat=alamat))
        except UserError as error:
            said.append(str(error))
    return said


def waits(said: str) -> int:
    """The seconds that an answer names; 0 when it names none."""
    found = re.search(r"Tunggu (\d+) detik", said)
    return int(found[1]) if found else 0


def acts(store: Store, perbuatan: str) -> list[dict[str, object]]:
    """What the trail says of every such act, in its order."""
    rows = store.read("jejak_semua").filter(pl.col("perbuatan") == perbuatan)
    return [{"objek": r["objek"], "oleh": r["oleh"], **json.loads(r["rincian"])} for r in rows.to_dicts()]


# ---------------------------------------------------------------- accounts


def test_anybody_on_the_machine_adds_the_first_account_and_it_must_be_admin(store: Store) -> None:
    assert akun.is_empty(store)
    with pytest.raises(UserError, match="Akun pertama harus berperan admin"):
        akun.add(store, None, "budi", "Budi", SANDI, UNIT, Peran.STAF, "PEM")
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    assert not akun.is_empty(store)


def test_the_second_account_needs_an_admin(store: Store, staf: akses.Pengguna) -> None:
    for oleh in (None, staf):
        with pytest.raises(AccessError):
            akun.add(store, oleh, "tamu", "Tamu", SANDI, UNIT, Peran.ADMIN)


def test_an_account_belongs_to_a_bagian_that_exists(store: Store, admin: akses.Pengguna) -> None:
    with pytest.raises(UserError, match="Bagian “XX” tidak ada"):
        akun.add(store, admin, "tono", "Tono", SANDI, UNIT, Peran.STAF, "XX")
    with pytest.raises(UserError, match="Bagian “XX” tidak ada"):
        akun.give_peran(store, admin, "admin", UNIT, Peran.KASI, "XX", mulai=HARI)


@pytest.mark.parametrize(
    ("nama_akun", "nama", "sandi", "peran", "bagian", "pesan"),
    [
        ("Budi S", "Budi", SANDI, Peran.STAF, "PEM", "Nama akun “Budi S” tidak dapat dipakai"),
        ("budi", " ", SANDI, Peran.STAF, "PEM", "belum bernama"),
        ("budi", "Budi", "pendek789", Peran.STAF, "PEM", "sedikitnya 10 karakter"),
        ("budi", "Budi", SANDI, Peran.STAF, None, "Peran Staf bertugas untuk satu bagian"),
        ("admin", "Budi", SANDI, Peran.ADMIN, None, "Akun “admin” sudah ada"),
    ],
)
def test_an_account_out_of_policy_is_refused_with_the_way_out(
    store: Store, admin: akses.Pengguna, nama_akun: str, nama: str, sandi: str, peran: Peran, bagian: str, pesan: str
) -> None:
    with pytest.raises(UserError, match=pesan):
        akun.add(store, admin, nama_akun, nama, sandi, UNIT, peran, bagian)


def test_the_record_keeps_no_password(store: Store, admin: akses.Pengguna) -> None:
    assert store.read("akun_satu", akun="admin")["sandi"][0].startswith("$argon2id$")


def test_a_plt_holds_two_peran_for_a_while(store: Store, admin: akses.Pengguna, staf: akses.Pengguna) -> None:
    akun.give_peran(store, admin, "budi", UNIT, Peran.KASI, "PEM", mulai=date(2026, 8, 1), selesai=date(2026, 8, 31))
    assert akun.find(store, "budi", date(2026, 7, 31)).tugas == (Tugas(Peran.STAF, UNIT, "PEM"),)
    assert akun.find(store, "budi", date(2026, 8, 31)).may(Izin.BENARKAN, UNIT, "PEM")
    assert not akun.find(store, "budi", date(2026, 9, 1)).may(Izin.BENARKAN, UNIT, "PEM")


def test_a_peran_that_ends_is_gone_the_next_day(store: Store, admin: akses.Pengguna, staf: akses.Pengguna) -> None:
    akun.end_peran(store, admin, "budi", UNIT, Peran.STAF, HARI)
    assert akun.find(store, "budi", HARI).tugas
    assert akun.find(store, "budi", HARI + timedelta(days=1)).tugas == ()


def test_the_last_admin_can_neither_leave_nor_be_disabled(store: Store, admin: akses.Pengguna) -> None:
    for act in (
        lambda: akun.set_active(store, admin, "admin", False),
        lambda: akun.end_peran(store, admin, "admin", UNIT, Peran.ADMIN, HARI),
    ):
        with pytest.raises(UserError, match="admin terakhir"):
            act()
    assert akun.find(store, "admin", HARI + timedelta(days=1)).may(Izin.AKUN, UNIT)


def test_an_admin_of_one_unit_has_no_say_over_accounts_of_another(store: Store, admin: akses.Pengguna) -> None:
    akun.add(store, akses.system("63.11.02"), "lain", "Admin Halong", SANDI, "63.11.02", Peran.ADMIN)
    for act in (
        lambda: akun.set_sandi(store, admin, "lain", "sandi-yang-lain"),
        lambda: akun.set_active(store, admin, "lain", False),
    ):
        with pytest.raises(AccessError):
            act()


# ---------------------------------------------------------------- the door


def test_the_right_password_opens_and_case_of_the_account_does_not_matter(store: Store, staf: akses.Pengguna) -> None:
    assert akun.authenticate(store, " Budi ", SANDI) == "budi"


def test_unknown_account_wrong_password_and_disabled_account_sound_the_same(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    said = set(attempts(store, 1))
    akun.set_active(store, admin, "budi", False)
    said |= set(attempts(store, 1, SANDI))
    with pytest.raises(UserError) as unknown:
        akun.authenticate(store, "siapa", SANDI)
    assert said | {str(unknown.value)} == {akun.KELIRU}


def test_a_wrong_password_waits_longer_each_time_and_the_first_three_not_at_all(
    store: Store, staf: akses.Pengguna, jam: Jam
) -> None:
    waited = []
    for _ in range(10):
        assert attempts(store, 1) == [akun.KELIRU]
        waited.append(waits(attempts(store, 1, SANDI)[0]) if len(waited) >= 2 else 0)
        jam.detik += waited[-1]
    assert waited == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert attempts(store, 1, SANDI) == ["budi"]


def test_an_attempt_while_waiting_is_not_judged_and_makes_nothing_longer(
    store: Store, staf: akses.Pengguna, jam: Jam
) -> None:
    attempts(store, 5)
    assert {waits(said) for said in attempts(store, 20)} == {1}
    jam.detik += 1
    assert attempts(store, 1, SANDI) == ["budi"]


def test_strangers_from_everywhere_do_not_keep_the_holder_out_where_he_usually_is(
    store: Store, staf: akses.Pengguna, jam: Jam
) -> None:
    akun.open_session(store, "budi", alamat="10.0.0.1")
    for n in range(200):
        attempts(store, 1, alamat=f"10.9.0.{n}")
        jam.detik += 1
    assert akun.is_usual(store, "budi", "10.0.0.1")
    assert attempts(store, 1, SANDI, "10.0.0.1") == ["budi"]
    assert waits(attempts(store, 1, SANDI, "10.0.0.2")[0]) in (1, 2)  # from a new one, two seconds at most


def test_one_address_that_tries_many_names_waits_a_little(store: Store, staf: akses.Pengguna, jam: Jam) -> None:
    said = [attempts(store, 1, nama=f"nama{n}")[0] for n in range(22)]
    assert said[:21] == [akun.KELIRU] * 21
    assert waits(said[21]) == 1
    assert attempts(store, 1, SANDI, "10.0.0.2") == ["budi"]


def test_a_name_that_is_none_waits_as_one_that_is(store: Store, staf: akses.Pengguna, jam: Jam) -> None:
    assert attempts(store, 6, nama="budi") == attempts(store, 6, nama="siapa", alamat="10.0.0.9")


def test_the_counts_do_not_grow_without_bound(
    store: Store, staf: akses.Pengguna, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jeda, "MUAT", 10)
    for n in range(50):
        attempts(store, 1, alamat=f"10.9.0.{n}", nama=f"nama{n}")
    assert len(jeda.of(store)._hitung) == 10


def test_a_right_password_starts_the_count_again(store: Store, staf: akses.Pengguna, jam: Jam) -> None:
    assert attempts(store, 3)[:3] == [akun.KELIRU] * 3
    jam.detik += 1
    assert attempts(store, 1, SANDI) + attempts(store, 3) == ["budi", *[akun.KELIRU] * 3]


def test_an_admin_frees_an_account_and_so_does_a_new_password(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna, jam: Jam
) -> None:
    attempts(store, 5)
    akun.release(store, admin, "budi")
    assert attempts(store, 1, SANDI) == ["budi"]
    attempts(store, 5)
    akun.set_sandi(store, admin, "budi", "sandi-yang-baru")
    assert attempts(store, 1, "sandi-yang-baru") == ["budi"]


def test_wrong_passwords_are_in_the_trail_summed_by_the_minute(store: Store, staf: akses.Pengguna) -> None:
    for nama in ("budi", "budi", "budi", "siapa", "entah", "x" * 500):
        attempts(store, 1, nama=nama)
        akun.write_due(store)
    akun.write_due(store, semua=True)
    where = {"oleh": "sistem", "alamat": ["10.0.0.1"]}
    unknown = {"objek": f"unit:{UNIT}", **where}
    assert acts(store, "gagal masuk") == [
        {"objek": "akun:budi", **where, "jumlah": 1},
        {**unknown, "jumlah": 1, "nama_tidak_dikenal": ["siapa"]},
        {"objek": "akun:budi", **where, "jumlah": 2},
        {**unknown, "jumlah": 2, "nama_tidak_dikenal": ["entah", "x" * 32]},
    ]
    assert akun.list_accounts(store, UNIT)["akun"].unique().sort().to_list() == ["admin", "budi"]


# ---------------------------------------------------------------- passwords


@pytest.mark.parametrize(
    "sandi",
    [
        "kecamatan1", "Kecamatan2026!", "password123", "P4ssw0rd2026", "1234567890", "aaaaaaaaaaaa", "qwertyuiop",
        "lakip-2026-lakip", "sekcam.sekcam", "paringinselatan", "budi-budi-budi", "contoh-2026", "indonesiaraya",
        "Balangan#2026", "admin123admin", "0812345678", "rahasia-rahasia",
    ],
)  # fmt: skip
def test_a_password_that_everybody_tries_is_refused(store: Store, admin: akses.Pengguna, sandi: str) -> None:
    with pytest.raises(UserError, match="mudah ditebak"):
        akun.add(store, admin, "budi", "Budi", sandi, UNIT, Peran.STAF, "PEM")


@pytest.mark.parametrize("sandi", ["kebun teduh delapan", "x9#Kq2!vB7&m", "7#9$2!8&4%a@Z", "tikar-pandan-biru", SANDI])
def test_a_password_of_ones_own_words_or_of_chance_is_taken(store: Store, admin: akses.Pengguna, sandi: str) -> None:
    akun.add(store, admin, "budi", "Budi", sandi, UNIT, Peran.STAF, "PEM")
    assert akun.authenticate(store, "budi", sandi) == "budi"


def test_an_old_short_password_opens_until_it_is_changed(store: Store, staf: akses.Pengguna) -> None:
    with store.transaction() as tx:
        tx.run("akun_sandi", akun="budi", sandi=kata_sandi.hashed("pendek"), wajib_ganti=False)
    assert akun.authenticate(store, "budi", "pendek") == "budi"


def test_a_password_that_somebody_else_set_opens_only_ones_own_account(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    assert akun.restriction(store, "admin", HARI) is None  # he set it himself
    assert akun.restriction(store, "budi", HARI) == "sandi"
    token = akun.open_session(store, "budi", terbatas=akun.restriction(store, "budi", HARI))
    assert akun.pengguna(store, akun.sid(token), HARI) is None
    assert akun.find_session(store, akun.sid(token), HARI).pengguna == staf
    akun.set_sandi(store, staf, "budi", "sandi-yang-baru", lama=SANDI)
    assert akun.restriction(store, "budi", HARI) is None
    akun.set_sandi(store, admin, "budi", "sandi-lain-lagi")
    assert akun.restriction(store, "budi", HARI) == "sandi"


def test_the_same_password_again_is_no_change(store: Store, staf: akses.Pengguna) -> None:
    with pytest.raises(UserError, match="sama dengan yang sekarang"):
        akun.set_sandi(store, staf, "budi", SANDI, lama=SANDI)


# ---------------------------------------------------------------- what is told


def test_who_sets_anothers_password_is_told_to_him_and_to_those_who_oversee(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    for nama, peran in (("camat", Peran.CAMAT), ("peninjau", Peran.PENINJAU), ("kasubbag", Peran.KASUBBAG)):
        akun.add(store, admin, nama, nama.title(), SANDI, UNIT, peran, mulai=date(2020, 1, 1))
    akun.set_sandi(store, admin, "camat", "sandi-yang-baru")
    akun.set_sandi(store, staf, "budi", "sandi-yang-lain", lama=SANDI)  # one's own is told to nobody

    def told(nama: str) -> list[tuple[str, str]]:
        found = akun.kabar.waiting(store, akun.find(store, nama, HARI), UNIT)
        return list(found.select("akun", "oleh").iter_rows())

    assert {n: told(n) for n in ("camat", "peninjau", "kasubbag", "budi", "admin")} == {
        "camat": [("camat", "admin")], "peninjau": [("camat", "admin")], "kasubbag": [], "budi": [], "admin": [],
    }  # fmt: skip
    akun.kabar.know(store, akun.find(store, "camat", HARI), UNIT, [1])
    akun.kabar.know(store, akun.find(store, "kasubbag", HARI), UNIT, [1])  # nothing waits for him
    assert (told("camat"), told("peninjau")) == ([], [("camat", "admin")])
    assert acts(store, "mengetahui perubahan akun") == [{"objek": "akun:camat", "oleh": "camat", "kabar": [1]}]


# ---------------------------------------------------------------- the second factor


RAHASIA = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def kode(langkah: int = 0) -> str:
    """What the phone shows so many steps from now."""
    return pyotp.TOTP(RAHASIA).generate_otp(int(time.time()) // 30 + langkah)


def test_a_code_opens_once_and_a_recovery_code_once(store: Store, staf: akses.Pengguna, jam: Jam) -> None:
    codes = akun.faktor.enrol(store, staf, RAHASIA, kode(-1))
    assert len(set(codes)) == 10
    for typed in (kode(1), codes[0].lower(), codes[1].replace("-", " ")):
        akun.faktor.check(store, "budi", typed)
        with pytest.raises(UserError, match="sudah dipakai"):
            akun.faktor.check(store, "budi", typed)
    with pytest.raises(UserError, match="keliru"):
        akun.faktor.check(store, "budi", kode(-1))  # the one that it was set up with, and older ones
    assert [one["sisa"] for one in acts(store, "memakai kode pemulihan")] == [9, 8]


def test_codes_are_counted_as_passwords_are_but_over_all_addresses(
    store: Store, staf: akses.Pengguna, jam: Jam
) -> None:
    akun.faktor.enrol(store, staf, RAHASIA, kode())
    for n in range(5):
        with pytest.raises(UserError):
            akun.faktor.check(store, "budi", "000000", f"10.0.0.{n}")
        jam.detik += (0, 0, 0, 1, 0)[n]
    with pytest.raises(akun.TungguError):
        akun.faktor.check(store, "budi", kode(1), "10.0.0.77")
    jam.detik += 2
    akun.faktor.check(store, "budi", kode(1), "10.0.0.77")


def test_a_phone_is_set_up_only_with_its_own_code(store: Store, staf: akses.Pengguna) -> None:
    with pytest.raises(UserError, match="jam ponsel"):
        akun.faktor.enrol(store, staf, RAHASIA, "000000")
    assert not akun.faktor.is_set(store, "budi")


def test_a_code_taken_on_a_wrong_day_shuts_nobody_out(store: Store, staf: akses.Pengguna) -> None:
    akun.faktor.enrol(store, staf, RAHASIA, kode())
    with store.transaction() as tx:
        tx.run("akun_faktor", akun="budi", faktor=RAHASIA, langkah=10**9)
    akun.faktor.check(store, "budi", kode())


def test_the_record_keeps_no_recovery_code(store: Store, staf: akses.Pengguna) -> None:
    codes = akun.faktor.enrol(store, staf, RAHASIA, kode())
    kept = store.read("akun_pemulihan", akun="budi")["kode"].to_list()
    assert {len(one) for one in kept} == {64}
    assert not set(codes) & set(kept)


def test_the_office_may_want_it_of_camat_sekcam_and_admin(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    assert not akun.faktor.is_required(store, admin, HARI)
    pengaturan.set_setting(store, admin, UNIT, "faktor_kedua", HARI.year, "1")
    assert [akun.faktor.is_required(store, who, HARI) for who in (admin, staf)] == [True, False]
    assert akun.restriction(store, "admin", HARI) == "faktor"
    token = akun.open_session(store, "admin", terbatas="faktor")
    akun.faktor.enrol(store, admin, RAHASIA, kode())
    assert akun.pengguna(store, akun.sid(token), HARI) == admin  # set up, it opens the rest
    assert akun.restriction(store, "admin", HARI) is None
    with pytest.raises(UserError, match="mewajibkan"):
        akun.faktor.remove(store, admin, "admin", SANDI)


def test_an_admin_takes_away_what_a_lost_phone_left_and_it_is_told(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    akun.faktor.enrol(store, staf, RAHASIA, kode())
    open_one = akun.sid(akun.open_session(store, "budi"))
    akun.faktor.remove(store, admin, "budi")
    assert not akun.faktor.is_set(store, "budi")
    assert store.read("akun_pemulihan", akun="budi").is_empty()
    assert akun.pengguna(store, open_one) is None
    assert akun.kabar.waiting(store, staf, UNIT)["perbuatan"].to_list() == ["menghapus faktor kedua"]


# ---------------------------------------------------------------- sessions


def test_a_session_lasts_eight_hours_and_its_token_is_not_kept(store: Store, staf: akses.Pengguna, jam: Jam) -> None:
    token = akun.open_session(store, "budi", PAGI)
    name, begun = akun.sid(token), jam.detik
    for menit in range(59, 8 * 60, 59):
        jam.detik = begun + menit * 60
        assert akun.pengguna(store, name, HARI) == staf
    jam.detik = begun + 8 * 3600 - 1
    assert akun.pengguna(store, name, HARI) == staf
    assert akun.pengguna(store, token, HARI) is None
    jam.detik += 1
    assert akun.pengguna(store, name, HARI) is None


def test_a_session_that_nobody_uses_for_an_hour_ends_and_a_page_by_itself_is_nobody(
    store: Store, staf: akses.Pengguna, jam: Jam
) -> None:
    name = akun.sid(akun.open_session(store, "budi"))
    jam.detik += 3599
    assert akun.pengguna(store, name, HARI) == staf
    jam.detik += 3599
    assert akun.pengguna(store, name, HARI, sendiri=False) == staf
    jam.detik += 1
    assert akun.pengguna(store, name, HARI) is None
    assert acts(store, "keluar") == [{"objek": "akun:budi", "oleh": "budi", "sebab": "tidak dipakai 60 menit"}]
    assert store.read("sesi_akun", sesi=name).is_empty()  # nor does a new start bring it back


@pytest.mark.parametrize("tahun", [2020, 2099])
def test_the_clock_of_the_wall_neither_ends_nor_lengthens_a_session(
    store: Store, staf: akses.Pengguna, jam: Jam, monkeypatch: pytest.MonkeyPatch, tahun: int
) -> None:
    name = akun.sid(akun.open_session(store, "budi"))
    monkeypatch.setattr(periode, "now", lambda: datetime(tahun, 1, 1))
    akun.open_session(store, "admin")  # tidies up
    assert akun.pengguna(store, name, HARI) == staf
    jam.detik += 8 * 3600
    assert akun.pengguna(store, name, HARI) is None


def test_after_a_new_start_a_session_goes_on_unless_the_clock_went_back_behind_it(
    store: Store, staf: akses.Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = akun.sid(akun.open_session(store, "budi", PAGI))
    for now, alive in ((PAGI + timedelta(hours=7), True), (PAGI - timedelta(hours=1), False)):
        sesi._of(store).clear()
        monkeypatch.setattr(periode, "now", lambda now=now: now)
        assert (akun.pengguna(store, name, HARI) is not None) is alive
    assert "Jam komputer mundur" in str(now_doubted(store))


def test_one_sees_ones_own_sessions_and_ends_the_others(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    here, there = (
        akun.sid(akun.open_session(store, "budi", alamat=a, peramban="Chrome di Windows")) for a in ("10.0.0.1", "::1")
    )
    elsewhere = akun.sid(akun.open_session(store, "admin"))
    assert set(akun.listed(store, staf)["alamat"]) == {"10.0.0.1", "::1"}
    assert akun.close_others(store, staf, here) == 1
    assert [akun.pengguna(store, s) is not None for s in (here, there, elsewhere)] == [True, False, True]
    assert acts(store, "mengakhiri sesi lain") == [{"objek": "akun:budi", "oleh": "budi", "jumlah": 1}]


def test_signing_out_ends_that_session_only(store: Store, staf: akses.Pengguna) -> None:
    here, there = (akun.sid(akun.open_session(store, "budi")) for _ in range(2))
    akun.close_session(store, here)
    akun.close_session(store, here)
    assert akun.pengguna(store, here) is None
    assert akun.pengguna(store, there) is not None


def test_disabling_or_a_new_password_ends_every_session(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    for act in (
        lambda: akun.set_sandi(store, admin, "budi", "sandi-yang-baru"),
        lambda: akun.set_sandi(store, staf, "budi", SANDI, lama="sandi-yang-baru"),
        lambda: akun.set_active(store, admin, "budi", False),
    ):
        name = akun.sid(akun.open_session(store, "budi"))
        act()
        assert akun.pengguna(store, name) is None


def test_changing_ones_own_password_asks_for_the_old_one(store: Store, staf: akses.Pengguna) -> None:
    with pytest.raises(UserError, match="keliru"):
        akun.set_sandi(store, staf, "budi", "sandi-yang-baru", lama="bukan-ini")


def test_a_staf_cannot_change_the_password_of_another(store: Store, staf: akses.Pengguna) -> None:
    with pytest.raises(AccessError):
        akun.set_sandi(store, staf, "admin", "sandi-yang-baru")


def test_every_act_at_the_door_leaves_a_trace(store: Store, admin: akses.Pengguna, staf: akses.Pengguna) -> None:
    before = store.read("jejak_terakhir")["nomor"][0]
    akun.close_session(store, akun.sid(akun.open_session(store, "budi")))
    attempts(store, 5)
    akun.write_due(store)
    assert store.read("jejak_terakhir")["nomor"][0] == before + len(("masuk", "keluar", "gagal masuk"))


def test_a_password_costs_what_rfc_9106_asks_where_memory_is_scarce() -> None:
    assert SHIPPED.type is Type.ID
    assert (SHIPPED.time_cost, SHIPPED.memory_cost, SHIPPED.parallelism) == (3, 64 * 1024, 4)
