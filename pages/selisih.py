"""Selisih antar dokumen: what Renstra, Renja, RKT, IKU, PK and Rencana Aksi of a tahun say differently."""

import streamlit as st

from lakip import dokumen
from lakip.akses import Izin
from lakip.export import selisih_excel
from lakip.ui import panel_selisih, session, widgets
from lakip.ui.panel_tanda import page_link

pengguna = session.require(Izin.LIHAT)
store, unit = session.store(), session.unit()

st.title("Selisih antar dokumen")
tahun, _ = widgets.pick_periode(["TH"])
found = dokumen.selisih(store, unit, tahun)

panel_selisih.summary(found, tahun)
with st.container(horizontal=True, vertical_alignment="center"):
    if found:
        widgets.download(
            "Unduh Excel",
            lambda: selisih_excel.build(store, pengguna, unit, tahun),
            f"selisih_dokumen_{tahun}.xlsx",
            widgets.XLSX,
        )
    panel_selisih.way_back(tahun)
    if found and pengguna.may(Izin.LAPORAN, unit):
        page_link("naskah.py", "Jelaskan pada naskah LKjIP", ":material/edit_note:", tahun, "TH", "selisih")
panel_selisih.listed(panel_selisih.pick_kinds(found), tahun)
panel_selisih.method()
