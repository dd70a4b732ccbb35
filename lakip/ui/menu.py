"""The screen script: which pages there are, who may see them, and the frame around each.

Lies away from the root on purpose: beside app.py, Streamlit would find pages/ by itself and run a page
without this script.
"""

import html
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lakip import pengaturan
from lakip.akses import PERAN_NAMA, Izin, Pengguna, Tugas
from lakip.errors import KESALAHAN, UserError
from lakip.formatting import waktu
from lakip.periode import now
from lakip.ui import panel_kabar, pemanasan, session, widgets
from lakip.ui.panel_tanda import PAGES, plain, unlinked

STATIC = Path(__file__).parent / "static"
LAMBANG = STATIC / "lambang.svg"

# A real form, because signing out is a POST that Streamlit's own buttons cannot send.
AKUN = """
<p>{nama}<br><small>{peran}</small></p>
<form method="post" action="/keluar"><button type="submit" style="font: inherit; padding: .35rem 1rem; cursor: pointer;
color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .4rem">Keluar</button></form>
<p style="margin-top: .75rem"><a href="/sandi" style="color: inherit">Akun saya</a></p>
"""


@dataclass(frozen=True)
class Halaman:
    """One screen. `izin` is what its first statement requires; a test holds the two equal."""

    berkas: str
    judul: str
    ikon: str
    izin: Izin
    di_menu: bool = True

    @property
    def path(self) -> Path:
        return PAGES / self.berkas

    @property
    def url(self) -> str:
        """As Streamlit names it: 5_dasbor.py is at /dasbor."""
        return self.path.stem.lstrip("0123456789_")


HALAMAN = (
    Halaman("tugas.py", "Tugas saya", ":material/checklist:", Izin.LIHAT),
    Halaman("5_dasbor.py", "Dasbor", ":material/dashboard:", Izin.LIHAT),
    Halaman("0_acuan.py", "Acuan", ":material/flag:", Izin.LIHAT),
    Halaman("1_unggah.py", "Unggah", ":material/upload_file:", Izin.UNGGAH),
    Halaman("7_alur.py", "Kiriman", ":material/task_alt:", Izin.LIHAT),
    Halaman("3_rekap.py", "Rekap", ":material/table_chart:", Izin.LIHAT),
    Halaman("6_laporan.py", "Laporan", ":material/description:", Izin.LAPORAN),
    Halaman("8_pengaturan.py", "Pengaturan", ":material/settings:", Izin.PENGATURAN),
    Halaman("cadangan.py", "Cadangan", ":material/inventory_2:", Izin.AKUN),
    Halaman("kartu.py", "Kartu indikator", ":material/badge:", Izin.LIHAT, di_menu=False),
    Halaman("selisih.py", "Selisih antar dokumen", ":material/difference:", Izin.LIHAT, di_menu=False),
    Halaman("sop.py", "SOP", ":material/menu_book:", Izin.LIHAT, di_menu=False),
    Halaman("disposisi.py", "Disposisi", ":material/forward_to_inbox:", Izin.LIHAT, di_menu=False),
    Halaman("periode.py", "Periode", ":material/timeline:", Izin.LIHAT, di_menu=False),
    Halaman("kepatuhan.py", "Kepatuhan SOP", ":material/speed:", Izin.LIHAT, di_menu=False),
    Halaman("sosialisasi.py", "Sosialisasi", ":material/groups:", Izin.LIHAT, di_menu=False),
    Halaman("bukti.py", "Bukti dukung", ":material/attach_file:", Izin.LIHAT, di_menu=False),
    Halaman("naskah.py", "Naskah laporan", ":material/edit_note:", Izin.LAPORAN, di_menu=False),
    Halaman("praperiksa.py", "Pra-periksa laporan", ":material/rule:", Izin.LIHAT, di_menu=False),
    Halaman("periksa_dokumen.py", "Periksa dokumen", ":material/verified:", Izin.LAPORAN, di_menu=False),
    Halaman("jejak.py", "Jejak", ":material/history:", Izin.JEJAK, di_menu=False),
    Halaman("kesehatan.py", "Kesehatan data", ":material/verified:", Izin.JEJAK, di_menu=False),
)
BAWAAN = HALAMAN[0]
TELUSUR = [(h.berkas, h.judul, h.ikon) for h in HALAMAN if h.izin is Izin.JEJAK]


def url_paths() -> list[str]:
    """The addresses of the screens."""
    return [h.url for h in HALAMAN]


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
    st.set_page_config(page_title="Lakip", page_icon=str(LAMBANG), layout="wide")
    st.logo(str(LAMBANG), size="large")
    for sheet in ("layar.css", "cetak.css"):
        st.html(STATIC / sheet)
    pengguna = session.require(Izin.LIHAT)
    pages = {_page(h, pengguna): h for h in HALAMAN if h.path.exists()}
    page = st.navigation(list(pages))
    _sidebar(pengguna)
    widgets.contoh_banner()
    panel_kabar.own(pengguna)
    session.say_saved()
    try:
        session.stop_unless(pengguna, pages[page].izin, pages[page].judul)
        page.run()
    except Exception as error:
        tell(error)


def _page(halaman: Halaman, pengguna: Pengguna) -> "st.Page":
    """A page that this peran may not see is known but not listed: whoever has its address reads why."""
    listed = halaman.di_menu and pengguna.may_somewhere(halaman.izin, session.unit())
    return st.Page(
        halaman.path,
        title=halaman.judul,
        icon=halaman.ikon,
        url_path=halaman.url,
        default=halaman is BAWAAN,
        visibility="visible" if listed else "hidden",
    )


def _sidebar(pengguna: Pengguna) -> None:
    kantor = session.identity()
    names = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), kantor.unit)}
    peran = "; ".join(_held(t, names) for t in pengguna.tugas if t.unit == kantor.unit)
    with st.sidebar:
        if pengguna.may_somewhere(Izin.JEJAK, kantor.unit):
            for page, label, icon in TELUSUR:
                st.page_link(PAGES / page, label=label, icon=icon)
        st.markdown(f"**{plain(kantor.nama)}**")
        st.html(AKUN.format(nama=html.escape(pengguna.nama), peran=html.escape(peran)))


def _held(tugas: Tugas, names: Mapping[str, str]) -> str:
    """ "Staf, Seksi Pelayanan Umum": the bagian by its name."""
    where = names.get(tugas.bagian or "", tugas.bagian)
    return PERAN_NAMA[tugas.peran] + (f", {where}" if where else "")


if __name__ == "__main__":
    main()
