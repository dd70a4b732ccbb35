"""What is typed and not saved, and how long the session still lasts: /draf, for the script in every screen.

GET is what a page asks by itself, and keeps no session open; POST is somebody typing, or pressing “Tetap masuk”.
"""

import json
from collections.abc import Callable
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from lakip import akun
from lakip.draf import Laci, read_ketikan
from lakip.server.halaman import read_body
from lakip.server.pintu import session_of
from lakip.store import Store

BESAR = 1_000_000  # bytes of one message
KUNCI = 500  # characters of a field's name


class Draf:
    def __init__(self, store: Callable[[], Store], laci: Callable[[], Laci]) -> None:
        self._store, self._laci = store, laci

    async def give(self, request: Request) -> Response:
        """All drafts of whoever asks."""
        return await to_thread.run_sync(self._answer, request, True)

    async def keep(self, request: Request) -> Response:
        """Keep or forget some. A tab whose account is no longer the one signed in gets 409."""
        body = await read_body(request, BESAR)
        try:
            said: Any = json.loads(body or b"")
            ubah = {str(k)[:KUNCI]: v and read_ketikan(v) for k, v in dict(said["ubah"]).items()}
            whose = str(said["akun"])
        except (ValueError, TypeError, KeyError):
            return JSONResponse({}, 400)
        if whose != request.headers.get("x-lakip-akun"):
            return JSONResponse({}, 409)
        if ubah:
            await to_thread.run_sync(lambda: self._laci().change(whose, ubah))
        return await to_thread.run_sync(self._answer, request, False)

    def _answer(self, request: Request, whole: bool) -> Response:
        who = request.headers.get("x-lakip-akun", "")
        left = akun.remaining(self._store(), session_of(request.headers) or "")
        said: dict[str, Any] = {"akun": who, "diam": left[0], "keras": left[1]}
        if whole:
            said["draf"] = {
                k: {"alamat": one.alamat, "judul": one.judul, "label": one.label, "dasar": one.dasar, "isi": one.isi,
                    "pada": one.pada.isoformat()}
                for k, one in self._laci().of(who).items()
            }  # fmt: skip
        return JSONResponse(said, headers={"Cache-Control": "no-store"})
