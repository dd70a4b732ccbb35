"""Each act seals what it wrote: whatever is done through the program, in whatever order, leaves a record that is whole."""

import random
from itertools import product

import pytest
from belakang import behind
from kantor_hak import ACTS, UNIT, kantor
from salinan import once

from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.errors import UserError
from lakip.store import Store
from lakip.utuh import periksa, segel, selesai

PELAKU = [Tugas(peran, UNIT, bagian) for peran, bagian in product(Peran, ("PEM", "YAN"))]


@once
def sealed() -> Store:
    """The office of the table of rights; what its tests wrote without an act is accepted once."""
    store = kantor()
    selesai.go_on(store, system(UNIT), UNIT, "disiapkan untuk uji")
    return store


def differing(store: Store) -> list[str]:
    return [table for table in sorted(store.tables - segel.TANPA) if store.seals_differ(table)]


def done(store: Store, order: list[int]) -> list[str]:
    """Every act of the program by everybody who may, in this order; which of them came to something."""
    acts = []
    for number in order:
        act = ACTS[number]
        for tugas in filter(act.boleh, PELAKU):
            before = store.read("jejak_terakhir")["nomor"].item()
            try:
                act.minta(store, Pengguna(f"{tugas.peran}.{tugas.bagian}".lower(), "Uji", (tugas,)), tugas)
            except (UserError, LookupError):  # refused, or what it is asked of is no longer there
                continue
            if store.read("jejak_terakhir")["nomor"].item() > before:
                acts.append(act.fungsi)
    return acts


@pytest.mark.parametrize("seed", range(1))
def test_after_any_order_of_acts_the_record_is_whole(seed: int) -> None:
    store, order = sealed(), list(range(len(ACTS)))
    random.Random(seed).shuffle(order)
    acts = done(store, [n for n in order if ACTS[n].fungsi != "utuh.selesai.go_on"])
    assert len(set(acts)) > 30
    assert differing(store) == []
    assert [said for said in periksa.check(store).temuan if "menunjuk" not in said] == []


@pytest.mark.parametrize("number", range(len(ACTS)), ids=lambda n: f"{ACTS[n].fungsi} {ACTS[n].tentang}".strip())
def test_no_act_writes_a_row_that_nobody_seals(number: int) -> None:
    store = kantor()
    before = set(differing(store))
    done(store, [number])
    assert set(differing(store)) <= before


def test_a_row_that_is_written_without_an_act_is_told() -> None:
    store = sealed()
    with store.transaction() as tx:
        tx.insert("nomenklatur", [{"edisi": "x", "kode": "1", "jenjang": "program", "nama": "Uji"}])
    assert differing(store) == ["nomenklatur"]


def test_what_no_act_stands_behind_is_declared_and_nothing_else() -> None:
    """The count of wrong passwords; whoever lowers it gains a few more guesses."""
    store = sealed()
    behind(store, "update akun set gagal = 3, terkunci_sampai = now()::timestamp")
    assert differing(store) == []
    assert {"akun": frozenset({"gagal", "terkunci_sampai"})} == segel.TANPA_KOLOM
    assert frozenset({"jejak", "segel", "migrasi", "program"}) == segel.TANPA


def test_the_digest_of_a_row_stands_when_a_column_is_added_and_falls_with_any_cell() -> None:
    store = sealed()
    behind(store, "alter table pejabat add column kelak varchar")
    assert differing(store) == []
    behind(store, "update pejabat set kelak = 'isi' where bagian is null")
    assert differing(store) == ["pejabat"]
