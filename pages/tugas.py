"""Tugas saya: what waits for whoever is looking."""

import streamlit as st

from lakip import tugas
from lakip.akses import Izin
from lakip.ui import panel_draf, panel_kabar, panel_siap, panel_tugas, session

pengguna = session.require(Izin.LIHAT)

st.title("Tugas saya")
panel_kabar.others(pengguna)
panel_draf.waiting(pengguna)
preparing = panel_siap.listed(pengguna)
panel_tugas.listed(tugas.mine(session.store(), pengguna, session.unit(), session.today()), preparing)
