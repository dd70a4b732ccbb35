"""The parts of the dashboard, each drawn from the one Dasbor it is given."""

from collections.abc import Callable, Sequence

import polars as pl
import streamlit as st

from lakip import grafik
from lakip.akses import Izin
from lakip.dasbor import Dasbor, Hitungan
from lakip.formatting import angka, persen, rupiah, waktu
from lakip.pengaturan import Kategori
from lakip.perhatian import Perhatian, Perubahan
from lakip.periode import PERIODE
from lakip.ui import panel_tanda, session, widgets

IKON = {
    "meleset": ":material/trending_down:",
    "dikembalikan": ":material/undo:",
    "terlambat": ":material/schedule:",
}


def headline(data: Dasbor) -> None:
    """Four figures and how many indikator stand where: what fits on one screen without scrolling."""
    rata, (terisi, berlaku) = data.rata, data.terisi
    batas = "" if rata.batas is None else f", batas {angka(rata.batas)}"
    with st.container(horizontal=True, key="angka"):
        _metric(f"Rata-rata capaian{batas}", persen(rata.dengan_batas), f"tanpa batas {persen(rata.tanpa_batas)}")
        _metric("Indikator Camat dinilai", f"{rata.dihitung} dari {rata.jumlah}", _not_judged(data))
        _metric("Data terisi", f"{terisi} dari {berlaku}", _unfinished(data))
        _metric("Serapan anggaran", *_budget(data))
    said = " ".join(_count(h) for h in data.hitungan)
    with st.container(gap="xxsmall"):
        st.markdown(f":small[:gray[{data.rata.jumlah} indikator Camat:] {said}]")
        if data.lalu:
            st.markdown(f":small[{_since(data)}]")


def attention(data: Dasbor) -> None:
    """What needs a decision; its title leads to the card of the indikator or to the kiriman."""
    st.subheader("Perlu perhatian")
    if not data.perhatian:
        st.caption("Tidak ada capaian di bawah 100 %, kiriman yang dikembalikan, atau kiriman yang terlambat.")
    with st.container(gap="xxsmall"):
        for item in data.perhatian:
            _item(item, data)
        if data.perhatian_lain:
            with st.expander(f"Masih ada {len(data.perhatian_lain)} hal lain"):
                for item in data.perhatian_lain:
                    _item(item, data)


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


# ---------------------------------------------------------------- inside


def _metric(label: str, value: str, below: str) -> None:
    st.metric(label, value, below, delta_color="off", delta_arrow="off", border=True, height="stretch")


def _count(hitungan: Hitungan) -> str:
    said = f"{hitungan.nama}: {hitungan.jumlah}"
    if not hitungan.dinilai or not hitungan.jumlah:
        return f":gray-badge[{hitungan.ikon} {said}]"
    return panel_tanda.chip(said, hitungan.ikon, hitungan.warna)


def _item(item: Perhatian, data: Dasbor) -> None:
    title, said = panel_tanda.plain(item.judul), panel_tanda.plain(item.isi)
    with st.container(gap=None):
        if item.kode:
            panel_tanda.card_button(title, item.kode, data.tahun, data.periode, IKON[item.jenis])
            said += f" ({panel_tanda.plain(item.bagian)})"
        elif item.kiriman:
            bagian, triwulan = item.kiriman
            panel_tanda.page_link("7_alur.py", title, IKON[item.jenis], data.tahun, f"TW{triwulan}", bagian)
        st.caption(said)


def _since(data: Dasbor) -> str:
    """What changed since the periode before: the average, and whose kategori is another."""
    lalu = data.lalu
    assert lalu is not None
    name = PERIODE[lalu.periode].nama
    if lalu.rata.dengan_batas is None:
        return f":gray[{name} belum dapat dibandingkan.]"
    return f":gray[Sejak {name} (rata-rata {persen(lalu.rata.dengan_batas)}):] " + (
        "; ".join(_moved(p, data) for p in lalu.berubah) or "tidak ada indikator Camat yang berpindah kategori"
    )


def _moved(change: Perubahan, data: Dasbor) -> str:
    way = "▲ naik" if change.naik else "▼ turun"
    link = panel_tanda.card_link(change.kode, data.tahun, data.periode)
    return f"{link} {way} dari {panel_tanda.plain(change.dari)} ke {panel_tanda.plain(change.ke)}"


def _not_judged(data: Dasbor) -> str:
    rest = data.rata.jumlah - data.rata.dihitung
    return f"{rest} belum dapat dinilai" if rest else "semua dinilai"


def _unfinished(data: Dasbor) -> str:
    waiting = data.terisi[0] - data.dibenarkan
    parts = [f"{len(data.terlambat)} kiriman terlambat"] if data.terlambat else []
    parts += [f"{waiting} belum dibenarkan"] if waiting else []
    return ", ".join(parts) or "tidak ada yang terlambat"


def _budget(data: Dasbor) -> tuple[str, str]:
    total = data.anggaran
    if total is None:
        return "–", "belum ada pagu"
    if total["realisasi_sd_rupiah"] is None:
        return "–", f"pagu {rupiah(total['pagu_rupiah'])}"
    juta = (f"{angka(total[k] / 1_000_000, 0)}" for k in ("realisasi_sd_rupiah", "pagu_rupiah"))
    return persen(total["serapan_persen"]), "Rp {} dari {} juta".format(*juta)
