"""Panels of the page Bantuan: how each peran works, what each page is for, the words, and who can help.

The texts are bantuan/*.md and GLOSARIUM.md; the pictures static/bantuan/, made by scripts/gambar_docs.py.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl
import streamlit as st

from lakip import VERSI, akun
from lakip.akses import PERAN_NAMA, Pengguna, Peran
from lakip.ui import halaman, session, widgets
from lakip.ui.panel_tanda import KIRI, pick, plain, table

TEKS = Path(__file__).parent / "bantuan"
GLOSARIUM = Path(__file__).resolve().parents[2] / "GLOSARIUM.md"
TENTANG = "Setiap halaman"  # the tab that the "?" of a page opens
GAMBAR = "/app/static/bantuan/"


@cache
def parts(nama: str) -> Mapping[str, str]:
    """The sections of a text of bantuan/, by their heading, with the addresses of their pictures."""
    text = re.sub(r"\]\((?=[\w-]+\.png\))", f"]({GAMBAR}", (TEKS / nama).read_text(encoding="utf-8"))
    return {head.strip(): body.strip() for head, body in re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", text)}


@cache
def words() -> tuple[tuple[str, str], ...]:
    """Each word of the office with what it means here, in the order of the alphabet."""
    rows = re.findall(r"(?m)^\| (.+?) \| (.+?) \|$", GLOSARIUM.read_text(encoding="utf-8"))
    return tuple(sorted(rows[1:], key=lambda row: row[0].lower()))


def working(pengguna: Pengguna) -> None:
    """The short steps of one peran, one's own first."""
    held = [t.peran for t in pengguna.tugas if t.unit == session.unit()]
    kode = pick("Peran", "peran", {p.value: PERAN_NAMA[p] for p in Peran}, held[0].value)
    st.markdown(parts("peran.md")[PERAN_NAMA[Peran(kode)]])


def about() -> None:
    """What one page is for; the "?" of that page opens it."""
    known = {h.url: h for h in halaman.HALAMAN}
    shown = known[pick("Halaman", "tentang", {url: h.judul for url, h in known.items()}, halaman.TUGAS.url)]
    st.subheader(shown.judul)
    st.markdown(parts("halaman.md")[shown.judul])
    st.page_link(shown.path, label=f"Buka {shown.judul}", icon=shown.ikon)


def glossary() -> None:
    """The words that hold what is looked for."""
    kata = st.text_input("Cari istilah", **widgets.in_address("istilah")).strip().lower()
    found = [row for row in words() if kata in " ".join(row).lower()]
    if found:
        table({"Istilah": KIRI, "Artinya di Lakip": KIRI}, [(f"**{plain(a)}**", plain(b)) for a, b in found])
    else:
        st.info(f"Tidak ada istilah yang memuat “{plain(kata)}”.")


def program(per: date) -> None:
    """Which version this is, and who helps."""
    rows = akun.list_accounts(session.store(), session.unit(), per).filter(pl.col("aktif"), peran=Peran.ADMIN.value)
    names = ", ".join(plain(nama) for nama in rows["nama"].unique(maintain_order=True)) or "belum ada"
    st.markdown(f"Lakip versi **{plain(VERSI)}**\n\nAdmin kantor ini: **{names}**")
    st.caption("Admin membuat akun, mengganti kata sandi yang terlupa, dan menghapus faktor kedua bila ponsel hilang.")
