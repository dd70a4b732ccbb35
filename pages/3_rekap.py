"""The recap of any periode: target, realisasi, capaian and kategori of every indikator, and their averages."""

import streamlit as st

from lakip import dasbor, pengaturan, rekap, rollup
from lakip.akses import Izin
from lakip.export import rekap_excel
from lakip.ui import panel_anggaran, panel_awal, panel_rekap, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Rekap")
tahun, periode = widgets.pick_periode(awal=dasbor.opening(store, unit, per))

frame = rollup.capaian(store, unit, tahun, periode.kode, per)
rata = rollup.rata_rata(store, unit, tahun, periode.kode, per)
berlaku = pengaturan.in_force(store, unit, tahun)

kinerja, uang = st.tabs(["Kinerja", "Anggaran"], key="tab", bind="query-params")
with kinerja:
    if frame.is_empty():
        panel_awal.no_indikator(pengguna, tahun)
    else:
        widgets.stamp(periode.label(tahun), per, *widgets.filled(frame))
        widgets.download(
            "Unduh Excel",
            lambda: rekap_excel.build(store, pengguna, unit, tahun, periode.kode, per),
            f"rekap_{tahun}_{periode.kode}.xlsx",
            widgets.XLSX,
        )
        notes = rekap.assessments(store, unit, tahun, periode.triwulan)
        panel_rekap.figures(frame, berlaku.kategori, tahun, pengaturan.bagian(store, unit), notes)
        panel_rekap.averages(rata, berlaku.kategori)
        panel_rekap.rules(berlaku)
if uang.open:
    with uang:
        panel_anggaran.recap(pengguna, tahun, periode)
