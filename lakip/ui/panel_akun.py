"""Panels of the page Pengaturan: accounts, their peran, their passwords."""

import polars as pl
import streamlit as st

from lakip import akun, pengaturan
from lakip.akses import PERAN_NAMA, Izin, Pengguna, Peran
from lakip.formatting import KOSONG, tanggal
from lakip.ui import panel_tanda, session

TANGGAL = "DD/MM/YYYY"
SELURUH = "Seluruh kantor"
TERLIHAT = "Pemegangnya, Camat, Sekcam, dan peninjau diberi tahu siapa yang melakukannya."
CARA_SANDI = f"Sesi akun itu berakhir seketika, dan kata sandinya harus diganti ketika masuk. {TERLIHAT}"
CARA_FAKTOR = f"Bila ponsel dan kode pemulihannya hilang. Sesi akun itu berakhir seketika. {TERLIHAT}"


def accounts(pengguna: Pengguna) -> None:
    """One row per account and peran in force."""
    pengguna.require(Izin.AKUN, session.unit())
    rows = akun.list_accounts(session.store(), session.unit(), session.today())
    names = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    panel_tanda.texts(
        pl.DataFrame(
            [
                {
                    "Akun": r["akun"],
                    "Nama": r["nama"],
                    "Peran": PERAN_NAMA[Peran(r["peran"])] if r["peran"] else KOSONG,
                    "Bagian": names.get(r["bagian"], r["bagian"]) or SELURUH,
                    "Sampai": tanggal(r["selesai"]),
                    "Faktor kedua": "Terpasang" if r["berfaktor"] else KOSONG,
                    "Keadaan": "Aktif" if r["aktif"] else "Nonaktif",
                }
                for r in rows.iter_rows(named=True)
            ]
        )
    )


def add(pengguna: Pengguna) -> None:
    """The form for one more account."""
    with st.expander("Tambah akun"), st.form("akun_baru", border=False):
        left, right = st.columns(2)
        nama = left.text_input("Nama lengkap")
        name = right.text_input("Nama akun", help="Huruf kecil, angka, titik, atau tanda hubung.")
        peran, bagian = _peran(left, right)
        sandi = left.text_input(
            "Kata sandi awal", type="password", help=f"Sedikitnya {akun.SANDI_MINIMUM} karakter, bukan kata umum."
        )
        right.caption(
            "Sampaikan kata sandi awal kepada pemegang akun; ia harus menggantinya ketika pertama kali masuk."
        )
        if st.form_submit_button("Tambah akun", type="primary"):
            akun.add(session.store(), pengguna, name.strip(), nama, sandi, session.unit(), peran, bagian)
            session.saved(f"Akun “{name}” ditambahkan.")


def change(pengguna: Pengguna) -> None:
    """What may be changed on an account: password, peran, whether it is active."""
    rows = akun.list_accounts(session.store(), session.unit(), session.today()).unique("akun").sort("akun")
    with st.expander("Ubah akun"):
        names = dict(rows.select("akun", "nama").iter_rows())
        name = st.selectbox("Akun", list(names), format_func=lambda a: f"{a} – {names[a]}")
        aktif = rows.filter(pl.col("akun") == name)["aktif"][0]
        _new_sandi(pengguna, name)
        _give_peran(pengguna, name)
        _end_peran(pengguna, name)
        with st.container(horizontal=True):
            _release(pengguna, name, berfaktor=bool(rows.filter(pl.col("akun") == name)["berfaktor"][0]))
        if st.button("Nonaktifkan akun" if aktif else "Aktifkan akun", disabled=name == pengguna.akun):
            akun.set_active(session.store(), pengguna, name, not aktif)
            session.saved(f"Akun “{name}” {'dinonaktifkan' if aktif else 'diaktifkan'}.")


def _new_sandi(pengguna: Pengguna, name: str) -> None:
    if name == pengguna.akun:
        st.caption("Kata sandi Anda sendiri diganti lewat “Akun saya” di menu samping.")
        return
    with st.form("sandi_baru"):
        sandi = st.text_input("Kata sandi baru", type="password", help=CARA_SANDI)
        if st.form_submit_button("Ganti kata sandi"):
            akun.set_sandi(session.store(), pengguna, name, sandi)
            session.saved(f"Kata sandi akun “{name}” diganti.")


def _release(pengguna: Pengguna, name: str, *, berfaktor: bool) -> None:
    if st.button("Bebaskan dari jeda", help="Setelah beberapa kali keliru, akun menunggu; ini menghapus penantiannya."):
        akun.release(session.store(), pengguna, name)
        session.saved(f"Akun “{name}” dapat mencoba masuk lagi.")
    if berfaktor and name != pengguna.akun and st.button("Hapus faktor kedua", help=CARA_FAKTOR):
        akun.faktor.remove(session.store(), pengguna, name)
        session.saved(f"Faktor kedua akun “{name}” dihapus.")


def _give_peran(pengguna: Pengguna, name: str) -> None:
    with st.form("beri_peran"):
        left, right = st.columns(2)
        peran, bagian = _peran(left, right)
        mulai = left.date_input("Mulai", session.today(), format=TANGGAL)
        selesai = right.date_input("Sampai (kosong: tanpa batas)", None, format=TANGGAL)
        if st.form_submit_button("Beri peran"):
            akun.give_peran(
                session.store(), pengguna, name, session.unit(), peran, bagian, mulai=mulai, selesai=selesai
            )
            session.saved(f"Akun “{name}” kini berperan {PERAN_NAMA[peran]}.")


def _end_peran(pengguna: Pengguna, name: str) -> None:
    held = akun.list_accounts(session.store(), session.unit(), session.today()).filter(
        (pl.col("akun") == name) & pl.col("peran").is_not_null()
    )
    with st.form("akhiri_peran"):
        left, right = st.columns(2)
        peran = left.selectbox(
            "Peran yang berakhir",
            [Peran(p) for p in held["peran"].unique(maintain_order=True)],
            format_func=PERAN_NAMA.__getitem__,
        )
        selesai = right.date_input("Hari terakhir", session.today(), format=TANGGAL)
        if st.form_submit_button("Akhiri peran", disabled=peran is None):
            akun.end_peran(session.store(), pengguna, name, session.unit(), peran, selesai)
            session.saved(f"Peran {PERAN_NAMA[peran]} akun “{name}” berakhir {tanggal(selesai)}.")


def _peran(
    left: st.delta_generator.DeltaGenerator, right: st.delta_generator.DeltaGenerator
) -> tuple[Peran, str | None]:
    names = {None: SELURUH} | {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    peran = left.selectbox("Peran", [p.value for p in Peran], format_func=lambda p: PERAN_NAMA[Peran(p)])
    bagian = right.selectbox("Bagian (wajib untuk Staf dan Kasi)", list(names), format_func=names.__getitem__)
    return Peran(peran), bagian
