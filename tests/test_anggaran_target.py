"""Target keuangan and what is held against it: deviasi, and efficiency per program and per sasaran."""

from decimal import Decimal

import pytest
from salinan import empty, once

from lakip import anggaran, kiriman, pengaturan, rekap, rencana
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.anggaran import Anggaran, Kaitan, Kode
from lakip.errors import UserError
from lakip.export import dukungan
from lakip.indikator import Keadaan, Metode, Rumus
from lakip.periode import TRIWULAN
from lakip.realisasi import Realisasi
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store

UNIT, TAHUN = "63.11.07", 2026
PEMERIKSA = Pengguna("pemeriksa", "Pemeriksa", (Tugas(Peran.KASUBBAG, UNIT),))
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
]


@once
def office() -> Store:
    store = empty()
    pengaturan.set_up_office(store, system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    anggaran.save_nomenklatur(store, system(UNIT), UNIT, "uji", KODE)
    anggaran.save_anggaran(store, system(UNIT), UNIT, TAHUN, "murni", "uji", {SUB1: 1000, SUB2: 2000, SUB3: 400})
    return store


@pytest.fixture
def store() -> Store:
    return office()


@pytest.fixture(scope="module")
def shared() -> Store:
    """For who only asks."""
    return office()


def put(store: Store, **kolom: dict[str, int]) -> None:
    angka = {(kode, name): v for name, figures in kolom.items() for kode, v in figures.items()}
    anggaran.save(store, system(UNIT), UNIT, TAHUN, Anggaran(angka))


def tree(store: Store, triwulan: int) -> dict[str | None, dict[str, object]]:
    return {r["kode"]: r for r in anggaran.pohon(store, UNIT, TAHUN, triwulan).to_dicts()}


def test_deviasi_is_serapan_minus_target_to_date_in_points(store: Store) -> None:
    put(store, target_tw1={SUB1: 200, SUB2: 500, SUB3: 100}, target_tw2={SUB1: 300, SUB2: 500, SUB3: 100})
    put(store, realisasi_tw1={SUB1: 150, SUB2: 500, SUB3: 0}, realisasi_tw2={SUB1: 250, SUB2: 600, SUB3: 100})
    rows = tree(store, 2)
    assert rows[SUB1]["deviasi_persen"] == 100 * Decimal(400 - 500) / 1000
    assert rows["7.01.01"]["deviasi_persen"] == 100 * Decimal((400 + 1100) - (500 + 1000)) / 3000
    assert rows["7.01.02"]["target_persen"] == 100 * Decimal(100 + 100) / 400
    assert tree(store, 1)[SUB1]["deviasi_persen"] == 100 * Decimal(150 - 200) / 1000


def test_deviasi_waits_for_every_target_below(store: Store) -> None:
    put(store, target_tw1={SUB1: 200}, realisasi_tw1={SUB1: 150, SUB2: 500})
    rows = tree(store, 1)
    assert rows[SUB1]["deviasi_persen"] == -5
    assert (rows["7.01.01"]["deviasi_persen"], rows["7.01.01"]["tanpa_target"]) == (None, 1)
    assert rows["7.01.02"]["belum_terisi"] == 1


def test_a_target_of_the_dppa_goes_before_the_murni_one_which_stays(store: Store) -> None:
    put(store, target_tw4={SUB1: 1000})
    put(store, pagu_perubahan={SUB1: 800}, target_tw4={SUB1: 800})
    saved = anggaran.record(store, UNIT, TAHUN)
    assert [saved[SUB1, "target_tw4", s]["rupiah"] for s in anggaran.SIFAT] == [1000, 800]
    assert tree(store, 4)[SUB1]["target_sd_rupiah"] == 800


@pytest.mark.parametrize(
    ("kolom", "kata"),
    [
        ({"target_tw1": {SUB1: 600}, "target_tw2": {SUB1: 401}}, "melebihi pagu Rp 1.000 sebesar Rp 1"),
        ({"target_tw1": {SUB1: -1}}, "tidak boleh negatif"),
        ({"realisasi_tw1": {SUB1: 900}, "realisasi_tw3": {SUB1: 150}}, "s.d. triwulan III Rp 1.050 melebihi .* Rp 50"),
        ({"realisasi_tw1": {SUB1: 5}, "realisasi_tw2": {SUB1: -6}}, "Koreksi tidak boleh melebihi"),
        ({"realisasi_tw1": {"7.01.01.2.01": 5}}, "bukan sub kegiatan"),
        ({"pagu_perubahan": {SUB1: 100}, "realisasi_tw1": {SUB1: 101}}, "melebihi pagu Rp 100 sebesar Rp 1"),
    ],
)
def test_what_cannot_be_says_how_much_and_saves_nothing(
    store: Store, kolom: dict[str, dict[str, int]], kata: str
) -> None:
    before = anggaran.recorded(store, UNIT, TAHUN)
    with pytest.raises(UserError, match=kata):
        put(store, realisasi_tw4={SUB2: 1}, **kolom)
    assert anggaran.recorded(store, UNIT, TAHUN) == before


def test_a_dppa_that_comes_before_its_new_targets_is_noted_and_not_refused(store: Store) -> None:
    put(store, target_tw1={SUB1: 600}, target_tw2={SUB1: 400})
    after = {**anggaran.recorded(store, UNIT, TAHUN), (SUB1, "pagu_perubahan"): 900}
    nodes = anggaran.nodes(store, UNIT, TAHUN)
    (found,) = anggaran.check(nodes, after, [(SUB1, "pagu_perubahan")])
    assert (found.salah, "sebesar Rp 100" in found.pesan) == (False, True)
    put(store, pagu_perubahan={SUB1: 900})


def test_a_figure_changed_by_somebody_else_is_not_overwritten(store: Store) -> None:
    seen = anggaran.recorded(store, UNIT, TAHUN)
    put(store, realisasi_tw1={SUB1: 10})
    with pytest.raises(UserError, match=r"Realisasi TW I .* diubah orang lain"):
        anggaran.save(store, system(UNIT), UNIT, TAHUN, Anggaran({(SUB1, "realisasi_tw1"): 11}, dilihat=seen))


# ---------------------------------------------------------------- efficiency


def plan(store: Store, target: int = 10, sub: str = SUB1) -> None:
    """An indikator of sasaran S1, and an output indikator of SUB1, both yearly sums."""
    cards = (
        Indikator("IK-1", "Layanan", "YAN", "layanan", Metode.JUMLAH, Rumus.POSITIF, TAHUN, desimal=0, sasaran="S1"),
        Indikator(
            "K-1", "Dokumen", "REN", "dokumen", Metode.JUMLAH, Rumus.POSITIF, TAHUN, desimal=0, kode_anggaran=sub
        ),
    )
    goals = (Sasaran("S1", "Pelayanan", "camat", TAHUN), Sasaran("S2", "Akuntabel", "camat", TAHUN))
    each = Decimal(target)
    targets = tuple(Target(c.kode, (each, each, each, each), 4 * each) for c in cards)
    rencana.save(store, system(UNIT), UNIT, TAHUN, Rencana(PkVersion(nomor="1"), targets, cards, goals))
    links = [Kaitan("S1", "7.01.01", Decimal(50)), Kaitan("S2", "7.01.01", Decimal(50)), Kaitan("S1", "7.01.02")]
    anggaran.save_sasaran_program(store, system(UNIT), UNIT, TAHUN, links)


def achieve(store: Store, each: int, quarters: tuple[int, ...] = TRIWULAN) -> None:
    for n in quarters:
        cards = rekap.acuan(store, UNIT, TAHUN, n)
        said = [Realisasi(kode, Keadaan.TERISI, Decimal(each)) for kode in cards]
        rekap.save_realisasi(store, system(UNIT), UNIT, TAHUN, n, rekap.changes(cards, n, said))
        for bagian in ("YAN", "REN"):
            kiriman.confirm(store, PEMERIKSA, UNIT, bagian, TAHUN, n)


@once
def office_achieved() -> Store:
    store = office()
    plan(store)
    achieve(store, 10)
    return store


@pytest.fixture
def achieved() -> Store:
    """What was planned, done in every quarter."""
    return office_achieved()


def spend_all(store: Store, sub1: int, sub2: int, sub3: int) -> None:
    put(store, realisasi_tw1={SUB1: sub1, SUB2: sub2, SUB3: sub3})
    put(store, **{f"realisasi_tw{n}": {SUB1: 0, SUB2: 0, SUB3: 0} for n in (2, 3, 4)})


def programs(store: Store, triwulan: int = 4) -> dict[str, dict[str, object]]:
    return {r["kode"]: r for r in anggaran.per_program(store, UNIT, TAHUN, triwulan).to_dicts()}


def goals(store: Store, triwulan: int = 4) -> dict[str, dict[str, object]]:
    return {r["sasaran"]: r for r in anggaran.per_sasaran(store, UNIT, TAHUN, triwulan).to_dicts()}


@pytest.mark.parametrize(
    ("spent", "points", "kata"),
    [
        (2849, Decimal("5.03"), "efisien"),
        (2850, Decimal("5.00"), "cukup efisien"),
        (3000, Decimal("0.00"), "cukup efisien"),
    ],
)
def test_a_program_is_efficient_by_its_output_against_its_money(
    achieved: Store, spent: int, points: Decimal, kata: str
) -> None:
    spend_all(achieved, 1000, spent - 1000, 0)
    row = programs(achieved)["7.01.01"]
    assert (round(row["efisiensi_persen"], 2), row["efisiensi"], row["alasan"]) == (points, kata, None)  # type: ignore[call-overload]
    assert (row["jumlah"], row["dihitung"], row["capaian_persen"]) == (1, 1, 100)


def test_little_work_for_little_money_is_not_called_efficient(store: Store) -> None:
    plan(store)
    achieve(store, 9)
    spend_all(store, 100, 200, 0)
    row = programs(store)["7.01.01"]
    assert (row["capaian_persen"], row["efisiensi"]) == (90, "tidak dinilai efisien")
    assert row["efisiensi_persen"] == 90 - 100 * Decimal(300) / 3000


def test_without_output_indikator_there_is_no_figure_but_a_reason(store: Store) -> None:
    plan(store)
    spend_all(store, 1, 1, 1)
    assert [programs(store)["7.01.02"][k] for k in ("efisiensi_persen", "efisiensi", "alasan")] == [
        None, None, "tanpa_indikator",
    ]  # fmt: skip
    assert programs(store)["7.01.01"]["alasan"] == "capaian_belum_lengkap"


def test_a_quarter_not_saved_gives_no_efficiency(achieved: Store) -> None:
    put(achieved, realisasi_tw1={SUB1: 1, SUB2: 1, SUB3: 1})
    row = programs(achieved)["7.01.01"]
    assert (row["alasan"], row["belum_terisi"]) == ("realisasi_belum_lengkap", 2 * 3)


def test_before_the_last_quarter_a_year_s_pagu_is_no_measure(store: Store) -> None:
    plan(store)
    achieve(store, 10, (1, 2))
    spend_all(store, 100, 100, 0)
    assert programs(store, 2)["7.01.01"]["alasan"] == "belum_akhir_tahun"
    assert programs(store, 2)["7.01.01"]["capaian_persen"] == 100


def test_the_money_of_a_sasaran_is_its_share_and_shares_add_up_to_the_whole(achieved: Store) -> None:
    spend_all(achieved, 901, 2000, 40)
    rows = goals(achieved)
    assert rows["S1"]["pagu_rupiah"] == Decimal(3000) / 2 + 400
    assert rows["S1"]["realisasi_sd_rupiah"] == 1451 + 40
    assert rows["S2"]["realisasi_sd_rupiah"] == 1450
    assert sum(rows[s]["realisasi_sd_rupiah"] for s in ("S1", "S2")) == 901 + 2000 + 40  # type: ignore[misc]
    assert [rows[s]["bagian_persen"] for s in ("S1", "S2")] == [Decimal("55.88"), Decimal("44.12")]
    assert rows["S1"]["capaian_persen"] == 100
    assert rows["S1"]["efisiensi"] == "efisien"
    assert (rows["S2"]["efisiensi"], rows["S2"]["alasan"]) == (None, "tanpa_indikator")


@pytest.mark.parametrize(
    ("utuh", "porsi", "shares"),
    [
        (101, ["50", "50"], [51, 50]),  # halves: the first by name has the odd one
        (100, ["33.3333", "33.3333", "33.3334"], [33, 33, 34]),  # the largest remainder
        (10, ["25", "50", "25"], [3, 5, 2]),
        (-101, ["50", "50"], [-50, -51]),  # a correction
        (7, ["100"], [7]),
        (101, ["25", "25"], [26, 25]),  # 50,5 of it is linked, 51 rounded
        (None, ["50", "50"], [None, None]),
    ],
)
def test_shares_are_whole_rupiah_that_add_up(
    shared: Store, utuh: int | None, porsi: list[str], shares: list[int | None]
) -> None:
    rows = shared._root.execute(
        "select dibagi(cast($utuh as bigint), cast(porsi as decimal(9, 4)), 1, nama)"
        " from (select unnest($porsi) as porsi, unnest(range(len($porsi))) as nama) order by nama",
        {"utuh": utuh, "porsi": porsi},
    ).fetchall()
    assert [n for (n,) in rows] == shares


def test_the_target_keuangan_of_a_share_adds_up_by_triwulan_and_by_sasaran(store: Store) -> None:
    plan(store)
    put(store, **{f"target_tw{n}": {SUB1: 333, SUB2: 666} for n in (1, 2)})
    put(store, target_tw3={SUB1: 333}, target_tw4={SUB1: 1, SUB2: 2000 - 2 * 666})
    found = dukungan.of_sasaran(store, UNIT, TAHUN, "murni")
    one, two = (next(n for n in found[s] if n.kode == "7.01.01") for s in ("S1", "S2"))
    assert (one.pagu, two.pagu) == (1500, 1500)
    assert (one.tw, two.tw) == ((500, 499, 167, 334), (499, 500, 166, 335))
    assert [a + b for a, b in zip(one.tw, two.tw, strict=True) if a is not None and b is not None] == [
        333 + 666, 333 + 666, 333, 1 + 668,
    ]  # fmt: skip
    assert sum(filter(None, one.tw)) == sum(filter(None, two.tw)) == 1500


def test_a_sasaran_linked_to_nothing_says_so(store: Store) -> None:
    plan(store)
    anggaran.save_sasaran_program(store, system(UNIT), UNIT, TAHUN, [Kaitan("S1", "7.01.01")])
    assert (goals(store)["S2"]["pagu_rupiah"], goals(store)["S2"]["alasan"]) == (None, "tanpa_kaitan")


def test_an_output_indikator_is_in_no_average_of_a_sasaran(store: Store) -> None:
    plan(store)
    assert goals(store)["S1"]["jumlah"] == 1
