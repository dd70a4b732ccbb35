"""Panels of the page Jejak: what to look for, the acts found, whether the chain holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from lakip import jejak
from lakip.formatting import angka, waktu
from lakip.ui import session
from lakip.ui.panel_tanda import KIRI, firm, plain, table

MUAT = 4  # so many details of an act are shown in its row; the rest is counted


def ask(dari: date, sampai: date) -> tuple[str, Sequence[date]]:
    """The words and the days asked for; one day only while the second is being picked.

    Opened with `?cari=` in the address, it looks for that among all days.
    """
    asked = st.query_params.get("cari", "")
    left, right = st.columns([2, 1])
    kata = left.text_input("Cari", asked, placeholder="akun, perbuatan, kode indikator, atau angka", key="jejak_kata")
    days = right.date_input(
        "Tanggal", (jejak.DARI if asked else dari, sampai), format="DD/MM/YYYY", min_value=jejak.DARI,
        max_value=sampai, key="jejak_hari",
    )  # fmt: skip
    return kata, days


def found(rows: pl.DataFrame, kata: str) -> None:
    if rows.is_empty():
        about = f" yang memuat “{plain(kata)}”" if kata.strip() else ""
        st.info(f"Tidak ada perbuatan{about} pada tanggal itu. Ubah kata atau tanggalnya.")
        return
    more = " terbaru; persempit kata atau tanggalnya untuk yang lain" if rows.height == jejak.BATAS else ""
    st.markdown(f"**{rows.height} perbuatan**{more}")
    table(
        dict.fromkeys(("Kapan, oleh", "Perbuatan", "Rincian"), KIRI),
        [_line(row, kata.strip().lower()) for row in rows.iter_rows(named=True)],
    )


def _line(row: Mapping[str, Any], kata: str) -> tuple[str, ...]:
    said = sorted(jejak.tell(row["rincian"]), key=lambda part: kata not in part.lower())
    rest = f"; dan {len(said) - MUAT} lainnya" if len(said) > MUAT else ""
    about = row["objek"].removeprefix(f"{session.unit()}/").replace("/", " ").replace(":", " ")
    return (
        f"{plain(waktu(row['pada']))}, **{plain(row['oleh'])}** :gray[no. {firm(angka(row['nomor']))}]",
        f"{plain(row['perbuatan'])} :gray[{plain(about)}]",
        plain("; ".join(said[:MUAT]) + rest),
    )


def chain(wrong: Sequence[str]) -> None:
    """Whether the trail is whole."""
    if wrong:
        st.error("Rantai jejak terputus: " + plain(" ".join(wrong[:5])), icon=":material/link_off:")
    else:
        st.caption(":material/link: Rantai jejak utuh: tidak ada baris yang diubah, disisipkan, atau dihapus.")
