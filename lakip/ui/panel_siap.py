"""What a new office still needs, on its Tugas; and the next step of whoever has just saved something."""

import streamlit as st

from lakip import persiapan
from lakip.akses import Pengguna, holders
from lakip.persiapan import Perlu
from lakip.ui import session
from lakip.ui.panel_tanda import PAGES, plain
from lakip.ui.session import Lanjut


def next_step(pengguna: Pengguna) -> Lanjut:
    """Of a new office the next thing it needs from this person, of any other the list of what waits for him."""
    if one := persiapan.next_for(session.store(), pengguna, session.unit(), session.today()):
        return Lanjut(one.halaman, f"Berikutnya: {one.apa}", one.alamat)
    return Lanjut("tugas.py", "Lihat tugas berikutnya")


def listed(pengguna: Pengguna) -> None:
    """Each thing with whether it is there: a link for who sees to it, a word about who does for the others."""
    found = persiapan.needs(session.store(), session.unit(), session.today())
    if not found:
        return
    done = sum(one.selesai for one in found)
    with st.container(border=True):
        st.subheader("Menyiapkan kantor")
        st.caption(
            f"{done} dari {len(found)} selesai. Kerjakan dari atas; yang bertanda “boleh menyusul” tidak menahan draf "
            "pertama."
        )
        for one in found:
            _line(pengguna, one)


# ---------------------------------------------------------------- inside


def _line(pengguna: Pengguna, one: Perlu) -> None:
    later = " :small[:gray[boleh menyusul]]" if one.boleh_nanti else ""
    if one.selesai:
        st.markdown(f":green[:material/check_circle:] :gray[{plain(one.apa)}: sudah]")
    elif pengguna.may(one.izin, session.unit()):
        with st.container(horizontal=True, vertical_alignment="center"):
            icon = ":material/radio_button_unchecked:"
            st.page_link(PAGES / one.halaman, label=one.apa, icon=icon, query_params=one.alamat)
            if later:
                st.markdown(later)
    else:
        st.markdown(
            f":gray[:material/radio_button_unchecked: {plain(one.apa)}, oleh {plain(holders(one.izin))}]{later}"
        )
