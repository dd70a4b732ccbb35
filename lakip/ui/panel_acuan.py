"""Panels of the page Acuan: the PK of a tahun, what is wrong with its targets, and the list."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from lakip import rencana
from lakip.formatting import KOSONG, angka, tanggal
from lakip.indikator import METODE_NAMA, Metode
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import JENJANG_NAMA, PkVersion
from lakip.ui import session
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table


def agreements(tahun: int) -> None:
    """Which PK the targets come from."""
    versions = rencana.pk_versions(session.store(), session.unit(), tahun)
    if versions:
        st.markdown("\n".join(f"- {plain(pk_label(pk))}" for pk in versions))


def pk_label(pk: PkVersion) -> str:
    """ "PK perubahan (versi 2) Nomor 2/PK, 1 September 2026, berlaku mulai TW III: APBD Perubahan"."""
    nomor = f" Nomor {pk.nomor}" if pk.nomor else " tanpa nomor"
    day = f", {tanggal(pk.tanggal)}" if pk.tanggal else ""
    starts = f", berlaku mulai TW {ROMAWI[pk.mulai_triwulan]}"
    reason = f": {pk.alasan}" if pk.alasan else ""
    return f"PK {pk.sifat} (versi {pk.versi}){nomor}{day}{starts}{reason}"


def mistakes(tahun: int) -> None:
    """What design.md 4.2 finds wrong with the targets in force."""
    for one in rencana.check_in_force(session.store(), session.unit(), tahun):
        (st.warning if one.salah else st.caption)(plain(one.pesan))


def listed(rows: pl.DataFrame, tahun: int) -> None:
    """The indikator under their sasaran, with targets by quarter."""
    for group in rows.partition_by("sasaran", maintain_order=True):
        first = group.row(0, named=True)
        level = JENJANG_NAMA.get(first["jenjang"] or "", "")
        st.markdown(f"##### {plain(first['sasaran_uraian'] or 'Di luar sasaran')} :gray-badge[{level or KOSONG}]")
        head = {"Kode": KIRI, "Indikator": KIRI, "Bagian": KIRI, "Tahun": KANAN}
        head |= {f"TW {ROMAWI[n]}": KANAN for n in TRIWULAN}
        table(head, [_line(row, tahun) for row in group.iter_rows(named=True)])


def _line(row: Mapping[str, Any], tahun: int) -> tuple[str, ...]:
    metode = METODE_NAMA[Metode(row["metode"])].split(" (")[0].lower()
    about = f"{plain(row['nama'])} :gray[{plain(row['satuan'])} · {plain(metode)}{' · IKU' if row['iku'] else ''}]"
    targets = (row["target_th"], *(row[f"target_tw{n}"] for n in TRIWULAN))
    return (
        card_link(row["kode"], tahun, "TH"),
        about,
        firm(plain(row["bagian"])),
        *(firm(angka(t)) for t in targets),
    )
