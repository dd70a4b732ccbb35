"""The page Pra-periksa: what is missing first, with the way to mend it, then every requirement."""

import pytest
from kasus import TAHUN, UNIT, new_office
from layar import add_person, example, screen, texts

from lakip.akses import Peran

PAGE = "praperiksa.py"


@pytest.mark.parametrize("name", ["staf", "kasubbag", "camat", "peninjau"])
def test_what_is_missing_and_everything_asked_are_there(name: str) -> None:
    at = screen(example(), name, PAGE, tahun=2025, periode="TH")
    assert [t.value for t in at.title] == ["Pra-periksa laporan"]
    assert [s.value for s in at.subheader] == ["Yang perlu dilengkapi", "Semua persyaratan"]
    said = texts(at)
    assert "terpenuhi," in said
    assert "belum mempunyai bukti dukung" in said


def test_a_year_without_plan_is_said_kindly() -> None:
    store = new_office()
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    at = screen(store, "kasubbag", PAGE, tahun=TAHUN, periode="TH")
    assert not at.subheader
    assert "indikator" in texts(at)
