"""Kepatuhan: how the runs of a tahun kept to the SOP, for every reader."""

import streamlit as st

from lakip.akses import Izin
from lakip.alur import waktu, waktu_patuh
from lakip.periode import now
from lakip.sop import dispensasi
from lakip.ui import panel_kepatuhan, panel_waktu, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Kepatuhan SOP")
tahun, _ = widgets.pick_periode(["TH"])
rows = waktu.year(store, unit, tahun, now())
sent = dispensasi.deliveries(store, unit, tahun, per)
corrected = waktu_patuh.corrected(store, unit, tahun)

widgets.stamp(f"Tahun {tahun}", per)
panel_kepatuhan.steps(rows)
panel_kepatuhan.late(sent)
panel_kepatuhan.corrections(corrected, sent, tahun)
panel_kepatuhan.self_confirmed(sent, tahun)
panel_waktu.calendar(sent, tahun, per)
panel_kepatuhan.download(pengguna, tahun)
