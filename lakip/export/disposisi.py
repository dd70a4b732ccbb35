"""Lembar Disposisi in Word, and the register of a tahun as a workbook: reads the record and changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lakip import pengaturan
from lakip.akses import Izin, Pengguna
from lakip.export import excel, kop, pihak, word
from lakip.export.excel import Kolom, Lembar
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.periode import PERIODE
from lakip.sop import disposisi, jabatan_kini
from lakip.sop.disposisi import KEADAAN_NAMA, LAMPIRAN, SIFAT_NAMA
from lakip.store import Store

TEMPLATE = Path(__file__).parent / "templates" / "lembar_disposisi.docx"
SEBUTAN = {"plt": "Plt. ", "plh": "Plh. "}
PILIH, STAF = "X", "Staf"

REGISTER = (
    Kolom("Nomor", "nomor_cetak", 9, "tengah"),
    Kolom("Tanggal", "hari", 13),
    Kolom("Dari", "dari_sebutan", 18),
    Kolom("Kepada", "kepada_sebutan", 18),
    Kolom("Hal", "hal", 20),
    Kolom("Instruksi", "instruksi", 26),
    Kolom("Lampiran", "lampiran_nama", 18),
    Kolom("Tenggat", "batas", 13),
    Kolom("Diterima", "diterima_pada", 14),
    Kolom("Selesai", "selesai_pada", 14),
    Kolom("Hasil", "catatan", 20),
    Kolom("Keadaan", "keadaan", 16),
)


@dataclass(frozen=True)
class BarisTujuan:
    """One line of "diteruskan kepada": a mark where it goes."""

    tanda: str
    jabatan: str


@dataclass(frozen=True)
class BarisPerjalanan:
    """One disposisi of the chain."""

    nomor: str
    dari: str
    kepada: str
    diterima: str
    selesai: str
    hasil: str


@dataclass(frozen=True)
class LembarDisposisi:
    """Every word the template may use: text as printed, rows of tables."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    nomor: str
    tanggal: str
    sifat: str
    tenggat: str
    dari: str
    periode: str
    hal: str
    lampiran: tuple[str, ...]
    tujuan: tuple[BarisTujuan, ...]
    instruksi: str
    perjalanan: tuple[BarisPerjalanan, ...]
    tempat: str
    penerbit: Pihak


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, nomor: int) -> bytes:
    """The .docx of one disposisi. Raises UserError without such a number, AccessError when it is Rahasia to him."""
    return word.render(TEMPLATE, draft(store, pengguna, unit, tahun, nomor))


def file_name(tahun: int, nomor: int) -> str:
    return f"lembar_disposisi_{tahun}_{nomor:03}.docx"


def draft(store: Store, pengguna: Pengguna, unit: str, tahun: int, nomor: int) -> LembarDisposisi:
    row = disposisi.one(store, pengguna, unit, tahun, nomor)
    disposisi.require_read(store, pengguna, unit, row)
    kantor = pengaturan.identity(store, unit)
    called = from_whom(row)
    return LembarDisposisi(
        kop=kop.of(store, unit),
        tanda_halaman="DATA CONTOH" if kantor.contoh else "",
        kaki=f"Lembar Disposisi Nomor {disposisi.number(tahun, nomor)} · Sesudah digunakan harap segera dikembalikan.",
        nomor=disposisi.number(tahun, nomor),
        tanggal=tanggal(row["tanggal"]),
        sifat=SIFAT_NAMA[row["sifat"]],
        tenggat=tanggal(row["tenggat"]),
        dari=called,
        periode=PERIODE[row["periode"]].label(row["tahun_kinerja"]),
        hal=row["hal"],
        lampiran=attachments(row) or (KOSONG,),
        tujuan=_targets(store, unit, row),
        instruksi=row["instruksi"],
        perjalanan=tuple(_leg(one) for one in disposisi.chain(store, pengguna, unit, row)),
        tempat=kantor.tempat,
        penerbit=pihak.printed(jabatan_kini.find(store, unit, row["dari"]), called),
    )


def register(store: Store, pengguna: Pengguna, unit: str, tahun: int, per: date) -> bytes:
    """The register of a tahun (.xlsx), the first number first; what is Rahasia to `pengguna` without its content."""
    pengguna.require(Izin.LIHAT, unit)
    kantor = pengaturan.identity(store, unit)
    rows = [_told(row, per) for row in reversed(disposisi.listed(store, pengguna, unit, tahun))]
    judul = f"REGISTER DISPOSISI TAHUN {tahun}"
    mark = "DATA CONTOH" if kantor.contoh else ""
    sheet = Lembar("Register", [judul, f"Keadaan per {tanggal(per)}"], REGISTER, rows, (), mark, beku=1)
    return excel.write([sheet], judul.capitalize(), kantor.nama, kop.of(store, unit))


def from_whom(row: Mapping[str, Any]) -> str:
    return SEBUTAN.get(row["dari_status"] or "", "") + (row["dari_jabatan"] or KOSONG)


def to_whom(row: Mapping[str, Any]) -> str:
    """The jabatan, or the name of a staf."""
    if row["kepada_jabatan"] is None:
        return f"{row['kepada_nama']} ({STAF})"
    return SEBUTAN.get(row["kepada_status"], "") + str(row["kepada_jabatan"])


def attachments(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What goes with it, in words."""
    found = []
    for kode in row["lampiran"].split():
        if kode == "rekap":
            found.append(f"{LAMPIRAN[kode]} {PERIODE[row['periode']].label(row['tahun_kinerja'])}")
        else:
            changed = f" (perubahan ke-{row['pk'] - 1})" if row["pk"] > 1 else ""
            found.append(f"{LAMPIRAN[kode]} Tahun {row['tahun_kinerja']}{changed}")
    return tuple(found)


# ---------------------------------------------------------------- inside


def _targets(store: Store, unit: str, row: Mapping[str, Any]) -> tuple[BarisTujuan, ...]:
    """The officials of that day, the one addressed marked; a staf has a line of his own."""
    people = [p for p in jabatan_kini.in_office(store, unit, row["tanggal"]) if p.id != row["dari"]]
    lines = [BarisTujuan(PILIH if p.id == row["kepada_pejabat"] else "", p.sebutan) for p in people]
    named = f"{STAF}: {row['kepada_nama']}" if row["kepada_akun"] else f"{STAF}: ……………………………"
    return (*lines, BarisTujuan(PILIH if row["kepada_akun"] else "", named))


def _leg(row: Mapping[str, Any]) -> BarisPerjalanan:
    nomor = disposisi.number(row["tahun"], row["nomor"])
    stamps = (waktu(row["diterima"]), waktu(row["selesai"]))
    return BarisPerjalanan(nomor, from_whom(row), to_whom(row), *stamps, row["catatan"] or KOSONG)


def _told(row: Mapping[str, Any], per: date) -> dict[str, Any]:
    words: Sequence[str] = (KEADAAN_NAMA[disposisi.state(row)], *disposisi.flags(row, per))
    return {
        **row,
        "nomor_cetak": disposisi.number(row["tahun"], row["nomor"]),
        "hari": tanggal(row["tanggal"]),
        "dari_sebutan": from_whom(row),
        "kepada_sebutan": to_whom(row),
        "lampiran_nama": "; ".join(attachments(row)),
        "batas": tanggal(row["tenggat"]),
        "diterima_pada": waktu(row["diterima"]) if row["diterima"] else "",
        "selesai_pada": waktu(row["selesai"]) if row["selesai"] else "",
        "keadaan": "; ".join(words),
    }
