"""Bantuan: how each peran works, what each page is for, the words of the office, the program and its admin."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_bantuan, session, widgets

pengguna = session.require(Izin.LIHAT)

st.title("Bantuan")
parts = {
    "Cara saya bekerja": lambda: panel_bantuan.working(pengguna),
    panel_bantuan.TENTANG: panel_bantuan.about,
    "Istilah": panel_bantuan.glossary,
    "Program dan admin": lambda: panel_bantuan.program(session.today()),
}
widgets.tabs(parts, "bantuan")
