"""The parts of the card of an indikator, each drawn from the one Kartu it is given."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lakip import grafik, kartu
from lakip.formatting import angka, persen, waktu
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, Isian, Metode, Rumus
from lakip.kartu import Kartu
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE, ROMAWI
from lakip.ui import panel_dasbor, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, standing, table

Row = dict[str, Any]


def figures(card: Kartu, skala: Sequence[Kategori]) -> None:
    """Target, realisasi and capaian of the periode, and how the capaian was worked out."""
    row, satuan = card.angka, card.indikator["satuan"]
    desimal = card.indikator["desimal"]
    with st.container(horizontal=True):
        for label, value in (
            (f"Target ({satuan})", angka(row["target"], desimal)),
            (f"Realisasi ({satuan})", angka(row["realisasi"], desimal)),
            ("Capaian", persen(row["capaian_persen"])),
        ):
            st.metric(label, value, border=True, width=200)
    filled = f"{row['terisi']}/{row['berlaku']} TW terisi"
    st.markdown(f"{standing(row, skala)} · {filled} · {row['dibenarkan']} dibenarkan")
    st.subheader("Cara menghitung")
    st.markdown("\n".join(f"1. {plain(step)}" for step in card.uraian))


def definition(card: Kartu) -> None:
    """What is measured and by whom, as on the IKU form."""
    st.subheader("Definisi")
    table(
        {"": KIRI, "\u00a0": KIRI}, [(f"**{label}**", plain(value) or "–") for label, value in _facts(card.indikator)]
    )


def quarters(card: Kartu) -> None:
    """Target and figure of each quarter of the tahun, with what was written beside them."""
    st.subheader(f"Triwulan tahun {card.tahun}")
    head = {"Triwulan": KIRI, "Target": KANAN, "PK": KIRI, "Realisasi": KANAN, "Dibenarkan": KIRI}
    rows = list(card.triwulan.iter_rows(named=True))
    table(head, [_quarter(row, card.indikator["desimal"]) for row in rows])
    for row in rows:
        for label, column in (
            ("Faktor pendukung", "faktor_pendukung"),
            ("Faktor penghambat", "faktor_penghambat"),
            ("Tindak lanjut", "tindak_lanjut"),
            ("Alasan tidak tersedia", "alasan"),
        ):
            if row[column]:
                st.markdown(f"**TW {ROMAWI[row['triwulan']]}, {label.lower()}:** {plain(row[column])}")


def charts(card: Kartu) -> None:
    """The path through the year, and the years."""
    if Metode(card.indikator["metode"]) in (Metode.JUMLAH, Metode.KUMULATIF, Metode.POSISI_AKHIR):
        st.subheader("Sepanjang tahun")
        widgets.show_chart(grafik.langkah(card.kumulatif, panel_dasbor.palette()))
    st.subheader("Antartahun")
    panel_dasbor.trend(card.tahunan)


def history(card: Kartu) -> None:
    """Every version saved, newest first, with where it came from; replaced ones stay readable."""
    st.subheader("Asal dan riwayat angka")
    if card.riwayat.is_empty():
        st.caption("Belum ada angka yang disimpan untuk indikator ini.")
        return
    head = {"Triwulan": KIRI, "Versi": KANAN, "Angka": KANAN, "Asal": KIRI, "Dibenarkan": KIRI}
    table(head, [_version(row) for row in card.riwayat.iter_rows(named=True)])


# ---------------------------------------------------------------- inside


def _facts(indikator: Row) -> list[tuple[str, object]]:
    pair = indikator["isian"] == Isian.PASANGAN
    return [
        ("Sasaran", indikator["sasaran_uraian"]),
        ("Definisi operasional", indikator["definisi"]),
        ("Rumus perhitungan", indikator["formula"]),
        *((("Pembilang", indikator["label_pembilang"]), ("Penyebut", indikator["label_penyebut"])) if pair else ()),
        ("Satuan", indikator["satuan"]),
        ("Metode", METODE_NAMA[Metode(indikator["metode"])]),
        ("Rumus capaian", RUMUS_NAMA[Rumus(indikator["rumus"])]),
        ("Sumber data", indikator["sumber_data"]),
        ("Penanggung jawab", indikator["bagian_nama"] or indikator["bagian"]),
        ("Frekuensi", indikator["frekuensi"]),
        ("Target tahunan", angka(indikator["target_th"], indikator["desimal"])),
    ]


def _quarter(row: Row, desimal: int) -> tuple[str, ...]:
    pk = "–" if row["pk"] is None else f"{row['pk_sifat']}, versi {row['pk']}"
    said = kartu.value(row)
    confirmed = "" if row["keadaan"] is None else "ya" if row["dibenarkan"] else "belum"
    target = "tidak diukur" if row["target"] is None else angka(row["target"], desimal)
    return firm(PERIODE[f"TW{row['triwulan']}"].nama), firm(target), pk, firm(said), confirmed


def _version(row: Row) -> tuple[str, ...]:
    confirmed = f"{row['dibenarkan_oleh']}, {waktu(row['dibenarkan_pada'])}" if row["dibenarkan_oleh"] else "belum"
    cells = (
        firm(f"{ROMAWI[row['triwulan']]} / {row['tahun']}"),
        str(row["versi"]),
        firm(kartu.value(row)),
        plain(kartu.origin(row)),
        plain(confirmed),
    )
    return cells if row["berlaku"] else (*cells[:2], f"~~{cells[2]}~~", f"{cells[3]} (diganti)", cells[4])
