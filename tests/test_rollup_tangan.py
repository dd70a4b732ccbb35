"""The query that the benchmark writes by hand answers as the rules do: row by row, in every column."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import cycle, product
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from kasus import BY, PADA, TAHUN, UNIT, add_pk, add_targets, new_office, save_words

from benchmarks import kabupaten
from benchmarks.rollup import ALL_UNITS, HAND
from lakip.indikator import Metode, Rumus
from lakip.store import Store

METODE, RUMUS = [str(m) for m in Metode], [str(r) for r in Rumus]
# What the four quarters of an indikator hold, as kasus.office writes it.
ISI = (
    "10 20 30 40", "– 20 – 40", "10 20 30 –", "– – – –", "tt tt tt tt", "nihil nihil nihil nihil", "10 20? 30 40?",
    "nihil 5 tt 150", "80 tt tt –", "95.004 60 90 0.5?", "0 0 0 0",
)  # fmt: skip
TARGET: tuple[tuple[str | None, ...], ...] = (
    ("10", "20", "30", "40", "100"), ("80", "80", "80", "80", "80"), (None, None, None, "50", "50"),
    ("0", "0", "0", "0", "0"), (None, "7", None, None, None), (None, None, None, None, "60"),
    (None, None, None, None, None), ("0", "1", "2", "3", "6"),
)  # fmt: skip


def pairs(words: str) -> str:
    """The same quarters, typed as pembilang and penyebut; of 0 there is nothing to divide by."""
    out = []
    for word in words.split():
        number = word.rstrip("?")
        said = f"{number}/{'0' if number == '0' else '120'}" if number.replace(".", "").isdigit() else number
        out.append(said + "?" * word.endswith("?"))
    return " ".join(out)


def write(tx: Any, kode: str, metode: str, rumus: str, isian: str, words: str, target: tuple[str | None, ...]) -> None:
    row = {"unit": UNIT, "kode": kode, "versi": 1, "mulai_tahun": 2020, "sasaran": "S1", "bagian": "PEM",
           "nama": f"Indikator {kode}", "satuan": "%", "isian": isian, "metode": metode, "rumus": rumus, "desimal": 2,
           "iku": True, "urutan": 1, **BY}  # fmt: skip
    tx.insert("indikator", [row])
    add_targets(tx, kode, 1, tuple(None if v is None else Decimal(v) for v in target))  # type: ignore[arg-type]
    said = pairs(words) if isian == "pembilang_penyebut" and "/" not in words else words
    save_words(tx, kode, dict(enumerate(said.split(), 1)))


@cache
def offices() -> Store:
    """Four offices under other settings each, with every metode and rumus, every gap, a PK perubahan and corrections."""
    store = new_office()
    isi, target, n = cycle(ISI), cycle(TARGET), 0
    with store.transaction() as tx:
        for metode, rumus, _ in product(METODE, RUMUS, range(len(ISI))):
            both = metode in ("kumulatif", "posisi_akhir", "tahunan") and n % 3 == 0
            isian = "pembilang_penyebut" if metode == "rasio" or both else "nilai"
            write(tx, f"I{n:03}", metode, rumus, isian, next(isi), next(target))
            n += 1
        for metode in METODE:  # nothing went wrong: the cap of the office is its capaian
            isian = "pembilang_penyebut" if metode == "rasio" else "nilai"
            words = "0/9 0/9 0/9 0/9" if metode == "rasio" else "0 0 0 0"
            write(tx, f"N-{metode}", metode, "negatif_rasio", isian, words, TARGET[1])
        add_pk(tx, 2, mulai_triwulan=3)
        for kode in range(0, n, 5):  # the PK perubahan says half of it, and a quarter that it may not speak of
            add_targets(tx, f"I{kode:03}", 2, (Decimal(1), Decimal(2), Decimal(35), None, Decimal(90)))
        for kode in range(0, n, 7):
            save_words(tx, f"I{kode:03}", {2: "33", 4: "44?"}, versi=2)
    with store.transaction() as tx:
        cards = tx._cursor.sql("from indikator").pl()
        ended = cards.head(3).with_columns(
            pl.lit(2, pl.Int32).alias("versi"), pl.lit(TAHUN - 1, pl.Int32).alias("sampai_tahun")
        )
        tx.insert("indikator", ended)
        newer = cards[10:14].with_columns(pl.lit(3, pl.Int32).alias("versi"), pl.lit("stabil").alias("rumus"))
        tx.insert("indikator", newer)
        for table in (
            "unit",
            "bagian",
            "kategori",
            "sasaran",
            "indikator",
            "dokumen_rencana",
            "target",
            "realisasi",
            "pembenaran",
        ):
            rows = tx._cursor.sql(f"from {table}").pl()
            for unit in ("A", "B", "C"):
                tx.insert(table, rows.with_columns(pl.lit(unit).alias("unit")))
        later = PADA + timedelta(days=1)
        tx.insert("pengaturan", [
            {"unit": unit, "kunci": kunci, "mulai_tahun": tahun, "nilai": nilai, "oleh": "uji", "pada": pada}
            for unit, kunci, tahun, nilai, pada in (
                ("A", "batas_rata_rata", 2020, "100", PADA), ("A", "batas_rata_rata", 2020, "120", later),
                ("A", "batas_rata_rata", TAHUN + 1, "150", PADA), ("A", "target_nol", 2020, "0", PADA),
                ("B", "batas_rata_rata", 2020, "110", PADA), ("B", "batas_rata_rata", TAHUN, None, PADA),
                ("B", "target_nol", 2020, "0", PADA), ("B", "target_nol", 2021, "1", PADA),
                ("C", "batas_rata_rata", 2024, "150", PADA),
            )
        ])  # fmt: skip
        scale = {"unit": "B", "mulai_tahun": TAHUN, "warna": "#000", "ikon": "x"}
        tx.insert("kategori", [scale | {"urutan": 1, "nama": "Baik", "di_atas": Decimal(60)},
                               scale | {"urutan": 2, "nama": "Kurang", "di_atas": None}])  # fmt: skip
    return store


@cache
def district(folder: Path) -> Store:
    return kabupaten.build(folder, units=7)


@pytest.fixture(scope="module", params=["offices", "kabupaten"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, int]:
    """A store and the tahun to ask of it."""
    if request.param == "offices":
        return offices(), TAHUN
    return district(tmp_path_factory.mktemp("kabupaten")), 2025


def both(record: tuple[Store, int], unit: str | None, per: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    store, tahun = record
    with store._root.cursor() as cursor:
        rules = cursor.sql(ALL_UNITS, params={"tahun": tahun, "per": per}).pl()
        hand = cursor.sql(HAND, params={"unit": unit, "tahun": tahun, "per": per}).pl()
    return rules if unit is None else rules.filter(pl.col("unit") == unit), hand


@pytest.mark.parametrize("per", [date(2025, 5, 1), date(2026, 8, 1), date(2027, 2, 1)])
def test_the_query_written_by_hand_answers_as_the_rules_do(record: tuple[Store, int], per: date) -> None:
    rules, hand = both(record, None, per)
    assert rules.height > 100
    assert rules["unit"].n_unique() > 3
    assert hand.columns == rules.columns
    for column in rules.columns:
        assert hand[column].to_list() == rules[column].to_list(), column


def test_of_one_unit_it_answers_the_same(record: tuple[Store, int]) -> None:
    unit = both(record, None, date(2026, 12, 31))[0]["unit"][-1]
    rules, hand = both(record, unit, date(2026, 12, 31))
    assert rules.height > 10
    assert hand.rows() == rules.rows()


def test_the_offices_hold_every_case_on_which_the_two_could_differ() -> None:
    """Every metode with every rumus; every kategori and alasan that a tahun can have; settled and unsettled figures."""
    rules, _ = both((offices(), TAHUN), None, date(2026, 8, 1))
    assert rules.select("metode", "rumus").n_unique() == len(METODE) * len(RUMUS)
    assert {"Sangat Tinggi", "Tinggi", "Sangat Rendah", "Baik", "Kurang"} <= set(rules["kategori"])
    alasan = {"tanpa_target", "penyebut_nol", "tidak_tersedia", "belum_diisi", "belum_waktunya", "belum_lengkap"}
    assert set(rules["alasan"].drop_nulls()) == alasan
    assert set(rules["sementara"]) == {True, False}
    assert rules.filter(pl.col("dibenarkan") < pl.col("terisi")).height > 0
    assert rules.filter(pl.col("terisi") < pl.col("berlaku")).height > 0
    assert rules.filter(pl.col("berlaku") == 0).height > 0
    caps = rules.filter(pl.col("kode") == "N-tahunan").sort("unit")["capaian_persen"].to_list()
    assert caps == [100, 120, 100, 150]
