"""What became of the backups of a record: a small file beside them, so that it is known even when the record is not."""

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip import periode
from lakip.cadangan import jadwal
from lakip.cadangan.isi import listed
from lakip.formatting import tanggal
from lakip.store import Store

NAMA = "keadaan.json"
BENTUK = "%Y-%m-%d %H:%M:%S"


def read(folder: Path) -> dict[str, Any]:
    """Of a data folder; empty when nothing was remembered, or what was is no longer legible.

    mulai: since when backups are looked after; masalah: sentences about the last one; kedua: one about the second
    folder; pengesahan: the approval that was backed up last; uji: of a backup, what trying it gave. Times in WITA.
    """
    try:
        said = json.loads((folder / "cadangan" / NAMA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def remember(folder: Path, **what: Any) -> None:
    """Keep these, and what is known beside them."""
    path = folder / "cadangan" / NAMA
    half = path.with_suffix(".tmp")
    with half.open("w", encoding="utf-8") as file:
        json.dump({**read(folder), **what}, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def local_now() -> datetime:
    """The office's clock, without zone, as the names of backups have it."""
    return periode.local(periode.now()).replace(tzinfo=None)


def problems(store: Store, saat: datetime | None = None) -> list[str]:
    """What an admin is to know, a sentence each. Empty while all is well, and where nothing looks after backups."""
    if store.folder is None or not (known := read(store.folder)):
        return []
    return [*_missed(store, known, saat or local_now()), *known.get("masalah", []), *known.get("kedua", [])]


def _missed(store: Store, known: Mapping[str, Any], saat: datetime) -> list[str]:
    assert store.folder is not None
    there = listed(store.folder / "cadangan", store.read("jejak_pertama").item())
    mulai = datetime.strptime(known["mulai"], BENTUK) if "mulai" in known else saat  # noqa: DTZ007  WITA
    if not jadwal.is_missed(saat, there, mulai):
        return []
    last = f"Yang terakhir {tanggal(there[0].saat.date())}." if there else "Belum ada satu pun."
    return [f"Cadangan harian terlewat lebih dari satu hari. {last}"]
