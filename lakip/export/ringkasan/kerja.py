"""Summaries in the making, in the background: whoever took a step waits for no LibreOffice. Knows no screen."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from weakref import WeakKeyDictionary

from lakip import alur
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export.ringkasan.simpan import DIMINTA, SEBAB, Tersimpan, make
from lakip.store import Store

Kunci = tuple[str, int, str]  # unit, tahun, periode

_pembuat = ThreadPoolExecutor(1, "meringkas")
_kerja: WeakKeyDictionary[Store, dict[Kunci, "Future[Tersimpan]"]] = WeakKeyDictionary()


def begin() -> None:
    """From now on each step of a run that concerns others is summed up. For the server: once."""
    if _after not in alur.SESUDAH:
        alur.SESUDAH.append(_after)


def start(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str, sebab: str = DIMINTA
) -> "Future[Tersimpan]":
    """The making of a summary, begun now; a step that follows another at once is summed up after it.

    Raises AccessError without Izin.LAPORAN.
    """
    pengguna.require(Izin.LAPORAN, unit)
    made = _pembuat.submit(_make, store, pengguna, unit, tahun, periode, sebab)
    _kerja.setdefault(store, {})[unit, tahun, periode] = made
    return made


def find(store: Store, unit: str, tahun: int, periode: str) -> "Future[Tersimpan] | None":
    """The newest making of this program; None: none yet."""
    return _kerja.get(store, {}).get((unit, tahun, periode))


# ---------------------------------------------------------------- inside


def _after(store: Store, pengguna: Pengguna, langkah: str, unit: str, tahun: int, periode: str) -> None:
    # The example takes its steps in a past that is no store of its own.
    if langkah in SEBAB and type(store) is Store and pengguna.may(Izin.LAPORAN, unit):
        start(store, pengguna, unit, tahun, periode, langkah)


def _make(store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str, sebab: str) -> Tersimpan:
    try:
        return make(store, pengguna, unit, tahun, periode, sebab)
    except UserError:
        raise
    except Exception:
        logging.getLogger("lakip").exception("ringkasan gagal")
        raise
