"""Keeping a summary with its periode: the files in the archive, the message in its row, the act in the trail."""

from dataclasses import dataclass
from datetime import datetime

from lakip import alur, jejak, pengaturan, periode
from lakip.akses import Izin, Pengguna
from lakip.alur import agenda
from lakip.errors import UserError
from lakip.export import kalender_ics, pdf
from lakip.export.catatan import sidik
from lakip.export.ringkasan import isi, pesan
from lakip.periode import PERIODE
from lakip.store import Store

DIMINTA = "diminta"
# After which steps of a run one is made by itself, and what is said of it.
SEBAB = {
    "buka": "saat periode dibuka",
    "kembalikan": "saat dikembalikan kepada Kasubbag",
    "perbaiki": "saat diminta diperbaiki",
    "sahkan": "saat disahkan",
    "buka_kembali": "saat dibuka kembali",
    DIMINTA: "atas permintaan",
}
DPI = 150  # of the picture: an A4 page is 1240 pixels wide


@dataclass(frozen=True)
class Tersimpan:
    """One summary on record. `docx`, `pdf`, `png`, `ics`: the hash of each file; pdf and png None without LibreOffice,
    ics without a date.

    `alur`: nomor of the newest step of the run that it knew of; 0: none.
    """

    nomor: int
    sebab: str
    alur: int
    pesan: str
    docx: str
    pdf: str | None
    png: str | None
    ics: str | None
    oleh_nama: str
    pada: datetime


def listed(store: Store, unit: str, tahun: int, kode: str) -> tuple[Tersimpan, ...]:
    """Those of a run, the newest first."""
    rows = store.read("ringkasan_daftar", unit=unit, tahun=tahun, periode=kode).iter_rows(named=True)
    return tuple(Tersimpan(**row) for row in rows)


def make(store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, sebab: str = DIMINTA) -> Tersimpan:
    """Make and keep the next summary of a run. Takes seconds where LibreOffice is installed.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: a periode without a run, or a tahun without indikator.
    """
    pengguna.require(Izin.LAPORAN, unit)
    if kode not in alur.PERIODE_ALUR:
        raise UserError(f"Ringkasan disimpan per {', '.join(alur.PERIODE_ALUR)}; “{kode}” tidak termasuk.")
    kini = periode.now()
    step = alur.standing(store, unit, tahun, kode).nomor
    said, docx = isi.KIND.issue(store, pengguna, unit, tahun, kode, kode=kode, kini=kini)
    dates = agenda.of(store, unit, tahun, kode, kini)
    printed, picture = _pictures(docx)
    kantor, judul = pengaturan.identity(store, unit), f"Tanggal {PERIODE[kode].label(tahun)}"
    calendar = kalender_ics.write(dates, f"{judul}, {kantor.nama}", unit, kini) if dates else None
    files = {"pdf": printed, "png": picture, "ics": calendar}
    for suffix, content in files.items():
        if content is not None:
            store.archive(sidik(content), f".{suffix}", content)
    hashes = {suffix: sidik(content) if content is not None else None for suffix, content in files.items()}
    about = {"unit": unit, "tahun": tahun, "periode": kode}
    row = {"sebab": sebab, "alur": step, "pesan": pesan.of(said), "docx": sidik(docx), **hashes}
    with store.transaction() as tx:
        nomor = max(tx.read("ringkasan_daftar", **about)["nomor"], default=0) + 1
        stamp = {"oleh": pengguna.akun, "pada": periode.now()}
        tx.insert("ringkasan", [{**about, "nomor": nomor, **row, **stamp}])
        kinds = ", ".join(["Word", *(s for s in hashes if hashes[s])])
        jejak.write(
            tx, pengguna.akun, "menyusun ringkasan", f"{unit}/{tahun}/{kode}", nomor=nomor, sebab=SEBAB[sebab],
            berkas=kinds, sha256=row["docx"],
        )  # fmt: skip
    return listed(store, unit, tahun, kode)[0]


# ---------------------------------------------------------------- inside


def _pictures(docx: bytes) -> tuple[bytes | None, bytes | None]:
    """The page as PDF and PNG; nothing where LibreOffice is missing or fails: the Word file is there all the same."""
    if not pdf.available():
        return None, None
    try:
        printed = pdf.convert(docx)
        return printed, pdf.pages(printed, 1, 1, DPI)[0]
    except UserError:
        return None, None
