"""Panels of the page Pemeriksaan: the final reports of a tahun, and each periode with its evidence and its potret."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lakip import alur, bukti, keadaan
from lakip.akses import Izin, Pengguna
from lakip.alur import KEADAAN_NAMA
from lakip.formatting import KOSONG, waktu
from lakip.periode import PERIODE
from lakip.ui import panel_laporan, session
from lakip.ui.panel_tanda import KIRI, PAGES, firm, plain, table

JALAN = (
    ("jejak.py", "Jejak: siapa mengubah apa, kapan", ":material/history:", Izin.JEJAK),
    ("kesehatan.py", "Kesehatan data: apakah catatan masih utuh", ":material/health_and_safety:", Izin.JEJAK),
    ("periksa_dokumen.py", "Periksa dokumen: apakah sebuah laporan Word masih sama dengan potretnya",
     ":material/verified:", Izin.LAPORAN),
)  # fmt: skip
KOLOM = dict.fromkeys(("Periode", "Keadaan", "Angka seperti disahkan", "Bukti dukung"), KIRI)


def ways(pengguna: Pengguna) -> None:
    """The links that hang on no tahun."""
    for page, label, icon, izin in JALAN:
        if pengguna.may_somewhere(izin, session.unit()):
            st.page_link(PAGES / page, label=label, icon=icon)


def final(pengguna: Pengguna, rows: Sequence[dict[str, Any]], tahun: int) -> None:
    """The final reports of the tahun, each as it was signed; without one, how many drafts there are."""
    found = [row for row in rows if row["final"]]
    if found:
        panel_laporan.made(pengguna, found, tahun, "Laporan final")
        return
    st.subheader(f"Laporan final tahun {tahun}")
    drafts = f" Yang sudah disusun: {len(rows)} draf, di halaman Laporan." if rows else ""
    st.info(f"Belum ada laporan final untuk tahun {tahun}.{drafts}")


def runs(tahun: int) -> None:
    """Each periode of the tahun: where it stands, its figures at the approval, its evidence."""
    store, unit = session.store(), session.unit()
    st.subheader("Setiap periode")
    table(
        KOLOM,
        [
            (
                _link(PERIODE[kode].nama, "periode", tahun, kode),
                firm(KEADAAN_NAMA[state]),
                _approved(tahun, kode),
                _evidence(tahun, kode),
            )
            for kode, state in alur.year(store, unit, tahun).items()
        ],
    )


# ---------------------------------------------------------------- inside


def _approved(tahun: int, kode: str) -> str:
    """The way to the figures as they stood at each approval, the newest first."""
    made = keadaan.approvals(session.store(), session.unit(), tahun, kode)
    links = (_link(waktu(a.pada), "rekap", tahun, kode, keadaan=keadaan.written(a.pada)) for a in made)
    return ", ".join(links) or KOSONG


def _evidence(tahun: int, kode: str) -> str:
    """How many figures of a triwulan have bukti; of longer ones nothing, for it is kept by triwulan."""
    periode = PERIODE[kode]
    if len(periode.triwulan) > 1:
        return ""
    counts = bukti.per_bagian(session.store(), session.unit(), tahun, periode.triwulan[0])
    said = f"{int(counts['berbukti'].sum())} dari {int(counts['angka'].sum())} angka berbukti"
    return _link(said, "bukti", tahun, kode) if counts.height else KOSONG


def _link(text: str, url: str, tahun: int, periode: str, **more: str) -> str:
    return f"[{plain(text)}](/{url}?{urlencode({'tahun': tahun, 'periode': periode, **more})})"
