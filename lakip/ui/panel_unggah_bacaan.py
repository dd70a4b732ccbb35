"""How the tables of an uploaded file were read, shown before anything is saved: the sheet as it looks, each column with
its meaning, and one answer that vouches for it. Tables under the same headings are shown, and answered, as one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st
from openpyxl.utils import get_column_letter

from lakip.formatting import waktu
from lakip.ui.panel_tanda import plain
from lakip.unggah import betulan, profil
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.betulan import Tempat
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Hasil
from lakip.unggah.profil import Profil
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, TIDAK_DIPAKAI, BacaanKolom, BacaanTabel, Guna

H = TypeVar("H", bound=Hasil)
Kunci = tuple[str, str, str]
Jawaban = dict[Kunci, str]

MAKS_JUDUL, MAKS_DATA, MAKS_KOLOM = 6, 3, 40  # of the sheet as it looks
BENAR = {PAKAI: "Bacaan ini benar", TINGGALKAN: "Jangan baca tabel ini"}
GUNA = {
    Guna.DIPAKAI: ":green-badge[:material/check: dipakai]",
    Guna.TIDAK_DIPAKAI: ":gray-badge[tidak dipakai]",
    Guna.DITANYAKAN: ":orange-badge[:material/help: ditanyakan]",
    Guna.TIDAK_DIPAHAMI: ":red-badge[:material/question_mark: tidak dipahami]",
}


def alike(tables: Sequence[BacaanTabel]) -> list[list[BacaanTabel]]:
    """Those under the same headings together."""
    groups: dict[tuple[str, ...], list[BacaanTabel]] = {}
    for one in tables:
        groups.setdefault(tuple(k.judul for k in one.kolom), []).append(one)
    return list(groups.values())


def ask(
    awal: H, read: Callable[[Jawaban], H], lembar: Sequence[Lembar], jawaban: Jawaban, ingat: Mapping[Tempat, Profil]
) -> tuple[H, Jawaban, set[Kunci]]:
    """Show how each foreign table was read, with the menus that change it.

    Args:
        awal: the file with `jawaban`: what was confirmed before of tables like these.
        lembar: its sheets, to show how they look.
        ingat: which profil spoke of which table.

    Returns: the file as answered, all answers, and the questions that wait in the menus.
    """
    drawn: list[tuple[BacaanTabel, dict[str, Any]]] = []
    waiting: set[Kunci] = set()
    for group in alike(profil.unconfirmed(awal)):
        with st.container(border=True):
            _head(group, lembar, ingat)
            spots: dict[str, Any] = {}
            given = _columns(group, awal.sha256, spots, waiting)
            jawaban = jawaban | given | _vouched(group, awal.sha256, given)
            drawn.append((group[0], spots))
    hasil = read(jawaban) if drawn else awal
    for tabel, spots in drawn:
        _fill(tabel, hasil, spots)
    return hasil, jawaban, waiting


# ---------------------------------------------------------------- inside


def _head(group: Sequence[BacaanTabel], lembar: Sequence[Lembar], ingat: Mapping[Tempat, Profil]) -> None:
    """Which sheet, which rows hold the headings, and how they look."""
    one = group[0]
    rows = f"baris {one.baris_judul}" + (f"–{one.baris_akhir}" if one.baris_akhir > one.baris_judul else "")
    st.markdown(f"**Lembar “{plain(one.lembar)}”: judul kolom di {rows}**")
    if rest := [f"“{plain(t.lembar)}”" for t in group[1:]]:
        st.caption(f"Judul yang sama ada pada {len(rest)} tabel lain, yang dibaca dengan cara yang sama: "
                   f"{', '.join(rest)}.")  # fmt: skip
    if known := ingat.get((one.lembar, one.sel)):
        form = profil.built_in(known.jenis, one)
        said = [f"Dikenali sebagai bentuk baku: **{plain(form.nama)}**"] if form else []
        if known.pada:
            said.append(f"Dikenali dari bacaan yang diingat: **{plain(known.nama)}**, dibenarkan oleh "
                        f"{plain(known.oleh_nama)}, {plain(waktu(known.pada))}")  # fmt: skip
        st.caption(f":material/history: {'. '.join(said)}. Setujui bila benar.")
    sheet = next((s for s in lembar if s.nama == one.lembar), None)
    if sheet is not None:
        st.dataframe(_look(sheet, one), width="stretch", height="content")


def _look(sheet: Lembar, tabel: BacaanTabel) -> pd.DataFrame:
    """Heading rows and first rows below them, under the letters of the sheet."""
    heads = range(max(tabel.baris_judul, tabel.baris_akhir - MAKS_JUDUL + 1), tabel.baris_akhir + 1)
    below = [n for n in sheet.baris if n > tabel.baris_akhir][:MAKS_DATA]
    numbers = [k.nomor for k in tabel.kolom] or [1]
    columns = list(range(min(numbers), max(numbers) + 1))[:MAKS_KOLOM]
    rows = [[betulan.shown(sheet.sel(row, column)) for column in columns] for row in (*heads, *below)]
    frame = pd.DataFrame(rows, columns=[get_column_letter(c) for c in columns], dtype="string")
    frame.index = pd.Index([str(n) for n in (*heads, *below)], name="Baris")
    return frame


def _columns(group: Sequence[BacaanTabel], sha256: str, spots: dict[str, Any], waiting: set[Kunci]) -> Jawaban:
    """A line per column with its menu; gives what was chosen. `spots` takes where the rest of each line goes."""
    one = group[0]
    given: Jawaban = {}
    unused = sum(k.guna is Guna.TIDAK_DIPAKAI for k in one.kolom)
    above, below = st.container(), st.container()
    folded = below.expander(f"{unused} kolom lain, yang dikenali dan tidak dipakai") if unused else below
    for number, kolom in enumerate(one.kolom):
        with folded if kolom.guna is Guna.TIDAK_DIPAKAI else above:
            given |= _column(group, number, kolom, sha256, spots, waiting)
    return given


def _column(
    group: Sequence[BacaanTabel],
    number: int,
    kolom: BacaanKolom,
    sha256: str,
    spots: dict[str, Any],
    waiting: set[Kunci],
) -> Jawaban:
    one, names = group[0], {**dict(group[0].pilihan), TIDAK_DIPAKAI: "tidak dipakai"}
    first = _proposed(kolom)
    left, middle, right = st.columns(3, gap="xsmall", vertical_alignment="center")
    left.markdown(f"**{get_column_letter(kolom.nomor)}** &nbsp;{plain(kolom.judul) or ':gray[tanpa judul]'}")
    chosen: str | None = middle.selectbox(
        f"Arti kolom {get_column_letter(kolom.nomor)}",
        list(names),
        index=list(names).index(first) if first in names else None,
        format_func=lambda b: names.get(b, b),
        placeholder="pilih artinya",
        key=f"arti {sha256} {one.lembar} {kolom.sel}",
        label_visibility="collapsed",
    )
    spots[kolom.sel] = right.empty()
    keys = [(t.lembar, t.kolom[number].sel, ARTI) for t in group]
    if chosen is None:
        waiting.update(keys)
    return dict.fromkeys(keys, chosen) if chosen not in (None, first) else {}


def _proposed(kolom: BacaanKolom) -> str | None:
    """What the menu opens with; None: nothing, a person chooses."""
    match kolom.guna:
        case Guna.DIPAKAI:
            return kolom.bidang
        case Guna.TIDAK_DIPAKAI:
            return TIDAK_DIPAKAI
    return None


def _vouched(group: Sequence[BacaanTabel], sha256: str, given: Jawaban) -> Jawaban:
    """The one answer; a meaning chosen anew asks for it anew."""
    answer: str | None = st.segmented_control(
        "Apakah tabel ini dibaca dengan benar?",
        list(BENAR),
        format_func=BENAR.__getitem__,
        key=f"benar {sha256} {group[0].lembar} {group[0].sel} {sorted(given.items())}",
    )
    return {(t.lembar, t.sel, PEMBACAAN): answer for t in group} if answer else {}


def _fill(tabel: BacaanTabel, hasil: Hasil, spots: dict[str, Any]) -> None:
    """What became of each column, with three of its cells as written and as read."""
    now = next((t for t in hasil.bacaan if (t.lembar, t.sel) == (tabel.lembar, tabel.sel)), tabel)
    columns = {k.sel: k for k in now.kolom}
    for sel, spot in spots.items():
        kolom = columns.get(sel) or next(k for k in tabel.kolom if k.sel == sel)
        shown = [f"{plain(w)} → **{plain(r)}**" if r else plain(w) for w, r in kolom.contoh]
        lines = [GUNA[kolom.guna], *([f":small[{'; '.join(shown)}]"] if shown else [])]
        maybe = dict(now.pilihan).get(kolom.bidang or "") if kolom.guna is Guna.DITANYAKAN else None
        if why := "; ".join(filter(None, (maybe and f"mungkin {maybe}", kolom.sebab))):
            lines.append(f":small[:gray[{plain(why)}]]")
        spot.markdown("  \n".join(lines))
