"""Laporan: the report of a triwulan, semester or year and the documents of the plan, each with what it lacks."""

import streamlit as st

from lakip import rencana
from lakip.akses import Izin
from lakip.export import kurang, pengesahan, pilihan
from lakip.ui import panel_awal, panel_buku_kerja, panel_dokumen_rencana, panel_laporan, session, widgets

pengguna = session.require(Izin.LAPORAN)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Laporan")
tahun, periode = widgets.pick_periode(pilihan.PERIODE)
jenis = pilihan.of(periode.kode)
names = ["Laporan kinerja", "Rapor dan Excel", "Dokumen perencanaan"]
kinerja, lembar, perencanaan = st.tabs(names, **widgets.in_address("laporan"))

with kinerja:
    st.subheader(f"{jenis.nama}: {periode.label(tahun)}")
    if rencana.acuan(store, unit, tahun).is_empty():
        panel_awal.no_indikator(pengguna, tahun)
    else:
        awal = pengesahan.day(store, unit, tahun, periode.kode, per)
        widgets.stamp("Angka menurut catatan", min(awal, per))
        # A key for each default: the day that was picked for one periode is not that of another.
        hari = st.date_input("Tanggal penandatanganan", awal, awal, format="DD/MM/YYYY", width=220, key=f"ttd {awal}")
        isi = jenis.gather(store, unit, tahun, periode.kode, per, hari)
        panel_laporan.make_ready(jenis, isi)
        missing = pilihan.gaps(isi)
        panel_laporan.signer(isi.camat, hari)
        panel_laporan.completeness(isi, missing, pilihan.unwritten(isi), tahun, periode.kode)
        panel_laporan.make(pengguna, jenis, tahun, periode, hari, kurang.is_final(isi, missing))
        panel_laporan.gaps(missing, isi.kini["kode"].to_list(), tahun, periode.kode)
    # Read after one was made, so that it is in the list.
    panel_laporan.made(pengguna, panel_laporan.versions(tahun), tahun)

with lembar:
    panel_buku_kerja.papers(pengguna, tahun, periode)

with perencanaan:
    panel_dokumen_rencana.documents(pengguna, tahun)
