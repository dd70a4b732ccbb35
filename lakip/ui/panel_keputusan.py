"""What waits for whoever is looking at the dashboard, each matter with the buttons that settle it on the spot.

A button opens a dialog that asks what the act needs; the act itself is that of lakip.sop and lakip.alur, and so are
its rights.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

import streamlit as st

from lakip import alur
from lakip.akses import Izin, Pengguna
from lakip.alur import KEADAAN_NAMA, LANGKAH
from lakip.dasbor import Dasbor, Hal, Keputusan, Tindak, run_of, tindakan
from lakip.errors import UserError
from lakip.periode import PERIODE, ROMAWI
from lakip.sop import disposisi
from lakip.ui import session
from lakip.ui.panel_tanda import PAGES, page_link, plain, unlinked
from lakip.unggah.tabel import ketikan


def cards(pengguna: Pengguna, found: Keputusan, data: Dasbor) -> bool:
    """At most three matters, what others hold, and the ways to the rest, to the run and to its report. Whether a dialog
    was opened: what is typed there must not be swept away by a screen that follows the record."""
    st.subheader(f"{'Butuh keputusan Anda' if found.berhak else 'Perlu perhatian'} ({len(found.hal)})")
    if not found.hal:
        st.caption("Tidak ada yang menunggu Anda, dan tidak ada capaian di bawah target.")
    asked = False
    for n, hal in enumerate(found.hal):
        with st.container(border=True, key=f"hal_{n}"):
            asked = _card(hal, data, n) or asked
    with st.container(border=True, key="tertahan"):
        _held(pengguna, found, data)
    return asked


# ---------------------------------------------------------------- inside


def _card(hal: Hal, data: Dasbor, n: int) -> bool:
    asked = False
    st.markdown(f"**{plain(hal.apa)}**")
    st.caption(plain(f"{hal.mengapa} {hal.sejak}".strip()))
    with st.container(horizontal=True, vertical_alignment="center", key=f"tindak_{n}"):
        for act in hal.tindak:
            label = LANGKAH[hal.langkah[2]].kata if act is Tindak.LANGKAH and hal.langkah else str(act)
            if st.button(label, type="tertiary", key=f"{act.name}_{n}"):
                _ask(DIALOG[act], hal, data)
                asked = True
        _look(hal)
    return asked


def _look(hal: Hal) -> None:
    if hal.halaman:
        label = "Kartu" if hal.halaman == "kartu.py" else "Buka"
        st.page_link(PAGES / hal.halaman, label=label, query_params=dict(hal.alamat))


def _held(pengguna: Pengguna, found: Keputusan, data: Dasbor) -> None:
    st.markdown("**Belum di tangan Anda**" if found.berhak else "**Yang ditunggu**")
    said = [f"{_short(t.periode)}, {t.pemegang}: {t.apa}" for t in found.tertahan]
    st.caption(plain(" ".join(said)) or "Tidak ada periode yang tertahan.")
    with st.container(horizontal=True, vertical_alignment="center", key="tindak_lain"):
        if found.lain:
            with st.popover(f"{len(found.lain)} hal lain", type="tertiary"):
                for hal in found.lain:
                    _rest(hal, data)
        run = run_of(data.periode)
        state = KEADAAN_NAMA[alur.standing(session.store(), data.unit, data.tahun, run).keadaan].lower()
        page_link("periode.py", f"Periode {_short(run)}: {state}", "", data.tahun, run)
        if pengguna.may_somewhere(Izin.LAPORAN, data.unit):
            page_link("6_laporan.py", "Laporan", "", data.tahun, run)


def _short(periode: str) -> str:
    return PERIODE[periode].nama.replace("Triwulan", "TW")


def _rest(hal: Hal, data: Dasbor) -> None:
    """A matter that stands among the others: its name leads to it."""
    with st.container(gap=None):
        if hal.halaman:
            st.page_link(PAGES / hal.halaman, label=f"**{plain(hal.apa)}**", query_params=dict(hal.alamat))
        else:
            bagian, triwulan = hal.kiriman[0]
            page_link("7_alur.py", f"**{plain(hal.apa)}**", "", data.tahun, f"TW{triwulan}", bagian)
        st.caption(plain(f"{hal.mengapa} {hal.sejak}".strip()))


# ---------------------------------------------------------------- the dialogs


def _ask(what: tuple[str, Callable[[Pengguna, Hal, Dasbor], None]], hal: Hal, data: Dasbor) -> None:
    """Open a dialog whose refusals are said inside it, so that nothing typed is lost."""
    title, body = what

    @st.dialog(title, on_dismiss="rerun")
    def opened() -> None:
        pengguna = session.require(Izin.LIHAT)
        st.caption(plain(hal.apa))
        try:
            body(pengguna, hal, data)
        except UserError as error:
            st.error(unlinked(str(error)), icon=":material/error:")

    opened()


def _grant(pengguna: Pengguna, hal: Hal, data: Dasbor) -> None:
    chosen, today = _bagian(hal, data), session.today()
    with st.form("beri_dispensasi", border=False, enter_to_submit=False):
        batas = st.date_input("Batas baru", today + timedelta(days=7), min_value=today, format="DD/MM/YYYY")
        alasan = st.text_area("Alasan (wajib)", placeholder="Mengapa bagian ini boleh mengirim lebih lambat.")
        _closes(hal)
        if st.form_submit_button("Beri dispensasi", type="primary"):
            said = tindakan.grant(
                session.store(), pengguna, data.unit, data.tahun, chosen, batas or today, alasan, hal.disposisi
            )
            session.saved(f"{said}.")


def _reprimand(pengguna: Pengguna, hal: Hal, data: Dasbor) -> None:
    chosen = _bagian(hal, data)
    triwulan = ROMAWI[hal.kiriman[0][1]]
    with st.form("tegur", border=False, enter_to_submit=False):
        words = st.text_area("Isi teguran", f"Kirimkan data realisasi Triwulan {triwulan} yang belum dikirim.")
        hari = st.text_input("Tenggat (hari kerja)", "3")
        st.caption("Menjadi disposisi bernomor kepada kepala bagiannya, dan tampil pada Tugas-nya.")
        _closes(hal)
        if st.form_submit_button("Tegur", type="primary"):
            said = tindakan.reprimand(
                session.store(), pengguna, data.unit, data.tahun, chosen, words, _days(hari), session.today(),
                hal.disposisi,
            )  # fmt: skip
            session.saved(f"{said} terbit.")


def _direct(pengguna: Pengguna, hal: Hal, data: Dasbor) -> None:
    store, today = session.store(), session.today()
    with st.form("beri_arahan", border=False, enter_to_submit=False):
        st.caption(plain(hal.mengapa))
        words = st.text_area("Arahan (wajib)", placeholder="Apa yang harus dikerjakan.")
        hari = st.text_input("Tenggat (hari kerja)", "5")
        who = tindakan.head(store, data.unit, hal.bagian, today)
        to = f"{who.sebutan}, {who.nama}" if who else "kepala bagiannya"
        st.caption(plain(f"Menjadi disposisi bernomor kepada {to}, dan tampil pada Tugas-nya."))
        if st.form_submit_button("Beri arahan", type="primary"):
            number = tindakan.direct(
                store, pengguna, data.unit, data.tahun, f"TW{PERIODE[data.periode].triwulan[-1]}", hal.bagian,
                f"Arahan atas {hal.apa.partition(':')[0]}", words, _days(hari), today,
            )  # fmt: skip
            session.saved(f"Arahan terbit sebagai disposisi {number}.")


def _settle(pengguna: Pengguna, hal: Hal, data: Dasbor) -> None:
    assert hal.disposisi is not None
    with st.form("selesaikan", border=False, enter_to_submit=False):
        st.markdown(plain(hal.mengapa))
        catatan = st.text_area("Hasil (wajib)", placeholder="Apa yang sudah dikerjakan.")
        _closes(hal)
        if st.form_submit_button("Selesaikan", type="primary"):
            tindakan.settle(session.store(), pengguna, data.unit, hal.disposisi, catatan)
            session.saved(f"Disposisi {disposisi.number(*hal.disposisi)} selesai.")


def _step(pengguna: Pengguna, hal: Hal, data: Dasbor) -> None:
    assert hal.langkah is not None
    tahun, periode, name = hal.langkah
    step, now = LANGKAH[name], alur.standing(session.store(), data.unit, tahun, periode)
    page_link("periode.py", "Lihat draf dan angkanya dahulu", ":material/timeline:", tahun, periode)
    with st.form("langkah", border=False, enter_to_submit=False):
        catatan = st.text_area("Catatan (wajib)") if step.beralasan else ""
        sandi = st.text_input("Kata sandi Anda", type="password") if step.bersandi else ""
        if st.form_submit_button(step.kata, type="primary"):
            alur.move(
                session.store(), pengguna, name, data.unit, tahun, periode, nomor=now.nomor, per=session.today(),
                catatan=catatan, sandi=sandi,
            )  # fmt: skip
            session.saved(f"{PERIODE[periode].label(tahun)}: {KEADAAN_NAMA[step.ke].lower()}.")


DIALOG = {
    Tindak.DISPENSASI: ("Beri dispensasi", _grant),
    Tindak.TEGUR: ("Tegur", _reprimand),
    Tindak.ARAHAN: ("Beri arahan", _direct),
    Tindak.SELESAI: ("Selesaikan disposisi", _settle),
    Tindak.LANGKAH: ("Langkah periode", _step),
}


def _bagian(hal: Hal, data: Dasbor) -> Sequence[tuple[str, int]]:
    """Whom the act is about: all that are late, unless some are taken off."""
    names = {b.bagian: b.nama for b in data.bagian}
    if len(hal.kiriman) == 1:
        return hal.kiriman
    return st.multiselect("Bagian", hal.kiriman, hal.kiriman, lambda k: names.get(k[0], k[0]), key="bagian_keputusan")


def _days(typed: str) -> int:
    return ketikan.required("Tenggat (hari kerja)", ketikan.whole(typed, 0, 60))


def _closes(hal: Hal) -> None:
    if hal.disposisi:
        st.caption(f"Disposisi {disposisi.number(*hal.disposisi)} sekaligus dicap diterima dan selesai.")
