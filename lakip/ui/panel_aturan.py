"""Panels of the page Pengaturan: the dated settings of the rules, and the scale of kategori."""

import polars as pl
import streamlit as st

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.formatting import KOSONG, angka, waktu
from lakip.pengaturan import SETELAN, Setelan
from lakip.ui import isian, panel_rumus, panel_tanda, session

AKUN = frozenset({"faktor_kedua"})  # who may sign in, and no rule of a figure


def settings(pengguna: Pengguna, *, akun: bool = False) -> None:
    """Each setting with what it means, its value now, and the form that changes it from a tahun on: of the rules, or
    of the accounts."""
    rows = pengaturan.history(session.store(), session.unit())
    for setelan in (s for s in SETELAN.values() if (s.kunci in AKUN) is akun):
        _setting(pengguna, setelan, rows.filter(pl.col("kunci") == setelan.kunci))


def kategori() -> None:
    """The scale in force this tahun: words, bounds, ikon and colour."""
    tahun = session.today().year
    skala = pengaturan.in_force(session.store(), session.unit(), tahun).kategori
    st.subheader("Skala kategori")
    st.caption(f"Berlaku untuk tahun {tahun}. Dibaca pada capaian yang dibulatkan dua desimal.")
    for atas, k in zip((None, *skala), skala, strict=False):
        bounds = [f"di atas {angka(k.di_atas)}"] if k.di_atas is not None else []
        bounds += [f"sampai {angka(atas.di_atas)}"] if atas and atas.di_atas is not None else []
        left, right = st.columns([2, 3])
        left.markdown(f"**{k.ikon} {k.nama}**")
        right.markdown(" ".join(bounds))


def _setting(pengguna: Pengguna, setelan: Setelan, rows: pl.DataFrame) -> None:
    tahun = session.today().year
    now = _now(rows, setelan, tahun)
    st.subheader(setelan.nama)
    st.write(setelan.arti)
    if setelan.kunci == "batas_rata_rata":
        panel_rumus.cap(tahun)
    with st.form(setelan.kunci):
        left, right = st.columns(2)
        options = list(setelan.nilai)
        nilai = left.selectbox("Nilai", options, options.index(now), format_func=setelan.nilai.__getitem__)
        mulai = right.number_input("Berlaku mulai tahun", 2000, 2100, tahun, format="%d")
        alasan = st.text_input("Alasan (wajib)", key=f"alasan_{setelan.kunci}") if setelan.beralasan else ""
        if st.form_submit_button("Simpan"):
            with isian.told():
                pengaturan.set_setting(session.store(), pengguna, session.unit(), setelan.kunci, mulai, nilai, alasan)
                session.saved(f"{setelan.nama}: {setelan.nilai[nilai]} mulai tahun {mulai}.")
    with st.expander("Riwayat perubahan"):
        panel_tanda.texts(_history(rows, setelan))


def _now(rows: pl.DataFrame, setelan: Setelan, tahun: int) -> str | None:
    known = rows.filter(pl.col("mulai_tahun") <= tahun).sort("mulai_tahun", "pada", descending=True)
    return setelan.bawaan if known.is_empty() else known["nilai"][0]


def _history(rows: pl.DataFrame, setelan: Setelan) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "Berlaku mulai": str(r["mulai_tahun"]),
                "Nilai": setelan.nilai.get(r["nilai"], r["nilai"]),
                **({"Alasan": r["alasan"] or KOSONG} if setelan.beralasan else {}),
                "Diubah oleh": r["oleh"],
                "Pada": waktu(r["pada"]),
            }
            for r in rows.iter_rows(named=True)
        ]
    )
