"""Stage 3, its way: a bagian sends the figures of a triwulan, its Kasi confirms or returns them.

A kiriman is the state of one bagian in one triwulan; the newest step counts. Figures carry their own
confirmation (table pembenaran, per version), so a correction unconfirms only itself. Who confirms is not who saved,
unless the office says so in its settings; then the confirmation says that it was so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import polars as pl

from lakip import jejak, penyimpan, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import AccessError, UserError
from lakip.formatting import waktu
from lakip.periode import ROMAWI
from lakip.store import Store, Transaction


class Kiriman(StrEnum):
    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIBENARKAN = "dibenarkan"
    DIKEMBALIKAN = "dikembalikan"


KIRIMAN_NAMA = {
    Kiriman.DRAF: "Draf",
    Kiriman.DIAJUKAN: "Diajukan",
    Kiriman.DIBENARKAN: "Dibenarkan",
    Kiriman.DIKEMBALIKAN: "Dikembalikan",
}


@dataclass(frozen=True)
class Langkah:
    """One move: who may make it, from where, and to where."""

    kata: str
    izin: Izin
    dari: frozenset[Kiriman]
    ke: Kiriman


# New figures bring any state back to draf (`reopen`). A draf may be confirmed: one file may fill in many bagian.
AJUKAN = Langkah("diajukan", Izin.UNGGAH, frozenset({Kiriman.DRAF, Kiriman.DIKEMBALIKAN}), Kiriman.DIAJUKAN)
BENARKAN = Langkah("dibenarkan", Izin.BENARKAN, frozenset({Kiriman.DRAF, Kiriman.DIAJUKAN}), Kiriman.DIBENARKAN)
KEMBALIKAN = Langkah("dikembalikan", Izin.BENARKAN, frozenset({Kiriman.DIAJUKAN}), Kiriman.DIKEMBALIKAN)
LANGKAH = (AJUKAN, BENARKAN, KEMBALIKAN)


def submit(store: Store, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int) -> None:
    """Send the figures of a bagian to its Kasi. Raises UserError when there are none or they are sent already."""
    pengguna.require(AJUKAN.izin, unit, bagian)
    with store.transaction() as tx:
        _move(tx, pengguna, AJUKAN, unit, bagian, tahun, triwulan)


def confirm(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    bagian: str,
    tahun: int,
    triwulan: int,
    dilihat: Mapping[str, int] | None = None,
) -> int:
    """Confirm the newest version of each figure of a bagian; how many were not confirmed before.

    Args:
        dilihat: the version of each kode that was on the screen; None confirms whatever is newest.

    Raises:
        AccessError: the account saved one of these figures itself, and the office does not allow that.
        UserError: a figure was saved since it was looked at: nobody confirms what he never saw.
    """
    pengguna.require(BENARKAN.izin, unit, bagian)
    with store.transaction() as tx:
        return _confirm(tx, pengguna, unit, bagian, tahun, triwulan, dilihat)


def confirm_all(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, triwulan: int, bagian: str | None = None
) -> dict[str, int]:
    """Confirm the bagian named, or every one that waits and is the pengguna's; {bagian: figures confirmed}.

    Not named, a returned kiriman is passed over: it waits for its own bagian. Raises AccessError when
    none of those that wait is the pengguna's to confirm, or one of them was saved by the account itself (then none is
    confirmed); UserError when none waits.
    """
    waiting = [
        row["bagian"]
        for row in completeness(store, unit, tahun).iter_rows(named=True)
        if row["triwulan"] == triwulan
        and row["terisi"] > row["dibenarkan"]
        and (row["bagian"] == bagian if bagian else row["keadaan"] != Kiriman.DIKEMBALIKAN)
    ]
    if not waiting:
        raise UserError(
            f"Tidak ada angka Triwulan {ROMAWI[triwulan]} Tahun {tahun} yang menunggu dibenarkan: "
            "semuanya sudah dibenarkan, dikembalikan, atau belum diunggah."
        )
    mine = [one for one in waiting if pengguna.may(BENARKAN.izin, unit, one)]
    if not mine:
        pengguna.require(BENARKAN.izin, unit, waiting[0])
    with store.transaction() as tx:
        return {one: _confirm(tx, pengguna, unit, one, tahun, triwulan) for one in mine}


def send_back(store: Store, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int, alasan: str) -> None:
    """Return a kiriman with a reason. Raises UserError without one."""
    pengguna.require(KEMBALIKAN.izin, unit, bagian)
    if not alasan.strip():
        raise UserError("Pengembalian harus beralasan. Tulis apa yang perlu diperbaiki, lalu kembalikan lagi.")
    with store.transaction() as tx:
        _move(tx, pengguna, KEMBALIKAN, unit, bagian, tahun, triwulan, alasan.strip())


def reopen(tx: Transaction, oleh: str, unit: str, bagian: str, tahun: int, triwulan: int) -> None:
    """New figures make a kiriman a draf, in the transaction that saves them."""
    nomor, keadaan, *_ = _state(tx, unit, bagian, tahun, triwulan)
    if nomor == 0 or keadaan is not Kiriman.DRAF:
        _write(tx, oleh, Kiriman.DRAF, unit, bagian, tahun, triwulan, nomor + 1, None)


def completeness(store: Store | Transaction, unit: str, tahun: int) -> pl.DataFrame:
    """One row per bagian and triwulan; columns as read/kiriman_kelengkapan.sql."""
    return store.read("kiriman_kelengkapan", unit=unit, tahun=tahun)


def steps(store: Store | Transaction, unit: str, bagian: str, tahun: int, triwulan: int) -> pl.DataFrame:
    """Every step of one kiriman, oldest first; columns as read/kiriman_riwayat.sql."""
    return store.read("kiriman_riwayat", unit=unit, bagian=bagian, tahun=tahun, triwulan=triwulan)


def _confirm(
    tx: Transaction,
    pengguna: Pengguna,
    unit: str,
    bagian: str,
    tahun: int,
    triwulan: int,
    dilihat: Mapping[str, int] | None = None,
) -> int:
    figures = tx.read("kiriman_isi", unit=unit, bagian=bagian, tahun=tahun, triwulan=triwulan)
    new = figures.filter(~pl.col("dibenarkan")).select("indikator", "versi").to_dicts()
    unseen = [r["indikator"] for r in new if dilihat is not None and dilihat.get(r["indikator"]) != r["versi"]]
    if unseen:
        raise UserError(
            f"Angka {', '.join(unseen)} berubah sejak Anda membuka halaman ini, sehingga tidak ada yang dibenarkan. "
            "Muat ulang halamannya, periksa angkanya, lalu benarkan lagi."
        )
    own = penyimpan.own(tx, pengguna, unit, bagian, tahun, triwulan)
    if own.ditolak:
        raise AccessError(penyimpan.refusal(bagian, own))
    angka = {r["indikator"]: r["versi"] for r in new}
    _move(tx, pengguna, BENARKAN, unit, bagian, tahun, triwulan, angka=angka, sendiri=list(own.angka) or None)
    stamp = {"unit": unit, "tahun": tahun, "triwulan": triwulan, "oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("pembenaran", [row | stamp | {"sendiri": row["indikator"] in own.angka} for row in new])
    return len(new)


def _move(
    tx: Transaction,
    pengguna: Pengguna,
    langkah: Langkah,
    unit: str,
    bagian: str,
    tahun: int,
    triwulan: int,
    alasan: str | None = None,
    **rincian: Any,
) -> None:
    nomor, keadaan, oleh, pada = _state(tx, unit, bagian, tahun, triwulan)
    where = f"Kiriman {bagian} Triwulan {ROMAWI[triwulan]} Tahun {tahun}"
    if tx.read("kiriman_isi", unit=unit, bagian=bagian, tahun=tahun, triwulan=triwulan).is_empty():
        raise UserError(f"{where} belum berisi angka. Unggah atau ketik realisasinya dahulu.")
    if keadaan not in langkah.dari:
        allowed = " atau ".join(KIRIMAN_NAMA[k].lower() for k in Kiriman if k in langkah.dari)
        last = f", terakhir oleh {oleh} ({waktu(pada)})" if pada else ""
        raise UserError(
            f"{where} berkeadaan {KIRIMAN_NAMA[keadaan].lower()}{last}; yang dapat {langkah.kata} hanya yang "
            f"{allowed}. Periksa dahulu keadaannya di halaman Kiriman."
        )
    _write(tx, pengguna.akun, langkah.ke, unit, bagian, tahun, triwulan, nomor + 1, alasan)
    objek = f"{unit}/{bagian}/{tahun}/TW{triwulan}"
    jejak.write(tx, pengguna.akun, f"kiriman {langkah.ke}", objek, dari=keadaan, alasan=alasan, **rincian)


def _state(
    tx: Transaction, unit: str, bagian: str, tahun: int, triwulan: int
) -> tuple[int, Kiriman, str | None, datetime | None]:
    """Number and state of the newest step, whose it is and when; figures without any step are a draf."""
    found = steps(tx, unit, bagian, tahun, triwulan)
    if found.is_empty():
        return 0, Kiriman.DRAF, None, None
    row = found.row(-1, named=True)
    return row["nomor"], Kiriman(row["keadaan"]), row["oleh_nama"], row["pada"]


def _write(
    tx: Transaction,
    oleh: str,
    keadaan: Kiriman,
    unit: str,
    bagian: str,
    tahun: int,
    triwulan: int,
    nomor: int,
    alasan: str | None,
) -> None:
    row = {"unit": unit, "bagian": bagian, "tahun": tahun, "triwulan": triwulan, "nomor": nomor}
    tx.insert("kiriman", [row | {"keadaan": keadaan.value, "alasan": alasan, "oleh": oleh, "pada": periode.now()}])
