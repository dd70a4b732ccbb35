"""Panels of the page Periode: where a run stands, what it waits for, its steps."""

from datetime import date, timedelta

import polars as pl
import streamlit as st

from lakip import alur, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.alur import KEADAAN_NAMA, Keadaan, Kedudukan, Langkah
from lakip.export import kurang, log_sop, pilihan
from lakip.formatting import waktu
from lakip.narasi import kendala
from lakip.periode import PERIODE
from lakip.periode import now as clock_now
from lakip.ui import isian, panel_kendala, session, widgets
from lakip.ui.panel_tanda import KIRI, PAGES, firm, page_link, plain, table
from lakip.ui.session import Lanjut

SEBELUM_REKAP = "Mintakan sekarang: laporan menanyakannya, dan sesudah periode disahkan tidak dapat ditulis lagi."
# The page that comes after each step, and what it is called there.
SESUDAH = {
    Keadaan.DIBUKA: ("1_unggah.py", "Berikutnya: isi angka triwulan ini"),
    Keadaan.DIREKAP: ("6_laporan.py", "Berikutnya: susun draf laporan"),
    Keadaan.DIPERIKSA: ("sosialisasi.py", "Berikutnya: sosialisasikan"),
    Keadaan.DISAHKAN: ("6_laporan.py", "Berikutnya: susun laporan final"),
}
URUTAN = (None, *Keadaan)
HALAMAN = {
    "0_acuan.py": "Buka Rencana dan indikator", "1_unggah.py": "Buka Unggah", "6_laporan.py": "Buka Laporan",
    "7_alur.py": "Buka Kiriman",
    "periode.py": "Buka periode itu", "sosialisasi.py": "Buka Sosialisasi",
}  # fmt: skip


def overview(tahun: int) -> None:
    """The seven runs of a tahun, in one line each, which leads to it."""
    rows, awal = alur.year(session.store(), session.unit(), tahun), pengaturan.awal(session.store(), session.unit())
    cells = []
    for p, state in rows.items():
        before = state is None and awal is not None and awal.is_before(tahun, p)
        said = f":gray[sebelum {plain(awal.kata)}, triwulan awal kantor]" if before and awal else _badge(state)
        cells.append((f"[{firm(plain(PERIODE[p].nama))}](/periode?tahun={tahun}&periode={p})", said))
    st.subheader(f"Semua periode Tahun {tahun}")
    table({"Periode": KIRI, "Keadaan": KIRI}, cells)


def timeline(tahun: int, periode: str, now: Kedudukan) -> None:
    """The states in their order; the one reached is marked, and said in words."""
    reached = URUTAN.index(now.keadaan)
    steps = []
    for n, state in enumerate(URUTAN[1:], start=1):
        mark = "●" if n < reached else "◉" if n == reached else "○"
        name = plain(KEADAAN_NAMA[state])
        steps.append(f"{mark} **{name}**" if n == reached else f":gray[{mark} {name}]")
    st.markdown(" → ".join(steps))
    kunci, name = f"{tahun} {periode}", KEADAAN_NAMA[now.keadaan]
    widgets.tell_if_moved("Periode ini", kunci, now.nomor, name, now.oleh_nama, now.pada)
    if now.keadaan is None:
        st.caption("Periode ini belum dibuka.")
    else:
        said = f": {plain(now.catatan)}" if now.catatan else ""
        st.caption(f"{KEADAAN_NAMA[now.keadaan]} oleh {plain(now.oleh_nama)}, {plain(waktu(now.pada))}{said}")


def papers(pengguna: Pengguna, tahun: int, periode: str) -> None:
    """The log of this run in Word, and the way to how the whole tahun kept to the SOP."""
    store, unit, kini = session.store(), session.unit(), clock_now()
    with st.container(horizontal=True, vertical_alignment="center"):
        widgets.download(
            "Log pelaksanaan SOP (Word)", lambda: log_sop.build(store, pengguna, unit, tahun, periode, kini),
            log_sop.file_name(tahun, periode), widgets.DOCX,
        )  # fmt: skip
        query = {"tahun": str(tahun), "periode": periode}
        st.page_link(PAGES / "kepatuhan.py", label="Kepatuhan SOP", icon=":material/speed:", query_params=query)


def moves(pengguna: Pengguna, tahun: int, periode: str, now: Kedudukan, per: date) -> None:
    """What this account may do, with what must be done before; else whose turn it is."""
    steps = alur.possible(pengguna, session.unit(), now)
    if not steps:
        _whose_turn(now)
    for name, step in steps.items():
        _move(pengguna, tahun, periode, now, per, name, step)


def history(rows: pl.DataFrame) -> None:
    """Every step that was taken, with how long the one before it had waited."""
    if rows.is_empty():
        return
    with st.expander(f"Riwayat ({rows.height} langkah)"):
        before, came = None, None
        for row in rows.iter_rows(named=True):
            waited = f" :gray[setelah {_span(row['pada'] - before)}]" if before else ""
            before = row["pada"]
            said = f": {plain(row['catatan'])}" if row["catatan"] else ""
            came, name = (state := Keadaan(row["keadaan"])), alur.passed(came, state)
            st.markdown(
                f"- :small[{plain(name)} oleh {plain(row['oleh_nama'])}, {plain(waktu(row['pada']))}{said}]{waited}"
            )


def _whose_turn(now: Kedudukan) -> None:
    waiting = {
        None: Izin.REKAP, Keadaan.DIBUKA: Izin.REKAP, Keadaan.DIREKAP: Izin.REKAP, Keadaan.DRAF: Izin.PERIKSA,
        Keadaan.DIPERIKSA: Izin.PERIKSA, Keadaan.DISOSIALISASIKAN: Izin.SAHKAN,
    }  # fmt: skip
    if now.keadaan in waiting:
        holders = {Izin.REKAP: "Kasubbag", Izin.PERIKSA: "Sekcam", Izin.SAHKAN: "Camat"}
        st.info(f"Menunggu {holders[waiting[now.keadaan]]}. Tidak ada yang perlu Anda lakukan pada langkah ini.")


def _move(
    pengguna: Pengguna, tahun: int, periode: str, now: Kedudukan, per: date, name: str, step: Langkah
) -> None:  # fmt: skip
    lacking = alur.missing(session.store(), step, session.unit(), tahun, periode, per)
    with st.container(border=True):
        st.markdown(f"**{plain(step.kata)}**")
        for one in lacking:
            left, right = st.columns([3, 1])
            left.markdown(f":material/hourglass_empty: {plain(one.pesan)}")
            with right:
                query = {"tahun": str(tahun), "periode": one.periode or periode, **one.alamat}
                st.page_link(PAGES / one.halaman, label=HALAMAN[one.halaman], query_params=query)
        if lacking:
            return
        if step.ke is Keadaan.DISAHKAN:
            _not_final(tahun, periode, per)
        if step.ke is Keadaan.DIREKAP and len(PERIODE[periode].triwulan) == 1:
            triwulan = PERIODE[periode].triwulan[0]
            rows = kendala.untold(session.store(), session.unit(), tahun, triwulan, per)
            panel_kendala.notice(pengguna, rows, tahun, triwulan, SEBELUM_REKAP)
        with st.form(f"alur {name} {periode}", border=False, enter_to_submit=False):
            note = st.text_area("Catatan (wajib)", key=f"catatan {name} {periode}") if step.beralasan else ""
            word = (
                st.text_input("Kata sandi Anda", type="password", key=f"sandi {name} {periode}")
                if step.bersandi
                else ""
            )
            if st.form_submit_button(step.kata, type="primary" if not step.beralasan or step.bersandi else "secondary"):
                with isian.told():
                    alur.move(
                        session.store(), pengguna, name, session.unit(), tahun, periode, nomor=now.nomor, per=per,
                        catatan=note, sandi=word,
                    )  # fmt: skip
                    session.saved(f"{PERIODE[periode].label(tahun)}: {KEADAAN_NAMA[step.ke].lower()}.",
                                  _next(step, tahun, periode))  # fmt: skip


def _next(step: Langkah, tahun: int, periode: str) -> Lanjut | None:
    """Where a step leads whoever took it; None: to his other tasks."""
    if step.ke not in SESUDAH or (step.beralasan and step.ke is Keadaan.DIBUKA):
        return None
    if step.ke is Keadaan.DIBUKA and len(PERIODE[periode].triwulan) > 1:
        return None
    page, words = SESUDAH[step.ke]
    return Lanjut(page, words, {"tahun": str(tahun), "periode": periode})


def _not_final(tahun: int, periode: str, per: date) -> None:
    """Said before the lock falls: what the report lacks can no longer be filled in after it."""
    bahan = pilihan.of(periode).gather(session.store(), session.unit(), tahun, periode, per, None)
    holding = len(kurang.holding(pilihan.gaps(bahan)))
    if holding:
        st.warning(
            f"Laporannya masih memuat {holding} hal yang belum lengkap. Sesudah disahkan, angka dan naskahnya terkunci "
            "dan laporannya tetap bertanda DRAF. Lengkapi dahulu agar laporannya dapat final.",
            icon=":material/warning:",
        )
        page_link("6_laporan.py", "Lihat yang belum lengkap", ":material/description:", tahun, periode)


def _span(waited: timedelta) -> str:
    """ "3 hari 2 jam", "12 menit": the two largest parts."""
    hours, rest = divmod(waited.seconds, 3600)
    parts = [f"{n} {word}" for n, word in ((waited.days, "hari"), (hours, "jam"), (rest // 60, "menit")) if n]
    return " ".join(parts[:2]) or "kurang dari semenit"


def _badge(state: Keadaan | None) -> str:
    name = plain(KEADAAN_NAMA[state])
    if state is Keadaan.DISAHKAN:
        return f":green-badge[{name}]"
    return f":gray[{name}]" if state is None else f":blue-badge[{name}]"
