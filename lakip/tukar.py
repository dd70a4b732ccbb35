"""Exchanging the record of a data folder for another, whole. Knows files only.

What is to come lies ready in a folder beside it. One small file, written at once, says that the exchange is wanted:
before it stands there the old record is the record, from then on the new one is, whatever is killed when; each opening
finishes what was begun.
"""

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

PENANDA = "pertukaran.json"
RECORD = "lakip.duckdb"
# In the order in which they move; what has no successor moves aside all the same.
ISI = (f"{RECORD}.wal", RECORD, "arsip", "templat", "setelan")
BAKAL, DISIMPAN = "pulih-", "disimpan-"  # how the folders of what comes and of what was are called


def exchange(folder: Path, bakal: Path, disimpan: Path) -> None:
    """Let what lies in `bakal` be the record of `folder`, and keep what it held before in `disimpan`.

    All of them lie in `folder`, on one disk. The program must not have the record open.
    """
    plan = {"bakal": bakal.name, "disimpan": disimpan.name, "isi": [name for name in ISI if (bakal / name).exists()]}
    half = folder / f"{PENANDA}.tmp"
    with half.open("w", encoding="utf-8") as file:
        json.dump(plan, file)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    half.replace(folder / PENANDA)
    finish(folder)


def finish(folder: Path) -> Path | None:
    """Carry on an exchange that was begun: where the old record was kept; None when there is nothing to carry on."""
    mark = folder / PENANDA
    if not mark.exists():
        return None
    plan = json.loads(mark.read_text(encoding="utf-8"))
    bakal, disimpan = folder / str(plan["bakal"]), folder / str(plan["disimpan"])
    disimpan.mkdir(exist_ok=True)
    for name in ISI:
        coming, here, old = bakal / name, folder / name, disimpan / name
        if name in plan["isi"] and not coming.exists():
            continue  # it has come already
        if here.exists():
            here.replace(old)
        if coming.exists():
            coming.replace(here)
    for changed in (disimpan, folder):
        sync_folder(changed)
    mark.unlink()
    sync_folder(folder)
    shutil.rmtree(bakal, ignore_errors=True)
    return disimpan


def tidy(folder: Path) -> None:
    """Take away what was made ready for an exchange that was never wanted."""
    (folder / f"{PENANDA}.tmp").unlink(missing_ok=True)
    if not (folder / PENANDA).exists():
        for left in folder.glob(f"{BAKAL}*"):
            shutil.rmtree(left, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlast a power cut. Windows keeps no handle of a folder, and needs none."""
    with suppress(PermissionError, OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
