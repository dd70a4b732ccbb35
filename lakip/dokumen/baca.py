"""Planning documents as recorded."""

from decimal import Decimal
from pathlib import PurePath
from typing import Any

import polars as pl

from lakip.akses import Izin, Pengguna
from lakip.dokumen.isi import JENIS_NAMA, BarisDokumen, Dokumen
from lakip.errors import UserError
from lakip.store import Store, Transaction


def listed(store: Store, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """Every version of the documents that matter in a tahun, and which counts in a triwulan of it; columns and grain as
    read/dokumen_daftar.sql."""
    return store.read("dokumen_daftar", unit=unit, tahun=tahun, triwulan=triwulan)


def in_force(store: Store, unit: str, jenis: str, tahun: int) -> Dokumen:
    """The version of a document that counts in a tahun.

    Raises UserError naming what is registered when none covers it.
    """
    rows = listed(store, unit, tahun).filter((pl.col("jenis") == jenis) & pl.col("berlaku"))
    if not rows.is_empty():
        return _dokumen(jenis, rows.row(0, named=True))
    nama = JENIS_NAMA[jenis]
    spans = store.read("dokumen_rentang", unit=unit, jenis=jenis).to_dicts()
    if jenis == "renstra" and spans:
        known = ", ".join(f"{r['tahun']}–{r['sampai_tahun']}" for r in spans)
        raise UserError(
            f"Renstra yang terdaftar ({known}) tidak mencakup tahun {tahun}. Daftarkan Renstra yang mencakupnya."
        )
    raise UserError(f"{nama} untuk tahun {tahun} belum terdaftar. Daftarkan dahulu nomor dan tanggalnya.")


def version(store: Store, unit: str, jenis: str, tahun: int, versi: int) -> Dokumen:
    """One registered version. Raises UserError when there is none."""
    return found(versions(store, unit, jenis, tahun), jenis, tahun, versi)


def versions(reader: Store | Transaction, unit: str, jenis: str, tahun: int) -> list[dict[str, Any]]:
    """The versions of one document, oldest first; columns as read/dokumen_versi.sql."""
    return reader.read("dokumen_versi", unit=unit, jenis=jenis, tahun=tahun).to_dicts()


def found(rows: list[dict[str, Any]], jenis: str, tahun: int, versi: int | None) -> Dokumen:
    for row in rows:
        if row["versi"] == versi:
            return _dokumen(jenis, {**row, "tahun": tahun})
    raise UserError(f"{JENIS_NAMA[jenis]} {tahun} versi {versi} belum terdaftar. Daftarkan dahulu dokumennya.")


def contents(reader: Store | Transaction, unit: str, dokumen: Dokumen) -> tuple[BarisDokumen, ...]:
    """What stands in one document version, in its order; empty when nothing was entered yet."""
    rows = reader.read(
        "dokumen_isi", unit=unit, jenis=dokumen.jenis, tahun=dokumen.tahun, dokumen=dokumen.versi
    ).to_dicts()
    grouped: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["nomor"], []).append(row)
    return tuple(_baris(lines) for lines in grouped.values())


def contents_version(reader: Store | Transaction, unit: str, dokumen: Dokumen) -> int:
    """The number of the newest content; 0 before any."""
    rows = versions(reader, unit, dokumen.jenis, dokumen.tahun)
    return int(next((r["isi_versi"] or 0 for r in rows if r["versi"] == dokumen.versi), 0))


def cards(store: Store, unit: str, tahun: int) -> list[dict[str, Any]]:
    """The cards that a document may name; columns as read/dokumen_kartu.sql."""
    return store.read("dokumen_kartu", unit=unit, tahun=tahun).to_dicts()


def target_renstra(store: Store, unit: str, tahun: int) -> pl.DataFrame:
    """Renstra targets of a tahun and of its last one per indikator; columns as read/target_renstra.sql."""
    return store.read("target_renstra", unit=unit, tahun=tahun)


def file(store: Store, pengguna: Pengguna, unit: str, dokumen: Dokumen) -> tuple[bytes, str]:
    """The archived file of one document version and the name it came with.

    Raises UserError when it was registered without one, or when the archive no longer holds those very bytes.
    """
    pengguna.require(Izin.LIHAT, unit)
    rows = versions(store, unit, dokumen.jenis, dokumen.tahun)
    row = next((r for r in rows if r["versi"] == dokumen.versi), None)
    if row is None or row["nama_berkas"] is None:
        raise UserError(f"{dokumen.nama} didaftarkan tanpa berkas. Daftarkan pembetulannya dengan berkas.")
    content = store.original(row["sha256"], PurePath(row["nama_berkas"]).suffix)
    if content is None:
        raise UserError(
            f"Berkas {dokumen.nama} di arsip tidak ada atau berubah. Pulihkan folder arsip dari cadangan, atau "
            "daftarkan pembetulannya dengan berkas aslinya."
        )
    return content, row["nama_berkas"]


def _dokumen(jenis: str, row: dict[str, Any]) -> Dokumen:
    names = (
        "tahun", "nomor", "tanggal", "sampai_tahun", "sifat", "mulai_triwulan", "catatan", "membetulkan", "batal",
        "versi",
    )  # fmt: skip
    return Dokumen(jenis, **{name: row[name] for name in names})


def _baris(lines: list[dict[str, Any]]) -> BarisDokumen:
    first = lines[0]
    target: dict[int, Decimal | None] = {r["tahun_target"]: r["nilai"] for r in lines if r["tahun_target"] is not None}
    cells = {"nama": first["sel_nama"], "satuan": first["sel_satuan"]}
    cells |= {str(r["tahun_target"]): r["sel"] for r in lines if r["tahun_target"] is not None}
    return BarisDokumen(
        first["nama"], first["kode"], first["satuan"], target, first["lembar"],
        {name: sel for name, sel in cells.items() if sel}, first["unggahan"],
    )  # fmt: skip
