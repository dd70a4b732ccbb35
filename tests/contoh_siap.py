"""The example office, ready made: loading it takes ten seconds, and many tests want one.

It is loaded once for a state of the program, kept among the temporary files, and copied from there: what a test
does with its copy, no other test sees.
"""

import hashlib
import io
import os
import pickle
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lakip.__main__ import main
from lakip.contoh.isi import UNIT
from lakip.export import pilihan
from lakip.store import Store

ROOT = Path(__file__).resolve().parents[1]
SHELF = Path(tempfile.gettempdir()) / "lakip-contoh"
KUNCI = Path(tempfile.gettempdir()) / "lakip-kunci-uji"  # signs what is kept there
KEPT_SECONDS = 3600
PER = date(2026, 10, 31)


@cache
def loaded() -> tuple[Store, list[str]]:
    """The store, one for all tests that only read, and what loading it said. Whoever changes something takes a
    `fresh` one."""
    return fresh(Path(_room().name)), (ready() / "kata.txt").read_text(encoding="utf-8").splitlines()


def fresh(folder: Path) -> Store:
    """An example of one's own, in this folder."""
    return Store(copied(folder))


def copied(folder: Path) -> Path:
    """The same, not opened yet: for whoever serves the folder."""
    return Path(shutil.copytree(ready() / "data", folder, dirs_exist_ok=True))


@cache
def ready() -> Path:
    """Where the example of this state of the program lies; loads it when nobody has."""
    there = SHELF / _state()
    with _alone():
        if not there.exists():
            _tidy()
            _load(Path(tempfile.mkdtemp(dir=SHELF))).rename(there)
    return there


@cache
def gathered(tahun: int, kode: str) -> Any:
    """What the report of a periode of the example is made of, as the record stands on PER: gathered once for a state
    of the program, by whoever asks first, and kept beside it. To be looked at only."""
    kept = ready() / f"bahan-{tahun}-{kode}"
    if not kept.exists():
        half = kept.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(pilihan.of(kode).gather(loaded()[0], UNIT, tahun, kode, PER, None)))
        half.rename(kept)
    return pickle.loads(kept.read_bytes())


# ---------------------------------------------------------------- inside


@cache
def _room() -> tempfile.TemporaryDirectory[str]:
    """Gone when the tests end."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def _load(folder: Path) -> Path:
    """By the command an administrator types, so that it is tried too."""
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["--data", str(folder / "data"), "contoh"]) == 0
    (folder / "kata.txt").write_text(said.getvalue(), encoding="utf-8")
    return folder


def _tidy() -> None:
    for older in SHELF.iterdir():
        if older.is_dir() and older.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(older, ignore_errors=True)


def _state() -> str:
    """Another word whenever what loads the example changes, and every day."""
    read = hashlib.sha256()
    for path in sorted(p for top in ("lakip", "data/contoh") for p in (ROOT / top).rglob("*") if p.is_file()):
        if not {"__pycache__", "ui", "server"} & {*path.parts}:
            read.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return f"{date.today()}-{read.hexdigest()[:16]}"


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time; the others wait for what it loads."""
    SHELF.mkdir(exist_ok=True)
    with (SHELF / "kunci").open("w") as lock:
        with suppress(ImportError):  # Windows has none: `make test` is for POSIX
            import fcntl  # noqa: PLC0415

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
