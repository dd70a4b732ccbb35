"""The rules inside the file: its views, macros, triggers and tables against those that the program makes.

Somebody with a database tool could make a view say other figures; the rows would still be sealed.
"""

import hashlib
import re
from collections.abc import Collection, Mapping
from typing import Any

# The program itself has no trigger, no sequence, no type and no index of its own.
KATALOG = (
    "select 'view', view_name, sql from duckdb_views() where not internal",
    "select replace(function_type, '_', ' '), function_name, concat(parameters::varchar, macro_definition) "
    "from duckdb_functions() where not internal",
    "select 'trigger', trigger_name || ' on ' || table_name, sql from duckdb_triggers()",
    "select 'tabel', table_name, sql from duckdb_tables() where not internal",
    "select 'sequence', sequence_name, sql from duckdb_sequences()",
    "select 'index', index_name, sql from duckdb_indexes()",
    "select 'type', type_name, labels::varchar from duckdb_types() where not internal",
)
SEBUTAN = {"view": ("view",), "macro": ("macro", "table macro")}  # what `create` calls it, and the catalogue
DROP = {"view": "view", "macro": "macro", "table macro": "macro table", "trigger": "trigger"}
VERSI = "versi_aturan"  # the macro that remembers what stood when the rules were last loaded
KECUALI = re.compile(r"EXCLUDE \(([^)]*)\)")

Katalog = Mapping[tuple[str, str], str]


def catalogue(cursor: Any) -> tuple[Katalog, str]:
    """What the file holds beside its rows, {(kind, name): its text}; and the mark of who made it so."""
    found: dict[tuple[str, str], str] = {}
    mark = ""
    for sql in KATALOG:
        for kind, name, text in cursor.execute(sql).fetchall():
            if name == VERSI:
                mark = text.partition("'")[2].rstrip("'")
            else:
                found[kind, name] = found.get((kind, name), "") + KECUALI.sub(_sorted, text or "")
    return found, mark


def fingerprint(katalog: Katalog) -> str:
    return hashlib.sha256("\0".join(f"{k} {v}" for k, v in sorted(katalog.items())).encode()).hexdigest()


def differences(kini: Katalog, seharusnya: Katalog) -> list[str]:
    """A sentence for each that is changed, added or gone."""
    said = []
    for kind, name in sorted({*kini, *seharusnya}):
        there, wanted = kini.get((kind, name)), seharusnya.get((kind, name))
        if there == wanted:
            continue
        how = "tidak ada lagi" if there is None else "ditambahkan" if wanted is None else "diubah"
        said.append(f"Aturan di dalam basis data: {kind} {name} {how} dari luar aplikasi{_columns(there, wanted)}.")
    return said


def foreign(kini: Collection[tuple[str, str]], seharusnya: Collection[tuple[str, str]]) -> list[str]:
    """SQL that takes out what runs by itself and is none of ours. A table is left: it may hold somebody's rows."""
    return [f"drop {DROP[kind]} {name}" for kind, name in sorted({*kini} - {*seharusnya}) if kind in DROP]


# ---------------------------------------------------------------- inside


def _sorted(match: re.Match[str]) -> str:
    """The engine keeps these names in no order."""
    return f"EXCLUDE ({', '.join(sorted(match[1].split(', ')))})"


def _columns(there: str | None, wanted: str | None) -> str:
    """Of a table, which columns differ."""
    if there is None or wanted is None or not wanted.startswith("CREATE TABLE"):
        return ""
    old, new = (_parts(text) for text in (wanted, there))
    names = sorted({part.split()[0].strip('"') for part in old ^ new})
    return f" (kolom {', '.join(names)})" if names else ""


def _parts(text: str) -> set[str]:
    """The columns and constraints of a table."""
    body = text[text.index("(") + 1 : text.rindex(")")]
    return {part.strip() for part in re.split(r",(?![^()]*\))", body)}
