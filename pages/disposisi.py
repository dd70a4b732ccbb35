"""Disposisi: the register of a tahun, one of them with its stamps and its paper, and new ones."""

import streamlit as st

from lakip.akses import Izin
from lakip.sop import disposisi
from lakip.ui import panel_disposisi, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Disposisi")
opened_with = panel_disposisi.first_periode(session.periode().kode)
tahun, _ = widgets.pick_periode(["TH"])
rows = disposisi.listed(store, pengguna, unit, tahun)

panel_disposisi.waiting(pengguna, rows)
if pengguna.may(Izin.DISPOSISI, unit):
    with st.expander("Terbitkan disposisi", icon=":material/add:", expanded=not rows):
        panel_disposisi.form(pengguna, tahun, opened_with)
if not rows:
    st.info(f"Belum ada disposisi tahun {tahun}. Camat, Sekcam, atau Kasubbag menerbitkannya di halaman ini.")
    st.stop()
shown = panel_disposisi.search(pengguna, rows, tahun, per)
if shown:
    panel_disposisi.detail(pengguna, panel_disposisi.choose(pengguna, shown), per)
    panel_disposisi.register(shown, per)
