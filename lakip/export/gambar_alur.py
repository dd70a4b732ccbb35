"""The flow columns of the SOP form: the symbols of PermenPAN-RB 35/2012 and the lines between them, a picture a cell.

The lines of a cell run to its borders, so that the cells of a row, and row under row, join to one flow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from lakip import penggambar
from lakip.sop.langkah import KEPUTUSAN, MULAI, PELAKSANA, SELESAI, SIMBOL_NAMA, Langkah

LEBAR = 200  # of a cell, hundredths of a centimetre like every length here
SIMBOL = (136, 72)
LAJUR = 24  # how far the lines that change column keep from the edge of a row
SKALA = 2.0
HURUF = "Arial, Liberation Sans, sans-serif"
KOLOM = tuple(PELAKSANA)

Titik = tuple[float, float]


@dataclass(frozen=True)
class Sel:
    """One cell: its picture, and what it shows in words."""

    png: bytes
    alt: str


def draw(langkah: Sequence[Langkah], tinggi: Sequence[int]) -> Iterator[dict[str, Sel]]:
    """Per step, the cells in which there is something: a symbol, or a line on its way.

    Args:
        tinggi: of each row.
    """
    columns = [[KOLOM.index(k) for k in KOLOM if k in one.pelaksana] for one in langkah]
    for n, (one, height) in enumerate(zip(langkah, tinggi, strict=True)):
        from_above = columns[n][0] if n else None
        to_below = columns[n + 1][0] if n + 1 < len(langkah) else None
        lines = tuple(_lines(one.pelaksana, columns[n], from_above, to_below, height))
        yield {k: _cell(c, one.pelaksana.get(k), lines, height) for c, k in enumerate(KOLOM)
               if k in one.pelaksana or _crossed(c, lines)}  # fmt: skip


# ---------------------------------------------------------------- inside


@dataclass(frozen=True)
class Garis:
    titik: tuple[Titik, ...]
    panah: bool = True
    kata: str = ""
    letak: Titik = (0, 0)


def _middle(column: int) -> float:
    return (column + 0.5) * LEBAR


def _lines(
    simbol: Mapping[str, str], columns: Sequence[int], above: int | None, below: int | None, height: int
) -> Iterator[Garis]:
    middle, half_wide, half_high = height / 2, SIMBOL[0] / 2, SIMBOL[1] / 2
    top, bottom = middle - half_high, middle + half_high
    if above is not None:
        yield Garis(((_middle(columns[0]), 0), (_middle(columns[0]), top)))
    for before, column in pairwise(columns):
        begin, end = _middle(before) + half_wide, _middle(column) - half_wide
        kata = "Ya" if simbol[KOLOM[before]] == KEPUTUSAN else ""
        yield Garis(((begin, middle), (end, middle)), kata=kata, letak=(begin + 2, middle - 8))
    for before, column in pairwise(columns):
        if simbol[KOLOM[column]] == KEPUTUSAN:
            x, back = _middle(column), _middle(before)
            yield Garis(
                ((x, top), (x, LAJUR), (back, LAJUR), (back, top)), kata="Tidak", letak=(x - half_wide, LAJUR - 6)
            )
    if below is not None:
        x, to, lane = _middle(columns[-1]), _middle(below), height - LAJUR
        turn: tuple[Titik, ...] = () if x == to else ((x, lane), (to, lane))
        kata = "Ya" if simbol[KOLOM[columns[-1]]] == KEPUTUSAN else ""
        yield Garis(((x, bottom), *turn, (to, height)), False, kata, (x + 8, bottom + 16))


def _crossed(column: int, lines: Sequence[Garis]) -> bool:
    left, right = column * LEBAR, (column + 1) * LEBAR
    return any(min(x for x, _ in g.titik) < right and max(x for x, _ in g.titik) > left for g in lines)


def _cell(column: int, simbol: str | None, lines: tuple[Garis, ...], height: int) -> Sel:
    alt = SIMBOL_NAMA[simbol] if simbol else "Garis alur"
    return Sel(_png(column, simbol, lines, height), alt)


@cache
def _png(column: int, simbol: str | None, lines: tuple[Garis, ...], height: int) -> bytes:
    parts = [_line(g) for g in lines]
    if simbol:
        parts.append(_shape(simbol, _middle(column), height / 2))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEBAR}" height="{height}" '
        f'viewBox="{column * LEBAR} 0 {LEBAR} {height}" font-family="{HURUF}">{"".join(parts)}</svg>'
    )
    return penggambar.draw(penggambar.SVG, svg, SKALA)


def _line(garis: Garis) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in garis.titik)
    drawn = f'<polyline points="{points}" fill="none" stroke="black" stroke-width="3"/>'
    if garis.panah:
        (x0, y0), (x, y) = garis.titik[-2:]
        tip = f"{x:g},{y:g} "
        tip += (
            f"{x - 14:g},{y - 7:g} {x - 14:g},{y + 7:g}"
            if y0 == y and x0 < x
            else f"{x - 7:g},{y - 14:g} {x + 7:g},{y - 14:g}"
        )
        drawn += f'<polygon points="{tip}" fill="black"/>'
    if garis.kata:
        drawn += f'<text x="{garis.letak[0]:g}" y="{garis.letak[1]:g}" font-size="22">{garis.kata}</text>'
    return drawn


def _shape(simbol: str, x: float, y: float) -> str:
    wide, high = SIMBOL
    left, top = x - wide / 2, y - high / 2
    look = 'fill="white" stroke="black" stroke-width="3"'
    if simbol == KEPUTUSAN:
        return f'<polygon points="{x:g},{top:g} {x + wide / 2:g},{y:g} {x:g},{y + high / 2:g} {left:g},{y:g}" {look}/>'
    rounded = high / 2 if simbol in (MULAI, SELESAI) else 0
    box = f'<rect x="{left:g}" y="{top:g}" width="{wide}" height="{high}" rx="{rounded:g}" {look}/>'
    if not rounded:
        return box
    return f'{box}<text x="{x:g}" y="{y + 9:g}" font-size="26" text-anchor="middle">{SIMBOL_NAMA[simbol]}</text>'
