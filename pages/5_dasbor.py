"""The dashboard. Follows the record by itself: a saved figure shows within 10 seconds."""

import streamlit as st

from lakip import dasbor
from lakip.akses import Izin
from lakip.ui import (
    panel_awal,
    panel_dasbor,
    panel_keputusan,
    panel_perkembangan,
    panel_proyektor,
    panel_ringkasan,
    session,
    widgets,
)

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()
# Closed until one is asked for: the first screen is all there is to scroll.
TAB = ("Semua indikator", "Kelengkapan", "Perkembangan")

if panel_proyektor.is_asked():
    panel_proyektor.page(session.tahun(), session.periode().kode)

st.html(panel_dasbor.CSS)
with st.container(horizontal=True, vertical_alignment="bottom", key="kepala"):
    st.title("Dasbor", width="content")
    tahun, periode = widgets.pick_periode(awal=dasbor.opening(store, unit, per))
    seen = store.version
    data = dasbor.read(store, unit, tahun, periode.kode, per)
    panel_dasbor.stamp(data)

if data.indikator.is_empty():
    panel_dasbor.follow(seen)
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()

panel_dasbor.verdict(data)
left, right = st.columns([1.75, 1], gap="small")
with left, st.container(key="papan"):
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader("Sasaran dan indikator Camat")
        as_table = st.toggle("Lihat sebagai tabel", **widgets.in_address("tabel"))
    panel_dasbor.board(data, as_table)
    panel_dasbor.sent(data)
    with st.container(horizontal=True, vertical_alignment="center", key="rincian"):
        tab = st.segmented_control("Rincian", TAB, label_visibility="collapsed", **widgets.in_address("lihat"))
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="keluar"):
            panel_proyektor.link(tahun, periode.kode)
            panel_ringkasan.paper(pengguna, tahun, periode.kode)
with right, st.container(key="keputusan"):
    asked = panel_keputusan.cards(pengguna, dasbor.keputusan(store, pengguna, data, per), data)

if not asked:
    panel_dasbor.follow(seen)
if tab == TAB[0]:
    panel_dasbor.everything(data, as_table)
elif tab == TAB[1]:
    (panel_dasbor.completeness_table if as_table else panel_dasbor.completeness)(data.kelengkapan, tahun)
elif tab == TAB[2]:
    panel_perkembangan.show(data, as_table)
