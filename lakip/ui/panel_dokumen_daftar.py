"""Registering a planning document on screen: a new one, a perubahan of it, or a correction of its registration."""

from typing import Any

import streamlit as st

from lakip import dokumen
from lakip.akses import Pengguna
from lakip.dokumen import BERENTANG, DIDAFTAR, JENIS_NAMA, Dokumen
from lakip.formatting import tanggal
from lakip.periode import ROMAWI, TRIWULAN
from lakip.ui import session
from lakip.unggah.berkas import dokumen as dokumen_berkas

BARU, PERUBAHAN = 0, -1  # any other choice: the versi that is corrected
TANGGAL = "DD/MM/YYYY"


def form(pengguna: Pengguna, tahun: int) -> None:
    """Which document first, then its particulars and file."""
    left, right = st.columns(2)
    jenis = left.selectbox("Dokumen", DIDAFTAR, format_func=JENIS_NAMA.__getitem__, key="daftar_jenis")
    known = _known(jenis, tahun)
    what = right.selectbox("Sebagai", *_choices(jenis, known), key=f"daftar_sebagai {jenis} {tahun}")
    base = next((one for one in known if one.versi == what), None) or (known[-1] if known and what != BARU else None)
    corrects = what if what > 0 else None
    with st.form(f"daftar {jenis} {tahun} {what}"):
        wanted = _particulars(jenis, tahun, base, what)
        file = st.file_uploader(
            "Berkas (PDF, .docx, atau .xlsx)", ["pdf", "docx", "xlsx"], max_upload_size=dokumen_berkas.MAKS_MB,
            key=f"daftar_berkas {jenis} {tahun} {what}",
            help="Tanpa berkas, pembetulan memakai berkas yang sudah tersimpan.",
        )  # fmt: skip
        if st.form_submit_button("Daftarkan dokumen", type="primary", icon=":material/save:"):
            named = (file.name, file.getvalue()) if file else (None, None)
            one = Dokumen(**wanted, membetulkan=corrects)
            done = dokumen_berkas.register(session.store(), pengguna, session.unit(), one, *named)
            session.saved(
                f"Pendaftaran {done.nama} dibatalkan." if done.batal else f"{done.nama} versi {done.versi} terdaftar."
            )


def _known(jenis: str, tahun: int) -> list[Dokumen]:
    """The document that matters in the tahun and its perubahan, each as last corrected, oldest first."""
    store, unit = session.store(), session.unit()
    years = [
        r["tahun"] for r in dokumen.listed(store, unit, tahun).to_dicts() if r["jenis"] == jenis and not r["batal"]
    ]
    if not years:
        return []
    rows = dokumen.versions(store, unit, jenis, max(years))
    newest = {r["membetulkan"] or r["versi"]: r for r in rows}
    return [
        dokumen.version(store, unit, jenis, max(years), newest[first]["versi"])
        for first in sorted(newest)
        if not newest[first]["batal"]
    ]


def _choices(jenis: str, known: list[Dokumen]) -> tuple[list[int], int, Any]:
    """What may be registered: a new one where none is known (or of another span), a perubahan, a correction."""
    names = {PERUBAHAN: "Perubahan", BARU: "Dokumen baru"}
    names |= {one.versi or 0: f"Pembetulan versi {one.versi} ({one.nomor}, {tanggal(one.tanggal)})" for one in known}
    options = [PERUBAHAN] if known and jenis not in ("dpa", "dppa") else []
    options += [BARU] if not known or jenis in BERENTANG else []
    options += [one.versi or 0 for one in reversed(known)]
    return options, 0, names.__getitem__


def _particulars(jenis: str, tahun: int, base: Dokumen | None, what: int) -> dict[str, Any]:
    """The fields of the document; those of `base` to begin with."""
    key = f"{jenis} {tahun} {what}"
    left, middle, right = st.columns(3)
    corrects = base is not None and what > 0
    nomor = left.text_input("Nomor", base.nomor or "" if base and corrects else "", key=f"daftar_nomor {key}")
    day = middle.date_input(
        "Tanggal", base.tanggal if base and corrects else None, format=TANGGAL, key=f"daftar_tanggal {key}"
    )
    first, last = _span(right, jenis, tahun, base, key)
    mulai = base.mulai_triwulan if base and corrects else 1
    if what == PERUBAHAN and jenis not in BERENTANG:
        mulai = left.selectbox(
            "Berlaku mulai", TRIWULAN, format_func=lambda n: f"TW {ROMAWI[n]}", key=f"daftar_mulai {key}"
        )
    batal = corrects and st.checkbox(
        "Batalkan pendaftaran ini (salah tahun atau salah dokumen)", key=f"daftar_batal {key}"
    )
    catatan = st.text_input("Catatan", base.catatan or "" if base and corrects else "", key=f"daftar_catatan {key}")
    return {
        "jenis": jenis, "tahun": first, "nomor": nomor, "tanggal": day, "sampai_tahun": last,
        "sifat": "perubahan" if what == PERUBAHAN else "murni", "mulai_triwulan": mulai, "catatan": catatan,
        "batal": bool(batal),
    }  # fmt: skip


def _span(column: Any, jenis: str, tahun: int, base: Dokumen | None, key: str) -> tuple[int, int | None]:
    """The first and last tahun: asked for a Renstra or IKU, the tahun of the page for the others."""
    if jenis not in BERENTANG:
        column.text_input("Tahun", str(tahun), disabled=True, key=f"daftar_tahun {key}")
        return tahun, None
    if base is not None:
        first = base.tahun
        column.text_input("Tahun pertama", str(first), disabled=True, key=f"daftar_tahun {key}")
    else:
        first = int(column.number_input("Tahun pertama", 2010, 2100, tahun, format="%d", key=f"daftar_tahun {key}"))
    start = base.sampai_tahun if base else first + 4 if jenis == "renstra" else None
    last = column.number_input(
        "Tahun terakhir", 2010, 2110, start, format="%d", key=f"daftar_akhir {key}",
        help=None if jenis == "renstra" else "Kosong bila berlaku sampai ada IKU yang baru.",
    )  # fmt: skip
    return first, int(last) if last else None
