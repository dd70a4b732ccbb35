"""Kiriman: the staf sends the figures of a bagian, its Kasi confirms or returns them."""

import polars as pl
import streamlit as st

from lakip import dasbor, kiriman, pengaturan, rollup
from lakip.akses import Izin
from lakip.periode import TRIWULAN
from lakip.ui import panel_alur, panel_awal, panel_bukti, panel_sop, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Kiriman")
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
triwulan = periode.triwulan[0]
panel_sop.ways(tahun, periode.kode)
panel_bukti.link(tahun, triwulan)

every = kiriman.completeness(store, unit, tahun)
sent = every.filter(pl.col("triwulan") == triwulan)
names = pengaturan.bagian(store, unit)
bagian = panel_alur.pick_bagian(pengguna, names, sent)
if every.is_empty():
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()
if bagian is None:
    st.info(f"Tidak ada indikator bertarget pada {periode.label(tahun)}. Pilih triwulan lain.")
    st.stop()
row = sent.row(by_predicate=pl.col("bagian") == bagian, named=True)
rows = store.read("dasbor_periksa", unit=unit, tahun=tahun, triwulan=triwulan, bagian=bagian).to_dicts()
hasil = rollup.capaian(store, unit, tahun, [f"TW{n}" for n in TRIWULAN], per)
late = dasbor.late(hasil, {b.bagian: b.nama for b in names})

now = panel_alur.state(row, kiriman.steps(store, unit, bagian, tahun, triwulan), tahun)
kini = hasil.filter(pl.col("periode") == periode.kode)
panel_alur.figures(rows, kini, pengaturan.in_force(store, unit, tahun), tahun)
panel_alur.send(pengguna, bagian, tahun, triwulan, now, row)
panel_alur.decide(pengguna, bagian, tahun, triwulan, now, row, rows)
panel_alur.overview(dasbor.completeness(every, late, tahun, per))
