"""Cadangan: what would bring the office back, when it was made, and whether it really would."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_cadangan, session

pengguna = session.require(Izin.AKUN)

st.title("Cadangan")
st.caption(
    "Satu berkas zip memuat basis data, berkas asli, dan setiap tabel dalam Parquet dan CSV. Ditulis sendiri setiap "
    "malam, pada setiap pengesahan, dan sebelum program diganti; dibaca kembali sebelum dihitung sebagai cadangan."
)
panel_cadangan.problems()
panel_cadangan.make(pengguna)
panel_cadangan.table(pengguna)
panel_cadangan.settings(pengguna)
panel_cadangan.restoring()
