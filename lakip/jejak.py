"""The audit trail: append-only, each row sealed with the hash of the one before it."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import polars as pl

from lakip import periode
from lakip.store import Store, Transaction
from lakip.utuh import arsip, jam
from lakip.utuh.segel import hash_of

AWAL = "0" * 64
DARI = date(2000, 1, 1)
BATAS = 200


def write(tx: Transaction, oleh: str, perbuatan: str, objek: str, **rincian: Any) -> None:
    """Record who did what to which thing, in the transaction that does it. Raises UserError while the clock is in doubt
    (lakip.utuh.jam)."""
    last = tx.read("jejak_terakhir").row(0, named=True)
    rincian |= jam.check(perbuatan, last["jam"])
    row = {
        "nomor": last["nomor"] + 1,
        "pada": periode.now(),
        "oleh": oleh,
        "perbuatan": perbuatan,
        "objek": objek,
        "rincian": json.dumps(rincian, ensure_ascii=False, default=str, sort_keys=True),
        "hash_sebelum": last["hash"] or AWAL,
    }
    tx.insert("jejak", [{**row, "hash": hash_of(row)}])


def search(
    store: Store, unit: str, kata: str = "", dari: date = DARI, sampai: date | None = None,
    padanan: Sequence[str] = (), batas: int = BATAS, tanpa: Sequence[str] = (),
) -> pl.DataFrame:  # fmt: skip
    """Acts of an office, newest first; columns as read/jejak_cari.sql. `dari`..`sampai` are days in WITA,
    both included; `kata` is looked for in all that an act says, whatever its case; a number also as the record writes
    it: "87,30" is 87.30 there. What is by, is, or is done to one of the codes of `padanan` is found too. Acts of
    `tanpa` are left out."""
    return store.read(
        "jejak_cari", unit=unit, kata=kata.strip(), padanan=list(padanan), batas=batas, angka=_recorded(kata.strip()),
        tanpa=list(tanpa),
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
        if hash_of(row) != row["hash"]:
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
        elif arsip.read(path, row["sha256"]) is None:
            wrong.append(f"Berkas asli “{row['nama_berkas']}” di arsip berubah.")
    return wrong


def _recorded(kata: str) -> str | None:
    """A number as people write it (1.234,50) in the writing of the record (1234.50); None: it is none, or the same."""
    if not re.fullmatch(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", kata):
        return None
    said = kata.replace(".", "").replace(",", ".")
    return None if said == kata else said


def _begins(hari: date) -> datetime:
    """The first moment of a day in WITA, as the record writes moments."""
    return periode.recorded(datetime.combine(hari, time()))
