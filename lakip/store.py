"""The DuckDB file: open, migrate, read, write. Beside `transaction` and `salinan` the only importer of duckdb.

SQL lives in queries/ and takes `$name` parameters. Reading opens a cursor of its own; writing is one
transaction at a time behind a lock, because one process and one writer is what DuckDB does well.

An answer is kept until a table it rests on is written: a question costs some 40 ms however it is put, and a screen
asks two dozen at each look. Every commit raises the numbers of the tables it wrote; a read takes those of its own
tables before it begins, and what it finds is kept under them, so that a figure from before a commit is never given
after it.
"""

import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from lakip import VERSI, periode, salinan, tukar
from lakip.errors import UserError
from lakip.jawaban import Jawaban
from lakip.salinan import FILE_NAME
from lakip.transaction import QUERIES, Reader, Row, Transaction, readable, sql_of
from lakip.tumpuan import tables_of
from lakip.utuh import arsip, aturan, jangkar, segel, skema, terbuka

__all__ = ["FILE_NAME", "QUERIES", "Row", "Store", "Transaction", "expected_rules", "one_moment"]

LEBIH_BARU = (
    "Data ini terakhir ditulis {}, yang lebih baru daripada program ini (Lakip {}). Tidak ada yang diubah. "
    "Jalankan program yang baru itu; atau pulihkan cadangan “pembaruan” yang dibuat sebelum program diganti: "
    "python -m lakip pulihkan BERKAS."
)

# Bytes of a record whose questions cost their planning: more threads only add a tenth to it. One of all kecamatan of
# the country has more, and is folded on every core.
KECIL = 100_000_000

LAMPAU = 8_000_000  # bytes of answers about one past moment, of which several may stand in memory

TAK_TERSIMPAN = "Yang baru saja Anda simpan TIDAK tersimpan."
HILANG = (
    TAK_TERSIMPAN
    + " Berkas basis data {path} tidak ada lagi, atau diganti, sejak aplikasi dimulai. Hentikan aplikasi, "
    "kembalikan berkasnya atau pulihkan cadangan terakhir, lalu jalankan lagi."
)
PINTU = frozenset({"akun", "sesi", "jejak", "segel"})  # what signing in and out writes: no figure hangs on it

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
def _rules(queries: Path) -> tuple[str, ...]:
    return skema.rules(queries)


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


class _Moment(Reader):
    """A record as it stood when this began: an open transaction that only reads."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, written: Mapping[str, int]) -> None:
        super().__init__(cursor)
        self.written = written
        self.answers: dict[tuple[str, str], pl.DataFrame] = {}

    def close(self) -> None:
        self._cursor.rollback()
        self._cursor.close()


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
        self._path = path = folder / FILE_NAME if folder else None
        try:
            self._root = duckdb.connect(str(path or ":memory:"), config=config)
        except duckdb.Error as error:
            if path is not None and "version number" in str(error):
                raise UserError(LEBIH_BARU.format(f"DuckDB {salinan.writer_of(path)}", VERSI)) from error
            raise UserError(terbuka.refusal(path, str(error)) if path else str(error)) from error
        self._schemas: dict[str, pl.Schema] = {}
        self._berkas = path.stat().st_ino if path else None
        self._belum: list[dict[str, Any]] = []  # acts that the anchor could not be told yet
        self._last_commit = time.monotonic()
        self.disetel: datetime | None = None  # when the log was last brought into the database file
        self.bercabang = False  # whether acts are missing, or others, that nobody has settled
        self.pesan: list[str] = []  # rules that were changed outside, and put right as this opened
        self.bermigrasi: list[str] = []  # what this opening applied to a record that existed
        self.beda_sebelum: list[segel.Beda] = []  # what was not as it was sealed before that
        if folder is not None:
            allowed = str((folder / "cadangan").resolve()).replace("'", "''")
            self._root.execute(f"set allowed_directories = ['{allowed}']")
        self._root.execute("set enable_external_access = false")
        self._root.execute("set lock_configuration = true")
        try:
            with readable("tabel migrasi"):
                self._bring_up_to_date()
        except BaseException:
            self._root.close()
            raise
        self.checkpoint()

    @property
    def tables(self) -> frozenset[str]:
        """All tables of a record."""
        return self._tables

    def close(self) -> None:
        self.checkpoint()
        self._root.close()

    def checkpoint(self) -> bool:
        """Bring what the write-ahead log holds into the database file itself; whether that was done. Waits for the
        writer, and not for readers."""
        if not self._log_bytes():
            return False
        with self._lock:
            try:
                self._root.execute("checkpoint")
            except duckdb.Error:
                return False
            self.disetel = periode.now()
        return True

    def is_quiet(self, seconds: float) -> bool:
        """Whether nothing was committed for so long."""
        return time.monotonic() - self._last_commit >= seconds

    @property
    def version(self) -> int:
        """Grows with each commit that changed more than who is signed in: while it stands, so does every figure."""
        return sum(number for table, number in self._written.items() if table not in PINTU)

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """See `Reader.read`; a cursor of its own, so threads do not disturb each other."""
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
        """All or nothing: commits at the end, rolls back when anything is raised. One at a time.

        Raises UserError when the disk does not take it, or the database file is not the one that was opened.
        """
        with self._lock, self._root.cursor() as cursor:
            cursor.begin()
            tx = Transaction(cursor, self._schemas, self._tables)
            try:
                yield tx
                acts = tx.finish()
                self._check_file()
            except BaseException:
                cursor.rollback()
                raise
            with self._commit:
                try:
                    cursor.commit()
                except duckdb.Error as error:
                    raise self._unwritten(error) from error
                finally:
                    self.forget(tx.tulisan.tabel)
            self._last_commit = time.monotonic()
            self._anchor(acts)

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
                if table not in self._tables or table in (*segel.TANPA, "sesi"):
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
        """Keep the bytes of an uploaded file. Written, to the disk, before the transaction that refers to them; a
        damaged copy is replaced. Raises UserError when the disk does not take it."""
        if self.folder is not None:
            arsip.keep(self.archived(sha256, suffix), sha256, content)

    def archived(self, sha256: str, suffix: str) -> Path:
        assert self.folder is not None, "an in-memory store archives nothing"
        return self.folder / "arsip" / f"{sha256}{suffix}"

    def original(self, sha256: str, suffix: str) -> bytes | None:
        """The very bytes that were kept; None when they are gone or no longer these (in memory none are kept)."""
        return arsip.read(self.archived(sha256, suffix), sha256) if self.folder is not None else None

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

    def behind(self, name: str) -> tuple[str, ...]:
        """The tables that queries/read/<name>.sql rests on."""
        return tables_of(sql_of("read", name), _rules(QUERIES), self._tables)

    def _moment(self) -> _Moment | None:
        """That of this store within `one_moment`; it begins with the first question."""
        moments = _moments.get()
        if moments is None:
            return None
        if self not in moments:
            with self._commit:
                cursor = self._root.cursor()
                cursor.begin()
                with readable("tabel migrasi"):  # until something is read, the moment is not fixed
                    cursor.execute("from migrasi limit 1").fetchall()
                moments[self] = _Moment(cursor, dict(self._written))
        return moments[self]

    def _ask(self, moment: _Moment | None, name: str, params: Row) -> pl.DataFrame:
        if moment is not None:
            return moment.read(name, **params)
        with self._root.cursor() as cursor:
            return Reader(cursor).read(name, **params)

    def _log_bytes(self) -> int:
        try:
            return self._path.with_name(f"{FILE_NAME}.wal").stat().st_size if self._path else 0
        except OSError:
            return 0

    def _check_file(self) -> None:
        """Raises UserError when what stands under the name of the database is not what is written to."""
        if self._path is None:
            return
        try:
            same = self._path.stat().st_ino == self._berkas
        except OSError:
            same = False
        if not same:
            raise UserError(HILANG.format(path=self._path))

    def _unwritten(self, error: duckdb.Error) -> UserError:
        known = self._path and terbuka.full_or_denied(self._path, str(error))
        return UserError(f"{TAK_TERSIMPAN} {known or f'Sebabnya menurut basis data: {error}'}")

    def _anchor(self, acts: list[dict[str, Any]]) -> None:
        """Tell the anchor; what it does not take now it is told with the next commit."""
        if self._path is None or not (acts or self._belum):
            return
        self._belum += [{**act, "alasan": jangkar.CABANG if self.bercabang else ""} for act in acts]
        try:
            jangkar.write(self._path.parent, self._belum)
        except OSError:
            return
        self._belum = []

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
            found = skema.renew(
                cursor, QUERIES, _rules_version(QUERIES), expected_rules, berkas=self.folder is not None
            )
            if last != [program] and "program" in self._tables:
                cursor.execute(
                    "insert into program select coalesce(max(nomor), 0) + 1, ?, ?, current_timestamp from program",
                    program,
                )
        self.pesan, self.bermigrasi, self.beda_sebelum = found.pesan, found.bermigrasi, found.beda

    def rules_differ(self) -> list[str]:
        """Views, macros, triggers and tables of the file that are not the program's, a sentence each."""
        with self._root.cursor() as cursor:
            return aturan.differences(aturan.catalogue(cursor)[0], expected_rules())

    def seals_differ(self, table: str) -> segel.Beda | None:
        """What a table has not, or has beside what the acts sealed; None: nothing. Raises UserError when the file is
        damaged there."""
        with self._root.cursor() as cursor, readable(f"tabel {table}"):
            return segel.difference(cursor, table)


def expected_rules() -> aturan.Katalog:
    """What a record of this program holds beside its rows."""
    return _expected(_rules_version(QUERIES))


@cache
def _expected(_: str) -> aturan.Katalog:
    fresh = Store(None)
    try:
        return aturan.catalogue(fresh._root)[0]
    finally:
        fresh.close()
