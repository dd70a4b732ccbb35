"""The upload of a Rencana Aksi on screen: the form, the file with its temuan, what changes, saving."""

import streamlit as st

from lakip.akses import Pengguna
from lakip.ui import panel_temuan, session, widgets
from lakip.ui.panel_tanda import KIRI, firm, plain, table
from lakip.unggah import rencana
from lakip.unggah.berkas import salinan
from lakip.unggah.rencana.formulir import rencana_form
from lakip.unggah.rencana.hasil import Hasil

MAKS_MB = 10


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


def upload(pengguna: Pengguna, tahun: int) -> None:
    """Steps 2 and 3: the file, its temuan and answers, old beside new, saving."""
    st.subheader("2. Unggah berkas")
    file = st.file_uploader(
        "Berkas Rencana Aksi (.xlsx)", type="xlsx", max_upload_size=MAKS_MB, key="berkas_rencana",
        help=f"Paling besar {MAKS_MB} MB. Belum ada yang disimpan sebelum Anda menekan Simpan.",
    )  # fmt: skip
    if file is None:
        return
    store, unit, content = session.store(), session.unit(), file.getvalue()
    st.subheader("3. Periksa dan simpan")
    hasil = panel_temuan.answered(
        lambda jawaban: rencana.read(store, pengguna, content, file.name, unit, tahun, jawaban), rencana.leave_out
    )
    panel_temuan.counts(hasil)
    panel_temuan.notes(hasil)
    if found := hasil.temuan:
        widgets.download(
            "Unduh salinan bertanda",
            lambda: salinan.marked_copy(content, file.name, found),
            f"periksa_{file.name}",
            widgets.XLSX,
        )
    if hasil.perubahan:
        st.markdown(f"**Yang berubah: {len(hasil.perubahan)}**")
        columns = {"Kode": KIRI, "Bidang": KIRI, "Tercatat": KIRI, "Menjadi": KIRI}
        table(
            columns,
            [(firm(plain(p.kode)), plain(p.bidang), plain(p.lama), f"**{plain(p.baru)}**") for p in hasil.perubahan],
        )
    _save(pengguna, hasil)


def _save(pengguna: Pengguna, hasil: Hasil) -> None:
    """The button, or what to do instead."""
    if hasil.ditolak:
        st.info("Tidak ada yang disimpan. Sesuaikan pilihan atau berkasnya seperti disebut di atas.")
    elif hasil.menahan:
        st.info(
            f"{len(hasil.menahan)} temuan masih menahan. Jawab di atas, atau perbaiki berkasnya lalu unggah kembali. "
            "Berkas disimpan utuh atau tidak sama sekali."
        )
    elif not hasil.perubahan and hasil.utuh:
        st.info(plain(hasil.ringkasan))
    elif not hasil.perubahan:
        st.success(plain(hasil.ringkasan), icon=":material/check:")
    elif st.button(f"Simpan {len(hasil.perubahan)} perubahan", type="primary", icon=":material/save:"):
        session.saved(rencana.save(session.store(), pengguna, hasil).pesan)
