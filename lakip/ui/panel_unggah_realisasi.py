"""The upload of realisasi on screen: for which bagian, how far it is, the form, and what the one upload panel needs."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lakip import kartu, rekap, rencana
from lakip.akses import Izin, Pengguna
from lakip.formatting import KOSONG, angka, persen, waktu
from lakip.indikator import ALASAN_NAMA
from lakip.kiriman import KIRIMAN_NAMA, Kiriman
from lakip.pengaturan import Bagian
from lakip.periode import PERIODE, Periode
from lakip.rekap import Perubahan
from lakip.ui import panel_kendala, session, widgets
from lakip.ui.panel_tanda import KIRI, card_link, firm, page_link, pick, plain, table
from lakip.ui.panel_unggah_cara import Cara
from lakip.ui.session import Lanjut
from lakip.unggah import realisasi
from lakip.unggah.realisasi.baca import Hasil
from lakip.unggah.realisasi.formulir import realisasi_form

SEMUA = "semua"
KOLOM = {"Kode": KIRI, "Indikator": KIRI, "Tercatat": KIRI, "Menjadi": KIRI, "Uraian yang berubah": KIRI}
BIDANG = {
    "alasan": "alasan", "faktor_pendukung": "faktor pendukung", "faktor_penghambat": "faktor penghambat",
    "tindak_lanjut": "tindak lanjut", "tahun_penilaian": "tahun penilaian",
}  # fmt: skip
TERKIRIM = {
    Kiriman.DIAJUKAN: "Yang diajukan menunggu diperiksa. Bila ada yang keliru, minta Kasi mengembalikannya dengan "
    "alasan di halaman Kiriman, atau perbaiki di sini: angka baru menjadikannya draf, lalu ajukan lagi.",
    Kiriman.DIBENARKAN: "Yang sudah dibenarkan tidak perlu diunggah lagi. Bila ada yang keliru, perbaiki di sini: "
    "angka baru menjadikannya draf, lalu ajukan dan mintakan pembenaran lagi.",
}

Row = dict[str, Any]


def pick_bagian(pengguna: Pengguna, bagian: tuple[Bagian, ...]) -> str | None:
    """The bagian to upload for; None: all of them, for who may upload for the whole office."""
    unit = session.unit()
    names = {b.bagian: b.nama for b in bagian if pengguna.may(Izin.UNGGAH, unit, b.bagian)}
    if len(names) == 1:
        only = next(iter(names))
        st.markdown(f"Bagian: **{plain(names[only])}**")
        return only
    options = {SEMUA: "Semua bagian", **names}
    chosen = pick("Bagian", "bagian", options)
    return None if chosen == SEMUA else chosen


def closed(rows: Sequence[Row], tahun: int) -> bool:
    """Whether an approval has closed the triwulan; then who approved it, when, and the way to have it opened again.

    `rows` of `alur.locks`.
    """
    if not rows:
        return False
    said = (
        f"{PERIODE[r['periode']].label(tahun)} disahkan {plain(r['oleh_nama'])}, {plain(waktu(r['pada']))}."
        for r in rows
    )
    st.warning(f"{plain(rows[0]['kalimat'])} {' '.join(said)}", icon=":material/lock:")
    first = rows[0]["periode"]
    page_link("periode.py", f"Buka halaman Periode: {PERIODE[first].label(tahun)}", ":material/timeline:", tahun, first)
    return True


def state(rows: Sequence[Row], tahun: int, periode: Periode) -> None:
    """How far each bagian is, what was returned to it and what it has sent; `rows` of read/kiriman_kelengkapan.sql."""
    filled, due, confirmed = (sum(r[k] for r in rows) for k in ("terisi", "berlaku", "dibenarkan"))
    st.caption(f"{periode.label(tahun)}: {filled} dari {due} angka terisi, {confirmed} dibenarkan.")
    for row in rows:
        if row["keadaan"] == Kiriman.DIKEMBALIKAN:
            reason = plain(str(row["alasan"]).rstrip(". "))
            st.warning(
                f"{_passed(row)}: {reason}. Perbaiki angkanya di sini, lalu ajukan lagi.", icon=":material/undo:"
            )
    if sent := [r for r in rows if r["keadaan"] in TERKIRIM]:
        lines = "\n".join(f"- {_passed(r)}." for r in sent)
        ways = " ".join(TERKIRIM[k] for k in TERKIRIM if any(r["keadaan"] == k for r in sent))
        st.info(f"{lines}\n\n{ways}", icon=":material/outbox:")
        only = sent[0]["bagian"] if len(sent) == 1 else None
        page_link("7_alur.py", "Buka halaman Kiriman", ":material/task_alt:", tahun, periode.kode, only)


def form(tahun: int, periode: Periode, bagian: str | None) -> None:
    """Step 1: the prefilled form."""
    store, unit, triwulan = session.store(), session.unit(), periode.triwulan[0]
    st.subheader("1. Unduh formulir")
    st.caption(
        "Formulir sudah memuat kode, indikator, satuan, target, dan angka yang tercatat. Isi sel yang tidak diarsir, "
        "simpan sebagai .xlsx, lalu unggah di langkah 2. Tabel buatan sendiri dengan judul kolom yang sama juga dibaca."
    )
    widgets.download(
        f"Unduh formulir {periode.nama}",
        lambda: realisasi_form(store, unit, tahun, triwulan, bagian),
        f"realisasi_{(bagian or SEMUA).lower()}_tw{triwulan}_{tahun}.xlsx",
        widgets.XLSX,
    )


def cara(pengguna: Pengguna, tahun: int, periode: Periode, bagian: str | None) -> Cara[Hasil]:
    """Steps 2 and 3."""
    store, where = session.store(), (session.unit(), tahun, periode.triwulan[0], bagian)
    return Cara(
        jenis="realisasi",
        berkas="Berkas realisasi",
        kunci="berkas",
        read=lambda content, nama, jawaban: realisasi.read(store, pengguna, content, nama, *where, jawaban),
        save=lambda hasil: realisasi.save(store, pengguna, panel_kendala.with_typed(hasil)),
        apa="angka",
        ubah="indikator",
        kolom=KOLOM,
        baris=_change,
        tempat=lambda hasil: hasil.sel,
        kunci_tempat=lambda one: one.kode,
        akibat=_effects,
        tak_cocok="Tidak ada yang disimpan. Pilih tahun, triwulan, atau bagian yang sesuai, atau unggah berkas lain.",
        kosong="Isi sel yang tidak diarsir pada formulirnya, lalu unggah kembali.",
        sesudah="Langkah berikutnya: ajukan di halaman Kiriman.",
        lanjut=lambda hasil: _send(hasil, tahun, periode.kode),
        langkah=("2. Unggah berkas", "3. Periksa dan simpan"),
    )


# ---------------------------------------------------------------- inside


def _passed(row: Row) -> str:
    """ "Seksi Pemerintahan diajukan Sari, 3 April 2026 10.12 WITA"."""
    name = KIRIMAN_NAMA[Kiriman(row["keadaan"])].lower()
    return f"{plain(row['bagian_nama'])} {name} {plain(row['oleh_nama'])}, {plain(waktu(row['pada']))}"


def _change(one: Perubahan) -> tuple[str, ...]:
    old = kartu.value(vars(one.lama.isi)) if one.lama else KOSONG
    new = kartu.value(vars(one.baru))
    words = ", ".join(BIDANG[b] for b in one.bidang if b in BIDANG)
    return (
        firm(plain(one.kode)),
        f"{plain(one.acuan.nama)} :gray[({plain(one.acuan.satuan)})]",
        firm(old),
        firm(new) if old == new else f"**{firm(new)}**",
        words or "–",
    )


def _send(hasil: Hasil, tahun: int, periode: str) -> Lanjut:
    """To where the figures are sent, of the bagian that the file filled when it was one."""
    touched = {one.acuan.bagian for one in hasil.perubahan}
    bagian = {"bagian": touched.pop()} if len(touched) == 1 else {}
    return Lanjut("7_alur.py", "Berikutnya: ajukan kiriman", {"tahun": str(tahun), "periode": periode, **bagian})


def _effects(hasil: Hasil) -> None:
    """What saving does to triwulan, semester and tahun, and what is to be told of figures under their target."""
    _moves(hasil)
    panel_kendala.ask(hasil, session.today())


def _moves(hasil: Hasil) -> None:
    store = session.store()
    moved = rekap.effects(store, hasil.unit, hasil.tahun, hasil.triwulan, hasil.perubahan, session.today())
    if moved.is_empty():
        return
    cards = rencana.acuan(store, hasil.unit, hasil.tahun)
    desimal = dict(cards.select("kode", "desimal").iter_rows())
    order = list(PERIODE)
    rows = sorted(moved.to_dicts(), key=lambda r: (r["kode"], order.index(r["periode"])))
    with st.expander("Akibatnya pada triwulan, semester, dan tahun", expanded=moved.height <= 12):
        columns = {"Kode": KIRI, "Periode": KIRI, "Realisasi": KIRI, "Capaian": KIRI, "Kategori": KIRI}
        table(columns, [_effect(row, desimal[row["kode"]], hasil.tahun) for row in rows])


def _effect(row: Row, desimal: int, tahun: int) -> tuple[str, ...]:
    said = [
        (angka(row[f"realisasi_{age}"], desimal), persen(row[f"capaian_{age}"]), _word(row, age))
        for age in ("lama", "baru")
    ]
    arrows = (firm(old) if old == new else f"{firm(old)} → **{firm(new)}**" for old, new in zip(*said, strict=True))
    return card_link(row["kode"], tahun, row["periode"]), firm(PERIODE[row["periode"]].nama), *arrows


def _word(row: Row, age: str) -> str:
    alasan = row[f"alasan_{age}"]
    return str(row[f"kategori_{age}"] or (ALASAN_NAMA[alasan] if alasan else "sementara"))
