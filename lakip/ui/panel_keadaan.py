"""Keadaan per tanggal on the page Rekap: which moment, and what has changed since."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import streamlit as st

from lakip import keadaan
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.export import rekap_excel
from lakip.formatting import waktu
from lakip.periode import local as local_time
from lakip.periode import now as clock_now
from lakip.potret import Beda
from lakip.store import Store
from lakip.ui import panel_perubahan, session, widgets
from lakip.ui.panel_tanda import plain

KINI, LAIN = "sekarang", "lain"
ALAMAT = "keadaan"  # in the address


def pick(tahun: int, periode: str) -> datetime | None:
    """The past moment to be shown, as UTC; None: now. It stays in the address, so a link shows the same figures."""
    store, unit = session.store(), session.unit()
    saat = _asked()
    signed = {keadaan.written(a.pada): a for a in keadaan.approvals(store, unit, tahun, periode)}
    said = {KINI: "Sekarang", LAIN: "Tanggal dan jam lain"}
    said |= {pada: f"Saat disahkan {a.oleh_nama}, {waktu(a.pada)}" for pada, a in signed.items()}
    there = keadaan.written(saat) if saat else KINI
    now = there if there in said else LAIN
    local = local_time(saat or clock_now() - timedelta(minutes=1)).replace(second=0, microsecond=0)
    session.preset(pilih_keadaan=now, pilih_keadaan_hari=local.date(), pilih_keadaan_jam=local.time())

    def picked() -> None:
        chosen, day, hour = session.widget_values(
            ("pilih_keadaan", now), ("pilih_keadaan_hari", local.date()), ("pilih_keadaan_jam", local.time())
        )
        if chosen == KINI:
            st.query_params.pop(ALAMAT, None)
        else:
            st.query_params[ALAMAT] = f"{day} {hour:%H:%M}" if chosen == LAIN else chosen

    with st.popover("Keadaan per tanggal", icon=":material/history:"):
        st.radio(
            "Angka menurut catatan", [KINI, *signed, LAIN], key="pilih_keadaan", format_func=said.__getitem__,
            on_change=picked,
        )  # fmt: skip
        if now == LAIN:
            st.date_input(
                "Tanggal", key="pilih_keadaan_hari", max_value=session.today(), format="DD/MM/YYYY", on_change=picked
            )
            st.time_input("Jam (WITA)", key="pilih_keadaan_jam", step=900, on_change=picked)
    return saat


def _asked() -> datetime | None:
    """The moment in the address; one that cannot be shown is said, and now is shown instead."""
    written = st.query_params.get(ALAMAT)
    if not written:
        return None
    try:
        saat = keadaan.moment(written)
        keadaan.check(session.store(), session.unit(), saat)
    except UserError as refused:
        st.warning(f"{plain(str(refused))} Yang ditampilkan keadaan sekarang.", icon=":material/history:")
        return None
    return saat


@contextmanager
def record(saat: datetime | None, tahun: int, periode: str) -> Iterator[Store]:
    """What a periode is told from, or the record of a moment, said above what it shows."""
    if saat is None:
        yield keadaan.of_periode(session.store(), session.unit(), tahun, periode)
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
    panel_perubahan.differences(found, tahun, periode, "saat itu", "kini")


def excel(pengguna: Pengguna, tahun: int, periode: str, saat: datetime | None) -> None:
    """The workbook of what is shown; the past one says on every sheet that it is."""
    store, unit, per = session.store(), session.unit(), session.today()

    def build() -> bytes:
        if saat is None:
            return rekap_excel.build(store, pengguna, unit, tahun, periode, per)
        with keadaan.at(store, unit, saat) as then:
            return rekap_excel.build(then, pengguna, unit, tahun, periode, per)

    mark = f"_keadaan_{saat:%Y%m%d_%H%M}" if saat else ""
    widgets.download("Unduh Excel", build, f"rekap_{tahun}_{periode}{mark}.xlsx", widgets.XLSX)
