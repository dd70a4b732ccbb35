"""The few widgets that pages share: picker, tabs, stamp, chart, download, and what keeps them in the address."""

import html
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from lakip import pengaturan
from lakip.formatting import tanggal, waktu
from lakip.periode import PERIODE, Periode
from lakip.ui import session
from lakip.ui.panel_tanda import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PILIHAN = ("SD4", "SD3", "SD2", "SD1", "TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH")
PONSEL = """<a href="/ponsel/{untuk}?{query}" style="color: inherit; display: inline-block; padding: .35rem 1rem;
border: 1px solid currentColor; border-radius: .4rem; text-decoration: none">Ambil foto / pilih dari ponsel</a>"""
LAMPAU = 5  # tahun before the first known that a plan may still be entered for


def pick_periode(
    pilihan: Sequence[str] = PILIHAN, awal: tuple[int, str] | tuple[None, None] = (None, None), rencana: bool = False
) -> tuple[int, Periode]:
    """The one picker of tahun and periode; both stay in the URL and follow to the next page.

    `pilihan` are the kode a page can show; with one kode only the tahun is asked. `awal` is what a page opens
    with before anything was picked; by default the quarter being collected. `rencana` offers also the coming tahun
    and past ones that nothing is known of yet.
    """
    session.arrive()
    years = pengaturan.years(session.store(), session.unit(), session.today())
    if rencana:
        years = tuple(range(max(*years, session.today().year + 1), min(years) - LAMPAU - 1, -1))
    now = session.tahun(years, awal[0]), session.periode(pilihan, awal[1]).kode

    def picked() -> None:
        session.pick(*session.widget_values(("pilih_tahun", now[0]), ("pilih_periode", now[1])))

    session.preset(pilih_tahun=now[0], pilih_periode=now[1])
    with st.container(horizontal=True):
        st.selectbox("Tahun", years, key="pilih_tahun", on_change=picked, width=110)
        if len(pilihan) > 1:
            names = {k: PERIODE[k].nama for k in pilihan}
            st.selectbox("Periode", pilihan, 0, names.__getitem__, "pilih_periode", on_change=picked, width=225)
    session.show_in_url(*now)
    return now[0], PERIODE[now[1]]


def in_address(param: str) -> dict[str, Any]:
    """What makes a widget keep its value in the address, under this name: `st.pills(..., **in_address("jenis"))`.

    For every tab, filter and search, so that a link shows the same to the next person and a reload loses nothing. A
    name belongs to one page: from a page with another widget of that name its value would be kept, whatever the
    address says.
    """
    return {"key": param, "bind": "query-params"}


def tabs(parts: Mapping[str, Callable[[], None]], param: str) -> None:
    """Tabs of which only the open one is worked out: all of them would make every click wait."""
    for tab, show in zip(st.tabs(list(parts), **in_address(param)), parts.values(), strict=True):
        if tab.open:
            with tab:
                show()


def stamp(data: str, per: date, lengkap: int | None = None, dari: int | None = None, *catatan: str) -> None:
    """What the data are, as of when, how complete: one line above or below what it speaks of.

    `lengkap` of `dari` counts the indikator that are measured in the periode, as `filled` does; `catatan` are further
    facts, e.g. "2 belum dibenarkan".
    """
    parts = [data, f"keadaan per {tanggal(per)}"]
    if dari is not None:
        parts.append(f"{lengkap} dari {dari} indikator yang diukur lengkap")
    st.caption(" · ".join((*parts, *catatan)))


def tell_if_moved(apa: str, kunci: str, nomor: int, keadaan: str, oleh: str | None, pada: datetime | None) -> None:
    """Say so when the newest step of what is shown, `nomor`, was taken by somebody else since it was last shown.

    A press on a button that the new state no longer has is lost on the way; without a word it would seem taken.
    """
    if session.moved_meanwhile(kunci, nomor):
        st.warning(
            f"{apa} baru saja menjadi “{plain(keadaan)}” oleh {plain(oleh)} ({plain(waktu(pada))}). Yang Anda tekan "
            "pada layar sebelumnya tidak dijalankan; periksa dahulu keadaannya sekarang.",
            icon=":material/sync_problem:",
        )


def filled(indikator: pl.DataFrame) -> tuple[int, int]:
    """How many indikator are complete, and how many are measured at all; over read/capaian.sql of one periode."""
    measured = indikator.filter(pl.col("berlaku") > 0)
    return int(measured["lengkap"].sum() or 0), measured.height


def contoh_banner() -> None:
    """Marks every screen of an example office; the menu shows it, pages need not."""
    if session.identity().contoh:
        with st.container(key="contoh"):  # layar.css moves it beside the title, where there is room
            st.badge("DATA CONTOH · pejabat, NIP, dan angka rekaan", color="orange", icon=":material/info:")


def show_chart(spec: dict[str, Any], *, key: str | None = None, on_select: Any = "ignore") -> Any:
    """A chart (grafik.spec) over the full width, with its own description as the text alternative.

    It brings its colours: `grafik.GELAP if session.is_dark() else grafik.TERANG`.
    """
    return st.vega_lite_chart(spec=spec, width="stretch", theme=None, key=key, on_select=on_select)


def from_phone(untuk: str, tahun: int, periode: str, bagian: str | None = None) -> None:
    """The way to the plain form of server/ponsel.py: a phone may drop the screen while it takes a photo."""
    query = urlencode({"tahun": tahun, "periode": periode, **({"bagian": bagian} if bagian else {})})
    st.html(PONSEL.format(untuk=untuk, query=html.escape(query)))


def download(label: str, build: Callable[[], bytes], nama_berkas: str, mime: str, **more: Any) -> None:
    """A download whose bytes are made only when the button is pressed.

    `build` runs in another thread: it takes what it needs from its closure, and asks nothing of `st`.
    """
    st.download_button(label, build, nama_berkas, mime, on_click="ignore", icon=":material/download:", **more)
