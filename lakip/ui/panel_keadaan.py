"""Keadaan per tanggal on the page Rekap: which moment, and what has changed since."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time

import streamlit as st

from lakip import keadaan
from lakip.akses import Pengguna
from lakip.export import rekap_excel
from lakip.formatting import angka, persen, waktu
from lakip.periode import recorded
from lakip.potret import Beda
from lakip.store import Store
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table

KINI, LAIN = "sekarang", "lain"
KOLOM = {"Kode": KIRI, "Indikator": KIRI, "Realisasi saat itu": KANAN, "Kini": KANAN, "Capaian saat itu": KANAN,
         "Capaian kini": KANAN}  # fmt: skip


def pick(tahun: int, periode: str) -> datetime | None:
    """The past moment to be shown, as UTC; None: now."""
    signed = {waktu(a.pada): a for a in keadaan.approvals(session.store(), session.unit(), tahun, periode)}
    said = {KINI: "Sekarang", LAIN: "Tanggal dan jam lain"}
    said |= {saat: f"Saat disahkan {a.oleh_nama}, {saat}" for saat, a in signed.items()}
    with st.popover("Keadaan per tanggal", icon=":material/history:"):
        picked = st.radio("Angka menurut catatan", [KINI, *signed, LAIN], format_func=said.__getitem__)
        if picked in signed:
            return signed[picked].pada
        if picked == KINI:
            return None
        day = st.date_input("Tanggal", session.today(), max_value=session.today(), format="DD/MM/YYYY")
        hour = st.time_input("Jam (WITA)", time(8), step=900)
    return recorded(datetime.combine(day, hour))


@contextmanager
def record(saat: datetime | None) -> Iterator[Store]:
    """Today's record, or that of the moment, said above what it shows."""
    if saat is None:
        yield session.store()
        return
    with keadaan.at(session.store(), session.unit(), saat) as then:
        st.info(f"Angka di bawah ini menurut catatan sampai **{plain(waktu(saat))}**, bukan keadaan sekarang.",
                icon=":material/history:")  # fmt: skip
        yield then


def since(found: Sequence[Beda], tahun: int, periode: str) -> None:
    """What another figure stands for today."""
    if not found:
        st.caption(":material/check: Angka saat itu sama dengan angka sekarang.")
        return
    st.subheader(f"Berubah sejak saat itu: {len(found)} indikator")
    table(KOLOM, [
        (
            card_link(b.kode, tahun, periode), plain(b.nama), firm(angka(b.realisasi_potret)),
            firm(angka(b.realisasi_kini)), firm(persen(b.capaian_potret)), firm(persen(b.capaian_kini)),
        )
        for b in found
    ])  # fmt: skip


def excel(pengguna: Pengguna, tahun: int, periode: str, saat: datetime | None) -> None:
    """The workbook of what is shown; the past one says on every sheet that it is."""
    store, unit, per = session.store(), session.unit(), session.today()

    def build() -> bytes:
        if saat is None:
            return rekap_excel.build(store, pengguna, unit, tahun, periode, per)
        with keadaan.at(store, unit, saat) as then:
            return rekap_excel.build(then, pengguna, unit, tahun, periode, per, saat)

    mark = f"_keadaan_{saat:%Y%m%d_%H%M}" if saat else ""
    widgets.download("Unduh Excel", build, f"rekap_{tahun}_{periode}{mark}.xlsx", widgets.XLSX)
