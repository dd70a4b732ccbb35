"""Periode: the run of one triwulan, semester or year, from its opening to the Camat's approval."""

import streamlit as st

from lakip import alur
from lakip.akses import Izin
from lakip.alur import PERIODE_ALUR
from lakip.ui import panel_periode, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Periode")
tahun, periode = widgets.pick_periode(PERIODE_ALUR)
now = alur.standing(store, unit, tahun, periode.kode)
steps = alur.history(store, unit, tahun, periode.kode)

st.subheader(periode.label(tahun))
panel_periode.timeline(now)
panel_periode.moves(pengguna, tahun, periode.kode, now, per)
panel_periode.moved(steps, tahun, per)
panel_periode.history(steps)
panel_periode.overview(tahun)
