"""The summary of a periode on the screen: what was kept, a new one, and the dashboard on paper."""

from concurrent.futures import Future, wait

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.alur import Kedudukan
from lakip.errors import UserError
from lakip.export import pdf, ringkasan
from lakip.export.ringkasan import SEBAB, Tersimpan, kerja
from lakip.formatting import waktu
from lakip.periode import now
from lakip.ui import panel_pratinjau, session, widgets
from lakip.ui.panel_tanda import plain

PNG, ICS = "image/png", "text/calendar"
TANPA_GAMBAR = (
    "PDF dan gambarnya tidak dibuat karena LibreOffice tidak terpasang pada komputer server. Word di bawah berisi "
    "hal yang sama; simpan sebagai PDF dari Word, atau minta admin memasang LibreOffice."
)
SEKEJAP = 0.5  # seconds that a press waits before it shows that something is being made


def share(pengguna: Pengguna, tahun: int, periode: str, now: Kedudukan) -> None:
    """Of a run that was opened: the newest summary with its files and its message, and the button for another."""
    store, unit = session.store(), session.unit()
    kept = ringkasan.listed(store, unit, tahun, periode)
    if now.keadaan is None and not kept:
        return
    st.subheader("Ringkasan untuk dibagikan")
    st.caption(
        "Satu halaman A4, teks untuk WhatsApp, dan tanggal untuk kalender ponsel. Disusun sendiri saat periode dibuka, "
        "dikembalikan, atau disahkan. Aplikasi tidak mengirim apa pun; Anda yang membagikannya."
    )
    making = kerja.find(store, unit, tahun, periode)
    if making is not None and not making.done():
        _progress(tahun, periode)
        return
    _failed(making)
    if kept:
        _one(_choose(kept), tahun, periode)
    else:
        st.caption("Belum ada ringkasan periode ini.")
    if pengguna.may(Izin.LAPORAN, unit) and st.button(
        "Susun ringkasan sekarang", icon=":material/edit_document:", key="susun_ringkasan"
    ):
        wait([kerja.start(store, pengguna, unit, tahun, periode)], SEKEJAP)
        st.rerun()


def paper(pengguna: Pengguna, tahun: int, periode: str) -> None:
    """What the dashboard shows, on one A4 page: Word, and PDF where LibreOffice is installed."""
    if not pengguna.may(Izin.LAPORAN, session.unit()):
        return
    store, unit, name = session.store(), session.unit(), ringkasan.file_name(tahun, periode)

    def build() -> bytes:
        return ringkasan.build(store, pengguna, unit, tahun, periode, now())

    with st.popover("Cetak", icon=":material/description:"):
        widgets.download("Unduh Word", build, name, widgets.DOCX, key="cetak_word")
        panel_pratinjau.pdf_button(build, name, "cetak")


# ---------------------------------------------------------------- inside


def _choose(kept: tuple[Tersimpan, ...]) -> Tersimpan:
    if len(kept) == 1:
        return kept[0]
    said = [f"{waktu(one.pada)}, {SEBAB[one.sebab]}" for one in kept]
    return kept[st.selectbox("Ringkasan", range(len(kept)), format_func=said.__getitem__, key="pilih_ringkasan")]


def _one(one: Tersimpan, tahun: int, periode: str) -> None:
    """Who made it and when, its page, its files, its message."""
    st.caption(f"Disusun {plain(waktu(one.pada))} {SEBAB[one.sebab]}, oleh {plain(one.oleh_nama)}")
    name = ringkasan.file_name(tahun, periode, one.nomor).removesuffix(".docx")
    left, right = st.columns([2, 3], gap="medium")
    with left:
        picture = _kept(one.png, "png")
        if picture:
            st.image(picture, caption="Halaman ringkasan", width="stretch")
        elif one.png is None:
            st.info(TANPA_GAMBAR if not pdf.available() else "PDF dan gambarnya belum dibuat; susun sekali lagi.")
    with right:
        with st.container(horizontal=True):
            for label, sha256, suffix, mime in (
                ("Word", one.docx, "docx", widgets.DOCX), ("PDF", one.pdf, "pdf", panel_pratinjau.PDF),
                ("Gambar (PNG)", one.png, "png", PNG), ("Kalender (.ics)", one.ics, "ics", ICS),
            ):  # fmt: skip
                if content := _kept(sha256, suffix):
                    key = f"ringkasan_{suffix}_{one.nomor}"
                    widgets.download(label, lambda c=content: c, f"{name}.{suffix}", mime, key=key)  # type: ignore[misc]
        st.markdown("**Teks untuk WhatsApp**")
        st.code(one.pesan, language=None, wrap_lines=True, height=420)


def _kept(sha256: str | None, suffix: str) -> bytes | None:
    return session.store().original(sha256, f".{suffix}") if sha256 else None


def _failed(making: "Future[Tersimpan] | None") -> None:
    """Why the last making of this program came to nothing."""
    error = making.exception() if making is not None else None
    if error is not None:
        said = str(error) if isinstance(error, UserError) else "ada kesalahan pada sistem; sampaikan kepada admin"
        st.error(f"Ringkasan terakhir tidak tersusun: {plain(said)}", icon=":material/error:")


@st.fragment(run_every=1.0)
def _progress(tahun: int, periode: str) -> None:
    """That it is being made, until it is."""
    session.require(Izin.LIHAT, sendiri=False)
    making = kerja.find(session.store(), session.unit(), tahun, periode)
    if making is None or making.done():
        st.rerun()
    st.info(
        "Ringkasan sedang disusun … Halaman ini boleh ditinggalkan; hasilnya tersimpan.",
        icon=":material/hourglass_top:",
    )
