"""Signing in and out: /masuk and /keluar."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from anyio import to_thread
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akun, pengaturan
from lakip.akun import TungguError
from lakip.draf import Ketikan, Laci
from lakip.errors import UserError
from lakip.server.antrean import Antrean
from lakip.server.halaman import KEDALUWARSA, Form, is_same_origin, read_form, render
from lakip.server.pintu import KUKI, client_of, own_path, session_of
from lakip.server.rupa import browser
from lakip.store import Store

KABAR = {
    "keluar": "Anda sudah keluar.",
    "terpasang": "Kantor sudah dipasang. Silakan masuk sebagai admin.",
    "pulih": "Kantor sudah dipulihkan dari cadangan. Silakan masuk dengan akun Anda yang biasa.",
    "sandi": "Kata sandi sudah diganti. Silakan masuk dengan kata sandi baru.",
}
MASA_LANGKAH = 5 * 60.0  # seconds between password and code
LANGKAH_MAKSIMUM = 500
LANGKAH_LEWAT = "Waktu untuk mengetik kode sudah lewat. Silakan masuk sekali lagi."


@dataclass(frozen=True)
class Langkah:
    """Who has given the right password, and owes a code."""

    akun: str
    sampai: float


class Masuk:
    def __init__(self, store: Callable[[], Store], laci: Callable[[], Laci], https: bool) -> None:
        self._store, self._laci, self._https = store, laci, https
        self._antrean = Antrean()
        self._langkah: OrderedDict[str, Langkah] = OrderedDict()

    async def show(self, request: Request) -> Response:
        """`lagi` lets somebody in sign in anew, before the eight hours are over."""
        ke = own_path(request.query_params.get("ke"))
        again = "lagi" in request.query_params
        if not again and await to_thread.run_sync(self._is_open, session_of(request.headers)):
            return RedirectResponse(ke, 303)
        return await self._page(request, ke, kabar=KABAR.get(request.query_params.get("kabar", "")))

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            ke = own_path(request.query_params.get("ke"))
            return await self._page(request, ke, salah=KEDALUWARSA, status=403)
        answer = await (self._second if "langkah" in form else self._first)(request, form)
        # After the answer, so that the time it takes does not tell whether there is such an account.
        answer.background = BackgroundTask(akun.write_due, self._store())
        return answer

    async def ask_out(self, request: Request) -> Response:
        """With what is typed and not saved: it is told before somebody goes."""
        return await to_thread.run_sync(self._goodbye, request)

    async def out(self, request: Request) -> Response:
        """No CSRF token: the screens post here too, and the cookie is not sent from another site."""
        if not is_same_origin(request.headers):
            return await to_thread.run_sync(self._goodbye, request, 403)
        if (who := request.headers.get("x-lakip-akun")) and "buang" in request.query_params:
            await to_thread.run_sync(self._laci().drop, who)
        if sesi := session_of(request.headers):
            await to_thread.run_sync(akun.close_session, self._store(), sesi)
        answer = RedirectResponse("/masuk?kabar=keluar", 303)
        answer.delete_cookie(KUKI, httponly=True, samesite="lax", secure=self._https)
        return answer

    def _goodbye(self, request: Request, status: int = 200) -> Response:
        who = request.headers.get("x-lakip-akun")
        kept = list(self._laci().of(who).values()) if who else []
        return render(
            request, "keluar.html", https=self._https, status=status, banyak=len(kept), tempat=_by_place(kept)
        )  # fmt: skip

    def _is_open(self, sesi: str | None) -> bool:
        return sesi is not None and akun.find_session(self._store(), sesi) is not None

    async def _first(self, request: Request, form: Form) -> Response:
        ke, nama, alamat = own_path(form.get("ke")), form.get("akun", ""), client_of(request.scope)
        store = self._store()
        try:
            biasa = await to_thread.run_sync(akun.is_usual, store, nama, alamat)
            async with self._antrean.turn(alamat, biasa=biasa):
                known = await to_thread.run_sync(
                    lambda: akun.authenticate(store, nama, form.get("sandi", ""), alamat=alamat)
                )
        except UserError as error:
            return await self._page(request, ke, salah=str(error), nama=nama, status=_status(error))
        if await to_thread.run_sync(akun.faktor.is_set, store, known):
            return self._ask_code(request, ke, self._begin(known))
        return await self._let_in(request, known, ke)

    async def _second(self, request: Request, form: Form) -> Response:
        ke, token = own_path(form.get("ke")), form.get("langkah", "")
        one = self._langkah.get(token)
        if one is None or one.sampai < time.monotonic():
            return await self._page(request, ke, salah=LANGKAH_LEWAT, status=401)
        try:
            await to_thread.run_sync(
                akun.faktor.check, self._store(), one.akun, form.get("kode", ""), client_of(request.scope)
            )
        except UserError as error:
            return self._ask_code(request, ke, token, str(error), _status(error))
        self._langkah.pop(token, None)
        return await self._let_in(request, one.akun, ke)

    def _begin(self, nama: str) -> str:
        token = secrets.token_urlsafe(24)
        self._langkah[token] = Langkah(nama, time.monotonic() + MASA_LANGKAH)
        while len(self._langkah) > LANGKAH_MAKSIMUM:
            self._langkah.popitem(last=False)
        return token

    def _ask_code(self, request: Request, ke: str, token: str, salah: str | None = None, status: int = 200) -> Response:
        return render(
            request, "masuk_kode.html", https=self._https, status=status, ke=ke, langkah=token, salah=salah
        )  # fmt: skip

    async def _let_in(self, request: Request, nama: str, ke: str) -> Response:
        token, terbatas = await to_thread.run_sync(self._open, request, nama)
        answer = RedirectResponse("/sandi" if terbatas else ke, 303)
        answer.set_cookie(
            KUKI, token, max_age=int(akun.MASA_SESI.total_seconds()), httponly=True, samesite="lax", secure=self._https
        )
        return answer

    def _open(self, request: Request, nama: str) -> tuple[str, str | None]:
        store = self._store()
        if old := session_of(request.headers):
            akun.close_session(store, old)
        terbatas = akun.restriction(store, nama)
        peramban = browser(request.headers.get("user-agent", ""))
        return akun.open_session(
            store, nama, alamat=client_of(request.scope), peramban=peramban, terbatas=terbatas
        ), terbatas  # fmt: skip

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


def _by_place(kept: list[Ketikan]) -> dict[str, list[Ketikan]]:
    """The drafts by the screen that they stand on."""
    return {judul: [one for one in kept if one.judul == judul] for judul in dict.fromkeys(d.judul for d in kept)}


def _status(error: UserError) -> int:
    return 429 if isinstance(error, TungguError) else 401
