"""Small multiples of the dashboard: the quarters of this year against the path of targets."""

import streamlit as st

from lakip import grafik
from lakip.dasbor import Dasbor, Perkembangan, developments
from lakip.formatting import angka, half_up
from lakip.periode import PERIODE, ROMAWI
from lakip.ui import panel_dasbor, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table

KOLOM = 3
TINGGI = 130  # px


def show(data: Dasbor, as_table: bool) -> None:
    """A chart for each indikator of the Camat, or all of them as one table."""
    found = developments(session.store(), data, session.today())
    st.caption(
        "Realisasi (garis penuh) dan jalur target (garis putus) sampai dengan tiap triwulan tahun ini, dalam satuannya "
        "sendiri. Tahun-tahun penuh disebut terpisah, karena sebagian tahun tidak sebanding dengannya."
    )
    if as_table:
        _table(found, data)
        return
    for begin in range(0, len(found), KOLOM):
        for column, one in zip(st.columns(KOLOM, gap="small"), found[begin : begin + KOLOM], strict=False):
            with column:
                _one(one, data)


# ---------------------------------------------------------------- inside


def _one(one: Perkembangan, data: Dasbor) -> None:
    b = one.baris
    st.markdown(f"{card_link(b.kode, data.tahun, data.periode)} **{plain(b.pendek)}**")
    widgets.show_chart(grafik.spec(grafik.jalur, one.jalur, panel_dasbor.palette()))
    st.caption(plain(f"{one.tahunan} {one.musiman}".strip()))


def _table(found: tuple[Perkembangan, ...], data: Dasbor) -> None:
    head = {"Kode": KIRI, "Indikator": KIRI, **{f"s.d. TW {ROMAWI[n]}": KANAN for n in ROMAWI}, "Tahun penuh": KIRI}
    lines = []
    for one in found:
        rows = {PERIODE[r["periode"]].triwulan[-1]: r for r in one.jalur.iter_rows(named=True)}
        cells = [firm(plain(_cell(rows[n], settled=_is_new(rows, n)))) for n in ROMAWI]
        link = card_link(one.baris.kode, data.tahun, data.periode)
        lines.append((link, plain(one.baris.nama), *cells, plain(f"{one.tahunan} {one.musiman}".strip())))
    table(head, lines)
    st.caption("Setiap sel: realisasi / target.")


def _is_new(rows: dict[int, dict[str, object]], triwulan: int) -> bool:
    """Whether that quarter settled something more than the one before."""
    return triwulan == 1 or rows[triwulan]["terisi"] != rows[triwulan - 1]["terisi"]


def _cell(row: dict[str, object], *, settled: bool) -> str:
    got, want = (
        angka(None if row[k] is None else half_up(row[k], row["desimal"]))  # type: ignore[arg-type]
        for k in ("realisasi", "target")
    )
    return f"{got if settled else '–'} / {want}"
