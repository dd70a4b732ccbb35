"""A text whose parts look different: a footnote mark above the line, a part struck through."""

import re
from collections.abc import Sequence
from typing import NamedTuple

PANGKAT = re.compile(r"(?:^|[\s(/])(?:k|h|da|d|c|m)?m$", re.IGNORECASE)  # m², km³: a unit, no footnote


class Penggal(NamedTuple):
    """One run. `coret` None: as its cell."""

    teks: str
    atas: bool = False
    coret: bool | None = None


class Tulisan(NamedTuple):
    """What the runs come to; see the fields of `Sel`."""

    nilai: str
    catatan_kaki: str = ""
    tercoret: str = ""
    coret: bool = False


def resolve(runs: Sequence[Penggal], coret: bool = False) -> Tulisan:
    """One text out of its runs. `coret`: the cell as a whole is struck through."""
    if len(runs) == 1 and runs[0].coret is None:
        return Tulisan(runs[0].teks, coret=coret)
    struck = [run for run in runs if (coret if run.coret is None else run.coret)]
    kept = [run for run in runs if not (coret if run.coret is None else run.coret)]
    whole = not "".join(run.teks for run in kept).strip()
    text, marks = "", ""
    for run in struck if whole else kept:
        if run.atas and text.strip() and not (run.teks.strip() in {"2", "3"} and PANGKAT.search(text)):
            marks += run.teks
        else:
            text += run.teks
    return Tulisan(
        text, marks.strip(), "" if whole else "".join(run.teks for run in struck).strip(), whole and bool(struck)
    )
