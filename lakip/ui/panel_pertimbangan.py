"""What Sekcam and Camat decide with, above the buttons: the draft, four figures, its gaps, what changed meanwhile."""

from datetime import date
from typing import Any

import streamlit as st

from lakip import anggaran, dasbor, rollup
from lakip.akses import Izin, Pengguna
from lakip.alur import JENIS_DRAF, Keadaan, Kedudukan, sejak
from lakip.export import kurang, pilihan
from lakip.export.kurang import Gap
from lakip.formatting import angka, persen, rupiah, waktu
from lakip.narasi.arah import Hasil, hasil, is_judged
from lakip.periode import PERIODE
from lakip.ui import panel_laporan, panel_pratinjau, session, widgets
from lakip.ui.panel_tanda import card_link, page_link, plain

DIPUTUSKAN = (Keadaan.DRAF, Keadaan.DIPERIKSA, Keadaan.DISOSIALISASIKAN)
SEBUT = 5  # so many gaps and events are named, the rest is counted


def shown(pengguna: Pengguna, tahun: int, periode: str, now: Kedudukan, per: date) -> None:
    """For who approves or returns, while there is something to decide on."""
    unit = session.unit()
    if now.keadaan not in DIPUTUSKAN or not (pengguna.may(Izin.PERIKSA, unit) or pengguna.may(Izin.SAHKAN, unit)):
        return
    with st.container(border=True):
        st.subheader("Yang Anda putuskan")
        _draft(pengguna, tahun, periode)
        _figures(tahun, periode, per)
        left, right = st.columns(2)
        with left:
            _gaps(_missing(tahun, periode, per), tahun, periode)
        with right:
            _changed(pengguna, tahun, periode)


# ---------------------------------------------------------------- inside


def _draft(pengguna: Pengguna, tahun: int, periode: str) -> None:
    """The newest draft: as Word, as PDF, and its pages on the screen."""
    made = [r for r in panel_laporan.versions(tahun) if r["periode"] == periode and r["jenis"] in JENIS_DRAF[periode]]
    if not made:
        st.warning("Draf laporannya belum disusun.", icon=":material/warning:")
        page_link("6_laporan.py", "Buka Laporan", ":material/description:", tahun, periode)
        return
    row = made[0]
    called = panel_laporan.name(tahun, periode, row["versi"])
    st.markdown(f"**Draf versi {row['versi']}** :gray[disusun {plain(row['oleh_nama'])}, {plain(waktu(row['pada']))}]")
    content = panel_laporan.content(pengguna, row)
    with st.container(horizontal=True, vertical_alignment="center"):
        widgets.download("Unduh draf Word", content, called, widgets.DOCX, key="draf_putusan")
        panel_pratinjau.pdf_button(content, called, "putusan")
    panel_pratinjau.preview(content, "putusan")


def _figures(tahun: int, periode: str, per: date) -> None:
    store, unit = session.store(), session.unit()
    rows = rollup.one(store, unit, tahun, periode, per)
    rata = dasbor.overall(rollup.rata_rata(store, unit, tahun, [periode], per), periode)
    judged = [hasil(r) for r in dasbor.camat_level(rows).iter_rows(named=True) if is_judged(r)]
    below = sum(one is Hasil.KURANG for one in judged)
    confirmed, due = (int(rows[k].sum() or 0) for k in ("dibenarkan", "berlaku"))
    cells: list[tuple[str, str, str]] = [
        ("Rata-rata capaian", persen(rata.dengan_batas), rata.dasar),
        ("Indikator Camat tercapai", f"{len(judged) - below} dari {len(judged)}", f"{below} di bawah target"),
        ("Serapan anggaran", *_budget(tahun, periode)),
        ("Angka dibenarkan", f"{confirmed} dari {due}", "semua" if confirmed == due else f"{due - confirmed} belum"),
    ]
    with st.container(horizontal=True, key="angka"):
        for label, value, note in cells:
            st.metric(label, value, note, delta_color="off", delta_arrow="off", border=True, height="stretch")


def _budget(tahun: int, periode: str) -> tuple[str, str]:
    row = anggaran.total(session.store(), session.unit(), tahun, PERIODE[periode].triwulan[-1])
    if row is None:
        return "–", "pagu belum diisi"
    if row["realisasi_sd_rupiah"] is None:
        return "–", f"pagu {rupiah(row['pagu_rupiah'])}"
    juta = (angka(row[k] / 1_000_000, 0) for k in ("realisasi_sd_rupiah", "pagu_rupiah"))
    return persen(row["serapan_persen"]), "Rp {} dari {} juta".format(*juta)


def _missing(tahun: int, periode: str, per: date) -> tuple[Gap, ...]:
    bahan: Any = pilihan.of(periode).gather(session.store(), session.unit(), tahun, periode, per, None)
    return kurang.holding(pilihan.gaps(bahan))


def _gaps(found: tuple[Gap, ...], tahun: int, periode: str) -> None:
    st.markdown(f"**Yang belum lengkap ({len(found)})**")
    if not found:
        st.caption("Tidak ada: laporannya dapat menjadi final.")
        return
    lines = [f"- **{plain(g.hal)}** {plain(g.keterangan)} :gray[{plain(g.bagian)}]" for g in found[:SEBUT]]
    st.markdown("\n".join(lines))
    label = f"Semua {len(found)} hal" if found[SEBUT:] else "Lengkapi di Laporan"
    page_link("6_laporan.py", label, ":material/description:", tahun, periode)


def _changed(pengguna: Pengguna, tahun: int, periode: str) -> None:
    store, unit = session.store(), session.unit()
    since = sejak.seen(store, pengguna, unit, tahun, periode)
    if since is None:
        st.markdown("**Yang berubah sejak Anda terakhir melihat**")
        st.caption("Anda belum pernah melihat periode ini; semuanya baru.")
        return
    found = sejak.since(store, unit, tahun, periode, since)
    st.markdown(f"**Yang berubah sejak Anda terakhir melihat ({len(found)})**")
    st.caption(f"Sesudah {plain(waktu(since))}.")
    lines = [
        f"- {card_link(e.kode, tahun, periode) + ' ' if e.kode else ''}{plain(e.apa)} "
        f":gray[{plain(e.oleh)}, {plain(waktu(e.pada))}]"
        for e in found[:SEBUT]
    ]
    st.markdown("\n".join(lines) or "Tidak ada.")
    if rest := found[SEBUT:]:
        with st.expander(f"{len(rest)} perubahan lain"):
            st.markdown("\n".join(f"- {plain(' '.join(filter(None, (e.kode, e.apa))))}" for e in rest))
