"""Anggaran: the plan of the money of a tahun, and which sasaran it serves; changed by whoever plans."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_anggaran, session, widgets

pengguna = session.require(Izin.LIHAT)

st.title("Anggaran")
tahun, _ = widgets.pick_periode(["TH"], rencana=pengguna.may(Izin.RENCANA, session.unit()))
panel_anggaran.ways(pengguna, tahun)
panel_anggaran.plan(pengguna, tahun)
