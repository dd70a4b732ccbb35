"""Kiriman: the staf sends the figures of a bagian, its Kasi confirms or returns them."""

import polars as pl
import streamlit as st

from lakip import dasbor, kiriman, pengaturan, rollup
from lakip.akses import Izin
from lakip.periode import TRIWULAN
from lakip.ui import panel_alur, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Kiriman")
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
triwulan = periode.triwulan[0]

sent = kiriman.completeness(store, unit, tahun).filter(pl.col("triwulan") == triwulan)
bagian = panel_alur.pick_bagian(pengguna, pengaturan.bagian(store, unit), sent)
if bagian is None:
    st.info(f"Tidak ada indikator bertarget pada {periode.label(tahun)}. Isi target triwulan di halaman Acuan.")
    st.stop()
row = sent.row(by_predicate=pl.col("bagian") == bagian, named=True)
rows = store.read("dasbor_periksa", unit=unit, tahun=tahun, triwulan=triwulan, bagian=bagian).to_dicts()
hasil = rollup.capaian(store, unit, tahun, periode.kode, per)

now = panel_alur.state(row, kiriman.steps(store, unit, bagian, tahun, triwulan))
panel_alur.figures(rows, hasil, pengaturan.in_force(store, unit, tahun), tahun)
panel_alur.send(pengguna, bagian, tahun, triwulan, now, row)
panel_alur.decide(pengguna, bagian, tahun, triwulan, now, row)
panel_alur.overview(dasbor.read(store, unit, tahun, periode.kode, per))
