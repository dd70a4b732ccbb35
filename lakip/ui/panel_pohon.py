"""Panels of the page Acuan for whoever plans: one tujuan, one sasaran."""

from dataclasses import replace

import streamlit as st

from lakip import rencana
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.rencana import JENJANG_NAMA, PANGKAT, Sasaran, Tujuan
from lakip.ui import isian, session

BARU = "baru"


def one_tujuan(pengguna: Pengguna, tahun: int) -> None:
    """Pick a tujuan or begin a new one, and save it."""
    known = rencana.tujuan(session.store(), session.unit(), tahun)
    kode = st.selectbox(
        "Tujuan",
        [*known, BARU],
        format_func=lambda k: "Tujuan baru" if k == BARU else f"{k}  {known[k].uraian}",
        key="rencana_tujuan",
    )
    old = known.get(kode) or Tujuan("", "", tahun, urutan=10 * (len(known) + 1))
    with st.form(f"tujuan {tahun} {kode}"):
        name = old.kode or st.text_input("Kode tujuan", placeholder="misalnya T1")
        uraian = st.text_area("Uraian tujuan", old.uraian, height=90)
        if st.form_submit_button("Simpan tujuan ini", icon=":material/save:"):
            with isian.told():
                row = replace(old, kode=_new_code(name, old.kode, known), uraian=uraian.strip(), mulai_tahun=tahun)
                done = rencana.save_tujuan(session.store(), pengguna, session.unit(), row)
                session.saved(f"Tujuan {row.kode} tersimpan." if done else "Tidak ada yang berubah.")


def one_sasaran(pengguna: Pengguna, tahun: int) -> None:
    """Pick a sasaran or begin a new one, and save it."""
    store, unit = session.store(), session.unit()
    goals, tujuan = rencana.sasaran(store, unit, tahun), rencana.tujuan(store, unit, tahun)
    kode = st.selectbox(
        "Sasaran",
        [*goals, BARU],
        format_func=lambda k: "Sasaran baru" if k == BARU else f"{k}  {goals[k].uraian}",
        key="rencana_sasaran",
    )
    old = goals.get(kode) or Sasaran("", "", "camat", tahun, urutan=10 * (len(goals) + 1))
    with st.form(f"sasaran {tahun} {kode}"):
        name = old.kode or st.text_input("Kode sasaran", placeholder="misalnya S1")
        uraian = st.text_area("Uraian sasaran", old.uraian, height=90)
        left, middle, right = st.columns(3)
        jenjang = left.selectbox(
            "Jenjang", JENJANG_NAMA, list(JENJANG_NAMA).index(old.jenjang), format_func=JENJANG_NAMA.__getitem__
        )
        parents = ["", *sorted((k for k in goals if k != old.kode), key=lambda k: PANGKAT[goals[k].jenjang])]
        induk = middle.selectbox(
            "Menunjang sasaran",
            parents,
            parents.index(old.induk or ""),
            format_func=lambda k: f"{k} ({JENJANG_NAMA[goals[k].jenjang]})" if k else "tidak ada",
            help="Sasaran jenjang yang lebih tinggi: Camat, lalu Sekcam, lalu Kasubbag, Kasi, dan Lurah.",
        )
        aims = ["", *tujuan]
        aim = right.selectbox(
            "Tujuan", aims, aims.index(old.tujuan or ""), format_func=lambda k: k or "tidak ada",
            help="Diisi untuk sasaran Camat; sasaran lain mengikuti sasaran yang ditunjangnya.",
        )  # fmt: skip
        if st.form_submit_button("Simpan sasaran ini", icon=":material/save:"):
            with isian.told():
                code = _new_code(name, old.kode, goals)
                row = replace(old, kode=code, uraian=uraian.strip(), jenjang=jenjang, induk=induk or None)
                row = replace(row, tujuan=aim or None, mulai_tahun=tahun)
                done = rencana.save_sasaran(store, pengguna, unit, row)
                session.saved(f"Sasaran {row.kode} tersimpan." if done else "Tidak ada yang berubah.")


def _new_code(name: str, old: str, known: dict[str, Tujuan] | dict[str, Sasaran]) -> str:
    """Raises UserError when a new one takes the kode of another."""
    kode = name.strip()
    if kode != old and kode in known:
        raise UserError(
            f"Kode {kode} sudah dipakai “{known[kode].uraian}”. Pakai kode lain, atau pilih {kode} di atas."
        )
    return kode
