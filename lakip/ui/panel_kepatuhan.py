"""Panels of the page Kepatuhan: baku mutu per step, who is late, what was corrected most."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from lakip import grafik, penyimpan
from lakip.akses import Pengguna
from lakip.alur import waktu_patuh
from lakip.alur.waktu import Waktu
from lakip.alur.waktu_patuh import Patuh
from lakip.export import kepatuhan_excel
from lakip.formatting import tanggal
from lakip.periode import ROMAWI, now
from lakip.sop.dispensasi import Kirim, Pengiriman
from lakip.sop.waktu_kerja import spent_kata
from lakip.ui import panel_waktu, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table

KOLOM = {
    "Langkah": KIRI, "Baku mutu": KIRI, "Sesuai": KANAN, "Rata-rata": KANAN, "Terlama": KANAN,
}  # fmt: skip
KIRIMAN = dict.fromkeys(("Bagian", "Triwulan", "Batas", "Keadaan", "Dispensasi"), KIRI)
KOREKSI = {"Kode": KIRI, "Indikator": KIRI, "Bagian": KIRI, "Triwulan": KIRI, "Diubah": KANAN}
SENDIRI = dict.fromkeys(("Bagian", "Triwulan", "Angka dan akunnya"), KIRI)
KEMBALI = {"Bagian": KIRI, "Triwulan": KIRI, "Dikembalikan": KANAN}


def steps(rows: Sequence[Waktu]) -> None:
    """Each step run by run as a chart, then over the tahun as a table."""
    st.subheader("Baku mutu per langkah")
    palet = grafik.GELAP if session.is_dark() else grafik.TERANG
    for jenis in (("TW",), ("SM", "TH")):
        chart = grafik.spec(grafik.kepatuhan, waktu_patuh.frame(rows, jenis), palet)
        widgets.show_chart(chart, key=f"kepatuhan {jenis[0]}")
    table(KOLOM, [_step(p) for p in waktu_patuh.steps(rows)])
    st.caption("Sesuai: selesai dalam baku mutu, dari semua yang selesai dan dapat dihitung.")


def late(rows: Sequence[Pengiriman]) -> None:
    """Who is late, who sent after the day, and who was given longer: those that are late first."""
    st.subheader("Pengiriman terhadap batas")
    if not any(r.is_late for r in rows):
        st.success("Tidak ada kiriman yang terlambat.", icon=":material/check:")
    found = [r for r in rows if r.keadaan in (Kirim.TERLAMBAT, Kirim.SESUDAH) or r.alasan]
    if not found:
        return
    given = sum(bool(r.alasan) for r in found)
    st.caption(panel_waktu.counted(found) + (f" · {given} dengan dispensasi" if given else ""))
    table(KIRIMAN, [_late(r) for r in sorted(found, key=lambda r: (not r.is_late, -r.lewat, r.triwulan))])


def corrections(rows: pl.DataFrame, sent: Sequence[Pengiriman], tahun: int) -> None:
    """Figures saved again, and kiriman that were returned."""
    st.subheader("Yang paling sering diperbaiki")
    returned = sorted((r for r in sent if r.dikembalikan), key=lambda r: -r.dikembalikan)
    if rows.is_empty() and not returned:
        st.caption("Belum ada angka yang diubah dan belum ada kiriman yang dikembalikan.")
    if not rows.is_empty():
        table(KOREKSI, [
            (
                card_link(r["kode"], tahun, "TH"), plain(r["nama"]), plain(r["bagian_nama"]),
                ", ".join(ROMAWI[n] for n in r["triwulan"]), firm(f"{r['koreksi']} kali"),
            )
            for r in rows.iter_rows(named=True)
        ])  # fmt: skip
    if returned:
        table(KEMBALI, [(plain(r.nama), ROMAWI[r.triwulan], firm(f"{r.dikembalikan} kali")) for r in returned])


def self_confirmed(sent: Sequence[Pengiriman], tahun: int) -> None:
    """What was confirmed by who had saved it, because the office allows it; nothing when nothing was."""
    found = penyimpan.self_confirmed(session.store(), session.unit(), tahun)
    if found:
        st.subheader("Dibenarkan oleh yang menyimpannya sendiri")
        names = {r.bagian: r.nama for r in sent}
        rows = [(plain(names.get(b, b)), ROMAWI[n], plain(said)) for (b, n), said in found.items()]
        table(SENDIRI, rows)


def download(pengguna: Pengguna, tahun: int) -> None:
    store, unit, kini = session.store(), session.unit(), now()
    widgets.download(
        "Unduh kepatuhan (Excel)", lambda: kepatuhan_excel.build(store, pengguna, unit, tahun, kini),
        f"kepatuhan_sop_{tahun}.xlsx", widgets.XLSX,
    )  # fmt: skip


# ---------------------------------------------------------------- inside


def _step(one: Patuh) -> tuple[str, ...]:
    kept = f"{one.tepat} dari {one.selesai}" if one.selesai else ""
    longest = "" if one.terlama is None else spent_kata(one.terlama, one.satuan)
    mean = "" if one.rata is None else spent_kata(one.rata, one.satuan)
    return f"**{one.nomor}.** {plain(one.uraian)}", plain(one.baku), firm(kept), firm(mean), firm(longest)


def _late(row: Pengiriman) -> tuple[str, ...]:
    more = f"sampai {tanggal(row.batas)}: {row.alasan}" if row.alasan else ""
    return plain(row.nama), ROMAWI[row.triwulan], plain(tanggal(row.semula)), plain(row.kata), plain(more)
