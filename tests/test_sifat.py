"""Properties of the two rules: what must hold for any figures, not only for those of the tables."""

import itertools
from datetime import date
from decimal import Decimal
from functools import cache

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from kasus import PER, TAHUN, UNIT, add_indikator, new_office, save_word

from lakip import rollup
from lakip.store import Store

AMOUNT = st.decimals(0, 10_000, places=2)
TARGETS = st.lists(st.decimals(1, 10_000, places=2), min_size=4, max_size=4)
METODE = st.sampled_from(["jumlah", "kumulatif", "posisi_akhir", "rata_rata"])
RUMUS = st.sampled_from(["positif", "negatif_selisih", "negatif_rasio", "stabil"])
WORDS = st.lists(st.one_of(AMOUNT.map(str), st.sampled_from(["–", "nihil", "tt"])), min_size=4, max_size=4)
FIGURES = [
    "periode",
    "target",
    "realisasi",
    "capaian_persen",
    "kategori",
    "terisi",
    "berlaku",
    "dibenarkan",
    "sementara",
]
ALL = ["TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH", "SD1", "SD2", "SD3", "SD4"]
number = itertools.count()
quick = settings(max_examples=40, deadline=None)


@cache
def office() -> Store:
    return new_office()


def setup_function() -> None:
    """An office for each test: every look folds all that was written into it."""
    office.cache_clear()


def write(metode: str, rumus: str, targets: list[Decimal], words: list[str]) -> str:
    """A new indikator in the shared office."""
    kode = f"P{next(number)}"
    add_indikator(office(), kode, metode, rumus, target=" ".join(map(str, targets)), realisasi=" ".join(words))
    return kode


def read(*kode: str, per: date = PER) -> list[pl.DataFrame]:
    """The rows of each, by one look."""
    rows = rollup.capaian(office(), UNIT, TAHUN, ALL, per)
    return [rows.filter(pl.col("kode") == one) for one in kode]


def by_periode(rows: pl.DataFrame, column: str) -> dict[str, Decimal | None]:
    return dict(rows.select("periode", column).iter_rows())


@quick
@given(METODE, RUMUS, TARGETS, WORDS, st.permutations([1, 2, 3, 4]))
def test_the_order_of_uploads_changes_no_figure(metode, rumus, targets, words, order) -> None:
    one, other = write(metode, rumus, targets, words), write(metode, rumus, targets, ["–"] * 4)
    with office().transaction() as tx:
        for triwulan in order:
            save_word(tx, other, triwulan, words[triwulan - 1])
    first, second = read(one, other)
    assert first.height == len(ALL)
    assert first.select(FIGURES).equals(second.select(FIGURES))


@quick
@given(METODE, RUMUS, TARGETS, WORDS, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_the_date_changes_no_figure(metode, rumus, targets, words, per) -> None:
    kode = write(metode, rumus, targets, words)
    (then,), (now,) = read(kode, per=per), read(kode)
    assert then.select(FIGURES).equals(now.select(FIGURES))


@quick
@given(TARGETS, st.lists(AMOUNT, min_size=4, max_size=4))
def test_both_semesters_of_a_jumlah_make_the_year(targets, amounts) -> None:
    kode = write("jumlah", "positif", targets, list(map(str, amounts)))
    (rows,) = read(kode)
    for column in ("realisasi", "target"):
        found = by_periode(rows, column)
        assert found["SM1"] + found["SM2"] == found["TH"]
    assert by_periode(rows, "realisasi")["TH"] == sum(amounts)


@quick
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=4, max_size=4))
def test_a_rasio_is_the_ratio_of_sums(pairs) -> None:
    kode = f"P{next(number)}"
    words = " ".join(f"{p}/{q}" for p, q in pairs)
    add_indikator(office(), kode, "rasio", target="80 80 80 80", realisasi=words)
    expected = 100 * Decimal(sum(p for p, _ in pairs)) / sum(q for _, q in pairs)
    (rows,) = read(kode)
    assert abs(by_periode(rows, "realisasi")["TH"] - expected) <= Decimal("1e-9")


@quick
@given(
    st.sampled_from(["jumlah", "kumulatif"]),
    RUMUS,
    TARGETS,
    st.lists(AMOUNT, min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_leaving_a_quarter_out_never_helps(metode, rumus, targets, amounts, left_out) -> None:
    if metode == "kumulatif":
        amounts, targets = list(itertools.accumulate(amounts)), list(itertools.accumulate(targets))
    words = list(map(str, amounts))
    gap = [*words[:left_out], "–", *words[left_out + 1 :]]
    rows, less = read(write(metode, rumus, targets, words), write(metode, rumus, targets, gap))
    full = by_periode(rows, "capaian_persen")
    for periode, capaian in by_periode(less, "capaian_persen").items():
        if capaian is not None:
            assert capaian <= full[periode]


@quick
@given(METODE, RUMUS, TARGETS, WORDS)
def test_what_is_not_complete_has_no_kategori(metode, rumus, targets, words) -> None:
    (rows,) = read(write(metode, rumus, targets, words))
    for row in rows.to_dicts():
        assert row["kategori"] is None or not row["sementara"]
        assert (row["capaian_persen"] is None) == (row["alasan"] is not None)
        if metode in ("jumlah", "rata_rata"):
            assert row["sementara"] == (row["terisi"] < row["berlaku"])
