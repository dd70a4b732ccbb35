"""Preparing a tahun: the structure goes on, no figure does; what ends leaves earlier years as they were."""

from dataclasses import replace

import pytest
from test_rencana import DOK, IKM, S1, SISTEM, UNIT, planned, store  # noqa: F401 (fixtures)

from lakip import rencana
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.store import Store

S2 = replace(S1, kode="S2", uraian="Meningkatnya akuntabilitas")


def states(store: Store, tahun: int) -> dict[str, str]:  # noqa: F811
    return {row.kode: row.keadaan for row in rencana.compare_years(store, UNIT, tahun)}


def test_the_structure_goes_on_without_figures(planned: Store) -> None:  # noqa: F811
    assert states(planned, 2027) == {"S1": "tetap", "IK-01": "tetap", "IK-02": "tetap", "IK-03": "tetap"}
    assert rencana.targets(planned, UNIT, 2027) == {}
    assert rencana.compare_targets(planned, UNIT, 2027)["IK-02"] == ("100", "–")


def test_what_ends_is_gone_from_the_new_tahun_only(planned: Store) -> None:  # noqa: F811
    assert rencana.carry_over(planned, SISTEM, UNIT, 2027, {"IK-02"}) == 1
    assert set(rencana.indikator(planned, UNIT, 2026)) == {"IK-01", "IK-02", "IK-03"}
    assert set(rencana.indikator(planned, UNIT, 2027)) == {"IK-01", "IK-03"}
    assert set(rencana.indikator(planned, UNIT, 2028)) == {"IK-01", "IK-03"}
    assert states(planned, 2027)["IK-02"] == "berakhir"


def test_saying_the_same_again_changes_nothing_and_a_change_of_mind_revives(planned: Store) -> None:  # noqa: F811
    rencana.carry_over(planned, SISTEM, UNIT, 2027, {"IK-02"})
    assert rencana.carry_over(planned, SISTEM, UNIT, 2027, {"IK-02"}) == 0
    assert rencana.carry_over(planned, SISTEM, UNIT, 2027, set()) == 1
    assert rencana.indikator(planned, UNIT, 2027)["IK-02"] == replace(DOK, mulai_tahun=2027)


def test_a_sasaran_ends_with_all_that_hangs_from_it_or_not_at_all(planned: Store) -> None:  # noqa: F811
    with pytest.raises(UserError, match="IK-01 berada pada sasaran S1 yang tidak berlaku"):
        rencana.carry_over(planned, SISTEM, UNIT, 2027, {"S1", "IK-02"})
    assert set(rencana.indikator(planned, UNIT, 2027)) == {"IK-01", "IK-02", "IK-03"}
    assert rencana.carry_over(planned, SISTEM, UNIT, 2027, {"S1", "IK-01", "IK-02", "IK-03"}) == 4
    assert rencana.sasaran(planned, UNIT, 2027) == {}
    assert rencana.carry_over(planned, SISTEM, UNIT, 2027, set()) == 4


def test_what_changed_and_what_is_new_is_told(planned: Store) -> None:  # noqa: F811
    rencana.save_sasaran(planned, SISTEM, UNIT, replace(S2, mulai_tahun=2027))
    rencana.save_indikator(planned, SISTEM, UNIT, replace(IKM, mulai_tahun=2027, satuan="poin", sasaran="S2"))
    rows = {row.kode: row for row in rencana.compare_years(planned, UNIT, 2027)}
    assert rows["S2"].keadaan == "baru"
    assert rows["IK-01"].keadaan == "berubah"
    assert rows["IK-01"].rincian == ("satuan dari “indeks” menjadi “poin”", "sasaran dari “S1” menjadi “S2”")


def test_who_may_not_plan_prepares_nothing(planned: Store) -> None:  # noqa: F811
    other = Pengguna("x", "X", (Tugas(Peran.STAF, UNIT, "YAN"),))
    with pytest.raises(AccessError):
        rencana.carry_over(planned, other, UNIT, 2027, set())
