"""Figures under their target that say neither kendala nor tindak lanjut: counted, each a way to where it is typed."""

from collections.abc import Sequence

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.formatting import persen
from lakip.narasi.kendala import BelumDiurai
from lakip.ui import session
from lakip.ui.panel_tanda import firm, plain, type_link


def notice(pengguna: Pengguna, rows: Sequence[BelumDiurai], tahun: int, triwulan: int, kapan: str) -> None:
    """What is still to be told, and until when (`kapan`); nothing without any."""
    if not rows:
        return
    lines = "\n".join(f"- {_line(pengguna, one, tahun, triwulan)}" for one in rows)
    st.warning(
        f"{len(rows)} angka di bawah target belum menyebut kendala atau tindak lanjutnya. {kapan}\n\n{lines}",
        icon=":material/edit_note:",
    )


def _line(pengguna: Pengguna, one: BelumDiurai, tahun: int, triwulan: int) -> str:
    said = f"{plain(one.nama)} ({firm(plain(persen(one.capaian_persen)))}): {plain(one.kata)}"
    if not pengguna.may(Izin.UNGGAH, session.unit(), one.bagian):
        return f"{firm(plain(one.kode))} {said}"
    return f"{type_link(f'Tulis {one.kode}', one.kode, one.bagian, tahun, triwulan)} {said}"
