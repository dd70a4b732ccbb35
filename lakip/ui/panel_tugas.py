"""Panels of the page Tugas: what can be done now, and what still waits for others."""

from collections.abc import Sequence

import streamlit as st

from lakip.formatting import tanggal, waktu
from lakip.tugas import Tugas
from lakip.ui.panel_tanda import PAGES, plain

IKON = {
    "1_unggah.py": ":material/upload_file:",
    "7_alur.py": ":material/task_alt:",
    "periode.py": ":material/timeline:",
    "disposisi.py": ":material/outbox:",
    "sosialisasi.py": ":material/groups:",
    "cadangan.py": ":material/inventory_2:",
}


def listed(tasks: Sequence[Tugas], lain: bool = False) -> None:
    """`lain`: something else on the screen waits for whoever is looking."""
    now, later = [t for t in tasks if not t.tertahan], [t for t in tasks if t.tertahan]
    if not tasks and not lain:
        st.success("Tidak ada tugas yang menunggu Anda.", icon=":material/check:")
    for one in now:
        _card(one)
    if later:
        st.subheader("Menunggu yang lain")
        for one in later:
            _card(one)


def _card(one: Tugas) -> None:
    with st.container(border=True):
        st.page_link(
            PAGES / one.halaman, label=one.apa, icon=IKON.get(one.halaman, ":material/chevron_right:"),
            query_params=one.alamat,
        )  # fmt: skip
        said = [f"sejak {waktu(one.sejak)}"] if one.sejak else []
        if one.sampai:
            word = "batas" if one.halaman in ("1_unggah.py", "7_alur.py") else "tenggat"  # a kiriman has a batas
            until = f"{word} {tanggal(one.sampai)}"
            said.append(f"**{one.terlambat}** ({until})" if one.terlambat else until)
        if said:
            st.caption(" · ".join(said))
        if one.catatan:
            st.caption(f":material/chat: {plain(one.catatan)}")
        for before in one.tertahan:
            st.caption(f":material/hourglass_empty: {plain(before)}")
