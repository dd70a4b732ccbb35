"""Whether a Word document still says what was frozen: its potret, its figures, and the record since.

Only marked figures are compared; a number that somebody typed into the text carries no code and is not seen.
"""

import json
import re
import typing
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import etree

from lakip import keadaan, sumber
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export import (
    catatan,
    laporan,
    laporan_semester,
    laporan_tahunan,
    laporan_triwulan,
    log_sop,
    perjanjian_kinerja,
    rapor,
    ringkasan,
    tabel_rencana,
    tanda,
    word,
)
from lakip.export.beda_angka import Beda, changes, edits
from lakip.export.beku import WAKTU
from lakip.export.catatan import SIFAT_JEJAK, SIFAT_POTRET
from lakip.export.cetakan import Cetakan
from lakip.export.laporan import BENTUK, Jenis
from lakip.export.tanda import Tanda
from lakip.periode import PERIODE
from lakip.store import Store

JENIS: Mapping[str, Jenis[Any]] = {
    k.kode: k for k in (laporan_triwulan.KIND, laporan_semester.KIND, laporan_tahunan.KIND)
}
CETAKAN: Mapping[str, Cetakan] = {
    k.kode: k for k in (rapor.KIND, perjanjian_kinerja.KIND, *tabel_rencana.KIND.values(), log_sop.KIND, ringkasan.KIND)
}
_TERCETAK = re.compile(r"potret ([0-9a-f]{32}) dengan sidik SHA-256 ([0-9a-f]{64})")
_RUSAK = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, KeyError, etree.XMLSyntaxError)
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Asal:
    """The report that the document says it is."""

    potret: str
    jenis: str
    tahun: int
    periode: str
    versi: int
    oleh: str
    pada: datetime

    @property
    def nama(self) -> str:
        """ "Laporan Kinerja Triwulan, Triwulan II Tahun 2026, versi 1"."""
        if self.jenis in CETAKAN:
            return f"{CETAKAN[self.jenis].nama}, {PERIODE[self.periode].label(self.tahun)}, cetakan ke-{self.versi}"
        jenis = JENIS[self.jenis].nama if self.jenis in JENIS else self.jenis
        return f"{jenis}, {PERIODE[self.periode].label(self.tahun)}, versi {self.versi}"


@dataclass(frozen=True)
class Hasil:
    """What was found.

    Attributes:
        asal: None for a file that names no potret of this office.
        salah: what is wrong with the file or its potret as a whole, a sentence each.
        sama: byte for byte the file that was archived.
        disunting: figures of the file that are not those of the potret; lama None: the potret has no such figure.
        hilang: figures of the report whose marks are gone from the file.
        berubah: figures of which the record now says something else than the potret.
        bertanda: how many marked figures the file holds.
    """

    asal: Asal | None
    salah: tuple[str, ...] = ()
    sama: bool = False
    disunting: tuple[Beda, ...] = ()
    hilang: tuple[Beda, ...] = ()
    berubah: tuple[Beda, ...] = ()
    bertanda: int = 0

    @property
    def utuh(self) -> bool:
        return self.asal is not None and not (self.salah or self.disunting or self.hilang or self.berubah)


def check(store: Store, pengguna: Pengguna, unit: str, content: bytes) -> Hasil:
    """Hold one .docx against its potret, and its potret against the record.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: no .docx, or one that is unsafe to open.
    """
    pengguna.require(Izin.LAPORAN, unit)
    marks, kept, printed, jejak = _read(content)
    id = kept or (printed[0] if printed else None)
    if id is None:
        return Hasil(None, (_ASING,), bertanda=len(marks))
    rows = store.read("periksa_laporan", unit=unit, potret=id).to_dicts()
    if not rows:
        return Hasil(None, (f"Potret {id} yang disebut dokumen ini tidak ada pada kantor ini.",), bertanda=len(marks))
    row = rows[0]
    asal = Asal(id, *(row[k] for k in ("jenis", "tahun", "periode", "versi", "oleh_nama", "pada")))
    salah = [*_wrong_papers(id, kept, printed, row), *_wrong_potret(row)]
    if jejak and (moved := catatan.trail_moved(store, jejak)):
        salah.append(moved)
    sama = catatan.sidik(content) == row["sidik_berkas"]
    head = _head(row)
    if head is None:
        return Hasil(asal, tuple(salah), sama, bertanda=len(marks))
    disunting, hilang = edits(_expected(store, row, head["angka"]), marks, head["angka"])
    berubah = _since(store, unit, asal, row["isi"], head, marks)
    return Hasil(asal, tuple(salah), sama, disunting, hilang, berubah, len(marks))


# ---------------------------------------------------------------- the file

_ASING = (
    "Dokumen ini tidak menyebut potret mana pun. Ia tidak disusun oleh aplikasi ini, atau halaman terakhir dan "
    "sifat berkasnya telah dihapus."
)


def _read(content: bytes) -> tuple[list[Tanda], str | None, tuple[str, str] | None, str | None]:
    """Its marks; the potret it keeps in its properties; potret and hash as printed; the newest act it knew of."""
    try:
        word.check(content)
        sifat = word.properties(content)
        return tanda.read(content), sifat.get(SIFAT_POTRET), _printed(content), sifat.get(SIFAT_JEJAK)
    except _RUSAK as error:
        raise UserError("Berkas ini rusak atau terkunci. Buka dan simpan ulang di Word, lalu coba lagi.") from error


def _printed(content: bytes) -> tuple[str, str] | None:
    found = _TERCETAK.findall(tanda.text(content))
    return (found[-1][0], found[-1][1]) if found else None


def _wrong_papers(id: str, kept: str | None, printed: tuple[str, str] | None, row: Row) -> Iterable[str]:
    if printed is None and row["jenis"] in CETAKAN:  # their forms leave no room for it
        return
    if printed is None:
        yield "Nomor dan sidik potret pada halaman terakhir dokumen ini tidak ada atau berubah."
        return
    if kept is not None and printed[0] != kept:
        yield f"Nomor potret yang tercetak ({printed[0]}) berbeda dari yang tersimpan dalam berkas ({kept})."
    elif printed[1] != row["sidik_potret"]:
        yield f"Sidik yang tercetak bukan sidik potret {id}: nomor atau sidiknya bukan milik dokumen ini."


def _wrong_potret(row: Row) -> Iterable[str]:
    if catatan.sidik(row["isi"]) != row["sidik_potret"]:
        yield "Potret ini rusak: isinya berubah sejak dibekukan. Pulihkan basis data dari cadangan sebelumnya."
    elif _head(row) is None:
        yield "Potret ini disusun versi aplikasi lain, sehingga angkanya tidak dapat dibandingkan."
    elif not row["berjejak"]:
        yield "Sidik potret ini tidak tercatat pada jejak. Jalankan “periksa” untuk memeriksa jejaknya."


def _head(row: Row) -> dict[str, Any] | None:
    """What a potret that can be compared holds."""
    if catatan.sidik(row["isi"]) != row["sidik_potret"]:
        return None
    head: dict[str, Any] = json.loads(row["isi"])
    return head if head.get("bentuk") == BENTUK else None


# ---------------------------------------------------------------- the figures


def _expected(store: Store, row: Row, angka: Mapping[str, Sequence[str]]) -> list[Tanda]:
    """The marks as they were printed: of the archived file; when it is not there, each figure of the potret once."""
    if (content := store.original(row["sidik_berkas"], ".docx")) is not None:
        return tanda.read(content)
    return [Tanda(sumber.tag(kode), teks, "") for kode, texts in angka.items() for teks in texts]


def _since(store: Store, unit: str, asal: Asal, isi: str, head: Row, marks: Sequence[Tanda]) -> tuple[Beda, ...]:
    """What the record says today beside what it said, both in the words of today's program: a figure that the report
    did not mark yet when it was frozen has not changed by being marked since."""
    if asal.jenis in CETAKAN:
        return _since_printed(store, unit, asal, head, marks)
    jenis = JENIS.get(asal.jenis)
    if jenis is None:
        return ()
    per, tanggal = date.fromisoformat(head["per"]), date.fromisoformat(head["tanggal"])
    try:
        with _record(store, unit, (head["bahan"].get("keadaan") or {}).get(WAKTU)) as record:
            bahan = jenis.gather(record, unit, asal.tahun, asal.periode, per, tanggal)
    except UserError:  # the record of that year is gone
        now: laporan.Angka = {}
    else:
        now = laporan.figures(jenis.compose(bahan, asal.versi))
    return changes(_then(jenis, isi, head), now, head["angka"], marks)


def _since_printed(store: Store, unit: str, asal: Asal, head: Row, marks: Sequence[Tanda]) -> tuple[Beda, ...]:
    """The same of a paper whose potret holds its figures only: what it did not mark yet is not compared."""
    printed = head["angka"]
    try:
        with _record(store, unit, head.get("keadaan")) as record:
            now = CETAKAN[asal.jenis].again(record, unit, asal.tahun, head)
    except UserError:
        now = {}
    return changes(printed, {kode: texts for kode, texts in now.items() if kode in printed}, printed, marks)


def _record(store: Store, unit: str, saat: str | None) -> AbstractContextManager[Store]:
    """What a paper was printed from: a past moment of the record, when it was asked for."""
    return keadaan.at(store, unit, datetime.fromisoformat(saat)) if saat else nullcontext(store)


def _then(jenis: Jenis[Any], isi: str, head: Row) -> Mapping[str, Sequence[str]]:
    """The frozen figures as today's program would print them; as they were printed when it cannot."""
    try:
        return laporan.figures(jenis.compose(*laporan.thaw(jenis, isi)))
    except UserError:
        return typing.cast(Mapping[str, Sequence[str]], head["angka"])
