"""The secret that signs acts: in a file of its own, apart from the data, so that whoever can write to the database
cannot sign. Made at the first need; LAKIP_KUNCI says where else it lies."""

import contextlib
import hmac
import os
import secrets
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Kunci:
    """`nama` is short and public: which key signed."""

    nama: str
    rahasia: bytes

    def sign(self, teks: str) -> str:
        return f"{self.nama}:{hmac.new(self.rahasia, teks.encode(), sha256).hexdigest()}"

    def signed(self, teks: str, tanda: str | None) -> bool:
        return hmac.compare_digest(self.sign(teks), tanda or "")


def path() -> Path:
    """Where the key of this computer's user lies."""
    given = os.environ.get("LAKIP_KUNCI")
    return Path(given) if given else Path(platformdirs.user_data_dir("lakip", appauthor=False)) / "kunci"


def own() -> Kunci | None:
    """The key, made when there is none yet. None: it can be neither read nor kept there; then nothing is signed."""
    return _read(path())


def forget() -> None:
    """Read it again, as a new process does."""
    _read.cache_clear()


@cache
def _read(where: Path) -> Kunci | None:
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            made = os.open(where, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(made, "w") as file:
                file.write(secrets.token_hex(32))
                file.flush()
                os.fsync(file.fileno())
        rahasia = bytes.fromhex(where.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return Kunci(sha256(rahasia).hexdigest()[:8], rahasia) if len(rahasia) >= 32 else None
