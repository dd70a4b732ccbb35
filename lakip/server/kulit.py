"""The shell page of the screens: Streamlit's own, in Indonesian, and with words to read while its scripts come.

Declared English, browsers offer to translate the Indonesian screens, and a translated page breaks. Streamlit's own
words ("No results", "File must be ...") have no setting; bahasa.js puts them into Indonesian as they appear. akses.js
says what a screen reader needs and Streamlit leaves out; tema.js keeps the theme that was chosen for every address.
"""

import re

from starlette.requests import Request
from starlette.responses import Response

from lakip.server.halaman import HALAMAN
from lakip.server.headers import index_html
from lakip.server.statis import TANYA, alamat, answer, compressed, digest, takes_gzip

GAYA = re.compile(r'<link rel="stylesheet"[^>]*>')
HURUF_STREAMLIT = re.compile(r'<link\s+rel="preload"[^>]*\.woff2"[^>]*>')
SKRIP = ("bahasa.js", "akses.js", "draf.js", "salin.js")
TANPA_SKRIP = "<noscript><p>Aktifkan JavaScript pada peramban untuk memakai Lakip.</p></noscript>"


class Kulit:
    """Answers GET for the screens; what the page loads comes from Streamlit unchanged."""

    def __init__(self) -> None:
        self._html = shell(index_html()).encode()
        self._padat, self._tag = compressed(self._html), digest(self._html)

    async def show(self, request: Request) -> Response:
        gzipped = takes_gzip(request.headers)
        content = self._padat if gzipped else self._html
        return answer(content, request.headers, "text/html; charset=utf-8", self._tag, TANYA, gzipped=gzipped)


def shell(html: str) -> str:
    """Streamlit's page made ours. React empties #root when it starts, and so takes the first words away."""
    own = f'<link rel="stylesheet" href="{alamat("draf.css")}">'
    gaya = "".join(GAYA.findall(html)) + own + HALAMAN.get_template("huruf.html").render()
    for old, new in (
        ('<html lang="en">', '<html lang="id">'),
        ("<title>Streamlit</title>", "<title>Lakip</title>"),
        ("<head>", f"<head>{_script('tema.js', '')}"),
        ('href="./favicon.png"', f'href="{alamat("lambang.svg")}"'),
        ("</head>", f"{''.join(map(_script, SKRIP))}</head>"),
        # Below the words, for a stylesheet above them holds them back until it has come.
        ('<div id="root"></div>', f'<div id="root">{HALAMAN.get_template("tunggu.html").render()}</div>{gaya}'),
    ):
        html = html.replace(old, new)
    html = HURUF_STREAMLIT.sub("", GAYA.sub("", html, count=1))
    return re.sub(r"<noscript>.*?</noscript>", TANPA_SKRIP, html, flags=re.DOTALL)


def _script(nama: str, kapan: str = " defer") -> str:
    return f'<script src="{alamat(nama)}"{kapan}></script>'
