"""How long the next attempt at the door waits. In memory, bounded; knows nothing of which names exist.

A wait grows with the wrong ones of one account from one address. Over all accounts of an address, and over all
addresses of an account, only a small one does, and who has come in from that address before is free of both: nobody can
shut an office out from elsewhere. A new start forgets the counts; the cost of argon2 and the trail remain.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lakip.store import Store

BERTAHAP = (0, 0, 0, 1, 2, 4, 8, 16, 32, 60)  # seconds before the next one, by how many were wrong
BEBAS = 20  # wrong ones of an address, or of an account, before either waits
ALAMAT_MAKSIMUM, AKUN_MAKSIMUM = 8, 2  # seconds
LUPA = 15 * 60  # seconds without an attempt after which a count begins anew
MUAT = 10_000  # counts kept; the ones used longest ago go first


@dataclass
class _Hitung:
    salah: int = 0
    terakhir: float = 0.0


class Jeda:
    """The counts of one record. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hitung: OrderedDict[tuple[str, ...], _Hitung] = OrderedDict()
        self._biasa: OrderedDict[tuple[str, str], None] = OrderedDict()

    def attempt(self, akun: str, alamat: str) -> float:
        """Seconds to wait; 0 lets this attempt through and counts it as wrong, until `passed` says otherwise.

        Counted before it is judged: of many at once, the later ones already wait.
        """
        with self._lock:
            now, usual = _clock(), (akun, alamat) in self._biasa
            pair, place, name = (self._of(key, now) for key in _keys(akun, alamat))
            due = [pair.terakhir + BERTAHAP[min(pair.salah, len(BERTAHAP) - 1)]]
            if not usual:
                due.append(place.terakhir + min(max(place.salah - BEBAS, 0), ALAMAT_MAKSIMUM))
                due.append(name.terakhir + min(max(name.salah - BEBAS, 0), AKUN_MAKSIMUM))
            if max(due) > now:
                return max(due) - now
            for one in (pair, place, name):
                one.salah, one.terakhir = one.salah + 1, now
            return 0.0

    def passed(self, akun: str, alamat: str) -> None:
        """That attempt was right after all, and its address is a usual one of the account from now on."""
        with self._lock:
            pair, *over_all = _keys(akun, alamat)
            self._hitung.pop(pair, None)
            for key in over_all:
                if key in self._hitung:
                    self._hitung[key].salah = max(self._hitung[key].salah - 1, 0)
            self._remember(akun, alamat)

    def is_usual(self, akun: str, alamat: str) -> bool:
        with self._lock:
            return (akun, alamat) in self._biasa

    def make_usual(self, akun: str, alamat: str) -> None:
        """The record says that the account has been signed in to from there."""
        with self._lock:
            self._remember(akun, alamat)

    def free(self, akun: str) -> None:
        """Forget what was wrong for this account, from everywhere."""
        with self._lock:
            for key in [k for k in self._hitung if k[0] in ("pasangan", "akun") and k[1] == akun]:
                del self._hitung[key]

    def _of(self, key: tuple[str, ...], now: float) -> _Hitung:
        found = self._hitung.get(key)
        if found is None or now - found.terakhir > LUPA:
            found = self._hitung[key] = _Hitung()
        self._hitung.move_to_end(key)
        while len(self._hitung) > MUAT:
            self._hitung.popitem(last=False)
        return found

    def _remember(self, akun: str, alamat: str) -> None:
        self._biasa[akun, alamat] = None
        self._biasa.move_to_end((akun, alamat))
        while len(self._biasa) > MUAT:
            self._biasa.popitem(last=False)


def of(store: Store) -> Jeda:
    """The counts that belong to this record, as long as it is open."""
    with _lock:
        return _all.setdefault(store, Jeda())


def _keys(akun: str, alamat: str) -> tuple[tuple[str, ...], ...]:
    return ("pasangan", akun, alamat), ("alamat", alamat), ("akun", akun)


_clock = time.monotonic
_lock = threading.Lock()
_all: WeakKeyDictionary[Store, Jeda] = WeakKeyDictionary()
