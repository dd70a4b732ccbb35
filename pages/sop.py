"""SOP: the eight steps and their baku mutu, the questions about the printed copy, and the working calendar."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_libur, panel_sop, session, widgets

pengguna = session.require(Izin.LIHAT)

st.title("SOP dan kalender kerja")
names = ["Naskah SOP", "Pertanyaan untuk kantor", "Kalender kerja"]
naskah, tanya, kerja = st.tabs(names, **widgets.in_address("sop"))

with naskah:
    sop = panel_sop.pick_version()
    panel_sop.header(sop)
    panel_sop.steps(sop)
    panel_sop.form(pengguna, sop)
    panel_sop.history()
    if pengguna.may(Izin.PENGATURAN, session.unit()):
        with st.expander("Revisi SOP"):
            panel_sop.revise(pengguna)

with tanya:
    panel_sop.questions(pengguna)

with kerja:
    tahun, _ = widgets.pick_periode(["TH"])
    panel_libur.hours(pengguna)
    panel_libur.holidays(pengguna, tahun)
