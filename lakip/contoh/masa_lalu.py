"""Recording what happened in the past: the real save functions write the day of the event, not of the loading.

Only for the example: its trail would otherwise say that three years happened within a second.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import polars as pl

from lakip.store import Row, Store, Transaction
from lakip.utuh.segel import hash_of


class PastTransaction(Transaction):
    """One open transaction whose rows are stamped `pada`. What was read is kept until a table is written that it rests
    on; `behind` names those of a question."""

    def __init__(self, tx: Transaction, pada: datetime, behind: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(tx._cursor, tx._schemas, tx._tables)
        self.tulisan = tx.tulisan
        self.pada = pada
        self._behind = behind
        self._writes: Counter[str] = Counter()
        self._kept: dict[tuple[str, str], tuple[tuple[int, ...], pl.DataFrame]] = {}

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        if name == "jejak_terakhir":
            return super().read(name, **params).with_columns(jam=None)  # it writes of days gone by
        key, standing = (name, repr(sorted(params.items()))), tuple(self._writes[t] for t in self._behind(name))
        then, frame = self._kept.get(key, (None, None))
        if frame is None or then != standing:
            frame = super().read(name, **params)
            self._kept[key] = standing, frame
        return frame

    def run(self, name: str, **params: Any) -> None:
        self._writes.update(self._tables)
        super().run(name, **params)

    def insert(self, table: str, rows: Sequence[Row] | pl.DataFrame) -> None:
        listed: list[dict[str, Any]] = rows.to_dicts() if isinstance(rows, pl.DataFrame) else [dict(r) for r in rows]
        dated = [{**row, "pada": self.pada} if "pada" in row else row for row in listed]
        if table == "jejak":
            dated = [{**row, "hash": hash_of(row)} for row in dated]
        self._writes[table] += 1
        super().insert(table, dated)


class PastStore(Store):
    """A store of which all transactions are one: everything or nothing."""

    def __init__(self, store: Store, tx: PastTransaction) -> None:
        self.folder = store.folder
        self.tx = tx

    def checkpoint(self) -> bool:
        """Nothing is committed yet."""
        return False

    @property
    def version(self) -> int:
        """Stands: nobody else writes within the one transaction."""
        return 0

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        return self.tx.read(name, **params)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        yield self.tx
