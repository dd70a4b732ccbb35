"""Typing or pasting figures of the budget into a grid: one row per sub kegiatan, one column per figure."""

from collections.abc import Mapping, Sequence

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from lakip import anggaran
from lakip.akses import Pengguna
from lakip.anggaran import KOLOM_NAMA, Anggaran, Angka, Kode, Kunci
from lakip.errors import UserError
from lakip.formatting import angka, rupiah
from lakip.ui import panel_kisi, session
from lakip.ui.panel_kisi import Draf
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table
from lakip.unggah.tabel import ketikan, tempelan

MAKS_TEMPEL = 50_000  # characters
CARA_TEMPEL = (
    "Salin sel di Excel, lalu tempel di kotak ini. Bila kolom kode ikut tersalin, setiap baris masuk ke kodenya; bila "
    "tidak, baris diisikan berurutan mulai dari baris dan kolom yang dipilih. Belum ada yang disimpan."
)


def grid(pengguna: Pengguna, tahun: int, kolom: Sequence[str], key: str) -> None:
    """Every sub kegiatan with a pagu; saved whole, under the same rules as an uploaded file."""
    store, unit = session.store(), session.unit()
    known = anggaran.recorded(store, unit, tahun)
    nodes = anggaran.nodes(store, unit, tahun)
    subs = [nodes[k] for k in sorted({k for k, c in known if c in anggaran.PAGU})]
    nama = f"ketik anggaran {key} {tahun}"
    draf, grid_key = panel_kisi.opened(nama, (kolom, subs))
    draf = panel_kisi.keep(nama, draf, _typed(subs, kolom, known, draf.dasar, grid_key), known)
    _paste(nama, draf, subs, kolom)
    for line in draf.pesan:
        st.info(plain(line))
    if draf.isi:
        _review(pengguna, tahun, known, nodes, nama, draf)
        panel_kisi.give_up(nama, draf)


def _typed(
    subs: Sequence[Kode], kolom: Sequence[str], known: Angka, dasar: Mapping[Kunci, str], grid_key: str
) -> dict[Kunci, str]:
    """The text of every cell that does not say what is recorded; "" for one that was emptied."""
    right = {KOLOM_NAMA[k]: st.column_config.TextColumn(alignment="right", help="Rupiah bulat") for k in kolom}
    typed = st.data_editor(
        _frame(subs, kolom, known, dasar),
        key=grid_key,
        hide_index=True,
        num_rows="fixed",
        placeholder="belum diisi",
        disabled=["Kode", "Uraian", "Pagu"],
        column_config={
            "Kode": st.column_config.TextColumn(pinned=True, width=130),
            "Uraian": st.column_config.TextColumn(width="medium"),
            "Pagu": st.column_config.TextColumn(alignment="right"),
            **right,
        },
    )
    texts = {
        (node.kode, k): "" if pd.isna(text := typed[KOLOM_NAMA[k]][number]) else str(text).strip()
        for number, node in enumerate(subs)
        for k in kolom
    }
    return {place: text for place, text in texts.items() if text != _shown(known.get(place))}


def _frame(subs: Sequence[Kode], kolom: Sequence[str], known: Angka, dasar: Mapping[Kunci, str]) -> pd.DataFrame:
    columns: dict[str, list[str | None]] = {"Kode": [n.kode for n in subs], "Uraian": [n.nama for n in subs]}
    if not {*kolom} & {*anggaran.PAGU}:
        columns["Pagu"] = [_shown(anggaran.pagu(known, n.kode)) or None for n in subs]
    for k in kolom:
        columns[KOLOM_NAMA[k]] = [dasar.get((n.kode, k), _shown(known.get((n.kode, k)))) or None for n in subs]
    return pd.DataFrame({name: pd.array(texts, dtype="string") for name, texts in columns.items()})


def _shown(nilai: int | None) -> str:
    return "" if nilai is None else angka(nilai, 0)


def _paste(nama: str, draf: Draf, subs: Sequence[Kode], kolom: Sequence[str]) -> None:
    """The box that works where a browser gives no clipboard to a grid: over http, by the name of the computer."""
    names = {n.kode: f"{n.kode}  {n.nama}" for n in subs}
    with st.expander("Tempel dari Excel"), st.form(f"tempel {nama}", border=False):
        st.caption(CARA_TEMPEL)
        text = st.text_area(
            "Tempel dari Excel", height=120, max_chars=MAKS_TEMPEL, key=f"tempelan {nama} {draf.putaran}"
        )
        left, right = st.columns(2)
        row = left.selectbox("Mulai dari baris", names, format_func=names.__getitem__, key=f"baris {nama}")
        column = right.selectbox("Mulai dari kolom", kolom, format_func=KOLOM_NAMA.__getitem__, key=f"kolom {nama}")
        if not st.form_submit_button("Isikan ke tabel", icon=":material/content_paste:"):
            return
        try:
            found = tempelan.place(text, list(names), kolom, (row, column))
        except UserError as error:
            st.error(plain(error))
            return
    panel_kisi.renew(nama, draf, {**draf.isi, **found.isi}, found.pesan)
    session.saved(f"{len(found.isi)} sel diisikan ke tabel, belum disimpan. Periksa, lalu simpan.")


def _review(pengguna: Pengguna, tahun: int, known: Angka, nodes: dict[str, Kode], nama: str, draf: Draf) -> None:
    """How each typed cell was read, old beside new, what is wrong with it, and the button once nothing is."""
    read = {place: ketikan.rupiah(text) for place, text in draf.isi.items()}
    changed = {p: int(one.nilai) for p, one in read.items() if one.nilai is not None and known.get(p) != one.nilai}
    if changed:
        rows = [
            (firm(plain(kode)), plain(KOLOM_NAMA[k]), firm(rupiah(known.get((kode, k)))), f"**{firm(rupiah(value))}**")
            for (kode, k), value in changed.items()
        ]
        table({"Kode": KIRI, "Kolom": KIRI, "Tercatat": KANAN, "Menjadi": KANAN}, rows)
    for (kode, k), one in read.items():
        name = f"{kode}, {KOLOM_NAMA[k]}"
        if one.salah:
            st.error(plain(f"{name}: {one.pesan}"))
        elif one.nilai is None:
            was = rupiah(known.get((kode, k)))
            st.caption(plain(f"{name}: dikosongkan, tetapi yang tercatat tetap {was}. Ketik 0 bila memang nol."))
        elif one.pesan:
            st.caption(plain(f"{name}: {one.pesan}"))
    found = anggaran.check(nodes, {**known, **changed}, changed)
    for wrong in found:
        (st.error if wrong.salah else st.caption)(plain(wrong.pesan))
    if any(one.salah for one in read.values()) or any(wrong.salah for wrong in found):
        st.caption("Belum dapat disimpan: perbaiki dahulu yang disebut di atas, langsung di tabel.")
    elif changed and st.button(
        f"Simpan {len(changed)} angka", type="primary", icon=":material/save:", key=f"simpan {nama}"
    ):
        _save(pengguna, tahun, changed, known, nama, draf)


def _save(pengguna: Pengguna, tahun: int, changed: Angka, known: Angka, nama: str, draf: Draf) -> None:
    moved = [place for place in changed if draf.dilihat.get(place) != known.get(place)]
    if moved:
        said = "; ".join(f"{kode}, {KOLOM_NAMA[k]}, kini {rupiah(known.get((kode, k)))}" for kode, k in moved)
        st.warning(panel_kisi.BERUBAH.format(apa=plain(said)), icon=":material/sync_problem:")
        return
    saved = anggaran.save(session.store(), pengguna, session.unit(), tahun, Anggaran(changed, dilihat=known))
    panel_kisi.renew(nama, draf)
    session.saved(f"Anggaran Tahun {tahun} tersimpan: {saved}.")
