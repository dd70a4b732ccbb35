"""Figures as words of the office."""

import pytest

from lakip.formatting import terbilang


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol"),
        (7, "tujuh"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (105, "seratus lima"),
        (1_111, "seribu seratus sebelas"),
        (11_000, "sebelas ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_500, "satu juta seribu lima ratus"),
        (4_512_300_000, "empat miliar lima ratus dua belas juta tiga ratus ribu"),
        (-5, "min lima"),
    ],
)
def test_a_number_is_said_in_words(nilai: int, kata: str) -> None:
    assert terbilang(nilai) == kata
