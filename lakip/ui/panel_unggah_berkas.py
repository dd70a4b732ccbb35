"""Where an upload begins: a file chosen, or rows copied out of Excel and pasted into a box."""

from dataclasses import dataclass

import streamlit as st

from lakip.unggah.berkas import JENIS
from lakip.unggah.berkas.buku import TEMPELAN

MAKS_MB = 10
MAKS_TEMPEL = 500_000  # characters
CARA_TEMPEL = (
    "Sorot tabelnya di Excel beserta judul kolomnya, salin (Ctrl+C), lalu tempel di kotak ini (Ctrl+V). "
    "Dibaca seperti berkas, dan diperlihatkan dahulu sebelum ada yang disimpan."
)


@dataclass(frozen=True)
class Berkas:
    """What was handed in."""

    nama: str
    content: bytes


def pick(label: str, key: str) -> Berkas | None:
    """The file chosen, or else what was pasted; None while there is neither."""
    file = st.file_uploader(label, type=list(JENIS), max_upload_size=MAKS_MB, key=key)
    st.caption(
        f"Excel, LibreOffice, CSV, atau tempelan. Paling besar {MAKS_MB} MB. Belum ada yang disimpan sebelum Anda "
        "menekan Simpan."
    )
    text = _pasted(label, key)
    if file is not None:
        if text:
            st.caption(
                "Ada berkas dan ada tempelan; yang dibaca berkasnya. Keluarkan berkasnya untuk membaca tempelannya."
            )
        return Berkas(file.name, file.getvalue())
    return Berkas(TEMPELAN, text.encode()) if text else None


def _pasted(label: str, key: str) -> str:
    """The box that works where a browser gives a page no clipboard: over http, by the name of the computer."""
    box = st.expander("Tempel tabel dari Excel", icon=":material/content_paste:")
    with box, st.form(f"tempel {key}", border=False):
        st.caption(CARA_TEMPEL)
        text = st.text_area(f"Tempelan: {label}", height=120, max_chars=MAKS_TEMPEL, key=f"tempelan {key}",
                            label_visibility="collapsed", placeholder="Tempel di sini")  # fmt: skip
        st.form_submit_button("Baca tempelan", icon=":material/table_view:")
    return str(text) if text.strip() else ""
