"""The parts of the dashboard, each drawn from the one Dasbor it is given."""

from collections.abc import Callable, Sequence

import polars as pl
import streamlit as st

from lakip import grafik
from lakip.akses import Izin
from lakip.dasbor import Dasbor, Keputusan
from lakip.formatting import angka, waktu
from lakip.pengaturan import Kategori
from lakip.ui import panel_tanda, session, widgets


def headline(data: Dasbor) -> None:
    """The verdict and the four tiles."""
    st.markdown(f"**{panel_tanda.plain(data.putusan.pokok)}** {panel_tanda.plain(data.putusan.lanjutan)}")
    with st.container(horizontal=True, key="angka"):
        for one in (data.ubin.rata, data.ubin.indikator, data.ubin.anggaran, data.ubin.kiriman):
            st.metric(one.judul, one.angka, one.keterangan, delta_color="off", delta_arrow="off", border=True)


def attention(found: Keputusan) -> None:
    """What needs a decision; its title leads to where it is looked at."""
    st.subheader("Perlu perhatian")
    for item in (*found.hal, *found.lain):
        st.page_link(
            panel_tanda.PAGES / (item.halaman or "7_alur.py"), label=panel_tanda.plain(item.apa),
            query_params=dict(item.alamat),
        )  # fmt: skip
        st.caption(panel_tanda.plain(f"{item.mengapa} {item.sejak}"))


def completeness(kelengkapan: pl.DataFrame) -> None:
    """Every bagian by quarter; `kelengkapan` as in Dasbor."""
    if kelengkapan.is_empty():
        st.caption("Belum ada target triwulan untuk tahun ini.")
        return
    widgets.show_chart(grafik.spec(grafik.kelengkapan, kelengkapan, palette()))
    seen = set(kelengkapan["keadaan"])
    words: dict[str, list[str]] = {}
    for keadaan, (_, ikon, kata) in grafik.KELENGKAPAN.items():
        if keadaan in seen:
            words.setdefault(ikon, []).append(kata)
    st.caption(" · ".join(f"{ikon} {' atau '.join(kata)}" for ikon, kata in words.items()))


def pickable(draw: Callable[..., grafik.Chart], frame: pl.DataFrame, skala: Sequence[Kategori], data: Dasbor) -> None:
    """A chart whose indikator open their cards when clicked."""
    chart = grafik.spec(draw, frame, skala, palette(), klik=True)
    picked = widgets.show_chart(chart, key=draw.__name__, on_select="rerun")
    rows = picked["selection"].get(grafik.PILIH) or []
    if rows:
        panel_tanda.open_card(rows[0]["kode"], data.tahun, data.periode)


def trend(frame: pl.DataFrame) -> None:
    """Target and realisasi of one indikator over the years; `frame` as kartu.trend gives it."""
    if frame.is_empty():
        st.caption("Indikator ini belum mempunyai target tahunan.")
        return
    widgets.show_chart(grafik.spec(grafik.tren, frame, palette()))


def stamp(data: Dasbor, tahun_label: str) -> None:
    """What is shown, as of when, how complete."""
    saved = f"tersimpan {waktu(data.terbaru)}" if data.terbaru else "belum ada data"
    widgets.stamp(tahun_label, data.per, *widgets.filled(data.indikator), saved)


@st.fragment(run_every=5)
def follow(seen: int) -> None:
    """Show the page anew once anything was saved after `seen`, the version the page was drawn from."""
    session.require(Izin.LIHAT, sendiri=False)
    if session.store().version != seen:
        st.rerun(scope="app")


def palette() -> grafik.Palet:
    return grafik.GELAP if session.is_dark() else grafik.TERANG


def scale_caption(skala: tuple[Kategori, ...]) -> str:
    """The scale in words: "Sangat Tinggi di atas 90 · ... · Sangat Rendah 50 ke bawah"."""
    last = skala[-2].di_atas if len(skala) > 1 else None
    words = (
        f"{k.ikon} {k.nama} " + (f"di atas {angka(k.di_atas)}" if k.di_atas is not None else f"{angka(last)} ke bawah")
        for k in skala
    )
    return " · ".join(words)
