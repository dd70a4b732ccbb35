"""The gate: nothing passes without a session, and nobody says who they are but the gate."""

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lakip import akun
from lakip.akun import Sesi
from lakip.server.halaman import is_same_origin
from lakip.store import Store

KUKI = "lakip_sid"
TERBUKA = frozenset({"/masuk", "/keluar", "/_stcore/health"})
TERBUKA_STATIS = "/app/static/"  # lakip/ui/static: stylesheet, font, emblem
PASANG, PASANG_CADANGAN = "/pasang", "/pasang/cadangan"
AKUN = "/sandi"  # all that a session opens which is held back
MEMBACA = frozenset({"GET", "HEAD", "OPTIONS"})


class Pintu:
    """Pure ASGI middleware. A page without session goes to /masuk (or /pasang while no account exists),
    anything else gets 401, a websocket 403. What writes, and every websocket, comes from a page of this server or from
    none. X-Lakip-* headers from outside never get through."""

    def __init__(self, app: ASGIApp, store: Callable[[], Store], hosts: frozenset[str] = frozenset()) -> None:
        self._app, self._store = app, store
        self._hosts = hosts | {"localhost"}
        self._has_account = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not is_own_host(headers.get("host"), self._hosts):
            await self._refuse(PlainTextResponse("Nama server tidak dikenal.", 400), scope, receive, send)
            return
        if scope.get("method") not in MEMBACA and not is_same_origin(headers):
            await self._refuse(PlainTextResponse("Permintaan dari alamat lain ditolak.", 403), scope, receive, send)
            return
        sesi = session_of(headers)
        found = await to_thread.run_sync(self._who, sesi, _is_asked(scope, headers)) if sesi else None
        if found is None and not await self._is_open(scope["path"]):
            await self._refuse(await self._answer(scope, headers), scope, receive, send)
            return
        if found is not None and found.terbatas and scope["path"] != AKUN and not await self._is_open(scope["path"]):
            await self._refuse(_held_back(scope, headers), scope, receive, send)
            return
        await self._app(_identified(scope, sesi, found), receive, send)

    def _who(self, sesi: str, sendiri: bool) -> Sesi | None:
        return akun.find_session(self._store(), sesi, sendiri=sendiri)

    async def _is_open(self, path: str) -> bool:
        if path in TERBUKA or path.startswith(TERBUKA_STATIS):
            return True
        return path in (PASANG, PASANG_CADANGAN) and not await self._set_up()

    async def _set_up(self) -> bool:
        # Accounts are disabled, never deleted: once there is one, there always is.
        if not self._has_account:
            self._has_account = not await to_thread.run_sync(lambda: akun.is_empty(self._store()))
        return self._has_account

    async def _answer(self, scope: Scope, headers: Headers) -> Response:
        if _is_page(scope, headers):
            if not await self._set_up():
                return RedirectResponse(PASANG, 303)
            asked = scope["path"] + ("?" + scope["query_string"].decode("latin-1") if scope["query_string"] else "")
            return RedirectResponse("/masuk" if asked == "/" else f"/masuk?ke={quote(asked, safe='/')}", 303)
        return PlainTextResponse("Sesi telah berakhir. Silakan masuk lagi.", 401)

    async def _refuse(self, answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            # Closing before accepting is answered with HTTP 403.
            await send({"type": "websocket.close", "code": 1008})
            return
        answer.headers["Cache-Control"] = "no-store"
        await answer(scope, receive, send)


def client_of(scope: Scope) -> str:
    """Where a request comes from; behind a proxy on this computer, what the proxy says (uvicorn trusts no other)."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def session_of(headers: Headers) -> str | None:
    """The name of the session whose cookie a browser sent, whether or not it is still open."""
    token = cookie_parser(headers.get("cookie", "")).get(KUKI)
    return akun.sid(token) if token else None


def is_own_host(host: str | None, names: frozenset[str]) -> bool:
    """Whether a Host header is one of ours. A foreign name that resolves here is DNS rebinding; an IP
    address cannot be."""
    try:
        name = urlsplit(f"//{host or ''}").hostname or ""
    except ValueError:
        return False
    if name.rstrip(".") in names:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def own_path(path: str | None) -> str:
    """The path to go back to after signing in, or "/": never another site, never the door itself."""
    if not path or not path.startswith("/") or path[1:2] in ("/", "\\") or not path.isprintable():
        return "/"
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or "\\" in path or parts.path in TERBUKA | {PASANG, PASANG_CADANGAN, AKUN}:
        return "/"
    return path


def _is_page(scope: Scope, headers: Headers) -> bool:
    return scope["type"] == "http" and scope["method"] == "GET" and "text/html" in headers.get("accept", "")


def _is_asked(scope: Scope, headers: Headers) -> bool:
    """Whether somebody did this, and not a page by itself: opening a page, sending a form or a file."""
    return _is_page(scope, headers) or scope.get("method") in ("POST", "PUT")


def _held_back(scope: Scope, headers: Headers) -> Response:
    if _is_page(scope, headers):
        return RedirectResponse(AKUN, 303)
    return PlainTextResponse("Selesaikan dahulu halaman Akun saya.", 403)


def _identified(scope: Scope, sesi: str | None, found: Sesi | None) -> Scope:
    headers = [(k, v) for k, v in scope["headers"] if not k.lower().replace(b"_", b"-").startswith(b"x-lakip-")]
    if found is not None and sesi is not None:
        headers += [(b"x-lakip-akun", found.pengguna.akun.encode()), (b"x-lakip-sid", sesi.encode())]
    return {**scope, "headers": headers}
