"""Panels of the page Pengaturan: the dated settings of the rules, and the scale of kategori."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import polars as pl
import streamlit as st

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.formatting import KOSONG, angka, waktu
from lakip.pengaturan import SETELAN, Awal, Kategori, Setelan
from lakip.pengaturan.skala import PALING_BANYAK
from lakip.pengaturan.skala import told as skala_kata
from lakip.periode import ROMAWI, TRIWULAN
from lakip.ui import isian, panel_rumus, panel_tanda, session
from lakip.ui.panel_tanda import plain

AKUN = frozenset({"faktor_kedua"})  # who may sign in, and no rule of a figure
AWAL_LAMPAU = 5  # tahun before this one that an office may say it began in


def settings(pengguna: Pengguna, *, akun: bool = False) -> None:
    """Each setting with what it means, its value now, and the form that changes it from a tahun on: of the rules, or
    of the accounts."""
    rows = pengaturan.history(session.store(), session.unit())
    for setelan in (s for s in SETELAN.values() if (s.kunci in AKUN) is akun):
        _setting(pengguna, setelan, rows.filter(pl.col("kunci") == setelan.kunci))


def awal(pengguna: Pengguna) -> None:
    """The quarter that the office begins with, and the form that states another."""
    store, unit, tahun = session.store(), session.unit(), session.today().year
    now = pengaturan.awal(store, unit)
    st.subheader("Triwulan awal")
    st.write(
        "Triwulan pertama yang dikumpulkan kantor ini dengan Lakip. Yang sebelumnya tidak ditagih, tidak terlambat, "
        "dan tidak menahan laporan; angkanya tetap dapat diisi sebagai pembanding."
    )
    st.markdown(f"Kini: **{plain(now.kata)}**." if now else "Belum dinyatakan: setiap triwulan yang bertarget ditagih.")
    shown = now or pengaturan.running(session.today())
    years = range(max(tahun, shown.tahun) + 1, min(tahun, shown.tahun) - AWAL_LAMPAU, -1)
    with st.form("triwulan_awal"):
        left, right = st.columns(2)
        year = left.selectbox("Tahun", years, years.index(shown.tahun), key="awal_tahun")
        quarter = right.selectbox("Triwulan", TRIWULAN, shown.triwulan - 1, ROMAWI.__getitem__, key="awal_triwulan")
        alasan = st.text_input("Alasan (wajib)", key="alasan_awal")
        if st.form_submit_button("Simpan"):
            baru = Awal(year, quarter)
            pengaturan.set_awal(store, pengguna, unit, baru, alasan)
            session.saved(f"Kantor ini mulai dengan {baru.kata}.")
    rows = pengaturan.history_awal(store, unit)
    if not rows.is_empty():
        with st.expander("Riwayat perubahan"):
            panel_tanda.texts(pl.DataFrame([_stated(r) for r in rows.iter_rows(named=True)]))


def kategori(pengguna: Pengguna) -> None:
    """The scale in force this tahun: words, bounds, ikon and colour; and the form that changes it from a tahun on."""
    tahun = session.today().year
    skala = pengaturan.in_force(session.store(), session.unit(), tahun).kategori
    st.subheader("Skala kategori")
    st.caption(f"Berlaku untuk tahun {tahun}. Dibaca pada capaian yang dibulatkan dua desimal.")
    for atas, k in zip((None, *skala), skala, strict=False):
        bounds = [f"di atas {angka(k.di_atas)}"] if k.di_atas is not None else []
        bounds += [f"sampai {angka(atas.di_atas)}"] if atas and atas.di_atas is not None else []
        left, right = st.columns([2, 3])
        left.markdown(f"**{k.ikon} {k.nama}**")
        right.markdown(" ".join(bounds) or "selebihnya")
    _new_scale(pengguna, skala, tahun)


def _new_scale(pengguna: Pengguna, skala: Sequence[Kategori], tahun: int) -> None:
    store, unit = session.store(), session.unit()
    with st.expander("Ubah skala kategori"), st.form("skala", border=False, enter_to_submit=False):
        st.caption(
            "Dari yang terbaik. Kategori terakhir tanpa batas: memuat selebihnya. Kosongkan nama yang tidak "
            "dipakai. Tahun yang sudah memuat periode disahkan tetap memakai skalanya."
        )
        typed = []
        for n in range(PALING_BANYAK):
            old = skala[n] if n < len(skala) else None
            left, right = st.columns([3, 2])
            nama = left.text_input(f"Kategori {n + 1}", old.nama if old else "", key=f"skala_nama_{n}")
            bound = "" if old is None or old.di_atas is None else angka(old.di_atas)
            typed.append((nama.strip(), right.text_input("Di atas", bound, key=f"skala_batas_{n}").strip()))
        mulai = st.number_input("Berlaku mulai tahun", 2000, 2100, tahun, format="%d", key="skala_mulai")
        alasan = st.text_input("Alasan (wajib)", key="alasan_skala")
        if st.form_submit_button("Simpan skala"):
            baris = [(nama, _bound(nama, batas)) for nama, batas in typed if nama or batas]
            pengaturan.set_kategori(store, pengguna, unit, mulai, pengaturan.scale(baris), alasan)
            session.saved(f"Skala kategori baru berlaku mulai tahun {mulai}.")
    with st.expander("Riwayat skala"):
        rows = [{"Berlaku mulai": str(t), "Skala": skala_kata(s)} for t, s in pengaturan.scales(store, unit).items()]
        panel_tanda.texts(pl.DataFrame(rows, schema={"Berlaku mulai": pl.String, "Skala": pl.String}))


def _bound(nama: str, batas: str) -> Decimal | None:
    """What was typed as a number, written as people write it. Raises UserError for anything else."""
    if not batas:
        return None
    try:
        return Decimal(batas.replace(".", "").replace(",", ".") if "," in batas else batas)
    except ArithmeticError as error:
        raise UserError(f"Batas “{batas}” pada kategori “{nama}” bukan angka. Tulis misalnya 90 atau 87,5.") from error


def _stated(row: dict[str, Any]) -> dict[str, str]:
    return {
        "Triwulan awal": Awal(row["tahun"], row["triwulan"]).kata, "Alasan": row["alasan"] or KOSONG,
        "Diubah oleh": row["oleh_nama"], "Pada": waktu(row["pada"]),
    }  # fmt: skip


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
