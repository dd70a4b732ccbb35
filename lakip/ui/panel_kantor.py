"""Panels of the page Pengaturan: identity and kop, emblem, bagian, officials."""

from dataclasses import replace
from datetime import timedelta

import polars as pl
import streamlit as st

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.export import jabatan
from lakip.export.jabatan import Jabatan
from lakip.formatting import KOSONG, tanggal
from lakip.pengaturan import ATASAN, JENIS_BAGIAN, KEDUDUKAN_NAMA, Bagian, Kedudukan, Pejabat
from lakip.ui import isian, panel_tanda, session

LAMBANG_MB = 1
STATUS = {"definitif": "Definitif", "plt": "Plt", "plh": "Plh"}
# An atasan is asked for last: it is entered once in five years.
KEDUDUKAN: tuple[Kedudukan, ...] = (*(k for k in KEDUDUKAN_NAMA if k != ATASAN), ATASAN)
TANGGAL = "DD/MM/YYYY"


def identity(pengguna: Pengguna) -> None:
    """The office as on its kop, and the form that corrects it."""
    kantor = session.identity()
    with st.container(border=True):
        st.caption("Kop seperti tercetak pada setiap naskah")
        lines = [
            *(f"**{panel_tanda.plain(line)}**" for line in kantor.kop[:2]),
            panel_tanda.plain(kantor.alamat or "(alamat belum diisi; kop tercetak tanpa alamat)"),
        ]
        st.markdown("  \n".join(lines))
    with st.form("identitas"):
        left, right = st.columns(2)
        nama = left.text_input("Nama kantor", kantor.nama)
        right.text_input("Kode wilayah", kantor.unit, disabled=True, help="Kode wilayah mengikat semua data kantor.")
        kabupaten = left.text_input("Kabupaten atau kota", kantor.kabupaten)
        tempat = right.text_input("Tempat penandatanganan", kantor.tempat)
        alamat = st.text_input(
            "Alamat pada kop", kantor.alamat,
            help="Satu baris di bawah nama kantor: jalan, telepon, pos-el, dan kode pos.",
        )  # fmt: skip
        if st.form_submit_button("Simpan identitas", type="primary"):
            with isian.told():
                baru = replace(kantor, nama=nama, kabupaten=kabupaten, tempat=tempat, alamat=alamat)
                pengaturan.set_identity(session.store(), pengguna, baru)
                session.saved("Identitas tersimpan.")


def emblem(pengguna: Pengguna) -> None:
    """The emblem of covers and kop, and the way to change it."""
    content = pengaturan.lambang(session.store(), session.unit())
    with st.container(border=True):
        st.caption("Lambang daerah, tercetak pada sampul laporan dan kop setiap naskah")
        if content:
            st.image(content, width=90)
        else:
            st.markdown("Belum ada. Unggah gambarnya di bawah.")
    with st.form("lambang", clear_on_submit=True):
        picked = st.file_uploader("Gambar lambang (PNG atau JPEG)", ["png", "jpg", "jpeg"], max_upload_size=LAMBANG_MB)
        if st.form_submit_button("Simpan lambang") and picked is not None:
            with isian.told():
                pengaturan.set_lambang(session.store(), pengguna, session.unit(), picked.getvalue())
                session.saved("Lambang tersimpan.")


def bagian(pengguna: Pengguna) -> None:
    """The bagian of the office; each may be renamed, and one more added."""
    parts = pengaturan.bagian(session.store(), session.unit())
    table = {"Kode": [b.bagian for b in parts], "Nama": [b.nama for b in parts]}
    panel_tanda.texts(pl.DataFrame({**table, "Jenis": [JENIS_BAGIAN[b.jenis] for b in parts]}))
    st.caption("Kode melekat pada semua angka bagian itu, sehingga tidak dapat diubah; namanya dapat.")
    with st.expander("Tambah bagian"), st.form("bagian_baru", border=False):
        left, right = st.columns(2)
        kode = left.text_input("Kode", help="Singkat dan tanpa spasi, misalnya EKO.")
        jenis = right.selectbox("Jenis", list(JENIS_BAGIAN), 2, format_func=JENIS_BAGIAN.__getitem__)
        nama = st.text_input("Nama", help="Seperti tercetak, misalnya Seksi Ekonomi dan Pembangunan.")
        if st.form_submit_button("Tambah bagian", type="primary"):
            with isian.told():
                pengaturan.add_bagian(session.store(), pengguna, session.unit(), Bagian(kode, nama, jenis))
                session.saved(f"{nama} ditambahkan. Catat pejabatnya dan buat akun stafnya.")
    with st.expander("Ubah nama bagian"), st.form("bagian_ubah", border=False):
        lama = st.selectbox("Bagian", parts, format_func=lambda b: f"{b.bagian} – {b.nama}")
        baru = st.text_input("Nama baru")
        if st.form_submit_button("Ubah nama") and lama is not None:
            with isian.told():
                pengaturan.rename_bagian(session.store(), pengguna, session.unit(), lama.bagian, baru)
                session.saved(f"{lama.nama} sekarang bernama {baru}.")


def pejabat(pengguna: Pengguna) -> None:
    """Who held which jabatan when; documents take whoever held it on the day they are signed."""
    people = pengaturan.pejabat(session.store(), session.unit())
    panel_tanda.texts(_table(people))
    st.caption("Dokumen memakai pejabat pada tanggal penandatanganan. Plt atau Plh mendahului pejabat definitif.")
    if not any(p.peran == ATASAN for p in people):
        st.info(
            "Bupati belum tercatat, padahal ia menandatangani Perjanjian Kinerja Camat. Catat di bawah dengan tingkat "
            f"jabatan “{KEDUDUKAN_NAMA[ATASAN]}”; ia tidak memerlukan akun.",
            icon=":material/info:",
        )
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
        called = left.selectbox(
            "Jabatan seperti tercetak",
            _known_jabatan(people),
            accept_new_options=True,
            help="Pilih dari yang sudah ada, atau ketik yang baru.",
        )
        peran = right.selectbox("Tingkat jabatan", KEDUDUKAN, format_func=KEDUDUKAN_NAMA.__getitem__)
        nama = left.text_input("Nama dengan gelar")
        bagian = right.selectbox("Bagian", list(names), format_func=names.__getitem__)
        nip, pangkat = left.text_input("NIP"), right.text_input("Pangkat/golongan")
        status = left.segmented_control("Status", list(STATUS), default="definitif", format_func=STATUS.__getitem__)
        mulai = right.date_input("Mulai menjabat", session.today(), format=TANGGAL)
        selesai = right.date_input(
            "Sampai dengan",
            None,
            format=TANGGAL,
            help="Kosongkan bila masih menjabat.",
        )
        if st.form_submit_button("Simpan pejabat", type="primary"):
            with isian.told():
                baru = Pejabat(
                    called or "",
                    peran,
                    nama,
                    nip or None,
                    pangkat or None,
                    bagian,
                    status or "definitif",
                    mulai,
                    selesai,
                )
                pengaturan.add_pejabat(session.store(), pengguna, session.unit(), baru)
                session.saved(f"{baru.nama} tercatat sebagai {baru.sebutan}.")


def _known_jabatan(people: tuple[Pejabat, ...]) -> list[str]:
    """Those of the register, those a Perjanjian Kinerja asks for that it lacks, and the head of the kabupaten."""
    store, unit = session.store(), session.unit()
    asked = [j.nama for j in jabatan.of_office(store, unit) if not any(_holds(p, j) for p in people)]
    head = [] if any(p.peran == ATASAN for p in people) else [jabatan.head_of(session.identity())]
    known = [p.jabatan for p in sorted(people, key=lambda p: p.peran == ATASAN)]
    return list(dict.fromkeys([*known, *asked, *head]))


def _holds(who: Pejabat, one: Jabatan) -> bool:
    return who.peran == one.tingkat.peran and (one.bagian is None or who.bagian == one.bagian.bagian)


def _end(pengguna: Pengguna, holders: list[Pejabat]) -> None:
    if not holders:
        return
    with st.expander("Akhiri masa jabatan"), st.form("akhiri", border=False):
        left, right = st.columns(2)
        siapa = left.selectbox("Pejabat", holders, format_func=lambda p: f"{p.nama} – {p.sebutan}")
        selesai = right.date_input("Hari terakhir menjabat", session.today() - timedelta(days=1), format=TANGGAL)
        if st.form_submit_button("Akhiri masa jabatan"):
            with isian.told():
                pengaturan.end_pejabat(session.store(), pengguna, session.unit(), siapa.id, selesai)
                session.saved(f"Masa jabatan {siapa.nama} berakhir {tanggal(selesai)}.")
