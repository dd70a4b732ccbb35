"""What a screen says on paper that it does not say on the glass: whose it is, when it was printed, which page."""

import streamlit as st

from lakip.akses import Pengguna
from lakip.formatting import tanggal
from lakip.ui import session

# The dark theme writes light on dark; paper is white. A chart brings colours of its own, so it is turned round.
GELAP = """
@media print {
    [data-testid="stApp"] *:not([style*="background"]) {
        color: #111827 !important;
        background-color: transparent !important;
        border-color: #8a97a5 !important;
    }
    [data-testid="stVegaLiteChart"] { filter: invert(1) hue-rotate(180deg); }
}
"""


def frame(pengguna: Pengguna) -> None:
    """The footer of every printed page; the rest is cetak.css."""
    left = f"{session.identity().nama} · dicetak {tanggal(session.today())} oleh {pengguna.nama}"
    font = "font: 8pt Lakip, sans-serif; color: #4b5563"
    pages = '"Halaman " counter(page) " dari " counter(pages)'
    boxes = f"@bottom-left {{ content: {quoted(left)}; {font} }} @bottom-right {{ content: {pages}; {font} }}"
    st.html(f"<style>@page {{ {boxes} }}{GELAP if session.is_dark() else ''}</style>")


def quoted(text: str) -> str:
    """A text as CSS says it; what people typed can end neither the string nor the sheet."""
    return '"' + "".join(c if c.isalnum() or c in " .,·()-" else f"\\{ord(c):x} " for c in text) + '"'
