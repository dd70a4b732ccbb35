"""Panels of the page SOP: the SOP as it stands, its printed form, its open questions, its revision."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import polars as pl
import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.export import sop_form
from lakip.formatting import KOSONG, angka, tanggal, waktu
from lakip.sop import langkah, pertanyaan
from lakip.sop.langkah import DAFTAR, PELAKSANA, SATUAN_NAMA, SIMBOL_NAMA, Langkah, Sop
from lakip.sop.pertanyaan import Pertanyaan
from lakip.sop.waktu_kerja import BakuMutu
from lakip.ui import isian, session, widgets
from lakip.ui.panel_tanda import KIRI, PAGES, pick, plain, table
from lakip.unggah.tabel import ketikan

TANGGAL = "DD/MM/YYYY"
DAFTAR_NAMA = {
    "dasar_hukum": "Dasar hukum",
    "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
}
KOLOM = ("No.", "Uraian", "Pelaksana", "Syarat", "Baku mutu", "Output", "Keterangan")


def ways(tahun: int, periode: str) -> None:
    """The way from the kiriman of a triwulan to its run."""
    query = {"tahun": str(tahun), "periode": periode}
    label = "Periode: dari dibuka sampai disahkan"
    st.page_link(PAGES / "periode.py", label=label, icon=":material/timeline:", query_params=query)


def pick_version() -> Sop:
    """The version on the screen, the newest first."""
    known = {str(s.versi): s for s in langkah.versions(session.store(), session.unit())}
    if len(known) == 1:
        return next(iter(known.values()))
    return known[pick("Versi", "versi", {kode: f"Versi {kode}: {s.alasan}" for kode, s in known.items()})]


def header(sop: Sop) -> None:
    """What stands above the steps."""
    dates = (
        ("Nomor", sop.nomor or "belum diketahui"),
        ("Dibuat", tanggal(sop.tanggal_pembuatan)),
        ("Revisi", tanggal(sop.tanggal_revisi)),
        ("Efektif", tanggal(sop.tanggal_efektif)),
    )
    st.markdown(f"**{plain(sop.nama)}** · " + " · ".join(f"{label}: {plain(said)}" for label, said in dates))
    with st.expander("Dasar hukum, kualifikasi, keterkaitan, peralatan, peringatan, pencatatan"):
        for name, label in DAFTAR_NAMA.items():
            st.markdown(f"**{label}**\n" + "\n".join(f"1. {plain(line)}" for line in getattr(sop, name)))


def steps(sop: Sop) -> None:
    """The steps as a table; its last column only when something is written in it."""
    width = len(KOLOM) if any(one.keterangan for one in sop.langkah) else len(KOLOM) - 1
    table(dict.fromkeys(KOLOM[:width], KIRI), [_step(one)[:width] for one in sop.langkah])


def form(pengguna: Pengguna, sop: Sop) -> None:
    """The official form of this version in Word."""
    store, unit = session.store(), session.unit()
    widgets.download(
        "Unduh formulir SOP (Word)", lambda: sop_form.build(store, pengguna, unit, sop.versi),
        sop_form.file_name(sop), widgets.DOCX, type="primary",
    )  # fmt: skip
    st.caption("Formulir memuat kolom alur dan tempat tanda tangan Camat, siap ditandatangani sebagai SOP atau revisi.")


def history() -> None:
    """Who made which version; nothing while only the shipped one is there."""
    rows = langkah.changes(session.store(), session.unit())
    if rows:
        with st.expander(f"Riwayat ({len(rows)} versi)"):
            said = (f"{plain(waktu(r['pada']))} oleh {plain(r['oleh'])}: {plain(r['alasan'])}" for r in rows)
            st.markdown("\n".join(f"- Versi {r['versi']}, {text}" for r, text in zip(rows, said, strict=True)))


def questions(pengguna: Pengguna) -> None:
    """What the printed SOP leaves open, and the office's answers."""
    asked = pertanyaan.questions(session.store(), session.unit())
    open_ones = [q for q in asked if not q.jawaban]
    st.caption(
        f"{len(open_ones)} dari {len(asked)} belum dijawab. Pertanyaan ini timbul dari naskah SOP yang tercetak; yang "
        "dipakai sistem dapat diubah lewat revisi."
    )
    for one in asked:
        _question(one)
    if pengguna.may(Izin.PENGATURAN, session.unit()):
        _answer(pengguna, asked, open_ones)


def revise(pengguna: Pengguna) -> None:
    """The form that makes the next version; the eight steps stay eight, because the run hangs on them."""
    sop = langkah.current(session.store(), session.unit())
    st.caption("Isi daftar: satu butir per baris. Yang disimpan menjadi versi baru; versi lama tetap tersimpan.")
    with st.form("revisi_sop"):
        left, right = st.columns(2)
        nama, nomor = left.text_input("Nama SOP", sop.nama), right.text_input("Nomor SOP", sop.nomor)
        made = left.date_input("Tanggal pembuatan", sop.tanggal_pembuatan, format=TANGGAL)
        revised = right.date_input("Tanggal revisi", sop.tanggal_revisi, format=TANGGAL)
        in_force = left.date_input("Tanggal efektif (pengesahan)", sop.tanggal_efektif, format=TANGGAL)
        lists: dict[str, Any] = {
            name: _lines(st.text_area(DAFTAR_NAMA[name], "\n".join(getattr(sop, name)), height="content"))
            for name in DAFTAR
        }
        rows = _edit_steps(sop)
        alasan = st.text_input("Alasan perubahan (wajib)", placeholder="misalnya hasil evaluasi SOP tahun 2026")
        if st.form_submit_button("Simpan sebagai versi baru", type="primary", icon=":material/save:"):
            with isian.told():
                edited = tuple(_edited(row) for row in rows)
                baru = replace(
                    sop, nama=nama.strip(), nomor=nomor.strip(), tanggal_pembuatan=made, tanggal_revisi=revised,
                    tanggal_efektif=in_force, **lists, langkah=edited,
                )  # fmt: skip
                saved = langkah.save(session.store(), pengguna, session.unit(), baru, alasan)
                session.saved(f"SOP tersimpan sebagai versi {saved.versi}. Unduh formulirnya untuk ditandatangani.")


# ---------------------------------------------------------------- inside


def _step(one: Langkah) -> tuple[str, ...]:
    who = " → ".join(f"{PELAKSANA[k]}{_symbol(s)}" for k, s in one.pelaksana.items())
    texts = (one.uraian, who, one.syarat, one.baku.kata, one.output, one.keterangan)
    return (f"{one.nomor}", *(plain(text) for text in texts))


def _symbol(simbol: str) -> str:
    return "" if simbol == langkah.PROSES else f" ({SIMBOL_NAMA[simbol].lower()})"


def _question(one: Pertanyaan) -> None:
    badge = ":green-badge[✓ dijawab]" if one.jawaban else ":orange-badge[? terbuka]"
    said = f"Tercetak: {plain(one.tercetak)}. Dipakai: {plain(one.dipakai)}. **{plain(one.tanya)}**"
    answered = f"  \nJawaban: {plain(one.jawaban)}" if one.jawaban else ""
    st.markdown(f"{badge} **{plain(one.hal)}**  \n{said}{answered}")


def _answer(pengguna: Pengguna, asked: Sequence[Pertanyaan], open_ones: Sequence[Pertanyaan]) -> None:
    with st.form("jawab_sop", clear_on_submit=True):
        first = asked.index(open_ones[0]) if open_ones else 0
        one = st.selectbox("Pertanyaan", asked, first, format_func=lambda q: f"{q.hal}: {q.tanya}")
        jawaban = st.text_input("Jawaban kantor", help="Kosongkan untuk membuka kembali pertanyaan itu.")
        if st.form_submit_button("Simpan jawaban", icon=":material/save:") and one is not None:
            with isian.told():
                pertanyaan.answer(session.store(), pengguna, session.unit(), one.kode, jawaban)
                session.saved("Jawaban tersimpan." if jawaban.strip() else "Pertanyaan terbuka kembali.")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _edit_steps(sop: Sop) -> list[dict[str, Any]]:
    """The rows as typed; they are read when the form is sent."""
    rows = [
        {
            "nomor": s.nomor, "uraian": s.uraian, **{k: s.pelaksana.get(k, KOSONG) for k in PELAKSANA},
            "syarat": s.syarat, "jumlah": angka(s.baku.jumlah), "satuan": s.baku.satuan,
            "output": s.output, "keterangan": s.keterangan,
        }
        for s in sop.langkah
    ]  # fmt: skip
    frame = pl.DataFrame(rows)
    symbols, text = [KOSONG, *SIMBOL_NAMA], st.column_config.TextColumn
    edited = st.data_editor(
        frame, hide_index=True, num_rows="fixed", width="stretch", disabled=["nomor"], key=f"sop_langkah {sop.versi}",
        column_config={
            "nomor": st.column_config.Column("No.", width=45, pinned=True),
            "uraian": text("Uraian", width="large", required=True),
            **{k: st.column_config.SelectboxColumn(v, options=symbols, width=95) for k, v in PELAKSANA.items()},
            "syarat": text("Syarat", width="medium", required=True),
            "jumlah": text("Waktu", required=True, width=70, alignment="right"),
            "satuan": st.column_config.SelectboxColumn(
                "Satuan", options=list(SATUAN_NAMA), format_func=lambda kode: SATUAN_NAMA[str(kode)],
                required=True, width=105,
            ),
            "output": text("Output", width="medium", required=True),
            "keterangan": text("Keterangan", width="small"),
        },
    )  # fmt: skip
    return list(edited.iter_rows(named=True))


def _edited(row: dict[str, Any]) -> Langkah:
    texts = {k: " ".join((row[k] or "").split()) for k in ("uraian", "syarat", "output", "keterangan")}
    typed = ketikan.whole(row["jumlah"] or "", 1)
    baku = BakuMutu(ketikan.required(f"Langkah {row['nomor']}, Waktu", typed), row["satuan"])
    return Langkah(row["nomor"], pelaksana={k: row[k] for k in PELAKSANA if row[k] in SIMBOL_NAMA}, baku=baku, **texts)
