"""The recap of any periode: target, realisasi, capaian and kategori of every indikator, and their averages."""

import streamlit as st

from lakip import dasbor, keadaan, pengaturan, rekap, rollup
from lakip.akses import Izin
from lakip.ui import panel_anggaran, panel_awal, panel_keadaan, panel_rekap, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Rekap")
tahun, periode = widgets.pick_periode(awal=dasbor.opening(store, unit, per))

kinerja, uang = st.tabs(["Kinerja", "Anggaran"], **widgets.in_address("rekap"))
with kinerja:
    saat = panel_keadaan.pick(tahun, periode.kode)
    with panel_keadaan.record(saat, tahun, periode.kode) as shown:
        frame = rollup.capaian(shown, unit, tahun, periode.kode, per)
        rata = rollup.rata_rata(shown, unit, tahun, periode.kode, per)
        berlaku, bagian = pengaturan.in_force(shown, unit, tahun), pengaturan.bagian(shown, unit)
        notes = rekap.assessments(shown, unit, tahun, periode.triwulan)
        changed = keadaan.changed_since(store, shown, unit, tahun, periode.kode, per) if saat else None
    if frame.is_empty():
        panel_awal.no_indikator(pengguna, tahun)
    else:
        widgets.stamp(periode.label(tahun), keadaan.day(shown, per), *widgets.filled(frame))
        panel_keadaan.excel(pengguna, tahun, periode.kode, saat)
        panel_rekap.figures(frame, berlaku.kategori, tahun, bagian, notes)
        panel_rekap.averages(rata, berlaku.kategori)
        if changed is not None:
            panel_keadaan.since(changed, tahun, periode.kode)
        panel_rekap.rules(berlaku)
if uang.open:
    with uang:
        if saat:
            st.caption("Anggaran menunjukkan keadaan sekarang.")
        panel_anggaran.recap(pengguna, tahun, periode)
