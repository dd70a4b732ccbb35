"""The upload of a Rencana Aksi on screen: the form, and what the one upload panel needs."""

import streamlit as st

from lakip.akses import Pengguna
from lakip.ui import session, widgets
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import rencana
from lakip.unggah.betulan import Tempat
from lakip.unggah.rencana import Hasil
from lakip.unggah.rencana.formulir import rencana_form
from lakip.unggah.rencana.kamus import NAMA_KOLOM


def form(tahun: int) -> None:
    """Step 1: the form, filled with what is known."""
    store, unit = session.store(), session.unit()
    st.subheader("1. Unduh formulir")
    st.caption(
        "Formulir memuat sasaran, indikator, dan target yang sudah tercatat, serta baris kosong untuk yang baru. "
        "Tabel buatan sendiri dengan judul kolom yang sama juga dibaca."
    )
    widgets.download(
        f"Unduh formulir Rencana Aksi {tahun}",
        lambda: rencana_form(store, unit, tahun),
        f"rencana_aksi_{tahun}.xlsx",
        widgets.XLSX,
    )


def cara(pengguna: Pengguna, tahun: int) -> Cara[Hasil]:
    """Steps 2 and 3."""
    store, unit = session.store(), session.unit()
    return Cara(
        jenis="rencana",
        berkas="Berkas Rencana Aksi",
        kunci="berkas_rencana",
        read=lambda content, nama, jawaban: rencana.read(store, pengguna, content, nama, unit, tahun, jawaban),
        save=lambda hasil: rencana.save(store, pengguna, hasil),
        tempat=_places,
        langkah=("2. Unggah berkas", "3. Periksa dan simpan"),
    )


def _places(hasil: Hasil) -> dict[tuple[str, str], Tempat]:
    """Where each target stands."""
    return {
        (one.indikator, NAMA_KOLOM[n]): (one.lembar or "", sel)
        for one in hasil.rencana.target
        for n, sel in one.sel.items()
        if n in NAMA_KOLOM
    }
