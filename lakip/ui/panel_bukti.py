"""Panels of the page Bukti dukung: what is missing, what is there, and the ways to add and take out."""

from datetime import timedelta
from typing import Any

import polars as pl
import streamlit as st

from lakip import bukti, pengaturan, periode
from lakip.akses import Izin, Pengguna
from lakip.bukti import Bukti
from lakip.export import bukti_excel
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.periode import PERIODE, ROMAWI
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, page_link, pick, plain, table
from lakip.unggah.berkas.bukti import AKHIRAN, DITERIMA, MAKS_MB

Row = dict[str, Any]

SEMUA = "semua"
BARU = timedelta(minutes=10)
HITUNGAN = {"Bagian": KIRI, "Angka terisi": KANAN, "Berbukti": KANAN, "Belum": KANAN}
KURANG = {"Bagian": KIRI, "Kode": KIRI, "Indikator": KIRI, "Angkanya": KIRI}
TIPE = [suffix.lstrip(".") for suffix in (*AKHIRAN, ".jpeg")]
MIME = {
    "pdf": "application/pdf", "docx": widgets.DOCX, "xlsx": widgets.XLSX, "png": "image/png", "jpg": "image/jpeg",
}  # fmt: skip


def link(pengguna: Pengguna, tahun: int, triwulan: int) -> None:
    """The way to the page, with how many figures have no bukti: of one's own bagian, and of the whole office for who
    answers for it."""
    unit = session.unit()
    rows = bukti.missing(session.store(), unit, tahun, triwulan)
    bagian = next((t.bagian for t in pengguna.tugas if t.unit == unit and t.bagian), None)
    counts = {"angka seluruh kantor": rows.height} if bagian is None or pengguna.may(Izin.REKAP, unit) else {}
    if bagian is not None:
        counts["di bagian Anda" if counts else "angka bagian Anda"] = rows.filter(bagian=bagian).height
    said = ", ".join(f"{n} {whose}" for whose, n in counts.items() if n)
    label = f"Bukti dukung (belum berbukti: {said})" if said else "Bukti dukung"
    page_link("bukti.py", label, ":material/attach_file:", tahun, f"TW{triwulan}")


def on_card(kode: str, tahun: int, triwulan: int, bagian: str) -> None:
    """The documents of one indikator in a tahun, by name, and the way to them."""
    rows = bukti.listed(session.store(), session.unit(), tahun).filter(pl.col("indikator") == kode).to_dicts()
    st.subheader("Bukti dukung")
    if rows:
        lines = (f"TW {ROMAWI[r['triwulan']]}: {r['nama']}, {tanggal(r['tanggal'])}" for r in rows)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    else:
        st.caption(f"Belum ada bukti pada tahun {tahun}.")
    page_link("bukti.py", "Buka Bukti dukung", ":material/attach_file:", tahun, f"TW{triwulan}", bagian)


def pick_bagian(pengguna: Pengguna) -> str | None:
    """The bagian on the screen, one's own first; None: all of them."""
    names = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    own = next((t.bagian for t in pengguna.tugas if t.bagian in names), SEMUA)
    chosen = pick("Bagian", "bagian", {SEMUA: "Semua bagian", **names}, own)
    return None if chosen == SEMUA else chosen


def summary(pengguna: Pengguna, tahun: int, triwulan: int, bagian: str | None) -> None:
    """How far the bagian on the screen is (None: all of them), then each bagian, and the whole as a workbook."""
    store, unit = session.store(), session.unit()
    counts = bukti.per_bagian(store, unit, tahun, triwulan)
    shown = counts if bagian is None else counts.filter(bagian=bagian)
    whole, proven = int(shown["angka"].sum()), int(shown["berbukti"].sum())
    whose = "seluruh kantor" if bagian is None or shown.is_empty() else shown["bagian_nama"][0]
    if not whole:
        st.info(f"Belum ada angka terisi pada {PERIODE[f'TW{triwulan}'].label(tahun)}. Bukti boleh dilampirkan dahulu.")
    elif proven == whole:
        st.success(f"Semua angka ({whole}) sudah berbukti.", icon=":material/check:")
    else:
        st.warning(
            f"{whole - proven} dari {whole} angka {plain(whose)} belum berbukti.", icon=":material/attach_file_off:"
        )
    widgets.download(
        "Unduh daftar (Excel)", lambda: bukti_excel.build(store, pengguna, unit, tahun, triwulan),
        f"bukti_dukung_{tahun}_TW{triwulan}.xlsx", widgets.XLSX,
    )  # fmt: skip
    if not counts.is_empty():
        with st.expander("Per bagian", icon=":material/grid_on:"):
            rows = counts.to_dicts()
            table(HITUNGAN, [(plain(r["bagian_nama"]), *(f"{r[k]}" for k in ("angka", "berbukti", "kurang")))
                             for r in rows])  # fmt: skip


def gaps(tahun: int, triwulan: int, bagian: str | None) -> None:
    """The figures without bukti."""
    rows = bukti.missing(session.store(), session.unit(), tahun, triwulan).to_dicts()
    mine = [r for r in rows if bagian in (None, r["bagian"])]
    st.subheader(f"Belum ada bukti ({len(mine)})")
    if not mine:
        st.caption("Tidak ada yang kurang di sini.")
        return
    table(KURANG, [_gap(r, tahun, triwulan) for r in mine])


def add(pengguna: Pengguna, tahun: int, triwulan: int, bagian: str | None) -> None:
    """The form of one document; what its date lacks is said before it is sent."""
    store, unit = session.store(), session.unit()
    names = bukti.open_to(store, pengguna, unit, tahun, bagian)
    if not names:
        return
    with st.expander("Tambah bukti", icon=":material/add:", expanded=True), st.container(key=f"{session.ISIAN}_bukti"):
        widgets.from_phone("bukti", tahun, f"TW{triwulan}", bagian)
        kode = st.selectbox("Indikator", list(names), format_func=lambda k: f"{k}  {names[k]}", key="bukti_indikator")
        known = bukti.every(store, unit, tahun, triwulan).filter(pl.col("indikator") == kode)
        key = f"{kode} {tahun} {triwulan} v{known.height}"  # what was sent leaves an empty form behind
        picked = st.file_uploader(
            f"Berkas (PDF, DOCX, XLSX, PNG, JPEG; paling besar {MAKS_MB} MB)", TIPE, key=f"bukti_berkas {key}",
            max_upload_size=MAKS_MB, help=DITERIMA,
        )  # fmt: skip
        left, right = st.columns(2)
        nama = left.text_input("Nama dokumen", key=f"bukti_nama {key}", max_chars=200)
        nomor = right.text_input("Nomor dokumen (bila ada)", key=f"bukti_nomor {key}", max_chars=100)
        today = session.today()
        start = min(PERIODE[f"TW{triwulan}"].ends(tahun), today)
        hari = left.date_input("Tanggal dokumen", start, format="DD/MM/YYYY", key=f"bukti_tanggal {key}")
        said = right.text_input("Keterangan (bila perlu)", key=f"bukti_keterangan {key}", max_chars=500)
        finding, alasan = bukti.date_finding(hari, tahun, triwulan), ""
        if finding:
            st.warning(plain(finding), icon=":material/event_busy:")
            alasan = st.text_input("Alasan tanggal di luar triwulan", key=f"bukti_alasan {key}", max_chars=500)
        if st.button("Simpan bukti", type="primary", icon=":material/save:"):
            if picked is None:
                st.error("Pilih berkasnya dahulu.", icon=":material/error:")
                return
            one = Bukti(nama, hari, nomor, said, alasan)
            also = bukti.add(store, pengguna, unit, kode, tahun, triwulan, one, picked.name, picked.getvalue())
            session.saved(f"Bukti {kode} tersimpan. {also or ''}".strip())


def arrived(pengguna: Pengguna, tahun: int, triwulan: int) -> None:
    """What came just now by the form for phones, which has no screen to say it on."""
    kode, since = st.query_params.get("baru"), periode.now() - BARU
    rows = bukti.listed(session.store(), session.unit(), tahun, triwulan).to_dicts() if kode else []
    mine = [r for r in rows if r["indikator"] == kode and r["oleh_nama"] == pengguna.nama and r["ditambahkan"] >= since]
    if mine:
        st.success(f"Bukti {plain(kode)} tersimpan: {plain(mine[-1]['nama'])}.", icon=":material/check_circle:")


def kept(pengguna: Pengguna, tahun: int, triwulan: int, bagian: str | None) -> None:
    """The documents that count, each to download or take out; below them, those taken out."""
    rows = bukti.every(session.store(), session.unit(), tahun, triwulan).to_dicts()
    mine = [r for r in rows if bagian in (None, r["bagian"])]
    here, gone = [r for r in mine if not r["dihapus"]], [r for r in mine if r["dihapus"]]
    st.subheader(f"Bukti yang ada ({len(here)})")
    if not here:
        st.caption("Belum ada bukti pada triwulan ini.")
    for row in here:
        _one(pengguna, row, tahun, triwulan)
    if gone:
        with st.expander(f"Sudah dikeluarkan ({len(gone)})", icon=":material/inventory_2:"):
            st.markdown("\n".join(_gone(r) for r in gone))


# ---------------------------------------------------------------- inside


def _gap(row: Row, tahun: int, triwulan: int) -> tuple[str, ...]:
    kode = card_link(row["kode"], tahun, f"TW{triwulan}")
    return (
        plain(row["bagian_nama"]),
        kode,
        plain(row["nama"]),
        "✓ dibenarkan" if row["dibenarkan"] else "○ belum dibenarkan",
    )


def _one(pengguna: Pengguna, row: Row, tahun: int, triwulan: int) -> None:
    store, unit = session.store(), session.unit()
    key = f"{row['indikator']} {tahun} {triwulan} {row['nomor']}"
    with st.container(border=True, gap="small"):
        nomor = plain(row["nomor_dokumen"] or KOSONG)
        st.markdown(
            f"**{card_link(row['indikator'], tahun, f'TW{triwulan}')} {plain(row['nama'])}**  \n"
            f"Nomor {nomor} · {plain(tanggal(row['tanggal']))} · {plain(row['nama_berkas'])} · {_size(row['ukuran'])}"
            f"  \n:small[Diunggah {plain(row['oleh_nama'])}, {plain(waktu(row['ditambahkan']))}]"
        )
        for line in _notes(row):
            st.caption(plain(line))
        with st.container(horizontal=True, vertical_alignment="center"):
            widgets.download(
                "Unduh berkas", lambda: bukti.content(store, pengguna, unit, row["sha256"], row["nama_berkas"]),
                row["nama_berkas"], MIME[row["nama_berkas"].rpartition(".")[2]], key=f"unduh {key}",
            )  # fmt: skip
            if row["bagian"] and pengguna.may(Izin.UNGGAH, unit, row["bagian"]):
                with st.popover("Keluarkan", icon=":material/delete:"):
                    alasan = st.text_input("Alasan (wajib)", key=f"keluar {key}", max_chars=500)
                    if st.button("Keluarkan bukti ini", key=f"keluarkan {key}"):
                        bukti.remove(store, pengguna, unit, row["indikator"], tahun, triwulan, row["nomor"], alasan)
                        session.saved("Bukti dikeluarkan dari daftar; berkasnya tetap tersimpan di arsip.")


def _notes(row: Row) -> list[str]:
    found = [row["keterangan"]]
    found.append(row["alasan_tanggal"] and f"Tanggal di luar triwulan, diterima dengan alasan: {row['alasan_tanggal']}")
    found.append(row["juga"] and f"Berkas yang sama juga menjadi bukti {row['juga']}.")
    return [text for text in found if text]


def _gone(row: Row) -> str:
    who = f"{row['dihapus_nama']}, {waktu(row['dihapus_pada'])}"
    return f"- {plain(row['indikator'])} {plain(row['nama'])}: {plain(row['alasan'])} ({plain(who)})"


def _size(ukuran: int) -> str:
    return f"{max(1, round(ukuran / 1024))} KB" if ukuran < 2**20 else f"{ukuran / 2**20:.1f} MB".replace(".", ",")
