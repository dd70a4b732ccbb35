"""Wrong passwords in the trail, summed: a stranger at the door cannot flood it.

At most one act in a minute for an account, and one for all names that are none together. Kept in memory until then;
what is left when the application stops is written at its end.
"""

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from lakip import jejak, pengaturan
from lakip.store import Store

SELANG = 60.0  # seconds
PANJANG = 32  # characters of a name that is none
SEBUT = 5  # names and addresses told of one sum
OLEH = "sistem"


@dataclass
class _Jumlah:
    alamat: Counter[str] = field(default_factory=Counter)
    nama: Counter[str] = field(default_factory=Counter)


@dataclass
class _Catatan:
    tunggu: dict[str | None, _Jumlah] = field(default_factory=dict)  # by account; None: names that are none
    ditulis: dict[str | None, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


def note(store: Store, akun: str, alamat: str, *, ada: bool) -> None:
    """Count one; `ada`: there is such an account. Writes nothing: how long an answer takes tells no name."""
    kept = _of(store)
    with kept.lock:
        one = kept.tunggu.setdefault(akun if ada else None, _Jumlah())
        one.alamat[alamat or "layar"] += 1
        one.nama[akun[:PANJANG]] += 1


def write_due(store: Store, *, semua: bool = False) -> None:
    """Write the sums whose minute is over; `semua`: all of them. The caller answers first, and then calls this."""
    kept, now = _of(store), time.monotonic()
    with kept.lock:
        due = {k: v for k, v in kept.tunggu.items() if semua or now - kept.ditulis.get(k, -SELANG) >= SELANG}
        for key in due:
            del kept.tunggu[key]
            kept.ditulis[key] = now
    if not due:
        return
    units = pengaturan.units(store)
    with store.transaction() as tx:
        for akun, one in due.items():
            said = {"jumlah": one.alamat.total(), "alamat": _first(one.alamat)}
            if akun is not None:
                jejak.write(tx, OLEH, "gagal masuk", f"akun:{akun}", **said)
            elif units:
                jejak.write(
                    tx, OLEH, "gagal masuk", f"unit:{units[0].unit}", **said, nama_tidak_dikenal=_first(one.nama)
                )


def _first(counted: Counter[str]) -> list[str]:
    return [text for text, _ in counted.most_common(SEBUT)]


def _of(store: Store) -> _Catatan:
    with _lock:
        return _all.setdefault(store, _Catatan())


_lock = threading.Lock()
_all: WeakKeyDictionary[Store, _Catatan] = WeakKeyDictionary()
