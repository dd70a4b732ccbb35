"""The files that screens are made of: compressed once, and kept by the browser.

Streamlit serves its scripts uncompressed, for a proxy that an office does not have. Not brotli: browsers take it over
HTTPS only, and it would save 13 % of the scripts. Only names found at the start are answered, so no path from outside
reaches the disk; what is not among them goes on to Streamlit.
"""

import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers, QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lakip.server.headers import STREAMLIT

SENDIRI = Path(__file__).parents[1] / "ui" / "static"
ALAMAT_SENDIRI = "/app/static/"
ALAMAT_STREAMLIT = "/static/"
# Not from `mimetypes`, which on Windows believes the registry.
JENIS = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".gif": "image/gif",
}
SUDAH_PADAT = frozenset({".woff2", ".png", ".gif"})
# Private: a proxy on the way must not hand what is behind the gate to those before it.
TETAP = "private, max-age=31536000, immutable"
TANYA = "no-cache"


def alamat(nama: str) -> str:
    """Where one of our own files is, with a version, so that browsers keep it until it changes."""
    return f"{ALAMAT_SENDIRI}{nama}?v={tag(SENDIRI / nama)}"


@cache
def tag(path: Path) -> str:
    return digest(path.read_bytes())


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


@cache
def padat(path: Path) -> bytes:
    return compressed(path.read_bytes())


def compressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


class Statis:
    """Pure ASGI middleware, behind the gate."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._berkas = {ALAMAT_SENDIRI + name: path for name, path in found(SENDIRI)} | {
            ALAMAT_STREAMLIT + name: path for name, path in found(STREAMLIT / "static")
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        path = self._berkas.get(scope["path"]) if asked else None
        if path is None:
            await self._app(scope, receive, send)
            return
        answer = await to_thread.run_sync(self._answer, path, scope)
        await answer(scope, receive, send)

    def _answer(self, path: Path, scope: Scope) -> Response:
        headers = Headers(scope=scope)
        # Streamlit's own names carry a hash of what is inside.
        tetap = path.is_relative_to(STREAMLIT) or QueryParams(scope["query_string"]).get("v") == tag(path)
        squeeze = path.suffix not in SUDAH_PADAT and takes_gzip(headers)
        content = padat(path) if squeeze else path.read_bytes()
        return answer(content, headers, JENIS[path.suffix], tag(path), TETAP if tetap else TANYA, gzipped=squeeze)


def found(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder that may be answered, each by its path inside it."""
    for path in folder.rglob("*"):
        if path.suffix in JENIS and path.is_file():
            yield path.relative_to(folder).as_posix(), path


def takes_gzip(headers: Headers) -> bool:
    return "gzip" in headers.get("accept-encoding", "")


def answer(content: bytes, asked: Headers, jenis: str, tag: str, simpan: str, *, gzipped: bool) -> Response:
    """The content, or 304 when the browser has it; `gzipped` says that the content is so already."""
    etag = f'W/"{tag}"'
    headers = {"Cache-Control": simpan, "ETag": etag, "Vary": "Accept-Encoding"}
    if etag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if gzipped:
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type=jenis)
