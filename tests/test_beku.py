"""Frozen figures come back exactly: decimals to the last zero, dates, the types of columns."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import naskah
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.errors import UserError
from lakip.export import bahan, beku


class Warna(StrEnum):
    MERAH = "merah"


@dataclass(frozen=True)
class Dalam:
    nilai: Decimal | None
    hari: date
    warna: Warna | None = None


@dataclass(frozen=True)
class Luar:
    dalam: tuple[Dalam, ...]
    peta: dict[int, Dalam]
    apa: Any
    bingkai: dict[str, pl.DataFrame]
    pilih: Dalam | str | None = None


FRAME = pl.DataFrame(
    {
        "a": [Decimal("1.50"), None],
        "b": [date(2026, 1, 2), None],
        "c": [datetime(2026, 1, 2, 3, 4, 5, 6), None],
        "d": [[1, 2], []],
        "e": ["x", None],
        "f": [True, None],
        "g": [None, None],
        "h": [1, None],
    },
    schema={
        "a": pl.Decimal(38, 10), "b": pl.Date, "c": pl.Datetime("us"), "d": pl.List(pl.Int32), "e": pl.String,
        "f": pl.Boolean, "g": pl.Null, "h": pl.Int64,
    },
)  # fmt: skip


def test_a_nested_dataclass_comes_back_equal():
    one = Dalam(Decimal("1.50"), date(2026, 7, 1), Warna.MERAH)
    value = Luar(
        (one, replace(one, nilai=None)), {3: one}, {"x": (1, Decimal("0.10")), "$y": [datetime(2026, 1, 1)]}, {}, one
    )
    back = beku.cairkan(beku.bekukan(value), Luar)
    assert back == value
    assert str(back.dalam[0].nilai) == "1.50"
    assert back.dalam[0].warna is Warna.MERAH
    assert beku.cairkan(beku.bekukan(replace(value, pilih="kata")), Luar).pilih == "kata"


def test_a_frame_comes_back_with_its_types():
    back = beku.cairkan(beku.bekukan(Luar((), {}, None, {"satu": FRAME, "kosong": FRAME.clear()})), Luar)
    assert back.bingkai["satu"].schema == FRAME.schema == back.bingkai["kosong"].schema
    assert back.bingkai["satu"].equals(FRAME)
    assert back.bingkai["kosong"].is_empty()


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates() | st.datetimes().map(lambda d: d.replace(fold=0))
    | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
))  # fmt: skip
def test_any_fact_comes_back_as_it_was(fact):
    back = beku.cairkan(beku.bekukan(Luar((), {}, fact, {})), Luar).apa
    assert repr(back) == repr(fact)


def test_the_material_of_a_report_comes_back_whole():
    material = bahan.gather(naskah.kept(), naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER, naskah.TANGGAL)
    text = beku.bekukan(material)
    back = beku.cairkan(text, bahan.Bahan)
    assert beku.bekukan(back) == text
    for name, value in vars(material).items():
        again = getattr(back, name)
        if isinstance(value, pl.DataFrame):
            assert again.schema == value.schema
            assert again.equals(value)
        else:
            assert again == value


@pytest.mark.parametrize("value", [object(), float("nan"), b"x", {1, 2}, pl.DataFrame({"a": [b"x"]})])
def test_what_cannot_come_back_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        beku.bekukan(value)


def test_a_potret_of_other_contents_is_told_in_words():
    with pytest.raises(UserError, match="versi aplikasi"):
        beku.cairkan('{"lain": 1}', Dalam)


def test_a_field_gained_since_takes_its_default():
    assert beku.cairkan('{"nilai": null, "hari": {"$tanggal": "2026-01-01"}, "hilang": 1}', Dalam) == Dalam(
        None, date(2026, 1, 1)
    )
