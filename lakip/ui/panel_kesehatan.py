"""The parts of the page Kesehatan data: the clock, where the anchor lies, the last check, and what an admin settles."""

import streamlit as st

from lakip.akses import Pengguna
from lakip.formatting import angka, waktu
from lakip.store import Store
from lakip.ui import session
from lakip.ui.panel_tanda import KIRI, plain, table
from lakip.utuh import jam, jangkar, kunci, mulai, periksa, selesai

BATAS = 50  # findings on the screen; the command “periksa” tells all


def clock(store: Store, pengguna: Pengguna, unit: str, *, settles: bool) -> None:
    """What is wrong with the clock; nothing when it can be believed."""
    said = jam.now_doubted(store)
    if said is None:
        return
    st.error(plain(f"{said} Selama itu tidak ada yang dapat dicatat."), icon=":material/schedule:")
    if not settles:
        st.caption("Admin membetulkan jam komputer server, atau menyatakan di sini bahwa jam itu benar.")
        return
    with st.form("jam_benar"):
        alasan = st.text_input("Jam itu benar, sebab", placeholder="kantor tutup dua bulan", max_chars=300)
        if st.form_submit_button("Jam sudah benar"):
            selesai.clock_is_right(store, pengguna, unit, alasan)
            session.saved("Jam dinyatakan benar.")


def facts(store: Store) -> None:
    """How far trail, anchor and database file have come."""
    acts, anchor = store.read("jejak_terakhir")["nomor"].item(), jangkar.newest(store.folder) if store.folder else None
    table(
        {"Apa": KIRI, "Keadaan": KIRI},
        [
            ("Perbuatan terakhir", f"nomor {angka(acts)}"),
            ("Jangkar", f"nomor {angka(anchor.nomor)}, {plain(waktu(anchor.pada))}" if anchor else "tidak ada"),
            ("Kunci tanda", f"`{key.nama}`, di luar folder data" if (key := kunci.own()) else "tidak ada"),
            ("Terakhir ditulis ke berkas basis data", plain(waktu(store.disetel)) if store.disetel else "saat dibuka"),
        ],
    )


def whole(store: Store, pengguna: Pengguna, unit: str, *, settles: bool) -> None:
    """The last check, a new one, and the way on when something is wrong."""
    if st.button("Periksa sekarang", icon=":material/verified:"):
        with st.status("Memeriksa …") as status:
            periksa.check(store, lambda what: status.update(label=f"{what} …"))
            status.update(label="Selesai diperiksa", state="complete")
    hasil = periksa.last(store)
    if hasil is None or not hasil.temuan:
        for said in mulai.anchored(store):
            st.error(plain(said), icon=":material/link_off:")
    if hasil is None:
        st.info("Belum diperiksa sejak aplikasi dimulai. Tekan “Periksa sekarang”.")
        return
    st.caption(plain(f"Diperiksa {waktu(hasil.pada)}."))
    if not hasil.temuan:
        st.success(plain(hasil.kalimat), icon=":material/verified:")
    else:
        st.error(f"{len(hasil.temuan)} temuan. Catatan ini tidak seperti ketika ditulis.", icon=":material/gpp_bad:")
        st.markdown("\n".join(f"- {plain(said)}" for said in hasil.temuan[:BATAS]))
    for said in hasil.catatan[:BATAS]:
        st.warning(plain(said), icon=":material/update:")
    if hasil.temuan and settles:
        _go_on(store, pengguna, unit, hasil)


def _go_on(store: Store, pengguna: Pengguna, unit: str, hasil: periksa.Hasil) -> None:
    st.subheader("Lanjutkan dengan catatan yang ada")
    st.write(
        "Bila sebabnya diketahui dan cadangan tidak dipakai, catatan dilanjutkan sebagaimana adanya. Setiap temuan di "
        "atas tertulis pada jejak atas nama Anda, dan tidak disebut lagi oleh pemeriksaan berikutnya."
    )
    with st.form("lanjutkan"):
        alasan = st.text_input("Sebabnya", placeholder="basis data dipulihkan dari cadangan 3 Maret", max_chars=300)
        if st.form_submit_button("Lanjutkan"):
            selesai.go_on(store, pengguna, unit, alasan, hasil.temuan)
            periksa.check(store)
            session.saved("Catatan dilanjutkan; temuannya tertulis pada jejak.")
