"""One indikator through time: years, and quarters of a year."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

import altair as alt
import polars as pl

from lakip.formatting import angka
from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, Row, finish
from lakip.periode import PERIODE, ROMAWI

DATAR, TERSEMPIT = 0.8, 0.1  # of the highest value
TINGGI, KECIL = 220, 130  # px


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
    return _two_lines(_steps_of(frame), palet, lebar, "step-after", "Target dan realisasi s.d. triwulan")


def jalur(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """The same, small and without its legend: one of many beside one another."""
    return _two_lines(_steps_of(frame), palet, lebar, "step-after", "Target dan realisasi s.d. triwulan", KECIL)


# ---------------------------------------------------------------- inside


def _steps_of(frame: pl.DataFrame) -> list[Row]:
    """SD1..SD4, the realisasi of what was settled only."""
    rows, settled = [], 0
    for row in frame.sort("periode").iter_rows(named=True):
        is_new, settled = row["terisi"] > settled, row["terisi"]
        triwulan = PERIODE[row["periode"]].triwulan[-1]
        rows.append({**row, "realisasi": row["realisasi"] if is_new else None, "sumbu": f"s.d. TW {ROMAWI[triwulan]}"})
    return rows


def _two_lines(rows: Sequence[Row], palet: Palet, lebar: int, shape: Any, title: str, tinggi: int = TINGGI) -> Chart:
    """Target dashed, realisasi solid with points (hollow: sementara); every point carries its figure."""
    points = [point for row in rows for point in _points(row)]
    sumbu = [r["sumbu"] for r in rows]
    both = ["Target", "Realisasi"]
    legend = alt.Legend(symbolType="stroke", symbolStrokeWidth=2.5, symbolSize=300) if tinggi > KECIL else None
    colours = alt.Scale(domain=both, range=[palet.redup, palet.batang])
    colour = alt.Color("seri:N", scale=colours, legend=legend)
    dash = alt.StrokeDash("seri:N", scale=alt.Scale(domain=both, range=[[5, 4], [1, 0]]), legend=legend)
    satuan = rows[0]["satuan"] if rows else ""
    scale, axis, base_said = _upright([point["nilai"] for point in points], satuan)
    base = alt.Chart().encode(
        x=alt.X(
            "sumbu:N",
            sort=sumbu,
            scale=alt.Scale(domain=sumbu),
            axis=alt.Axis(title=None, labelAngle=0, labelPadding=14),
        ),
        y=alt.Y("nilai:Q", scale=scale, axis=axis),
    )
    line = base.mark_line(interpolate=shape, strokeWidth=2).encode(color=colour, strokeDash=dash)
    plain = alt.Color("seri:N", scale=colours, legend=None)
    solid = base.transform_filter("!datum.sementara").mark_point(size=50, filled=True, opacity=1).encode(color=plain)
    hollow = base.transform_filter("datum.sementara").mark_point(
        size=60, filled=True, fill=palet.kertas, stroke=palet.sementara, strokeWidth=2, opacity=1
    )
    # The long figure of a sementara point stands under or over it: to its right a narrow chart would cut it off.
    words = base.mark_text(
        align=alt.expr("datum.sementara ? 'right' : 'left'"), dx=alt.expr("datum.sementara ? 32 : 7"),
        dy=alt.expr("datum.atas ? -11 : 14"), fontSize=11,
    )  # fmt: skip
    parts = (line, solid, hollow, words.encode(text=alt.Text("teks:N"), color=plain))
    said = "; ".join(f"{p['sumbu']} {p['seri'].lower()} {p['teks']}" for p in points)
    what = f"{rows[0]['kode']} {rows[0]['nama']} ({satuan})" if rows else "belum ada data"
    return finish(points, parts, (lebar, tinggi), palet, f"{title}: {what}. {said}.{base_said}")


def _upright(values: Sequence[Decimal], satuan: str) -> tuple[alt.Scale, alt.Axis, str]:
    """The upright axis, and what the text alternative says of it.

    It begins at zero unless all values lie in the upper fifth, where a small growth would be a level line. Then it
    begins higher, says where in its title, and spans a tenth of the value at least: no small step looks steep.
    """
    low, high = float(min(values, default=0)), float(max(values, default=0))
    if low <= 0 or low < DATAR * high:
        return alt.Scale(zero=True), alt.Axis(title=satuan, tickCount=5, format=",.4~f"), ""
    span = max(2 * (high - low), TERSEMPIT * high)
    step = next(s for s in _steps() if s >= span / 4)
    first = math.floor((high + low - span) / 2 / step)
    ticks = [step * n for n in range(first, math.ceil((high + low + span) / 2 / step) + 1)]
    start = angka(Decimal(str(round(ticks[0], 6))))
    axis = alt.Axis(title=f"{satuan} (mulai dari {start})", values=ticks, format=",.4~f")
    return alt.Scale(domain=[ticks[0], ticks[-1]], nice=False, zero=False), axis, f" Sumbu mulai dari {start}."


def _steps() -> Iterator[float]:
    """0,0001; 0,0002; 0,0005; 0,001 and so on."""
    return (digit * 10.0**power for power in count(-4) for digit in (1, 2, 5))


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
