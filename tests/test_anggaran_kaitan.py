"""Which sasaran a node of the budget tree serves: no rupiah counts twice, and each jenjang has its own level."""

from decimal import Decimal

import pytest
from salinan import empty, once

from lakip import anggaran, rencana
from lakip.akses import system
from lakip.anggaran import Kaitan, Kode
from lakip.errors import UserError
from lakip.rencana import Sasaran
from lakip.store import Store

UNIT = "63.11.07"
SUB1, SUB2, SUB3 = "7.01.01.2.01.0001", "7.01.01.2.02.0001", "7.01.02.2.01.0001"
KODE = [
    Kode("7.01.01", "program", "Penunjang"),
    Kode("7.01.01.2.01", "kegiatan", "Perencanaan"),
    Kode(SUB1, "sub_kegiatan", "Dokumen"),
    Kode("7.01.01.2.02", "kegiatan", "Keuangan"),
    Kode(SUB2, "sub_kegiatan", "Gaji"),
    Kode("7.01.02", "program", "Pelayanan"),
    Kode("7.01.02.2.01", "kegiatan", "Koordinasi"),
    Kode(SUB3, "sub_kegiatan", "Sinergi"),
    Kode("7.01.03", "program", "Tanpa pagu"),
]
PENUNJANG = [Kaitan("S1", "7.01.01", Decimal(50)), Kaitan("S2", "7.01.01", Decimal(50))]


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    goals = [
        Sasaran("S1", "Pelayanan", "camat", 2026),
        Sasaran("S2", "Akuntabilitas", "camat", 2026),
        Sasaran("S1.1", "Kecepatan", "kasi", 2026, induk="S1"),
        Sasaran("S1.2", "Pajak", "lurah", 2026, induk="S1"),
    ]
    for goal in goals:
        rencana.save_sasaran(store, system(UNIT), UNIT, goal)
    anggaran.save_nomenklatur(store, system(UNIT), UNIT, "uji", KODE)
    anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "murni", "uji", {SUB1: 100, SUB2: 200, SUB3: 40})
    return store


def link(store: Store, *kaitan: Kaitan) -> int:
    return anggaran.save_sasaran_program(store, system(UNIT), UNIT, 2026, kaitan)


def test_one_program_may_serve_two_sasaran(store: Store) -> None:
    assert link(store, *PENUNJANG) == 2
    assert [(k.sasaran, k.porsi) for k in anggaran.links(store, UNIT, 2026)] == [("S1", 50), ("S2", 50)]


@pytest.mark.parametrize("porsi", ["49.99", "60"])
def test_a_porsi_that_does_not_sum_to_100_is_refused_by_kode_and_sum(store: Store, porsi: str) -> None:
    total = str(50 + Decimal(porsi)).replace(".", ",")
    with pytest.raises(UserError, match=f"Porsi 7.01.01 berjumlah {total}.* harus 100"):
        link(store, PENUNJANG[0], Kaitan("S2", "7.01.01", Decimal(porsi)))
    assert anggaran.links(store, UNIT, 2026) == ()


def test_a_sub_kegiatan_of_a_kasi_and_a_lurah_is_shared_too(store: Store) -> None:
    with pytest.raises(UserError, match="berjumlah 200"):
        link(store, Kaitan("S1.1", SUB1), Kaitan("S1.2", SUB1))
    assert link(store, Kaitan("S1.1", SUB1, Decimal(25)), Kaitan("S1.2", SUB1, Decimal(75))) == 2


@pytest.mark.parametrize(
    ("kaitan", "kata"),
    [
        (Kaitan("S1", SUB1), "adalah sub kegiatan, sedangkan sasaran S1 bertingkat Camat dan didukung program"),
        (Kaitan("S1.1", "7.01.01"), "adalah program, sedangkan sasaran S1.1 bertingkat Kasi"),
        (Kaitan("S9", "7.01.01"), "Sasaran “S9” tidak ada pada tahun 2026"),
        (Kaitan("S1", "7.01.09"), "Kode 7.01.09 tidak ada dalam nomenklatur tahun 2026"),
        (Kaitan("S1", "7.01.01", Decimal(0)), "Isi di atas 0 sampai 100"),
        (Kaitan("S1", "7.01.01", Decimal(120)), "Isi di atas 0 sampai 100"),
    ],
)
def test_a_link_that_cannot_be_says_why(store: Store, kaitan: Kaitan, kata: str) -> None:
    with pytest.raises(UserError, match=kata):
        link(store, kaitan)


def test_saving_again_versions_only_what_changed_and_lifts_what_is_left_out(store: Store) -> None:
    link(store, *PENUNJANG, Kaitan("S1", "7.01.02"))
    assert link(store, *PENUNJANG, Kaitan("S1", "7.01.02")) == 0
    assert link(store, Kaitan("S1", "7.01.01"), Kaitan("S1", "7.01.02")) == 1 + 1
    assert [(k.sasaran, k.kode) for k in anggaran.links(store, UNIT, 2026)] == [("S1", "7.01.01"), ("S1", "7.01.02")]


def test_a_perjanjian_kinerja_shows_each_node_whole_and_once(store: Store) -> None:
    link(store, *PENUNJANG, Kaitan("S1", "7.01.02"), Kaitan("S2", "7.01.03"), Kaitan("S1.1", SUB1))
    rows = anggaran.pendukung(store, UNIT, 2026, ["S1", "S2"]).rows()
    assert rows == [
        ("7.01.01", "program", "Penunjang", 100 + 200),
        ("7.01.02", "program", "Pelayanan", 40),
        ("7.01.03", "program", "Tanpa pagu", None),
    ]
    assert anggaran.pendukung(store, UNIT, 2026, ["S1.1"]).rows() == [(SUB1, "sub_kegiatan", "Dokumen", 100)]
    assert anggaran.pendukung(store, UNIT, 2026, []).is_empty()
    assert anggaran.pendukung(store, UNIT, 2025, ["S1"]).is_empty()


def test_after_a_dppa_the_murni_can_still_be_shown(store: Store) -> None:
    link(store, *PENUNJANG)
    anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "perubahan", "uji", {SUB1: 70})
    money = {s: anggaran.pendukung(store, UNIT, 2026, ["S1"], s)["pagu_rupiah"].item() for s in ("murni", "perubahan")}
    assert money == {"murni": 100 + 200, "perubahan": 70 + 200}
