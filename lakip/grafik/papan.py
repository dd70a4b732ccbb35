"""The board: each indikator as one row against its target, with its quarters.

Words come ready; only bars are drawn here, in pixels of its own width, because a row is read like one of a table: on a
screen of an office all of it, on a phone name, bar and capaian.
"""

from typing import Any

import altair as alt
import polars as pl

from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, Row, finish, wrap

BARIS = 27  # px
PUNCAK = 120  # percent; what goes beyond is cut with a sign
SEMPIT, LEGA = "width < 560", "width > 900"
KEPALA = 22
# Where a part stands on the row: narrow, wide.
PANGKAL, PANJANG = ("0.44 * width", "width - 338"), ("0.19 * width", "120")
KATA = ("0.66 * width", "width - 206")
BANDING = "width - 350"
HURUF = 6.3  # px that a letter takes
SEL, JARAK = 20, 22


def papan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Rows under their headings.

    `frame`: kode, judul (a heading where it changes), nama, pendek (the same where there is less
    room), beside (realisasi / target in words), capaian_persen,
    ikon, kata, nada (baik, buruk, or kosong: nothing is judged, grey), tw1..tw4 (an ikon, or null).
    """
    rows, heads = _laid(frame, palet)
    height = KEPALA + BARIS * (len(rows) + len(heads))
    quarters = [n for n in (1, 2, 3, 4) if any(r[f"tw{n}"] for r in rows)]
    quarters = list(range(1, (quarters or [1])[-1] + 1))
    parts = [
        _reach(), *_heads(heads, palet, quarters), *_bars(palet), *_texts(palet), *_quarters(rows, palet, quarters)
    ]  # fmt: skip
    said = "; ".join(f"{r['pendek']}: {r['beside']}, {r['ikon']} {r['kata']}" for r in rows)
    return finish(rows, parts, (lebar, height), palet, f"Realisasi terhadap target (garis tegak: target). {said}.")


# ---------------------------------------------------------------- inside


def _laid(frame: pl.DataFrame, palet: Palet) -> tuple[list[Row], list[Row]]:
    rows: list[Row] = []
    heads: list[Row] = []
    for row in frame.iter_rows(named=True):
        if row["judul"] and (not heads or heads[-1]["judul"] != row["judul"]):
            heads.append({"judul": row["judul"], "y": _y(len(rows) + len(heads))})
        value = row["capaian_persen"]
        rows.append(
            {
                **row,
                "y": _y(len(rows) + len(heads)),
                "dua": "\n".join(wrap(row["pendek"], 24, 2)),
                "isi": None if value is None else float(min(max(value, 0), PUNCAK)) / PUNCAK,
                "lewat": value is not None and value > PUNCAK,
                "warna": {"baik": palet.batang, "buruk": palet.meleset}.get(row["nada"], palet.sementara),
                "tinta": {"baik": palet.kata_baik, "buruk": palet.kata_buruk}.get(row["nada"], palet.redup),
            }
        )
    return rows, heads


def _y(nth: int) -> float:
    return KEPALA + BARIS * nth + BARIS / 2


def _at(narrow: str, wide: str) -> str:
    return f"({SEMPIT} ? {narrow} : {wide})"


def _pixels(name: str) -> Any:
    return alt.X(f"{name}:Q", scale=None, axis=None)


_ROW = alt.Y("y:Q", scale=None, axis=None)


def _heads(heads: list[Row], palet: Palet, quarters: list[int]) -> list[Any]:
    """A band with the words of each heading, and the names of the columns above all."""
    shown = " ".join(("", "I", "II", "III", "IV")[n] for n in quarters)
    names = [
        {"kata": "Realisasi / target", "x": BANDING, "rata": "right"},
        {"kata": "Capaian", "x": _at(PANGKAL[0], PANGKAL[1]), "rata": "left"},
        {"kata": f"TW {shown}", "x": "width - 4", "rata": "right"},
    ]  # fmt: skip
    above = [
        alt.Chart(alt.InlineData(values=[{}]))
        .mark_text(align=n["rata"], fontSize=11, color=palet.redup, baseline="middle")  # type: ignore[arg-type]
        .encode(
            x=alt.XValue(alt.expr(n["x"])),
            y=alt.YValue(KEPALA / 2),
            text=alt.TextValue(alt.expr(f"{SEMPIT} ? '' : '{n['kata']}'" if n["kata"] != "Capaian" else "'Capaian'")),
        )
        for n in names
    ]
    if not heads:
        return above
    base = alt.Chart(alt.InlineData(values=heads)).encode(y=_ROW)
    band = base.mark_bar(height=BARIS - 4, color=palet.garis, opacity=palet.pita).encode(
        x=alt.XValue(0), x2=alt.X2Value("width")
    )
    words = base.mark_text(
        align="left", fontSize=12, fontWeight="bold", color=palet.teks, baseline="middle", limit=alt.expr("width - 12")
    ).encode(x=alt.XValue(6), text=alt.Text("judul:N"))
    return [band, words, *above]


def _reach() -> Any:
    """The whole row answers to a click. First of all: Vega-Lite gives a selection to the first layer only."""
    return alt.Chart().mark_bar(height=BARIS, color="transparent", cursor="pointer").encode(
        x=alt.XValue(0), x2=alt.X2Value("width"), y=_ROW
    )  # fmt: skip


def _bars(palet: Palet) -> list[Any]:
    start, length = _at(*PANGKAL), _at(*PANJANG)
    ends = {"x1": "datum.isi", "x2": "1", "x3": str(100 / PUNCAK)}
    base = (
        alt.Chart()
        .transform_calculate(x0=start, **{name: f"{start} + {length} * {share}" for name, share in ends.items()})
        .encode(y=_ROW)
    )
    filled = base.transform_filter("isValid(datum.isi)")
    return [
        filled.mark_bar(height=14, color=palet.garis, opacity=0.45).encode(x=_pixels("x0"), x2="x2"),
        filled.mark_bar(height=8).encode(x=_pixels("x0"), x2="x1", color=alt.Color("warna:N", scale=None)),
        filled.mark_tick(thickness=2.5, size=18, orient="vertical", color=palet.target, opacity=1).encode(
            x=_pixels("x3")
        ),
        filled.transform_filter("datum.lewat")
        .mark_point(shape="triangle-right", size=60, filled=True, color=palet.batang, opacity=1, xOffset=5)
        .encode(x=_pixels("x2")),
    ]


def _texts(palet: Palet) -> list[Any]:
    base = alt.Chart().transform_calculate(
        nama=f"{SEMPIT} ? datum.dua : {LEGA} ? datum.nama : datum.pendek", angka=f"{SEMPIT} ? '' : datum.beside"
    ).encode(y=_ROW)  # fmt: skip
    style: Any = {"baseline": "middle", "fontSize": alt.expr(_at("11.5", "12.5"))}
    room = f"width - 352 - {HURUF} * length(datum.beside)"
    word = base.mark_text(align="left", fontWeight="bold", **style).encode(color=alt.Color("tinta:N", scale=None))
    return [
        base.mark_text(
            align="left", lineBreak="\n", lineHeight=12, color=palet.teks, limit=alt.expr(_at("0.43 * width", room)),
            dy=alt.expr(f"{SEMPIT} && indexof(datum.dua, '\\n') > 0 ? -6 : 0"), baseline="middle",
            fontSize=alt.expr(_at("12", "12.5")),
        ).encode(x=alt.XValue(6), text=alt.Text("nama:N")),
        base.mark_text(align="right", color=palet.teks, **style).encode(
            x=alt.XValue(alt.expr(BANDING)), text=alt.Text("angka:N")
        ),
        word.encode(x=alt.XValue(alt.expr(_at(*KATA))), text=alt.Text("ikon:N")),
        word.encode(x=alt.XValue(alt.expr(f"{_at(*KATA)} + {_at('13', '15')}")), text=alt.Text("kata:N")),
    ]  # fmt: skip


def _quarters(rows: list[Row], palet: Palet, quarters: list[int]) -> list[Any]:
    """A small square for each quarter; none where nothing is measured yet, and none on a phone."""
    cells = [
        {
            "y": row["y"], "ikon": mark, "geser": len(quarters) - 1 - n,
            "warna": {"✓": palet.sel_baik, "▼": palet.sel_buruk}.get(mark, "transparent"),
        }
        for row in rows for n, q in enumerate(quarters) if (mark := row[f"tw{q}"])
    ]  # fmt: skip
    if not cells:
        return []
    base = (
        alt.Chart(alt.InlineData(values=cells))
        .transform_filter(f"!({SEMPIT})")
        .transform_calculate(x=f"width - 12 - {JARAK} * datum.geser")
        .encode(x=_pixels("x"), y=_ROW)
    )
    box = base.mark_square(size=SEL * SEL * 0.8, opacity=1, stroke=palet.garis, strokeWidth=1).encode(
        fill=alt.Fill("warna:N", scale=None)
    )
    ink = palet.teks
    return [box, base.mark_text(fontSize=10, color=ink, baseline="middle").encode(text=alt.Text("ikon:N"))]
