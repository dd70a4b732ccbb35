"""How far each bagian is with each triwulan, and where its kiriman stands in a word or two."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from lakip import sebutan
from lakip.dasbor.isi import KirimanBagian
from lakip.periode import PERIODE, TRIWULAN
from lakip.sop.dispensasi import Kirim, Pengiriman

Row = Mapping[str, Any]


def completeness(kiriman: pl.DataFrame, sent: Sequence[Pengiriman], tahun: int, per: date) -> pl.DataFrame:
    """Columns of read/kiriman_kelengkapan.sql with its keadaan as `kiriman`, and terlambat, and keadaan as
    grafik.kelengkapan names them; one row per bagian with indikator and triwulan. A bagian that measures nothing in a
    triwulan has berlaku 0 there."""
    ended = [n for n in TRIWULAN if PERIODE[f"TW{n}"].ends(tahun) <= per]
    late = [(p.bagian, p.triwulan, True) for p in sent if p.is_late]
    schema = {"bagian": pl.String, "triwulan": pl.Int32, "terlambat": pl.Boolean}
    grid = (
        kiriman.select("bagian", "bagian_nama")
        .unique(maintain_order=True)
        .join(pl.DataFrame({"triwulan": TRIWULAN}, schema={"triwulan": pl.Int32}), how="cross")
    )
    return (
        grid.join(kiriman.drop("bagian_nama"), on=["bagian", "triwulan"], how="left", maintain_order="left")
        .join(pl.DataFrame(late, schema, orient="row"), on=["bagian", "triwulan"], how="left", maintain_order="left")
        .rename({"keadaan": "kiriman"})
        .with_columns(pl.col("berlaku", "terisi", "dibenarkan").fill_null(0).cast(pl.Int64))
        .with_columns(pl.col("terlambat").fill_null(False))
        .with_columns(keadaan=_fill_state(pl.col("triwulan").is_in(ended)))
    )


def missing(per_triwulan: pl.DataFrame, sent: Pengiriman) -> list[str]:
    """The kode of the figures that a kiriman lacks."""
    own = per_triwulan.filter(bagian=sent.bagian, periode=f"TW{sent.triwulan}")
    return own.filter(pl.col("berlaku") > pl.col("terisi"))["kode"].to_list()


def never_sent(sent: Pengiriman) -> bool:
    """Whether a bagian still owes its first kiriman of a triwulan that has ended."""
    return sent.is_silent and sent.keadaan is not Kirim.BELUM_WAKTUNYA


def states(kiriman: pl.DataFrame, sent: Sequence[Pengiriman], triwulan: int) -> tuple[KirimanBagian, ...]:
    """Of every bagian that something is asked of in that triwulan. `kiriman`: read/kiriman_kelengkapan.sql."""
    day = {p.bagian: p for p in sent if p.triwulan == triwulan}
    rows = kiriman.filter(triwulan=triwulan).iter_rows(named=True)
    return tuple(_state(r, day[r["bagian"]]) for r in rows if r["bagian"] in day)


# ---------------------------------------------------------------- inside


def _state(row: Row, sent: Pengiriman) -> KirimanBagian:
    ikon, kata = _word(row, sent)
    name = row["bagian_nama"] or row["bagian"]
    return KirimanBagian(row["bagian"], name, sebutan.bagian(name), row["triwulan"], ikon, kata, ikon == "✓")


def _word(row: Row, sent: Pengiriman) -> tuple[str, str]:
    filled, whole = f"{row['terisi']}/{row['berlaku']}", row["terisi"] == row["berlaku"]
    said = (
        (row["terkunci"], ("✓", "disahkan")),
        (row["keadaan"] == "dikembalikan", ("↩", "dikembalikan")),
        (whole and row["dibenarkan"] == row["berlaku"], ("✓", "dibenarkan")),
        (sent.keadaan is Kirim.BELUM_WAKTUNYA, ("–", "belum waktunya")),
        (never_sent(sent), ("●", "belum mengirim")),
        (not whole, ("◑", f"{filled} terisi")),
        (row["keadaan"] == "diajukan", ("●", "menunggu Kasi")),
    )
    return next((words for holds, words in said if holds), ("●", "belum diajukan"))


def _fill_state(ended: pl.Expr) -> pl.Expr:
    """How far a bagian is with a triwulan: what was decided about it goes before how much is filled."""
    berlaku, terisi = pl.col("berlaku"), pl.col("terisi")
    return (
        pl.when(berlaku == 0)
        .then(pl.lit("tidak_diukur"))
        .when(pl.col("terlambat"))
        .then(pl.lit("terlambat"))
        .when(pl.col("kiriman") == "dikembalikan")
        .then(pl.lit("dikembalikan"))
        .when((terisi == berlaku) & (pl.col("dibenarkan") == berlaku))
        .then(pl.lit("dibenarkan"))
        .when((terisi == berlaku) & (pl.col("kiriman") == "diajukan"))
        .then(pl.lit("diajukan"))
        .when(terisi == berlaku)
        .then(pl.lit("lengkap"))
        .when(terisi > 0)
        .then(pl.lit("sebagian"))
        .when(~ended)
        .then(pl.lit("belum_waktunya"))
        .otherwise(pl.lit("kosong"))
    )
