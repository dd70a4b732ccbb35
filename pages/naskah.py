"""Naskah laporan: every section of a report as it will be printed, what it lacks, and the officials' own text."""

import streamlit as st

from lakip import narasi, rencana
from lakip.akses import Izin
from lakip.ui import panel_awal, panel_naskah, session, widgets
from lakip.ui.panel_tanda import pick

pengguna = session.require(Izin.LAPORAN)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Naskah laporan")
tahun, periode = widgets.pick_periode(panel_naskah.PILIHAN)
if rencana.acuan(store, unit, tahun).is_empty():
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()
isi = narasi.lengkap(store, unit, tahun, periode.kode, per)

panel_naskah.summary(isi)
kunci = pick("Bagian laporan", "bagian", panel_naskah.names(isi), panel_naskah.first(isi))
left, right = st.columns([3, 2], gap="medium")
with left:
    panel_naskah.text(isi, kunci)
    panel_naskah.edit(pengguna, isi, kunci)
with right:
    panel_naskah.gaps(isi, kunci)
    panel_naskah.references(pengguna, isi, kunci)
panel_naskah.overview(isi)
