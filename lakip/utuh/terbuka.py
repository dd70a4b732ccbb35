"""What a database that does not open has: held by another process, not allowed, damaged; and what to do about it."""

import re
import shutil
from datetime import datetime
from pathlib import Path

from lakip import periode, salinan
from lakip.formatting import waktu
from lakip.utuh import jangkar

BUSY = (
    "Basis data sedang dipegang aplikasi Lakip yang berjalan. "
    "Hentikan aplikasi itu (Ctrl+C di jendelanya), lalu ulangi perintah ini."
)
DITOLAK = (
    "Basis data {path} tidak boleh dibaca dan ditulis oleh pengguna komputer ini. Periksa izin folder itu, lalu ulangi."
)
PENUH = "Penyimpanan tempat {path} penuh. Kosongkan dahulu sebagian, lalu ulangi."
RUSAK = (
    "Basis data {path} tidak dapat dibuka: rusak, atau bukan basis data Lakip. Isinya sudah disalin apa adanya ke "
    "{salinan}; jangan dihapus. Pulihkan cadangan terakhir: python -m lakip pulihkan BERKAS."
)
RUSAK_WAL = (
    "Perubahan terakhir ({wal}) rusak; basis datanya sendiri terbuka{sampai}. Keduanya sudah disalin apa adanya ke "
    "{salinan}; jangan dihapus. Bila ada cadangan yang lebih baru, pulihkan: python -m lakip pulihkan BERKAS. Bila "
    "tidak, pindahkan {wal} dari folder data lalu jalankan lagi: perbuatan sesudah itu disebut satu per satu oleh "
    "“periksa” dan diulang dari berkas asli di arsip."
)
SEBAGIAN = (
    "Sebagian basis data rusak ({}): cakram atau berkasnya terganggu. Hentikan aplikasi, salin folder data apa adanya, "
    "lalu pulihkan cadangan terakhir: python -m lakip pulihkan BERKAS."
)
KERUSAKAN = (
    "corrupt database",
    "checksum",
    "database has been invalidated",
    "could not read enough bytes",
    "transaction is aborted",
)
LARANGAN = ("permission denied", "read-only file system", "access is denied", "not permitted", "read-only")
TAK_MUAT = ("no space left", "disk full", "not enough space", "file too large", "disk quota")
NOMOR_PROSES = re.compile(r"\(PID (\d+)\)")


def refusal(path: Path, kata: str) -> str:
    """The sentence for what the engine said when it could not open or write `path`; damaged files are copied aside
    unless it is held or not allowed."""
    said = kata.lower()
    if any(word.lower() in said for word in salinan.DIPEGANG):
        pid = NOMOR_PROSES.search(kata)
        return f"{BUSY} (Nomor prosesnya {pid[1]}.)" if pid else BUSY
    if any(word in said for word in LARANGAN):
        return DITOLAK.format(path=path)
    if any(word in said for word in TAK_MUAT):
        return PENUH.format(path=path)
    wal = path.with_name(f"{path.name}.wal")
    aside = _aside(path, wal)
    if "wal file" not in said:
        return RUSAK.format(path=path, salinan=aside)
    return RUSAK_WAL.format(wal=wal.name, salinan=aside, sampai=_until(path))


def is_damage(kata: str) -> bool:
    """Whether the engine met a part of the file that it cannot read."""
    return any(word in kata.lower() for word in KERUSAKAN)


def full_or_denied(path: Path, kata: str) -> str | None:
    """What hinders writing, when it is the disk or its rights."""
    said = kata.lower()
    if any(word in said for word in TAK_MUAT):
        return PENUH.format(path=path)
    return DITOLAK.format(path=path) if any(word in said for word in LARANGAN) else None


# ---------------------------------------------------------------- inside


def _aside(path: Path, wal: Path) -> Path:
    """A copy of both as they are; the one before serves while nothing changed since."""
    for older in sorted(path.parent.glob("rusak-*"), reverse=True):
        if all(_same(part, older / part.name) for part in (path, wal) if part.exists()):
            return older
    aside = path.parent / f"rusak-{periode.local(periode.now()):%Y%m%d-%H%M%S}"
    aside.mkdir()
    for part in (path, wal):
        if part.exists():
            shutil.copy2(part, aside / part.name)
    return aside


def _same(one: Path, other: Path) -> bool:
    return other.exists() and (one.stat().st_size, int(one.stat().st_mtime)) == (
        other.stat().st_size, int(other.stat().st_mtime),
    )  # fmt: skip


def _until(path: Path) -> str:
    """Up to which moment the database file itself was written, and to which act the anchor knows of more."""
    last = jangkar.newest(path.parent)
    written = waktu(periode.recorded(datetime.fromtimestamp(path.stat().st_mtime, periode.WITA).replace(tzinfo=None)))
    known = f"; perbuatan terakhir yang dicatat nomor {last.nomor} ({waktu(last.pada)})" if last else ""
    return f" sampai {written}{known}"
