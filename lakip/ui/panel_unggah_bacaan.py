"""How the tables of an uploaded file were read, shown before anything is saved: the sheet as it looks, each column with
its meaning, and one answer that vouches for it. Tables under the same headings are shown, and answered, as one.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st
from openpyxl.utils import get_column_letter

from lakip.ui.panel_tanda import plain
from lakip.unggah import betulan
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Hasil
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, TIDAK_DIPAKAI, BacaanKolom, BacaanTabel, Peran

H = TypeVar("H", bound=Hasil)
Kunci = tuple[str, str, str]

MAKS_JUDUL, MAKS_DATA, MAKS_KOLOM = 6, 3, 40  # of the sheet as it looks
BENAR = {PAKAI: "Bacaan ini benar", TINGGALKAN: "Jangan baca tabel ini"}
PERAN = {
    Peran.DIPAKAI: ":green-badge[:material/check: dipakai]",
    Peran.TIDAK_DIPAKAI: ":gray-badge[tidak dipakai]",
    Peran.DITANYAKAN: ":orange-badge[:material/help: ditanyakan]",
    Peran.TIDAK_DIPAHAMI: ":red-badge[:material/question_mark: tidak dipahami]",
}


def foreign(hasil: Hasil) -> list[list[BacaanTabel]]:
    """The tables that a person vouches for, or that a remembered reading was applied to; alike ones together."""
    asked = {t.kunci for t in hasil.temuan}
    alike: dict[object, list[BacaanTabel]] = {}
    for one in hasil.bacaan:
        if one.profil or (one.lembar, one.sel, PEMBACAAN) in asked:
            alike.setdefault((one.sidik, tuple(k.judul for k in one.kolom)), []).append(one)
    return list(alike.values())


def ask(awal: H, read: Callable[[dict[Kunci, str]], H], lembar: Sequence[Lembar]) -> tuple[H, dict[Kunci, str]]:
    """Show how each foreign table was read, with the menus that change it; gives the file as answered, and the answers.

    Args:
        awal: the file without any answer.
        lembar: its sheets, to show how they look.
    """
    groups = foreign(awal)
    if not groups:
        return awal, {}
    jawaban: dict[Kunci, str] = {}
    drawn: list[tuple[list[BacaanTabel], dict[str, Any]]] = []
    for group in groups:
        with st.container(border=True):
            _head(group, lembar)
            spots, given = _columns(group, awal.sha256)
            jawaban |= given
            jawaban |= _vouched(group, awal, given)
            drawn.append((group, spots))
    hasil = read(jawaban) if jawaban else awal
    for group, spots in drawn:
        _fill(group[0], hasil, spots)
    return hasil, jawaban


# ---------------------------------------------------------------- inside


def _head(group: Sequence[BacaanTabel], lembar: Sequence[Lembar]) -> None:
    """Which sheet, which rows hold the headings, and how they look."""
    one = group[0]
    rows = f"baris {one.baris_judul}" + (f"–{one.baris_akhir}" if one.baris_akhir > one.baris_judul else "")
    st.markdown(f"**Lembar “{plain(one.lembar)}”: judul kolom di {rows}**")
    if rest := [f"“{plain(t.lembar)}”" for t in group[1:]]:
        st.caption(f"Judul yang sama ada pada {len(rest)} tabel lain, yang dibaca dengan cara yang sama: "
                   f"{', '.join(rest)}.")  # fmt: skip
    if one.profil:
        st.caption(f":material/history: Dikenali dari bacaan yang diingat: **{plain(one.profil)}**. Periksa sekilas.")
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


def _columns(group: Sequence[BacaanTabel], sha256: str) -> tuple[dict[str, Any], dict[Kunci, str]]:
    """A line per column with its menu; gives where the rest of each line goes, by heading cell, and what was chosen."""
    one = group[0]
    spots: dict[str, Any] = {}
    given: dict[Kunci, str] = {}
    unused = [k for k in one.kolom if k.peran is Peran.TIDAK_DIPAKAI]
    for number, kolom in enumerate(one.kolom):
        if kolom not in unused:
            given |= _column(group, number, kolom, sha256, spots)
    if unused:
        with st.expander(f"{len(unused)} kolom lain, yang dikenali dan tidak dipakai"):
            for number, kolom in enumerate(one.kolom):
                if kolom in unused:
                    given |= _column(group, number, kolom, sha256, spots)
    return spots, given


def _column(
    group: Sequence[BacaanTabel], number: int, kolom: BacaanKolom, sha256: str, spots: dict[str, Any]
) -> dict[Kunci, str]:
    one, names = group[0], {**dict(group[0].pilihan), TIDAK_DIPAKAI: "tidak dipakai"}
    first = _proposed(kolom)
    left, middle, right = st.columns([3, 2, 3], vertical_alignment="center")
    left.markdown(f"**{get_column_letter(kolom.nomor)}** &nbsp;{plain(kolom.judul) or ':gray[tanpa judul]'}")
    hint = names.get(kolom.bidang or "", "")
    chosen: str | None = middle.selectbox(
        f"Arti kolom {get_column_letter(kolom.nomor)}",
        list(names),
        index=list(names).index(first) if first in names else None,
        format_func=lambda b: names.get(b, b),
        placeholder=f"mungkin {hint}" if hint else "belum dipahami",
        key=f"arti {sha256} {one.lembar} {kolom.sel}",
        label_visibility="collapsed",
    )
    spots[kolom.sel] = right.empty()
    if chosen is None or chosen == first:
        return {}
    return {(t.lembar, t.kolom[number].sel, ARTI): chosen for t in group}


def _proposed(kolom: BacaanKolom) -> str | None:
    """What the menu opens with; None: nothing, a person chooses."""
    match kolom.peran:
        case Peran.DIPAKAI:
            return kolom.bidang
        case Peran.TIDAK_DIPAKAI:
            return TIDAK_DIPAKAI
    return None


def _vouched(group: Sequence[BacaanTabel], awal: Hasil, given: dict[Kunci, str]) -> dict[Kunci, str]:
    """The one answer; a meaning chosen anew asks for it anew."""
    asked = {t.kunci for t in awal.temuan}
    waiting = [t for t in group if (t.lembar, t.sel, PEMBACAAN) in asked]
    if not waiting:
        return {}
    answer: str | None = st.segmented_control(
        "Apakah tabel ini dibaca dengan benar?",
        list(BENAR),
        format_func=BENAR.__getitem__,
        key=f"benar {awal.sha256} {group[0].lembar} {group[0].sel} {sorted(given.items())}",
    )
    return {(t.lembar, t.sel, PEMBACAAN): answer for t in waiting} if answer else {}


def _fill(tabel: BacaanTabel, hasil: Hasil, spots: dict[str, Any]) -> None:
    """What became of each column, with three of its cells as written and as read."""
    now = next((t for t in hasil.bacaan if (t.lembar, t.sel) == (tabel.lembar, tabel.sel)), tabel)
    columns = {k.sel: k for k in now.kolom}
    for sel, spot in spots.items():
        kolom = columns.get(sel) or next(k for k in tabel.kolom if k.sel == sel)
        shown = [f"{plain(w)} → **{plain(r)}**" if r else plain(w) for w, r in kolom.contoh]
        lines = [PERAN[kolom.peran], *([f":small[{'; '.join(shown)}]"] if shown else [])]
        if kolom.sebab:
            lines.append(f":small[:gray[{plain(kolom.sebab)}]]")
        spot.markdown("  \n".join(lines))
