"""The tab “Dokumen perencanaan” of the page Laporan: Perjanjian Kinerja, Rencana Aksi, IKU, RKT as Word."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from lakip import pengaturan, rencana
from lakip.akses import Pengguna
from lakip.export import jabatan, perjanjian_kinerja, tabel_rencana
from lakip.export.baris import BarisKurang
from lakip.export.pihak import Pihak
from lakip.formatting import tanggal
from lakip.rencana import PkVersion
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import pick, plain

PK, SEMUA = "pk", "semua"
DOKUMEN = {PK: "Perjanjian Kinerja", **tabel_rencana.NAMA}
ZIP = "application/zip"


def documents(pengguna: Pengguna, tahun: int) -> None:
    """Pick a document and its version, see what it lacks, and take it along."""
    with st.container(horizontal=True):
        jenis = pick("Dokumen", "dokumen", DOKUMEN)
        versi = _version(tahun) if jenis in (PK, "renaksi") else None
    if jenis == PK:
        _agreement(pengguna, tahun, versi)
    else:
        _table(pengguna, jenis, tahun, versi)


def _version(tahun: int) -> int | None:
    """The PK version whose targets are printed, the newest first; none before the first PK."""
    known = {str(pk.versi): pk for pk in reversed(rencana.pk_versions(session.store(), session.unit(), tahun))}
    if not known:
        return None
    return int(pick("Versi Perjanjian Kinerja", "pk", {kode: _label(pk) for kode, pk in known.items()}))


def _label(pk: PkVersion) -> str:
    day = f", {tanggal(pk.tanggal)}" if pk.tanggal else ""
    return f"Versi {pk.versi}: {pk.sifat}{day}"


def _agreement(pengguna: Pengguna, tahun: int, versi: int | None) -> None:
    store, unit = session.store(), session.unit()
    names = {one.kode: one.nama for one in jabatan.of_office(store, unit)}
    kode = pick("Jabatan", "jabatan", {**names, SEMUA: "Semua jabatan (satu berkas zip)"})
    if kode == SEMUA:
        _gaps(_of_all(tahun, versi))
        _download("Unduh semua (zip)", lambda: perjanjian_kinerja.build_all(store, pengguna, unit, tahun, versi),
                  f"perjanjian_kinerja_{tahun}.zip", ZIP)  # fmt: skip
        return
    draft = perjanjian_kinerja.draft(store, unit, tahun, kode, versi)
    _signers((draft.pertama, draft.kedua), draft.tanggal)
    _gaps(draft.kurang)
    _download("Unduh Perjanjian Kinerja", lambda: perjanjian_kinerja.build(store, pengguna, unit, tahun, kode, versi),
              perjanjian_kinerja.file_name(tahun, kode, versi))  # fmt: skip


def _of_all(tahun: int, versi: int | None) -> list[BarisKurang]:
    """What all PK together lack: what every one of them lacks once, the rest by jabatan."""
    whose: dict[tuple[str, str, str], list[str]] = {}
    with st.spinner("Memeriksa semua jabatan …"):
        found = perjanjian_kinerja.drafts(session.store(), session.unit(), tahun, versi)
    for who, words in found.items():
        for row in words.kurang:
            whose.setdefault((row.hal, row.keterangan, row.bagian), []).append(who.nama)
    return [
        BarisKurang("", hal if len(names) == len(found) or hal in names else f"{', '.join(names)}: {hal}", said, bagian)
        for (hal, said, bagian), names in whose.items()
    ]


def _table(pengguna: Pengguna, jenis: str, tahun: int, versi: int | None) -> None:
    store, unit = session.store(), session.unit()
    bagian = _bagian() if jenis == "renaksi" else None
    recorded = tabel_rencana.recorded_day(store, unit, jenis, tahun, versi)
    hari: date = st.date_input(
        "Tanggal penandatanganan", recorded or session.today(), format="DD/MM/YYYY", width=220,
        key=f"tanggal_{jenis}_{tahun}_{versi}",
    )  # fmt: skip
    draft = tabel_rencana.draft(store, unit, jenis, tahun, versi, bagian, hari)
    _signers((draft.camat,), draft.tanggal)
    _gaps(draft.kurang)
    _download(f"Unduh {DOKUMEN[jenis]}",
              lambda: tabel_rencana.build(store, pengguna, unit, jenis, tahun, versi, bagian, hari),
              tabel_rencana.file_name(jenis, tahun, versi, bagian))  # fmt: skip


def _bagian() -> str | None:
    names = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    return pick("Bagian", "bagian_dokumen", {SEMUA: "Seluruh kantor", **names}).replace(SEMUA, "") or None


def _signers(parties: Sequence[Pihak], hari: str) -> None:
    """Who signs on that day."""
    said = " dan ".join(f"{plain(p.nama)} ({plain(p.jabatan)})" for p in parties)
    st.caption(f"Ditandatangani {plain(hari)} oleh {said}.")


def _gaps(rows: Sequence[BarisKurang]) -> None:
    if not rows:
        st.success("Semua isi dokumen ini sudah tercatat.", icon=":material/check:")
        return
    st.warning(
        f"{len(rows)} hal belum lengkap. Dokumen tetap dapat diunduh, bertanda belum lengkap, dan memuat daftarnya.",
        icon=":material/warning:",
    )
    st.markdown("\n".join(f"1. **{plain(r.hal)}** {plain(r.keterangan)} :gray[{plain(r.bagian)}]" for r in rows))


def _download(label: str, build: Callable[[], bytes], name: str, mime: str = widgets.DOCX) -> None:
    widgets.download(label, build, name, mime, type="primary")
