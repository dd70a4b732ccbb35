"""Bukti dukung: the documents behind the figures of a triwulan, and which figures have none."""

import streamlit as st

from lakip.akses import Izin
from lakip.periode import TRIWULAN
from lakip.ui import panel_bukti, session, widgets

pengguna = session.require(Izin.LIHAT)

st.title("Bukti dukung")
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
triwulan = periode.triwulan[0]
bagian = panel_bukti.pick_bagian(pengguna)

panel_bukti.summary(pengguna, tahun, triwulan, bagian)
panel_bukti.arrived(pengguna, tahun, triwulan)
panel_bukti.add(pengguna, tahun, triwulan, bagian)
panel_bukti.gaps(tahun, triwulan, bagian)
panel_bukti.kept(pengguna, tahun, triwulan, bagian)
