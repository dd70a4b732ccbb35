"""The anchor: a side file beside the database with the number, time and hash of every act, forced to the disk after
each commit. A database that lost acts, or was put back, no longer holds what the anchor names.

One line per act, signed; a line with a reason says that the record deliberately goes on from that act: nothing before
it in the file counts any more.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip.periode import now
from lakip.tukar import sync_folder
from lakip.utuh import kunci

NAMA = "lakip.jangkar"
CABANG = "?"  # in place of a reason: written while what is missing was not settled yet
EKOR = 8192  # bytes that surely hold the last line


@dataclass(frozen=True)
class Jangkar:
    """One anchored act. `sah`: signed with the key of today; None: with another, or with none."""

    nomor: int
    pada: datetime
    hash: str
    alasan: str
    sah: bool | None


@dataclass(frozen=True)
class Isi:
    """What counts of the file: its acts by nomor; the one from which it was deliberately continued; which lines were
    changed since they were written, and which another key signed."""

    perbuatan: Mapping[int, Jangkar]
    diterima: Jangkar | None
    rusak: tuple[int, ...]
    asing: tuple[int, ...]


def write(folder: Path, acts: Iterable[Mapping[str, Any]], *, mulai: bool = False) -> None:
    """Append acts (nomor, pada, hash) and force them to the disk. A file that should exist and does not is not begun
    again, so that its loss is seen, unless `mulai` says so. Raises OSError."""
    rows = list(acts)
    path = folder / NAMA
    new = not path.exists() or path.stat().st_size == 0
    if not rows or (new and not mulai and rows[0]["nomor"] != 1):
        return
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(_line(r["nomor"], r["pada"], r["hash"], r.get("alasan", "")) for r in rows)
        file.flush()
        os.fsync(file.fileno())
    if new:
        sync_folder(folder)


def accept(folder: Path, nomor: int, hash: str, alasan: str) -> None:
    """The record goes on from this act, whatever the anchor says of later ones: after a restore, or because an admin
    has seen what is missing."""
    row = {"nomor": nomor, "pada": now(), "hash": hash, "alasan": " ".join(alasan.split()) or "dilanjutkan"}
    write(folder, [row], mulai=True)


def newest(folder: Path) -> Jangkar | None:
    """The last line; None when there is no anchor or nothing readable at its end."""
    try:
        with (folder / NAMA).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - EKOR))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return None
    return _parse(lines[-1]) if lines else None


def read(folder: Path) -> Isi | None:
    """All of it; None when there is none. Raises OSError."""
    try:
        lines = (folder / NAMA).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return None
    acts: dict[int, Jangkar] = {}
    floor: Jangkar | None = None
    broken: list[int] = []
    foreign: list[int] = []
    for number, line in enumerate(lines, 1):
        one = _parse(line)
        if one is None or one.sah is False:
            broken.append(number)
            continue
        if one.alasan not in ("", CABANG) and one.sah:
            floor, acts, broken, foreign = one, {}, [], []
        elif one.sah is None:
            foreign.append(number)
        acts.setdefault(one.nomor, one)  # a number that is given again is another act, not the one that was told
    return Isi(acts, floor, tuple(broken), tuple(foreign) if kunci.own() else ())


# ---------------------------------------------------------------- inside


def _line(nomor: int, pada: datetime, hash: str, alasan: str) -> str:
    said = f"{nomor}\t{pada.isoformat()}\t{hash}\t{alasan}"
    key = kunci.own()
    return f"{said}\t{key.sign(said) if key else '-'}\n"


def _parse(line: str) -> Jangkar | None:
    said, _, tanda = line.rpartition("\t")
    try:
        nomor, pada, hash, alasan = said.split("\t")
        at = datetime.fromisoformat(pada)
        number = int(nomor)
    except ValueError:
        return None
    key = kunci.own()
    sah = key.signed(said, tanda) if key and tanda.partition(":")[0] == key.nama else None
    return Jangkar(number, at, hash, alasan, sah)
