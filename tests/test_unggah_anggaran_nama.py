"""Names of a budget as offices write them: what is the same, what is told apart, what is a sum."""

import pytest

from lakip.anggaran import Kode
from lakip.unggah.anggaran.nama import Nomenklatur, fold, new_code, squeeze
from lakip.unggah.tabel.kata import is_sum

P1, P2 = Kode("7.01.01", "program", "Program Penunjang"), Kode("7.01.02", "program", "Program Pelayanan")
K1, K2 = Kode("7.01.01.2.01", "kegiatan", "Perencanaan"), Kode("7.01.02.2.01", "kegiatan", "Koordinasi")
S1, S2 = (
    Kode("7.01.01.2.01.0001", "sub_kegiatan", "Koordinasi"),
    Kode("7.01.02.2.01.0001", "sub_kegiatan", "Koordinasi"),
)
NODES = {n.kode: n for n in (P1, P2, K1, K2, S1, S2)}


@pytest.mark.parametrize(
    ("resmi", "tertulis"),
    [
        ("Penyusunan Dokumen RKA-SKPD", "PENYUSUNAN DOKUMEN RKA- SKPD"),
        ("Urusan Pemerintahan Kabupaten/Kota", "Urusan Pemerintahan  Kabupaten / Kota"),
        ("Analisis Prognosis Realisasi", "Analisis PrognosisRealisasi"),
        ("Sarana dan Prasarana", "2. Sarana & Prasarana"),
        ("Program Penunjang Urusan", "Penunjang Urusan"),
        ("Pemberdayaan Kelurahan", "Kegiatan Pemberdayaan Kelurahan"),
    ],
)
def test_spellings_of_one_name(resmi: str, tertulis: str) -> None:
    assert fold(resmi) == fold(tertulis)


def test_other_names_stay_others() -> None:
    assert fold("Penyusunan Dokumen RKA") != fold("Penyusunan Dokumen DPA")
    assert fold("Program") == "program"


@pytest.mark.parametrize("text", ["JUMLAH", "Total", "Jumlah Anggaran", "TOTAL BELANJA", "Grand Total"])
def test_a_sum_of_the_office(text: str) -> None:
    assert is_sum(text)


@pytest.mark.parametrize("text", ["Jumlah dokumen", "Penataan", ""])
def test_no_sum_of_the_office(text: str) -> None:
    assert not is_sum(text)


@pytest.mark.parametrize(("above", "meant"), [(P2, [K2]), (K2, [S2]), (K1, [S1]), (S1, [S1]), (None, [S1, K2, S2])])
def test_one_name_on_two_levels_is_the_one_below_the_row_above(above: Kode | None, meant: list[Kode]) -> None:
    assert sorted(Nomenklatur(NODES).find("KOORDINASI", above), key=lambda n: n.kode) == meant


def test_a_code_that_is_new_must_be_whole_named_and_below_one_that_is_known() -> None:
    assert new_code("7.01.01.2.01.0009", "Baru", NODES) == Kode("7.01.01.2.01.0009", "sub_kegiatan", "Baru")
    assert new_code("7.01.01.2.05", "Kegiatan baru", NODES) == Kode("7.01.01.2.05", "kegiatan", "Kegiatan baru")
    for kode, nama in (("7.01.01.2.77.0001", "Tanpa induk"), ("7.01.01.2.01.0009", ""), ("IK-01", "Bukan kode")):
        assert new_code(kode, nama, NODES) is None
    assert squeeze(" 7.01 .01. ") == "7.01.01"


def test_a_code_of_two_digits_is_asked_about_as_the_one_of_four_and_never_a_new_one() -> None:
    nodes = Nomenklatur(NODES)
    assert nodes.four_digits("7.01.01.2.01.01") == S1
    assert nodes.near_code("7.01.01.2.01.01") == S1
    assert nodes.four_digits("7.01.01.2.01.02") is None
