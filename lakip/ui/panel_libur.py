"""Panels of the page SOP: working hours and days off, by which the clock of the SOP runs."""

from collections.abc import Sequence
from datetime import date, time

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.formatting import tanggal
from lakip.sop import kalender
from lakip.sop.kalender import ANGGAPAN, JAM_BAWAAN, JENIS_NAMA
from lakip.sop.libur_nasional import Libur
from lakip.sop.waktu_kerja import HARI_NAMA, JamKerja, clock
from lakip.ui import isian, session
from lakip.ui.panel_tanda import KIRI, firm, plain, table

TANGGAL = "DD/MM/YYYY"


def hours(pengguna: Pengguna) -> None:
    """The week in force today, and the form for another."""
    st.subheader("Jam kerja (WITA)")
    found = kalender.load(session.store(), session.unit())
    week = next(week for mulai, week in found.minggu if mulai <= session.today())
    head = dict.fromkeys(("Hari", "Masuk", "Istirahat", "Pulang", "Jam kerja"), KIRI)
    table(
        head,
        [
            (HARI_NAMA[hari], clock(j.buka), f"{clock(j.rehat_mulai)} sampai {clock(j.rehat_selesai)}", clock(j.tutup),
             f"{j.menit // 60} jam {j.menit % 60} menit")
            for hari, j in sorted(week.items())
        ],
    )  # fmt: skip
    versions = kalender.hours(session.store(), session.unit())
    if versions:
        st.caption("Berlaku mulai: " + "; ".join(tanggal(mulai) for mulai, _ in versions) + ".")
    else:
        st.caption(plain(ANGGAPAN))
    if pengguna.may(Izin.PENGATURAN, session.unit()):
        _set_hours(pengguna)


def holidays(pengguna: Pengguna, tahun: int) -> None:
    """The days off of a tahun, and the ways to change them."""
    store, unit = session.store(), session.unit()
    st.subheader(f"Hari libur {tahun}")
    days = kalender.holidays(store, unit, tahun)
    estimated = sum(d.perkiraan for d in days)
    if not days:
        st.info(f"Kalender {tahun} belum memuat hari libur. Hanya Sabtu dan Minggu yang tidak dihitung.")
    else:
        st.markdown(f"**{len(days)} hari**" + (f", {estimated} di antaranya perkiraan" if estimated else ""))
        table(dict.fromkeys(("Tanggal", "Hari libur", "Jenis"), KIRI), [_day(d) for d in days])
    if not kalender.is_filled(store, unit, tahun) and days:
        st.caption("Daftar nasional bawaan; belum dicatat sebagai kalender kantor. Sabtu dan Minggu selalu libur.")
    if pengguna.may(Izin.PENGATURAN, unit):
        _fill(pengguna, tahun)
        _add(pengguna, tahun)
        _remove(pengguna, days)


# ---------------------------------------------------------------- inside


def _day(one: Libur) -> tuple[str, ...]:
    guess = " :orange-badge[? perkiraan]" if one.perkiraan else ""
    day = f"{HARI_NAMA[one.tanggal.isoweekday()]}, {tanggal(one.tanggal)}"
    return firm(day), f"{plain(one.nama)}{guess}", JENIS_NAMA[one.jenis]


def _fill(pengguna: Pengguna, tahun: int) -> None:
    label = "Perbarui dari daftar nasional" if kalender.is_filled(session.store(), session.unit(), tahun) else (
        f"Catat daftar nasional {tahun}"
    )  # fmt: skip
    if st.button(label, icon=":material/event_available:"):
        with isian.told():
            changed = kalender.fill_year(session.store(), pengguna, session.unit(), tahun)
            session.saved(f"{changed} hari dicatat." if changed else "Kalender sudah sama dengan daftar nasional.")


def _add(pengguna: Pengguna, tahun: int) -> None:
    with st.expander("Tambah atau tetapkan hari libur"), st.form("libur_baru", border=False):
        left, right = st.columns(2)
        hari = left.date_input(
            "Tanggal", date(tahun, 1, 1), date(tahun, 1, 1), date(tahun, 12, 31), format=TANGGAL, key=f"libur_{tahun}"
        )
        jenis = right.selectbox("Jenis", list(JENIS_NAMA), 2, format_func=JENIS_NAMA.__getitem__)
        nama = left.text_input("Nama hari libur")
        alasan = right.text_input("Dasar (wajib)", placeholder="nomor surat edaran atau keputusan")
        st.caption("Hari yang sudah ada diganti nama dan jenisnya; tanda perkiraannya hilang.")
        if st.form_submit_button("Simpan hari libur", type="primary"):
            with isian.told():
                kalender.add_holiday(
                    session.store(), pengguna, session.unit(), Libur(hari, nama.strip(), jenis), alasan
                )
                session.saved(f"{tanggal(hari)} tercatat sebagai hari libur.")


def _remove(pengguna: Pengguna, days: Sequence[Libur]) -> None:
    if not days:
        return
    with st.expander("Jadikan hari kerja"), st.form("libur_hapus", border=False):
        one = st.selectbox("Hari libur", days, format_func=lambda d: f"{tanggal(d.tanggal)}: {d.nama}")
        alasan = st.text_input("Dasar (wajib)", placeholder="nomor surat edaran atau keputusan")
        if st.form_submit_button("Jadikan hari kerja") and one is not None:
            with isian.told():
                kalender.remove_holiday(session.store(), pengguna, session.unit(), one.tanggal, alasan)
                session.saved(f"{tanggal(one.tanggal)} menjadi hari kerja.")


def _set_hours(pengguna: Pengguna) -> None:
    """One pattern for Senin to Kamis, one for Jumat: what decrees on working hours tell apart."""
    with st.expander("Ubah jam kerja"), st.form("jam_kerja", border=False):
        mulai = st.date_input("Berlaku mulai", session.today(), format=TANGGAL)
        monday, friday = _ask_day("Senin sampai Kamis", 1), _ask_day("Jumat", 5)
        alasan = st.text_input("Dasar (wajib)", placeholder="misalnya surat edaran jam kerja bulan Ramadan")
        if st.form_submit_button("Simpan jam kerja", type="primary"):
            with isian.told():
                week = {1: monday, 2: monday, 3: monday, 4: monday, 5: friday}
                kalender.set_hours(session.store(), pengguna, session.unit(), mulai, week, alasan)
                session.saved(f"Jam kerja baru berlaku mulai {tanggal(mulai)}.")


def _ask_day(label: str, hari: int) -> JamKerja:
    jam, fields = JAM_BAWAAN[hari], ("Masuk", "Mulai istirahat", "Selesai istirahat", "Pulang")
    st.markdown(f"**{label}**")
    asked = []
    values = (jam.buka, jam.rehat_mulai, jam.rehat_selesai, jam.tutup)
    for column, name, menit in zip(st.columns(4), fields, values, strict=True):
        picked = column.time_input(name, time(menit // 60, menit % 60), step=900, key=f"jam_{hari}_{name}")
        asked.append(picked.hour * 60 + picked.minute)
    return JamKerja(asked[0], asked[3], asked[1], asked[2])
