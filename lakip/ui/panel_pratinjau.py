"""A document as PDF and as pictures of its pages, where LibreOffice is installed; else a sentence."""

import hashlib
import io
import zipfile
from collections.abc import Callable

import streamlit as st

from lakip.export import pdf
from lakip.ui import widgets

PDF = "application/pdf"
SEKALIGUS = 4  # pages shown at a time


def pdf_button(build: Callable[[], bytes], nama_berkas: str, kunci: str, suffix: str = ".docx") -> None:
    """A button that makes the PDF of `build()` when pressed; a sentence instead when it cannot be made."""
    if not pdf.available():
        st.caption(pdf.TIDAK_ADA)
        return
    name = nama_berkas.rpartition(".")[0] + ".pdf"
    widgets.download("Unduh PDF", lambda: pdf.convert(build(), suffix), name, PDF, key=f"pdf_{kunci}")


def preview(build: Callable[[], bytes], kunci: str, suffix: str = ".docx") -> None:
    """The pages of `build()`, so many at a time, once asked for; a sentence where they cannot be shown."""
    if not pdf.available():
        st.caption(pdf.TIDAK_ADA)
        return
    if not st.toggle("Lihat halamannya", key=f"pratinjau_{kunci}"):
        return
    with st.spinner("Menyiapkan halaman …"):
        content = build()
        made = _pdf(content, suffix, _same(content))
        total = _count(made)
    first = st.pagination(-(-total // SEKALIGUS), key=f"halaman_{kunci}") if total > SEKALIGUS else 1
    begin = (int(first) - 1) * SEKALIGUS + 1
    columns = st.columns(2)
    for n, picture in enumerate(_pages(made, begin, min(total, begin + SEKALIGUS - 1))):
        columns[n % 2].image(picture, caption=f"Halaman {begin + n} dari {total}", width="stretch")


@st.cache_data(max_entries=8, show_spinner=False)
def _pdf(_content: bytes, suffix: str, sidik: str) -> bytes:
    """The same content (`sidik`) gives the same pages, so this is no cache of figures."""
    return pdf.convert(_content, suffix)


@st.cache_data(max_entries=32, show_spinner=False)
def _pages(content: bytes, dari: int, sampai: int) -> list[bytes]:
    return pdf.pages(content, dari, sampai)


@st.cache_data(max_entries=32, show_spinner=False)
def _count(content: bytes) -> int:
    return pdf.count(content)


def _same(content: bytes) -> str:
    """A print of what a document says, without the time it was made at."""
    read = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in sorted(n for n in bundle.namelist() if not n.startswith("docProps/")):
            read.update(name.encode() + bundle.read(name))
    return read.hexdigest()
