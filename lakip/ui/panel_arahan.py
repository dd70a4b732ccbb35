"""Panels of the page Sosialisasi: the Camat's directions, and what became of those given before."""

from collections.abc import Sequence

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.formatting import tanggal
from lakip.periode import PERIODE
from lakip.sop import arahan, jabatan_kini, kalender
from lakip.sop.arahan import Arahan
from lakip.sop.sosialisasi import Sosialisasi
from lakip.ui import isian, session
from lakip.ui.panel_tanda import plain


def given(pengguna: Pengguna, one: Sosialisasi) -> None:
    """What was directed at this meeting, and the form for one more."""
    store, unit = session.store(), session.unit()
    st.subheader("Arahan Camat")
    rows = arahan.given(store, unit, one)
    listed(pengguna, rows, "Belum ada arahan pada sosialisasi ini.", f"{one.periode}_{one.nomor}")
    if not pengguna.may(Izin.DISPOSISI, unit):
        return
    people = jabatan_kini.in_office(store, unit, one.hari)
    due = kalender.load(store, unit).add_days(max(one.hari, session.today()), 15)
    with st.form("arahan_baru", clear_on_submit=True):
        uraian = st.text_input("Arahan", placeholder="apa yang harus dikerjakan")
        left, right = st.columns(2)
        who = left.selectbox("Pelaksana", people, None, lambda p: f"{p.sebutan}: {p.nama}", placeholder="Pilih pejabat")
        tenggat = right.date_input("Tenggat", due, format="DD/MM/YYYY")
        if st.form_submit_button("Catat arahan", icon=":material/add:"):
            with isian.told():
                arahan.direct(store, pengguna, unit, one, uraian, who.id if who else "", tenggat)
                session.saved("Arahan tercatat. Ia muncul kembali pada triwulan berikutnya sampai selesai.")


def before(pengguna: Pengguna, tahun: int, periode: str) -> None:
    """What the periode has to answer for."""
    rows = arahan.follow_ups(session.store(), session.unit(), tahun, periode)
    if rows:
        st.subheader("Tindak lanjut arahan sebelumnya")
        listed(pengguna, rows, "", f"sebelum_{periode}")


def listed(pengguna: Pengguna, rows: Sequence[Arahan], empty: str, place: str) -> None:
    """Directions with their state, and for who may close one, the form that does."""
    if not rows:
        st.caption(empty)
        return
    st.markdown("\n".join(_line(row) for row in rows))
    unit = session.unit()
    mine = [
        r for r in rows
        if not r["selesai"] and (pengguna.may(Izin.DISPOSISI, unit) or arahan.is_holder(pengguna, unit, r))
    ]  # fmt: skip
    if not mine:
        return
    with st.expander("Catat tindak lanjut"), st.form(f"tindak_{place}", border=False, clear_on_submit=True):
        row = st.selectbox("Arahan", mine, format_func=lambda r: r["uraian"], key=f"arahan_{place}")
        catatan = st.text_input("Yang sudah dikerjakan (wajib)", key=f"catatan_{place}")
        if st.form_submit_button("Tandai selesai", icon=":material/task_alt:") and row is not None:
            with isian.told():
                arahan.carry_out(session.store(), pengguna, unit, row, catatan)
                session.saved("Tindak lanjut tercatat.")


def _line(row: Arahan) -> str:
    now = ":green-badge[✓ Selesai]" if row["selesai"] else ":orange-badge[○ Terbuka]"
    source = (
        f"{PERIODE[row['periode']].label(row['tahun'])}, {row['pejabat_jabatan']}, tenggat {tanggal(row['tenggat'])}"
    )
    late = "".join(f" :red[{plain(f)}]" for f in arahan.flags(row, session.today()))
    note = f": {plain(row['catatan'])}" if row["catatan"] else ""
    return f"- {now} {plain(row['uraian'])} :gray[({plain(source)})]{late}{note}"
