"""The papers beside a report: recap and Formulir E.81 as Excel, the rapor of each bagian as Word and PDF."""

import streamlit as st

from lakip.akses import Pengguna
from lakip.export import e81, rapor, rekap_excel
from lakip.periode import PERIODE, Periode
from lakip.ui import panel_pratinjau, session, widgets


def papers(pengguna: Pengguna, tahun: int, periode: Periode) -> None:
    """For the periode that is picked; E.81 and rapor are of its last triwulan."""
    store, unit, per = session.store(), session.unit(), session.today()
    triwulan = periode.triwulan[-1]
    last = f"TW{triwulan}"
    with st.container(border=True):
        st.markdown(f"**Rekap capaian {periode.label(tahun)}**")
        st.caption("Target, realisasi, capaian, dan kategori setiap triwulan dan lipatannya; rata-rata; kelengkapan.")
        widgets.download(
            "Unduh rekap", lambda: rekap_excel.build(store, pengguna, unit, tahun, periode.kode, per),
            f"rekap_{tahun}_{periode.kode}.xlsx", widgets.XLSX, key="unduh_rekap",
        )  # fmt: skip
    with st.container(border=True):
        st.markdown(f"**Formulir E.81 s.d. {PERIODE[last].nama}**")
        st.caption("Evaluasi hasil Renja menurut Permendagri 86/2017: kinerja (K) dan rupiah (Rp), kertas A3.")
        widgets.download(
            "Unduh E.81", lambda: e81.build(store, pengguna, unit, tahun, triwulan, per), f"e81_{tahun}_{last}.xlsx",
            widgets.XLSX, key="unduh_e81",
        )  # fmt: skip
    with st.container(border=True):
        st.markdown(f"**Rapor kinerja {PERIODE[last].nama} per bagian**")
        st.caption("Satu halaman setiap bagian, dengan ketepatan waktu kiriman, bukti dukung, dan catatan pimpinan.")
        name = rapor.file_name(tahun, triwulan)
        with st.container(horizontal=True):

            def build() -> bytes:
                return rapor.build(store, pengguna, unit, tahun, triwulan, per, None)

            widgets.download("Unduh rapor", build, name, widgets.DOCX, key="unduh_rapor")

            def look() -> bytes:
                return rapor.KIND.look(store, unit, tahun, triwulan=triwulan, per=per, hari=None)

            panel_pratinjau.pdf_button(look, name, "rapor")
        panel_pratinjau.preview(look, "rapor")
