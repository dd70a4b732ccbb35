"""What somebody typed and has not saved: kept by account, beside the record and never in it.

One small file an account in `draf/` of the data folder; no act, no backup and no report knows of it. The server takes
the account from the session, so each sees his own.
"""

import hashlib
import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from lakip import periode

MASA = timedelta(days=14)
BANYAK = 300  # drafts of one account
PANJANG = 60_000  # characters of one
SEMUA = 1_000_000  # of all


@dataclass(frozen=True)
class Ketikan:
    """One field. `alamat`, `judul`, `label` say where it stands; `dasar` is what it said before anybody typed."""

    alamat: str
    judul: str
    label: str
    dasar: str
    isi: str
    pada: datetime

    @property
    def besar(self) -> int:
        return sum(len(v) for v in asdict(self).values() if isinstance(v, str))


def read_ketikan(said: object) -> Ketikan | None:
    """A field as a browser tells it; None for anything else."""
    names = [f.name for f in fields(Ketikan) if f.name != "pada"]
    if not isinstance(said, dict) or not all(isinstance(said.get(n), str) for n in names):
        return None
    one = Ketikan(**{n: said[n] for n in names}, pada=periode.now())
    is_own = one.alamat.startswith("/") and not one.alamat.startswith(("//", "/\\"))
    return one if is_own and one.besar <= PANJANG else None


class Laci:
    """The drafts of all accounts of a data folder; without one they are kept in memory."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "draf" if folder else None
        self._lock = threading.Lock()
        self._memory: dict[str, dict[str, Ketikan]] = {}

    def of(self, akun: str) -> dict[str, Ketikan]:
        """The drafts of an account by the name of the field, oldest first; those left for two weeks are gone."""
        with self._lock:
            return self._read(akun)

    def change(self, akun: str, ubah: Mapping[str, Ketikan | None]) -> None:
        """Keep some fields, forget those that are None. Beyond what one account may keep, the oldest go."""
        with self._lock:
            kept = {k: v for k, v in self._read(akun).items() if k not in ubah}
            kept |= {k: v for k, v in ubah.items() if v is not None}
            while len(kept) > BANYAK or sum(one.besar for one in kept.values()) > SEMUA:
                kept.pop(next(iter(kept)))
            self._write(akun, kept)

    def drop(self, akun: str) -> None:
        """Forget all of an account."""
        with self._lock:
            self._write(akun, {})

    def _path(self, akun: str) -> Path | None:
        return self._folder / f"{hashlib.sha256(akun.encode()).hexdigest()[:32]}.json" if self._folder else None

    def _read(self, akun: str) -> dict[str, Ketikan]:
        path = self._path(akun)
        kept = _parsed(path) if path else self._memory.get(akun, {})
        since = periode.now() - MASA
        return {k: one for k, one in kept.items() if one.pada >= since}

    def _write(self, akun: str, kept: dict[str, Ketikan]) -> None:
        path = self._path(akun)
        if path is None:
            self._memory[akun] = kept
        elif not kept:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(exist_ok=True)
            half = path.with_suffix(".tmp")
            said = {k: {**asdict(one), "pada": one.pada.isoformat()} for k, one in kept.items()}
            half.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
            half.replace(path)


def _parsed(path: Path) -> dict[str, Ketikan]:
    """A file that a power cut left half is no draft."""
    try:
        said: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return {k: Ketikan(**{**v, "pada": datetime.fromisoformat(v["pada"])}) for k, v in said.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
