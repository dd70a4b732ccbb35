"""Pra-periksa: what PermenPAN-RB 53/2014 and the LKE ask of the report of a periode, and what of it is missing."""

import streamlit as st

from lakip import praperiksa, rencana
from lakip.akses import Izin
from lakip.export import praperiksa_excel
from lakip.ui import panel_awal, panel_praperiksa, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Pra-periksa laporan")
tahun, periode = widgets.pick_periode(praperiksa.PERIODE_LAPORAN)
if rencana.acuan(store, unit, tahun).is_empty():
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()
found = praperiksa.check(store, unit, tahun, periode.kode, per)
widgets.stamp(periode.label(tahun), per)
panel_praperiksa.standing(found)
widgets.download(
    "Unduh Excel",
    lambda: praperiksa_excel.build(store, pengguna, unit, tahun, periode.kode, per),
    f"pra_periksa_{tahun}_{periode.kode}.xlsx",
    widgets.XLSX,
)
panel_praperiksa.missing(found, tahun, periode.kode)
panel_praperiksa.listed(found)
