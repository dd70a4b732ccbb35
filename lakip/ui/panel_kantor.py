"""Panels of the page Pengaturan: identity and kop, officials."""

from dataclasses import replace
from datetime import timedelta

import polars as pl
import streamlit as st

from lakip import pengaturan
from lakip.akses import PERAN_NAMA, Pengguna, Peran
from lakip.formatting import KOSONG, tanggal
from lakip.pengaturan import Pejabat
from lakip.ui import session

STATUS = {"definitif": "Definitif", "plt": "Plt", "plh": "Plh"}
PERAN_JABATAN = (Peran.CAMAT, Peran.SEKCAM, Peran.KASUBBAG, Peran.KASI)
TANGGAL = "DD/MM/YYYY"


def identity(pengguna: Pengguna) -> None:
    """The office as on its kop, and the form that corrects it."""
    kantor = session.identity()
    with st.container(border=True):
        st.caption("Kop seperti tercetak pada laporan")
        st.markdown("  \n".join(f"**{line}**" for line in kantor.kop[:2]) + f"  \n{kantor.alamat or KOSONG}")
    with st.form("identitas"):
        left, right = st.columns(2)
        nama = left.text_input("Nama kantor", kantor.nama)
        right.text_input("Kode wilayah", kantor.unit, disabled=True, help="Kode wilayah mengikat semua data kantor.")
        kabupaten = left.text_input("Kabupaten atau kota", kantor.kabupaten)
        tempat = right.text_input("Tempat penandatanganan", kantor.tempat)
        alamat = st.text_input("Alamat pada kop", kantor.alamat)
        if st.form_submit_button("Simpan identitas", type="primary"):
            baru = replace(kantor, nama=nama, kabupaten=kabupaten, tempat=tempat, alamat=alamat)
            pengaturan.set_identity(session.store(), pengguna, baru)
            session.saved("Identitas tersimpan.")


def pejabat(pengguna: Pengguna) -> None:
    """Who held which jabatan when; documents take whoever held it on the day they are signed."""
    people = pengaturan.pejabat(session.store(), session.unit())
    st.dataframe(_table(people), hide_index=True, width="stretch")
    st.caption("Dokumen memakai pejabat pada tanggal penandatanganan. Plt atau Plh mendahului pejabat definitif.")
    _add(pengguna, people)
    _end(pengguna, [p for p in people if p.selesai is None])


def _table(people: tuple[Pejabat, ...]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "Jabatan": p.jabatan,
                "Nama": p.nama,
                "NIP": p.nip or KOSONG,
                "Pangkat": p.pangkat or KOSONG,
                "Status": STATUS[p.status],
                "Mulai": tanggal(p.mulai),
                "Selesai": tanggal(p.selesai),
            }
            for p in people
        ],
        schema=dict.fromkeys(("Jabatan", "Nama", "NIP", "Pangkat", "Status", "Mulai", "Selesai"), pl.String),
    )


def _add(pengguna: Pengguna, people: tuple[Pejabat, ...]) -> None:
    names = {None: "Seluruh kantor"} | {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    with st.expander("Catat pejabat baru"), st.form("pejabat_baru", border=False):
        left, right = st.columns(2)
        jabatan = left.selectbox(
            "Jabatan seperti tercetak",
            list(dict.fromkeys(p.jabatan for p in people)),
            accept_new_options=True,
            help="Pilih dari yang sudah ada, atau ketik yang baru.",
        )
        peran = right.selectbox("Tingkat jabatan", PERAN_JABATAN, format_func=PERAN_NAMA.__getitem__)
        nama = left.text_input("Nama dengan gelar")
        bagian = right.selectbox("Bagian", list(names), format_func=names.__getitem__)
        nip, pangkat = left.text_input("NIP"), right.text_input("Pangkat/golongan")
        status = left.segmented_control("Status", list(STATUS), default="definitif", format_func=STATUS.__getitem__)
        mulai = right.date_input("Mulai menjabat", session.today(), format=TANGGAL)
        if st.form_submit_button("Simpan pejabat", type="primary"):
            baru = Pejabat(
                jabatan or "", peran, nama, nip or None, pangkat or None, bagian, status or "definitif", mulai
            )
            pengaturan.add_pejabat(session.store(), pengguna, session.unit(), baru)
            session.saved(f"{baru.nama} tercatat sebagai {baru.jabatan}.")


def _end(pengguna: Pengguna, holders: list[Pejabat]) -> None:
    if not holders:
        return
    with st.expander("Akhiri masa jabatan"), st.form("akhiri", border=False):
        left, right = st.columns(2)
        siapa = left.selectbox("Pejabat", holders, format_func=lambda p: f"{p.nama} – {p.jabatan}")
        selesai = right.date_input("Hari terakhir menjabat", session.today() - timedelta(days=1), format=TANGGAL)
        if st.form_submit_button("Akhiri masa jabatan"):
            pengaturan.end_pejabat(session.store(), pengguna, session.unit(), siapa.id, selesai)
            session.saved(f"Masa jabatan {siapa.nama} berakhir {tanggal(selesai)}.")
