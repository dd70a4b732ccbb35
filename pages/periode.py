"""Periode: the run of one triwulan, semester or year, from its opening to the Camat's approval, and its clock."""

import streamlit as st

from lakip import alur
from lakip.akses import Izin
from lakip.alur import PERIODE_ALUR, waktu
from lakip.periode import now as clock_now
from lakip.sop import dispensasi
from lakip.ui import (
    panel_periode,
    panel_pertimbangan,
    panel_perubahan,
    panel_ringkasan,
    panel_waktu,
    session,
    widgets,
)

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Periode dan pengesahan")
tahun, periode = widgets.pick_periode(PERIODE_ALUR)
now = alur.standing(store, unit, tahun, periode.kode)
steps = alur.history(store, unit, tahun, periode.kode)

st.subheader(periode.label(tahun))
panel_periode.timeline(tahun, periode.kode, now)
panel_pertimbangan.shown(pengguna, tahun, periode.kode, now, per)
panel_periode.moves(pengguna, tahun, periode.kode, now, per)
panel_periode.papers(pengguna, tahun, periode.kode)
panel_ringkasan.share(pengguna, tahun, periode.kode, now)
panel_perubahan.moved(steps, tahun, periode.kode, per)
panel_waktu.clock(waktu.run(store, unit, tahun, periode.kode, clock_now()), tahun, periode.kode)
if len(periode.triwulan) == 1:
    sent = dispensasi.deliveries(store, unit, tahun, per)
    panel_waktu.sending(pengguna, sent, tahun, periode.triwulan[0])
panel_periode.history(steps)
panel_periode.overview(tahun)
