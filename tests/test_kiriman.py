"""The way of a kiriman: draf, diajukan, dibenarkan or dikembalikan; who may move it, and from where."""

import pytest
from salinan import once
from unggahan import CAMAT, KASI, STAF, TAHUN, UNIT, new_office, person, recorded, row, upload

from lakip import jejak, kiriman
from lakip.akses import Pengguna, Peran
from lakip.errors import AccessError, UserError
from lakip.formatting import waktu
from lakip.kiriman import LANGKAH, Kiriman
from lakip.store import Store

PEM2 = (UNIT, "PEM", TAHUN, 2)
KASUBBAG = person("umar", Peran.KASUBBAG)  # not the one who uploads
KASI_YAN = person("yanti", Peran.KASI, "YAN")
ADMIN = person("admin", Peran.ADMIN)


@pytest.fixture
@once
def store() -> Store:
    """Two figures of PEM and one of YAN saved for TW II."""
    store = new_office()
    upload(store, row("IK-04", 15), row("IK-06", 80), row("IK-01", 85))
    return store


def steps(store: Store, bagian: str = "PEM") -> list[str]:
    return kiriman.steps(store, UNIT, bagian, TAHUN, 2)["keadaan"].to_list()


def act(store: Store, word: str, who: Pengguna) -> None:
    if word == "ajukan":
        kiriman.submit(store, who, *PEM2)
    elif word == "benarkan":
        kiriman.confirm(store, who, *PEM2)
    else:
        kiriman.send_back(store, who, *PEM2, alasan="Periksa IK-04")


@pytest.mark.parametrize(
    ("way", "refused"),
    [
        ("ajukan", "ajukan"),
        ("ajukan benarkan", "ajukan"),
        ("ajukan benarkan", "benarkan"),
        ("ajukan benarkan", "kembalikan"),
        ("benarkan", "benarkan"),
        ("ajukan kembalikan", "benarkan"),
        ("ajukan kembalikan", "kembalikan"),
        ("", "kembalikan"),
    ],
)
def test_from_each_state_only_the_declared_moves_are_open(store: Store, way: str, refused: str) -> None:
    for word in way.split():
        act(store, word, KASUBBAG)
    before = steps(store)
    with pytest.raises(UserError, match="Kiriman PEM Triwulan II Tahun 2026 berkeadaan"):
        act(store, refused, KASUBBAG)
    assert steps(store) == before


def test_of_two_at_once_the_slower_reads_who_was_faster_and_when(store: Store) -> None:
    act(store, "ajukan", STAF)
    act(store, "benarkan", KASI)
    when = waktu(kiriman.steps(store, *PEM2)["pada"][-1])
    with pytest.raises(UserError) as told:
        act(store, "kembalikan", KASUBBAG)
    assert f"berkeadaan dibenarkan, terakhir oleh {KASI.akun} ({when})" in str(told.value)
    assert "Periksa dahulu keadaannya di halaman Kiriman" in str(told.value)


def test_the_usual_way_is_sent_returned_sent_again_and_confirmed(store: Store) -> None:
    act(store, "ajukan", STAF)
    act(store, "kembalikan", KASI)
    act(store, "ajukan", STAF)
    act(store, "benarkan", KASI)
    assert steps(store) == ["draf", "diajukan", "dikembalikan", "diajukan", "dibenarkan"]
    assert kiriman.steps(store, *PEM2)["alasan"].to_list() == [None, None, "Periksa IK-04", None, None]


def test_correcting_what_was_returned_makes_it_a_draf_again(store: Store) -> None:
    act(store, "ajukan", STAF)
    act(store, "kembalikan", KASI)
    upload(store, row("IK-04", 16), pengguna=STAF)
    act(store, "ajukan", STAF)
    assert steps(store) == ["draf", "diajukan", "dikembalikan", "draf", "diajukan"]


def test_confirming_stamps_the_newest_version_of_each_figure(store: Store) -> None:
    upload(store, row("IK-04", 16))
    assert kiriman.confirm(store, KASI, *PEM2) == 2
    assert (recorded(store, "IK-04")["dibenarkan"], recorded(store, "IK-06")["dibenarkan"]) == (True, True)
    assert not recorded(store, "IK-01")["dibenarkan"], "of another bagian"


def test_nobody_confirms_a_figure_that_he_never_saw(store: Store) -> None:
    """Saved by the staf while the Kasi had the page open."""
    seen = {"IK-04": 1, "IK-06": 1}
    upload(store, row("IK-04", 16))
    with pytest.raises(UserError, match="Angka IK-04 berubah sejak Anda membuka halaman ini"):
        kiriman.confirm(store, KASI, *PEM2, dilihat=seen)
    assert not recorded(store, "IK-06")["dibenarkan"], "nothing of it"
    assert kiriman.confirm(store, KASI, *PEM2, dilihat=seen | {"IK-04": 2}) == 2


def test_returning_needs_a_reason(store: Store) -> None:
    act(store, "ajukan", STAF)
    with pytest.raises(UserError, match="harus beralasan"):
        kiriman.send_back(store, KASI, *PEM2, alasan="  ")
    assert steps(store) == ["draf", "diajukan"]


def test_what_holds_no_figure_is_neither_sent_nor_confirmed(store: Store) -> None:
    with pytest.raises(UserError, match="belum berisi angka"):
        kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 3)
    with pytest.raises(UserError, match="belum berisi angka"):
        kiriman.confirm(store, KASI, UNIT, "PEM", TAHUN, 3)


@pytest.mark.parametrize(
    ("word", "may"),
    [("ajukan", {STAF, KASI, KASUBBAG}), ("benarkan", {KASI, KASUBBAG}), ("kembalikan", {KASI, KASUBBAG})],
)
def test_only_those_who_hold_the_izin_for_that_bagian_may_move_it(word: str, may: set[Pengguna]) -> None:
    for who in (STAF, KASI, KASI_YAN, KASUBBAG, CAMAT, ADMIN):
        store = new_office()
        upload(store, row("IK-04", 15))
        if word == "kembalikan":
            act(store, "ajukan", KASUBBAG)
        if who in may:
            act(store, word, who)
        else:
            with pytest.raises(AccessError, match="tidak berhak"):
                act(store, word, who)


def test_all_that_waits_is_confirmed_at_once_for_the_whole_office(store: Store) -> None:
    assert kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 2) == {"YAN": 1, "PEM": 2}
    with pytest.raises(UserError, match="menunggu dibenarkan"):
        kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 2)
    with pytest.raises(UserError, match="Triwulan IV"):
        kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 4)


def test_a_kasi_confirms_what_waits_in_his_own_bagian_and_no_other(store: Store) -> None:
    with pytest.raises(AccessError):
        kiriman.confirm_all(store, KASI, UNIT, TAHUN, 2, "YAN")
    assert kiriman.confirm_all(store, KASI, UNIT, TAHUN, 2) == {"PEM": 2}
    assert not recorded(store, "IK-01")["dibenarkan"]
    with pytest.raises(AccessError):
        kiriman.confirm_all(store, KASI, UNIT, TAHUN, 2)


def test_returned_figures_are_not_confirmed_in_passing(store: Store) -> None:
    act(store, "ajukan", STAF)
    act(store, "kembalikan", KASI)
    assert kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 2) == {"YAN": 1}
    with pytest.raises(UserError, match="dikembalikan"):
        kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 2, "PEM")


def test_completeness_counts_what_is_due_filled_and_confirmed(store: Store) -> None:
    kiriman.confirm(store, KASI, *PEM2)
    upload(store, row("IK-04", 16))
    rows = kiriman.completeness(store, UNIT, TAHUN)
    shown = rows.select("bagian", "triwulan", "berlaku", "terisi", "dibenarkan", "keadaan").rows()
    assert [r for r in shown if r[1] == 2] == [("YAN", 2, 2, 1, 0, "draf"), ("PEM", 2, 4, 2, 1, "draf")]
    assert [r for r in shown if r[1] == 4] == [("YAN", 4, 3, 0, 0, None), ("PEM", 4, 4, 0, 0, None)]


def test_every_move_is_in_the_trail_and_ends_where_it_says(store: Store) -> None:
    before = store.read("jejak_terakhir")["nomor"][0]
    act(store, "ajukan", STAF)
    act(store, "benarkan", KASI)
    assert store.read("jejak_terakhir")["nomor"][0] == before + 2
    assert {langkah.ke for langkah in LANGKAH} == set(Kiriman) - {Kiriman.DRAF}


def test_several_bagian_are_confirmed_in_one_act_each_by_its_own_kasi_or_none_is(store: Store) -> None:
    with pytest.raises(AccessError):
        kiriman.confirm_each(store, {"PEM": KASI, "YAN": KASI}, UNIT, TAHUN, 2)
    with pytest.raises(UserError, match="Kiriman KESOS Triwulan II Tahun 2026 belum berisi angka"):
        kiriman.confirm_each(store, {"PEM": KASI, "KESOS": KASUBBAG}, UNIT, TAHUN, 2)
    assert steps(store) == ["draf"]
    assert kiriman.confirm_each(store, {"PEM": KASI, "YAN": KASI_YAN}, UNIT, TAHUN, 2) == {"PEM": 2, "YAN": 1}
    told = jejak.search(store, UNIT, "kiriman dibenarkan")
    assert told["oleh"].to_list() == [KASI_YAN.akun, KASI.akun], "newest first"
    assert [recorded(store, kode)["dibenarkan"] for kode in ("IK-04", "IK-06", "IK-01")] == [True] * 3
