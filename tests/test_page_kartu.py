"""The card of an indikator: reached by address, tells the calculation and where each figure came from."""

import pytest
from kasus import UNIT, new_office, office, save_word
from layar import add_person, address, example, screen, texts

from lakip.akses import Peran

PAGE = "kartu.py"


def test_a_card_is_opened_by_its_address() -> None:
    at = screen(example(), "camat", PAGE, indikator="IK-08", tahun=2026, periode="SD3")
    assert at.title[0].value == "Kartu indikator"
    assert [m.value for m in at.metric] == ["6", "8", "66,67 %"]
    said = texts(at)
    assert "Realisasi s.d. Triwulan III Tahun 2026 = 0 + 4 + 4 = 8 kejadian." in said
    assert "Capaian = (2 × 6 − 8) / 6 × 100 = 66,67 %." in said
    assert "Berkas “realisasi_trantib_tw3_2026.xlsx”, lembar “TW III”, sel" in said
    assert "Register kejadian Trantib" in said


@pytest.mark.parametrize("name", ["staf", "kasi", "peninjau"])
def test_whoever_may_look_sees_it(name: str) -> None:
    assert screen(example(), name, PAGE, indikator="IK-01").header


def test_another_indikator_changes_the_address() -> None:
    at = screen(example(), "camat", PAGE, indikator="IK-08", tahun=2026, periode="SD3")
    at.selectbox("pilih_indikator").select("IK-01").run()
    assert address(at, "indikator") == "IK-01"
    assert at.header[0].value.endswith("Indeks Kepuasan Masyarakat")


def test_an_unknown_indikator_is_said_kindly_and_another_is_shown() -> None:
    at = screen(example(), "camat", PAGE, indikator="IK-99", tahun=2026, periode="SD3")
    assert "tidak ada pada tahun 2026" in at.info[0].value
    assert at.header


def test_a_year_without_indikator_says_so() -> None:
    store = new_office()
    add_person(store, UNIT, "camat", Peran.CAMAT)
    assert "Belum ada indikator" in screen(store, "camat", PAGE, indikator="I1").info[0].value


def test_replaced_versions_stay_readable() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    with store.transaction() as tx:
        save_word(tx, "I1", 1, "8?", versi=2)
    said = texts(screen(store, "camat", PAGE, indikator="I1", tahun=2026, periode="TW1"))
    assert "**TW I 2026: 8,00** · versi 2" in said
    assert "TW I 2026: ~~5,00~~ diganti · versi 1" in said
    assert "Belum dibenarkan." in said
