"""The upload of document contents, comparison figures, or links to the budget on screen: temuan with answers, old
beside new, saving."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from lakip.ui import panel_temuan, session, widgets
from lakip.ui.panel_tanda import KIRI, firm, plain, table
from lakip.unggah.berkas import salinan
from lakip.unggah.berkas.dokumen import MAKS_MB
from lakip.unggah.dokumen.hasil import HasilIsi, HasilKaitan, HasilPembanding
from lakip.unggah.hasil import leave_out

H = TypeVar("H", HasilIsi, HasilPembanding, HasilKaitan)
Jawaban = Mapping[tuple[str, str, str], str]


def upload(label: str, key: str, read: Callable[[bytes, str, Jawaban], H], save: Callable[[H], str]) -> None:
    """Choose a file, answer what it asks, see what changes, save; whole or not at all.

    Args:
        read: content, file name and answers to what the file came to.
        save: records it and says so in a sentence.
    """
    file = st.file_uploader(
        label, type="xlsx", max_upload_size=MAKS_MB, key=key,
        help=f"Paling besar {MAKS_MB} MB. Belum ada yang disimpan sebelum Anda menekan Simpan.",
    )  # fmt: skip
    if file is None:
        return
    content = file.getvalue()
    hasil = panel_temuan.answered(lambda jawaban: read(content, file.name, jawaban), leave_out)
    panel_temuan.counts(hasil)
    panel_temuan.notes(hasil)
    if found := hasil.temuan:
        widgets.download(
            "Unduh salinan bertanda",
            lambda: salinan.marked_copy(content, file.name, found),
            f"periksa_{file.name}",
            widgets.XLSX,
            key=f"salinan {key}",
        )
    if hasil.perubahan:
        st.markdown(f"**Yang berubah: {len(hasil.perubahan)}**")
        head = {"Kode": KIRI, "Bidang": KIRI, "Tercatat": KIRI, "Menjadi": KIRI}
        changes = hasil.perubahan
        table(head, [(firm(plain(p.kode)), plain(p.bidang), plain(p.lama), f"**{plain(p.baru)}**") for p in changes])
    _save(hasil, key, save)


def _save(hasil: H, key: str, save: Callable[[H], str]) -> None:
    """The button, or what to do instead."""
    if hasil.ditolak:
        st.info("Tidak ada yang disimpan. Pilih tahun atau dokumen yang sesuai, atau unggah berkas lain.")
    elif hasil.menahan:
        st.info(
            f"{len(hasil.menahan)} temuan masih menahan. Jawab di atas, atau perbaiki berkasnya lalu unggah kembali. "
            "Berkas disimpan utuh atau tidak sama sekali."
        )
    elif not hasil.perubahan and hasil.utuh:
        st.info(plain(hasil.ringkasan))
    elif not hasil.perubahan:
        st.success(plain(hasil.ringkasan), icon=":material/check:")
    elif st.button(
        f"Simpan {len(hasil.perubahan)} perubahan", type="primary", icon=":material/save:", key=f"simpan {key}"
    ):
        session.saved(save(hasil))
