"""Where the run of the periode on the dashboard stands, its report, and what waits for whoever is looking."""

import streamlit as st

from lakip import alur
from lakip.akses import Izin, Pengguna
from lakip.alur import KEADAAN_NAMA, LANGKAH, PERIODE_ALUR, Keadaan, Langkah
from lakip.formatting import waktu
from lakip.periode import PERIODE
from lakip.tugas import MAJU
from lakip.ui import panel_laporan, session
from lakip.ui.panel_tanda import page_link


def run_of(periode: str) -> str:
    """The run that a periode of a screen is decided by: of SDn, its last triwulan."""
    return periode if periode in PERIODE_ALUR else f"TW{PERIODE[periode].triwulan[-1]}"


def forward(keadaan: Keadaan | None) -> Langkah | None:
    """The step that carries a run on; None when it has none left, or was not opened yet."""
    return next((LANGKAH[n] for n in MAJU if keadaan and keadaan in LANGKAH[n].dari), None)


def ways(pengguna: Pengguna, tahun: int, periode: str) -> None:
    """Links to the run, to its newest report, and to each run of the tahun that this account carries on."""
    runs = alur.year(session.store(), session.unit(), tahun)
    shown = run_of(periode)
    with st.container(horizontal=True, gap="small"):
        icon = ":material/lock:" if runs[shown] is Keadaan.DISAHKAN else ":material/timeline:"
        said = f"Periode {PERIODE[shown].nama}: {KEADAAN_NAMA[runs[shown]].lower()}"
        page_link("periode.py", said, icon, tahun, shown)
        if pengguna.may_somewhere(Izin.LAPORAN, session.unit()):
            page_link("6_laporan.py", _newest(tahun, shown), ":material/description:", tahun, shown)
        for kode, keadaan in runs.items():
            step = forward(keadaan)
            if step and pengguna.may(step.izin, session.unit()):
                said = f"**Menunggu Anda, {PERIODE[kode].nama}: {step.kata}**"
                page_link("periode.py", said, ":material/notifications:", tahun, kode)


def _newest(tahun: int, periode: str) -> str:
    made = [row for row in panel_laporan.versions(tahun) if row["periode"] == periode]
    if not made:
        return "Laporan: belum ada draf"
    kind = "final, " if made[0]["final"] else ""
    return f"Laporan: {kind}versi {made[0]['versi']}, {waktu(made[0]['pada'])}"
