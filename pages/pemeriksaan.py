"""Pemeriksaan: where a peninjau begins. What is final, the evidence behind it, the figures as approved, the trail."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_laporan, panel_pemeriksaan, session, widgets

pengguna = session.require(Izin.LIHAT)

st.title("Pemeriksaan")
tahun, _ = widgets.pick_periode(["TH"])

panel_pemeriksaan.ways(pengguna)
panel_pemeriksaan.final(pengguna, panel_laporan.versions(tahun), tahun)
panel_pemeriksaan.runs(tahun)
