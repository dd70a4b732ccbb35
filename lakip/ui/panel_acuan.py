"""Panels of the page Acuan: the PK of a tahun, what is wrong with its plan, and the tree."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
import streamlit as st

from lakip import rencana
from lakip.formatting import KOSONG, angka, tanggal
from lakip.indikator import METODE_NAMA, Metode
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import DASAR_UBAH, JENJANG_NAMA, PANGKAT, Indikator, PkVersion, Sasaran
from lakip.ui import session
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table

CATATAN_TAMPIL = 3  # remarks shown at once; the rest open


def agreements(tahun: int) -> None:
    """Which PK the targets come from."""
    versions = rencana.pk_versions(session.store(), session.unit(), tahun)
    if versions:
        st.markdown("\n".join(f"- {plain(pk_label(pk))}" for pk in versions))


def pk_label(pk: PkVersion) -> str:
    """ "PK perubahan (versi 2) Nomor 2/PK, 1 September 2026, berlaku mulai TW III: pergantian pejabat; APBD"."""
    nomor = f" Nomor {pk.nomor}" if pk.nomor else " tanpa nomor"
    day = f", {tanggal(pk.tanggal)}" if pk.tanggal else ""
    starts = f", berlaku mulai TW {ROMAWI[pk.mulai_triwulan]}"
    why = "; ".join(text for text in (DASAR_UBAH.get(pk.dasar_ubah or ""), pk.alasan) if text)
    return f"PK {pk.sifat} (versi {pk.versi}){nomor}{day}{starts}{f': {why}' if why else ''}"


def mistakes(tahun: int) -> None:
    """What is wrong with the plan in force, and below it what deserves a look."""
    store, unit = session.store(), session.unit()
    found = rencana.check_in_force(store, unit, tahun)
    for one in (t for t in found if t.salah):
        st.warning(plain(one.pesan))
    remarks = [t.pesan for t in found if not t.salah]
    remarks += [
        f"{card.kode}: kartunya belum memuat {', '.join(missing)}."
        for card in rencana.indikator(store, unit, tahun).values()
        if (missing := rencana.missing_parts(card))
    ]
    if remarks:
        with st.expander(f"{len(remarks)} hal yang perlu dilihat", expanded=len(remarks) <= CATATAN_TAMPIL):
            st.caption("Kartu indikator memuat lima hal menurut PermenPAN-RB 53/2014 Lampiran II huruf H.")
            st.markdown("\n".join(f"- {plain(text)}" for text in remarks))


def listed(rows: pl.DataFrame, tahun: int) -> None:
    """The tree: tujuan, the sasaran that serve it from the Camat down, their indikator; last what programs yield."""
    store, unit = session.store(), session.unit()
    goals, tujuan = rencana.sasaran(store, unit, tahun), rencana.tujuan(store, unit, tahun)
    of = {key[0]: part for key, part in rows.group_by("sasaran", maintain_order=True)}
    cards = rencana.indikator(store, unit, tahun)
    shown: set[str] = set()
    for kode in (*tujuan, None):
        roots = [g for g in goals.values() if g.tujuan == kode and g.induk not in goals]
        if kode is not None:
            st.markdown(f"### Tujuan {plain(kode)}: {plain(tujuan[kode].uraian)}")
        elif tujuan and roots:
            st.markdown("### Belum dikaitkan dengan tujuan")
        for goal in (g for root in roots for g in _branch(root, goals)):
            shown.add(goal.kode)
            _goal(goal, of.get(goal.kode), cards, tahun)
    for goal in (g for k, g in goals.items() if k not in shown):
        _goal(goal, of.get(goal.kode), cards, tahun)
    _outputs(rows.filter(pl.col("sasaran").is_null()), cards, tahun)


def _branch(goal: Sasaran, goals: Mapping[str, Sasaran], seen: frozenset[str] = frozenset()) -> Iterable[Sasaran]:
    """A sasaran and all that serve it, depth first; a circle ends where it closes."""
    yield goal
    for child in goals.values():
        if child.induk == goal.kode and child.kode not in seen:
            yield from _branch(child, goals, seen | {goal.kode})


def _goal(goal: Sasaran, rows: pl.DataFrame | None, cards: Mapping[str, Indikator], tahun: int) -> None:
    level = JENJANG_NAMA[goal.jenjang]
    serves = f" :gray[menunjang {plain(goal.induk)}]" if goal.induk else ""
    arrow = "↳ " * PANGKAT[goal.jenjang]
    st.markdown(f"##### {arrow}{plain(goal.kode)} {plain(goal.uraian)} :gray-badge[{level}]{serves}")
    if rows is None:
        st.caption("Belum ada indikator.")
    else:
        _table(rows, cards, tahun)


def _outputs(rows: pl.DataFrame, cards: Mapping[str, Indikator], tahun: int) -> None:
    """Output indikator, which hang from the budget tree and enter no average."""
    if rows.is_empty():
        return
    st.markdown("### Indikator keluaran program dan kegiatan")
    st.caption("Dilaporkan seperti indikator lain, tetapi tidak masuk rata-rata capaian sasaran.")
    for part in rows.partition_by("kode_anggaran", maintain_order=True):
        first = part.row(0, named=True)
        st.markdown(f"##### {plain(first['kode_anggaran'])} {plain(first['anggaran_nama'] or KOSONG)}")
        _table(part, cards, tahun)


def _table(rows: pl.DataFrame, cards: Mapping[str, Indikator], tahun: int) -> None:
    head = {"Kode": KIRI, "Indikator": KIRI, "Bagian": KIRI, "Tahun": KANAN}
    head |= {f"TW {ROMAWI[n]}": KANAN for n in TRIWULAN}
    table(head, [_line(row, cards, tahun) for row in rows.iter_rows(named=True)])


def _line(row: Mapping[str, Any], cards: Mapping[str, Indikator], tahun: int) -> tuple[str, ...]:
    metode = METODE_NAMA[Metode(row["metode"])].split(" (")[0].lower()
    about = f"{plain(row['nama'])} :gray[{plain(row['satuan'])} · {plain(metode)}{' · IKU' if row['iku'] else ''}]"
    if row["kode"] in cards and rencana.missing_parts(cards[row["kode"]]):
        about += f" :orange[{firm('◌ kartu belum lengkap')}]"
    targets = (row["target_th"], *(row[f"target_tw{n}"] for n in TRIWULAN))
    return (
        card_link(row["kode"], tahun, "TH"),
        about,
        firm(plain(row["bagian"])),
        *(firm(angka(t)) for t in targets),
    )
