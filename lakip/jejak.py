"""The audit trail: append-only, each row sealed with the hash of the one before it."""

import hashlib
import json
from typing import Any

from lakip import periode
from lakip.store import Transaction

AWAL = "0" * 64


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
