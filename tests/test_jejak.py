"""The trail tells who did what, and betrays whoever changes it."""

from datetime import date

import pytest
from belakang import behind
from salinan import empty, once

from lakip import jejak
from lakip.store import Store

KANTOR, LAIN = "63.11.07", "63.11.01"


@pytest.fixture
@once
def store() -> Store:
    """Three acts of this office and one of its neighbour."""
    store = empty()
    with store.transaction() as tx:
        jejak.write(tx, "rudi", "menyimpan indikator", "indikator:IK-01", unit=KANTOR, lama=None, baru={"nama": "IKM"})
        jejak.write(tx, "rudi", "menyimpan indikator", "indikator:IK-01", unit=LAIN, baru={"nama": "IKM tetangga"})
        jejak.write(tx, "siti", "kiriman dikembalikan", f"{KANTOR}/PEM/2026/TW1", alasan="Angka belum ada")
        jejak.write(
            tx, "rudi", "menyimpan indikator", "indikator:IK-01", unit=KANTOR,
            lama={"nama": "IKM", "desimal": 2}, baru={"nama": "Indeks Kepuasan Masyarakat", "desimal": 2},
        )  # fmt: skip
    return store


def numbers(store: Store, **how: object) -> list[int]:
    return jejak.search(store, KANTOR, **how)["nomor"].to_list()  # type: ignore[arg-type]


def test_an_office_sees_its_own_acts_newest_first(store: Store) -> None:
    assert numbers(store) == [4, 3, 1]


def test_words_are_found_in_whatever_an_act_says_and_whatever_their_case(store: Store) -> None:
    assert numbers(store, kata="SITI") == [3]
    assert numbers(store, kata="kepuasan") == [4]
    assert numbers(store, kata="ik-01") == [4, 1]
    assert numbers(store, kata="tidak ada yang begini") == []


def test_days_count_in_the_offices_time_zone_both_included(store: Store) -> None:
    behind(store, "update jejak set pada = timestamp '2026-03-31 16:30:00' where nomor = 1")  # 00.30 WITA, April
    behind(store, "update jejak set pada = timestamp '2026-04-30 15:30:00' where nomor = 3")  # 23.30 WITA
    assert numbers(store, dari=date(2026, 4, 1), sampai=date(2026, 4, 30)) == [3, 1]
    assert numbers(store, dari=date(2026, 3, 1), sampai=date(2026, 3, 31)) == []


def test_an_account_belongs_to_the_office_where_it_has_a_peran(store: Store) -> None:
    with store.transaction() as tx:
        for akun, unit in (("rudi", KANTOR), ("tono", LAIN)):
            tx.insert("akun_peran", [{"akun": akun, "unit": unit, "peran": "staf", "mulai": date(2026, 1, 1)}])
            jejak.write(tx, akun, "masuk", f"akun:{akun}")
    assert numbers(store, kata="masuk") == [5]


def test_a_trail_nobody_touched_holds(store: Store) -> None:
    assert jejak.check(store) == []
    assert jejak.check(empty()) == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("update jejak set oleh = 'orang lain' where nomor = 2", ["Jejak nomor 2", "berubah sejak ditulis"]),
        ("delete from jejak where nomor = 2", ["Jejak nomor 2 sampai 2 hilang"]),
        ("update jejak set hash = 'x' where nomor = 1", ["Jejak nomor 2 tidak bersambung"]),
    ],
)
def test_a_changed_or_missing_act_is_named(store: Store, harm: str, said: list[str]) -> None:
    behind(store, harm)
    told = " ".join(jejak.check(store))
    assert all(part in told for part in said)


def test_an_original_that_is_gone_or_changed_is_named(tmp_path) -> None:
    store = Store(tmp_path)
    row = {"unit": KANTOR, "jenis": "realisasi", "tahun": 2026, "nama_berkas": "tw1.xlsx", "ukuran": 3, "dibaca": 1,
           "dilewati": 0, "ditahan": 0, "oleh": "rudi", "pada": jejak.periode.now()}  # fmt: skip
    sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of b"abc"
    store.archive(sha, ".xlsx", b"abc")
    with store.transaction() as tx:
        tx.insert("unggahan", [{**row, "id": "u1", "sha256": sha}])
    assert jejak.check_archive(store) == []
    store.archived(sha, ".xlsx").write_bytes(b"abd")
    assert jejak.check_archive(store) == ["Berkas asli “tw1.xlsx” di arsip berubah."]
    store.archived(sha, ".xlsx").unlink()
    assert jejak.check_archive(store) == ["Berkas asli “tw1.xlsx” tidak ada di arsip."]
    store.close()


def test_a_number_is_found_as_people_write_it_and_as_the_record_does(store: Store) -> None:
    """ "87,30" on the screen is 87.30 in the record, "12.500.000" is 12500000."""
    with store.transaction() as tx:
        told = {"IK-01": {"nilai": [None, "87.30"]}, "pagu": 12500000}
        jejak.write(tx, "rudi", "ketik realisasi", f"{KANTOR}/2026/TW1", angka=told)
    assert [numbers(store, kata=kata) for kata in ("87,30", "87.30", "12.500.000")] == [[5]] * 3
    assert numbers(store, kata="87,3012") == []


def test_acts_that_are_not_asked_for_are_left_out(store: Store) -> None:
    assert numbers(store, tanpa=("menyimpan indikator",)) == [3]
