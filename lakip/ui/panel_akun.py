"""Panels of the page Pengaturan: accounts, their peran, their passwords."""

import polars as pl
import streamlit as st

from lakip import akun, pengaturan
from lakip.akses import PERAN_NAMA, TERBATAS_BAGIAN, Izin, Pengguna, Peran
from lakip.akun import usul
from lakip.formatting import KOSONG, tanggal
from lakip.ui import isian, panel_tanda, session

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


def proposed(pengguna: Pengguna) -> None:
    """Whoever holds a jabatan without an account, and the button that makes them all; then their first passwords."""
    store, unit, per = session.store(), session.unit(), session.today()
    _slips()
    people = usul.proposed(store, unit, per)
    if not people:
        return
    with st.container(border=True):
        st.subheader(f"{len(people)} pejabat belum mempunyai akun")
        st.caption(
            "Diambil dari tab Pejabat. Nama akunnya diusulkan dari namanya; kata sandi awalnya dibuat sistem, "
            "ditampilkan satu kali, dan wajib diganti ketika pertama kali masuk."
        )
        names = {one.akun: f"{one.pejabat.sebutan}: {one.pejabat.nama}" for one in people}
        panel_tanda.table(
            dict.fromkeys(("Jabatan", "Nama", "Nama akun", "Peran"), panel_tanda.KIRI),
            [
                tuple(map(panel_tanda.plain, (p.pejabat.sebutan, p.pejabat.nama, p.akun, PERAN_NAMA[p.peran])))
                for p in people
            ],
        )
        left_out = st.multiselect(
            "Kecuali", list(names), format_func=names.__getitem__, placeholder="Semua dibuatkan akun", key="tanpa_akun"
        )
        chosen = [name for name in names if name not in left_out]
        if st.button(f"Buat {len(chosen)} akun", type="primary", icon=":material/add:", disabled=not chosen):
            with isian.told():
                with st.spinner("Membuat akun …"):
                    made = usul.add_proposed(store, pengguna, unit, chosen, per)
                session.preset(sandi_awal=made)
                session.saved(f"{len(made)} akun dibuat. Catat kata sandi awalnya di bawah ini, lalu bagikan.")


def add(pengguna: Pengguna) -> None:
    """The form for one more account."""
    with st.expander("Tambah akun"), st.form("akun_baru", border=False):
        periksa, (left, right) = isian.Periksa(), st.columns(2)
        nama = left.text_input("Nama lengkap")
        periksa.under("nama", left)
        name = right.text_input("Nama akun", help="Huruf kecil, angka, titik, atau tanda hubung.")
        periksa.under("akun", right)
        peran, bagian = _peran(left, right)
        periksa.under("bagian", right)
        sandi = left.text_input(
            "Kata sandi awal", type="password", help=f"Sedikitnya {akun.SANDI_MINIMUM} karakter, bukan kata umum."
        )
        periksa.under("sandi", left)
        right.caption(
            "Sampaikan kata sandi awal kepada pemegang akun; ia harus menggantinya ketika pertama kali masuk."
        )
        if st.form_submit_button("Tambah akun", type="primary"):
            with isian.told():
                _check_new(periksa, name.strip(), nama, sandi, peran, bagian)
                if not periksa.baik:
                    return
                akun.add(session.store(), pengguna, name.strip(), nama, sandi, session.unit(), peran, bagian)
                session.saved(f"Akun “{name}” ditambahkan.")


def _check_new(
    periksa: isian.Periksa, name: str, nama: str, sandi: str, peran: Peran, bagian: str | None
) -> None:  # fmt: skip
    """What is wrong with each field; whether the name is free, the act itself says."""
    periksa.filled("nama", nama, "Isi nama lengkap pemegangnya.")
    with periksa.at("akun"):
        akun.check_name(name)
    with periksa.at("sandi"):
        akun.sandi.check(sandi, (name, nama))
    if peran in TERBATAS_BAGIAN and not bagian:
        periksa.refuse("bagian", f"Peran {PERAN_NAMA[peran]} bertugas untuk satu bagian. Pilih bagiannya.")


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
            with isian.told():
                akun.set_active(session.store(), pengguna, name, not aktif)
                session.saved(f"Akun “{name}” {'dinonaktifkan' if aktif else 'diaktifkan'}.")


def _slips() -> None:
    """The first passwords of the accounts just made, until somebody says that they are noted."""
    (made,) = session.widget_values(("sandi_awal", ()))
    if not made:
        return
    with st.container(border=True):
        st.subheader("Kata sandi awal")
        st.caption("Hanya ditampilkan sekarang. Cetak atau catat, lalu sampaikan kepada pemegangnya masing-masing.")
        panel_tanda.table(
            dict.fromkeys(("Nama", "Jabatan", "Nama akun", "Kata sandi awal"), panel_tanda.KIRI),
            [
                (panel_tanda.plain(one.pejabat.nama), panel_tanda.plain(one.pejabat.sebutan), f"`{one.akun}`",
                 f"`{one.sandi}`")
                for one in made
            ],
        )  # fmt: skip
        if st.button("Sudah saya catat", icon=":material/check:"):
            session.preset(sandi_awal=())
            st.rerun()


def _new_sandi(pengguna: Pengguna, name: str) -> None:
    if name == pengguna.akun:
        st.caption("Kata sandi Anda sendiri diganti lewat “Akun saya” di menu samping.")
        return
    with st.form("sandi_baru"):
        sandi = st.text_input("Kata sandi baru", type="password", help=CARA_SANDI)
        if st.form_submit_button("Ganti kata sandi"):
            with isian.told():
                akun.set_sandi(session.store(), pengguna, name, sandi)
                session.saved(f"Kata sandi akun “{name}” diganti.")


def _release(pengguna: Pengguna, name: str, *, berfaktor: bool) -> None:
    if st.button("Bebaskan dari jeda", help="Setelah beberapa kali keliru, akun menunggu; ini menghapus penantiannya."):
        with isian.told():
            akun.release(session.store(), pengguna, name)
            session.saved(f"Akun “{name}” dapat mencoba masuk lagi.")
    if berfaktor and name != pengguna.akun and st.button("Hapus faktor kedua", help=CARA_FAKTOR):
        with isian.told():
            akun.faktor.remove(session.store(), pengguna, name)
            session.saved(f"Faktor kedua akun “{name}” dihapus.")


def _give_peran(pengguna: Pengguna, name: str) -> None:
    with st.form("beri_peran"):
        left, right = st.columns(2)
        peran, bagian = _peran(left, right)
        mulai = left.date_input("Mulai", session.today(), format=TANGGAL)
        selesai = right.date_input("Sampai (kosong: tanpa batas)", None, format=TANGGAL)
        if st.form_submit_button("Beri peran"):
            with isian.told():
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
            with isian.told():
                akun.end_peran(session.store(), pengguna, name, session.unit(), peran, selesai)
                session.saved(f"Peran {PERAN_NAMA[peran]} akun “{name}” berakhir {tanggal(selesai)}.")


def _peran(
    left: st.delta_generator.DeltaGenerator, right: st.delta_generator.DeltaGenerator
) -> tuple[Peran, str | None]:
    names = {None: SELURUH} | {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    peran = left.selectbox("Peran", [p.value for p in Peran], format_func=lambda p: PERAN_NAMA[Peran(p)])
    bagian = right.selectbox("Bagian (wajib untuk Staf dan Kasi)", list(names), format_func=names.__getitem__)
    return Peran(peran), bagian
