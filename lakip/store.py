"""The DuckDB file: open, migrate, read, write. Beside `salinan` the only importer of duckdb.

SQL lives in queries/ and takes `$name` parameters. Reading opens a cursor of its own; writing is one
transaction at a time behind a lock, because one process and one writer is what DuckDB does well.

An answer is kept until a table it rests on is written: a question costs some 40 ms however it is put, and a screen
asks two dozen at each look. Every commit raises the numbers of the tables it wrote; a read takes those of its own
tables before it begins, and what it finds is kept under them, so that a figure from before a commit is never given
after it.
"""

import hashlib
import itertools
import re
import threading
import time
import uuid
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from lakip import VERSI, salinan, tukar
from lakip.errors import UserError
from lakip.jawaban import Jawaban
from lakip.salinan import FILE_NAME
from lakip.tumpuan import tables_of

QUERIES = Path(__file__).parent / "queries"
BUSY = (
    "Basis data sedang dipegang aplikasi Lakip yang berjalan. "
    "Hentikan aplikasi itu (Ctrl+C di jendelanya), lalu ulangi perintah ini."
)

TAK_TERBUKA = (
    "Basis data {path} tidak dapat dibuka: rusak, bukan basis data Lakip, atau tidak boleh dibaca dan ditulis. "
    "Periksa izinnya, atau pulihkan dari cadangan ke folder baru."
)
LEBIH_BARU = (
    "Data ini terakhir ditulis {}, yang lebih baru daripada program ini (Lakip {}). Tidak ada yang diubah. "
    "Jalankan program yang baru itu; atau pulihkan cadangan “pembaruan” yang dibuat sebelum program diganti: "
    "python -m lakip pulihkan BERKAS."
)

# It advises a relation, which copies the rows once less and costs a quarter more.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result", category=UserWarning)

Row = Mapping[str, Any]

# Bytes of a record whose questions cost their planning: more threads only add a tenth to it. One of all kecamatan of
# the country has more, and is folded on every core.
KECIL = 100_000_000

SEDIKIT = 60  # cells; that many are written sooner as they are than as a frame, which has to be shown to the engine

LAMPAU = 8_000_000  # bytes of answers about one past moment, of which several may stand in memory

PINTU = frozenset({"akun", "sesi", "jejak"})  # what signing in and out writes: no figure hangs on it

_moments: ContextVar["dict[Store, _Moment] | None"] = ContextVar("moments", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """Within it, each store is read as it stands at its first question, whatever others commit, and answers the same
    question once. Also a decorator.

    For what gathers many facts of one record. What this thread itself writes meanwhile is not seen either.
    """
    if _moments.get() is not None:
        yield
        return
    moments: dict[Store, _Moment] = {}
    token = _moments.set(moments)
    try:
        yield
    finally:
        _moments.reset(token)
        for moment in moments.values():
            moment.close()


@cache
def _sql(kind: str, name: str) -> str:
    return (QUERIES / kind / f"{name}.sql").read_text(encoding="utf-8")


@cache
def _guarded() -> frozenset[str]:
    return frozenset(path.stem for path in (QUERIES / "kunci").glob("*.sql"))


@cache
def _rules(queries: Path) -> tuple[str, ...]:
    """The macros and views, in the order of their stage."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(queries.glob("[0-9]_*.sql")))


@cache
def _tables(queries: Path) -> frozenset[str]:
    """The tables of a record once every migration is applied: asking the catalogue costs a third of opening it."""
    sql = "\n".join(path.read_text(encoding="utf-8") for path in sorted((queries / "tables").glob("*.sql")))
    return frozenset(re.findall(r"^create table (\w+)", sql, re.M)) - set(
        re.findall(r"^drop table (\w+)", sql, re.M)
    ) | {"migrasi"}


@cache
def _rules_version(queries: Path) -> str:
    """Changes with the rules, with the tables they were made over, and with the engine that holds them."""
    tables = (path.read_text(encoding="utf-8") for path in sorted((queries / "tables").glob("*.sql")))
    return hashlib.sha256("\0".join((duckdb.__version__, *tables, *_rules(queries))).encode()).hexdigest()


def _rules_there(cursor: duckdb.DuckDBPyConnection) -> str:
    """Changes with every macro and view that a record holds."""
    asked = """
        select function_name, parameters::varchar, macro_definition from duckdb_functions()
        where not internal and function_name <> 'versi_aturan'
        union all select view_name, '', sql from duckdb_views() where not internal
        order by all
    """
    said = repr(cursor.execute(asked).fetchall())
    # What a star leaves out is told in no order of its own.
    said = re.sub(r"EXCLUDE \(([^)]*)\)", lambda left: ",".join(sorted(left[1].split(", "))), said)
    return hashlib.sha256(said.encode()).hexdigest()


class _Reader:
    """Runs the selects of queries/read/ on one cursor."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """The frame of queries/read/<name>.sql; its columns and grain are told at the top of that file."""
        self._cursor.execute(_sql("read", name), params or None)  # a relation would be planned twice: once to name it
        frame = pl.from_arrow(self._cursor.to_arrow_table(), rechunk=False)
        assert isinstance(frame, pl.DataFrame)
        return frame


class _Moment(_Reader):
    """A record as it stood when this began: an open transaction that only reads."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, written: Mapping[str, int]) -> None:
        super().__init__(cursor)
        self.written = written
        self.answers: dict[tuple[str, str], pl.DataFrame] = {}

    def close(self) -> None:
        self._cursor.rollback()
        self._cursor.close()


class Transaction(_Reader):
    """What may be done between begin and commit."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, schemas: dict[str, pl.Schema], tables: frozenset[str]
    ) -> None:
        super().__init__(cursor)
        self._schemas, self._tables = schemas, tables
        self.written: set[str] = set()

    def run(self, name: str, **params: Any) -> None:
        """Execute queries/write/<name>.sql."""
        sql = _sql("write", name)
        self.written.update(tables_of(sql, (), self._tables))
        self._cursor.execute(sql, params or None)

    def insert(self, table: str, rows: Sequence[Row] | pl.DataFrame) -> None:
        """Append rows by column name; columns left out become null. Types are those of the table.

        Raises UserError when queries/kunci/<table>.sql finds one that an approval has closed: no way into
        the record goes around this.
        """
        if not len(rows):
            return
        columns = self._columns(table)
        self.written.add(table)
        if isinstance(rows, pl.DataFrame):
            frame = rows
        else:
            names = {name for row in rows for name in row}
            if unknown := names - columns.keys():
                raise KeyError(f"{table} has no column {sorted(unknown)}")
            wanted = columns if table in _guarded() else names  # what guards a table may ask of every column
            frame = pl.DataFrame(rows, schema={n: t for n, t in columns.items() if n in wanted})
        guarded = table in _guarded()
        if not guarded and frame.height * frame.width <= SEDIKIT:
            cells = itertools.chain.from_iterable(frame.iter_rows())
            row = f"({', '.join('?' * frame.width)})"
            self._cursor.execute(
                f"insert into {table} ({', '.join(frame.columns)}) values {', '.join([row] * frame.height)}", [*cells]
            )
            return
        self._cursor.register("baris_baru", frame)
        if guarded and (refused := self._cursor.execute(_sql("kunci", table)).fetchone()):
            raise UserError(refused[0])
        self._cursor.execute(f"insert into {table} by name select * from baris_baru")
        self._cursor.unregister("baris_baru")

    def _columns(self, table: str) -> pl.Schema:
        if table not in self._schemas:
            self._schemas[table] = self._cursor.sql(f"select * from {table} limit 0").pl().schema
        return self._schemas[table]


class Store:
    """One DuckDB file under `folder` (None: in memory, for tests).

    `saat`: the moment (UTC) until which it holds the record; None: all of it, and whatever is written next.

    Raises UserError when another process holds the file, or when it cannot be opened.
    """

    saat: datetime | None = None

    def __init__(self, folder: Path | None = None, sebelum: "Callable[[Store], object] | None" = None) -> None:
        self.folder, self._sebelum = folder, sebelum
        self._lock = threading.RLock()
        self._commit = threading.Lock()  # a commit and its numbers are one to whoever begins to read
        self._tables = _tables(QUERIES)
        self._written = dict.fromkeys(self._tables, 0)
        self._answers = Jawaban()
        self._open()

    def _open(self) -> None:
        folder = self.folder
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": "2GB",
            "python_enable_replacements": False,
        }
        if folder is None or not (folder / FILE_NAME).exists() or (folder / FILE_NAME).stat().st_size < KECIL:
            config["threads"] = 1
        if folder is not None:
            for name in ("arsip", "cadangan"):
                (folder / name).mkdir(parents=True, exist_ok=True)
            tukar.finish(folder)
        try:
            self._root = duckdb.connect(str(folder / FILE_NAME) if folder else ":memory:", config=config)
        except duckdb.Error as error:
            if salinan.is_busy(error):
                raise UserError(BUSY) from error
            if folder is not None and "version number" in str(error):
                raise UserError(LEBIH_BARU.format(f"DuckDB {salinan.writer_of(folder / FILE_NAME)}", VERSI)) from error
            raise UserError(TAK_TERBUKA.format(path=folder and folder / FILE_NAME)) from error
        if folder is not None:
            allowed = str((folder / "cadangan").resolve()).replace("'", "''")
            self._root.execute(f"set allowed_directories = ['{allowed}']")
        self._root.execute("set enable_external_access = false")
        self._root.execute("set lock_configuration = true")
        try:
            self._bring_up_to_date()
        except BaseException:
            self._root.close()
            raise
        self._schemas: dict[str, pl.Schema] = {}
        self._last_commit = time.monotonic()

    def close(self) -> None:
        self._root.close()

    @property
    def version(self) -> int:
        """Grows with each commit that changed more than who is signed in: while it stands, so does every figure."""
        return sum(number for table, number in self._written.items() if table not in PINTU)

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """See `_Reader.read`; a cursor of its own, so threads do not disturb each other."""
        asked, moment = repr(sorted(params.items())), self._moment()
        if moment is not None and (name, asked) in moment.answers:
            return moment.answers[name, asked].clone()
        written = moment.written if moment else self._written
        question = name, asked, tuple(written[table] for table in self.behind(name))
        frame = self._answers.recall(question)
        if frame is None:
            frame = self._ask(moment, name, params)
            self._answers.keep(question, frame)
        if moment is not None:
            moment.answers[name, asked] = frame.clone()
        return frame

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All or nothing: commits at the end, rolls back when anything is raised. One at a time."""
        with self._lock, self._root.cursor() as cursor:
            cursor.begin()
            tx = Transaction(cursor, self._schemas, self._tables)
            try:
                yield tx
            except BaseException:
                cursor.rollback()
                raise
            with self._commit:
                try:
                    cursor.commit()
                finally:
                    self.forget(tx.written)
                    self._last_commit = time.monotonic()

    def forget(self, tables: Iterable[str] | None = None) -> None:
        """Give no answer again that rests on these tables (None: any), because something else wrote to them."""
        for table in self._tables if tables is None else tables:
            self._written[table] += 1

    @contextmanager
    def trial(self) -> Iterator[Transaction]:
        """A transaction that is never kept: to see what a change would do."""
        with self._lock, self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield Transaction(cursor, self._schemas, self._tables)
            finally:
                cursor.rollback()

    def as_of(self, saat: datetime, unit: str, tersimpan: Mapping[str, Sequence[Row]] | None = None) -> "Store":
        """The record of one unit with only the rows written until a moment (UTC), in memory, under the same rules.

        A table without `pada` comes whole, or as its rows in `tersimpan` say; of the potret come those of approvals;
        the trail and sessions are left out. To be read, and closed.
        """
        then, tersimpan = Store(None), tersimpan or {}
        then.saat = saat
        then._answers = Jawaban(LAMPAU)
        with self._root.cursor() as cursor, then._root.cursor() as target:
            known = "select table_name, list(column_name) from duckdb_columns() where not internal group by table_name"
            for table, columns in cursor.execute(known).fetchall():
                if table not in self._tables or table in ("migrasi", "jejak", "sesi", "program"):
                    continue
                if rows := tersimpan.get(table):
                    target.register("baris", pl.DataFrame(rows, infer_schema_length=None))
                    target.execute(f"insert into {table} by name select * from baris")
                    continue
                asked: dict[str, Any] = {"saat": saat} if "pada" in columns else {}
                asked |= {"unit": unit} if "unit" in columns else {}
                until = "id in (select potret from alur where pada <= $saat)" if table == "potret" else "pada <= $saat"
                wanted = [{"saat": until, "unit": "unit = $unit"}[k] for k in asked]
                where = f"where {' and '.join(wanted)}" if wanted else ""
                target.register("baris", cursor.sql(f"from {table} {where}", params=asked or None).pl())
                target.execute(f"insert into {table} by name select * from baris")
        return then

    def archive(self, sha256: str, suffix: str, content: bytes) -> None:
        """Keep the bytes of an uploaded file. Written before the transaction that refers to them."""
        if self.folder is None:
            return
        target = self.archived(sha256, suffix)
        if target.exists() and target.stat().st_size == len(content):
            return
        # A name of its own: two may bring the same file at once.
        half = target.with_suffix(f".{uuid.uuid4().hex}.tmp")
        half.write_bytes(content)
        half.replace(target)

    def archived(self, sha256: str, suffix: str) -> Path:
        assert self.folder is not None, "an in-memory store archives nothing"
        return self.folder / "arsip" / f"{sha256}{suffix}"

    def copy_to(self, folder: Path) -> tuple[salinan.Isi, dict[str, str]]:
        """See `salinan.write`; `folder` lies under cadangan/ of this record."""
        with self._root.cursor() as cursor:
            return salinan.write(cursor, folder)

    def exchange(self, swap: Callable[[], object]) -> None:
        """Let the files of the record be exchanged while nobody has them open; nothing that was asked before counts."""
        with self._lock:
            self.close()
            try:
                swap()
            finally:
                self._open()
                self.forget()

    def checkpoint(self) -> None:
        """Bring everything that was committed into the file itself."""
        with self._root.cursor() as cursor:
            cursor.execute("checkpoint")

    def is_quiet(self, detik: float) -> bool:
        """Whether nobody has written for so long."""
        return time.monotonic() - self._last_commit >= detik

    def behind(self, name: str) -> tuple[str, ...]:
        """The tables that queries/read/<name>.sql rests on."""
        return tables_of(_sql("read", name), _rules(QUERIES), self._tables)

    def _moment(self) -> _Moment | None:
        """That of this store within `one_moment`; it begins with the first question."""
        moments = _moments.get()
        if moments is None:
            return None
        if self not in moments:
            with self._commit:
                cursor = self._root.cursor()
                cursor.begin()
                cursor.execute("from migrasi limit 1").fetchall()  # until something is read, the moment is not fixed
                moments[self] = _Moment(cursor, dict(self._written))
        return moments[self]

    def _ask(self, moment: _Moment | None, name: str, params: Row) -> pl.DataFrame:
        if moment is not None:
            return moment.read(name, **params)
        with self._root.cursor() as cursor:
            return _Reader(cursor).read(name, **params)

    def _bring_up_to_date(self) -> None:
        """Apply each new tables/NNN_*.sql in one transaction with its record, load the rules, say who this program is.

        `sebelum` is called before, when there is something in the record and another program wrote it last. Raises
        UserError when that was a newer one.
        """
        known = [path.stem for path in sorted((QUERIES / "tables").glob("*.sql"))]
        with self._root.cursor() as cursor:
            cursor.execute("create table if not exists migrasi (nama varchar primary key, pada timestamp)")
            done = {name for (name,) in cursor.execute("select nama from migrasi").fetchall()}
            try:
                asked = "select versi, duckdb from program order by nomor desc limit 1"
                last = cursor.execute(asked).fetchall()
            except duckdb.CatalogException:
                last = []
            if done.difference(known):
                raise UserError(LEBIH_BARU.format(f"Lakip {last[0][0]}" if last else "Lakip lain", VERSI))
            program = (VERSI, duckdb.__version__)
            changed = last != [program] or not done.issuperset(known)
            if changed and done and self._sebelum and cursor.execute("from jejak limit 1").fetchall():
                self._sebelum(self)
            for path in sorted((QUERIES / "tables").glob("*.sql")):
                if path.stem in done:
                    continue
                cursor.begin()
                cursor.execute(path.read_text(encoding="utf-8"))
                cursor.execute("insert into migrasi values ($nama, current_timestamp::timestamp)", {"nama": path.stem})
                cursor.commit()
            self._load_rules()
            if last != [program] and "program" in self._tables:
                cursor.execute(
                    "insert into program select coalesce(max(nomor), 0) + 1, ?, ?, current_timestamp from program",
                    program,
                )

    def _load_rules(self) -> None:
        """Create again all macros and views when their files have changed since this record last saw them, or they are
        not as they were loaded: an older program puts its own in their place, and may know of no mark."""
        version = _rules_version(QUERIES)
        with self._root.cursor() as cursor:
            try:
                known = cursor.execute("select versi_aturan()").fetchall()
            except duckdb.CatalogException:
                known = []
            if known == [(version + _rules_there(cursor),)]:
                return
            cursor.begin()
            for rules in _rules(QUERIES):
                cursor.execute(rules)
            cursor.execute(f"create or replace macro versi_aturan() as '{version + _rules_there(cursor)}'")
            cursor.commit()
