"""The budget as it stands: the tree with its sums."""

from typing import Any

import polars as pl

from lakip.store import Store


def pohon(store: Store, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """The whole tree with realisasi of `triwulan` and up to it; columns as read/anggaran_pohon.sql.

    Empty when the tahun has no pagu yet.
    """
    return store.read("anggaran_pohon", unit=unit, tahun=tahun, triwulan=triwulan)


def total(store: Store, unit: str, tahun: int, triwulan: int = 4) -> dict[str, Any] | None:
    """The last row of the tree, or None without pagu."""
    rows = pohon(store, unit, tahun, triwulan).filter(pl.col("jenjang") == "total")
    return None if rows.is_empty() else rows.row(0, named=True)
