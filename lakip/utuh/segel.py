"""The seal of an act: a digest of every row that it wrote, held by its row in the trail.

A row that was added is listed by its digest; of a table that was changed otherwise (queries/write/), the whole table as
it then stands. What stands in a table must be, row for row, what the acts since its last whole list wrote.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# The trail seals itself; the last two say which programs had the record in their hands, and are written as it opens.
TANPA = frozenset({"jejak", "segel", "migrasi", "program"})

# What no act stands behind: the wrong passwords that the door counts. Whoever lowers them gains a few more guesses.
TANPA_KOLOM = {"akun": frozenset({"gagal", "terkunci_sampai"})}

Baris = dict[str, Any]


@dataclass
class Tulisan:
    """What one transaction has written so far: its tables, which of them otherwise than by adding, the digests of the
    rows it added, and its acts."""

    tabel: set[str] = field(default_factory=set)
    diubah: set[str] = field(default_factory=set)
    sidik: dict[str, list[int]] = field(default_factory=dict)
    perbuatan: list[Baris] = field(default_factory=list)


@dataclass(frozen=True)
class Beda:
    """What one table has not: rows by the act that sealed them, {nomor: how many}. And what nobody sealed: how many
    rows, and the first of them by their cells."""

    tabel: str
    hilang: Mapping[int, int]
    lebih: int
    contoh: tuple[Mapping[str, Any], ...]


def expression(tabel: str, kolom: Iterable[str]) -> str:
    """SQL for the digest of one row: of its cells that hold something, by name. A column that a later program adds
    empty changes nothing."""
    kept = sorted(set(kolom) - TANPA_KOLOM.get(tabel, frozenset()))
    cells = ", ".join(f"'{k}=' || {k}" for k in kept)
    return f"md5_number_lower(concat_ws(chr(31), {cells}))"


def digest(segel: Mapping[str, tuple[bool, Sequence[int]]]) -> str:
    """The one hash over everything that an act sealed, {tabel: (the whole of it, digests)}."""
    parts = (f"{tabel} {penuh:d} {sorted(sidik)}" for tabel, (penuh, sidik) in sorted(segel.items()))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def hash_of(row: Mapping[str, Any]) -> str:
    """The sha256 over an act, the hash before it, and what it sealed; of an act from before the seals, without them."""
    parts = [str(row["nomor"]), row["pada"].isoformat(), row["oleh"], row["perbuatan"], row["objek"], row["rincian"]]
    parts += [row["hash_sebelum"], *([row["segel"]] if row.get("segel") else [])]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def close(tulisan: Tulisan, sidik_kini: Mapping[str, Sequence[int]]) -> list[Baris]:
    """Seal what was written with the last act; the rows for table `segel`.

    Args:
        sidik_kini: digests of all rows of each table in `diubah`.
    """
    last = tulisan.perbuatan[-1]
    kept: dict[str, tuple[bool, Sequence[int]]] = {t: (False, s) for t, s in tulisan.sidik.items()}
    kept |= {tabel: (True, sidik) for tabel, sidik in sidik_kini.items()}
    if kept:
        last["segel"] = digest(kept)
        last["hash"] = hash_of(last)
    return [{"jejak": last["nomor"], "tabel": t, "penuh": p, "sidik": list(s)} for t, (p, s) in sorted(kept.items())]


TERSEGEL = """
with tersegel as (
    select jejak, unnest(sidik) as sidik
    from segel
    where tabel = $tabel
        and jejak >= (select coalesce(max(jejak) filter (where penuh), 0) from segel where tabel = $tabel)
),
ada as (select {digest} as sidik from {tabel}),
hilang as (select sidik from tersegel except all select sidik from ada),
lebih as (select sidik from ada except all select sidik from tersegel)
"""


def difference(cursor: Any, tabel: str) -> Beda | None:
    """What a table has not, or has beside what its acts sealed; None when its rows are those, one by one."""
    columns = (
        "select column_name from duckdb_columns() where table_name = $tabel and not internal order by column_index"
    )
    kolom = [name for (name,) in cursor.execute(columns, {"tabel": tabel}).fetchall()]
    digest = expression(tabel, kolom)
    sql, params = TERSEGEL.format(digest=digest, tabel=tabel), {"tabel": tabel}
    counts = "select (select count(*) from hilang), (select count(*) from lebih)"
    gone, more = cursor.execute(sql + counts, params).fetchall()[0]
    if not gone and not more:
        return None
    by_act = "select jejak, count(*) from tersegel where sidik in (from hilang) group by jejak order by jejak"
    cells = f"select {', '.join(kolom)} from {tabel} where {digest} in (from lebih) limit 3"  # noqa: S608  our catalogue
    return Beda(
        tabel,
        dict(cursor.execute(sql + by_act, params).fetchall()) if gone else {},
        more,
        tuple(dict(zip(kolom, row, strict=True)) for row in cursor.execute(sql + cells, params).fetchall()),
    )
