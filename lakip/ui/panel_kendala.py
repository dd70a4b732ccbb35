"""Figures under their target that say neither kendala nor tindak lanjut: asked for at upload, counted afterwards, each
a way to where it is typed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from lakip import rekap
from lakip.akses import Izin, Pengguna
from lakip.formatting import persen
from lakip.narasi import kendala
from lakip.narasi.kendala import BelumDiurai
from lakip.realisasi import TEKS, Realisasi
from lakip.rekap import Perubahan
from lakip.ui import session
from lakip.ui.panel_tanda import firm, plain, type_link
from lakip.unggah.realisasi.baca import Hasil
from lakip.validasi import MAKS_TEKS

DITANYA = 12  # figures asked about beside one file; more are quicker written in it
LABEL = {"faktor_penghambat": "Kendala", "tindak_lanjut": "Tindak lanjut"}


def ask(hasil: Hasil, per: date) -> None:
    """Fields for what the file does not tell of its figures under their target; each may stay empty until later."""
    rows = rekap.outcome(session.store(), hasil.unit, hasil.tahun, hasil.triwulan, hasil.perubahan, per)
    said = {one.kode: vars(one.baru) for one in hasil.perubahan}
    found = kendala.of(rows.iter_rows(named=True), lambda kode: said[kode].get)
    if not found:
        return
    with st.container(border=True):
        st.markdown(f"**{len(found)} angka di bawah target: tulis kendala dan tindak lanjutnya, atau nanti**")
        st.caption(
            "Laporan menanyakannya. Yang dikosongkan dapat ditulis kemudian di Unggah › Ketik satu angka, sebelum "
            "periodenya direkap; Kiriman menghitungnya."
        )
        for one in found[:DITANYA]:
            st.markdown(f"{firm(plain(one.kode))} {plain(one.nama)} ({firm(plain(persen(one.capaian_persen)))})")
            for name, cell in zip(one.kolom, st.columns(len(one.kolom)), strict=True):
                cell.text_input(
                    f"{LABEL[name]} {one.kode}", key=_place(hasil, one.kode, name), max_chars=MAKS_TEKS,
                    placeholder=f"{LABEL[name]}, atau kosongkan: nanti", label_visibility="collapsed",
                )  # fmt: skip


def with_typed(hasil: Hasil) -> Hasil:
    """The file with what was typed beside it."""
    return replace(hasil, perubahan=tuple(_with_typed(hasil, one) for one in hasil.perubahan))


def _with_typed(hasil: Hasil, one: Perubahan) -> Perubahan:
    texts = {n: str(session.widget_values((_place(hasil, one.kode, n), ""))[0]).strip() for n in LABEL}
    typed = {n: text for n, text in texts.items() if text and not getattr(one.baru, n)}
    fields = tuple(dict.fromkeys((*one.bidang, *(n for n in TEKS if n in typed))))
    kept = vars(one.baru) | typed
    return replace(one, baru=Realisasi(**kept), bidang=fields) if typed else one


def _place(hasil: Hasil, kode: str, name: str) -> str:
    return f"{name} {hasil.sha256} {kode}"


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
