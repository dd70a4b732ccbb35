"""Kiriman: the staf sends the figures of a bagian, its Kasi confirms or returns them."""

import polars as pl
import streamlit as st

from lakip import dasbor, kiriman, pengaturan, rollup
from lakip.akses import Izin
from lakip.periode import TRIWULAN
from lakip.sop import dispensasi
from lakip.ui import panel_alur, panel_awal, panel_bukti, panel_sop, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Kiriman")
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
triwulan = periode.triwulan[0]
panel_sop.ways(tahun, periode.kode)
panel_bukti.link(pengguna, tahun, triwulan)

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
kini = rollup.capaian(store, unit, tahun, periode.kode, per)
deliveries = dispensasi.deliveries(store, unit, tahun, per)

panel_alur.due(next(d for d in deliveries if (d.bagian, d.triwulan) == (bagian, triwulan)))
steps = kiriman.steps(store, unit, bagian, tahun, triwulan)
now = panel_alur.state(row, steps, tahun)
panel_alur.send(pengguna, bagian, tahun, triwulan, now, row)
panel_alur.decide(pengguna, bagian, tahun, triwulan, now, row, rows)
panel_alur.untold(pengguna, bagian, tahun, triwulan, per)
panel_alur.figures(pengguna, bagian, rows, kini, pengaturan.in_force(store, unit, tahun), tahun, triwulan)
panel_alur.history(steps)
panel_alur.overview(dasbor.completeness(every, deliveries, tahun, per))
