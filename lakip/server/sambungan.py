"""The connections: uvicorn's protocol, with the time limits that it lacks. Knows nothing of HTTP beyond its state.

uvicorn 0.54 waits for ever for the rest of a request that has begun, and answers nobody once every file descriptor is
taken so. Here a header comes within 10 seconds of the first byte, a body or an answer moves within 30, and few
connections of one address owe their header at a time; of all addresses together, the one that has waited longest goes
first.
"""

import asyncio
import contextlib
import importlib
import logging
from collections import Counter

import h11
import uvicorn.config
from uvicorn.protocols.http.h11_impl import H11Protocol

KEPALA, BADAN = 10.0, 30.0  # seconds
SEALAMAT, SEMUA = 64, 400  # connections that owe a header, of one address and of all
LOG = logging.getLogger("lakip.sambungan")

_owing: dict["Sambungan", str] = {}  # in the order they came
_of: Counter[str] = Counter()


class Sambungan(H11Protocol):
    """One connection; uvicorn makes them, all in one loop."""

    _limit: asyncio.TimerHandle | None = None
    _begun = False
    _upgraded = False
    _sweep: asyncio.TimerHandle | None = None
    _unread = 0  # bytes of the answer that waited at the last look
    _moved = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._sweep = self.loop.call_later(BADAN, self._check_answer)
        where = self.client[0] if self.client else ""
        if _of[where] >= SEALAMAT:
            LOG.warning("Sambungan dari %s ditolak: terlalu banyak yang belum selesai meminta.", where)
            transport.abort()
            return
        self._owe(where)
        if len(_owing) > SEMUA:
            next(iter(_owing)).drop()

    def data_received(self, data: bytes) -> None:
        self._begun = True
        begins = self.conn.their_state is h11.IDLE
        super().data_received(data)
        if self._upgraded:  # a websocket: its request never ends, as h11 sees it
            return
        if self.conn.their_state is not h11.IDLE:
            self._paid()
            self._watch_body()
        elif begins and self not in _owing:  # a further request on a connection that is kept
            self._owe(self.client[0] if self.client else "")

    def connection_lost(self, exc: Exception | None) -> None:
        self._let_go()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._upgraded = True
        self._let_go()
        super().handle_websocket_upgrade(event)

    def resume_writing(self) -> None:
        self._moved = True
        super().resume_writing()

    def on_response_complete(self) -> None:
        self._stop()
        super().on_response_complete()

    def drop(self) -> None:
        """Close it: it took too long."""
        if self._begun:  # browsers open some in advance, and then need none
            LOG.warning("Sambungan dari %s ditutup: tidak bergerak lagi.", (self.client or ("",))[0])
        self._paid()
        self.transport.abort()

    def _owe(self, where: str) -> None:
        _owing[self] = where
        _of[where] += 1
        self._limit = self.loop.call_later(KEPALA, self.drop)

    def _paid(self) -> None:
        self._stop()
        if (where := _owing.pop(self, None)) is not None:
            _of[where] -= 1
            if not _of[where]:
                del _of[where]

    def _watch_body(self) -> None:
        """While a body is awaited: paused, it is the server that is slow."""
        if self.conn.their_state is h11.SEND_BODY and not self.flow.read_paused:
            self._limit = self.loop.call_later(BADAN, self._check_body)

    def _check_body(self) -> None:
        if self.conn.their_state is not h11.SEND_BODY:
            return
        if self.flow.read_paused:
            self._watch_body()
        else:
            self.drop()

    def _check_answer(self) -> None:
        """Whoever does not read what he asked for is let go, also when the connection is closing already."""
        unread = self.transport.get_write_buffer_size()
        if unread and unread >= self._unread > 0 and not self._moved:
            self.drop()
            return
        self._unread, self._moved = unread, False
        self._sweep = self.loop.call_later(BADAN, self._check_answer)

    def _let_go(self) -> None:
        self._paid()
        if self._sweep is not None:
            self._sweep.cancel()

    def _stop(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None


def install() -> None:
    """Let uvicorn speak through this, and let the process have as many files open as the system allows."""
    uvicorn.config.HTTP_PROTOCOLS["auto"] = f"{__name__}:{Sambungan.__name__}"
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        resource = importlib.import_module("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
