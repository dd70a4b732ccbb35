"""The tab Dokumen of Acuan: the register of planning documents, their files, and what a card says of them."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from lakip import dokumen, pembanding
from lakip.akses import Izin, Pengguna
from lakip.dokumen import BERENTANG, BERISI, DIDAFTAR, JENIS_NAMA, Dokumen
from lakip.formatting import KOSONG, angka, tanggal
from lakip.pembanding import CAKUPAN_NAMA
from lakip.periode import ROMAWI
from lakip.ui import panel_dokumen_daftar, panel_dokumen_isi, panel_pembanding, panel_selisih, session
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table

TIPE = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def page(pengguna: Pengguna, tahun: int) -> None:
    """Everything of the tab, for one tahun; who may not plan reads and downloads only."""
    rows = dokumen.listed(session.store(), session.unit(), tahun)
    panel_selisih.notice(tahun)
    st.subheader("Dokumen perencanaan")
    register(rows, tahun)
    files(pengguna, rows)
    if pengguna.may(Izin.RENCANA, session.unit()):
        with st.expander("Daftarkan dokumen, perubahan, atau pembetulannya"):
            panel_dokumen_daftar.form(pengguna, tahun)
        with st.expander("Isi dokumen per indikator"):
            panel_dokumen_isi.page(pengguna, tahun)
    st.subheader("Pembanding")
    panel_pembanding.page(pengguna, tahun)


def register(rows: pl.DataFrame, tahun: int) -> None:
    """The documents that matter in the tahun; what no longer counts is grey."""
    head = {"Dokumen": KIRI, "Nomor": KIRI, "Tanggal": KIRI, "Berlaku": KIRI, "Isi": KANAN, "Berkas": KIRI}
    shown = rows.filter(pl.col("berlaku") | (pl.col("jenis") != "renaksi"))
    if shown.is_empty():
        st.info(f"Belum ada dokumen untuk tahun {tahun}. Kasubbag Perencanaan yang mendaftarkannya di tab ini.")
        return
    table(head, [_line(row) for row in shown.iter_rows(named=True)])
    missing = [JENIS_NAMA[j] for j in DIDAFTAR if j not in set(rows.filter("berlaku")["jenis"])]
    if missing:
        st.caption(f"Belum terdaftar untuk tahun {tahun}: {', '.join(missing)}.")


def files(pengguna: Pengguna, rows: pl.DataFrame) -> None:
    """The archived files, newest document first."""
    store, unit = session.store(), session.unit()
    kept = [r for r in reversed(rows.to_dicts()) if r["nama_berkas"] and not r["batal"]]
    if not kept:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        row = st.selectbox(
            "Berkas dokumen", kept, format_func=lambda r: f"{_name(r)}: {r['nama_berkas']}", key="berkas_arsip"
        )
        one = dokumen.version(store, unit, row["jenis"], row["tahun"], row["versi"])
        st.download_button(
            "Unduh berkas", lambda: dokumen.file(store, pengguna, unit, one)[0], row["nama_berkas"],
            TIPE[f".{row['nama_berkas'].rpartition('.')[2]}"], on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def on_card(kode: str, tahun: int) -> None:
    """Renstra targets and comparison figures of one indikator, for its card; nothing when neither is known."""
    store, unit = session.store(), session.unit()
    renstra = dokumen.target_renstra(store, unit, tahun).filter(pl.col("kode") == kode).to_dicts()
    figures = pembanding.pembanding(store, unit, tahun).filter(pl.col("indikator") == kode).to_dicts()
    if not renstra and not figures:
        return
    st.subheader("Renstra dan pembanding")
    lines = [line for row in renstra for line in _renstra_lines(row, tahun)]
    lines += [
        f"{CAKUPAN_NAMA[row['cakupan']]} {tahun}: **{plain(angka(row['nilai'], row['desimal']))} "
        f"{plain(row['satuan'])}** :small[{plain(row['sumber'])}]"
        for row in figures
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


# ---------------------------------------------------------------- inside


def _renstra_lines(row: Mapping[str, Any], tahun: int) -> list[str]:
    source = f":small[Renstra Nomor {plain(row['nomor_dokumen'])}]"
    pairs = [(tahun, row["target"])]
    if row["tahun_akhir"] != tahun:
        pairs.append((row["tahun_akhir"], row["target_akhir"]))
    return [
        f"Target Renstra {year}{' (tahun akhir)' if year == row['tahun_akhir'] else ''}: "
        f"**{plain(angka(nilai, row['desimal']))} {plain(row['satuan'])}** {source}"
        for year, nilai in pairs
    ]


def _line(row: Mapping[str, Any]) -> tuple[str, ...]:
    cells = (
        firm(plain(_name(row))), plain(row["nomor"] or KOSONG), firm(tanggal(row["tanggal"])), _counts(row),
        _contents(row), plain(row["nama_berkas"] or KOSONG),
    )  # fmt: skip
    return cells if row["berlaku"] else tuple(f":gray[{cell}]" for cell in cells)


def _name(row: Mapping[str, Any]) -> str:
    span = row["sampai_tahun"] if row["jenis"] in BERENTANG else None
    name = Dokumen(row["jenis"], row["tahun"], sampai_tahun=span).nama
    kind = " perubahan" if row["sifat"] == "perubahan" and row["jenis"] != "dppa" else ""
    return f"{name}{kind} (versi {row['versi']})" if row["versi"] > 1 else name + kind


def _counts(row: Mapping[str, Any]) -> str:
    """From when it counts, and why another one is listed beside it."""
    parts = [] if row["berlaku"] else ["dibatalkan" if row["batal"] else "diganti"]
    if row["sifat"] == "perubahan":
        parts.append(f"mulai TW {ROMAWI[row['mulai_triwulan']]}")
    if row["membetulkan"]:
        parts.append(f"membetulkan versi {row['membetulkan']}")
    if row["catatan"]:
        parts.append(row["catatan"])
    return plain("; ".join(parts) or "ya")


def _contents(row: Mapping[str, Any]) -> str:
    if row["jenis"] in ("pk", "renaksi"):
        return firm("pada kartu")
    if row["jenis"] not in BERISI:
        return KOSONG
    return firm(f"{row['isi']} indikator") if row["isi"] else firm("belum diisi")
