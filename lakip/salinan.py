"""Copies of a record: written from an open cursor, looked into without changing them. Beside `store` the only importer
of duckdb; knows the tables that every record has had, and no rule."""

import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb

FILE_NAME = "lakip.duckdb"
TakTerbaca = duckdb.Error  # what `look` raises
DIPEGANG = ("Could not set lock", "used by another process", "already open in", "different configuration")
BERKAS_ASLI = ("unggahan", "sosialisasi_foto")  # tables that name an original by its sha256


@dataclass(frozen=True)
class Isi:
    """What a record holds: the rows of each table, whose it is, and how far it goes.

    `sidik` is the hash of its first act: copies of one record have it in common, two records never.
    """

    baris: Mapping[str, int]
    kantor: tuple[str, ...] = ()
    tahun: tuple[int, ...] = ()
    nomor: int = 0
    pada: datetime | None = None
    hash: str = ""
    sidik: str = ""
    migrasi: tuple[str, ...] = ()
    versi: str = ""  # of the program that wrote it last; "" before programs said so
    asli: Mapping[str, str] = field(default_factory=dict)  # sha256 of an original: the name it was brought under


def write(cursor: duckdb.DuckDBPyConnection, folder: Path) -> tuple[Isi, dict[str, str]]:
    """Copy the record as it stands now: lakip.duckdb, parquet/ and csv/ under `folder`.

    Returns what it holds, and why a table was left out: the database's own words of each that cannot be read. Nobody
    who writes meanwhile waits.
    """
    lost: dict[str, str] = {}
    while True:
        table = _attempt(cursor, folder, lost)
        if isinstance(table, Isi):
            return table, lost


def look(path: Path) -> Isi:
    """What a database file holds, without changing it. Raises duckdb.Error when it cannot be read."""
    with duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"}) as copy:
        name = copy.execute("select current_database()").fetchall()[0][0]
        tables = _tables(copy, name)
        return _describe(copy, {t: _count(copy, t) for t in tables})


def is_held(folder: Path) -> bool:
    """Whether a program that runs holds the record of this folder."""
    if not (folder / FILE_NAME).exists():
        return False
    try:
        duckdb.connect(str(folder / FILE_NAME), read_only=True).close()
    except duckdb.Error as error:
        return is_busy(error)
    return False


def is_busy(error: duckdb.Error) -> bool:
    """Whether it was another holder of the file that it could not be opened for, and not what is in it."""
    said = str(error)
    return any(words in said for words in DIPEGANG)


def engine() -> str:
    """The version of the engine that is used here."""
    return str(duckdb.__version__)


def writer_of(path: Path) -> str:
    """The version of the engine that wrote a file, as its first block says; "" when it says none."""
    try:
        with path.open("rb") as file:
            said = file.read(84)[52:84].split(b"\0")[0].decode("ascii")
    except (OSError, UnicodeDecodeError):
        return ""
    return said if said.startswith("v") and said.isprintable() else ""


# ---------------------------------------------------------------- inside


def _attempt(cursor: duckdb.DuckDBPyConnection, folder: Path, lost: dict[str, str]) -> Isi | None:
    """One transaction over everything but what is lost; what is found unreadable is added to it, and None is given."""
    copy, alias = folder / FILE_NAME, f"salinan_{uuid.uuid4().hex}"
    copy.unlink(missing_ok=True)
    for name in ("parquet", "csv"):
        (folder / name).mkdir(exist_ok=True)
    name = cursor.execute("select current_database()").fetchall()[0][0]
    cursor.execute(f"attach {_quoted(copy)} as {alias}")
    cursor.begin()
    try:
        cursor.execute(f"copy from database {name} to {alias} (schema)")
        rows = {}
        for table in _tables(cursor, name):
            if table in lost:
                continue
            try:
                cursor.execute(f"insert into {alias}.{table} by name from {name}.{table}")
                rows[table] = _count(cursor, table)
                for kind, how in (("parquet", "format parquet"), ("csv", "format csv, header")):
                    cursor.execute(f"copy {name}.{table} to {_quoted(folder / kind / f'{table}.{kind}')} ({how})")
            except duckdb.Error as error:
                if "Corrupt" not in str(error):
                    raise
                lost[table] = str(error)
                return None
        found = _describe(cursor, rows)
        cursor.commit()
        cursor.execute(f"checkpoint {alias}")
        return found
    finally:
        with suppress(duckdb.Error):  # nothing is open after the commit
            cursor.rollback()
        cursor.execute(f"detach {alias}")


def _describe(cursor: duckdb.DuckDBPyConnection, baris: Mapping[str, int]) -> Isi:
    """A table that is missing or lost says nothing."""

    def ask(table: str, sql: str) -> list[tuple[object, ...]]:
        return cursor.execute(sql).fetchall() if table in baris else []

    last = ask("jejak", "select nomor, pada, hash from jejak order by nomor desc limit 1")
    first = ask("jejak", "select hash from jejak order by nomor limit 1")
    years = {
        int(str(tahun))
        for table in ("target", "realisasi", "anggaran")
        for (tahun,) in ask(table, f"select distinct tahun from {table}")
    }
    versi = ask("program", "select versi from program order by nomor desc limit 1")
    nomor, pada, sealed = last[0] if last else (0, None, "")
    return Isi(
        dict(baris),
        tuple(str(nama) for (nama,) in ask("unit", "select nama from unit order by unit")),
        tuple(sorted(years)),
        int(str(nomor)),
        pada if isinstance(pada, datetime) else None,
        str(sealed),
        str(first[0][0]) if first else "",
        tuple(str(nama) for (nama,) in ask("migrasi", "select nama from migrasi order by nama")),
        str(versi[0][0]) if versi else "",
        {
            str(sha): str(nama)
            for table in BERKAS_ASLI
            for sha, nama in ask(table, f"select sha256, min(nama_berkas) from {table} group by sha256")
        },
    )


def _tables(cursor: duckdb.DuckDBPyConnection, database: str) -> list[str]:
    asked = "select table_name from duckdb_tables() where database_name = $nama and not internal order by table_name"
    return [name for (name,) in cursor.execute(asked, {"nama": database}).fetchall()]


def _count(cursor: duckdb.DuckDBPyConnection, table: str) -> int:
    named = '"' + table.replace('"', '""') + '"'  # of a file that came from anywhere
    return int(cursor.execute(f"select count(*) from {named}").fetchall()[0][0])


def _quoted(path: Path) -> str:
    return "'" + os.fspath(path).replace("'", "''") + "'"
