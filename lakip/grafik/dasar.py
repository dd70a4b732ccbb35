"""What every chart shares: colours, font, Indonesian numbers, the picture, and its text alternative."""

import json
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

import altair as alt
from altair.utils import schemapi

from lakip import penggambar

LEBAR = 640  # px; 16 cm on paper makes 11 px letters 8 pt
FONT = "Lakip, Liberation Sans, Arial, sans-serif"
LOCALE = alt.Locale(number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp ", ""]))

PILIH = "pilih"  # the selection of a chart that can be clicked

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
    meleset: str  # a bar below its target
    kata_baik: str
    kata_buruk: str
    sel_baik: str
    sel_buruk: str
    pita: float = 0.28  # opacity of the bands behind a bar


TERANG = Palet(
    "#1f2937", "#4b5563", "#d1d5db", "#1e3a5f", "#9ca3af", "#111827", "#ffffff",
    "#c2410c", "#14532d", "#9a3412", "#cfe8d5", "#fbd5b5",
)  # fmt: skip
GELAP = Palet(
    "#f3f4f6", "#c3c9d2", "#4b5563", "#a8c7ee", "#7b8494", "#ffffff", "#0f172a",
    "#f97316", "#a7e3b9", "#fdba8c", "#1f5132", "#7a3a12", 0.45,
)  # fmt: skip


def to_png(chart: Chart, scale: float = 2) -> bytes:
    """The chart as a picture on white, with the shipped font; needs neither browser nor network.

    Drawn once: a report is printed again as preview, as PDF and as Word, and most of its time goes into pictures.
    """
    return _drawn(json.dumps({**chart.to_dict(validate=False), "background": "white"}), scale)


def unchecked(draw: Callable[[], Chart]) -> Chart:
    """The same chart, without holding each part against the schema of Vega-Lite, which takes as long as to build it.
    The tests check every chart."""
    with schemapi.debug_mode(False):
        return draw()


def alt_text(chart: Chart) -> str:
    """What the chart says, for those who cannot see it."""
    return str(chart.description)


def data(rows: Iterable[Row]) -> alt.InlineData:
    """Rows for Vega. Only here a Decimal becomes a double: else Vega draws it unscaled, 10.000 times too big."""
    return alt.InlineData(
        values=[{k: float(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows]
    )


def finish(rows: Sequence[Row], parts: Sequence[Any], ukuran: tuple[int, int], palet: Palet, description: str) -> Chart:
    """One chart of layers, with Indonesian numbers, font, colours and the text alternative."""
    label: Any = {"labelColor": palet.redup, "labelFontSize": 11}
    lines: Any = {"gridColor": palet.garis, "domainColor": palet.garis, "tickColor": palet.garis, "gridOpacity": 0.5}
    title: Any = {"titleColor": palet.redup, "titleFontSize": 11}
    config = alt.Config(
        font=FONT,
        locale=LOCALE,
        background="transparent",
        axis=alt.AxisConfig(**lines, **label, **title),
        legend=alt.LegendConfig(orient="top", title=None, **label),
        view=alt.ViewConfig(stroke=None),
        padding=4,
        mark=alt.MarkConfig(aria=False),  # the description says it, in Indonesian
    )
    size: Any = {"width": ukuran[0], "height": max(40, ukuran[1])}
    layered: Any = alt.layer(*parts, data=data(rows), description=description, config=config, **size)
    chart: Chart = layered
    return chart


def wrap(text: str, width: int, lines: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=lines, placeholder=" …")


@lru_cache(maxsize=64)
def _drawn(spec: str, scale: float) -> bytes:
    return penggambar.draw(penggambar.VEGALITE, spec, scale)
