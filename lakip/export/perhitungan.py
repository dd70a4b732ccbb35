"""How each figure of the periode was worked out, step by step, for the appendix: what the card says on the screen."""

from typing import Any

import polars as pl

from lakip import kartu
from lakip.export.bahan import Bahan, Row
from lakip.export.baris import BarisPerhitungan

DARI = ("keadaan", "alasan", "nilai", "pembilang", "penyebut")


def table(bahan: Bahan) -> tuple[BarisPerhitungan, ...]:
    """One row per indikator: its formula with the numbers in it, and its rounding. Those not measured say why."""
    cards = {r["kode"]: r for r in bahan.rencana.iter_rows(named=True)}
    return tuple(
        BarisPerhitungan(
            indikator=f"{row['kode']} {row['nama']}",
            langkah="\n".join(kartu.explain(cards[row["kode"]], _quarters(bahan, row), row, bahan.tahun)),
            pembulatan=f"{row['desimal']} desimal" if row["desimal"] else "bilangan bulat",
        )
        for row in bahan.kini.iter_rows(named=True)
        if row["kode"] in cards
    )


def _quarters(bahan: Bahan, row: Row) -> pl.DataFrame:
    """The quarters of one indikator as kartu.explain wants them."""
    targets = bahan.target.filter(pl.col("indikator") == row["kode"])
    of = {r["periode"]: r["nilai"] for r in targets.iter_rows(named=True)}
    found: list[dict[str, Any]] = []
    for n in bahan.periode.triwulan:
        saved = bahan.figure(row["kode"], n) or dict.fromkeys(DARI)
        found.append({"triwulan": n, "target": of.get(f"TW{n}"), **{name: saved[name] for name in DARI}})
    return pl.DataFrame(found, infer_schema_length=None)
