"""The remembered readings of workbooks that are not ours: listed, renamed, taken out by whoever plans."""

import streamlit as st

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.formatting import KOSONG, waktu
from lakip.ui import isian, session
from lakip.ui.panel_tanda import KIRI, firm, plain, table
from lakip.unggah import profil
from lakip.unggah.profil import JENIS_NAMA, Profil
from lakip.unggah.tabel.bacaan import TIDAK_DIPAKAI

KOLOM = {"Nama": KIRI, "Untuk": KIRI, "Bagian": KIRI, "Disetujui": KIRI, "Yang ditetapkan": KIRI}
PENJELASAN = (
    "Berkas milik kantor dibaca menurut judul kolomnya. Bacaan yang pernah disetujui diingat di sini, dan dipakai "
    "untuk berkas berikutnya yang judulnya sama; tetap diperlihatkan dahulu sebelum ada yang disimpan."
)


def page(pengguna: Pengguna) -> None:
    """Every profil of the office, and the two things that may be done to one."""
    store, unit = session.store(), session.unit()
    st.subheader("Bacaan berkas yang diingat")
    st.caption(PENJELASAN)
    known = profil.all_of(store, unit)
    if not known:
        st.info("Belum ada. Bacaan pertama diingat ketika sebuah berkas milik kantor disetujui dan disimpan.")
        return
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    table(KOLOM, [_row(one, names.get(one.bagian or "", KOSONG)) for one in known])
    with st.expander("Ubah nama atau hapus"):
        _change(pengguna, {one.nomor: one for one in known})


# ---------------------------------------------------------------- inside


def _row(one: Profil, bagian: str) -> tuple[str, ...]:
    when = f"{plain(one.oleh_nama)}, {plain(waktu(one.pada))}" if one.pada else KOSONG
    return plain(one.nama), plain(JENIS_NAMA.get(one.jenis, one.jenis)), firm(plain(bagian)), when, plain(_decided(one))


def _decided(one: Profil) -> str:
    """How many columns a person gave a meaning, and how many not to use; the others are understood by themselves."""
    unused = sum(bidang == TIDAK_DIPAKAI for _, bidang in one.arti)
    given = len(one.arti) - unused
    said = [f"{given} kolom diberi arti"] if given else []
    return (
        ", ".join([*said, *([f"{unused} kolom tidak dipakai"] if unused else [])]) or "seluruh kolom dipahami sendiri"
    )


def _change(pengguna: Pengguna, known: dict[int, Profil]) -> None:
    store, unit = session.store(), session.unit()
    nomor = st.selectbox("Profil", list(known), format_func=lambda n: known[n].nama, key="profil")
    one = known[nomor]
    nama = st.text_input("Nama", one.nama, max_chars=profil.MAKS_NAMA, key=f"nama profil {nomor} v{one.versi}")
    sure = st.checkbox("Hapus: berkas berikutnya yang sejudul ditanyakan lagi", key=f"hapus profil {nomor} {one.versi}")
    with st.container(horizontal=True):
        if st.button("Simpan nama", icon=":material/save:", disabled=nama.strip() in ("", one.nama)):
            with isian.told():
                profil.rename(store, pengguna, unit, nomor, nama)
                session.saved(f"Profil kini bernama “{nama.strip()}”.")
        if st.button("Hapus profil ini", icon=":material/delete:", disabled=not sure):
            with isian.told():
                profil.remove(store, pengguna, unit, nomor)
                session.saved(f"Profil “{one.nama}” dihapus; versinya yang lama tetap tercatat.")
