"""The parts of the page Kiriman: how far each bagian is, what there is to check, and the moves."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from lakip import alur, bukti, kartu, kiriman, penyimpan
from lakip.akses import Izin, Pengguna
from lakip.formatting import KOSONG, angka, tanggal, waktu
from lakip.kiriman import AJUKAN, BENARKAN, KEMBALIKAN, KIRIMAN_NAMA, Kiriman
from lakip.narasi import kendala
from lakip.pengaturan import Bagian, Berlaku
from lakip.periode import ROMAWI
from lakip.sop.dispensasi import Pengiriman
from lakip.store import Store
from lakip.ui import isian, panel_dasbor, panel_kendala, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, capaian, card_link, firm, pick, plain, standing, table, type_link

Row = dict[str, Any]

KOLOM = {
    "Kode": KIRI, "Indikator": KIRI, "Target": KANAN, "Dibenarkan sebelumnya": KANAN, "Realisasi kini": KANAN,
    "Capaian": KANAN, "Kategori": KIRI, "Bukti": KIRI, "Dibenarkan": KIRI,
}  # fmt: skip
WARNA = {Kiriman.DRAF: "gray", Kiriman.DIAJUKAN: "blue", Kiriman.DIBENARKAN: "green", Kiriman.DIKEMBALIKAN: "orange"}
IKON = {Kiriman.DRAF: "○", Kiriman.DIAJUKAN: "●", Kiriman.DIBENARKAN: "✓", Kiriman.DIKEMBALIKAN: "↩"}


def overview(kelengkapan: pl.DataFrame) -> None:
    """Every bagian by quarter; `kelengkapan` as in Dasbor."""
    with st.expander("Semua bagian sepanjang tahun", icon=":material/grid_on:"):
        panel_dasbor.completeness(kelengkapan)


def pick_bagian(pengguna: Pengguna, bagian: tuple[Bagian, ...], sent: pl.DataFrame) -> str | None:
    """The bagian on the screen: one's own first, or else the first that waits for a Kasi."""
    codes = sent["bagian"].to_list()
    names = {b.bagian: b.nama for b in bagian if b.bagian in codes}
    if not names:
        return None
    own = [t.bagian for t in pengguna.tugas if t.bagian in names]
    waiting = sent.filter(pl.col("keadaan") == Kiriman.DIAJUKAN)["bagian"].to_list()
    first = [*own, *waiting, *names][0]
    if waiting:
        st.caption(f"Menunggu diperiksa: {', '.join(plain(names[w]) for w in waiting)}.")
    return pick("Bagian", "bagian", names, first)


def state(row: Row, steps: pl.DataFrame, tahun: int) -> Kiriman:
    """Where the kiriman is and how it came there; `row` as read/kiriman_kelengkapan.sql."""
    now = Kiriman(row["keadaan"]) if row["keadaan"] else Kiriman.DRAF
    if steps.height:
        last = steps.row(-1, named=True)
        widgets.tell_if_moved(
            "Kiriman ini", f"{row['bagian']} {tahun} {row['triwulan']}", steps.height, KIRIMAN_NAMA[now],
            last["oleh_nama"], last["pada"],
        )  # fmt: skip
    filled = f"{row['terisi']} dari {row['berlaku']} angka terisi, {row['dibenarkan']} dibenarkan"
    st.markdown(f":{WARNA[now]}-badge[{IKON[now]} {KIRIMAN_NAMA[now]}] {filled}")
    same = penyimpan.self_confirmed(session.store(), session.unit(), tahun)
    if self_made := same.get((row["bagian"], row["triwulan"])):
        st.caption(f"Dibenarkan oleh yang menyimpannya sendiri: {plain(self_made)}. Kantor memperbolehkannya.")
    if now is Kiriman.DIKEMBALIKAN:
        said = f"Dikembalikan {plain(row['oleh_nama'])}, {plain(waktu(row['pada']))}: {plain(row['alasan'])}"
        st.warning(said, icon=":material/undo:")
    return now


def history(steps: pl.DataFrame) -> None:
    """Every step of the kiriman."""
    if not steps.is_empty():
        with st.expander(f"Riwayat kiriman ({steps.height} langkah)"):
            st.markdown("\n".join(_step(r) for r in steps.iter_rows(named=True)))


def due(sent: Pengiriman) -> None:
    """Until when the kiriman is expected, and how it kept to that."""
    said = f"batas {tanggal(sent.batas)}: {sent.kata}" if sent.batas else str(sent.kata)
    st.caption(plain(said))


def figures(
    pengguna: Pengguna, bagian: str, rows: list[Row], hasil: pl.DataFrame, berlaku: Berlaku, tahun: int, triwulan: int
) -> None:  # fmt: skip
    """What to check, old beside new, with its bukti and what was written beside it; what is missing leads to where
    it is typed.

    Args:
        rows: of read/dasbor_periksa.sql.
        hasil: rollup.capaian of that triwulan.
    """
    by_kode = {r["kode"]: r for r in hasil.iter_rows(named=True)}
    proofs = bukti.listed(session.store(), session.unit(), tahun, triwulan)
    count = dict(proofs.group_by("indikator").len().iter_rows())
    may_type = pengguna.may(Izin.UNGGAH, session.unit(), bagian)
    way = {
        row["kode"]: type_link("belum diisi", row["kode"], bagian, tahun, triwulan) if may_type else "" for row in rows
    }
    bukti_di = f"/bukti?{urlencode({'tahun': tahun, 'periode': f'TW{triwulan}', 'bagian': bagian})}"
    table(KOLOM, [
        _figure(row, by_kode[row["kode"]], berlaku, tahun, way[row["kode"]], count.get(row["kode"], 0), bukti_di)
        for row in rows
    ])  # fmt: skip
    for row in rows:
        said = [
            f"**{label}:** {plain(str(row[column]))}"
            for label, column in (
                ("Alasan", "alasan"),
                ("Pendukung", "faktor_pendukung"),
                ("Penghambat", "faktor_penghambat"),
                ("Tindak lanjut", "tindak_lanjut"),
                ("Hasil penilaian atas tahun", "tahun_penilaian"),
            )
            if row[column]
        ]
        if said:
            st.markdown(f":small[**{firm(plain(row['kode']))}** {' · '.join(said)}]")


def untold(pengguna: Pengguna, bagian: str, tahun: int, triwulan: int, per: date) -> None:
    """The figures of a bagian under their target that say neither kendala nor tindak lanjut."""
    rows = kendala.untold(session.store(), session.unit(), tahun, triwulan, per)
    if alur.locks(session.store(), session.unit(), tahun, triwulan).is_empty():
        own = [one for one in rows if one.bagian == bagian]
        panel_kendala.notice(pengguna, own, tahun, triwulan, "Boleh menyusul, sebelum periodenya direkap.")


def send(pengguna: Pengguna, bagian: str, tahun: int, triwulan: int, now: Kiriman, row: Row) -> None:
    """The staf's move, or what he has to do before it."""
    unit = session.unit()
    if not pengguna.may(Izin.UNGGAH, unit, bagian):
        return
    if not row["terisi"]:
        st.info("Belum ada angka. Unggah atau ketik dahulu di halaman Unggah, lalu ajukan di sini.")
    elif now in AJUKAN.dari:
        missing = row["berlaku"] - row["terisi"]
        if missing:
            st.caption(f"{missing} angka belum terisi. Kiriman tetap dapat diajukan; angka itu dapat menyusul.")
        # A Kasi who typed the figures himself sends them to whoever else may confirm.
        to = "untuk diperiksa orang lain" if pengguna.may(Izin.BENARKAN, unit, bagian) else "kepada Kasi"
        if st.button(f"Ajukan {to}", type="primary", icon=":material/send:"):
            with isian.told():
                kiriman.submit(session.store(), pengguna, unit, bagian, tahun, triwulan)
                session.saved("Kiriman diajukan. Yang berhak membenarkan akan memeriksanya di halaman ini.")
    elif now is Kiriman.DIBENARKAN:
        locked = not alur.locks(session.store(), unit, tahun, triwulan).is_empty()
        after = "Triwulannya sudah disahkan dan terkunci" if locked else "Angka baru menjadikan kiriman ini draf lagi"
        st.caption(f"Sudah dibenarkan. {after}.")
    elif now is Kiriman.DIAJUKAN and not pengguna.may(Izin.BENARKAN, unit, bagian):
        st.info("Kiriman menunggu diperiksa Kasi. Tidak ada yang perlu Anda lakukan.")


def decide(pengguna: Pengguna, bagian: str, tahun: int, triwulan: int, now: Kiriman, row: Row, rows: list[Row]) -> None:
    """The Kasi's moves: confirm all figures above (`rows` as for `figures`), or return them with a reason."""
    unit, waiting = session.unit(), row["terisi"] - row["dibenarkan"]
    if not pengguna.may(Izin.BENARKAN, unit, bagian) or now not in BENARKAN.dari or not row["terisi"]:
        return
    key = (session.store(), pengguna, unit, bagian, tahun, triwulan)
    own = penyimpan.own(session.store(), pengguna, unit, bagian, tahun, triwulan)
    if now is not Kiriman.DIAJUKAN and not own.angka:  # who saved the figures himself has nobody to wait for
        st.info("Belum diajukan, jadi belum ada yang dibenarkan. Yang mengisi mengajukannya lebih dahulu.")
        return
    with st.container(border=True):
        st.markdown(f"**Keputusan Kasi atas Triwulan {ROMAWI[triwulan]} Tahun {tahun}**")
        seen = {r["kode"]: r["versi"] for r in rows if r["versi"] is not None}
        if own.ditolak:
            st.info(plain(penyimpan.refusal(bagian, own)), icon=":material/group:")
        elif own.angka:
            st.warning(
                f"Angka {plain(', '.join(own.angka))} Anda simpan sendiri. Pengaturan kantor memperbolehkan Anda "
                "membenarkannya; pada kiriman, Kepatuhan, dan log SOP akan tertulis demikian.",
                icon=":material/group:",
            )
        sent = now is not Kiriman.DRAF
        with st.container(horizontal=True):
            # The key names what is on the screen: a press on figures that were replaced meanwhile is not taken.
            confirmed = not own.ditolak and st.button(
                f"Benarkan {waiting} angka", type="primary" if sent else "secondary", icon=":material/check:",
                key=f"benarkan {seen}",
            )  # fmt: skip
            if now in KEMBALIKAN.dari:
                with st.popover("Kembalikan kepada staf", icon=":material/undo:"):
                    _send_back(key)
        if confirmed:
            with isian.told():
                done = kiriman.confirm(*key, dilihat=seen)
                session.saved(f"{done} angka dibenarkan.")


# ---------------------------------------------------------------- inside


def _figure(
    row: Row, hasil: Row, berlaku: Berlaku, tahun: int, isi: str, jumlah: int, bukti_di: str
) -> tuple[str, ...]:  # fmt: skip
    """`isi`: the link to where it is typed; `jumlah`: of its bukti, which are at `bukti_di`."""
    before = {name: row[f"lama_{name}"] for name in ("keadaan", "nilai", "pembilang", "penyebut")}
    old, new = kartu.value(before, row["desimal"]), kartu.value(row, row["desimal"])
    changed = old not in (KOSONG, new)
    return (
        card_link(row["kode"], tahun, hasil["periode"]),
        f"{plain(row['nama'])} :gray[({plain(row['satuan'])})]",
        firm(angka(row["target"], row["desimal"])),
        f"~~{firm(old)}~~" if changed else firm(old),
        f"**{firm(new)}**" if row["keadaan"] else isi or ":gray[belum diisi]",
        capaian(hasil),
        standing(hasil, berlaku.kategori),
        f"[{firm(f'{jumlah} berkas' if jumlah else 'belum ada')}]({bukti_di})",
        "" if row["keadaan"] is None else "ya" if row["dibenarkan"] else "belum",
    )


def _send_back(key: tuple[Store, Pengguna, str, str, int, int]) -> None:
    with st.form("kembalikan", border=False, enter_to_submit=False):
        alasan = st.text_area("Alasan pengembalian (wajib)", placeholder="Apa yang perlu diperbaiki, dan di mana.")
        if st.form_submit_button("Kembalikan dengan alasan ini", icon=":material/undo:"):
            with isian.told():
                kiriman.send_back(*key, alasan)
                session.saved("Kiriman dikembalikan dengan alasannya.")


def _step(row: Row) -> str:
    why = f": {plain(row['alasan'])}" if row["alasan"] else ""
    name = KIRIMAN_NAMA[Kiriman(row["keadaan"])]
    return f"- :small[{name} oleh {plain(row['oleh_nama'])}, {plain(waktu(row['pada']))}{why}]"
