"""The shell page of the screens: Streamlit's own, in Indonesian.

Declared English, browsers offer to translate the Indonesian screens, and a translated page breaks. Streamlit's own
words ("No results", "File must be ...") have no setting; bahasa.js puts them into Indonesian as they appear.
"""

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse

from lakip.server.headers import index_html

GANTI = (
    ('<html lang="en">', '<html lang="id">'),
    ("<title>Streamlit</title>", "<title>Lakip</title>"),
    ('href="./favicon.png"', 'href="./app/static/lambang.svg"'),
    ("</head>", '<script src="./app/static/bahasa.js" defer></script></head>'),
)
TANPA_SKRIP = "<noscript><p>Aktifkan JavaScript pada peramban untuk memakai Lakip.</p></noscript>"


class Kulit:
    """Answers GET for the screens; what the page loads comes from Streamlit unchanged."""

    def __init__(self) -> None:
        html = index_html()
        for old, new in GANTI:
            html = html.replace(old, new)
        self._html = re.sub(r"<noscript>.*?</noscript>", TANPA_SKRIP, html, flags=re.DOTALL)

    async def show(self, request: Request) -> HTMLResponse:
        return HTMLResponse(self._html, headers={"Cache-Control": "no-cache"})
