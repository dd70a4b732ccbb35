"""The rumus side by side on an indikator's own figures, and the recorded choice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from contoh_siap import loaded
from test_rencana import IKM, SISTEM, UNIT, planned, store  # noqa: F401 (fixtures)
from test_rencana_kunci import confirmed, report  # noqa: F401 (fixtures)

from lakip import rencana, rollup
from lakip.errors import UserError
from lakip.formatting import half_up
from lakip.indikator import Rumus
from lakip.store import Store

PER = date(2026, 10, 31)
RUMUS = ["positif", "negatif_selisih", "negatif_rasio", "stabil"]


def banding(kode: str, tahun: int, periode: str) -> dict[str, list[str | None]]:
    """{column: the four rumus in their order}, two decimals."""
    rows = rencana.compare_rumus(loaded()[0], UNIT, kode, [tahun], PER).filter(periode=periode)
    assert rows["rumus"].to_list() == RUMUS
    names = [c for c in rows.columns if c.startswith(("tanpa", "batas"))]
    return {n: [None if v is None else f"{half_up(v, 2):f}" for v in rows[n].to_list()] for n in names}


def test_each_rumus_stands_beside_the_others_on_the_same_figures() -> None:
    """IK-08 2024: T 12, R 14: 14/12, (24 - 14)/12, 12/14, (12 - 2)/12."""
    got = banding("IK-08", 2024, "TH")
    assert got["tanpa_batas"] == ["116.67", "83.33", "85.71", "83.33"]
    assert got["batas_100"] == ["100.00", "83.33", "85.71", "83.33"]
    assert got["batas_110"] == ["110.00", "83.33", "85.71", "83.33"]


def test_the_floor_is_0_and_a_cap_only_cuts() -> None:
    """IK-09 2024 TW III: T 1, R 2: 200, 0, 50, 0."""
    got = banding("IK-09", 2024, "TW3")
    assert got["tanpa_batas"] == ["200.00", "0.00", "50.00", "0.00"]
    assert got["batas_150"] == ["150.00", "0.00", "50.00", "0.00"]


def test_what_waits_for_the_whole_periode_says_nothing_before() -> None:
    """IK-11 2026 is a sum with a quarter to come: only positif speaks of the tahun."""
    assert [v is None for v in banding("IK-11", 2026, "TH")["tanpa_batas"]] == [False, True, True, True]


def test_several_years_come_in_their_order() -> None:
    rows = rencana.compare_rumus(loaded()[0], UNIT, "IK-01", [2026, 2024, 2025], PER)
    assert rows["tahun"].unique(maintain_order=True).to_list() == [2024, 2025, 2026]
    assert rencana.compare_rumus(loaded()[0], UNIT, "IK-99", [2026], PER).is_empty()
    assert rencana.compare_rumus(loaded()[0], UNIT, "IK-01", [], PER).is_empty()


def test_each_cap_makes_its_own_average_of_the_same_figures() -> None:
    """The setting of the example is 100: that column is the recorded average, per sasaran and for the whole."""
    caps = rencana.compare_cap(loaded()[0], UNIT, 2025, "TH", PER).to_dicts()
    known = {r["sasaran"]: r for r in rollup.rata_rata(loaded()[0], UNIT, 2025, "TH", PER).to_dicts()}
    assert [r["sasaran"] for r in caps] == [*(s for s in known if s), None]
    for row in caps:
        assert row["batas_100"] == known[row["sasaran"]]["dengan_batas"]
        assert row["tanpa_batas"] == known[row["sasaran"]]["tanpa_batas"]
        assert row["dihitung"] == known[row["sasaran"]]["dihitung"]
    (s4,) = [r for r in caps if r["sasaran"] == "S4"]  # 120 and 150
    assert [s4[f"batas_{n}"] for n in (100, 110, 120, 150)] == [100, 110, 120, Decimal(135)]


# ---------------------------------------------------------------- the choice


def test_a_choice_is_recorded_with_who_when_and_why(planned: Store) -> None:  # noqa: F811
    card = rencana.indikator(planned, UNIT, 2026)["IK-01"]
    assert rencana.chosen(planned, UNIT, card, 2026) is None
    assert not rencana.choose_rumus(planned, SISTEM, UNIT, "IK-01", 2026, Rumus.POSITIF, "Pedoman Bupati")
    choice = rencana.chosen(planned, UNIT, card, 2026)
    assert choice is not None
    assert (choice.rumus, choice.dasar, choice.oleh) == (Rumus.POSITIF, "Pedoman Bupati", SISTEM.akun)
    assert planned.read("indikator_versi", unit=UNIT).filter(kode="IK-01")["versi"].item() == 1
    assert rencana.chosen(planned, UNIT, card, 2025) is None


def test_choosing_another_rumus_changes_the_card(planned: Store) -> None:  # noqa: F811
    assert rencana.choose_rumus(planned, SISTEM, UNIT, "IK-01", 2027, Rumus.STABIL, "Rapat")
    assert rencana.indikator(planned, UNIT, 2026)["IK-01"].rumus is Rumus.POSITIF
    assert rencana.indikator(planned, UNIT, 2027)["IK-01"].rumus is Rumus.STABIL


def test_a_rumus_that_changes_otherwise_is_not_chosen_any_more(planned: Store) -> None:  # noqa: F811
    rencana.choose_rumus(planned, SISTEM, UNIT, "IK-01", 2026, Rumus.POSITIF, "Pedoman")
    other = replace(IKM, rumus=Rumus.STABIL)
    rencana.save_indikator(planned, SISTEM, UNIT, other)
    assert rencana.chosen(planned, UNIT, other, 2026) is None
    assert [c.dasar for c in rencana.choices(planned, UNIT, "IK-01")] == ["Pedoman"]


def test_a_choice_needs_a_reason_and_a_card(planned: Store) -> None:  # noqa: F811
    with pytest.raises(UserError, match="belum beralasan"):
        rencana.choose_rumus(planned, SISTEM, UNIT, "IK-01", 2026, Rumus.STABIL, " ")
    with pytest.raises(UserError, match="IK-99 belum ada"):
        rencana.choose_rumus(planned, SISTEM, UNIT, "IK-99", 2026, Rumus.STABIL, "Rapat")


def test_a_confirmed_figure_is_not_judged_by_another_rumus(confirmed: Store) -> None:  # noqa: F811
    with pytest.raises(UserError, match="Mulailah perubahan ini pada tahun 2027"):
        rencana.choose_rumus(confirmed, SISTEM, UNIT, "IK-01", 2026, Rumus.STABIL, "Rapat")
    assert rencana.choices(confirmed, UNIT, "IK-01") == ()
