"""Panels of the page Cadangan."""

import sys
from pathlib import Path
from urllib.parse import quote

import polars as pl
import streamlit as st

from lakip import cadangan, periode
from lakip.akses import Izin, Pengguna
from lakip.cadangan import Cadangan, tanda
from lakip.cadangan.isi import JENIS_NAMA
from lakip.formatting import angka, waktu
from lakip.store import Store
from lakip.ui import isian, panel_tanda, session

PROGRAM = Path(__file__).resolve().parents[2]
TERBANYAK = 60  # rows; the older ones are in the folder


def problems() -> None:
    for said in cadangan.problems(session.store()):
        st.warning(panel_tanda.plain(said), icon=":material/warning:")


@st.fragment(run_every=1.0)
def _progress() -> None:
    session.require(Izin.AKUN, sendiri=False)
    kerja = cadangan.find(session.store())
    if kerja is None or kerja.hasil.done():
        st.rerun()
    who = panel_tanda.plain(kerja.oleh)
    st.progress(min(1.0, kerja.bagian), f"{kerja.langkah} … (diminta {who}; halaman ini boleh ditinggalkan)")


def make(pengguna: Pengguna) -> None:
    """The button, or how far what was pressed is, and what came of it."""
    store = session.store()
    if store.folder is None:
        st.info("Catatan ini hanya ada di memori; tidak ada yang dapat dicadangkan.")
        return
    kerja = cadangan.find(store)
    if kerja is not None and not kerja.hasil.done():
        _progress()
        return
    if kerja is not None and (error := kerja.hasil.exception()):
        st.error(panel_tanda.plain(str(error)), icon=":material/error:")
    elif kerja is not None:
        st.success(f"Cadangan {kerja.hasil.result().path.name} selesai dan terbaca kembali.", icon=":material/check:")
    if st.button("Cadangkan sekarang", type="primary", icon=":material/save:"):
        cadangan.start(store, pengguna, session.unit())
        st.rerun()


def table(pengguna: Pengguna) -> None:
    """The backups, newest first; one of them can be carried away, and tried."""
    store = session.store()
    there = _there(store)
    st.subheader("Yang ada")
    if not there:
        st.info("Belum ada cadangan. Yang pertama ditulis malam ini, atau tekan Cadangkan sekarang.")
        return
    tried = tanda.read(there[0].path.parent.parent).get("uji", {})
    rows = [
        {
            "Dibuat": waktu(periode.recorded(c.saat)),
            "Sebab": JENIS_NAMA[c.jenis],
            "Ukuran (MB)": angka(max(1, round(c.ukuran / 1_000_000))),
            "Diperiksa": "terbaca kembali" if c.lengkap else "terbaca kembali, ada yang kurang",
            "Uji pemulihan": tried.get(c.path.name, "belum diuji"),
        }
        for c in there[:TERBANYAK]
    ]
    panel_tanda.texts(pl.DataFrame(rows))
    st.caption(f"Folder: {panel_tanda.plain(str(there[0].path.parent))}")
    names = {c.path.name: f"{waktu(periode.recorded(c.saat))}, {JENIS_NAMA[c.jenis]}" for c in there}
    nama = st.selectbox("Pilih cadangan", list(names), format_func=names.__getitem__)
    with st.container(horizontal=True):
        st.link_button("Unduh", f"/cadangan/unduh/{quote(nama)}", icon=":material/download:")
        if st.button("Uji cadangan", icon=":material/verified:"):
            with isian.told():
                with st.spinner("Memulihkan ke folder sementara …"):
                    said = cadangan.try_out(store, pengguna, session.unit(), nama)
                session.saved(f"Cadangan ini pulih. {said}.")


def settings(pengguna: Pengguna) -> None:
    now = cadangan.in_force(session.store())
    st.subheader("Kapan dan ke mana")
    with st.form("setelan_cadangan"):
        jam = st.selectbox("Cadangan harian sesudah pukul (WITA)", range(24), now.jam, lambda h: f"{h:02}.00")
        folder = st.text_input(
            "Folder kedua", str(now.folder or ""), placeholder="E:\\cadangan-lakip atau /media/usb/lakip",
            help="Pada cakram lain, USB, atau jaringan. Setiap cadangan disalin ke sana. Kosong: tidak ada.",
        )  # fmt: skip
        if st.form_submit_button("Simpan"):
            with isian.told():
                cadangan.set_setting(session.store(), pengguna, session.unit(), jam, folder)
                session.saved("Setelan cadangan disimpan.")
    st.caption(
        "Disimpan: 7 hari, 5 pekan, dan 13 bulan terakhir, semua cadangan pengesahan, dan 5 cadangan terakhir sebelum "
        "program diganti. Yang bukan buatan Lakip tidak pernah dihapus."
    )


def restoring() -> None:
    store = session.store()
    st.subheader("Memulihkan")
    folder = "FOLDER" if store.folder is None else store.folder.resolve()
    st.markdown(
        f"1. Hentikan Lakip (Ctrl+C di jendelanya), lalu buka terminal di folder {panel_tanda.plain(PROGRAM)}.\n"
        "2. Lihat dahulu isinya; belum ada yang berubah:"
    )
    st.code(f'"{sys.executable}" -m lakip pulihkan --data "{folder}" BERKAS.zip', language=None)
    st.markdown(
        "3. Bila benar, ulangi dengan `--ya`. Keadaan sekarang disimpan utuh di folder `disimpan-…` di sampingnya.\n"
        "4. Jalankan Lakip lagi.\n\n"
        "Di komputer baru: pasang Lakip, buka, lalu pilih “Pulihkan dari cadangan” di halaman pemasangan."
    )


def _there(store: Store) -> list[Cadangan]:
    if store.folder is None:
        return []
    return cadangan.listed(store.folder / "cadangan", store.read("jejak_pertama").item())
