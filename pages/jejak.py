"""Jejak: who did what and when, to be searched."""

from datetime import timedelta

import streamlit as st

from lakip import jejak, jejak_kata
from lakip.akses import Izin
from lakip.ui import panel_jejak, session

pengguna = session.require(Izin.JEJAK)
store, unit, today = session.store(), session.unit(), session.today()

st.title("Jejak")
st.caption(
    "Setiap perubahan: siapa, kapan, apa, dari mana ke mana. Hanya bertambah; tiap baris mengunci baris sebelumnya."
)
kata, days, tanpa = panel_jejak.ask(today - timedelta(days=90), today)
if len(days) < 2:
    st.info("Pilih juga tanggal akhirnya.")
    st.stop()
words, (dari, sampai) = jejak_kata.kamus(store, unit), days
found = jejak.search(store, unit, kata, dari, sampai, jejak_kata.meant(kata, words), tanpa=tanpa)
panel_jejak.found(found, kata, words)
panel_jejak.chain(jejak.check(store))
