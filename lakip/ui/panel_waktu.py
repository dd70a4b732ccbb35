"""Panels of the clock: the eight steps of the SOP with time and holder, who sends when, dispensation, due days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import streamlit as st

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.alur.waktu import Tahap, Waktu
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.periode import PERIODE, ROMAWI
from lakip.sop import arahan, dispensasi, disposisi
from lakip.sop.dispensasi import DITAGIH, Kirim, Pengiriman
from lakip.ui import isian, session
from lakip.ui.panel_tanda import KIRI, firm, plain, table

WARNA = {Tahap.BELUM: "gray", Tahap.BERJALAN: "blue", Tahap.SELESAI: "green"}
IKON = {Tahap.BELUM: "○", Tahap.BERJALAN: "◉", Tahap.SELESAI: "●"}
WARNA_KIRIM = {
    Kirim.TEPAT: "green", Kirim.TERLAMBAT: "orange", Kirim.SESUDAH: "gray", Kirim.DITUNGGU: "blue",
    Kirim.DIKEMBALIKAN: "orange", Kirim.TANPA_BATAS: "gray", Kirim.BELUM_WAKTUNYA: "gray", Kirim.SELESAI: "gray",
}  # fmt: skip
KOLOM = dict.fromkeys(("Langkah", "Mulai", "Selesai", "Waktu terpakai", "Status", "Pemegang"), KIRI)
KOLOM_KIRIM = dict.fromkeys(("Bagian", "Batas", "Dikirim", "Keadaan", "Dispensasi"), KIRI)
KOLOM_TENGGAT = dict.fromkeys(("Tanggal", "Apa", "Keadaan"), KIRI)
DASAR = (
    "Waktu dibaca dari kejadian yang tercatat; menit dihitung pada jam kerja, hari pada hari kerja (WITA). Baku mutu "
    "SOP mengukur pengerjaannya; menunggu orang lain ikut terhitung."
)


def clock(rows: Sequence[Waktu], tahun: int, periode: str) -> None:
    """The eight steps; those of another run say which."""
    st.subheader("Delapan langkah SOP")
    table(KOLOM, [_line(row, tahun, periode) for row in rows])
    for row in rows:
        for said in row.tanda:
            st.caption(f":material/warning: **Langkah {row.langkah.nomor}.** {plain(said)}")
    st.caption(DASAR)


def sending(pengguna: Pengguna, rows: Sequence[Pengiriman], tahun: int, triwulan: int) -> None:
    """Who sent the figures of a triwulan when, against its cut-off; and the way to give somebody longer."""
    shown = [r for r in rows if r.triwulan == triwulan]
    if not shown:
        return
    until = shown[0].semula
    said = f"batas {tanggal(until)}" if until else "tanpa batas"
    if pengaturan.is_before(session.store(), session.unit(), tahun, f"TW{triwulan}"):
        said = "sebelum triwulan awal kantor"
    st.subheader("Pengiriman data per bagian")
    st.caption(f"{PERIODE[f'TW{triwulan}'].label(tahun)} · {said} · {counted(shown)}")
    table(KOLOM_KIRIM, [_sent(r) for r in shown])
    waiting = {r.bagian: r.nama for r in shown if r.keadaan in DITAGIH}
    if until and waiting and dispensasi.may_grant(pengguna, session.unit()):
        _grant(pengguna, waiting, tahun, triwulan, until)


def calendar(rows: Sequence[Pengiriman], tahun: int, per: date) -> None:
    """The days of a tahun: the end of each quarter, its cut-off, dispensations, disposisi and directions still open."""
    st.subheader("Kalender periode")
    found: list[tuple[date, str, str]] = []
    for n, name in ROMAWI.items():
        end = PERIODE[f"TW{n}"].ends(tahun)
        found.append((end, f"Triwulan {name} berakhir", ""))
        own = [r for r in rows if r.triwulan == n]
        if own and own[0].semula:
            open_ = sum(r.keadaan in DITAGIH for r in own)
            said = f"{open_} dari {len(own)} bagian belum selesai mengirim" if open_ else "semua selesai"
            said = "belum waktunya" if any(r.keadaan is Kirim.BELUM_WAKTUNYA for r in own) else said
            found.append((own[0].semula, f"Batas pengumpulan data Triwulan {name}", said))
        found += [
            (r.batas, f"Batas baru {r.nama} (dispensasi Triwulan {name})", r.kata) for r in own if r.alasan and r.batas
        ]
    for row in disposisi.recorded_all(session.store(), session.unit(), tahun):
        if row["selesai"] is None:
            apa = f"Tenggat disposisi {disposisi.number(row['tahun'], row['nomor'])} kepada {row['kepada_nama']}"
            found.append((row["tenggat"], apa, "lewat tenggat" if per > row["tenggat"] else "terbuka"))
    for one in arahan.open_due(session.store(), session.unit(), tahun):
        apa = f"Tenggat arahan kepada {one['pejabat_nama']}: {one['uraian']}"
        found.append((one["tenggat"], apa, "lewat tenggat" if per > one["tenggat"] else "terbuka"))
    table(KOLOM_TENGGAT, [_due(row, per) for row in sorted(found, key=lambda r: r[0])])


def counted(rows: Sequence[Pengiriman]) -> str:
    """ "2 kiriman terlambat · 1 dikirim sesudah batas", of these rows; the second only where there is one."""
    after = sum(r.keadaan is Kirim.SESUDAH for r in rows)
    said = f"{sum(r.is_late for r in rows)} kiriman terlambat"
    return said + (f" · {after} dikirim sesudah batas" if after else "")


# ---------------------------------------------------------------- inside


def badge(row: Waktu) -> str:
    """The status of a step: icon, words, colour."""
    odd = row.melebihi or (row.lama is None and row.tahap is Tahap.SELESAI)
    text = plain(f"{IKON[row.tahap]} {row.kata}")
    return f":gray[{text}]" if row.tahap is Tahap.BELUM else f":{'orange' if odd else WARNA[row.tahap]}-badge[{text}]"


def _line(row: Waktu, tahun: int, periode: str) -> tuple[str, ...]:
    name = f"**{row.langkah.nomor}.** {plain(row.langkah.uraian)}"
    if row.periode != periode:
        where = f"/periode?tahun={tahun}&periode={row.periode}"
        name += f" :gray[(]:gray[[{firm(plain(PERIODE[row.periode].nama))}]({where})]:gray[)]"
    again = f" :gray[({row.putaran} kali)]" if row.putaran > 1 else ""
    spent = f"{firm(row.lama_kata or KOSONG)} dari {firm(row.langkah.baku.kata)}"
    return name, _at(row.mulai), _at(row.selesai), spent, badge(row) + again, _holder(row)


def _at(saat: datetime | None) -> str:
    """The day and the time, each kept on one line."""
    if saat is None:
        return ""
    day, clock, zone = waktu(saat).rsplit(" ", 2)
    return f"{firm(plain(day))} {firm(plain(f'{clock} {zone}'))}"


def _holder(row: Waktu) -> str:
    if row.tahap is Tahap.SELESAI:
        return f":gray[diselesaikan {plain(row.nama)}]" if row.nama else ""
    said = f"{plain(row.jabatan)}: {plain(row.nama)}" if row.nama else plain(row.jabatan)
    return f":gray[{said}]" if row.tahap is Tahap.BELUM else f"**{said}**"


def _sent(row: Pengiriman) -> tuple[str, ...]:
    more = ""
    if row.alasan:
        more = f"sampai {plain(tanggal(row.batas))}: {plain(row.alasan)} :gray[({plain(row.pemberi)})]"
    state = f":{WARNA_KIRIM[row.keadaan]}-badge[{firm(plain(row.kata))}]"
    if row.keadaan is Kirim.BELUM_WAKTUNYA:
        state = f":gray[{firm(plain(row.kata))}]"
    return plain(row.nama), plain(tanggal(row.batas)), _at(row.dikirim), state, more


def _due(row: tuple[date, str, str], per: date) -> tuple[str, ...]:
    day, apa, state = row
    text = plain(tanggal(day))
    return f":gray[{text}]" if day < per else f"**{text}**", plain(apa), plain(state)


def _grant(pengguna: Pengguna, waiting: dict[str, str], tahun: int, triwulan: int, until: date) -> None:
    with (
        st.expander("Beri dispensasi", icon=":material/more_time:"),
        st.form(f"dispensasi {tahun} {triwulan}", border=False, enter_to_submit=False),
    ):
        bagian = st.selectbox("Bagian", list(waiting), format_func=waiting.__getitem__)
        first = max(until + timedelta(days=1), session.today())
        batas = st.date_input("Batas baru", value=first, min_value=first, format="DD/MM/YYYY")
        alasan = st.text_area("Alasan (wajib)", placeholder="Mengapa bagian ini boleh mengirim lebih lambat.")
        if st.form_submit_button("Beri dispensasi", type="primary"):
            with isian.told():
                dispensasi.grant(
                    session.store(), pengguna, session.unit(), bagian, tahun, triwulan, batas or first, alasan
                )  # fmt: skip
                session.saved(f"{waiting[bagian]} mendapat dispensasi sampai {tanggal(batas or first)}.")
