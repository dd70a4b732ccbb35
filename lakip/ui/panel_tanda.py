"""How a figure is marked on screen: word, icon and colour together, the way to its card, tables of them.

Everything here becomes Markdown, so text that people typed goes through `plain` first.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from lakip.alur.syarat import KETIK
from lakip.formatting import angka, persen
from lakip.indikator import ALASAN_NAMA, TERPAKAI, Rumus
from lakip.pengaturan import Kategori

PAGES = Path(__file__).resolve().parents[2] / "pages"
CARD = PAGES / "kartu.py"
# An escape does not keep an address from becoming a link, since it is looked for again in what was escaped; an
# invisible word joiner inside it does. What slips through all the same loses its way out in bahasa.js.
PENYAMBUNG = "\u2060"
ALAMAT = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
TAUTAN = re.compile(r"(?<=\])(?=[(\[])|(?<=<)(?=\w+:)")
TINTA = "#111827"  # on every colour of a scale: at least 4,5 : 1 on those of Permendagri 86/2017
KANAN, KIRI = "kanan", "kiri"

Row = Mapping[str, Any]


def plain(text: object) -> str:
    """The text as it is, on one line: nothing in it is read as Markdown, colour, icon or formula."""
    flat = ALAMAT.sub(PENYAMBUNG, " ".join(str(text or "").split()))
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:=@])", r"\\\1", flat)


def unlinked(text: str) -> str:
    """A sentence as it is, but for links: nothing that people typed becomes one. What is typed alone goes through
    `plain`, which does this too."""
    return TAUTAN.sub(PENYAMBUNG, ALAMAT.sub(PENYAMBUNG, text))


def firm(text: str) -> str:
    """Text, plain or as it is, kept on one line of a table cell."""
    return text.replace("\\-", "-").replace(" ", "\u00a0").replace("-", "\u2011")


def chip(kata: str, ikon: str, warna: str) -> str:
    """A word with its icon on its colour; the word says it all without the colour."""
    inside = firm(plain(f"{ikon} {kata}"))
    return f':color[\u00a0{inside}\u00a0]{{foreground="{TINTA}" background="{warna}"}}'


def standing(row: Row, skala: Sequence[Kategori]) -> str:
    """The kategori of a row of read/capaian.sql; grey words where it has none yet."""
    for kategori in skala:
        if kategori.nama == row["kategori"]:
            return chip(kategori.nama, kategori.ikon, kategori.warna)
    if row["capaian_persen"] is None:
        return f":gray[{firm(ALASAN_NAMA[row['alasan']])}]"
    if row["lengkap"]:
        return f":gray[{firm('◌ belum dibenarkan')}]"
    return f":gray[{firm('◌ belum lengkap')}]"


def capaian(row: Row) -> str:
    """The capaian as printed, grey while it is sementara."""
    text = firm(persen(row["capaian_persen"]))
    return f":gray[{text}]" if row["sementara"] else text


def kemajuan(row: Row) -> str:
    """Realisasi to date against the annual target, in words; empty without one (design 4.3)."""
    if row["realisasi_sd"] is None or row["target_tahun"] is None:
        return ""
    if row["kemajuan_persen"] is not None:
        return f"{persen(row['kemajuan_persen'])} dari target tahun"
    done, whole = (angka(row[k], row["desimal"]) for k in ("realisasi_sd", "target_tahun"))
    if row["rumus"] == Rumus.STABIL:
        return f"{done} dari target {whole}"
    used = "terpakai " if row["metode"] in TERPAKAI else ""
    return f"{used}{done} dari batas {whole}"


def card_link(kode: str, tahun: int, periode: str) -> str:
    """Markdown that leads from a kode to its card."""
    return f"[{firm(plain(kode))}](/kartu?{urlencode({'indikator': kode, 'tahun': tahun, 'periode': periode})})"


def type_address(kode: str, bagian: str, tahun: int, triwulan: int) -> dict[str, str]:
    """The address at which one figure is typed: page Unggah with bagian, indikator and periode chosen."""
    return {
        "tahun": str(tahun), "periode": f"TW{triwulan}", "bagian": bagian, "cara": KETIK,
        "indikator": kode,
    }  # fmt: skip


def type_link(label: str, kode: str, bagian: str, tahun: int, triwulan: int) -> str:
    """Markdown that leads to where a figure is typed."""
    return f"[{firm(plain(label))}](/unggah?{urlencode(type_address(kode, bagian, tahun, triwulan))})"


def open_card(kode: str, tahun: int, periode: str) -> None:
    """Go to a card now; nothing after this runs."""
    st.switch_page(CARD, query_params={"indikator": kode, "tahun": str(tahun), "periode": periode})


def open_page(page: str, **query: str) -> None:
    """Go to a page now; nothing after this runs."""
    st.switch_page(PAGES / page, query_params=query)


def card_button(label: str, kode: str, tahun: int, periode: str, icon: str = ":material/badge:") -> None:
    """A link to a card inside this tab."""
    st.page_link(
        CARD, label=label, icon=icon, query_params={"indikator": kode, "tahun": str(tahun), "periode": periode}
    )


def pick(label: str, param: str, names: Mapping[str, str], first: str | None = None) -> str:
    """A choice that stays in the address under `param`, by its code; `first` is what it opens with otherwise.

    `names` has the words of each code, and at least one.
    """
    codes, asked = list(names), st.query_params.get(param)
    start = asked if asked is not None and asked in names else first or codes[0]
    chosen: str = st.selectbox(label, codes, codes.index(start), names.__getitem__, key=f"pilih_{param}")
    if asked != chosen:
        st.query_params[param] = chosen
    return chosen


def page_link(page: str, label: str, icon: str, tahun: int, periode: str, bagian: str | None = None) -> None:
    """A link to another page inside this tab, for the same tahun, periode and bagian."""
    query = {"tahun": str(tahun), "periode": periode, **({"bagian": bagian} if bagian else {})}
    st.page_link(PAGES / page, label=label, icon=icon or None, query_params=query)


def table(columns: Mapping[str, str], rows: Iterable[Sequence[str]]) -> None:
    """A table that a reader can select, print and reach by keyboard.

    Args:
        columns: head and alignment (KIRI, KANAN) of each column.
        rows: cells in Markdown, one line each.

    On a phone each row becomes a card, its cells under one another (layar.css).
    """
    _drawing()(json.dumps([dict(columns), [list(row) for row in rows]]))


def texts(frame: pl.DataFrame) -> None:
    """A frame of texts that people typed, as a table."""
    table(dict.fromkeys(frame.columns, KIRI), ([plain(v) for v in row] for row in frame.iter_rows()))


# ---------------------------------------------------------------- inside


@cache
def _drawing() -> Callable[[str], None]:
    """A table is drawn once and then given again as it was: pandas takes 20 ms for each, and some screens have two
    dozen. Made at the first one, since Streamlit warns before it runs."""
    drawing: Callable[[str], None] = st.cache_data(max_entries=500, show_spinner=False)(_drawn)
    return drawing


def _drawn(said: str) -> None:
    """The table of these columns and rows (JSON)."""
    import pandas as pd  # type: ignore[import-untyped]  # noqa: PLC0415  a third of the start, and the door needs none

    columns, lines = json.loads(said)
    cells = dict(zip(columns, zip(*lines, strict=True), strict=True))
    right = [name for name, side in columns.items() if side == KANAN]
    # Streamlit aligns by type only: a right-hand column holds row numbers, shown as their texts.
    frame = pd.DataFrame({name: range(len(texts)) if name in right else texts for name, texts in cells.items()})
    shown = frame.style.format({name: cells[name].__getitem__ for name in right})
    st.table(shown.set_table_styles(_phone(columns, lines)), hide_index=True)


def _phone(columns: Iterable[str], lines: Sequence[Sequence[str]]) -> list[Any]:
    """What layar.css needs to show each row as a card: the head of a cell, and which cells are empty.

    A row with a single filled cell is a heading, and has no head itself; on paper (cetak.css) it stands on one line.
    """
    said = [(f"td.col{n}", f'"{name}"') for n, name in enumerate(columns)]
    styles = [{"selector": where, "props": [("--judul", head), ("--rata", "end")]} for where, head in said]
    for number, line in enumerate(lines):
        empty = [f"td.row{number}.col{n}" for n, text in enumerate(line) if not text]
        if empty:
            styles.append({"selector": ", ".join(empty), "props": [("--tampak", "none")]})
        if len(line) - len(empty) == 1:
            heading = [("--judul", "none"), ("--rata", "start"), ("--lipat", "nowrap")]
            styles.append({"selector": f"td.row{number}", "props": heading})
    return styles
