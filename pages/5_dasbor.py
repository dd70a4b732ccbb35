"""The dashboard. Follows the record by itself: a saved figure shows within 10 seconds."""

import streamlit as st

from lakip import dasbor, grafik, kartu, pengaturan
from lakip.akses import Izin
from lakip.ui import panel_awal, panel_dasbor, panel_kedudukan, panel_tanda, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

with st.container(horizontal=True, vertical_alignment="bottom", key="kepala"):
    st.title("Dasbor", width="content")
    tahun, periode = widgets.pick_periode(awal=dasbor.opening(store, unit, per))
    seen = store.version
    data = dasbor.read(store, unit, tahun, periode.kode, per)
    if not data.indikator.is_empty():
        panel_kedudukan.ways(pengguna, tahun, periode.kode)

skala = pengaturan.in_force(store, unit, tahun).kategori

panel_dasbor.follow(seen)
if data.indikator.is_empty():
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()

panel_dasbor.stamp(data, periode.label(tahun))
panel_dasbor.headline(data)
panel_dasbor.attention(dasbor.keputusan(store, pengguna, data, per))

left, right = st.columns(2, gap="medium")
with left:
    st.subheader("Capaian per indikator")
    panel_dasbor.pickable(grafik.bullet, data.indikator, skala, data)
with right:
    st.subheader("Capaian per triwulan")
    panel_dasbor.pickable(grafik.matriks, data.triwulan, skala, data)

left, right = st.columns(2, gap="medium")
with left:
    st.subheader("Kelengkapan data")
    panel_dasbor.completeness(data.kelengkapan)
with right:
    st.subheader("Perkembangan antartahun")
    names = dict(data.indikator.select("kode", "nama").iter_rows())
    kode = panel_tanda.pick("Indikator", "tren", {k: f"{k}  {nama}" for k, nama in names.items()})
    panel_dasbor.trend(kartu.trend(store, unit, tahun, kode, per))
    panel_tanda.card_button("Buka kartu indikator ini", kode, tahun, periode.kode)
