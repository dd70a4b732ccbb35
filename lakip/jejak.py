"""The audit trail: append-only, each row sealed with the hash of the one before it."""

import hashlib
import json
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import periode
from lakip.formatting import angka
from lakip.store import Store, Transaction

AWAL = "0" * 64
DARI = date(2000, 1, 1)
BATAS = 200
RIBUAN = 10_000  # below it a number may be a tahun, which has no dot
SIDIK = {"unit", "sha256", "sidik_potret", "unggahan"}  # for programs; a person is told the file by its name


def write(tx: Transaction, oleh: str, perbuatan: str, objek: str, **rincian: Any) -> None:
    """Record who did what to which thing, in the transaction that does it. Its number is the version
    counter that open dashboards watch."""
    last = tx.read("jejak_terakhir").row(0, named=True)
    row = {
        "nomor": last["nomor"] + 1,
        "pada": periode.now(),
        "oleh": oleh,
        "perbuatan": perbuatan,
        "objek": objek,
        "rincian": json.dumps(rincian, ensure_ascii=False, default=str, sort_keys=True),
        "hash_sebelum": last["hash"] or AWAL,
    }
    tx.insert("jejak", [{**row, "hash": seal(row)}])


def seal(row: dict[str, Any]) -> str:
    """The sha256 over a row and the hash before it."""
    parts = (str(row["nomor"]), row["pada"].isoformat(), row["oleh"], row["perbuatan"], row["objek"], row["rincian"])
    return hashlib.sha256("\x1f".join((*parts, row["hash_sebelum"])).encode()).hexdigest()


def search(
    store: Store, unit: str, kata: str = "", dari: date = DARI, sampai: date | None = None, batas: int = BATAS
) -> pl.DataFrame:
    """Acts of an office, newest first; columns as read/jejak_cari.sql. `dari`..`sampai` are days in WITA,
    both included; `kata` is looked for in all that an act says, whatever its case."""
    return store.read(
        "jejak_cari", unit=unit, kata=kata.strip(), batas=batas,
        awal=_begins(dari), akhir=_begins((sampai or periode.today()) + timedelta(days=1)),
    )  # fmt: skip


def check(store: Store) -> list[str]:
    """What is wrong with the chain, a sentence each; empty when no act was changed, added or taken out.

    Rows cut off at the end leave no gap: compare the last number with that of a backup.
    """
    wrong, nomor, before = [], 0, AWAL
    for row in store.read("jejak_semua").iter_rows(named=True):
        nomor += 1
        if row["nomor"] != nomor:
            wrong.append(f"Jejak nomor {nomor} sampai {row['nomor'] - 1} hilang.")
        elif row["hash_sebelum"] != before:
            wrong.append(f"Jejak nomor {row['nomor']} tidak bersambung dengan yang sebelumnya.")
        if seal(row) != row["hash"]:
            wrong.append(f"Jejak nomor {row['nomor']} ({row['perbuatan']}, oleh {row['oleh']}) berubah sejak ditulis.")
        nomor, before = row["nomor"], row["hash"]
    return wrong


def check_archive(store: Store) -> list[str]:
    """Uploaded files that are gone or no longer what they were, a sentence each. An in-memory store keeps none."""
    if store.folder is None:
        return []
    kept = {p.stem: p for p in (store.folder / "arsip").iterdir() if p.suffix != ".tmp"}
    wrong = []
    for row in store.read("arsip_semua").iter_rows(named=True):
        path = kept.get(row["sha256"])
        if path is None:
            wrong.append(f"Berkas asli “{row['nama_berkas']}” tidak ada di arsip.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            wrong.append(f"Berkas asli “{row['nama_berkas']}” di arsip berubah.")
    return wrong


def tell(rincian: str) -> list[str]:
    """What an act says beyond its name, a short text each: "nama: A → B" where something changed."""
    said = {k: v for k, v in json.loads(rincian).items() if k not in SIDIK and v not in (None, [], {}, "", 0)}
    old, new = said.pop("lama", None), said.pop("baru", None)
    if isinstance(new, dict):
        was = old if isinstance(old, dict) else {}
        said = {k: [was.get(k), v] for k, v in new.items() if v != was.get(k)} | said
    elif new is not None:
        said["nama"] = [old, new]
    figures = said.pop("angka", {})
    said |= figures if isinstance(figures, dict) else {"angka": figures}
    return [f"{_word(k)}: {_value(v)}" for k, v in said.items()]


def _word(key: str) -> str:
    return key.replace("_", " ")


def _value(value: Any) -> str:
    """One value in words; two of them in a list are what was and what became of it."""
    match value:
        case None | "":
            said = "kosong"
        case bool():
            said = "ya" if value else "tidak"
        case int() if abs(value) >= RIBUAN:
            said = angka(value)
        case str() if re.fullmatch(r"-?\d+\.\d+|\d{7,15}", value):
            said = angka(Decimal(value), len(value.partition(".")[2]))
        case dict():
            said = ", ".join(f"{_word(str(k))} {_value(v)}" for k, v in value.items() if v not in (None, ""))
        case [None, now]:
            said = _value(now)
        case [was, now] if not isinstance(was, (dict, list)):
            said = f"{_value(was)} → {_value(now)}"
        case list():
            said = ", ".join(_value(v) for v in value)
        case _:
            said = str(value)
    return said


def _begins(hari: date) -> datetime:
    """The first moment of a day in WITA, as the record writes moments."""
    return periode.recorded(datetime.combine(hari, time()))
