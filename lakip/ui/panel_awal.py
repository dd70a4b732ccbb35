"""What a screen says while the year has no indikator yet: what to do next, and the way there."""

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.ui import session
from lakip.ui.panel_tanda import page_link


def no_indikator(pengguna: Pengguna, tahun: int) -> None:
    """The next step for this pengguna; who cannot take it reads who can."""
    unit = session.unit()
    said = f"Belum ada indikator untuk tahun {tahun}."
    if not pengguna.may(Izin.RENCANA, unit):
        st.info(
            f"{said} Kasubbag Perencanaan atau admin mengisinya di halaman Rencana dan indikator; pilih tahun lain "
            "bila perlu."
        )
        return
    st.info(
        f"{said} Unduh formulir Rencana Aksi di halaman Rencana dan indikator, isi sasaran, indikator, dan targetnya, "
        "lalu unggah kembali. Sesudah itu setiap bagian dapat mengunggah realisasinya."
    )
    page_link("0_acuan.py", "Isi sasaran, indikator, dan target", ":material/flag:", tahun, "TH")
    if pengguna.may(Izin.PENGATURAN, unit):
        page_link("8_pengaturan.py", "Catat pejabat, buat akun staf dan Kasi", ":material/settings:", tahun, "TH")
