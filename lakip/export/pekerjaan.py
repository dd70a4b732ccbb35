"""Reports in the making, in the background: each once, whoever presses how often. Knows no screen.

A report that takes seconds is no reason to hold a screen: who pressed may leave, and whoever opens the page sees that
it is being made or that it is there. What is likely to be asked for next is made ready before.
"""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from lakip import periode
from lakip.akses import Izin, Pengguna
from lakip.errors import KESALAHAN, UserError
from lakip.export import laporan
from lakip.export.bahan import Bahan
from lakip.export.laporan import Jenis, Terbit
from lakip.formatting import waktu
from lakip.store import Store

SEREMPAK = 2  # so many at once: one is laid out by LibreOffice while another is read
DIINGAT, TERBANYAK = timedelta(minutes=30), 16

Kunci = tuple[str, str, int, str]  # unit, kind, tahun, periode


@dataclass
class Pekerjaan:
    """One report that was asked for: by whom, since when (UTC), what is being done, and what came of it."""

    minta: tuple[date, date, bool]
    oleh: str
    sejak: datetime
    langkah: str = "Menunggu giliran"
    hasil: Future[Terbit] = field(default_factory=Future)

    @property
    def selesai(self) -> bool:
        return self.hasil.done()

    def wait(self, detik: float) -> bool:
        """Whether it is done within so many seconds."""
        return not wait([self.hasil], detik).not_done


_kunci = threading.Lock()
_kerja: WeakKeyDictionary[Store, dict[Kunci, Pekerjaan]] = WeakKeyDictionary()
_penyusun = ThreadPoolExecutor(SEREMPAK, "menyusun")


def start(
    store: Store,
    pengguna: Pengguna,
    jenis: Jenis[Any],
    unit: str,
    tahun: int,
    kode: str,
    per: date,
    hari: date,
    final: bool,
) -> Pekerjaan:
    """The making of that report, as laporan.issue: begun now, or the one that goes on already.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: it is being made for another day.
    """
    pengguna.require(Izin.LAPORAN, unit)
    minta, kunci = (per, hari, final), (unit, jenis.kode, tahun, kode)
    with _kunci:
        known = _kerja.setdefault(store, {})
        now = known.get(kunci)
        if now is not None and not now.selesai:
            if now.minta != minta:
                raise UserError(f"Laporan ini sedang disusun {now.oleh} dengan tanggal lain. Tunggu sampai selesai.")
            return now
        kerja = known[kunci] = Pekerjaan(minta, pengguna.nama, periode.now())
        for old in [k for k, one in known.items() if one.selesai][: max(0, len(known) - TERBANYAK)]:
            del known[old]

    def tell(langkah: str) -> None:
        kerja.langkah = langkah

    def make() -> None:
        try:
            kerja.hasil.set_result(laporan.issue(store, pengguna, jenis, unit, tahun, kode, per, hari, tell, final))
        except UserError as error:
            kerja.hasil.set_exception(error)
        except Exception as error:
            logging.getLogger("lakip").exception("laporan gagal", exc_info=error)
            kerja.hasil.set_exception(UserError(KESALAHAN.format(waktu(periode.now()))))

    _penyusun.submit(make)
    return kerja


def find(store: Store, jenis: Jenis[Any], unit: str, tahun: int, kode: str) -> Pekerjaan | None:
    """The newest making of that report in this program; None: none, or it was done a while ago."""
    with _kunci:
        kerja = _kerja.get(store, {}).get((unit, jenis.kode, tahun, kode))
    if kerja is None or (kerja.selesai and periode.now() - kerja.sejak > DIINGAT):
        return None
    return kerja


def all_of(store: Store) -> list[Pekerjaan]:
    """Every making that this program remembers."""
    with _kunci:
        return list(_kerja.get(store, {}).values())


class _Penyiap:
    """Makes ready one report at a time, the newest wish first."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "menyiapkan")
        self._wish: tuple[Any, ...] = ()
        self._next: Future[None] = Future()
        self._lock = threading.Lock()

    def wish(self, store: Store, jenis: Jenis[Any], bahan: Bahan) -> None:
        about = jenis.kode, bahan.identitas.unit, bahan.tahun, bahan.periode.kode, bahan.per, bahan.tanggal
        with self._lock:
            if self._wish == (store, store.version, *about):
                return
            self._wish = (store, store.version, *about)
            self._next.cancel()
            laporan.give_way()
            self._next = self._pool.submit(self._prepare, store, jenis, bahan)

    def _prepare(self, store: Store, jenis: Jenis[Any], bahan: Bahan) -> None:
        try:
            laporan.prepare(store, jenis, bahan)
        except Exception as error:  # whoever presses is told what is wrong
            logging.getLogger("lakip").info("laporan tidak dapat disiapkan", exc_info=error)


_penyiap = _Penyiap()


def prepare(store: Store, jenis: Jenis[Any], bahan: Bahan) -> None:
    """Begin to make ready what a press on the button would ask for; nothing when this was the last wish and nothing has
    changed since."""
    _penyiap.wish(store, jenis, bahan)
