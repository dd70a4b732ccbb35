"""Upload of realisasi in three steps, or one figure typed. The clerk always reads what to do next."""

import polars as pl
import streamlit as st

from lakip import alur, kiriman, pengaturan, tugas
from lakip.akses import Izin
from lakip.periode import TRIWULAN
from lakip.ui import panel_anggaran, panel_bukti, panel_ketik, panel_unggah, panel_unggah_realisasi, session, widgets
from lakip.ui.panel_tanda import page_link

pengguna = session.require(Izin.UNGGAH)
store, unit = session.store(), session.unit()

st.title("Unggah")
session.open_with(lambda: tugas.due(store, pengguna, unit, session.today()))
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
bagian = panel_unggah_realisasi.pick_bagian(pengguna, pengaturan.bagian(store, unit))

sent = kiriman.completeness(store, unit, tahun).filter(pl.col("triwulan") == periode.triwulan[0])
if panel_unggah_realisasi.closed(alur.locks(store, unit, tahun, periode.triwulan[0]).to_dicts(), tahun):
    st.stop()
panel_unggah_realisasi.state([r for r in sent.to_dicts() if bagian in (None, r["bagian"])], tahun, periode)

may_plan = pengguna.may(Izin.RENCANA, unit)
names = ["Unggah berkas", "Ketik satu angka", *(["Realisasi anggaran"] if may_plan else [])]
file, typed, *money = st.tabs(names, **widgets.in_address("cara"))
with file:
    panel_unggah_realisasi.form(tahun, periode, bagian)
    panel_unggah.upload(pengguna, panel_unggah_realisasi.cara(pengguna, tahun, periode, bagian))
with typed:
    panel_ketik.one_figure(pengguna, tahun, periode, bagian)
for tab in (t for t in money if t.open):
    with tab:
        panel_anggaran.spend(pengguna, tahun, periode.triwulan[0])

panel_bukti.link(pengguna, tahun, periode.triwulan[0])
page_link("7_alur.py", "Lanjut ke Kiriman untuk mengajukan", ":material/task_alt:", tahun, periode.kode, bagian)
