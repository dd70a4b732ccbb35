"""Laporan: the quarterly report and the documents of the plan, each with what it lacks, as Word."""

import streamlit as st

from lakip.akses import Izin
from lakip.export import bahan, kurang, laporan_triwulan
from lakip.periode import TRIWULAN
from lakip.ui import panel_dokumen_rencana, panel_laporan, session, widgets

pengguna = session.require(Izin.LAPORAN)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Laporan")
tahun, periode = widgets.pick_periode([f"TW{n}" for n in TRIWULAN])
triwulan, rencana = st.tabs(["Laporan Kinerja Triwulan", "Dokumen perencanaan"])

with triwulan:
    hari = st.date_input("Tanggal penandatanganan", per, format="DD/MM/YYYY", width=220)
    isi = bahan.gather(store, unit, tahun, periode.kode, per, hari)
    missing = kurang.gaps(isi)
    panel_laporan.signer(isi.camat, hari)
    panel_laporan.completeness(missing)
    panel_laporan.make(pengguna, tahun, periode, hari)
    panel_laporan.gaps(missing, isi.kini["kode"].to_list(), tahun, periode.kode)
    # Read after a draft was made, so that it is in the list.
    drafts = store.read("dasbor_laporan", unit=unit, tahun=tahun, jenis=laporan_triwulan.JENIS)
    panel_laporan.made(drafts.to_dicts(), tahun)

with rencana:
    panel_dokumen_rencana.documents(pengguna, tahun)
