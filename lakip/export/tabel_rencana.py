"""Rencana Aksi, IKU and RKT: three tables in one frame, signed by the Camat of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from lakip import dokumen, rencana
from lakip.akses import Izin, Pengguna, Peran
from lakip.dokumen import Dokumen
from lakip.errors import UserError
from lakip.export import bahan_rencana, kop, pihak
from lakip.export.bahan_rencana import BahanRencana, label_pk
from lakip.export.baris import BarisKurang
from lakip.export.baris_rencana import ProgramRkt, SasaranIku, SasaranRenaksi, SasaranRkt
from lakip.export.cetakan import Cetakan
from lakip.export.isi_rencana import iku, renaksi
from lakip.export.isi_rkt import marked, rkt
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.formatting import tanggal
from lakip.pengaturan import pejabat_in_office
from lakip.store import Store

TEMPLATE = Path(__file__).parent / "templates" / "tabel_rencana.docx"
TANPA_TANGGAL = "(tanggal belum dicatat)"
NAMA: Mapping[str, str] = {
    "renaksi": "Rencana Aksi",
    "iku": "Indikator Kinerja Utama (IKU)",
    "rkt": "Rencana Kinerja Tahunan (RKT)",
}
JUDUL = {
    "renaksi": "RENCANA AKSI PENCAPAIAN KINERJA TAHUN {tahun}",
    "iku": "INDIKATOR KINERJA UTAMA (IKU) TAHUN {tahun}",
    "rkt": "RENCANA KINERJA TAHUNAN (RKT) TAHUN ANGGARAN {tahun}",
}

Gap = tuple[str, str, str]


@dataclass(frozen=True)
class TabelRencana:
    """Every word the template may use. `bentuk` says which table is printed: renaksi, renaksi_keuangan, iku, rkt."""

    kop: Kop
    bentuk: str
    judul: str
    baris_judul: tuple[str, ...]
    kaki: str
    tanda_halaman: str
    renaksi: tuple[SasaranRenaksi, ...]
    iku: tuple[SasaranIku, ...]
    rkt: tuple[SasaranRkt, ...]
    program: tuple[ProgramRkt, ...]
    jumlah: str
    catatan: tuple[str, ...]
    tempat: str
    tanggal: str
    camat: Pihak
    kurang: tuple[BarisKurang, ...]


def build(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    jenis: str,
    tahun: int,
    versi: int | None = None,
    bagian: str | None = None,
    hari: date | None = None,
) -> bytes:
    """The .docx.

    Args:
        jenis: renaksi, iku or rkt.
        versi: of the PK whose targets a Rencana Aksi divides; None: the newest. The others have none.
        bagian: narrows a Rencana Aksi to what one bagian answers for.
        hari: the signing date; None: the date recorded for the document.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: another jenis, an unknown bagian or PK version, a tahun without indikator.
    """
    pengguna.require(Izin.LAPORAN, unit)
    _known(jenis)
    return KIND[jenis].build(store, pengguna, unit, tahun, "TH", versi=versi, bagian=bagian, hari=hari)


def file_name(jenis: str, tahun: int, versi: int | None = None, bagian: str | None = None) -> str:
    parts = (jenis, str(tahun), bagian.lower() if bagian else "", f"v{versi}" if versi else "")
    return "_".join(filter(None, parts)) + ".docx"


def recorded_day(store: Store, unit: str, jenis: str, tahun: int, versi: int | None = None) -> date | None:
    """The date the record has for the document; a Rencana Aksi goes with its PK."""
    if jenis == "renaksi":
        known = [pk for pk in rencana.pk_versions(store, unit, tahun) if versi in (None, pk.versi)]
        return known[-1].tanggal if known else None
    registered = _registered(store, unit, jenis, tahun)
    return registered.tanggal if registered else None


def draft(
    store: Store,
    unit: str,
    jenis: str,
    tahun: int,
    versi: int | None = None,
    bagian: str | None = None,
    hari: date | None = None,
) -> TabelRencana:
    """The words of one document, and what they lack (`kurang`). Raises as `build`, but asks for no Izin."""
    _known(jenis)
    bahan = bahan_rencana.gather(store, unit, tahun, _version(store, unit, jenis, tahun, versi))
    part = _part(bahan, bagian) if jenis == "renaksi" else None
    registered = None if jenis == "renaksi" else _registered(store, unit, jenis, tahun)
    if jenis == "renaksi":
        isi = renaksi(store, bahan, part)
    elif jenis == "iku":
        isi = iku(bahan)
    else:
        isi = rkt(store, bahan, dokumen.contents(store, unit, registered) if registered else ())
        isi = marked(isi, tahun, {card.nama: card.kode for card in bahan.indikator.values()})
    hari = hari or recorded_day(store, unit, jenis, tahun, bahan.pk.versi if bahan.pk else None)
    camat, missing = _camat(store, bahan, jenis, hari)
    kurang = bahan_rencana.numbered([*missing, *isi.gaps])
    contoh = "DATA CONTOH" if bahan.identitas.contoh else ""
    judul = JUDUL[jenis].format(tahun=tahun)
    return TabelRencana(
        kop=kop.of(store, unit),
        bentuk=isi.bentuk,
        judul=judul,
        baris_judul=_titles(bahan, part, _reference(bahan, jenis, registered)),
        kaki=" · ".join((f"{NAMA[jenis]} Tahun {tahun}", bahan.identitas.nama)),
        tanda_halaman=" · ".join(filter(None, (contoh, f"BELUM LENGKAP: {len(kurang)} HAL" if kurang else ""))),
        renaksi=isi.renaksi,
        iku=isi.iku,
        rkt=isi.rkt,
        program=isi.program,
        jumlah=isi.jumlah,
        catatan=isi.catatan,
        tempat=bahan.identitas.tempat,
        tanggal=tanggal(hari) if hari else TANPA_TANGGAL,
        camat=camat,
        kurang=kurang,
    )


def _kind(jenis: str) -> Cetakan:
    def drawn(store: Store, unit: str, tahun: int, **cara: Any) -> TabelRencana:
        return draft(store, unit, jenis, tahun, **cara)

    return Cetakan(jenis, NAMA[jenis], TEMPLATE, drawn)


KIND = {jenis: _kind(jenis) for jenis in NAMA}


# ---------------------------------------------------------------- inside


def _known(jenis: str) -> None:
    if jenis not in NAMA:
        raise UserError(f"Dokumen “{jenis}” tidak dikenal. Pilih salah satu: {', '.join(NAMA)}.")


def _registered(store: Store, unit: str, jenis: str, tahun: int) -> Dokumen | None:
    rows = dokumen.listed(store, unit, tahun).filter((pl.col("jenis") == jenis) & pl.col("berlaku"))
    return None if rows.is_empty() else dokumen.in_force(store, unit, jenis, tahun)


def _version(store: Store, unit: str, jenis: str, tahun: int, versi: int | None) -> int | None:
    """A RKT comes before the PK and is held against the first one; the IKU have no targets."""
    if jenis != "rkt":
        return versi
    known = rencana.pk_versions(store, unit, tahun)
    return known[0].versi if known else None


def _part(bahan: BahanRencana, bagian: str | None) -> str | None:
    known = {b.bagian.casefold(): b.bagian for b in bahan.bagian}
    if bagian is not None and bagian.casefold() not in known:
        raise UserError(f"Bagian “{bagian}” tidak ada. Bagian yang ada: {', '.join(known.values())}.")
    return known[bagian.casefold()] if bagian is not None else None


def _titles(bahan: BahanRencana, part: str | None, reference: str) -> tuple[str, ...]:
    identitas = bahan.identitas
    own = (bahan.nama_bagian(part).upper(),) if part else ()
    return (*own, f"{identitas.nama.upper()} {identitas.kabupaten.upper()}", *filter(None, (reference,)))


def _reference(bahan: BahanRencana, jenis: str, registered: Dokumen | None) -> str:
    """ "(Perjanjian Kinerja Nomor 1 tanggal 13 Januari 2025)"; empty while nothing is recorded."""
    source = bahan.pk if jenis == "renaksi" else registered
    if source is None:
        return ""
    said = [label_pk(bahan.pk)] if jenis == "renaksi" and bahan.pk else []
    said += [f"Nomor {source.nomor}"] if source.nomor else []
    said += [f"tanggal {tanggal(source.tanggal)}"] if source.tanggal else []
    return f"({' '.join(said)})" if said else ""


def _camat(store: Store, bahan: BahanRencana, jenis: str, hari: date | None) -> tuple[Pihak, list[Gap]]:
    called = f"Camat {bahan.identitas.nama.removeprefix('Kecamatan ')}"
    if hari is None:
        said = f"Tanggal {NAMA[jenis]} tahun {bahan.tahun} belum dicatat, sehingga penanda tangannya belum diketahui."
        return pihak.printed(None, called), [(NAMA[jenis], said, "Perencanaan")]
    who = pejabat_in_office(store, bahan.identitas.unit, Peran.CAMAT, hari)
    return pihak.printed(who, called), pihak.gaps_of(who, called, hari)
