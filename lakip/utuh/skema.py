"""The tables and rules of a record brought to what this program needs, in the file that it opens.

Rules are made again unless they are those that this program last made here: the mark that says so is signed over
everything the file holds beside its rows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lakip.utuh import aturan, kunci, segel

LAIN = "Aturan di dalam basis data diubah dari luar aplikasi sejak terakhir dipasang; semua dibuat ulang."


@dataclass(frozen=True)
class Pembukaan:
    """What was found and done: a sentence for each rule that somebody else changed; the migrations that a record which
    existed was given; and the tables that were not as they were sealed before those."""

    pesan: list[str] = field(default_factory=list)
    bermigrasi: list[str] = field(default_factory=list)
    beda: list[segel.Beda] = field(default_factory=list)


def rules(queries: Path) -> tuple[str, ...]:
    """The macros and views, in the order of their stage."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(queries.glob("[0-9]_*.sql")))


def renew(
    cursor: Any, queries: Path, versi: str, seharusnya: Callable[[], aturan.Katalog], *, berkas: bool
) -> Pembukaan:
    """Apply the migrations that are new, and make the rules again where that is needed.

    Args:
        versi: of tables, rules and engine.
        seharusnya: the catalogue of a record of this program; asked only when this one is another.
        berkas: whether it is a file, which keeps its rules.
    """
    key = kunci.own()
    before, mark = aturan.catalogue(cursor) if berkas else ({}, "")
    known, _, tanda = mark.partition(" ")
    whole = key is not None and key.signed(f"{known} {aturan.fingerprint(before)}", tanda)
    if whole and known == versi:
        return Pembukaan()
    told: list[str] = []
    if ("tabel", "segel") in before and not whole:
        if known == versi:
            told = aturan.differences(before, seharusnya())
        elif not known or (key is not None and tanda.startswith(f"{key.nama}:")):
            told = [LAIN]
    migrated, beda = _migrate(cursor, queries, before)
    cursor.begin()
    for sql in (*aturan.foreign(before, _names(rules(queries))), *rules(queries)):
        cursor.execute(sql)
    if berkas:
        said = f"{versi} {aturan.fingerprint(aturan.catalogue(cursor)[0])}"
        mark = f"{versi} {key.sign(said) if key else '-'}"
        cursor.execute(f"create or replace macro {aturan.VERSI}() as '{mark}'")
    cursor.commit()
    return Pembukaan(told, migrated, beda)


# ---------------------------------------------------------------- inside


def _migrate(cursor: Any, queries: Path, before: aturan.Katalog) -> tuple[list[str], list[segel.Beda]]:
    """Apply each new tables/NNN_*.sql in one transaction with its record. Rows that are not as they were sealed are
    looked for first: afterwards all of them are sealed anew."""
    cursor.execute("create table if not exists migrasi (nama varchar primary key, pada timestamp)")
    done = {name for (name,) in cursor.execute("select nama from migrasi").fetchall()}
    new = [path for path in sorted((queries / "tables").glob("*.sql")) if path.stem not in done]
    beda = []
    if done and new and ("tabel", "segel") in before:
        tables = sorted(name for kind, name in before if kind == "tabel" and name not in segel.TANPA)
        beda = [found for table in tables if (found := segel.difference(cursor, table))]
    for path in new:
        cursor.begin()
        cursor.execute(path.read_text(encoding="utf-8"))
        cursor.execute("insert into migrasi values ($nama, current_timestamp::timestamp)", {"nama": path.stem})
        cursor.commit()
    return [path.stem for path in new] if done else [], beda


@cache
def _names(rules: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The views and macros of the program, as the catalogue calls them."""
    made = re.findall(r"create or replace (view|macro) (\w+)", "\n".join(rules))
    return frozenset((kind, name) for what, name in made for kind in aturan.SEBUTAN[what])
