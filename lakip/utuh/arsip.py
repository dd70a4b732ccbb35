"""The archive of originals: a file is on the disk before a row names it, and is served only while it is what came."""

import contextlib
import errno
import hashlib
import os
import time
import uuid
from pathlib import Path

from lakip.errors import UserError
from lakip.tukar import sync_folder

SABAR = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; so long may a virus scanner hold a file that has just been written
DIPEGANG = frozenset({5, 32, 33})  # Windows: access denied, shared by another process, locked
SEBAB = {
    errno.ENOSPC: "penyimpanannya penuh. Kosongkan dahulu sebagian",
    errno.EDQUOT: "jatah penyimpanannya habis. Kosongkan dahulu sebagian",
    errno.EFBIG: "penyimpanannya tidak menerima berkas sebesar itu. Kosongkan dahulu sebagian",
    errno.EROFS: "penyimpanannya hanya dapat dibaca. Minta admin memeriksa cakramnya",
    errno.EACCES: "folder arsip tidak boleh ditulis oleh aplikasi. Minta admin memeriksa izinnya",
    errno.EPERM: "folder arsip tidak boleh ditulis oleh aplikasi. Minta admin memeriksa izinnya",
    errno.ENOENT: "folder arsip tidak ada lagi. Minta admin mengembalikannya",
}
TERKUNCI = "berkasnya sedang dipegang program lain, biasanya antivirus. Tunggu sebentar"


def keep(target: Path, sha256: str, content: bytes) -> None:
    """Write it whole and force it to the disk, unless the very bytes are there. Raises UserError when that fails."""
    if read(target, sha256) is not None:
        return
    half = target.with_suffix(f".{uuid.uuid4().hex}.tmp")  # a name of its own: two may bring the same file at once
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(half, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise UserError(f"Berkas tidak tersimpan, dan tidak ada yang dicatat: {why(error)}, lalu ulangi.") from error
    sync_folder(target.parent)


def read(path: Path, sha256: str) -> bytes | None:
    """The bytes with this hash; None when the file is gone, cannot be read, or holds others."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def why(error: OSError) -> str:
    """What hindered writing, and what to do."""
    if getattr(error, "winerror", None) in DIPEGANG:
        return TERKUNCI
    return SEBAB.get(error.errno or 0, f"folder arsip tidak dapat ditulis ({error.strerror}). Sampaikan kepada admin")


def tidy(folder: Path) -> int:
    """Take away what killed writes left half done; how many there were."""
    halves = [*folder.glob("arsip/*.tmp")]
    for half in halves:
        with contextlib.suppress(OSError):
            half.unlink()
    return len(halves)


# ---------------------------------------------------------------- inside


def _replace(half: Path, target: Path) -> None:
    for seconds in (*SABAR, None):
        try:
            half.replace(target)
        except PermissionError as error:
            if seconds is None or getattr(error, "winerror", None) not in DIPEGANG:
                raise
            time.sleep(seconds)
        else:
            return
