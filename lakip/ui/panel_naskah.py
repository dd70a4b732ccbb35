"""The parts of the page Naskah laporan: the sections and their state, one as printed, the form to write it oneself."""

import re
from collections import Counter

import streamlit as st

from lakip import narasi, sumber
from lakip.akses import Pengguna
from lakip.formatting import waktu
from lakip.narasi import STAF, Naskah, Rujukan, Susunan
from lakip.ui import session
from lakip.ui.panel_tanda import KANAN, KIRI, firm, pick, plain, table

PILIHAN = ("SM1", "SM2", "TH")  # the report of a triwulan prints no narrative of its own
DARI_DATA, DITULIS, BERCELAH, BERUBAH = "dari data", "ditulis staf", "ada celah", "angka dasar berubah"
TANDA = {
    DARI_DATA: ":gray[○ Dari data]",
    DITULIS: ":blue[✎ Ditulis staf]",
    BERCELAH: ":orange[▲ Ada celah]",
    BERUBAH: ":red[⟳ Angka dasar berubah]",
}
SEMUA = "semua"
PETUNJUK = {
    "selisih": "Setiap perbedaan dijelaskan pada satu baris, seperti “IK-01 RKT | penjelasannya”. Di kiri garis tegak "
    "boleh pula satu indikator, satu dokumen, atau beberapa yang dipisahkan titik koma; kalimat tanpa garis tegak "
    "tercetak di atas tabel."
}


def state(one: Naskah) -> str:
    """The one word for a section; what must be looked at goes first."""
    if one.basi:
        return BERUBAH
    if one.celah:
        return BERCELAH
    return DITULIS if one.dari == STAF else DARI_DATA


def summary(isi: Susunan) -> None:
    """How many sections stand how, and whether the report may be final."""
    counts = Counter(state(one) for one in isi.dicetak())
    st.caption("Bagian naskah: " + " · ".join(f"{n} {kata}" for kata in TANDA if (n := counts[kata])))
    if counts[BERUBAH]:
        st.warning(
            "Ada naskah staf yang angka dasarnya berubah sejak disimpan. Periksa, lalu simpan lagi.",
            icon=":material/sync_problem:",
        )
    if missing := [len(one.celah) for one in isi.dicetak() if one.celah]:  # as the table below counts them
        parts = len(missing)
        st.info(
            f"{sum(missing)} hal belum diisi, pada {parts} bagian. Selama masih ada, laporannya tidak dapat dinyatakan "
            "final.",
            icon=":material/edit_off:",
        )


def names(isi: Susunan) -> dict[str, str]:
    """The title of each section, with its state where there is something to do."""
    due = {BERCELAH: "▲", BERUBAH: "⟳", DITULIS: "✎"}
    return {one.kunci: " ".join(filter(None, (due.get(state(one)), one.judul))) for one in isi.dicetak()}


def first(isi: Susunan) -> str:
    """Where the page opens: what moved, else what lacks something, else the first."""
    for word in (BERUBAH, BERCELAH):
        if found := next((one.kunci for one in isi.dicetak() if state(one) == word), None):
            return found
    return isi.dicetak()[0].kunci


def text(isi: Susunan, kunci: str) -> None:
    """The section as it is printed."""
    one = isi.naskah[kunci]
    st.subheader(plain(one.judul))
    st.markdown(TANDA[state(one)])
    own = isi.tulisan.get(kunci)
    if own is not None and own.teks is not None:
        st.caption(f"Ditulis {plain(own.oleh)}, {firm(plain(waktu(own.pada)))}, versi {own.versi}.")
    if one.bergerak:
        moved = "\n".join(f"- {plain(line)}" for line in one.bergerak)
        st.warning(f"Angka dasar berubah sejak naskah disimpan:\n{moved}", icon=":material/sync_problem:")
    with st.container(border=True):
        for judul, paragraf in zip(one.judul_paragraf, one.paragraf, strict=True):
            if judul:
                st.markdown(f"**{plain(judul)}**")
            st.markdown(_shown(paragraf))
        if not one.paragraf:
            st.caption("Tidak ada yang perlu diuraikan pada bagian ini.")


def gaps(isi: Susunan, kunci: str) -> None:
    """What the section lacks, each with the page where it is mended."""
    one = isi.naskah[kunci]
    if not one.celah:
        return
    st.markdown("**Yang belum diisi**")
    st.markdown("\n".join(f"- [{plain(c.pesan)}](/{c.halaman})" for c in one.celah))


def edit(pengguna: Pengguna, isi: Susunan, kunci: str) -> None:
    """The form that replaces the generated text; starts from what stands there now."""
    store, unit = session.store(), session.unit()
    if not narasi.may(store, pengguna, unit, isi.fakta.tahun, kunci):
        return
    own = isi.tulisan.get(kunci)
    place = f"{isi.fakta.tahun}_{isi.fakta.periode.kode}_{kunci}_v{own.versi if own else 0}"
    if _locked(isi):
        st.caption("Laporan periode ini sudah disahkan, jadi naskahnya terkunci.")
        return
    with st.expander("Tulis sendiri", icon=":material/edit_note:", expanded=isi.naskah[kunci].dari == STAF):
        st.caption(
            "Angka ditulis dengan rujukan seperti {IK-01.capaian}, supaya selalu sama dengan data. Pisahkan alinea "
            "dengan satu baris kosong."
        )
        if kunci in PETUNJUK:
            st.caption(PETUNJUK[kunci])
        teks = st.text_area("Naskah", "\n\n".join(isi.naskah[kunci].mentah), height=320, key=f"naskah_{place}")
        _preview(isi, kunci, teks)
        numbers = narasi.questions(teks, isi.otomatis[kunci])
        yakin = bool(numbers) and st.checkbox(
            f"Angka {plain(', '.join(numbers))} diketik langsung, bukan dari data. Saya pastikan memang bukan angka "
            "kinerja atau anggaran.",
            key=f"yakin_{place}_{'_'.join(numbers)}",
        )
        key = (store, pengguna, unit, isi.fakta.tahun, isi.fakta.periode.kode, kunci)
        mentah, versi = isi.otomatis[kunci], own.versi if own else 0
        with st.container(horizontal=True):
            if st.button("Simpan naskah", type="primary", icon=":material/save:", key=f"simpan_{place}"):
                narasi.save(*key, teks, mentah, isi.daftar, versi=versi, yakin=yakin)
                session.saved("Naskah tersimpan.")
            if own is not None and own.teks is not None:
                back = st.button("Kembali ke teks otomatis", icon=":material/undo:", key=f"otomatis_{place}")
                if back:
                    narasi.revert(*key, mentah, versi=versi)
                    session.saved("Bagian ini kembali memakai teks otomatis.")


def references(pengguna: Pengguna, isi: Susunan, kunci: str) -> None:
    """The figures that a text may name: those of the section first, others by their subject."""
    if not narasi.may(session.store(), pengguna, session.unit(), isi.fakta.tahun, kunci):
        return
    groups = _groups(isi)
    subjects = {SEMUA: "Bagian ini", **{k: k for k in groups}}
    st.markdown("**Daftar rujukan**")
    chosen = pick("Rujukan tentang", "rujukan", subjects)
    rows = _used(isi, kunci) if chosen == SEMUA else groups[chosen]
    if not rows:
        st.caption("Bagian ini tidak memakai angka. Pilih subjek lain di atas.")
        return
    cells = [(f"`{{{r.nama}}}`", plain(r.arti), firm(plain(r.teks))) for r in rows]
    table({"Rujukan": KIRI, "Arti": KIRI, "Kini": KANAN}, cells)


def overview(isi: Susunan) -> None:
    """Every section with its state."""
    st.subheader("Semua bagian")
    tahun, periode = isi.fakta.tahun, isi.fakta.periode.kode
    rows = []
    for one in isi.dicetak():
        address = f"/naskah?tahun={tahun}&periode={periode}&bagian={one.kunci}"
        rows.append((f"[{plain(one.judul)}]({address})", TANDA[state(one)], str(len(one.celah) or "")))
    table({"Bagian": KIRI, "Keadaan": KIRI, "Celah": KANAN}, rows)


# ---------------------------------------------------------------- inside


def _shown(paragraf: str) -> str:
    """A printed paragraph on the screen, its gaps in colour."""
    said = "  \n".join(plain(line) for line in sumber.polos(paragraf).splitlines())
    return re.sub(r"\\\[belum diisi.*?\\\]", lambda m: f":orange-background[{m[0]}]", said)


def _preview(isi: Susunan, kunci: str, teks: str) -> None:
    """What the text in the box would print, once it differs from what stands."""
    if teks == "\n\n".join(isi.naskah[kunci].mentah):
        return
    st.markdown("**Pratinjau**")
    with st.container(border=True):
        for part in filter(None, teks.split("\n\n")):
            st.markdown(_shown(narasi.resolve(part, isi.daftar)))


def _locked(isi: Susunan) -> bool:
    rows = session.store().read(
        "alur_keadaan", unit=session.unit(), tahun=isi.fakta.tahun, periode=isi.fakta.periode.kode
    )
    return "disahkan" in rows["keadaan"].to_list()


def _used(isi: Susunan, kunci: str) -> list[Rujukan]:
    jenis, _, kode = kunci.partition(":")
    if jenis == "indikator":
        return [r for r in isi.daftar.values() if r.nama.startswith(f"{kode}.")]
    texts = [*isi.otomatis[kunci], *isi.naskah[kunci].mentah]
    return [isi.daftar[n] for n in dict.fromkeys(n for t in texts for n in narasi.names(t)) if n in isi.daftar]


def _groups(isi: Susunan) -> dict[str, list[Rujukan]]:
    """References by what they are about: an indikator, averages, money, counts."""
    words = {sumber.RATA: "Rata-rata", sumber.UANG: "Anggaran", sumber.HITUNG: "Jumlah"}
    found: dict[str, list[Rujukan]] = {}
    for one in isi.daftar.values():
        head = one.nama.partition(".")[0]
        about = words.get(head) or next((k for k in isi.fakta.kini if one.nama.startswith(f"{k}.")), head)
        found.setdefault(about, []).append(one)
    return found
