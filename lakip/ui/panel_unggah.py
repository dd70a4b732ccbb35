"""The one upload of a workbook on screen, for every kind: how it was read, what it asks, what changes, saving.

Each kind gives its `Cara`; nothing here knows one kind from another.
"""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from lakip.akses import Pengguna
from lakip.formatting import angka
from lakip.ui import isian, panel_temuan, panel_unggah_bacaan, panel_unggah_berkas, session, widgets
from lakip.ui.panel_tanda import KIRI, firm, plain, table
from lakip.ui.panel_unggah_berkas import Berkas
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import betulan, profil
from lakip.unggah.berkas import salinan
from lakip.unggah.berkas.buku import read_workbook, remarks
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.hasil import Hasil, Jawaban
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN

H = TypeVar("H", bound=Hasil)
BARIS_TAMPIL = 60  # of what changes; the rest is counted


def upload(pengguna: Pengguna, cara: Cara[H]) -> None:
    """Choose or paste, confirm how it was read, answer what it asks, see what changes, save; whole or not at all."""
    if cara.langkah:
        st.subheader(cara.langkah[0])
    file = panel_unggah_berkas.pick(cara.berkas, cara.kunci)
    if file is None:
        return
    if cara.langkah:
        st.subheader(cara.langkah[1])

    known: dict[frozenset[tuple[tuple[str, str, str], str]], H] = {}

    def read(jawaban: Jawaban) -> H:
        """Judged once for the same answers: the parts of this screen ask in turn."""
        said = frozenset(jawaban.items())
        if said not in known:
            known[said] = cara.read(file.content, file.nama, jawaban)
        return known[said]

    with st.spinner("Membaca dan memeriksa berkas …"):
        hasil = read({})
    if hasil.ditolak:
        panel_temuan.refused(hasil)
        panel_temuan.counts(hasil)
        st.info(cara.tak_cocok)
        return
    lembar = _sheets(hasil.sha256, file.nama, file.content)
    for line in remarks(lembar):
        st.caption(plain(line))
    jawaban, ingat = profil.remembered(session.store(), session.unit(), cara.jenis, hasil)
    hasil, jawaban, waiting = panel_unggah_bacaan.ask(read(jawaban), read, lembar, jawaban, ingat)
    hasil, jawaban = panel_temuan.answered(hasil, read, jawaban, waiting)
    hasil = betulan.with_corrections(hasil, lembar, jawaban)
    panel_temuan.counts(hasil)
    panel_temuan.notes(hasil)
    _marked(hasil, file, cara.kunci)
    _changes(cara, hasil, lembar)
    _save(pengguna, cara, hasil, jawaban, named=bool(ingat))


# ---------------------------------------------------------------- inside


@st.cache_resource(max_entries=4, ttl=1800, show_spinner=False)
def _sheets(sha256: str, nama: str, _content: bytes) -> tuple[Lembar, ...]:
    """The sheets of a file, to show how they look; kept while its answers are given."""
    return tuple(read_workbook(_content, nama))


def _marked(hasil: Hasil, file: Berkas, kunci: str) -> None:
    if found := hasil.temuan:
        nama = file.nama.rpartition(".")[0] or file.nama
        widgets.download(
            "Unduh salinan bertanda",
            lambda: salinan.marked_copy(file.content, file.nama, found),
            f"periksa_{nama}.xlsx",
            widgets.XLSX,
            key=f"salinan {kunci}",
        )


def _changes(cara: Cara[H], hasil: H, lembar: Sequence[Lembar]) -> None:
    """Old beside new, and the cell that each comes from as it is written there."""
    if not hasil.perubahan:
        return
    st.markdown(f"**Yang berubah: {angka(len(hasil.perubahan))}{cara.ubah and ' '}{cara.ubah}**")
    places = cara.tempat(hasil)
    shown = hasil.perubahan[:BARIS_TAMPIL]
    origin = [_origin(hasil, lembar, places.get(cara.kunci_tempat(one))) for one in shown]
    head = {**cara.kolom, **({"Dari sel": KIRI, "Tertulis": KIRI} if any(sel for sel, _ in origin) else {})}
    rows = [(*cara.baris(one), *where)[: len(head)] for one, where in zip(shown, origin, strict=True)]
    table(head, rows)
    if rest := len(hasil.perubahan) - len(shown):
        st.caption(f"… dan {angka(rest)} {cara.apa} lainnya.")
    if cara.akibat:
        cara.akibat(hasil)


def _origin(hasil: Hasil, lembar: Sequence[Lembar], place: betulan.Tempat | None) -> tuple[str, str]:
    if place is None or not place[1]:
        return "", ""
    nama, sel = place
    where = sel if len(lembar) == 1 else f"{nama}!{sel}"
    if place in hasil.dibetulkan:
        said = hasil.dibetulkan[place]
        return firm(plain(where)), f"dibetulkan di layar, tertulis: “{plain(said)}”" if said else "diisi di layar"
    note = betulan.note(lembar, place)
    said = plain(betulan.shown(betulan.find(lembar, place)))
    return firm(plain(where)), f"{said} :gray[(komentar: “{plain(note)}”)]" if note else said


def _save(pengguna: Pengguna, cara: Cara[H], hasil: H, jawaban: Jawaban, *, named: bool) -> None:
    """The button, or what to do instead."""
    if hasil.menahan:
        st.info(_waiting(hasil))
    elif not hasil.perubahan:
        _same(cara, hasil)
    else:
        nama = _name(hasil, cara.kunci) if profil.confirmed(hasil, jawaban) and not named else ""
        label = f"Simpan {len(hasil.perubahan)} {cara.apa}"
        if st.button(label, type="primary", icon=":material/save:", key=f"simpan {cara.kunci}"):
            with isian.told():
                with st.spinner("Menyimpan …"):
                    said = cara.save(hasil).pesan
                    kept = profil.keep(session.store(), pengguna, hasil, jawaban, cara.jenis, nama)
                told = f" Bacaannya diingat sebagai {', '.join(f'“{n}”' for n in kept)}." if kept else ""
                session.saved(f"{said}{told}", cara.lanjut(hasil) if cara.lanjut else None)


def _waiting(hasil: Hasil) -> str:
    """What is to be done first."""
    if any(t.kode == ARTI for t in hasil.menahan):
        return "Pilih dahulu arti kolom yang bertanda “ditanyakan”. Belum ada yang disimpan."
    rest = [t for t in hasil.menahan if t.kode != PEMBACAAN]
    if len(rest) < len(hasil.menahan):
        more = f" Sesudah itu {len(rest)} temuan masih menunggu jawaban." if rest else ""
        return f"Periksa dahulu cara tabelnya dibaca, lalu tekan “Bacaan ini benar”.{more} Belum ada yang disimpan."
    return (
        f"{len(rest)} temuan masih menahan. Jawab di atas, atau perbaiki berkasnya (pakai salinan bertanda) "
        "lalu unggah kembali. Berkas disimpan utuh atau tidak sama sekali."
    )


def _same(cara: Cara[H], hasil: H) -> None:
    """Nothing to save: why, and what comes next."""
    if not hasil.dibaca and cara.kosong:
        st.info(f"{plain(hasil.ringkasan)} {cara.kosong}")
    elif hasil.utuh:
        st.info(f"{plain(hasil.ringkasan)} Ubah isinya, lalu unggah kembali.")
    else:
        st.success(f"{plain(hasil.ringkasan)} {cara.sesudah}".strip(), icon=":material/check:")


def _name(hasil: Hasil, kunci: str) -> str:
    return str(
        st.text_input(
            "Ingat bacaan ini dengan nama (boleh dikosongkan)",
            key=f"nama profil {kunci} {hasil.sha256}",
            max_chars=profil.MAKS_NAMA,
            placeholder=f"misalnya Rekap bulanan; bila kosong: {hasil.nama_berkas} dan tanggalnya",
            help="Berkas berikutnya dengan judul kolom yang sama langsung dikenali.",
        )
    ).strip()
