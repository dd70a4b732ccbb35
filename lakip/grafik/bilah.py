"""One bar against its target, without letters, for a cell of a printed table."""

from decimal import Decimal

import altair as alt

from lakip.grafik.dasar import TERANG, Chart, Palet, data

UKURAN = (140, 11)  # px
PUNCAK = 120  # percent; what goes beyond is cut, as its figure beside it says
MELESET = "#c2410c"


def bilah(capaian_persen: Decimal, *, dinilai: bool, meleset: bool, palet: Palet = TERANG) -> Chart:
    """Capaian on an axis of 0 to PUNCAK with a mark where the target is reached; grey while nothing is judged."""
    shown = min(max(capaian_persen, Decimal(0)), Decimal(PUNCAK))
    colour = palet.sementara if not dinilai else MELESET if meleset else palet.batang
    axis = alt.X("nilai:Q", scale=alt.Scale(domain=[0, PUNCAK], nice=False), axis=None)
    ground = alt.Chart(data([{"nilai": PUNCAK}])).mark_bar(color="#e5eaf0", size=8).encode(x=axis)
    bar = alt.Chart(data([{"nilai": shown}])).mark_bar(color=colour, size=8).encode(x=axis)
    mark = alt.Chart(data([{"nilai": 100}])).mark_tick(color=palet.target, size=UKURAN[1], thickness=2).encode(x=axis)
    width, height = UKURAN
    chart = alt.layer(ground, bar, mark).properties(width=width, height=height, padding=0)
    return chart.configure_view(stroke=None)  # type: ignore[no-any-return]
