"""The queue at the door: checking a password takes a tenth of a second and 64 MB, so few are checked at once.

Two lanes. Who has come in from that address before passes those that nobody knows; of these, a few of one address wait,
and nobody waits long: they are told to try again. The waiting is done here, in no thread that serves somebody else.
"""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import Semaphore, move_on_after

from lakip import akun
from lakip.akun import TungguError

SEKALIGUS = {True: 2, False: 1}  # passwords checked at once, of usual ones and of others
SABAR = {True: 20.0, False: 1.5}  # seconds that one waits at most
SEALAMAT = 8  # others of one address that wait


class Antrean:
    def __init__(self) -> None:
        self._lanes: dict[bool, Semaphore] = {}
        self._waiting: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, alamat: str, *, biasa: bool) -> AsyncIterator[None]:
        """Within it, one may check a password. Raises TungguError when that would take too long."""
        if not biasa and self._waiting[alamat] >= SEALAMAT:
            raise TungguError(akun.RAMAI, 5)
        lane = self._lanes.setdefault(biasa, Semaphore(SEKALIGUS[biasa]))
        self._waiting[alamat] += not biasa
        try:
            with move_on_after(SABAR[biasa]) as patience:
                await lane.acquire()
        finally:
            self._waiting[alamat] -= not biasa
            if not self._waiting[alamat]:
                del self._waiting[alamat]
        if patience.cancelled_caught:
            raise TungguError(akun.RAMAI, 5)
        try:
            yield
        finally:
            lane.release()
