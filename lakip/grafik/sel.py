"""A grid of cells: rows by columns, each with a colour, a figure and a word."""

from collections.abc import Sequence

import altair as alt

from lakip.grafik.dasar import Chart, Palet, Row, finish


def grid(rows: Sequence[Row], kolom: Sequence[str], palet: Palet, lebar: int, said: str) -> Chart:
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
    figure = base.mark_text(dy=alt.expr(f"{three} ? -13 : -8"), fontSize=11, fontWeight="bold").encode(
        text=alt.Text("angka:N")
    )
    word = (
        base.transform_calculate(kata=f"{wide} ? datum.kata : datum.ringkas")
        .mark_text(
            dy=alt.expr(f"{three} ? 0 : datum.angka ? 7 : length(split(datum.kata, '\\n')) > 1 ? -5 : 0"),
            fontSize=alt.expr(f"{wide} ? 10 : 9"),
            lineBreak="\n",
        )
        .encode(text=alt.Text("kata:N"))
    )
    corner = f"11 - {cell} / 2"
    icon = (
        base.transform_filter(f"{wide} || !datum.ringkas")
        .mark_text(dx=alt.expr(f"{wide} ? {corner} : 0"), dy=alt.expr(f"{wide} ? -8 : 8"), fontSize=11)
        .encode(text=alt.Text("ikon:N"))
    )
    banyak = len({row["baris"] for row in rows})
    return finish(rows, (cells, figure, word, icon), (max(160, lebar - 190), banyak * 42), palet, said)


def ink(warna: str | None, palet: Palet) -> str:
    """Dark or white letters, whichever stands out more on the colour."""
    if warna in (None, "transparent"):
        return palet.redup
    red, green, blue = (int(str(warna)[i : i + 2], 16) for i in (1, 3, 5))
    return "#111827" if 0.299 * red + 0.587 * green + 0.114 * blue > 110 else "#ffffff"


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
