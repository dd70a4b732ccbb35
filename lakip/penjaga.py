"""The watchman: one thread of the server that makes the backups that are due, brings quiet records into their file, and
takes away what a crash left behind. What is due, `cadangan.jadwal` says; nobody waits for any of it."""

import logging
import shutil
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from lakip import akun, cadangan, tukar
from lakip.cadangan import Jenis, jadwal, susun, tanda
from lakip.errors import UserError
from lakip.store import Store

MULAI_DETIK, JEDA_DETIK = 60.0, 10.0  # before the first look; between two
ULANG_DETIK = 900.0  # after one that failed
SISA = (f"{susun.KERJA}*", ".uji-*", ".unggah-*", "*.zip.tmp")


class Berhenti(Exception):  # noqa: N818  no error: the server is being stopped
    """Ends a backup that is being made."""


class Penjaga:
    """Started and stopped with the server. `store` gives its one store."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="penjaga", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What it is doing is left undone, without a trace."""
        self._stop.set()
        self._thread.join(10)

    def _watch(self) -> None:
        begin(self._store(), tanda.local_now())
        rested, kept, wait = 0.0, False, MULAI_DETIK
        while not self._stop.wait(wait):
            wait = JEDA_DETIK
            try:
                quiet = self._store().is_quiet(jadwal.TENANG_DETIK)
                if quiet and not kept:
                    self._store().checkpoint()
                kept = quiet
                if time.monotonic() >= rested:
                    look(self._store(), tanda.local_now(), self._go_on)
            except Berhenti:
                return
            except (UserError, OSError) as error:  # told on the page and on Tugas
                rested = time.monotonic() + ULANG_DETIK
                logging.getLogger("lakip").warning("cadangan gagal: %s", error)
            except Exception as error:
                rested = time.monotonic() + ULANG_DETIK
                logging.getLogger("lakip").exception("penjaga gagal", exc_info=error)

    def _go_on(self, _: float, __: str) -> None:
        if self._stop.is_set():
            raise Berhenti


def begin(store: Store, saat: datetime) -> None:
    """Before anything is made: take away leftovers, and remember since when somebody watches."""
    if store.folder is None:
        return
    tidy(store.folder)
    if "mulai" not in tanda.read(store.folder):
        tanda.remember(store.folder, mulai=saat.strftime(tanda.BENTUK))


def look(store: Store, saat: datetime, lapor: susun.Lapor = susun.quiet) -> Jenis | None:
    """Make the backup that is due at this moment of the office's clock: which it was, None when none is."""
    if store.folder is None or akun.is_empty(store):
        return None
    jam, sidik = cadangan.in_force(store).jam, store.read("jejak_pertama").item()
    backed_up = tanda.read(store.folder).get("pengesahan", "")
    sah = store.read("cadangan_pengesahan").item()
    jenis = jadwal.due(saat, cadangan.listed(store.folder / "cadangan", sidik), jam, sah, backed_up)
    if jenis is Jenis.MALAM and jadwal.waits(saat, jam, store.is_quiet(jadwal.TENANG_DETIK)):
        return None
    if jenis is not None:
        cadangan.run(store, jenis, lapor, saat)
    return jenis


def tidy(folder: Path) -> None:
    """Take away what killed backups and restores left half made in a data folder. Nothing of it counted yet."""
    for pattern in SISA:
        for left in (folder / "cadangan").glob(pattern):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
    tukar.tidy(folder)
