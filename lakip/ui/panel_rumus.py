"""Choosing a rumus or a cap: what each gives on the office's own figures, side by side; asked once per indikator."""

from decimal import Decimal

import polars as pl
import streamlit as st

from lakip import rencana
from lakip.akses import Pengguna
from lakip.formatting import KOSONG, angka, persen, waktu
from lakip.indikator import RUMUS_NAMA, Rumus
from lakip.periode import PERIODE
from lakip.rencana import Indikator
from lakip.ui import isian, session
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table

TAHUN_KE_BELAKANG = 3
BATAS_KOLOM = {
    "tanpa_batas": "Tanpa batas", "batas_100": "Batas 100", "batas_110": "Batas 110", "batas_120": "Batas 120",
    "batas_150": "Batas 150",
}  # fmt: skip
RUMUS_SINGKAT = {
    Rumus.POSITIF: "R / T",
    Rumus.NEGATIF_SELISIH: "(2T - R) / T",
    Rumus.NEGATIF_RASIO: "T / R",
    Rumus.STABIL: "1 - |R - T| / T",
}


def choice(pengguna: Pengguna, card: Indikator, tahun: int) -> None:
    """The rumus of a card: as chosen, by whom, when and why; or the comparison and the question."""
    store, unit = session.store(), session.unit()
    made = rencana.chosen(store, unit, card, tahun)
    if made is None:
        st.markdown(f"##### Rumus capaian {plain(card.kode)}")
        st.caption(
            f"Dipakai “{RUMUS_NAMA[card.rumus]}”. Bandingkan hasilnya, lalu tetapkan satu kali beserta dasarnya."
        )
        _ask(pengguna, card, tahun)
        return
    st.markdown(
        f"**Rumus capaian {plain(card.kode)}:** {plain(RUMUS_NAMA[made.rumus])}. Ditetapkan {plain(made.oleh)}, "
        f"{plain(waktu(made.pada))}, mulai tahun {made.mulai_tahun}. Dasar: {plain(made.dasar)}."
    )
    with st.expander("Tinjau kembali rumus ini"):
        _ask(pengguna, card, tahun)


def _ask(pengguna: Pengguna, card: Indikator, tahun: int) -> None:
    comparison(card, tahun)
    with st.form(f"rumus {tahun} {card.kode}"):
        options = list(RUMUS_NAMA)
        rumus = st.radio("Rumus yang dipakai", options, options.index(card.rumus), format_func=RUMUS_NAMA.__getitem__)
        dasar = st.text_input("Dasar pemilihan", placeholder="misalnya pedoman Bupati, atau kesepakatan rapat")
        if st.form_submit_button("Tetapkan rumus", icon=":material/check:"):
            with isian.told():
                rencana.choose_rumus(session.store(), pengguna, session.unit(), card.kode, tahun, rumus, dasar)
                session.saved(f"Rumus {card.kode} ditetapkan: {RUMUS_NAMA[rumus]}.")


def comparison(card: Indikator, tahun: int) -> None:
    """Each rumus on the indikator's own quarters and years, and the caps on the year; kind words without figures."""
    years = range(tahun - TAHUN_KE_BELAKANG + 1, tahun + 1)
    rows = rencana.compare_rumus(session.store(), session.unit(), card.kode, years, session.today())
    measured = rows.filter(pl.col("realisasi").is_not_null())
    if measured.is_empty():
        st.info("Belum ada angka untuk dibandingkan. Rumus tetap dapat ditetapkan sekarang.")
        return
    head = {"Periode": KIRI, "Target": KANAN, "Realisasi": KANAN} | dict.fromkeys(RUMUS_SINGKAT.values(), KANAN)
    table(head, [_by_rumus(part, card) for part in measured.partition_by("tahun", "periode", maintain_order=True)])
    _caps(measured)


def _by_rumus(part: pl.DataFrame, card: Indikator) -> tuple[str, ...]:
    first = part.row(0, named=True)
    when = PERIODE[first["periode"]].label(first["tahun"]).replace("Triwulan", "TW")
    figures = (angka(first[name], card.desimal) for name in ("target", "realisasi"))
    return (firm(plain(when)), *(firm(f) for f in figures), *(_persen(v) for v in part["tanpa_batas"]))


def _caps(rows: pl.DataFrame) -> None:
    """The newest year with figures under each cap, as far as a cap makes a difference."""
    year = rows.filter(pl.col("periode") == "TH").filter(pl.col("tahun") == pl.col("tahun").max())
    if year.is_empty():
        return
    first = year.row(0, named=True)
    st.caption(f"Nilainya dalam rata-rata, menurut batas; capaian Tahun {first['tahun']}.")
    head = {"Rumus": KIRI} | dict.fromkeys(BATAS_KOLOM.values(), KANAN)
    lines = [
        (firm(plain(RUMUS_SINGKAT[Rumus(row["rumus"])])), *(_persen(row[name]) for name in BATAS_KOLOM))
        for row in year.iter_rows(named=True)
    ]
    table(head, lines)


def cap(tahun: int) -> None:
    """What each cap of averages makes of the fullest recent figures, on the page of settings; nothing without any."""
    store, unit, per = session.store(), session.unit(), session.today()
    tried = [(year, kode) for year in (tahun, tahun - 1) for kode in ("TH", "SD3", "SD2", "SD1")]
    found = [(year, kode, rencana.compare_cap(store, unit, year, kode, per)) for year, kode in tried]
    year, kode, rows = max(found, key=lambda one: int(one[2]["dihitung"].sum() or 0))
    if not rows["dihitung"].sum():
        return
    st.caption(f"Rata-rata capaian {PERIODE[kode].label(year)} menurut setiap batas, dari angka yang sudah dibenarkan.")
    head = {"Sasaran": KIRI, "Dihitung": KANAN} | dict.fromkeys(BATAS_KOLOM.values(), KANAN)
    table(head, [_average(row) for row in rows.iter_rows(named=True)])


def _average(row: dict[str, object]) -> tuple[str, ...]:
    name = plain(f"{row['sasaran']} {row['uraian']}") if row["sasaran"] else "**Seluruh indikator Camat**"
    return (name, str(row["dihitung"]), *(_persen(row[c]) for c in BATAS_KOLOM))


def _persen(nilai: object) -> str:
    return firm(persen(nilai)) if isinstance(nilai, Decimal) else KOSONG
