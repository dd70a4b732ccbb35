"""A grid whose typed cells stay until they are saved, whoever saves what meanwhile and wherever one looked in between,
in another tab or after signing in again too.

It is drawn under a key that tells what it shows; under another key it is drawn with what was typed before. Columns are
texts, read by `lakip.unggah.tabel.ketikan`: Streamlit's own number columns read 4.500.000,00 as 450000000.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from lakip.ui import session

BERUBAH = (
    "Belum disimpan. Orang lain baru saja menyimpan {apa}. Ketikan Anda masih ada; periksa bersama yang tercatat "
    "sekarang, lalu tekan Simpan sekali lagi."
)


@dataclass(frozen=True)
class Draf:
    """What is typed into one grid and not saved yet.

    Attributes:
        putaran: how often it was drawn anew on purpose.
        dasar: the typed cells that the grid was drawn with; they are part of its data.
        isi: all typed cells as of the last run; what they are keyed by, the grid knows.
        dilihat: the record that the person last saw beside them.
        pesan: what the last paste left out.
    """

    putaran: int = 0
    dasar: Mapping[Any, Any] = field(default_factory=dict)
    isi: Mapping[Any, Any] = field(default_factory=dict)
    dilihat: Any = None
    pesan: tuple[str, ...] = ()


def opened(nama: str, tampak: object) -> tuple[Draf, str]:
    """The draft of a grid, and the key to draw it with. `tampak`: what may not change under the same key."""
    draf: Draf = session.kept(_place(nama), Draf())
    key = f"{nama} {hashlib.sha256(repr(tampak).encode()).hexdigest()[:12]} {draf.putaran}"
    is_drawn = session.widget_values((key, None))[0] is not None
    return (draf if is_drawn else replace(draf, dasar=draf.isi)), key


def keep(nama: str, draf: Draf, isi: Mapping[Any, Any], tercatat: Any) -> Draf:
    """Remember what the grid says now, beside the record as it is shown now.

    Returns the draft as it is at this run: its `dilihat` is what was on the screen when the person pressed.
    """
    session.keep(_place(nama), replace(draf, isi=isi, dilihat=tercatat))
    return replace(draf, isi=isi, dilihat=tercatat if draf.dilihat is None else draf.dilihat)


def renew(nama: str, draf: Draf, isi: Mapping[Any, Any] | None = None, pesan: tuple[str, ...] = ()) -> None:
    """Draw the grid anew at the next run, with these cells typed into it; without any, as recorded."""
    session.keep(_place(nama), Draf(draf.putaran + 1, isi=isi or {}, pesan=pesan))


def give_up(nama: str, draf: Draf) -> None:
    """The button that drops what is typed."""
    if st.button("Batalkan yang belum disimpan", icon=":material/undo:", key=f"batal {nama}"):
        renew(nama, draf)
        st.rerun()


# ---------------------------------------------------------------- inside


def _place(nama: str) -> str:
    return f"draf {nama}"
