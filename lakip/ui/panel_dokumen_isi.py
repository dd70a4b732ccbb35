"""What stands in a document, per indikator: by form and upload, or one row corrected on screen."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lakip import dokumen
from lakip.akses import Pengguna
from lakip.dokumen import BERISI, BarisDokumen, Dokumen
from lakip.formatting import KOSONG, angka
from lakip.ui import panel_unggah, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import dokumen as unggah_isi
from lakip.unggah.betulan import Tempat
from lakip.unggah.dokumen import HasilIsi
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import written

BARU = -1


def page(pengguna: Pengguna, tahun: int) -> None:
    """Pick a registered document; see, upload or correct what stands in it."""
    store, unit = session.store(), session.unit()
    rows = [r for r in dokumen.listed(store, unit, tahun).to_dicts() if r["berlaku"] and r["jenis"] in BERISI]
    if not rows:
        st.info("Daftarkan dahulu Renstra, Renja, RKT, atau IKU; sesudah itu isinya dapat dimasukkan di sini.")
        return
    known = [dokumen.version(store, unit, r["jenis"], r["tahun"], r["versi"]) for r in rows]
    one = st.selectbox("Isi dari", known, format_func=lambda d: f"{d.nama} (Nomor {d.nomor})", key=f"isi {tahun}")
    contents = dokumen.contents(store, unit, one)
    _listed(one, contents)
    st.markdown("**Dengan formulir**")
    widgets.download(
        f"Unduh formulir isi {one.nama}",
        lambda: unggah_isi.contents_form(store, unit, one),
        f"isi_{one.jenis}_{one.tahun}.xlsx",
        widgets.XLSX,
        key="formulir_isi",
    )
    panel_unggah.upload(
        pengguna,
        Cara(
            jenis=one.jenis,
            berkas=f"Berkas isi {one.nama}",
            kunci=f"berkas_isi {one.jenis} {one.tahun} {one.versi}",
            read=lambda content, nama, jawaban: unggah_isi.read(store, pengguna, content, nama, unit, one, jawaban),
            save=lambda hasil: unggah_isi.save(store, pengguna, hasil),
            tempat=_places,
        ),
    )
    st.markdown("**Ketik satu baris**")
    _one_row(pengguna, one, contents)


def _places(hasil: HasilIsi) -> dict[tuple[str, str], Tempat]:
    """Where each target stands in the file."""
    return {
        (row.kode or KOSONG, f"Target {year}"): (row.lembar or "", row.sel[str(year)])
        for row in hasil.isi
        for year in row.target
        if str(year) in row.sel
    }


def _listed(one: Dokumen, contents: Sequence[BarisDokumen]) -> None:
    if not contents:
        st.caption(f"Isi {one.nama} belum dimasukkan.")
        return
    head = {"Kode": KIRI, "Indikator": KIRI, "Satuan": KIRI, **{str(y): KANAN for y in one.tahun_target}}
    table(
        head,
        [
            (
                firm(plain(row.kode or KOSONG)),
                plain(row.nama),
                plain(row.satuan or KOSONG),
                *(firm(angka(row.target.get(y))) for y in one.tahun_target),
            )
            for row in contents
        ],
    )


def _one_row(pengguna: Pengguna, one: Dokumen, contents: Sequence[BarisDokumen]) -> None:
    """A small correction: one row changed, added or taken out; the content as a whole gets a new version."""
    names = {BARU: "Baris baru"} | {n: f"{r.kode or KOSONG}  {r.nama}" for n, r in enumerate(contents)}
    place = f"{one.jenis} {one.tahun} {one.versi}"
    number = st.selectbox("Baris", [*range(len(contents)), BARU], format_func=names.__getitem__, key=f"baris {place}")
    old = contents[number] if number != BARU else BarisDokumen("")
    key = f"{one.jenis} {one.tahun} {number} v{one.versi}"
    with st.form(f"ketik {key}"):
        left, right = st.columns([1, 3])
        kode = left.text_input("Kode", old.kode or "", key=f"isi_kode {key}").strip()
        nama = right.text_input("Indikator seperti di dokumen", old.nama, key=f"isi_nama {key}").strip()
        satuan = left.text_input("Satuan", old.satuan or "", key=f"isi_satuan {key}").strip()
        years = one.tahun_target
        typed = {
            year: column.text_input(f"Target {year}", written(old.target.get(year)), key=f"isi_{year} {key}")
            for column, year in zip(right.columns(len(years)) if years else (), years, strict=True)
        }
        gone = st.checkbox("Keluarkan baris ini dari isi dokumen", key=f"isi_hapus {key}") if number != BARU else False
        if st.form_submit_button("Simpan baris ini", icon=":material/save:"):
            target = {
                year: ketikan.accepted(f"Target {year}", ketikan.read(text, satuan)) for year, text in typed.items()
            }
            new = replace(old, kode=kode or None, nama=nama, satuan=satuan or None, target=target)
            _save(pengguna, one, contents, old, None if gone else new)


def _save(
    pengguna: Pengguna, one: Dokumen, contents: Sequence[BarisDokumen], old: BarisDokumen, new: BarisDokumen | None
) -> None:
    typed = replace(new, unggahan=None, lembar=None, sel={}) if new is not None and not new.same(old) else new
    rows = [typed if row is old else row for row in contents]
    if old not in contents:
        rows.append(typed)
    kept = [row for row in rows if row is not None]
    changed = dokumen.save_contents(session.store(), pengguna, session.unit(), one, kept)
    read = ketikan.echo({f"Target {year}": nilai for year, nilai in new.target.items()}) if new else ""
    session.saved(f"Isi {one.nama} tersimpan.{read}" if changed else "Tidak ada yang berubah.")
