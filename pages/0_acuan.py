"""Rencana dan indikator: the plan behind the figures, from tujuan to target, and its documents."""

import streamlit as st

from lakip import rencana
from lakip.akses import Izin
from lakip.ui import (
    panel_acuan,
    panel_dokumen,
    panel_pohon,
    panel_rencana,
    panel_tahun_baru,
    panel_unggah,
    panel_unggah_profil,
    panel_unggah_rencana,
    session,
    widgets,
)

pengguna = session.require(Izin.LIHAT)
store, unit = session.store(), session.unit()

st.title("Rencana dan indikator")
may_plan = pengguna.may(Izin.RENCANA, unit)
tahun, _ = widgets.pick_periode(["TH"], rencana=may_plan)


def listed() -> None:
    panel_acuan.agreements(tahun)
    panel_acuan.mistakes(tahun)
    rows = rencana.acuan(store, unit, tahun)
    if rows.is_empty():
        way = "Unggah Rencana Aksi di tab Unggah." if may_plan else "Kasubbag Perencanaan yang mengisinya."
        st.info(f"Belum ada indikator untuk tahun {tahun}. {way}")
    panel_acuan.listed(rows, tahun)


def change() -> None:
    panel_rencana.one_indikator(pengguna, tahun)
    with st.expander("Tambah atau ubah sasaran"):
        panel_pohon.one_sasaran(pengguna, tahun)
    with st.expander("Tambah atau ubah tujuan"):
        panel_pohon.one_tujuan(pengguna, tahun)


def upload() -> None:
    panel_unggah_rencana.form(tahun)
    panel_unggah.upload(pengguna, panel_unggah_rencana.cara(pengguna, tahun))


def prepare() -> None:
    panel_tahun_baru.page(pengguna, panel_tahun_baru.pick_year())


parts = {
    "Daftar": listed,
    **({"Ubah": change, "Unggah": upload} if may_plan else {}),
    "Dokumen": lambda: panel_dokumen.page(pengguna, tahun),
    **({"Bacaan berkas": lambda: panel_unggah_profil.page(pengguna), "Siapkan tahun": prepare} if may_plan else {}),
}
widgets.tabs(parts, "tab")
