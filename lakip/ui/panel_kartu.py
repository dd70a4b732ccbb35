"""The parts of the card of an indikator, each drawn from the one Kartu it is given."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lakip import grafik, kartu, rencana
from lakip.formatting import angka, persen, waktu
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, Isian, Metode, Rumus
from lakip.kartu import Kartu
from lakip.pengaturan import Kategori
from lakip.periode import ROMAWI
from lakip.realisasi import assessment
from lakip.ui import panel_dasbor, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, kemajuan, plain, standing, table

Row = dict[str, Any]


def figures(card: Kartu, skala: Sequence[Kategori]) -> None:
    """Target, realisasi and capaian of the periode."""
    row, satuan, desimal = card.angka, card.indikator["satuan"], card.indikator["desimal"]
    with st.container(horizontal=True):
        st.metric(f"Target ({satuan})", angka(row["target"], desimal), border=True)
        st.metric(f"Realisasi ({satuan})", angka(row["realisasi"], desimal), border=True)
        st.metric("Capaian", persen(row["capaian_persen"]), border=True)
    filled = f"{row['terisi']}/{row['berlaku']} TW terisi, {row['dibenarkan']} dibenarkan"
    progress = kemajuan(row)
    st.markdown(" · ".join((standing(row, skala), filled, *([f"kemajuan: {progress}"] if progress else []))))


def calculation(card: Kartu) -> None:
    """How the capaian of the periode was worked out, with its numbers."""
    st.subheader("Cara menghitung")
    st.markdown("\n".join(f"1. {plain(step)}" for step in card.uraian))


def definition(card: Kartu) -> None:
    """What is measured and by whom, as on the IKU form."""
    st.subheader("Definisi")
    st.table({f"**{label}**": plain(value) or "–" for label, value in _facts(card.indikator)}, hide_header=True)
    stored = rencana.indikator(session.store(), session.unit(), card.tahun).get(card.indikator["kode"])
    if stored is not None and (missing := rencana.missing_parts(stored)):
        st.caption(f"◌ Kartu ini belum memuat {', '.join(missing)} (PermenPAN-RB 53/2014 Lampiran II huruf H).")


def quarters(card: Kartu) -> None:
    """Target and figure of each quarter of the tahun, with what was written beside them."""
    st.subheader(f"Triwulan tahun {card.tahun}")
    head = {"TW": KIRI, "Target": KANAN, "Realisasi": KANAN, "Dibenarkan": KIRI, "PK": KIRI}
    rows = list(card.triwulan.iter_rows(named=True))
    table(head, [_quarter(row, card.indikator["desimal"]) for row in rows])
    for row in rows:
        for label, column in (
            ("faktor pendukung", "faktor_pendukung"),
            ("faktor penghambat", "faktor_penghambat"),
            ("tindak lanjut", "tindak_lanjut"),
            ("alasan tidak tersedia", "alasan"),
        ):
            if row[column]:
                st.markdown(f":small[**TW {ROMAWI[row['triwulan']]}, {label}:** {plain(row[column])}]")
        if assessed := assessment(row):
            st.markdown(f":small[**TW {ROMAWI[row['triwulan']]}:** {assessed}]")


def charts(card: Kartu) -> None:
    """The path through the year, and the years."""
    if Metode(card.indikator["metode"]) in (Metode.JUMLAH, Metode.KUMULATIF, Metode.POSISI_AKHIR):
        st.subheader("Sepanjang tahun")
        widgets.show_chart(grafik.spec(grafik.langkah, card.kumulatif, panel_dasbor.palette()))
    st.subheader("Antartahun")
    panel_dasbor.trend(card.tahunan)


def history(card: Kartu) -> None:
    """Every version saved, newest first, with where it came from; replaced ones stay readable."""
    st.subheader("Asal dan riwayat angka")
    rows, desimal = card.riwayat.to_dicts(), card.indikator["desimal"]
    _versions([r for r in rows if r["tahun"] == card.tahun], desimal, f"Belum ada angka untuk tahun {card.tahun}.")
    older = [r for r in rows if r["tahun"] < card.tahun]
    if older:
        with st.expander(f"Tahun sebelumnya ({len(older)} angka)"):
            _versions(older, desimal, "")


# ---------------------------------------------------------------- inside


def _facts(indikator: Row) -> list[tuple[str, object]]:
    pair = indikator["isian"] == Isian.PASANGAN
    return [
        ("Sasaran", indikator["sasaran_uraian"])
        if indikator["sasaran"]
        else ("Keluaran dari", f"{indikator['kode_anggaran']} {indikator['anggaran_nama'] or ''}"),
        ("Definisi operasional", indikator["definisi"]),
        ("Rumus perhitungan", indikator["formula"]),
        *((("Pembilang", indikator["label_pembilang"]), ("Penyebut", indikator["label_penyebut"])) if pair else ()),
        ("Satuan", indikator["satuan"]),
        ("Metode", METODE_NAMA[Metode(indikator["metode"])]),
        ("Rumus capaian", RUMUS_NAMA[Rumus(indikator["rumus"])]),
        ("Sumber data", indikator["sumber_data"]),
        ("Penanggung jawab", indikator["bagian_nama"] or indikator["bagian"]),
        ("Frekuensi", indikator["frekuensi"]),
        ("Media", indikator["media"]),
        ("Alasan pemilihan", indikator["alasan"]),
        ("Dasar penetapan", indikator["dasar_penetapan"]),
        ("Aktivitas (Rencana Aksi)", (indikator["aktivitas"] or "").replace("\n", "; ")),
        ("Baseline", _baseline(indikator)),
        ("Target tahunan", angka(indikator["target_th"], indikator["desimal"])),
    ]


def _baseline(indikator: Row) -> str:
    if indikator["baseline"] is None:
        return ""
    since = f" (tahun {indikator['baseline_tahun']})" if indikator["baseline_tahun"] else ""
    return angka(indikator["baseline"], indikator["desimal"]) + since


def _quarter(row: Row, desimal: int) -> tuple[str, ...]:
    pk = "–" if row["pk"] is None else firm(f"{row['pk_sifat']} (versi {row['pk']})")
    confirmed = "" if row["keadaan"] is None else "ya" if row["dibenarkan"] else "belum"
    target = "tidak diukur" if row["target"] is None else angka(row["target"], desimal)
    return ROMAWI[row["triwulan"]], firm(target), firm(kartu.value(row, desimal)), confirmed, pk


def _versions(rows: list[Row], desimal: int, empty: str) -> None:
    st.markdown("\n".join(_version(row, desimal) for row in rows) or f":gray[{empty}]")


def _version(row: Row, desimal: int) -> str:
    said, when = plain(kartu.value(row, desimal)), f"TW {ROMAWI[row['triwulan']]} {row['tahun']}"
    figure = f"**{when}: {said}**" if row["berlaku"] else f"{when}: ~~{said}~~ diganti"
    by, pada = row["dibenarkan_oleh"], waktu(row["dibenarkan_pada"])
    confirmed = f"Dibenarkan {plain(by)}, {plain(pada)}." if by else "Belum dibenarkan."
    assessed = f" · {year}" if (year := assessment(row)) else ""
    return f"- {figure} · versi {row['versi']}{assessed}  \n  :small[{plain(kartu.origin(row))}. {confirmed}]"
