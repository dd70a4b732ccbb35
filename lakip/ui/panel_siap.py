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


def listed(pengguna: Pengguna) -> bool:
    """Each thing with whether it is there: a link for who sees to it, a word about who does for the others.

    Returns whether something of it waits for this person.
    """
    found = persiapan.needs(session.store(), session.unit(), session.today())
    if not found:
        return False
    done = sum(one.selesai for one in found)
    with st.container(border=True):
        st.subheader("Menyiapkan kantor")
        st.caption(
            f"{done} dari {len(found)} selesai. Kerjakan dari atas; yang bertanda “boleh menyusul” tidak menahan draf "
            "pertama."
        )
        for one in found:
            _line(pengguna, one)
    return any(not one.selesai and pengguna.may(one.izin, session.unit()) for one in found)


# ---------------------------------------------------------------- inside


def _line(pengguna: Pengguna, one: Perlu) -> None:
    later = " :small[:gray[boleh menyusul]]" if one.boleh_nanti else ""
    if one.selesai:
        st.markdown(f":green[✓] :gray[{plain(one.apa)}: sudah]")
    elif pengguna.may(one.izin, session.unit()):
        with st.container(horizontal=True, vertical_alignment="center"):
            icon = ":material/chevron_right:"
            st.page_link(PAGES / one.halaman, label=one.apa, icon=icon, query_params=one.alamat)
            if later:
                st.markdown(later)
    else:
        st.markdown(f":gray[○ {plain(one.apa)}, oleh {plain(holders(one.izin))}]{later}")
