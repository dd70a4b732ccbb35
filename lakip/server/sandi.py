"""Changing one's own password: /sandi, behind the gate."""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akun
from lakip.errors import UserError
from lakip.server.halaman import KEDALUWARSA, Form, read_form, render
from lakip.server.pintu import session_of
from lakip.store import Store


class Sandi:
    def __init__(self, store: Callable[[], Store], https: bool) -> None:
        self._store, self._https = store, https

    async def show(self, request: Request) -> Response:
        return self._page(request)

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            return self._page(request, KEDALUWARSA, 403)
        try:
            await to_thread.run_sync(self._change, session_of(request.headers), form)
        except UserError as error:
            return self._page(request, str(error), 400)
        return RedirectResponse("/masuk?kabar=sandi", 303)

    def _change(self, sesi: str | None, form: Form) -> None:
        pengguna = akun.pengguna(self._store(), sesi or "")
        if pengguna is None:
            raise UserError("Sesi telah berakhir. Silakan masuk lagi.")
        if form.get("baru", "") != form.get("ulang", ""):
            raise UserError("Kata sandi baru dan ulangannya tidak sama. Ketik keduanya sekali lagi.")
        akun.set_sandi(self._store(), pengguna, pengguna.akun, form.get("baru", ""), form.get("lama", ""))

    def _page(self, request: Request, salah: str | None = None, status: int = 200) -> Response:
        return render(request, "sandi.html", https=self._https, status=status, salah=salah)
