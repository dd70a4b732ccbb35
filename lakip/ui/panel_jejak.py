"""Panels of the page Jejak: what to look for, the acts found, whether the chain holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from lakip import jejak, jejak_kata
from lakip.formatting import angka, waktu
from lakip.jejak_kata import Kamus
from lakip.ui import widgets
from lakip.ui.panel_tanda import KIRI, firm, plain, table

MUAT = 4  # so many details of an act are shown in its row; the rest is counted


PINTU = ("masuk", "keluar", "gagal masuk", "mengetik kode faktor kedua")  # who came and went; changes nothing


def ask(dari: date, sampai: date) -> tuple[str, Sequence[date], Sequence[str]]:
    """The words and the days asked for, one day only while the second is being picked; and the acts to leave out: those
    of the door, unless they are wanted or something is looked for.

    Opened with `?cari=` in the address, it looks for that among all days.
    """
    asked = st.query_params.get("cari", "")
    left, right = st.columns([2, 1])
    kata = left.text_input(
        "Cari", placeholder="nama, perbuatan, bagian, periode, indikator, atau angka", **widgets.in_address("cari"),
        help="Cari satu hal saja: nama atau akun, “membenarkan kiriman”, “Batu Piring”, “Triwulan I”, “IK-01”, nama "
        "berkas, kata dari alasannya, atau angka seperti tertulis di layar, misalnya 87,30.",
    )  # fmt: skip
    days = right.date_input(
        "Tanggal", (jejak.DARI if asked else dari, sampai), format="DD/MM/YYYY", min_value=jejak.DARI,
        max_value=sampai, **widgets.in_address("tanggal"),
    )  # fmt: skip
    door = st.toggle("Tampilkan juga masuk dan keluar", key="jejak_pintu")
    return kata, days, () if door or kata.strip() else PINTU


def found(rows: pl.DataFrame, kata: str, kamus: Kamus) -> None:
    if rows.is_empty():
        about = f" yang memuat “{plain(kata)}”" if kata.strip() else ""
        st.info(f"Tidak ada perbuatan{about} pada tanggal itu. Ubah kata atau tanggalnya.")
        return
    more = " terbaru; persempit kata atau tanggalnya untuk yang lain" if rows.height == jejak.BATAS else ""
    st.markdown(f"**{rows.height} perbuatan**{more}")
    table(
        dict.fromkeys(("Kapan, oleh", "Perbuatan", "Rincian"), KIRI),
        [_line(row, kata.strip().lower(), kamus) for row in rows.iter_rows(named=True)],
    )


def _line(row: Mapping[str, Any], kata: str, kamus: Kamus) -> tuple[str, ...]:
    told = jejak_kata.tell(row["rincian"], kamus, row["objek"])
    said = sorted(told, key=lambda part: kata not in part.lower())
    rest = f"; dan {len(said) - MUAT} lainnya" if len(said) > MUAT else ""
    own = row["objek"] == f"akun:{row['oleh']}"
    about = "" if own else plain(jejak_kata.about(row["objek"], kamus))
    who = plain(kamus["akun"].get(row["oleh"], row["oleh"]))
    return (
        f"{plain(waktu(row['pada']))}, **{who}** :gray[{firm('no. ' + angka(row['nomor']))}]",
        f"{plain(jejak_kata.act(row['perbuatan']))}" + (f" :gray[{about}]" if about else ""),
        plain("; ".join(said[:MUAT]) + rest),
    )


def chain(wrong: Sequence[str]) -> None:
    """Whether the trail is whole."""
    if wrong:
        st.error("Rantai jejak terputus: " + plain(" ".join(wrong[:5])), icon=":material/link_off:")
    else:
        st.caption(":material/link: Rantai jejak utuh: tidak ada baris yang diubah, disisipkan, atau dihapus.")
