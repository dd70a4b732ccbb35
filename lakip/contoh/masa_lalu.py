"""Recording what happened in the past: the real save functions write the day of the event, not of the loading.

Only for the example: its trail would otherwise say that three years happened within a second.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import polars as pl

from lakip import jejak
from lakip.store import Row, Store, Transaction

# Questions about figures, and the tables of a run and its papers, which no figure hangs on.
ANGKA = frozenset({"capaian", "rata_rata", "anggaran_pohon", "acuan", "realisasi_tahun", "pengaturan_berlaku"})
JALAN = frozenset({"alur", "potret", "laporan", "disposisi", "disposisi_cap", "sosialisasi", "sosialisasi_hadir"})


class PastTransaction(Transaction):
    """One open transaction whose rows are stamped `pada`. The trail is kept aside until `finish`: it is only
    ever asked for its end. What was read is kept until something is written that it may hang on."""

    def __init__(self, tx: Transaction, pada: datetime) -> None:
        super().__init__(tx._cursor, tx._schemas, tx._tables)
        self.written = tx.written
        self.pada = pada
        self._trail: list[dict[str, Any]] = []
        self._kept: dict[tuple[str, str], pl.DataFrame] = {}

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        if name == "jejak_terakhir" and self._trail:
            return pl.DataFrame([self._trail[-1]]).select("nomor", "hash")
        key = (name, repr(sorted(params.items())))
        if key not in self._kept:
            self._kept[key] = super().read(name, **params)
        return self._kept[key]

    def run(self, name: str, **params: Any) -> None:
        self._kept.clear()
        super().run(name, **params)

    def insert(self, table: str, rows: Sequence[Row] | pl.DataFrame) -> None:
        listed: list[dict[str, Any]] = rows.to_dicts() if isinstance(rows, pl.DataFrame) else [dict(r) for r in rows]
        dated = [{**row, "pada": self.pada} if "pada" in row else row for row in listed]
        if table == "jejak":
            self._trail += [{**row, "hash": jejak.seal(row)} for row in dated]
        else:
            self._kept = {k: v for k, v in self._kept.items() if table in JALAN and k[0] in ANGKA}
            super().insert(table, dated)

    def finish(self) -> None:
        super().insert("jejak", self._trail)


class PastStore(Store):
    """A store of which all transactions are one: everything or nothing."""

    def __init__(self, store: Store, tx: PastTransaction) -> None:
        self.folder = store.folder
        self.tx = tx

    @property
    def version(self) -> int:
        """Stands: nobody else writes within the one transaction."""
        return 0

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        return self.tx.read(name, **params)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        yield self.tx
