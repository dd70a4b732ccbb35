"""Capaian of every indikator: bars against their target, and a scorecard over the quarters."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import polars as pl

from lakip.formatting import angka
from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, Row, data, finish, wrap
from lakip.grafik.sel import grid, ink
from lakip.indikator import ALASAN_NAMA
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE

SEMPIT = "width < 520"  # on a phone the state of an indikator goes below its name


def bullet(
    frame: pl.DataFrame, skala: Sequence[Kategori], palet: Palet = TERANG, lebar: int = LEBAR, tinggi_baris: int = 48
) -> Chart:
    """Capaian in percent per indikator, over the bands of the scale, with a mark at the target (100).

    `frame`: rollup.capaian of one periode. A sementara figure is grey with "n/m TW"; a row without figure
    says why in words. The axis runs to 120 or the highest figure.
    """
    rows = [_named(row, skala) for row in frame.iter_rows(named=True)]
    nilai = [row["capaian_persen"] for row in rows if row["capaian_persen"] is not None]
    axis = alt.Scale(domain=[float(min([0, *nilai])), float(max([120, *nilai]))], nice=False)
    ticks = alt.Axis(title="Capaian (%)", format=",.0f", tickCount=6, grid=False)
    x = alt.X("capaian_persen:Q", scale=axis, axis=ticks)
    y = alt.Y("kode:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    base = alt.Chart().encode(y=y)
    shift = 12
    bands = (
        alt.Chart(data(_bands(rows, skala, axis.domain)))
        .mark_bar(size=16, yOffset=shift, opacity=palet.pita)
        .encode(x=alt.X("dari:Q", scale=axis), x2=alt.X2("sampai"), y=y, color=alt.Color("warna:N", scale=None))
    )
    filled = base.transform_filter("isValid(datum.capaian_persen)")
    bars = filled.mark_bar(size=8, yOffset=shift).encode(x=x, color=_bar_colour(palet))
    target = base.mark_tick(thickness=3, size=19, yOffset=shift, orient="vertical", color=palet.target, opacity=1)
    side = _when_narrow("'left'", "'right'")
    style: Any = {"baseline": "middle", "fontSize": 11, "color": palet.teks}
    limit = _when_narrow("width", "width - 215")
    name = base.mark_text(align="left", dy=_when_narrow("-15", "-6"), limit=limit, **style)
    state = base.mark_text(align=side, dy=_when_narrow("-3", "-6"), fontWeight="bold", **style)
    icon = base.mark_text(align=side, dy=_when_narrow("-3", "-6"), **style)
    beside = _when_narrow("datum.ikon ? 14 : 0", "width - (datum.ikon ? 16 : 0)")
    parts = (
        bands,
        bars,
        target.encode(x=alt.X(datum=100, scale=axis)),
        name.encode(x=alt.XValue(0), text=alt.Text("label:N")),
        state.encode(x=alt.XValue(beside), text=alt.Text("keterangan:N")),
        icon.encode(x=alt.XValue(_when_narrow("0", "width")), text=alt.Text("ikon:N")),
    )
    return finish(
        rows,
        parts,
        (lebar, len(rows) * tinggi_baris),
        palet,
        _say("Capaian per indikator (garis tegak: target 100 %)", rows),
    )


def matriks(frame: pl.DataFrame, skala: Sequence[Kategori], palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Scorecard: a row per indikator, a column per periode; figure, ikon and word over the colour.

    `frame`: rollup.capaian of a list of periode (TW1..TW4, and SM or TH where wanted). Below 90 px a cell keeps
    its figure and ikon and drops the word.
    """
    rows = [_named(row, skala) for row in frame.iter_rows(named=True)]
    for row in rows:
        row["kolom"] = _short(row["periode"])
        row["teks"] = ink(row["warna"], palet)
        row["ringkas"] = "" if row["isi"] == "lengkap" else row["kata"].replace(" ", "\n", 1)
    kolom = [_short(p) for p in PERIODE if p in {row["periode"] for row in rows}]
    said = _say("Capaian per indikator dan periode", rows, periode=True)
    return grid(rows, kolom, palet, lebar, said)


# ---------------------------------------------------------------- inside


def _named(row: Row, skala: Sequence[Kategori]) -> Row:
    """A row of rollup.capaian with what is printed about it: label, angka, kata, keterangan, warna."""
    scale = {k.nama: k for k in skala}
    kategori, nilai = scale.get(row["kategori"]), row["capaian_persen"]
    if nilai is None:
        kata, tanda = ALASAN_NAMA[row["alasan"]], ""
    elif row["sementara"]:
        kata, tanda = _provisional(row), ""
    else:
        kata, tanda = (kategori.nama, kategori.ikon) if kategori else ("", "")
    text = "" if nilai is None else angka(nilai, 2)
    return {
        "kode": row["kode"],
        "periode": row["periode"],
        "capaian_persen": nilai,
        "sementara": row["sementara"],
        "label": f"{row['kode']}  {row['nama']}",
        "baris": "\n".join(wrap(f"{row['kode']}  {row['nama']}", 32, 3)),
        "angka": text,
        "kata": kata,
        "ikon": tanda,
        "keterangan": kata if nilai is None else f"{kata}  {text} %",
        "warna": kategori.warna if kategori and not row["sementara"] else "transparent",
        "isi": "kosong" if nilai is None else "sementara" if row["sementara"] else "lengkap",
    }


def _provisional(row: Row) -> str:
    """ "sementara 1/2 TW" while quarters are missing; complete but unconfirmed figures say so."""
    if row["terisi"] < row["berlaku"] and not row["lengkap"]:
        return f"sementara {row['terisi']}/{row['berlaku']} TW"
    return "belum dibenarkan"


def _bands(rows: Sequence[Row], skala: Sequence[Kategori], domain: Any) -> list[Row]:
    """One band per indikator and kategori, from its lower bound to the next, within the axis."""
    low, high = domain
    edges, upper = [], high
    for kategori in sorted(skala, key=lambda k: k.urutan):
        lower = low if kategori.di_atas is None else float(kategori.di_atas)
        edges.append({"dari": lower, "sampai": upper, "warna": kategori.warna})
        upper = lower
    return [{"kode": row["kode"], **edge} for row in rows for edge in edges]


def _bar_colour(palet: Palet) -> alt.Color:
    scale = alt.Scale(domain=["lengkap", "sementara"], range=[palet.batang, palet.sementara])
    return alt.Color("isi:N", scale=scale, legend=None)


def _when_narrow(narrow: str, wide: str) -> Any:
    return alt.expr(f"{SEMPIT} ? {narrow} : {wide}")


def _short(periode: str) -> str:
    """Column head: "TW I", "Sem. I", "Tahun"."""
    name = PERIODE[periode].nama
    return name.replace("Triwulan", "TW").replace("Semester", "Sem.").replace("Tahunan", "Tahun")


def _say(title: str, rows: Sequence[Row], periode: bool = False) -> str:
    parts = (
        f"{row['label']}{' ' + row['kolom'] if periode else ''}: "
        + (row["kata"] if not row["angka"] else f"{row['angka']} %, {row['kata']}")
        for row in rows
    )
    return f"{title}. " + "; ".join(parts) + "."
