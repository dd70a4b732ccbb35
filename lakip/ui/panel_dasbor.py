"""The parts of the dashboard, each drawn from the one Dasbor it is given."""

import html
import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl
import streamlit as st

from lakip import grafik
from lakip.akses import Izin
from lakip.dasbor import Baris, Dasbor, Petak, Tanda, by_urgency, frame
from lakip.formatting import angka, tanggal
from lakip.pengaturan import Kategori
from lakip.periode import ROMAWI
from lakip.ui import panel_tanda, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain

CSS = Path(__file__).parent / "static" / "dasbor.css"
NADA = {Tanda.TERCAPAI: "baik", Tanda.KURANG: "buruk"}
JUDUL = {Tanda.KURANG: "Di bawah target", Tanda.TERCAPAI: "Tercapai"}


def stamp(data: Dasbor) -> None:
    """As of when, how complete, and whether it is an example."""
    parts = [f"keadaan {tanggal(data.per)}", f"{data.dibenarkan} dari {data.terisi[1]} angka dibenarkan"]
    st.caption(" · ".join(parts) + (" · **CONTOH**" if session.identity().contoh else ""))


def verdict(data: Dasbor) -> None:
    """Two sentences and four tiles: what fits above everything else, also on a phone."""
    ubin = data.ubin
    tiles = (
        _tile(ubin.rata), _tile(ubin.indikator, _squares(ubin.tanda)), _tile(ubin.anggaran),
        _tile(ubin.kiriman, small=True),
    )  # fmt: skip
    st.html(f'<div class="ringkas">{_sentences(data)}<div class="ubin">{"".join(tiles)}</div></div>')


def board(data: Dasbor, as_table: bool) -> None:
    """The Camat's indikator under their sasaran."""
    _rows([(b.sasaran, b) for b in data.utama], data, as_table, "papan_camat")


def everything(data: Dasbor, as_table: bool) -> None:
    """Every indikator, misses first."""
    found = by_urgency(data.baris)
    counts = {t: sum(b.tanda is t for b in found) for t in Tanda}
    judged = counts[Tanda.KURANG] + counts[Tanda.TERCAPAI]

    def head(row: Baris) -> str:
        if row.tanda in JUDUL:
            return f"{JUDUL[row.tanda]} ({counts[row.tanda]})"
        return f"Belum atau tidak dinilai ({len(found) - judged})"

    _rows([(head(b), b) for b in found], data, as_table, "papan_semua")


def sent(data: Dasbor) -> None:
    """Where the kiriman of each bagian stands; each leads to it."""
    if not data.bagian:
        return
    n = data.bagian[0].triwulan
    with st.container(horizontal=True, key="kiriman", gap="xxsmall", vertical_alignment="center"):
        st.markdown(f"**Kiriman TW {ROMAWI[n]}:**", width="content")
        for b in data.bagian:
            said = f"{b.pendek} {b.ikon}" if b.selesai else f"{b.pendek} {b.ikon} {b.kata}"
            with st.container(key=f"{'beres' if b.selesai else 'tunggu'}_{b.bagian}", width="content"):
                panel_tanda.page_link("7_alur.py", plain(said), "", data.tahun, f"TW{n}", b.bagian)


def completeness(kelengkapan: pl.DataFrame, tahun: int | None = None) -> None:
    """Every bagian by quarter; `kelengkapan` as in Dasbor. With a `tahun` each cell leads to its kiriman."""
    if kelengkapan.is_empty():
        st.caption("Belum ada target triwulan untuk tahun ini.")
        return
    shown = grafik.spec(grafik.kelengkapan, kelengkapan, palette(), klik=tahun is not None)
    if tahun is None:
        widgets.show_chart(shown)
    else:
        picked = widgets.show_chart(shown, key="kelengkapan", on_select="rerun")
        for row in picked["selection"].get(grafik.PILIH) or []:
            bagian, triwulan = row["kode"].rsplit(" ", 1)
            panel_tanda.open_page("7_alur.py", tahun=str(tahun), periode=f"TW{triwulan}", bagian=bagian)
    seen = set(kelengkapan["keadaan"])
    words: dict[str, list[str]] = {}
    for keadaan, (_, ikon, kata) in grafik.KELENGKAPAN.items():
        if keadaan in seen:
            words.setdefault(ikon, []).append(kata)
    st.caption(" · ".join(f"{ikon} {' atau '.join(kata)}" for ikon, kata in words.items()))


def completeness_table(kelengkapan: pl.DataFrame, tahun: int) -> None:
    """The same as a table; each cell a link to its kiriman."""
    quarters = sorted(set(kelengkapan["triwulan"]))
    lines: dict[str, list[str]] = {}
    for row in kelengkapan.iter_rows(named=True):
        word = grafik.KELENGKAPAN[row["keadaan"]][2]
        said = f"{row['terisi']}/{row['berlaku']} {word}" if row["berlaku"] else word
        where = f"/alur?tahun={tahun}&periode=TW{row['triwulan']}&bagian={row['bagian']}"
        lines.setdefault(plain(row["bagian_nama"]), []).append(f"[{plain(said)}]({where})" if row["berlaku"] else said)
    head = {"Bagian": KIRI, **{f"TW {ROMAWI[n]}": KIRI for n in quarters}}
    panel_tanda.table(head, [(name, *cells) for name, cells in lines.items()])


def trend(frame: pl.DataFrame) -> None:
    """Target and realisasi of one indikator over the years; `frame` as kartu.trend gives it."""
    if frame.is_empty():
        st.caption("Indikator ini belum mempunyai target tahunan.")
        return
    widgets.show_chart(grafik.spec(grafik.tren, frame, palette()))


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


def _rows(found: Sequence[tuple[str, Baris]], data: Dasbor, as_table: bool, key: str) -> None:
    """A board whose rows open their card, or the same as a table of links."""
    if as_table:
        _table(found, data)
        return
    picked = widgets.show_chart(
        grafik.spec(grafik.papan, frame(found), palette(), klik=True), key=key, on_select="rerun"
    )
    for row in picked["selection"].get(grafik.PILIH) or []:
        panel_tanda.open_card(row["kode"], data.tahun, data.periode)


def _table(found: Sequence[tuple[str, Baris]], data: Dasbor) -> None:
    quarters = max((len(b.triwulan) for _, b in found), default=0)
    head = {"Kode": KIRI, "Indikator": KIRI, "Realisasi": KANAN, "Target": KANAN, "Capaian": KIRI}
    head |= {f"TW {ROMAWI[n]}": KIRI for n in range(1, quarters + 1)}
    lines: list[tuple[str, ...]] = []
    for n, (judul, b) in enumerate(found):
        if n == 0 or found[n - 1][0] != judul:
            lines.append(("", f"**{plain(judul)}**", *[""] * (len(head) - 2)))
        marks = (plain(f"{t.ikon} {t}") if t else "" for t in b.triwulan)
        figures = (b.realisasi, b.target, f"{b.tanda.ikon} {b.kata}")
        link = card_link(b.kode, data.tahun, data.periode)
        lines.append((link, plain(b.nama), *(firm(plain(f)) for f in figures), *marks))
    panel_tanda.table(head, lines)


def _sentences(data: Dasbor) -> str:
    said = data.putusan
    rest = html.escape(said.lanjutan)
    if said.gerak:
        tone = "buruk" if said.turun else "baik"
        rest = rest.replace(html.escape(said.gerak), f'<b class="{tone}">{html.escape(said.gerak)}</b>', 1)
    return f'<p class="putusan"><b>{html.escape(said.pokok)}</b> {rest}</p>'


def _tile(one: Petak, inside: str = "", *, small: bool = False) -> str:
    tone = "buruk" if one.buruk else "baik"
    moved = f' <span class="{tone}">{"▼" if one.buruk else "▲"} {one.gerak}</span>' if one.gerak else ""
    figure = inside or f'<p class="angka{" kata" if small else ""}">{html.escape(one.angka)}{moved}</p>'
    title, below = html.escape(one.judul), html.escape(re.sub(r" (?=\d)", "\u00a0", one.keterangan))
    return (
        f'<div class="petak" role="group" aria-label="{title}"><p class="judul">{title}</p>{figure}<p>{below}</p></div>'
    )


def _squares(marks: Sequence[Tanda]) -> str:
    """One for each indikator; the words below them say the same."""
    cells = "".join(f'<span class="{NADA.get(t, "kosong")}">{t.ikon}</span>' for t in marks)
    return f'<p class="kotak" aria-hidden="true">{cells}</p>'
