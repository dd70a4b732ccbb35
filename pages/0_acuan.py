"""Acuan: the plan behind the figures, from tujuan to target, money and documents; changed by whoever plans."""

import streamlit as st

from lakip import rencana
from lakip.akses import Izin
from lakip.ui import (
    panel_acuan,
    panel_anggaran,
    panel_dokumen,
    panel_pohon,
    panel_rencana,
    panel_tahun_baru,
    panel_unggah_rencana,
    session,
    widgets,
)

pengguna = session.require(Izin.LIHAT)
store, unit = session.store(), session.unit()

st.title("Acuan kinerja")
tahun, _ = widgets.pick_periode(["TH"])
may_plan = pengguna.may(Izin.RENCANA, unit)


def listed() -> None:
    panel_acuan.agreements(tahun)
    panel_acuan.mistakes(tahun)
    rows = rencana.acuan(store, unit, tahun)
    if rows.is_empty():
        way = "Unggah Rencana Aksi di tab Unggah." if may_plan else "Kasubbag Perencanaan yang mengisinya."
        st.info(f"Belum ada indikator untuk tahun {tahun}. {way}")
    panel_acuan.listed(rows, tahun)


def change() -> None:
    year = panel_rencana.pick_year("ubah", tahun)
    panel_rencana.one_indikator(pengguna, year)
    with st.expander("Tambah atau ubah sasaran"):
        panel_pohon.one_sasaran(pengguna, year)
    with st.expander("Tambah atau ubah tujuan"):
        panel_pohon.one_tujuan(pengguna, year)


def upload() -> None:
    year = panel_rencana.pick_year("unggah", tahun)
    panel_unggah_rencana.form(year)
    panel_unggah_rencana.upload(pengguna, year)


def prepare() -> None:
    panel_tahun_baru.page(pengguna, panel_rencana.pick_year("siapkan", session.today().year + 1))


parts = {
    "Daftar": listed,
    **({"Ubah": change, "Unggah": upload} if may_plan else {}),
    "Anggaran": lambda: panel_anggaran.plan(pengguna, tahun),
    "Dokumen": lambda: panel_dokumen.page(pengguna, tahun),
    **({"Siapkan tahun": prepare} if may_plan else {}),
}
# Only the open tab is worked out: six of them would make every click wait.
for tab, show in zip(st.tabs(list(parts), key="tab", bind="query-params"), parts.values(), strict=True):
    if tab.open:
        with tab:
            show()
