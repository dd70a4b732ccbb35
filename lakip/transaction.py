"""What a cursor may be asked: the selects of queries/read/ by name, and within a transaction the writing of rows, which
are sealed as they are written. `store` begins and ends it.
"""

import itertools
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from lakip.errors import UserError
from lakip.tumpuan import tables_of
from lakip.utuh import kunci, segel, terbuka
from lakip.utuh.segel import Tulisan

QUERIES = Path(__file__).parent / "queries"

# It advises a relation, which copies the rows once less and costs a quarter more.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result", category=UserWarning)

Row = Mapping[str, Any]

SEDIKIT = 60  # cells; that many are written sooner as they are than as a frame, which has to be shown to the engine


@cache
def sql_of(kind: str, name: str) -> str:
    return (QUERIES / kind / f"{name}.sql").read_text(encoding="utf-8")


@cache
def _guarded() -> frozenset[str]:
    return frozenset(path.stem for path in (QUERIES / "kunci").glob("*.sql"))


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Raises UserError when what is asked for lies in a part of the file that is damaged."""
    try:
        yield
    except duckdb.Error as error:
        if terbuka.is_damage(str(error)):
            raise UserError(terbuka.SEBAGIAN.format(what)) from error
        raise


class Reader:
    """Runs the selects of queries/read/ on one cursor."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """The frame of queries/read/<name>.sql; its columns and grain are told at the top of that file."""
        with readable(f"pertanyaan {name}"):
            # A relation would be planned twice: once to name it.
            self._cursor.execute(sql_of("read", name), params or None)
            frame = pl.from_arrow(self._cursor.to_arrow_table(), rechunk=False)
        assert isinstance(frame, pl.DataFrame)
        return frame


class Transaction(Reader):
    """What may be done between begin and commit."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, schemas: dict[str, pl.Schema], tables: frozenset[str]
    ) -> None:
        super().__init__(cursor)
        self._schemas, self._tables = schemas, tables
        self.tulisan = Tulisan()

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """See `Reader.read`. The end of the trail is what this transaction has added to it: acts are written last."""
        if name == "jejak_terakhir" and self.tulisan.perbuatan:
            return pl.DataFrame([{**self.tulisan.perbuatan[-1], "jam": None}]).select("nomor", "hash", "jam")
        return super().read(name, **params)

    def run(self, name: str, **params: Any) -> None:
        """Execute queries/write/<name>.sql."""
        sql = sql_of("write", name)
        self.change(tables_of(sql, (), self._tables))
        self._cursor.execute(sql, params or None)

    def change(self, tables: Iterable[str]) -> None:
        """The last act of this transaction seals these tables whole, as they stand when it ends."""
        self.tulisan.tabel.update(tables)
        self.tulisan.diubah.update(set(tables) - segel.TANPA)

    def insert(self, table: str, rows: Sequence[Row] | pl.DataFrame) -> None:
        """Append rows by column name; columns left out become null. Types are those of the table.

        Raises UserError when queries/kunci/<table>.sql finds one that an approval has closed: no way into
        the record goes around this.
        """
        if not len(rows):
            return
        self.tulisan.tabel.add(table)
        if table == "jejak":
            assert not isinstance(rows, pl.DataFrame)
            self.tulisan.perbuatan += [{**row} for row in rows]
            return
        self._put(table, rows)

    def finish(self) -> list[dict[str, Any]]:
        """Write the acts, the last with the seal of everything; gives them. Without an act, nothing is sealed."""
        done = self.tulisan
        if not done.perbuatan:
            return []
        now = {t: self._digests(f"select {self._digest(t)} from {t}") for t in sorted(done.diubah)}
        seals = segel.close(done, now)
        key = kunci.own()
        for act in done.perbuatan:
            act["tanda"] = key.sign(act["hash"]) if key else None
        self._put("jejak", [{"segel": None, **act} for act in done.perbuatan])
        self._put("segel", seals)
        done.tabel.add("segel")
        return done.perbuatan

    def _digest(self, table: str) -> str:
        return segel.expression(table, self._columns(table))

    def _digests(self, sql: str, params: Any = None) -> list[int]:
        return [digest for (digest,) in self._cursor.execute(sql, params).fetchall()]

    def _put(self, table: str, rows: Sequence[Row] | pl.DataFrame) -> None:
        if not len(rows):
            return
        columns = self._columns(table)
        if isinstance(rows, pl.DataFrame):
            frame = rows
        else:
            names = {name for row in rows for name in row}
            if unknown := names - columns.keys():
                raise KeyError(f"{table} has no column {sorted(unknown)}")
            wanted = columns if table in _guarded() else names  # what guards a table may ask of every column
            frame = pl.DataFrame(rows, schema={n: t for n, t in columns.items() if n in wanted})
        guarded = table in _guarded()
        sealed = self.tulisan.sidik.setdefault(table, []) if table not in segel.TANPA else None
        given = f" returning {self._digest(table)}" if sealed is not None else ""
        if not guarded and frame.height * frame.width <= SEDIKIT:
            cells = itertools.chain.from_iterable(frame.iter_rows())
            row = f"({', '.join('?' * frame.width)})"
            into = f"insert into {table} ({', '.join(frame.columns)}) values {', '.join([row] * frame.height)}"
            digests = self._digests(into + given, [*cells])
        else:
            self._cursor.register("baris_baru", frame)
            if guarded and (refused := self._cursor.execute(sql_of("kunci", table)).fetchone()):
                raise UserError(refused[0])
            digests = self._digests(f"insert into {table} by name select * from baris_baru{given}")
            self._cursor.unregister("baris_baru")
        if sealed is not None:
            sealed += digests

    def _columns(self, table: str) -> pl.Schema:
        if table not in self._schemas:
            self._schemas[table] = self._cursor.sql(f"select * from {table} limit 0").pl().schema
        return self._schemas[table]
