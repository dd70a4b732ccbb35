"""Acuan: which sasaran and indikator the office is measured by, and their targets; changed by whoever plans."""

import streamlit as st

from lakip import rencana
from lakip.akses import Izin
from lakip.ui import panel_acuan, panel_rencana, panel_unggah_rencana, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit = session.store(), session.unit()

st.title("Acuan kinerja")
tahun, _ = widgets.pick_periode(["TH"])
rows = rencana.acuan(store, unit, tahun)
may_plan = pengguna.may(Izin.RENCANA, unit)

names = ["Sasaran, indikator, dan target", *(("Ubah satu indikator", "Unggah Rencana Aksi") if may_plan else ())]
tabs = st.tabs(names)
with tabs[0]:
    panel_acuan.agreements(tahun)
    panel_acuan.mistakes(tahun)
    if rows.is_empty():
        way = "Unggah Rencana Aksi di tab sebelah." if may_plan else "Kasubbag Perencanaan yang mengisinya."
        st.info(f"Belum ada indikator untuk tahun {tahun}. {way}")
    panel_acuan.listed(rows, tahun)
if may_plan:
    with tabs[1]:
        year = panel_rencana.pick_year("ubah", tahun)
        panel_rencana.one_indikator(pengguna, year)
        with st.expander("Tambah atau ubah sasaran"):
            panel_rencana.one_sasaran(pengguna, year)
    with tabs[2]:
        year = panel_rencana.pick_year("unggah", tahun)
        panel_unggah_rencana.form(year)
        panel_unggah_rencana.upload(pengguna, year)
