"""What is typed and not saved: whose it is, how long it stays, and what is no draft."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lakip import periode
from lakip.draf import BANYAK, MASA, Ketikan, Laci, read_ketikan

SATU = {"alamat": "/naskah?tahun=2026", "judul": "Naskah laporan", "label": "Naskah", "dasar": "", "isi": "Hujan"}


def ketikan(**other: str) -> Ketikan:
    one = read_ketikan(SATU | other)
    assert one is not None
    return one


@pytest.fixture(params=["folder", "ingatan"])
def laci(request: pytest.FixtureRequest, tmp_path: Path) -> Laci:
    return Laci(tmp_path if request.param == "folder" else None)


def test_each_sees_his_own_and_what_is_saved_is_kept_no_longer(laci: Laci) -> None:
    laci.change("staf", {"a": ketikan(), "b": ketikan(isi="Banjir")})
    laci.change("kasi", {"a": ketikan(isi="Lain")})
    assert {k: one.isi for k, one in laci.of("staf").items()} == {"a": "Hujan", "b": "Banjir"}
    laci.change("staf", {"a": None})
    assert list(laci.of("staf")) == ["b"]
    laci.drop("staf")
    assert (laci.of("staf"), laci.of("kasi")["a"].isi) == ({}, "Lain")


def test_it_outlasts_the_program_and_leaves_no_file_behind(tmp_path: Path) -> None:
    Laci(tmp_path).change("staf", {"a": ketikan()})
    assert Laci(tmp_path).of("staf")["a"].isi == "Hujan"
    Laci(tmp_path).change("staf", {"a": None})
    assert list((tmp_path / "draf").iterdir()) == []


def test_a_file_cut_off_by_a_power_cut_is_no_draft(tmp_path: Path) -> None:
    laci = Laci(tmp_path)
    laci.change("staf", {"a": ketikan()})
    file = next((tmp_path / "draf").iterdir())
    file.write_text(file.read_text(encoding="utf-8")[:40], encoding="utf-8")
    assert laci.of("staf") == {}


def test_after_two_weeks_it_is_gone(laci: Laci, monkeypatch: pytest.MonkeyPatch) -> None:
    laci.change("staf", {"a": ketikan()})
    later = datetime.now() + MASA + timedelta(days=1)
    monkeypatch.setattr(periode, "now", lambda: later)
    assert laci.of("staf") == {}


def test_of_too_many_the_oldest_go(laci: Laci) -> None:
    laci.change("staf", {f"{n}": ketikan() for n in range(BANYAK + 2)})
    assert list(laci.of("staf"))[:1] == ["2"]
    laci.change("staf", {f"besar {n}": ketikan(isi="x" * 50_000) for n in range(25)})
    kept = laci.of("staf")
    assert 15 < len(kept) < 25
    assert "besar 24" in kept


@pytest.mark.parametrize(
    "said",
    [None, "Hujan", {**SATU, "isi": 3}, {"isi": "Hujan"}, {**SATU, "alamat": "//jahat.example"},
     {**SATU, "alamat": "http://jahat.example"}, {**SATU, "isi": "x" * 70_000}],
)  # fmt: skip
def test_what_is_no_field_of_a_screen_is_none(said: object) -> None:
    assert read_ketikan(said) is None
