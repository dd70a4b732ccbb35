"""The tab "Siapkan tahun" of Acuan: what goes on, what ends, what changed; then on to the targets."""

from collections.abc import Sequence

import streamlit as st

from lakip import anggaran, rencana
from lakip.akses import Pengguna
from lakip.formatting import KOSONG
from lakip.rencana import Lanjutan
from lakip.ui import isian, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table
from lakip.unggah.rencana.formulir import rencana_form

TANDA = {
    "tetap": ":gray[= tetap]",
    "berubah": ":blue[△ berubah]",
    "berakhir": ":orange[✕ berakhir]",
    "baru": ":green[+ baru]",
}


def pick_year() -> int:
    """The tahun to prepare; what it goes on from is the tahun before it, whichever is looked at above."""
    coming = session.today().year + 1
    return int(st.number_input("Tahun yang disiapkan", 2015, coming, coming, format="%d", key="siapkan", width=160))


def page(pengguna: Pengguna, tahun: int) -> None:
    """Prepare `tahun` from the tahun before it, in three steps. Nothing is copied but links; no figure ever is."""
    store, unit = session.store(), session.unit()
    rows = rencana.compare_years(store, unit, tahun)
    if not rows:
        st.info(f"Belum ada sasaran dan indikator pada tahun {tahun - 1} maupun {tahun}. Mulailah dari tab Ubah.")
        return
    st.caption(
        f"Sasaran dan kartu indikator tahun {tahun - 1} berlaku terus dengan sendirinya. Target dan realisasi tidak "
        f"ikut disalin: target {tahun} diisi menurut PK {tahun}."
    )
    st.subheader("1. Tentukan yang berakhir")
    _ending(pengguna, rows, tahun)
    st.subheader(f"2. Periksa perubahan terhadap tahun {tahun - 1}")
    _changes(rows, tahun)
    _links(pengguna, tahun)
    st.subheader(f"3. Isi target tahun {tahun}")
    widgets.download(
        f"Unduh formulir Rencana Aksi {tahun}",
        lambda: rencana_form(store, unit, tahun),
        f"rencana_aksi_{tahun}.xlsx",
        widgets.XLSX,
    )
    st.caption("Formulir memuat strukturnya, targetnya kosong. Unggah di tab Unggah, atau ketik di tab Ubah.")


def _ending(pengguna: Pengguna, rows: Sequence[Lanjutan], tahun: int) -> None:
    """Which sasaran and indikator of the tahun before do not go on."""
    known = {r.kode: r for r in rows if r.jenis != "Tujuan" and r.keadaan != "baru"}
    ended = [k for k, r in known.items() if r.keadaan == "berakhir"]
    with st.form(f"tahun_baru {tahun}"):
        chosen = st.multiselect(
            f"Tidak dilanjutkan mulai tahun {tahun}",
            list(known),
            ended,
            format_func=lambda k: f"{known[k].jenis} {k}  {known[k].nama}",
            placeholder="Kosong: semuanya dilanjutkan",
            help="Sasaran dapat berakhir bila semua indikator dan sasaran di bawahnya juga berakhir atau dipindahkan.",
        )
        if st.form_submit_button(f"Simpan untuk tahun {tahun}", type="primary", icon=":material/save:"):
            with isian.told():
                done = rencana.carry_over(session.store(), pengguna, session.unit(), tahun, chosen)
                session.saved(f"{done} sasaran dan indikator disesuaikan." if done else "Tidak ada yang berubah.")


def _changes(rows: Sequence[Lanjutan], tahun: int) -> None:
    counts = {word: sum(r.keadaan == word for r in rows) for word in TANDA}
    told = ", ".join(f"{n} {word}" for word, n in counts.items() if n)
    st.markdown(f"Tujuan, sasaran, dan indikator: {told}.")
    targets = rencana.compare_targets(session.store(), session.unit(), tahun)
    if shown := [r for r in rows if r.keadaan != "tetap"]:
        head = {"Jenis": KIRI, "Kode": KIRI, "Nama": KIRI, "Keadaan": KIRI, "Yang berubah": KIRI}
        table(head, [_change(r) for r in shown])
    with st.expander(f"Target tahunan {tahun - 1} dan {tahun}"):
        head = {"Indikator": KIRI, f"Target {tahun - 1}": KANAN, f"Target {tahun}": KANAN}
        names = {r.kode: r.nama for r in rows if r.jenis == "Indikator"}
        table(head, [(plain(f"{k} {names[k]}"), firm(old), firm(new)) for k, (old, new) in targets.items()])


def _change(row: Lanjutan) -> tuple[str, ...]:
    changed = plain("; ".join(row.rincian)) or KOSONG
    return row.jenis, firm(plain(row.kode)), plain(row.nama), firm(TANDA[row.keadaan]), changed


def _links(pengguna: Pengguna, tahun: int) -> None:
    """Offer the links between sasaran and budget of the tahun before, while the new one has none."""
    store, unit = session.store(), session.unit()
    now, before = anggaran.links(store, unit, tahun), anggaran.links(store, unit, tahun - 1)
    if now or not before:
        return
    goals = rencana.sasaran(store, unit, tahun)
    kept = [one for one in before if one.sasaran in goals]
    st.markdown(
        f"Tahun {tahun - 1} punya {len(before)} kaitan sasaran dengan anggaran; {len(kept)} dapat dipakai lagi."
    )
    if st.button(f"Salin {len(kept)} kaitan ke tahun {tahun}", icon=":material/content_copy:"):
        with isian.told():
            done = anggaran.save_sasaran_program(store, pengguna, unit, tahun, kept)
            session.saved(f"{done} kaitan disalin ke tahun {tahun}.")
