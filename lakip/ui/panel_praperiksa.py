"""The check before a report is final: what is missing first, each with the way to where it is mended."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from lakip.praperiksa import KATA, Butir, Hasil, summary
from lakip.ui import halaman
from lakip.ui.panel_tanda import KIRI, firm, page_link, plain, table

TANDA = {
    Hasil.KURANG: f":red-badge[:material/close: {KATA[Hasil.KURANG]}]",
    Hasil.TIDAK_DAPAT: f":gray-badge[:material/visibility: {KATA[Hasil.TIDAK_DAPAT]}]",
    Hasil.TERPENUHI: f":green-badge[:material/check: {KATA[Hasil.TERPENUHI]}]",
}


def standing(found: Sequence[Butir]) -> None:
    """The count in one line."""
    said = f"{summary(found).capitalize()}."
    if any(b.hasil is Hasil.KURANG for b in found):
        st.warning(said, icon=":material/rule:")
    else:
        st.success(said, icon=":material/check:")
    st.caption("Yang diminta peraturan dan LKE. Apa yang menahan laporan menjadi final disebut di halaman Laporan.")


def missing(found: Sequence[Butir], tahun: int, periode: str) -> None:
    """What is missing, under the page that mends it."""
    pages = {h.berkas: h for h in halaman.HALAMAN}
    open_ = sorted((b for b in found if b.hasil is Hasil.KURANG), key=lambda b: b.jawaban.halaman)
    if not open_:
        return
    st.subheader("Yang perlu dilengkapi")
    for berkas, group in groupby(open_, key=lambda b: b.jawaban.halaman):
        with st.container(border=True, gap="small"):
            st.markdown("\n".join(f"- **{plain(b.syarat.judul)}.** {plain(b.bukti)}" for b in group))
            if page := pages.get(berkas):
                page_link(berkas, f"Buka {page.judul}", page.ikon, tahun, periode)


def listed(found: Sequence[Butir]) -> None:
    """Every requirement with its source, as an evaluator reads it."""
    st.subheader("Semua persyaratan")
    head = {"Kode": KIRI, "Yang diminta": KIRI, "Hasil": KIRI, "Bukti": KIRI, "Sumber": KIRI}
    table(
        head,
        [
            (firm(plain(b.syarat.kode)), plain(b.syarat.judul), TANDA[b.hasil], plain(b.bukti), plain(b.syarat.sumber))
            for b in found
        ],
    )
    st.caption("“Perlu dilihat” berarti tidak dapat diperiksa dari catatan aplikasi: seseorang harus membacanya.")
