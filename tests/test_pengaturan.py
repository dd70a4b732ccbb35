"""Identity, officials, and settings that count from a tahun on."""

from datetime import date
from decimal import Decimal

import pytest

from lakip import akses, pengaturan
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.pengaturan import Pejabat
from lakip.store import Store

UNIT = "63.11.07"
ADMIN = Pengguna("admin", "Admin", (Tugas(Peran.ADMIN, UNIT),))
CAMAT = "Camat Paringin Selatan"


@pytest.fixture
def store() -> Store:
    store = Store()
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    return store


def holder(store: Store, hari: date) -> str | None:
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.CAMAT, hari)
    return found and found.nama


def test_the_office_of_the_sop_is_what_set_up_leaves(store: Store) -> None:
    assert pengaturan.identity(store, UNIT).kop == (
        "PEMERINTAH DAERAH KABUPATEN BALANGAN",
        "KECAMATAN PARINGIN SELATAN",
        "Jl. Ahmad Yani Paringin Telp. (0526) 2094137 Kodepos 71611",
    )
    assert [b.bagian for b in pengaturan.bagian(store, UNIT)] == [
        "REN", "UMUM", "PEM", "TRANTIB", "PMD", "KESOS", "YAN", "BATU",
    ]  # fmt: skip
    assert holder(store, date(2026, 7, 6)) == "RENNY YUDISTHESIA, S.I.P., M.I.P."


def test_the_defaults_are_those_of_the_declared_list(store: Store) -> None:
    berlaku = pengaturan.in_force(store, UNIT, 2026)
    assert (berlaku.batas_rata_rata, berlaku.target_nol) == (Decimal(100), True)
    assert [(k.nama, k.di_atas) for k in berlaku.kategori] == [
        ("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None),
    ]  # fmt: skip


def test_an_office_is_set_up_once(store: Store) -> None:
    with pytest.raises(UserError, match="sudah ada"):
        pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, [], [])


def test_an_office_set_up_by_halves_is_not_there_at_all() -> None:
    store = Store()
    twice = [pengaturan.BAGIAN_BAWAAN[0]] * 2
    with pytest.raises(Exception, match=r"[Dd]uplicate key|PRIMARY KEY"):
        pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, twice, [])
    assert pengaturan.units(store) == ()


def test_a_setting_counts_from_its_tahun_and_leaves_earlier_years_alone(store: Store) -> None:
    pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, None)
    pengaturan.set_setting(store, ADMIN, UNIT, "target_nol", 2026, "0")
    assert [pengaturan.in_force(store, UNIT, t).batas_rata_rata for t in (2025, 2026, 2027)] == [100, None, None]
    assert [pengaturan.in_force(store, UNIT, t).target_nol for t in (2025, 2026)] == [True, False]


def test_the_newest_word_for_a_tahun_wins(store: Store) -> None:
    for nilai in ("110", "120"):
        pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, nilai)
    assert pengaturan.in_force(store, UNIT, 2026).batas_rata_rata == 120
    assert pengaturan.history(store, UNIT)["nilai"][0] == "120"


def test_a_value_that_is_not_declared_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UserError, match="Tanpa batas, 100, 110, 120, 150"):
        pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, "99")


def test_who_takes_office_ends_the_term_before(store: Store) -> None:
    pengaturan.add_pejabat(store, ADMIN, UNIT, Pejabat(CAMAT, Peran.CAMAT, "Penerus", mulai=date(2026, 5, 1)))
    assert holder(store, date(2026, 4, 30)) == "RENNY YUDISTHESIA, S.I.P., M.I.P."
    assert holder(store, date(2026, 5, 1)) == "Penerus"


def test_a_plh_signs_before_the_definitif_holder_while_it_lasts(store: Store) -> None:
    plh = Pejabat(CAMAT, Peran.CAMAT, "Pengganti", status="plh", mulai=date(2026, 6, 1), selesai=date(2026, 6, 7))
    pengaturan.add_pejabat(store, ADMIN, UNIT, plh)
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 7), date(2026, 6, 8))
    assert [holder(store, d) == "Pengganti" for d in days] == [False, True, True, False]


def test_before_anybody_held_it_the_jabatan_is_empty(store: Store) -> None:
    assert holder(store, date(2019, 12, 31)) is None


def test_a_kasi_is_found_by_bagian(store: Store) -> None:
    for kode in ("PEM", "PMD"):
        kasi = Pejabat(f"Kepala Seksi {kode}", Peran.KASI, f"Kasi {kode}", bagian=kode, mulai=date(2024, 1, 1))
        pengaturan.add_pejabat(store, ADMIN, UNIT, kasi)
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.KASI, date(2026, 1, 1), "PMD")
    assert found is not None
    assert found.nama == "Kasi PMD"


def test_correcting_the_identity_never_turns_example_data_into_real_ones(store: Store) -> None:
    contoh = pengaturan.Identitas("63.11.99", "Kecamatan Contoh", "Kabupaten Contoh", "", "Contoh", contoh=True)
    pengaturan.set_up_office(store, akses.system("63.11.99"), contoh, [], [])
    admin = Pengguna("a", "A", (Tugas(Peran.ADMIN, "63.11.99"),))
    baru = pengaturan.Identitas("63.11.99", "Kecamatan Asli", "Kabupaten Contoh", "", "Contoh", contoh=False)
    pengaturan.set_identity(store, admin, baru)
    assert pengaturan.identity(store, "63.11.99").nama == "Kecamatan Asli"
    assert pengaturan.identity(store, "63.11.99").contoh


def test_only_an_admin_changes_what_the_office_is(store: Store) -> None:
    staf = Pengguna("budi", "Budi", (Tugas(Peran.STAF, UNIT, "PEM"),))
    for act in (
        lambda: pengaturan.set_identity(store, staf, pengaturan.IDENTITAS_BAWAAN),
        lambda: pengaturan.add_pejabat(store, staf, UNIT, pengaturan.CAMAT_BAWAAN),
        lambda: pengaturan.set_setting(store, staf, UNIT, "target_nol", 2026, "0"),
    ):
        with pytest.raises(AccessError):
            act()


def test_years_to_look_at_are_those_with_data_and_this_one(store: Store) -> None:
    assert pengaturan.years(store, UNIT, date(2026, 1, 1)) == (2026,)
