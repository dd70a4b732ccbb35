"""Periksa dokumen: whether a Word report still says what was frozen, and what the record says since."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_periksa_dokumen, session

pengguna = session.require(Izin.LAPORAN)

st.title("Periksa dokumen")
st.write(
    "Unggah laporan Word yang disusun aplikasi ini, juga setelah disunting: laporan kinerja, rapor, Perjanjian "
    "Kinerja, Rencana Aksi, RKT, atau log SOP. Setiap angkanya dibandingkan dengan potret ketika laporan disusun, "
    "dan potret itu dengan basis data sekarang. Berkas tidak disimpan."
)
content = panel_periksa_dokumen.pick()
if content is not None:
    panel_periksa_dokumen.found(pengguna, content)
