"""Typing figures of the budget into a grid: one row per sub kegiatan, one column per figure."""

from collections.abc import Sequence

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from lakip import anggaran, dasbor
from lakip.akses import Pengguna
from lakip.anggaran import KOLOM_NAMA, Anggaran, Angka, Kode
from lakip.formatting import rupiah
from lakip.ui import session
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table


def grid(pengguna: Pengguna, tahun: int, kolom: Sequence[str], key: str) -> None:
    """Every sub kegiatan with a pagu; saved whole, under the same rules as an uploaded file."""
    store, unit = session.store(), session.unit()
    known = anggaran.recorded(store, unit, tahun)
    nodes = anggaran.nodes(store, unit, tahun)
    subs = [nodes[k] for k in sorted({k for k, c in known if c in anggaran.PAGU})]
    typed = st.data_editor(
        _frame(subs, kolom, known),
        key=f"ketik anggaran {key} {tahun} {dasbor.version(store)}",
        hide_index=True,
        num_rows="fixed",
        placeholder="belum diisi",
        disabled=["Kode", "Uraian", "Pagu"],
        column_config={
            "Kode": st.column_config.TextColumn(pinned=True, width=130),
            "Uraian": st.column_config.TextColumn(width="medium"),
            **{
                name: st.column_config.NumberColumn(step=1, format="localized", help="Rupiah bulat")
                for name in ("Pagu", *(KOLOM_NAMA[k] for k in kolom))
            },
        },
    )
    changed = {
        (node.kode, k): int(value)
        for number, node in enumerate(subs)
        for k in kolom
        if not pd.isna(value := typed[KOLOM_NAMA[k]][number]) and known.get((node.kode, k)) != int(value)
    }
    if changed:
        _review(pengguna, tahun, changed, known, nodes, key)


def _frame(subs: Sequence[Kode], kolom: Sequence[str], known: Angka) -> pd.DataFrame:
    columns: dict[str, object] = {"Kode": [n.kode for n in subs], "Uraian": [n.nama for n in subs]}
    if not {*kolom} & {*anggaran.PAGU}:
        columns["Pagu"] = pd.array([anggaran.pagu(known, n.kode) for n in subs], dtype="Int64")
    for k in kolom:
        columns[KOLOM_NAMA[k]] = pd.array([known.get((n.kode, k)) for n in subs], dtype="Int64")
    return pd.DataFrame(columns)


def _review(pengguna: Pengguna, tahun: int, changed: Angka, known: Angka, nodes: dict[str, Kode], key: str) -> None:
    """Old beside new, what is wrong with it, and the button once nothing is."""
    rows = [
        (firm(plain(kode)), plain(KOLOM_NAMA[k]), firm(rupiah(known.get((kode, k)))), f"**{firm(rupiah(value))}**")
        for (kode, k), value in changed.items()
    ]
    table({"Kode": KIRI, "Kolom": KIRI, "Tercatat": KANAN, "Menjadi": KANAN}, rows)
    found = anggaran.check(nodes, {**known, **changed}, changed)
    for one in found:
        (st.error if one.salah else st.caption)(plain(one.pesan))
    if any(one.salah for one in found):
        return
    if st.button(f"Simpan {len(changed)} angka", type="primary", icon=":material/save:", key=f"simpan ketik {key}"):
        saved = anggaran.save(session.store(), pengguna, session.unit(), tahun, Anggaran(changed, dilihat=known))
        session.saved(f"Anggaran Tahun {tahun} tersimpan: {saved}.")
