"""A backup carried away: streamed from the disk, to whoever may manage backups."""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from lakip import akun, cadangan
from lakip.errors import AccessError, UserError
from lakip.store import Store


class Unduh:
    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    async def give(self, request: Request) -> Response:
        """The gate has let in who asks, and says which session it is."""
        store = self._store()
        pengguna = await to_thread.run_sync(akun.pengguna, store, request.headers.get("x-lakip-sid", ""))
        if pengguna is None or not pengguna.tugas:
            return PlainTextResponse("Sesi telah berakhir. Silakan masuk lagi.", 401)
        unit, nama = pengguna.tugas[0].unit, request.path_params["nama"]
        try:
            path = await to_thread.run_sync(cadangan.take, store, pengguna, unit, nama)
        except AccessError as error:
            return PlainTextResponse(str(error), 403)
        except UserError as error:
            return PlainTextResponse(str(error), 404)
        return FileResponse(path, media_type="application/zip", filename=nama, headers={"Cache-Control": "no-store"})
