"""Bringing a record back from a backup: checked first, made ready beside the record, then exchanged whole."""

import shutil
import tempfile
import time
import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lakip import jejak, salinan, tukar
from lakip.cadangan import baca, tanda
from lakip.cadangan.isi import Manifes
from lakip.errors import UserError
from lakip.salinan import FILE_NAME, Isi
from lakip.store import Store
from lakip.utuh import jangkar, mulai
from lakip.utuh.terbuka import BUSY

LUAR = ("parquet", "csv")


@dataclass(frozen=True)
class Siap:
    """A record made ready in `folder`: what its backup says of itself, and what its database really holds."""

    folder: Path
    manifes: Manifes
    isi: Isi


@dataclass(frozen=True)
class Uji:
    """A backup that was tried: what it holds, how many originals, and how long it took until it could be asked."""

    isi: Isi
    berkas: int
    detik: float


def prepare(path: Path, folder: Path, maju: baca.Maju = lambda _: None) -> Siap:
    """Unpack and check a whole backup beside the record of a data folder, which is not touched, and bring it to the
    tables of this program. Raises UserError: what is ready then, opens."""
    folder.mkdir(parents=True, exist_ok=True)
    bakal = folder / f"{tukar.BAKAL}{uuid.uuid4().hex[:8]}"
    bakal.mkdir()
    try:
        manifes = baca.extract(path, bakal, maju=maju)
        (bakal / "arsip").mkdir(exist_ok=True)
        baca.look(bakal / FILE_NAME, manifes)
        with closing(Store(bakal)) as store:  # migrates it, or says that a newer program wrote it
            mulai.begin(store)  # seals what that changed
        found = salinan.look(bakal / FILE_NAME)
        for unpacked in (*(p for p in bakal.iterdir() if p.is_dir()), bakal):
            tukar.sync_folder(unpacked)  # the files are on the disk; so are their names, before anything is exchanged
    except BaseException:
        shutil.rmtree(bakal, ignore_errors=True)
        raise
    return Siap(bakal, manifes, found)


def restore(siap: Siap, saat: datetime | None = None) -> Path:
    """Let it be the record of the data folder it was made ready in; where the one before was kept.

    Raises UserError while a program has that open. Whatever is killed on the way, the folder holds one record or the
    other: `tukar`.
    """
    folder = siap.folder.parent
    if salinan.is_held(folder):
        raise UserError(BUSY)
    kept = folder / f"{tukar.DISIMPAN}{saat or tanda.local_now():%Y-%m-%d-%H%M%S}"
    if siap.isi.nomor:  # before: killed in between, the old record only has newer acts than its anchor
        jangkar.accept(folder, siap.isi.nomor, siap.isi.hash, "pemulihan dari cadangan")
    tukar.exchange(folder, siap.folder, kept)
    return kept


def drill(path: Path, maju: baca.Maju = lambda _: None) -> Uji:
    """Bring a backup back into a folder of its own, open it with this program, ask it something, and throw it away.

    Raises UserError when it would not bring the office back.
    """
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix=".uji-", dir=path.parent, ignore_cleanup_errors=True) as room:
        siap = prepare(path, Path(room), maju)
        restore(siap)
        store = Store(Path(room))
        try:
            store.read("unit_semua")
            wrong = jejak.check(store)
        finally:
            store.close()
        if wrong:
            raise UserError(f"Cadangan terbuka, tetapi {wrong[0]}")
        kept = sum(1 for _ in (Path(room) / "arsip").iterdir())
        return Uji(siap.isi, kept, time.perf_counter() - start)
