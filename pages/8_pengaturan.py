"""Pengaturan: who the office is, who holds office, which settings are in force, who may sign in."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_akun, panel_aturan, panel_kantor, session, widgets

pengguna = session.require(Izin.PENGATURAN)

st.title("Pengaturan")
names = ["Identitas dan kop", "Bagian", "Pejabat", "Aturan penilaian", "Akun"]
kantor, bagian, pejabat, aturan, akun = st.tabs(names, **widgets.in_address("isi"))
with kantor:
    panel_kantor.identity(pengguna)
    panel_kantor.emblem(pengguna)
with bagian:
    panel_kantor.bagian(pengguna)
with pejabat:
    panel_kantor.pejabat(pengguna)
with aturan:
    panel_aturan.awal(pengguna)
    panel_aturan.settings(pengguna)
    panel_aturan.kategori(pengguna)
with akun:
    panel_akun.proposed(pengguna)
    panel_akun.accounts(pengguna)
    panel_akun.add(pengguna)
    panel_akun.change(pengguna)
    panel_aturan.settings(pengguna, akun=True)
