"""Charts, one specification for screen and Word. Knows Altair, and nothing of Streamlit.

Every chart carries its own text alternative (`alt_text`). Figures are printed by lakip.formatting from the
exact decimals; what Vega draws is cast once, in `_data`. Words and colours of the kategori come in as data.
"""

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
FONT = "Lato, Liberation Sans, Arial, sans-serif"
FONT_FOLDER = Path(__file__).parent / "ui" / "static"
LOCALE = {"number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]}}
SEMPIT = "width < 520"  # on a phone the state of an indikator goes below its name

PILIH = "pilih"  # the selection of a clickable chart

Row = dict[str, Any]
Chart = alt.LayerChart


@dataclass(frozen=True)
class Palet:
    """The colours that are not a kategori's."""

    teks: str
    redup: str
    garis: str
    batang: str
    sementara: str
    target: str
    kertas: str
    pita: float = 0.28  # opacity of the bands behind a bar


TERANG = Palet("#1f2937", "#4b5563", "#d1d5db", "#1e3a5f", "#9ca3af", "#111827", "#ffffff")
GELAP = Palet("#f3f4f6", "#c3c9d2", "#4b5563", "#a8c7ee", "#7b8494", "#ffffff", "#0f172a", 0.45)


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
        alt.Chart(_data(_bands(rows, skala, axis.domain)))
        .mark_bar(size=16, yOffset=shift, opacity=palet.pita)
        .encode(x=alt.X("dari:Q", scale=axis), x2="sampai:Q", y=y, color=alt.Color("warna:N", scale=None))
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
        name.encode(x=alt.value(0), text="label:N"),
        state.encode(x=alt.value(beside), text="keterangan:N"),
        icon.encode(x=alt.value(_when_narrow("0", "width")), text="ikon:N"),
    )
    return _finish(
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
        row["teks"] = _ink(row["warna"], palet)
        row["ringkas"] = "" if row["isi"] == "lengkap" else row["kata"].replace(" ", "\n", 1)
    kolom = [_short(p) for p in PERIODE if p in {row["periode"] for row in rows}]
    said = _say("Capaian per indikator dan periode", rows, periode=True)
    return _grid(rows, kolom, palet, lebar, said)


def tren(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Target and realisasi of one indikator over the years, in its own satuan.

    `frame`: rollup.capaian of one indikator and TH, one row per tahun, with a column tahun.
    """
    rows = [{**row, "sumbu": str(row["tahun"])} for row in frame.sort("tahun").iter_rows(named=True)]
    return _two_lines(rows, palet, lebar, "linear", "Perkembangan per tahun")


def langkah(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Cumulative target and realisasi of one indikator by quarter, as steps.

    `frame`: rollup.capaian of one indikator and SD1..SD4. Realisasi ends at the last quarter that was settled.
    """
    rows, settled = [], 0
    for row in frame.sort("periode").iter_rows(named=True):
        is_new, settled = row["terisi"] > settled, row["terisi"]
        triwulan = PERIODE[row["periode"]].triwulan[-1]
        rows.append({**row, "realisasi": row["realisasi"] if is_new else None, "sumbu": f"s.d. TW {ROMAWI[triwulan]}"})
    return _two_lines(rows, palet, lebar, "step-after", "Target dan realisasi s.d. triwulan")


def serapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Realisasi of the budget inside its pagu, per row of the tree.

    `frame`: rows of anggaran.pohon; a null realisasi_sd_rupiah (nothing saved) says so.
    """
    rows = [_spent(row) for row in frame.iter_rows(named=True)]
    base = alt.Chart().encode(y=alt.Y("kode:N", sort=None, axis=None))
    axis = alt.Axis(title="Rupiah (juta)", grid=False, labelExpr="format(datum.value / 1e6, ',.0f')", tickCount=5)
    back = base.mark_bar(size=14, yOffset=12, color=palet.garis).encode(x=alt.X("pagu_rupiah:Q", axis=axis))
    front = base.mark_bar(size=8, yOffset=12, color=palet.batang).encode(x="realisasi_sd_rupiah:Q")
    name = base.mark_text(align="left", dy=-16, fontSize=11, color=palet.teks, limit=alt.expr("width")).encode(
        x=alt.value(0), text="label:N"
    )
    said_mark = base.mark_text(align="left", dy=-3, fontSize=10.5, fontWeight="bold", color=palet.teks).encode(
        x=alt.value(0), text="keterangan:N"
    )
    lines = (f"{row['label']}: {row['keterangan']}" for row in rows)
    parts = (back, front, name, said_mark)
    return _finish(
        rows, parts, (lebar, len(rows) * 52), palet, "Realisasi anggaran terhadap pagu. " + "; ".join(lines) + "."
    )


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


def kelengkapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """How complete each bagian is, by quarter: "n/m" settled of measured, and the state in a word.

    `frame`: columns bagian, bagian_nama, triwulan, terisi, berlaku, keadaan (a key of KELENGKAPAN).
    """
    rows = []
    for row in frame.iter_rows(named=True):
        warna, ikon, kata = KELENGKAPAN[row["keadaan"]]
        said = {
            "baris": "\n".join(_wrap(row["bagian_nama"], 30, 2)),
            "kolom": f"TW {ROMAWI[row['triwulan']]}",
            "angka": f"{row['terisi']}/{row['berlaku']}" if row["berlaku"] else "",
            "ikon": ikon,
            "kata": kata,
            "ringkas": "",
            "warna": warna or "transparent",
            "teks": _ink(warna, palet),
        }
        rows.append({**row, **said})
    kolom = [f"TW {ROMAWI[n]}" for n in sorted({row["triwulan"] for row in rows})]
    lines = (f"{r['bagian_nama']} {r['kolom']}: {r['angka']} {r['kata']}" for r in rows)
    said_all = "Kelengkapan data per bagian dan triwulan. " + "; ".join(lines) + "."
    return _grid(rows, kolom, palet, lebar, said_all)


def clickable(chart: Chart) -> Chart:
    """The chart with a point selection named PILIH over `kode`, for the screen."""
    return chart.add_params(alt.selection_point(name=PILIH, fields=["kode"]))


def to_png(chart: Chart, scale: float = 2) -> bytes:
    """The chart as a picture on white, with the shipped font; needs neither browser nor network."""
    _register_fonts()
    spec = {**chart.to_dict(validate=False), "background": "white"}
    png: bytes = vl_convert.vegalite_to_png(spec, scale=scale)
    return png


def alt_text(chart: Chart) -> str:
    """What the chart says, for those who cannot see it."""
    return str(chart.description)


# ---------------------------------------------------------------- inside


def _data(rows: Iterable[Row]) -> alt.InlineData:
    """Rows for Vega. Only here a Decimal becomes a double: else Vega draws it unscaled, 10.000 times too big."""
    return alt.InlineData(
        values=[{k: float(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows]
    )


def _finish(
    rows: Sequence[Row], parts: Sequence[Any], ukuran: tuple[int, int], palet: Palet, description: str
) -> Chart:
    """One chart of layers, with Indonesian numbers, font, colours and the text alternative."""
    label: Any = {"labelColor": palet.redup, "labelFontSize": 11}
    lines: Any = {"gridColor": palet.garis, "domainColor": palet.garis, "tickColor": palet.garis, "gridOpacity": 0.5}
    title: Any = {"titleColor": palet.redup, "titleFontSize": 11}
    layered: Any = alt.layer(*parts, data=_data(rows))
    chart: Chart = layered.properties(width=ukuran[0], height=max(40, ukuran[1]), description=description).configure(
        font=FONT,
        locale=alt.Locale.from_dict(LOCALE),
        background="transparent",
        axis=alt.AxisConfig(**lines, **label, **title),
        legend=alt.LegendConfig(orient="top", title=None, **label),
        view=alt.ViewConfig(stroke=None),
        padding=4,
    )
    return chart


def _grid(rows: Sequence[Row], kolom: Sequence[str], palet: Palet, lebar: int, said: str) -> Chart:
    """Cells of baris x kolom: colour, angka, and below it kata; in a narrow cell its ikon, or ringkas."""
    head = alt.Axis(orient="top", title=None, labelAngle=0, labelFontWeight="bold", ticks=False, domain=False)
    base = alt.Chart().encode(
        x=alt.X("kolom:N", sort=list(kolom), axis=head),
        y=alt.Y("baris:N", sort=None, axis=_name_axis()),
        color=alt.Color("teks:N", scale=None),
    )
    cells = base.mark_rect(stroke=palet.garis, strokeWidth=1.5).encode(color=alt.Color("warna:N", scale=None))
    cell = f"width / {max(1, len(kolom))}"
    wide = f"{cell} >= 98"
    three = f"!({wide}) && datum.angka && indexof(datum.ringkas, '\\n') > 0"
    figure = base.mark_text(dy=alt.expr(f"{three} ? -13 : -8"), fontSize=11, fontWeight="bold").encode(text="angka:N")
    word = (
        base.transform_calculate(kata=f"{wide} ? datum.kata : datum.ringkas")
        .mark_text(
            dy=alt.expr(f"{three} ? 0 : datum.angka ? 7 : length(split(datum.kata, '\\n')) > 1 ? -5 : 0"),
            fontSize=alt.expr(f"{wide} ? 10 : 9"),
            lineBreak="\n",
        )
        .encode(text="kata:N")
    )
    corner = f"11 - {cell} / 2"
    icon = (
        base.transform_filter(f"{wide} || !datum.ringkas")
        .mark_text(dx=alt.expr(f"{wide} ? {corner} : 0"), dy=alt.expr(f"{wide} ? -8 : 8"), fontSize=11)
        .encode(text="ikon:N")
    )
    banyak = len({row["baris"] for row in rows})
    return _finish(rows, (cells, figure, word, icon), (max(160, lebar - 190), banyak * 42), palet, said)


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
        "baris": "\n".join(_wrap(f"{row['kode']}  {row['nama']}", 32, 3)),
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


def _spent(row: Row) -> Row:
    isi, pagu = row["realisasi_sd_rupiah"], row["pagu_rupiah"]
    said = "belum ada data" if isi is None else f"{rupiah(isi)} dari {rupiah(pagu)} ({persen(row['serapan_persen'])})"
    return {
        "kode": row["kode"],
        "pagu_rupiah": pagu,
        "realisasi_sd_rupiah": isi,
        "label": f"{row['kode']}  {row['nama']}",
        "keterangan": said,
    }


def _bands(rows: Sequence[Row], skala: Sequence[Kategori], domain: Any) -> list[Row]:
    """One band per indikator and kategori, from its lower bound to the next, within the axis."""
    low, high = domain
    edges, upper = [], high
    for kategori in sorted(skala, key=lambda k: k.urutan):
        lower = low if kategori.di_atas is None else float(kategori.di_atas)
        edges.append({"dari": lower, "sampai": upper, "warna": kategori.warna})
        upper = lower
    return [{"kode": row["kode"], **edge} for row in rows for edge in edges]


def _two_lines(rows: Sequence[Row], palet: Palet, lebar: int, shape: Any, title: str) -> Chart:
    """Target dashed, realisasi solid with points (hollow: sementara); every point carries its figure."""
    points = [point for row in rows for point in _points(row)]
    sumbu = [r["sumbu"] for r in rows]
    both = ["Target", "Realisasi"]
    legend = alt.Legend(symbolType="stroke", symbolStrokeWidth=2.5, symbolSize=300)
    colours = alt.Scale(domain=both, range=[palet.redup, palet.batang])
    colour = alt.Color("seri:N", scale=colours, legend=legend)
    dash = alt.StrokeDash("seri:N", scale=alt.Scale(domain=both, range=[[5, 4], [1, 0]]), legend=legend)
    satuan = rows[0]["satuan"] if rows else ""
    base = alt.Chart().encode(
        x=alt.X("sumbu:N", sort=sumbu, scale=alt.Scale(domain=sumbu), axis=alt.Axis(title=None, labelAngle=0)),
        y=alt.Y("nilai:Q", scale=alt.Scale(zero=True), axis=alt.Axis(title=satuan, tickCount=5, format=",.4~f")),
    )
    line = base.mark_line(interpolate=shape, strokeWidth=2).encode(color=colour, strokeDash=dash)
    plain = alt.Color("seri:N", scale=colours, legend=None)
    solid = base.transform_filter("!datum.sementara").mark_point(size=50, filled=True, opacity=1).encode(color=plain)
    hollow = base.transform_filter("datum.sementara").mark_point(
        size=60, filled=True, fill=palet.kertas, stroke=palet.sementara, strokeWidth=2, opacity=1
    )
    words = base.mark_text(align="left", dx=7, dy=alt.expr("datum.atas ? -9 : 12"), fontSize=11)
    parts = (line, solid, hollow, words.encode(text="teks:N", color=plain))
    said = "; ".join(f"{p['sumbu']} {p['seri'].lower()} {p['teks']}" for p in points)
    what = f"{rows[0]['kode']} {rows[0]['nama']} ({satuan})" if rows else "belum ada data"
    return _finish(points, parts, (lebar, 220), palet, f"{title}: {what}. {said}.")


def _points(row: Row) -> list[Row]:
    """Target and realisasi of one row; `atas` is where its figure goes, so that the two never meet."""
    target, realisasi = row["target"], row["realisasi"]
    higher = target is not None and realisasi is not None and realisasi > target
    ragu = " (sementara)" if row["sementara"] else ""
    two = (
        ("Target", target, not higher, False, ""),
        ("Realisasi", realisasi, higher or target is None, row["sementara"], ragu),
    )
    return [
        {"sumbu": row["sumbu"], "seri": seri, "nilai": nilai, "atas": atas, "sementara": sementara,
         "teks": angka(nilai, row["desimal"]) + catatan}
        for seri, nilai, atas, sementara, catatan in two if nilai is not None
    ]  # fmt: skip


def _bar_colour(palet: Palet) -> alt.Color:
    scale = alt.Scale(domain=["lengkap", "sementara"], range=[palet.batang, palet.sementara])
    return alt.Color("isi:N", scale=scale, legend=None)


def _name_axis() -> alt.Axis:
    """Labels of up to three lines, centred on their row (Vega centres the first line only)."""
    lines = "length(split(datum.label, '\\n'))"
    centred = {"condition": [{"test": f"{lines} == {n}", "value": -6 * (n - 1)} for n in (3, 2)], "value": 0}
    return alt.Axis(
        title=None,
        labelExpr="split(datum.label, '\\n')",
        labelOffset=centred,
        labelLimit=200,
        labelFontSize=10.5,
        labelPadding=6,
        ticks=False,
        domain=False,
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
        + (row["kata"] if not row["angka"] else f"{row['angka']} %, {row['kata']}")
        for row in rows
    )
    return f"{title}. " + "; ".join(parts) + "."


@cache
def _register_fonts() -> None:
    if FONT_FOLDER.is_dir():
        vl_convert.register_font_directory(str(FONT_FOLDER))
