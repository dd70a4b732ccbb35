"""Accounts, the door's patience, sessions."""

from datetime import date, datetime, timedelta

import pytest
from argon2 import Type
from conftest import SHIPPED
from salinan import empty, once

from lakip import akses, akun, pengaturan
from lakip.akses import Izin, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.store import Store

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


def attempts(store: Store, times: int, sandi: str = "keliru-sekali", pada: datetime = PAGI) -> list[str]:
    """What the door says to each attempt of budi."""
    said = []
    for _ in range(times):
        try:
            said.append(akun.authenticate(store, "budi", sandi, pada))
        except UserError as error:
            said.append(str(error))
    return said


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
        ("budi", "Budi", "pendek7", Peran.STAF, "PEM", "sedikitnya 8 karakter"),
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


def test_the_fifth_wrong_password_locks_for_fifteen_minutes(store: Store, staf: akses.Pengguna) -> None:
    *first, fifth = attempts(store, 5)
    assert first == [akun.KELIRU] * 4
    assert "6 Juli 2026 08.15 WITA" in fifth
    assert "dikunci" in attempts(store, 1, SANDI, PAGI + timedelta(minutes=14))[0]
    assert attempts(store, 1, SANDI, PAGI + timedelta(minutes=15)) == ["budi"]


def test_a_right_password_starts_the_count_again(store: Store, staf: akses.Pengguna) -> None:
    assert attempts(store, 4) + attempts(store, 1, SANDI) + attempts(store, 4) == [
        *[akun.KELIRU] * 4,
        "budi",
        *[akun.KELIRU] * 4,
    ]


def test_a_new_password_from_the_admin_lifts_the_lock(
    store: Store, admin: akses.Pengguna, staf: akses.Pengguna
) -> None:
    attempts(store, 5)
    akun.set_sandi(store, admin, "budi", "sandi-yang-baru")
    assert attempts(store, 1, "sandi-yang-baru") == ["budi"]


# ---------------------------------------------------------------- sessions


def test_a_session_lasts_eight_hours_and_its_token_is_not_kept(store: Store, staf: akses.Pengguna) -> None:
    token = akun.open_session(store, "budi", PAGI)
    sesi = akun.sid(token)
    assert akun.pengguna(store, sesi, HARI, PAGI + timedelta(hours=8, seconds=-1)) == staf
    assert akun.pengguna(store, sesi, HARI, PAGI + timedelta(hours=8)) is None
    assert akun.pengguna(store, token, HARI, PAGI) is None


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
        sesi = akun.sid(akun.open_session(store, "budi"))
        act()
        assert akun.pengguna(store, sesi) is None


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
    assert store.read("jejak_terakhir")["nomor"][0] == before + len(("masuk", "keluar", "terkunci"))


def test_a_password_costs_what_rfc_9106_asks_where_memory_is_scarce() -> None:
    assert SHIPPED.type is Type.ID
    assert (SHIPPED.time_cost, SHIPPED.memory_cost, SHIPPED.parallelism) == (3, 64 * 1024, 4)
