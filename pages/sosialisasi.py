"""Sosialisasi (steps 4 and 7): invitation, attendance and minutes, photos, directions, and the projector view."""

import streamlit as st

from lakip.akses import Izin
from lakip.sop import sosialisasi
from lakip.sop.sosialisasi import DIBATALKAN, DILAKSANAKAN, DIUNDANG, PERIODE_SOSIALISASI
from lakip.ui import panel_arahan, panel_proyektor, panel_sosialisasi, session, widgets

pengguna = session.require(Izin.LIHAT)
store, unit = session.store(), session.unit()

if panel_proyektor.is_asked():
    panel_proyektor.open_instead()

st.title("Sosialisasi")
tahun, periode = widgets.pick_periode(PERIODE_SOSIALISASI)
panel_proyektor.link(tahun, periode.kode)
may_write = pengguna.may(Izin.DISPOSISI, unit)
found = sosialisasi.meetings(store, unit, tahun, periode.kode)

if found:
    one = panel_sosialisasi.choose(found)
    panel_sosialisasi.summary(one)
    panel_sosialisasi.papers(pengguna, one)
    if may_write and one.keadaan != DIBATALKAN:
        label = "Betulkan catatan pelaksanaan" if one.keadaan == DILAKSANAKAN else "Catat pelaksanaan"
        with st.expander(label, icon=":material/edit_note:"):
            panel_sosialisasi.record(pengguna, one)
    if may_write and one.keadaan == DIUNDANG:
        with st.expander("Batalkan undangan", icon=":material/event_busy:"):
            panel_sosialisasi.cancel(pengguna, one)
    if one.keadaan == DILAKSANAKAN:
        panel_arahan.given(pengguna, one)
        panel_sosialisasi.photos(pengguna, one)
else:
    st.info(
        f"Belum ada sosialisasi tentang {periode.label(tahun)}. Kasubbag, Sekcam, atau Camat mengundangnya di sini."
    )
panel_arahan.before(pengguna, tahun, periode.kode)
if may_write:
    with st.expander("Undangan baru", icon=":material/add:", expanded=not found):
        panel_sosialisasi.invite(pengguna, tahun, periode)
