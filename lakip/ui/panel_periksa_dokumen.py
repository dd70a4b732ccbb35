"""The parts of the page Periksa dokumen: the file, what was found, and each figure that differs."""

from collections.abc import Sequence

import streamlit as st

from lakip.akses import Pengguna
from lakip.export import kata_periksa, periksa_dokumen, word
from lakip.export.beda_angka import Beda
from lakip.export.periksa_dokumen import Hasil
from lakip.ui import session
from lakip.ui.panel_tanda import KIRI, plain, table

KOLOM = {"Kode": KIRI, "Semula": KIRI, "Menjadi": KIRI, "Letak": KIRI}
BATAS = 200  # rows of a table on the screen; the command line tells all


def pick() -> bytes | None:
    file = st.file_uploader(
        "Dokumen Word (.docx)", ["docx"], max_upload_size=word.MAX_BYTES // 1_000_000, key="periksa_dokumen"
    )
    return None if file is None else file.getvalue()


def found(pengguna: Pengguna, content: bytes) -> None:
    with st.spinner("Memeriksa dokumen …"):
        hasil = periksa_dokumen.check(session.store(), pengguna, session.unit(), content)
    _verdict(hasil)
    for line in kata_periksa.origin(hasil):
        st.markdown(plain(line))
    for judul, rows in kata_periksa.groups(hasil):
        _differences(judul, rows)
    st.caption(kata_periksa.HANYA_BERTANDA)


# ---------------------------------------------------------------- inside


def _verdict(hasil: Hasil) -> None:
    text = plain(kata_periksa.verdict(hasil))
    if hasil.utuh:
        st.success(text, icon=":material/verified:")
    elif hasil.asal is not None and not (hasil.salah or hasil.disunting or hasil.hilang):
        st.warning(text, icon=":material/update:")
    else:
        st.error(text, icon=":material/gpp_bad:")


def _differences(judul: str, rows: Sequence[Beda]) -> None:
    st.subheader(f"{judul} ({len(rows)})")
    table(KOLOM, [_row(beda) for beda in rows[:BATAS]])
    if len(rows) > BATAS:
        st.caption(f"Ditampilkan {BATAS} dari {len(rows)}; perintah “periksa-dokumen” menyebut semuanya.")


def _row(beda: Beda) -> tuple[str, ...]:
    old, new = (plain(kata_periksa.shown(teks)) for teks in (beda.lama, beda.baru))
    return f"`{beda.kode}`", old, new, plain(beda.tempat)
