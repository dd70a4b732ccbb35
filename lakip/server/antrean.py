"""The queue at the door: checking a password takes a tenth of a second and 64 MB, so few are checked at once.

Two lanes. Who has come in from that address before passes those that nobody knows; of these, a few of one address wait,
and nobody waits long: they are told to try again. The one that came last goes first among them: under an onslaught
whoever has waited is late already, and who comes after it would wait for all of it. The waiting is done here, in no
thread that serves somebody else.
"""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import Event, move_on_after

from lakip import akun
from lakip.akun import TungguError

SEKALIGUS = {True: 2, False: 1}  # passwords checked at once, of usual ones and of others
SABAR = {True: 20.0, False: 1.5}  # seconds that one waits at most
URUTAN = {True: 0, False: -1}  # who of those that wait goes first
SEALAMAT = 8  # others of one address that wait


class Antrean:
    def __init__(self) -> None:
        self._free = dict(SEKALIGUS)
        self._waiting: dict[bool, list[Event]] = {True: [], False: []}
        self._alamat: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, alamat: str, *, biasa: bool) -> AsyncIterator[None]:
        """Within it, one may check a password. Raises TungguError when that would take too long."""
        if self._free[biasa]:
            self._free[biasa] -= 1
        elif not biasa and self._alamat[alamat] >= SEALAMAT:
            raise TungguError(akun.RAMAI, 5)
        else:
            await self._wait(alamat, biasa=biasa)
        try:
            yield
        finally:
            self._release(biasa=biasa)

    async def _wait(self, alamat: str, *, biasa: bool) -> None:
        mine = Event()
        self._waiting[biasa].append(mine)
        self._alamat[alamat] += 1
        got = False
        try:
            with move_on_after(SABAR[biasa]):
                await mine.wait()
            got = mine.is_set()
        finally:
            self._alamat[alamat] -= 1
            if not self._alamat[alamat]:
                del self._alamat[alamat]
            if not mine.is_set():
                self._waiting[biasa].remove(mine)
            elif not got:  # called, and gone in the same moment
                self._release(biasa=biasa)
        if not got:
            raise TungguError(akun.RAMAI, 5)

    def _release(self, *, biasa: bool) -> None:
        if self._waiting[biasa]:
            self._waiting[biasa].pop(URUTAN[biasa]).set()
        else:
            self._free[biasa] += 1
