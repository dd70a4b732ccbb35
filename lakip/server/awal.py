"""The bare address of the server: it leads to the screen that whoever is signed in begins with."""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akun
from lakip.akses import Pengguna
from lakip.server.pintu import session_of
from lakip.store import Store


class Awal:
    def __init__(self, store: Callable[[], Store], awal: Callable[[Pengguna], str]) -> None:
        self._store, self._awal = store, awal

    async def show(self, request: Request) -> Response:
        """Behind the gate, so there is a session, unless it ended on the way here."""
        sesi = session_of(request.headers)
        found = await to_thread.run_sync(akun.find_session, self._store(), sesi) if sesi else None
        if found is None:
            return RedirectResponse("/masuk", 303)
        return RedirectResponse(request.url.replace(path=f"/{self._awal(found.pengguna)}"), 303)
