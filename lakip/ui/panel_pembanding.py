"""Comparison figures on screen: those of a tahun, by form and upload, or one typed."""

import polars as pl
import streamlit as st

from lakip import dokumen, pembanding
from lakip.akses import Izin, Pengguna
from lakip.formatting import angka
from lakip.pembanding import CAKUPAN_NAMA, Angka
from lakip.ui import isian, panel_unggah, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, plain, table
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import pembanding as unggah_pembanding
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import written


def page(pengguna: Pengguna, tahun: int) -> None:
    """What kabupaten, provinsi and nasional reached; for who plans also the ways to enter it."""
    rows = pembanding.pembanding(session.store(), session.unit(), tahun)
    _listed(rows, tahun)
    if pengguna.may(Izin.RENCANA, session.unit()):
        with st.expander("Isi pembanding"):
            _by_form(pengguna, tahun)
            st.markdown("**Ketik satu angka**")
            _one_figure(pengguna, tahun)


def _listed(rows: pl.DataFrame, tahun: int) -> None:
    if rows.is_empty():
        st.caption(f"Belum ada angka pembanding untuk tahun {tahun}.")
        return
    head = {"Kode": KIRI, "Cakupan": KIRI, "Angka": KANAN, "Sumber": KIRI}
    table(
        head,
        [
            (
                card_link(r["indikator"], tahun, "TH"),
                CAKUPAN_NAMA[r["cakupan"]],
                angka(r["nilai"], r["desimal"]),
                plain(r["sumber"]),
            )
            for r in rows.iter_rows(named=True)
        ],
    )


def _by_form(pengguna: Pengguna, tahun: int) -> None:
    store, unit = session.store(), session.unit()
    widgets.download(
        f"Unduh formulir pembanding {tahun}",
        lambda: unggah_pembanding.pembanding_form(store, unit, tahun),
        f"pembanding_{tahun}.xlsx",
        widgets.XLSX,
        key="formulir_pembanding",
    )
    panel_unggah.upload(
        pengguna,
        Cara(
            jenis="pembanding",
            berkas="Berkas pembanding",
            kunci=f"berkas_pembanding {tahun}",
            read=lambda content, nama, jawaban: unggah_pembanding.read(
                store, pengguna, content, nama, unit, tahun, jawaban
            ),
            save=lambda hasil: unggah_pembanding.save(store, pengguna, hasil),
            tempat=lambda hasil: {
                (a.indikator, CAKUPAN_NAMA[a.cakupan]): (a.lembar or "", a.sel or "") for a in hasil.angka
            },
        ),
    )


def _one_figure(pengguna: Pengguna, tahun: int) -> None:
    store, unit = session.store(), session.unit()
    cards = {c["kode"]: c for c in dokumen.cards(store, unit, tahun)}
    if not cards:
        st.caption(f"Belum ada indikator pada tahun {tahun}.")
        return
    left, right = st.columns(2)
    kode = left.selectbox("Indikator", cards, format_func=lambda k: f"{k}  {cards[k]['nama']}", key=f"banding {tahun}")
    cakupan = right.selectbox("Cakupan", CAKUPAN_NAMA, format_func=CAKUPAN_NAMA.__getitem__, key=f"cakupan {tahun}")
    known = pembanding.recorded(store, unit, tahun).get((kode, cakupan))
    key = f"{tahun} {kode} {cakupan}"
    with st.form(f"pembanding {key}"):
        one, two = st.columns([1, 3])
        text = one.text_input(
            "Angka",
            written(known.nilai if known else None),
            key=f"banding_angka {key}",
            help="Kosongkan untuk menarik angkanya.",
        )
        sumber = two.text_input(
            "Sumber dan tahun terbitnya", known.sumber if known else "", key=f"banding_sumber {key}",
            placeholder="misalnya LKjIP Kabupaten Balangan 2026, hlm. 12",
        )  # fmt: skip
        if st.form_submit_button("Simpan angka ini", icon=":material/save:"):
            with isian.told():
                nilai = ketikan.accepted("Angka pembanding", ketikan.read(text, cards[kode]["satuan"]))
                done = pembanding.save(store, pengguna, unit, tahun, [Angka(kode, cakupan, nilai, sumber.strip())])
                told = f"Pembanding {kode} tersimpan." if done else "Tidak ada yang berubah."
                session.saved(told + ketikan.echo({CAKUPAN_NAMA[cakupan]: nilai}))
