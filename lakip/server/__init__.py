"""What stands around the screens: signing in, the first set-up, the gate, the headers. Free of Streamlit.

`routes` and `middleware` go into the application (app.py). The store comes in as a function, so that
importing this opens no file.
"""

from collections.abc import Callable, Sequence
from functools import cache

from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from lakip.akses import Pengguna
from lakip.draf import Laci
from lakip.server.awal import Awal
from lakip.server.draf import Draf
from lakip.server.headers import SecurityHeaders
from lakip.server.kulit import Kulit
from lakip.server.masuk import Masuk
from lakip.server.pasang import Pasang
from lakip.server.pintu import Pintu
from lakip.server.ponsel import Ponsel
from lakip.server.sandi import Sandi
from lakip.server.statis import Statis
from lakip.server.unduh import Unduh
from lakip.store import Store


class _Kata(Convertor[str]):
    """One word of a path, as the addresses of the screens are; no file of Streamlit is called so."""

    regex = "[A-Za-z0-9_-]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("kata", _Kata())


def routes(
    store: Callable[[], Store],
    *,
    https: bool = False,
    kode: str | None = None,
    halaman: Sequence[str] = (),
    awal: Callable[[Pengguna], str] = lambda _: "",
) -> list[BaseRoute]:
    """The office's own pages.

    Args:
        store: gives the process's one store.
        https: browsers reach the server over TLS, so the cookie is marked Secure.
        kode: what a first set-up from another computer must show; None admits this computer only.
        halaman: URL paths of the screens, which get the shell page in Indonesian.
        awal: the URL path of the screen that somebody begins with, to which / leads.
    """

    @cache
    def laci() -> Laci:
        return Laci(store().folder)

    masuk, pasang, sandi = Masuk(store, laci, https), Pasang(store, https, kode), Sandi(store, https)
    kulit, draf, ponsel = Kulit(), Draf(store, laci), Ponsel(store, https)
    return [
        Route("/masuk", masuk.show, methods=["GET"]),
        Route("/masuk", masuk.submit, methods=["POST"]),
        Route("/keluar", masuk.ask_out, methods=["GET"]),
        Route("/keluar", masuk.out, methods=["POST"]),
        Route("/pasang", pasang.show, methods=["GET"]),
        Route("/pasang", pasang.submit, methods=["POST"]),
        Route("/pasang/cadangan", pasang.receive, methods=["POST"]),
        Route("/sandi", sandi.show, methods=["GET"]),
        Route("/sandi", sandi.submit, methods=["POST"]),
        Route("/draf", draf.give, methods=["GET"]),
        Route("/draf", draf.keep, methods=["POST"]),
        Route("/ponsel/{untuk}", ponsel.show, methods=["GET"]),
        Route("/ponsel/{untuk}", ponsel.submit, methods=["POST"]),
        Route("/cadangan/unduh/{nama}", Unduh(store).give, methods=["GET"]),
        Route("/", Awal(store, awal).show, methods=["GET"]),
        *(Route(f"/{path}", kulit.show, methods=["GET"]) for path in halaman),
        Route("/{nama:kata}", kulit.show, methods=["GET"]),  # no screen: the shell says so, in Indonesian
    ]


async def failed(_: Request, __: Exception) -> Response:
    """What a browser reads when a route fails; the error itself goes to the log."""
    return PlainTextResponse("Terjadi kesalahan pada server. Coba lagi, atau hubungi admin.", 500)


def middleware(
    store: Callable[[], Store], *, https: bool = False, hosts: frozenset[str] = frozenset()
) -> list[Middleware]:
    """Headers outside, then the gate, then the files behind it. `hosts` are the names this server answers to, beside
    IP addresses and localhost."""
    return [Middleware(SecurityHeaders, https=https), Middleware(Pintu, store=store, hosts=hosts), Middleware(Statis)]
