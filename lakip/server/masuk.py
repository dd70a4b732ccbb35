"""Signing in and out: /masuk and /keluar."""

from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akun, pengaturan
from lakip.errors import UserError
from lakip.server.halaman import KEDALUWARSA, is_same_origin, read_form, render
from lakip.server.pintu import KUKI, own_path, session_of
from lakip.store import Store

KABAR = {
    "keluar": "Anda sudah keluar.",
    "terpasang": "Kantor sudah dipasang. Silakan masuk sebagai admin.",
    "pulih": "Kantor sudah dipulihkan dari cadangan. Silakan masuk dengan akun Anda yang biasa.",
    "sandi": "Kata sandi sudah diganti. Silakan masuk dengan kata sandi baru.",
}


class Masuk:
    def __init__(self, store: Callable[[], Store], https: bool) -> None:
        self._store, self._https = store, https
        # Waiting sign-ins wait here, not in the threads that serve everybody else.
        self._limiter: CapacityLimiter | None = None

    async def show(self, request: Request) -> Response:
        ke = own_path(request.query_params.get("ke"))
        if await to_thread.run_sync(self._is_open, session_of(request.headers)):
            return RedirectResponse(ke, 303)
        return await self._page(request, ke, kabar=KABAR.get(request.query_params.get("kabar", "")))

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            return await self._page(request, "/", salah=KEDALUWARSA, status=403)
        ke = own_path(form.get("ke"))
        self._limiter = self._limiter or CapacityLimiter(4)
        try:
            token = await to_thread.run_sync(self._sign_in, request, form, limiter=self._limiter)
        except UserError as error:
            return await self._page(request, ke, salah=str(error), nama=form.get("akun", ""), status=401)
        answer = RedirectResponse(ke, 303)
        answer.set_cookie(
            KUKI, token, max_age=int(akun.MASA_SESI.total_seconds()), httponly=True, samesite="lax", secure=self._https
        )
        return answer

    async def ask_out(self, request: Request) -> Response:
        return render(request, "keluar.html", https=self._https)

    async def out(self, request: Request) -> Response:
        """No CSRF token: the screens post here too, and the cookie is not sent from another site."""
        if not is_same_origin(request):
            return render(request, "keluar.html", https=self._https, status=403)
        if sesi := session_of(request.headers):
            await to_thread.run_sync(akun.close_session, self._store(), sesi)
        answer = RedirectResponse("/masuk?kabar=keluar", 303)
        answer.delete_cookie(KUKI, httponly=True, samesite="lax", secure=self._https)
        return answer

    def _is_open(self, sesi: str | None) -> bool:
        return sesi is not None and akun.pengguna(self._store(), sesi) is not None

    def _sign_in(self, request: Request, form: dict[str, str]) -> str:
        store = self._store()
        name = akun.authenticate(store, form.get("akun", ""), form.get("sandi", ""))
        if old := session_of(request.headers):
            akun.close_session(store, old)
        return akun.open_session(store, name)

    async def _page(
        self,
        request: Request,
        ke: str,
        *,
        salah: str | None = None,
        kabar: str | None = None,
        nama: str = "",
        status: int = 200,
    ) -> Response:
        kantor = await to_thread.run_sync(pengaturan.units, self._store())
        return render(
            request,
            "masuk.html",
            https=self._https,
            status=status,
            kantor=kantor,
            ke=ke,
            salah=salah,
            kabar=kabar,
            nama=nama,
        )
