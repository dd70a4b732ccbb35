"""What one typed and has not saved, on the first screen: on another day nobody remembers where."""

from urllib.parse import quote

import streamlit as st

from lakip.akses import Pengguna
from lakip.formatting import waktu
from lakip.ui import session
from lakip.ui.panel_tanda import plain


def waiting(pengguna: Pengguna) -> None:
    """Each screen where something waits, as a link; nothing when nothing does."""
    kept = session.drafts(pengguna)
    last = {(one.judul, one.alamat): one for one in kept}
    lines = [
        f"- [{plain(judul)}]({quote(alamat, safe='/?&=%+')}), diketik {plain(waktu(one.pada))}"
        for (judul, alamat), one in last.items()
    ]
    if lines:
        st.info("\n".join(["Sudah diketik dan belum disimpan:", *lines]), icon=":material/edit_note:")
