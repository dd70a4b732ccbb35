"""What stands in one cell of an uploaded file, and what a person typed on screen in its place."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from openpyxl.utils.cell import coordinate_to_tuple

from lakip.formatting import angka
from lakip.unggah.berkas.lembar import Lembar, Sel
from lakip.unggah.hasil import Hasil, Jawaban
from lakip.unggah.tabel.bacaan import ISI

ALAMAT = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
Tempat = tuple[str, str]  # lembar, sel
H = TypeVar("H", bound=Hasil)


def is_cell(sel: str) -> bool:
    """Whether a temuan stands at one cell ("G12"), not at a sheet or a file."""
    return ALAMAT.fullmatch(sel) is not None


def find(lembar: Sequence[Lembar], tempat: Tempat) -> Sel | None:
    """The cell at a place; None when it is empty, or there is no such place."""
    nama, sel = tempat
    sheet = next((one for one in lembar if one.nama == nama), None)
    return sheet.sel(*coordinate_to_tuple(sel)) if sheet is not None and is_cell(sel) else None


def note(lembar: Sequence[Lembar], tempat: Tempat) -> str:
    """What is pinned to the cell at a place; empty for nothing."""
    nama, sel = tempat
    sheet = next((one for one in lembar if one.nama == nama), None)
    return sheet.komentar.get(coordinate_to_tuple(sel), "") if sheet is not None and is_cell(sel) else ""


def shown(sel: Sel | None) -> str:
    """What is written in a cell, as an Indonesian Excel shows it; not rounded."""
    if sel is None:
        return ""
    if isinstance(sel.nilai, (int, float)) and not isinstance(sel.nilai, bool):
        try:
            value = Decimal(repr(sel.nilai))
        except ArithmeticError:
            return sel.teks
        return f"{angka(value * 100)} %" if sel.persen else angka(value)
    return sel.teks


def corrections(lembar: Sequence[Lembar], jawaban: Jawaban) -> dict[Tempat, str]:
    """What was written in each cell that a person corrected on screen: {(lembar, sel): "15o"}."""
    return {(nama, sel): shown(find(lembar, (nama, sel))) for nama, sel, kode in jawaban if kode == ISI}


def with_corrections(hasil: H, lembar: Sequence[Lembar], jawaban: Jawaban) -> H:
    """The same, with what was written in the cells that were corrected. `lembar`: the sheets as they came."""
    return replace(hasil, dibetulkan=corrections(lembar, jawaban))


def recorded(dibetulkan: Mapping[Tempat, str]) -> str | None:
    """As the row of the file keeps it (unggahan.dibetulkan)."""
    named = {f"{nama}!{sel}": tertulis for (nama, sel), tertulis in dibetulkan.items()}
    return json.dumps(named, ensure_ascii=False) if named else None


def told(dibetulkan: str | None, lembar: str | None, sel: str | None) -> str:
    """ "dibetulkan di layar, tertulis: “15o”"; of another cell of the same row it says which. Empty for none.

    Args:
        dibetulkan: as the row of the file keeps it.
    """
    row = re.sub("[A-Z]+", "", sel or "")
    said = []
    for place, tertulis in json.loads(dibetulkan or "{}").items():
        nama, _, cell = place.rpartition("!")
        if nama == lembar and row and re.sub("[A-Z]+", "", cell) == row:
            which = "" if cell == sel else f" sel {cell}"
            said.append(f"dibetulkan di layar{which}, tertulis: “{tertulis}”" if tertulis else f"diisi di layar{which}")
    return "; ".join(said)
