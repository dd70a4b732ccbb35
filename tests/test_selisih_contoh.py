"""The contradictions planted in the example's documents, each by name."""

import pytest
from contoh_siap import loaded

from lakip import dokumen, pembanding
from lakip.dokumen import Selisih
from lakip.rencana import targets
from lakip.store import Store

UNIT = "63.11.07"


@pytest.fixture
def store() -> Store:
    return loaded()[0]


def found(store: Store, tahun: int, jenis: str, dokumen_b: str) -> list[Selisih]:
    told = dokumen.selisih(store, UNIT, tahun)
    return [s for s in told if s.jenis == jenis and s.dokumen_b.startswith(dokumen_b)]


def test_the_rkt_of_2025_is_that_of_the_year_before(store: Store) -> None:
    (shift,) = found(store, 2025, "bergeser", "RKT")
    assert shift.indikator == "IK-01, IK-02, IK-03, IK-06, IK-08, IK-09"
    assert "Target RKT 2025 sama dengan target Renstra tahun 2024 pada 6 dari 6 indikator yang berbeda" in shift.saran
    for tahun in (2024, 2026):
        assert found(store, tahun, "bergeser", "") == []


def test_the_rkt_of_2026_counts_kejadian_as_kasus(store: Store) -> None:
    (one,) = found(store, 2026, "satuan", "")
    assert (one.kode, one.kata_a, one.kata_b) == ("IK-08", "“kejadian”", "“kasus”")
    assert one.asal_b == "Berkas “rkt_2026.xlsx”, lembar “RKT”, sel C10"


def test_the_rkt_of_2026_lacks_the_musrenbang(store: Store) -> None:
    assert [s.kode for s in found(store, 2026, "hilang", "RKT") if s.kode] == ["IK-07"]


def test_the_renstra_names_an_indikator_that_no_pk_has(store: Store) -> None:
    (one,) = found(store, 2026, "hilang", "Perjanjian Kinerja")
    assert one.indikator == "Persentase partisipasi lembaga kemasyarakatan desa"
    assert one.asal_a == "Berkas “renstra_2024.xlsx”, lembar “Renstra”, sel B13"


def test_the_iku_calls_the_akip_a_sakip_and_writes_one_name_in_capitals(store: Store) -> None:
    for tahun in (2024, 2025, 2026):
        assert [s.kode for s in found(store, tahun, "nama", "IKU")] == ["IK-03"]
        assert [s.kode for s in found(store, tahun, "penulisan_nama", "IKU")] == ["IK-02"]


def test_the_pk_perubahan_of_2025_leaves_the_renstra(store: Store) -> None:
    (one,) = found(store, 2025, "target", "Renstra")
    assert (one.kode, one.kata_a, one.kata_b) == ("IK-06", "7 desa", "6 desa")


def test_nothing_else_contradicts_in_2024(store: Store) -> None:
    told = {(s.jenis, s.kode) for s in dokumen.selisih(store, UNIT, 2024)}
    assert told == {("nama", "IK-03"), ("penulisan_nama", "IK-02"), ("hilang", None)}


def test_the_renstra_targets_are_those_of_the_pk(store: Store) -> None:
    told = {r["kode"]: (r["target"], r["target_akhir"]) for r in dokumen.target_renstra(store, UNIT, 2026).to_dicts()}
    assert len(told) == 9
    assert told["IK-01"] == (targets(store, UNIT, 2026)["IK-01"].th, 88)


def test_comparison_figures_carry_their_invented_source(store: Store) -> None:
    rows = pembanding.pembanding(store, UNIT, 2025).to_dicts()
    assert [(r["indikator"], r["cakupan"]) for r in rows] == [
        ("IK-01", "kabupaten"), ("IK-01", "provinsi"), ("IK-01", "nasional"), ("IK-03", "kabupaten"),
    ]  # fmt: skip
    assert all(r["sumber"].startswith("Data contoh: ") for r in rows)
