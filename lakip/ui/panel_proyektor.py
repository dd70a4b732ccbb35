"""The projector view of a sosialisasi: the draft figures of one periode in big letters, without the menu."""

from pathlib import Path

import polars as pl
import streamlit as st

from lakip import pengaturan, rollup
from lakip.formatting import angka, persen, tanggal
from lakip.periode import Periode
from lakip.sop import arahan
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, PAGES, capaian, firm, plain, standing, table

CSS = Path(__file__).parent / "static" / "proyektor.css"
KOLOM = {"Indikator": KIRI, "Target": KANAN, "Realisasi": KANAN, "Capaian": KANAN, "Kategori": KIRI}


def is_asked() -> bool:
    """Whether the address asks for it."""
    return st.query_params.get("layar") == "1"


def link(tahun: int, periode: str) -> None:
    """The way into it."""
    query = {"tahun": str(tahun), "periode": periode, "layar": "1"}
    st.page_link(PAGES / "sosialisasi.py", label="Tampilan proyektor", icon=":material/cast:", query_params=query)


def show(tahun: int, periode: Periode) -> None:
    """The figures, the averages and what is left from last time; grey where they are not final."""
    store, unit, per = session.store(), session.unit(), session.today()
    st.html(CSS)
    hasil = rollup.capaian(store, unit, tahun, periode.kode, per).filter(pl.col("berlaku") > 0)
    average = rollup.rata_rata(store, unit, tahun, periode.kode, per).filter(pl.col("sasaran").is_null())
    st.title(f"Draf Laporan Kinerja {periode.label(tahun)}")
    _headline(hasil, average)
    skala = pengaturan.in_force(store, unit, tahun).kategori
    table(
        KOLOM,
        [
            (
                f"{plain(r['nama'])} :gray[({plain(r['satuan'])})]", firm(angka(r["target"], r["desimal"])),
                firm(angka(r["realisasi"], r["desimal"])), capaian(r), standing(r, skala),
            )
            for r in hasil.iter_rows(named=True)
        ],
    )  # fmt: skip
    before = arahan.follow_ups(store, unit, tahun, periode.kode)
    if before:
        st.subheader("Tindak lanjut arahan sebelumnya")
        st.markdown(
            "\n".join(
                f"- {'✓' if r['selesai'] else '○'} {plain(r['uraian'])} :gray[{plain(r['pejabat_jabatan'])}, "
                f"{plain(tanggal(r['tenggat']))}]"
                for r in before
            )
        )
    query = {"tahun": str(tahun), "periode": periode.kode}
    st.page_link(
        PAGES / "sosialisasi.py", label="Tutup tampilan proyektor", icon=":material/close:", query_params=query
    )


def _headline(hasil: pl.DataFrame, average: pl.DataFrame) -> None:
    done, measured = widgets.filled(hasil)
    parts = [f"**{done} dari {measured} indikator lengkap**"]
    if not average.is_empty() and average["dihitung"][0]:
        row = average.row(0, named=True)
        parts.append(f"rata-rata **{persen(row['dengan_batas'])}** dari {row['dihitung']} indikator Camat")
    st.markdown(" · ".join(parts))
