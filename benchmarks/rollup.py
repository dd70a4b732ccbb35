"""Capaian at 2.2 million realisasi: rollup against one hand-written query, pandas, Polars and indexed SQLite."""

import sqlite3
import tempfile
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

from benchmarks.kabupaten import build
from benchmarks.ukur import medians, show
from lakip import rollup
from lakip.store import Store

TAHUN, UNIT, PER = 2025, "U0042", date(2026, 12, 31)
HAND = Path(__file__).with_name("tangan.sql").read_text(encoding="utf-8")
# The columns that the handwritten query answers with.
ALL_UNITS = """
select unit, kode, nama, metode, rumus, target, realisasi, berlaku, terisi, dibenarkan, capaian_persen, sementara, kategori,
    alasan
from capaian_periode($tahun, ['TH'], $per) order by unit, kode
"""
SQLITE = """
select i.kode, i.metode, a.nilai as target, count(t.nilai) as berlaku, count(r.keadaan) as terisi, sum(r.nilai) as jumlah,
    avg(r.nilai) as rata, sum(r.pembilang) as pembilang, sum(r.penyebut) as penyebut
from indikator i
join target a on a.unit = i.unit and a.indikator = i.kode and a.tahun = :tahun and a.periode = 'TH'
join target t on t.unit = i.unit and t.indikator = i.kode and t.tahun = :tahun and t.periode <> 'TH' and t.nilai is not null
left join realisasi r on r.unit = i.unit and r.indikator = i.kode and r.tahun = :tahun
    and r.triwulan = cast(substr(t.periode, 3) as integer)
where :unit is null or i.unit = :unit
group by i.unit, i.kode
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = build(Path(folder))
        with store._root.cursor() as cursor:  # the benchmark asks questions that no screen asks
            one, every = {"unit": UNIT, "tahun": TAHUN}, {"unit": None, "tahun": TAHUN}
            asked, asked_all = one | {"per": PER}, every | {"per": PER}
            frames = _frames(cursor)
            lite = _sqlite(frames)
            frames_pd = {name: frame.to_pandas() for name, frame in frames.items()}
            show(
                f"Satu unit, satu tahun ({frames['realisasi'].height:,} realisasi dalam basis data)",
                medians({
                    "kueri tulisan tangan (DuckDB)": lambda: cursor.sql(HAND, params=asked).pl(),
                    "rollup.capaian": lambda: asked_anew(store),
                    "Polars di memori": lambda: _polars(frames, UNIT),
                    "pandas di memori": lambda: _pandas(frames_pd, UNIT),
                    "SQLite berindeks": lambda: lite.execute(SQLITE, one).fetchall(),
                }),
                "kueri tulisan tangan (DuckDB)",
                "rollup at most 2 x",
            )  # fmt: skip
            show(
                "Semua unit, satu tahun",
                medians({
                    "kueri tulisan tangan (DuckDB)": lambda: cursor.sql(HAND, params=asked_all).pl(),
                    "rollup (capaian_periode)": lambda: cursor.sql(ALL_UNITS, params={"tahun": TAHUN, "per": PER}).pl(),
                    "Polars di memori": lambda: _polars(frames, None),
                    "pandas di memori": lambda: _pandas(frames_pd, None),
                    "SQLite berindeks": lambda: lite.execute(SQLITE, every).fetchall(),
                }, 5),
                "kueri tulisan tangan (DuckDB)",
                "rollup at most 1.5 x",
            )  # fmt: skip
        store.close()


def asked_anew(store: Store) -> pl.DataFrame:
    """Without the answer that was kept."""
    store.forget()
    return rollup.capaian(store, UNIT, TAHUN, "TH", PER)


def _frames(cursor: duckdb.DuckDBPyConnection) -> dict[str, pl.DataFrame]:
    columns = {
        "indikator": "unit, kode, metode",
        "target": "unit, indikator, tahun, periode, nilai::double as nilai",
        "realisasi": "unit, indikator, tahun, triwulan, keadaan, nilai::double as nilai, pembilang::double as pembilang, "
        "penyebut::double as penyebut",
    }
    return {table: cursor.sql(f"select {wanted} from {table}").pl() for table, wanted in columns.items()}


def _sqlite(frames: dict[str, pl.DataFrame]) -> sqlite3.Connection:
    lite = sqlite3.connect(":memory:")
    for table, frame in frames.items():
        lite.execute(f"create table {table} ({', '.join(frame.columns)})")
        marks = ", ".join("?" * frame.width)
        lite.executemany(f"insert into {table} values ({marks})", frame.iter_rows())
    lite.execute("create index i on indikator (unit, kode)")
    lite.execute("create index t on target (unit, indikator, tahun, periode)")
    lite.execute("create index r on realisasi (unit, indikator, tahun, triwulan)")
    return lite


def _polars(frames: dict[str, pl.DataFrame], unit: str | None) -> pl.DataFrame:
    """The core of the question only: target, realisasi by metode, counts; no versions, no kategori."""
    here = pl.lit(True) if unit is None else pl.col("unit") == unit
    year = pl.col("tahun") == TAHUN
    target = frames["target"].lazy().filter(here & year)
    quarterly = target.filter((pl.col("periode") != "TH") & pl.col("nilai").is_not_null()).select(
        "unit", "indikator", pl.col("periode").str.slice(2).cast(pl.Int32).alias("triwulan")
    )
    folded = (
        quarterly.join(frames["realisasi"].lazy().filter(here & year), on=["unit", "indikator", "triwulan"], how="left")
        .sort("triwulan")
        .group_by("unit", "indikator")
        .agg(
            pl.len().alias("berlaku"), pl.col("keadaan").count().alias("terisi"), pl.col("nilai").sum().alias("jumlah"),
            pl.col("nilai").mean().alias("rata"), pl.col("nilai").drop_nulls().last().alias("akhir"),
            (100 * pl.col("pembilang").sum() / pl.col("penyebut").sum()).alias("rasio"),
        )
    )  # fmt: skip
    annual = target.filter(pl.col("periode") == "TH").select("unit", "indikator", pl.col("nilai").alias("target"))
    cards = frames["indikator"].lazy().filter(here).rename({"kode": "indikator"})
    joined = cards.join(folded, on=["unit", "indikator"]).join(annual, on=["unit", "indikator"])
    by_metode = (
        pl.when(pl.col("metode") == "jumlah").then("jumlah").when(pl.col("metode") == "rata_rata").then("rata")
        .when(pl.col("metode") == "rasio").then("rasio").otherwise("akhir")
    )  # fmt: skip
    return joined.with_columns(by_metode.alias("realisasi")).collect()


def _pandas(frames: dict[str, pd.DataFrame], unit: str | None) -> pd.DataFrame:
    """As _polars, by the book."""
    target, realisasi, cards = (frames[name] for name in ("target", "realisasi", "indikator"))
    target, realisasi = target[target["tahun"] == TAHUN], realisasi[realisasi["tahun"] == TAHUN]
    if unit is not None:
        target, realisasi, cards = (f[f["unit"] == unit] for f in (target, realisasi, cards))
    keys = ["unit", "indikator"]
    quarterly = target[(target["periode"] != "TH") & target["nilai"].notna()]
    quarterly = quarterly.assign(triwulan=quarterly["periode"].str[2].astype(int))[[*keys, "triwulan"]]
    groups = quarterly.merge(realisasi, on=[*keys, "triwulan"], how="left").sort_values("triwulan").groupby(keys)
    folded = groups.agg(
        berlaku=("triwulan", "size"), terisi=("keadaan", "count"), jumlah=("nilai", "sum"), rata=("nilai", "mean"),
        akhir=("nilai", "last"), pembilang=("pembilang", "sum"), penyebut=("penyebut", "sum"),
    ).reset_index()  # fmt: skip
    annual = target[target["periode"] == "TH"][[*keys, "nilai"]].rename(columns={"nilai": "target"})
    joined = cards.rename(columns={"kode": "indikator"}).merge(folded, on=keys).merge(annual, on=keys)
    joined["realisasi"] = joined["akhir"]
    for metode, column in (("jumlah", "jumlah"), ("rata_rata", "rata")):
        joined.loc[joined["metode"] == metode, "realisasi"] = joined[column]
    rasio = joined["metode"] == "rasio"
    joined.loc[rasio, "realisasi"] = 100 * joined["pembilang"] / joined["penyebut"]
    return joined


if __name__ == "__main__":
    main()
