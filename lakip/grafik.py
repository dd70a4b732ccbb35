"""Charts, one specification for screen and Word. Knows Altair, and nothing of Streamlit.

Every chart carries its own text alternative (`alt_text`). Figures are printed by lakip.formatting from the
exact decimals; what Vega draws is cast once, in `_data`. Words and colours of the kategori come in as data.
"""

import io
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import polars as pl
import vl_convert

from lakip.formatting import angka, persen, rupiah
from lakip.indikator import ALASAN_NAMA
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE, ROMAWI

LEBAR = 640  # px; 16 cm on paper makes 11 px letters 8 pt
FONT = "Source Sans 3, Liberation Sans, Arial, sans-serif"
FONT_FOLDER = Path(__file__).parent / "ui" / "static"
LOCALE = {"number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]}}
SEMPIT = "width < 520"  # on a phone the state of an indikator goes below its name

Row = dict[str, Any]
AnyChart = alt.Chart | alt.LayerChart


@dataclass(frozen=True)
class Palet:
    """The colours that are not a kategori's."""

    teks: str
    redup: str
    garis: str
    batang: str
    sementara: str
    target: str
    latar: str | None
    pita: float = 0.28  # opacity of the bands behind a bar


TERANG = Palet("#1f2937", "#4b5563", "#d1d5db", "#1e3a5f", "#9ca3af", "#111827", None)
GELAP = Palet("#f3f4f6", "#c3c9d2", "#4b5563", "#a8c7ee", "#7b8494", "#ffffff", None, 0.45)


def bullet(
    frame: pl.DataFrame, skala: Sequence[Kategori], palet: Palet = TERANG, lebar: int = LEBAR, tinggi_baris: int = 48
) -> AnyChart:
    """Capaian in percent per indikator, over the bands of the scale, with a mark at the target (100).

    `frame`: rollup.capaian of one periode. A sementara figure is grey with "n/m TW"; a row without figure
    says why in words. The axis runs to 120 or the highest figure.
    """
    rows = [_named(row, skala) for row in frame.iter_rows(named=True)]
    nilai = [row["capaian_persen"] for row in rows if row["capaian_persen"] is not None]
    axis = alt.Scale(domain=[float(min([0, *nilai])), float(max([120, *nilai]))], nice=False)
    x = alt.X("capaian_persen:Q", scale=axis, axis=alt.Axis(title="Capaian (%)", format=",.0f", tickCount=6))
    y = alt.Y("kode:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    base = alt.Chart(_data(rows)).encode(y=y)
    shift = 10
    bands = (
        alt.Chart(_data(_bands(rows, skala, axis.domain)))
        .mark_bar(size=18, yOffset=shift, opacity=palet.pita)
        .encode(x=alt.X("dari:Q", scale=axis), x2="sampai:Q", y=y, color=alt.Color("warna:N", scale=None))
    )
    filled = base.transform_filter("isValid(datum.capaian_persen)")
    bars = filled.mark_bar(size=9, yOffset=shift).encode(x=x, color=_bar_colour(palet))
    target = base.mark_tick(thickness=3, size=24, yOffset=shift, orient="vertical", color=palet.target).encode(
        x=alt.X(datum=100, scale=axis)
    )
    name = base.mark_text(
        align="left", baseline="middle", dy=-14, fontSize=11, color=palet.teks, limit=_when_narrow("width", "width - 215")
    ).encode(x=alt.value(0), text="label:N")
    state = base.mark_text(
        align=_when_narrow("'left'", "'right'"), baseline="middle", dy=_when_narrow("-1", "-14"),
        fontSize=11, fontWeight="bold", color=palet.teks,
    ).encode(x=alt.value(_when_narrow("0", "width")), text="keterangan:N")  # fmt: skip
    chart = alt.layer(bands, bars, target, name, state).properties(width=lebar, height=max(1, len(rows)) * tinggi_baris)
    return _finish(chart, palet, _say("Capaian per indikator (garis tegak: target 100 %)", rows))


def matriks(frame: pl.DataFrame, skala: Sequence[Kategori], palet: Palet = TERANG, lebar: int = LEBAR) -> AnyChart:
    """Scorecard: a row per indikator, a column per periode; figure, ikon and word over the colour.

    `frame`: rollup.capaian of a list of periode (TW1..TW4, and SM or TH where wanted). Below 75 px a cell keeps
    its figure and ikon and drops the word.
    """
    rows = [_named(row, skala, ikon=True) for row in frame.iter_rows(named=True)]
    order = [p for p in PERIODE if p in {row["periode"] for row in rows}]
    for row in rows:
        row["kolom"] = _short(row["periode"])
        row["teks"] = _ink(row["warna"], palet)
    kolom = [_short(p) for p in order]
    tinggi = 40 * len({row["kode"] for row in rows})
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("kolom:N", sort=kolom, axis=alt.Axis(orient="top", title=None, labelAngle=0, labelFontWeight="bold")),
        y=alt.Y("baris:N", sort=None, axis=_name_axis()),
    )
    cells = base.mark_rect(stroke=palet.garis, strokeWidth=1.5).encode(color=alt.Color("warna:N", scale=None))
    wide = f"width / {max(1, len(kolom))} >= 75"
    ink = alt.Color("teks:N", scale=None)
    figure = base.mark_text(dy=-7, fontSize=11, fontWeight="bold").encode(text="angka:N", color=ink)
    word = (
        base.transform_calculate(kata=f"{wide} ? datum.ikon + ' ' + datum.kata : datum.ikon")
        .mark_text(dy=8, fontSize=10)
        .encode(text="kata:N", color=ink)
    )
    chart = alt.layer(cells, figure, word).properties(width=max(160, lebar - 210), height=max(40, tinggi))
    return _finish(chart, palet, _say("Capaian per indikator dan periode", rows, periode=True))


def tren(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> AnyChart:
    """Target and realisasi of one indikator over the years, in its own satuan.

    `frame`: rollup.capaian of one indikator and TH, one row per tahun, with a column tahun.
    """
    rows = [{**row, "sumbu": str(row["tahun"])} for row in frame.sort("tahun").iter_rows(named=True)]
    return _two_lines(rows, palet, lebar, "linear", "Perkembangan per tahun")


def langkah(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> AnyChart:
    """Cumulative target and realisasi of one indikator by quarter, as steps.

    `frame`: rollup.capaian of one indikator and SD1..SD4. Realisasi ends at the last quarter that was settled.
    """
    rows, settled = [], 0
    for row in frame.sort("periode").iter_rows(named=True):
        is_new, settled = row["terisi"] > settled, row["terisi"]
        triwulan = PERIODE[row["periode"]].triwulan[-1]
        rows.append({**row, "realisasi": row["realisasi"] if is_new else None, "sumbu": f"s.d. TW {ROMAWI[triwulan]}"})
    return _two_lines(rows, palet, lebar, "step-after", "Target dan realisasi s.d. triwulan")


def serapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> AnyChart:
    """Realisasi of the budget inside its pagu, per row of the tree.

    `frame`: columns kode, nama, pagu_rupiah, realisasi_rupiah (null: not filled in).
    """
    rows: list[Row] = []
    for row in frame.iter_rows(named=True):
        pagu, isi = row["pagu_rupiah"], row["realisasi_rupiah"]
        share = None if isi is None or not pagu else Decimal(100) * isi / pagu
        said = "belum ada data" if isi is None else f"{rupiah(isi)} dari {rupiah(pagu)} ({persen(share)})"
        rows.append({**row, "label": f"{row['kode']}  {row['nama']}", "keterangan": said})
    base = alt.Chart(_data(rows)).encode(y=alt.Y("kode:N", sort=None, axis=None))
    axis = alt.Axis(title="Rupiah (juta)", labelExpr="format(datum.value / 1e6, ',.0f')", tickCount=5)
    back = base.mark_bar(size=14, yOffset=12, color=palet.garis).encode(x=alt.X("pagu_rupiah:Q", axis=axis))
    front = base.mark_bar(size=8, yOffset=12, color=palet.batang).encode(x="realisasi_rupiah:Q")
    name = base.mark_text(align="left", dy=-16, fontSize=11, color=palet.teks, limit=alt.expr("width")).encode(
        x=alt.value(0), text="label:N"
    )
    said_mark = base.mark_text(align="left", dy=-3, fontSize=10.5, fontWeight="bold", color=palet.teks).encode(
        x=alt.value(0), text="keterangan:N"
    )
    chart = alt.layer(back, front, name, said_mark).properties(width=lebar, height=max(1, len(rows)) * 52)
    lines = (f"{row['label']}: {row['keterangan']}" for row in rows)
    return _finish(chart, palet, "Realisasi anggaran terhadap pagu. " + "; ".join(lines) + ".")


KELENGKAPAN = {
    # state: (colour, ikon, words). Blue against orange, because red and green look alike to some.
    "dibenarkan": ("#93c5fd", "✓", "dibenarkan"),
    "diajukan": ("#dbeafe", "●", "diajukan"),
    "lengkap": ("#dbeafe", "●", "lengkap"),
    "sebagian": ("#fde68a", "◑", "sebagian"),
    "dikembalikan": ("#fdba74", "↩", "dikembalikan"),
    "kosong": ("#fdba74", "○", "belum diisi"),
    "belum_waktunya": (None, "–", "belum waktunya"),
    "tidak_diukur": (None, "–", "tidak diukur"),
}


def kelengkapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> AnyChart:
    """How complete each bagian is, by quarter: "n/m" settled of measured, and the state in a word.

    `frame`: columns bagian, bagian_nama, triwulan, terisi, berlaku, keadaan (a key of KELENGKAPAN).
    """
    rows = []
    for row in frame.iter_rows(named=True):
        warna, ikon, kata = KELENGKAPAN[row["keadaan"]]
        angka_sel = f"{row['terisi']}/{row['berlaku']}" if row["berlaku"] else "–"
        baris = "\n".join(_wrap(row["bagian_nama"], 30, 2))
        rows.append(
            {**row, "baris": baris, "kolom": f"TW {ROMAWI[row['triwulan']]}", "angka": angka_sel, "ikon": ikon,
             "kata": kata, "warna": warna or "transparent", "teks": _ink(warna, palet)}
        )  # fmt: skip
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("kolom:N", sort=None, axis=alt.Axis(orient="top", title=None, labelAngle=0, labelFontWeight="bold")),
        y=alt.Y("baris:N", sort=None, axis=_name_axis()),
    )
    cells = base.mark_rect(stroke=palet.garis, strokeWidth=1.5).encode(color=alt.Color("warna:N", scale=None))
    ink = alt.Color("teks:N", scale=None)
    figure = base.mark_text(dy=-7, fontSize=12, fontWeight="bold").encode(text="angka:N", color=ink)
    word = (
        base.transform_calculate(kata="width >= 300 ? datum.ikon + ' ' + datum.kata : datum.ikon")
        .mark_text(dy=8, fontSize=10)
        .encode(text="kata:N", color=ink)
    )
    tinggi = 40 * max(1, frame["bagian"].n_unique())
    chart = alt.layer(cells, figure, word).properties(width=max(160, lebar - 200), height=tinggi)
    lines = (f"{r['bagian_nama']} {r['kolom']}: {r['angka']} {r['kata']}" for r in rows)
    return _finish(chart, palet, "Kelengkapan data per bagian dan triwulan. " + "; ".join(lines) + ".")


def to_png(chart: AnyChart, scale: float = 2) -> bytes:
    """The chart as a picture on white, with the shipped font; needs neither browser nor network."""
    _register_fonts()
    out = io.BytesIO()
    chart.properties(background="white").save(out, format="png", scale_factor=scale)
    return out.getvalue()


def alt_text(chart: AnyChart) -> str:
    """What the chart says, for those who cannot see it."""
    return str(chart.description)


# ---------------------------------------------------------------- inside


def _data(rows: Iterable[Row]) -> alt.Data:
    """Rows for Vega. The only place where a Decimal becomes a double: drawn unscaled it would be 10.000 times too big."""
    return alt.Data(values=[{k: float(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows])


def _finish(chart: AnyChart, palet: Palet, description: str) -> AnyChart:
    """Indonesian numbers, font and colours, and the text alternative."""
    label = {"labelColor": palet.redup, "titleColor": palet.redup, "labelFontSize": 11, "titleFontSize": 11}
    return chart.properties(description=description).configure(
        font=FONT,
        locale=LOCALE,
        background=palet.latar or "transparent",
        axis=alt.AxisConfig(gridColor=palet.garis, domainColor=palet.garis, tickColor=palet.garis, gridOpacity=0.5, **label),
        legend=alt.LegendConfig(orient="top", title=None, **{k: v for k, v in label.items() if k.startswith("label")}),
        view=alt.ViewConfig(stroke=None),
        padding=4,
    )  # fmt: skip


def _named(row: Row, skala: Sequence[Kategori], ikon: bool = False) -> Row:
    """A row of rollup.capaian with what is printed about it: label, angka, kata, keterangan, warna."""
    scale = {k.nama: k for k in skala}
    kategori, nilai = scale.get(row["kategori"]), row["capaian_persen"]
    if nilai is None:
        kata, tanda = ALASAN_NAMA[row["alasan"]], "–"
    elif row["sementara"]:
        kata, tanda = _provisional(row), "…"
    else:
        kata, tanda = (kategori.nama, kategori.ikon) if kategori else ("", "")
    text = "–" if nilai is None else angka(nilai, 2)
    return {
        "kode": row["kode"],
        "periode": row["periode"],
        "capaian_persen": nilai,
        "sementara": row["sementara"],
        "label": f"{row['kode']}  {row['nama']}",
        "baris": "\n".join(_wrap(f"{row['kode']}  {row['nama']}", 32, 3)),
        "angka": text,
        "kata": kata,
        "ikon": tanda,
        "keterangan": kata if nilai is None else f"{tanda} {kata}  {text} %",
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


def _two_lines(rows: Sequence[Row], palet: Palet, lebar: int, shape: str, title: str) -> AnyChart:
    """Target dashed, realisasi solid with points (hollow: sementara); every point carries its figure."""
    points = [
        {"sumbu": r["sumbu"], "seri": seri, "nilai": r[seri.lower()], "sementara": seri == "Realisasi" and r["sementara"],
         "teks": angka(r[seri.lower()], r["desimal"])}
        for r in rows for seri in ("Target", "Realisasi") if r[seri.lower()] is not None
    ]  # fmt: skip
    seri = alt.Scale(domain=["Target", "Realisasi"], range=[palet.redup, palet.batang])
    x = alt.X("sumbu:N", sort=[r["sumbu"] for r in rows], scale=alt.Scale(domain=[r["sumbu"] for r in rows]), axis=alt.Axis(title=None, labelAngle=0))
    satuan = rows[0]["satuan"] if rows else ""
    y = alt.Y("nilai:Q", scale=alt.Scale(zero=True), axis=alt.Axis(title=satuan, tickCount=5))
    base = alt.Chart(_data(points)).encode(x=x, y=y, color=alt.Color("seri:N", scale=seri))
    line = base.mark_line(interpolate=shape, strokeWidth=2).encode(
        strokeDash=alt.StrokeDash("seri:N", scale=alt.Scale(domain=["Target", "Realisasi"], range=[[5, 4], [1, 0]]))
    )
    solid = base.transform_filter("!datum.sementara").mark_point(size=55, filled=True, opacity=1)
    hollow = base.transform_filter("datum.sementara").mark_point(size=60, fill="white", stroke=palet.sementara)
    above = base.transform_filter("datum.seri == 'Realisasi'").mark_text(dy=16, fontSize=11, fontWeight="bold")
    below = base.transform_filter("datum.seri == 'Target'").mark_text(dy=-12, fontSize=11)
    chart = alt.layer(line, solid, hollow, above.encode(text="teks:N"), below.encode(text="teks:N"))
    said = "; ".join(f"{p['sumbu']} {p['seri'].lower()} {p['teks']}{' (sementara)' if p['sementara'] else ''}" for p in points)
    what = f"{rows[0]['kode']} {rows[0]['nama']} ({satuan})" if rows else "belum ada data"
    return _finish(chart.properties(width=lebar, height=220), palet, f"{title}: {what}. {said}.")


def _bar_colour(palet: Palet) -> alt.Color:
    scale = alt.Scale(domain=["lengkap", "sementara"], range=[palet.batang, palet.sementara])
    return alt.Color("isi:N", scale=scale, legend=None)


def _name_axis() -> alt.Axis:
    return alt.Axis(
        title=None, labelExpr="split(datum.label, '\\n')", labelLimit=210, labelFontSize=10.5, ticks=False, domain=False
    )


def _when_narrow(narrow: str, wide: str) -> Any:
    return alt.expr(f"{SEMPIT} ? {narrow} : {wide}")


def _wrap(text: str, width: int, lines: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=lines, placeholder=" …")


def _short(periode: str) -> str:
    """Column head: "TW I", "Sem. I", "Tahun"."""
    name = PERIODE[periode].nama
    return name.replace("Triwulan", "TW").replace("Semester", "Sem.").replace("Tahunan", "Tahun")


def _ink(warna: str | None, palet: Palet) -> str:
    """Dark or white letters, whichever stands out more on the colour."""
    if warna in (None, "transparent"):
        return palet.redup
    red, green, blue = (int(str(warna)[i : i + 2], 16) for i in (1, 3, 5))
    return "#111827" if 0.299 * red + 0.587 * green + 0.114 * blue > 110 else "#ffffff"


def _say(title: str, rows: Sequence[Row], periode: bool = False) -> str:
    parts = (
        f"{row['label']}{' ' + row['kolom'] if periode else ''}: "
        + (row["kata"] if row["angka"] == "–" else f"{row['angka']} %, {row['kata']}")
        for row in rows
    )
    return f"{title}. " + "; ".join(parts) + "."


@cache
def _register_fonts() -> None:
    if FONT_FOLDER.is_dir():
        vl_convert.register_font_directory(str(FONT_FOLDER))
