"""What is told on the screens when somebody else could sign in as the holder of an account."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from lakip.akses import Pengguna
from lakip.akun import kabar
from lakip.formatting import waktu
from lakip.ui import session
from lakip.ui.panel_tanda import plain

Row = Mapping[str, Any]


def own(pengguna: Pengguna) -> None:
    """On every screen, until its holder says that he knows: what was done to this account."""
    rows = [r for r in _waiting(pengguna) if r["akun"] == pengguna.akun]
    _told(pengguna, rows, "Bila Anda tidak memintanya, beri tahu Camat atau Sekcam.", "kabar_sendiri")


def others(pengguna: Pengguna) -> None:
    """For Camat, Sekcam and peninjau: whose account an admin could have used. Its holder has to have asked for it."""
    rows = [r for r in _waiting(pengguna) if r["akun"] != pengguna.akun]
    _told(pengguna, rows, "Tanyakan kepada pemegangnya bila ia tidak memintanya.", "kabar_lain")


# ---------------------------------------------------------------- inside


def _waiting(pengguna: Pengguna) -> list[dict[str, Any]]:
    return kabar.waiting(session.store(), pengguna, session.unit()).to_dicts()


def _told(pengguna: Pengguna, rows: Sequence[Row], then: str, key: str) -> None:
    if not rows:
        return
    lines = "\n\n".join(_line(r, pengguna) for r in rows)
    with st.container(key=key):
        st.warning(f"{lines}\n\n{then}", icon=":material/lock:")
        if st.button("Sudah saya ketahui", key=f"{key}_tahu"):
            kabar.know(session.store(), pengguna, session.unit(), [r["nomor"] for r in rows])
            session.saved("Tercatat bahwa Anda mengetahuinya.")


def _line(row: Row, pengguna: Pengguna) -> str:
    whose = "akun Anda" if row["akun"] == pengguna.akun else f"akun {row['nama']} ({row['akun']})"
    done = "dihapus" if row["perbuatan"].startswith("menghapus") else "diganti"
    by = f"{row['oleh_nama']} ({row['oleh']})"
    return plain(
        f"{kabar.SEBUTAN.get(row['perbuatan'], row['perbuatan'])} {whose} {done} oleh {by}, {waktu(row['pada'])}."
    )
