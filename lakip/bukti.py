"""Bukti dukung: the documents behind the figure of an indikator in a triwulan, kept as they came.

Taking one out is a new version with its reason; the file stays in the archive. lakip.unggah.berkas.bukti judges files.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.berkas.unggahan import row as unggahan_row
from lakip.errors import UserError
from lakip.formatting import tanggal
from lakip.periode import PERIODE, TRIWULAN
from lakip.store import Store, Transaction
from lakip.unggah.berkas.bukti import Berkas, accept

JENIS = "bukti"
BERANGKA = ("terisi", "nihil")
PANJANG = {"nama": 200, "nomor_dokumen": 100, "keterangan": 500, "alasan_tanggal": 500}


@dataclass(frozen=True)
class Bukti:
    """What is told about one document. `tanggal` is the date on it, not that of the upload."""

    nama: str
    tanggal: date
    nomor_dokumen: str = ""
    keterangan: str = ""
    alasan_tanggal: str = ""


def listed(store: Store | Transaction, unit: str, tahun: int, triwulan: int | None = None) -> pl.DataFrame:
    """The bukti that count, of a triwulan or of the tahun; columns as read/bukti_daftar.sql, empty without any."""
    return every(store, unit, tahun, triwulan).filter(~pl.col("dihapus"))


def every(store: Store | Transaction, unit: str, tahun: int, triwulan: int | None = None) -> pl.DataFrame:
    """As `listed`, with those taken out."""
    return store.read("bukti_daftar", unit=unit, tahun=tahun, triwulan=triwulan)


def missing(store: Store, unit: str, tahun: int, triwulan: int | None = None) -> pl.DataFrame:
    """The quarters that have a figure and no bukti; columns as read/bukti_keadaan.sql.

    A quarter without figure, or declared tidak tersedia, has nothing to prove yet and is not among them.
    """
    return _settled(store, unit, tahun, triwulan).filter(pl.col("jumlah") == 0)


def per_bagian(store: Store, unit: str, tahun: int, triwulan: int | None = None) -> pl.DataFrame:
    """How far each bagian is: one row per bagian that has a figure, in its order.

    Columns: bagian, bagian_nama, angka (quarters with a figure), berbukti (of these with bukti), kurang.
    """
    return (
        _settled(store, unit, tahun, triwulan)
        .group_by("bagian", "bagian_nama", maintain_order=True)
        .agg(angka=pl.len(), berbukti=(pl.col("jumlah") > 0).sum(), kurang=(pl.col("jumlah") == 0).sum())
    )


def open_to(store: Store, pengguna: Pengguna, unit: str, tahun: int, bagian: str | None = None) -> dict[str, str]:
    """The names of the indikator for which this account may add, by kode; of one bagian, or of all."""
    cards = store.read("indikator_tahun", unit=unit, tahun=tahun).to_dicts()
    return {
        c["kode"]: c["nama"]
        for c in cards
        if bagian in (None, c["bagian"]) and pengguna.may(Izin.UNGGAH, unit, c["bagian"])
    }


def date_finding(hari: date, tahun: int, triwulan: int) -> str | None:
    """What is odd about the date of a document, in a sentence; None when it lies within the triwulan."""
    tw = PERIODE[f"TW{triwulan}"]
    first, last = date(tahun, triwulan * 3 - 2, 1), tw.ends(tahun)
    if first <= hari <= last:
        return None
    return (
        f"Tanggal dokumen {tanggal(hari)} di luar {tw.label(tahun)} ({tanggal(first)} sampai {tanggal(last)}). "
        "Periksa tanggalnya; bila benar, tulis alasannya, misalnya laporan survei terbit seminggu sesudahnya."
    )


def add(
    store: Store, pengguna: Pengguna, unit: str, indikator: str, tahun: int, triwulan: int,
    bukti: Bukti, nama_berkas: str, content: bytes,
) -> str | None:  # fmt: skip
    """Keep a document for an indikator and triwulan. It may come after its figure is confirmed or approved.

    Returns a sentence that names the other indikator with the same file; None when there is none.

    Raises UserError when the file is not accepted, its name is missing, its date lies ahead, or outside the triwulan
    without a reason, the indikator is not of that tahun, or has the file already.
    """
    bagian = _bagian(store, unit, indikator, tahun, triwulan)
    pengguna.require(Izin.UNGGAH, unit, bagian)
    said = _checked(bukti, tahun, triwulan)
    berkas = accept(nama_berkas, content)
    store.archive(berkas.sha256, berkas.suffix, content)
    with store.transaction() as tx:
        known = every(tx, unit, tahun)
        if twin := _twin(known, indikator, triwulan, berkas):
            raise UserError(f"Berkas “{berkas.nama}” sudah menjadi bukti {indikator} pada triwulan ini: “{twin}”.")
        here = known.filter((pl.col("indikator") == indikator) & (pl.col("triwulan") == triwulan))
        key: dict[str, Any] = {"unit": unit, "indikator": indikator, "tahun": tahun, "triwulan": triwulan}
        key["nomor"] = here.height + 1
        row = unggahan_row(pengguna.akun, unit, JENIS, tahun, berkas.nama, content, triwulan=triwulan, bagian=bagian)
        stamp = {"oleh": pengguna.akun, "pada": row["pada"]}
        tx.insert("unggahan", [row])
        tx.insert("bukti", [{**key, "versi": 1, "dihapus": False, **said, "unggahan": row["id"], **stamp}])
        jejak.write(
            tx, pengguna.akun, "menambah bukti", _objek(**key), berkas=berkas.nama, sha256=berkas.sha256,
            **said, angka_sudah_dibenarkan=_confirmed(tx, unit, indikator, tahun, triwulan),
        )  # fmt: skip
    same = known.filter((pl.col("sha256") == berkas.sha256) & ~pl.col("dihapus"))
    others = sorted({f"{r['indikator']} TW{r['triwulan']}" for r in same.iter_rows(named=True)})
    return f"Berkas yang sama juga menjadi bukti {', '.join(others)}." if others else None


def remove(
    store: Store, pengguna: Pengguna, unit: str, indikator: str, tahun: int, triwulan: int, nomor: int, alasan: str
) -> None:
    """Take a bukti out of the list; it stays in the record, its file in the archive.

    Raises UserError without a reason, when it is out already, or when the triwulan is approved.
    """
    pengguna.require(Izin.UNGGAH, unit, _bagian(store, unit, indikator, tahun, triwulan))
    why = " ".join(alasan.split())[: PANJANG["keterangan"]]
    if not why:
        raise UserError("Bukti hanya dapat dikeluarkan dengan alasan. Tulis alasannya, lalu ulangi.")
    with store.transaction() as tx:
        key: dict[str, Any] = {"unit": unit, "indikator": indikator, "tahun": tahun, "triwulan": triwulan}
        key["nomor"] = nomor
        rows = tx.read("bukti_satu", **key).to_dicts()
        if not rows or rows[0]["dihapus"]:
            raise UserError("Bukti ini sudah dikeluarkan atau tidak ada. Muat ulang halaman untuk melihat daftarnya.")
        old = rows[0]
        change = {"versi": old["versi"] + 1, "dihapus": True, "alasan": why, "oleh": pengguna.akun}
        tx.insert("bukti", [{**old, **key, **change, "pada": periode.now()}])
        jejak.write(
            tx, pengguna.akun, "mengeluarkan bukti", _objek(**key), nama=old["nama"], alasan=why,
            angka_sudah_dibenarkan=_confirmed(tx, unit, indikator, tahun, triwulan),
        )  # fmt: skip


def content(store: Store, pengguna: Pengguna, unit: str, sha256: str, nama_berkas: str) -> bytes:
    """The original as it came. Raises UserError when the unit or its archive has none (in memory none is kept), or no
    longer those very bytes."""
    pengguna.require(Izin.LIHAT, unit)
    known = not store.read("bukti_berkas", unit=unit, sha256=sha256, nama_berkas=nama_berkas).is_empty()
    suffix = "." + nama_berkas.rpartition(".")[2]
    found = store.original(sha256, suffix) if known else None
    if found is None:
        raise UserError(
            f"Berkas “{nama_berkas}” tidak ada di arsip, atau berubah. Minta admin memulihkannya dari cadangan."
        )
    return found


# ---------------------------------------------------------------- inside


def _settled(store: Store, unit: str, tahun: int, triwulan: int | None) -> pl.DataFrame:
    rows = store.read("bukti_keadaan", unit=unit, tahun=tahun)
    if triwulan is not None:
        rows = rows.filter(pl.col("triwulan") == triwulan)
    return rows.filter(pl.col("keadaan").is_in(BERANGKA))


def _bagian(store: Store, unit: str, indikator: str, tahun: int, triwulan: int) -> str:
    """Whose indikator it is. Raises UserError for one that is not of the tahun."""
    cards = store.read("indikator_tahun", unit=unit, tahun=tahun).filter(pl.col("kode") == indikator)
    if cards.is_empty() or triwulan not in TRIWULAN:
        raise UserError(f"Indikator “{indikator}” tidak ada pada tahun {tahun}. Pilih indikator dari daftar.")
    return str(cards["bagian"][0])


def _checked(bukti: Bukti, tahun: int, triwulan: int) -> dict[str, Any]:
    """The columns of what is told, trimmed. Raises UserError with what is wrong."""
    texts = {k: " ".join(getattr(bukti, k).split())[:most] or None for k, most in PANJANG.items()}
    if texts["nama"] is None:
        raise UserError("Nama dokumen belum diisi. Tulis nama dokumennya, misalnya “Berita acara musrenbang”.")
    if bukti.tanggal > periode.today():
        raise UserError(f"Tanggal dokumen {tanggal(bukti.tanggal)} belum tiba. Isi tanggal yang tertulis di dokumen.")
    finding = date_finding(bukti.tanggal, tahun, triwulan)
    if finding and texts["alasan_tanggal"] is None:
        raise UserError(finding)
    if not finding:
        texts["alasan_tanggal"] = None
    return {**texts, "tanggal": bukti.tanggal}


def _twin(known: pl.DataFrame, indikator: str, triwulan: int, berkas: Berkas) -> str | None:
    """The name under which this indikator and triwulan have the file already."""
    same = known.filter(
        (pl.col("indikator") == indikator) & (pl.col("triwulan") == triwulan)
        & (pl.col("sha256") == berkas.sha256) & ~pl.col("dihapus")
    )  # fmt: skip
    return None if same.is_empty() else str(same["nama"][0])


def _confirmed(tx: Transaction, unit: str, indikator: str, tahun: int, triwulan: int) -> bool:
    rows = tx.read("bukti_keadaan", unit=unit, tahun=tahun)
    found = rows.filter((pl.col("kode") == indikator) & (pl.col("triwulan") == triwulan))
    return bool(found["dibenarkan"].any())


def _objek(unit: str, indikator: str, tahun: int, triwulan: int, nomor: int) -> str:
    return f"{unit}/{indikator}/{tahun}/TW{triwulan}/bukti/{nomor}"
