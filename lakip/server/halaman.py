"""Pages made on the server: filling a template, reading a form, and the CSRF pair that joins the two."""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from anyio import move_on_after
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse

from lakip.server.statis import alamat

KUKI_CSRF = "lakip_csrf"
KEDALUWARSA = "Formulir ini sudah kedaluwarsa. Silakan isi dan kirim sekali lagi."
UKURAN_MAKSIMUM = 64 * 1024
WAKTU_MAKSIMUM = 20.0  # seconds
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HALAMAN = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
HALAMAN.globals["alamat"] = alamat

Form = dict[str, str]


def render(request: Request, name: str, *, https: bool, status: int = 200, **values: Any) -> HTMLResponse:
    """The filled template, never cached, with a CSRF token in its form and the same one in a cookie."""
    token = request.cookies.get(KUKI_CSRF) or secrets.token_urlsafe(24)
    html = HALAMAN.get_template(name).render(csrf=token, **values)
    answer = HTMLResponse(html, status, {"Cache-Control": "no-store", "Content-Security-Policy": POLICY})
    answer.set_cookie(KUKI_CSRF, token, httponly=True, samesite="strict", secure=https)
    return answer


async def read_form(request: Request) -> Form | None:
    """The fields of a posted form; None when it is too large, too slow, malformed, or not from our own page."""
    body = await read_body(request)
    if body is None:
        return None
    try:
        form = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=500))
    except ValueError:
        return None
    return form if is_ours(request, form) else None


async def read_body(request: Request, besar: int = UKURAN_MAKSIMUM) -> bytes | None:
    """What was sent; None when it has more bytes than `besar`, or comes too slowly."""
    body = bytearray()
    with move_on_after(WAKTU_MAKSIMUM) as patience, suppress(ClientDisconnect):
        async for chunk in request.stream():
            body += chunk
            if len(body) > besar:
                return None
    return None if patience.cancelled_caught else bytes(body)


def is_ours(request: Request, form: Form) -> bool:
    """Whether a form was filled in on a page that this server gave to this browser."""
    cookie = request.cookies.get(KUKI_CSRF, "")
    same = bool(cookie) and secrets.compare_digest(cookie.encode(), form.get("csrf", "").encode())
    return same and is_same_origin(request.headers)


def is_same_origin(headers: Headers) -> bool:
    """Whether what is asked comes from a page of this server, its port included; browsers say so in Origin."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
