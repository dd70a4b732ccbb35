"""The screen script: the menu, and the frame around each screen.

Lies away from the root on purpose: beside app.py, Streamlit would find pages/ by itself and run a page
without this script.
"""

import html
import logging
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lakip import VERSI, pengaturan, tugas
from lakip.akses import PERAN_NAMA, Izin, Pengguna, Tugas
from lakip.errors import KESALAHAN, UserError
from lakip.formatting import waktu
from lakip.periode import now
from lakip.ui import halaman, panel_bantuan, panel_cetak, panel_kabar, panel_siap, pemanasan, session, widgets
from lakip.ui.halaman import Halaman
from lakip.ui.panel_tanda import plain, unlinked

STATIC = Path(__file__).parent / "static"
LEBAR = 256  # pixels: the longest entry of the menu fits
LAMBANG = STATIC / "lambang.svg"
TENTANG = f"**Lakip {VERSI}**, laporan kinerja kecamatan. Cara memakainya: halaman Bantuan."

# A real form, because signing out is a POST that Streamlit's own buttons cannot send.
AKUN = """
<p><strong>{nama}</strong><br><small>{peran}</small></p>
<form method="post" action="/keluar"><a href="/sandi">Akun saya</a><button type="submit">Keluar</button></form>
"""


def tell(error: Exception) -> bool:
    """Show an error as a sentence; what is not meant for users is logged and only its time is shown."""
    if isinstance(error, UserError):
        st.error(unlinked(str(error)), icon=":material/error:")
    else:
        logging.getLogger("lakip").exception("halaman gagal", exc_info=error)
        st.error(KESALAHAN.format(waktu(now())), icon=":material/error:")
    return True


def main() -> None:
    pemanasan.load()
    # The three dots at the top right appear with "About"; in them everybody chooses light or dark.
    st.set_page_config(
        page_icon=str(LAMBANG), layout="wide", initial_sidebar_state=LEBAR, menu_items={"About": TENTANG}
    )
    st.logo(str(LAMBANG), size="large")
    for sheet in ("layar.css", "cetak.css"):
        st.html(STATIC / sheet)
    pengguna = session.require(Izin.LIHAT)
    pages = _pages(pengguna, session.unit())
    page = st.navigation(_sections(pages), expanded=True)
    shown = pages.get(page)
    if shown is None:
        st.switch_page(halaman.first(pengguna).path)
    st.set_page_config(page_title=f"{shown.judul} – Lakip")
    _sidebar(pengguna)
    panel_cetak.frame(pengguna)
    widgets.contoh_banner()
    _frame(shown)
    panel_kabar.own(pengguna)
    session.mark()
    session.say_saved(page.url_path, lambda: panel_siap.next_step(pengguna))
    try:
        session.stop_unless(pengguna, shown.izin, shown.judul)
        page.run()
    except Exception as error:
        tell(error)


def _pages(pengguna: Pengguna, unit: str) -> dict["st.Page", Halaman]:
    """Every screen. One that this account does not find in its menu is known but not listed: whoever has its address
    reads why."""
    many = counts(pengguna, unit)
    return {_page(h, many.get(h, 0), h.is_listed(pengguna, unit)): h for h in halaman.HALAMAN}


def _sections(pages: Mapping["st.Page", Halaman]) -> dict[str, list["st.Page"]]:
    """What st.navigation is given. At "/" is no screen, only the way to the one that a peran begins with."""
    home = st.Page(_home, url_path="beranda", default=True, visibility="hidden")
    found = {name: [page for page, one in pages.items() if one.kelompok == name] for name in halaman.KELOMPOK}
    return found | {halaman.PEKERJAAN: [*found[halaman.PEKERJAAN], home]}


def _home() -> None:
    """Never run: `main` goes on to another screen."""


def _page(one: Halaman, many: int, listed: bool) -> "st.Page":
    return st.Page(
        one.path,
        title=f"{one.judul} :red-badge[{many}]" if many else one.judul,
        icon=one.ikon,
        url_path=one.url,
        visibility="visible" if listed else "hidden",
    )


def counts(pengguna: Pengguna, unit: str) -> dict[Halaman, int]:
    """What waits for this account behind an entry of the menu, as the page that it leads to counts it."""
    tasks = tugas.mine(session.store(), pengguna, unit, session.today())
    letters = sum(one.disposisi is not None for one in tasks)
    return {halaman.TUGAS: sum(not one.tertahan for one in tasks), halaman.DISPOSISI: letters}


def _frame(shown: Halaman) -> None:
    """What stands around every screen: the help that is about it, and from a card the way back."""
    if shown is not halaman.BANTUAN:
        with st.container(key="tanya"):  # layar.css moves it to the top right
            st.page_link(
                halaman.BANTUAN.path, label="Bantuan", icon=":material/help:",
                query_params={"bantuan": panel_bantuan.TENTANG, "tentang": shown.url},
            )  # fmt: skip
    asal = session.came_from(shown.berkas if shown is not halaman.KARTU else None)
    if shown is halaman.KARTU:
        back = halaman.of(asal[0]) or halaman.DASBOR
        with st.container(key="kembali"):
            st.page_link(
                back.path, label=f"Kembali ke {back.judul}", icon=":material/arrow_back:", query_params=asal[1]
            )


def _sidebar(pengguna: Pengguna) -> None:
    kantor = session.identity()
    names = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), kantor.unit)}
    peran = "; ".join(_held(t, names) for t in pengguna.tugas if t.unit == kantor.unit)
    with st.sidebar, st.container(key="akun"):
        st.markdown(f"**{plain(kantor.nama)}**")
        st.html(AKUN.format(nama=html.escape(pengguna.nama), peran=html.escape(peran)))


def _held(tugas: Tugas, names: Mapping[str, str]) -> str:
    """ "Staf, Seksi Pelayanan Umum": the bagian by its name."""
    where = names.get(tugas.bagian or "", tugas.bagian)
    return PERAN_NAMA[tugas.peran] + (f", {where}" if where else "")


if __name__ == "__main__":
    main()
