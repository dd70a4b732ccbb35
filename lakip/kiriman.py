"""Stage 3, its way: a bagian sends the figures of a triwulan, its Kasi confirms or returns them.

A kiriman is the state of one bagian in one triwulan; the newest step counts. Figures carry their own
confirmation (table pembenaran, per version), so a correction unconfirms only itself. Who confirms is not who saved,
unless the office says so in its settings; then the confirmation says that it was so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    submit_each(store, {bagian: pengguna}, unit, tahun, triwulan)


def submit_each(store: Store, orang: Mapping[str, Pengguna], unit: str, tahun: int, triwulan: int) -> None:
    """As `submit`, for several bagian in one act, {bagian: who sends it}; all or none."""
    for bagian, pengguna in orang.items():
        pengguna.require(AJUKAN.izin, unit, bagian)
    with store.transaction() as tx:
        _move(tx, orang, AJUKAN, unit, tahun, triwulan)


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
    return confirm_each(store, {bagian: pengguna}, unit, tahun, triwulan, dilihat)[bagian]


def confirm_each(
    store: Store,
    orang: Mapping[str, Pengguna],
    unit: str,
    tahun: int,
    triwulan: int,
    dilihat: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """As `confirm`, for several bagian in one act, {bagian: who confirms it}; all or none. Gives {bagian: figures}."""
    for bagian, pengguna in orang.items():
        pengguna.require(BENARKAN.izin, unit, bagian)
    with store.transaction() as tx:
        return _confirm(tx, orang, unit, tahun, triwulan, dilihat)


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
    return confirm_each(store, dict.fromkeys(mine, pengguna), unit, tahun, triwulan)


def send_back(store: Store, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int, alasan: str) -> None:
    """Return a kiriman with a reason. Raises UserError without one."""
    pengguna.require(KEMBALIKAN.izin, unit, bagian)
    if not alasan.strip():
        raise UserError("Pengembalian harus beralasan. Tulis apa yang perlu diperbaiki, lalu kembalikan lagi.")
    with store.transaction() as tx:
        _move(tx, {bagian: pengguna}, KEMBALIKAN, unit, tahun, triwulan, alasan.strip())


def reopen(tx: Transaction, oleh: str, unit: str, bagian: Sequence[str], tahun: int, triwulan: int) -> None:
    """New figures make a kiriman a draf, in the transaction that saves them."""
    states = _states(tx, unit, tahun, triwulan)
    drafts = {
        one: states[one].nomor + 1
        for one in bagian
        if states[one].nomor == 0 or states[one].keadaan is not Kiriman.DRAF
    }
    _write(tx, [(one, oleh, nomor) for one, nomor in drafts.items()], Kiriman.DRAF, unit, tahun, triwulan, None)


def completeness(store: Store | Transaction, unit: str, tahun: int) -> pl.DataFrame:
    """One row per bagian and triwulan; columns as read/kiriman_kelengkapan.sql."""
    return store.read("kiriman_kelengkapan", unit=unit, tahun=tahun)


def steps(store: Store | Transaction, unit: str, bagian: str, tahun: int, triwulan: int) -> pl.DataFrame:
    """Every step of one kiriman, oldest first; columns as read/kiriman_riwayat.sql."""
    return store.read("kiriman_riwayat", unit=unit, bagian=bagian, tahun=tahun, triwulan=triwulan)


# ---------------------------------------------------------------- inside


@dataclass(frozen=True)
class _Keadaan:
    """The newest step of a kiriman; figures without any step are a draf."""

    nomor: int = 0
    keadaan: Kiriman = Kiriman.DRAF
    oleh: str | None = None
    pada: datetime | None = None


def _confirm(
    tx: Transaction,
    orang: Mapping[str, Pengguna],
    unit: str,
    tahun: int,
    triwulan: int,
    dilihat: Mapping[str, int] | None,
) -> dict[str, int]:
    figures = _figures(tx, orang, unit, tahun, triwulan)
    new = figures.filter(~pl.col("dibenarkan")).select("bagian", "indikator", "versi").to_dicts()
    unseen = [r["indikator"] for r in new if dilihat is not None and dilihat.get(r["indikator"]) != r["versi"]]
    if unseen:
        raise UserError(
            f"Angka {', '.join(unseen)} berubah sejak Anda membuka halaman ini, sehingga tidak ada yang dibenarkan. "
            "Muat ulang halamannya, periksa angkanya, lalu benarkan lagi."
        )
    own = penyimpan.own_each(tx, orang, unit, tahun, triwulan)
    for bagian, one in own.items():
        if one.ditolak:
            raise AccessError(penyimpan.refusal(bagian, one))
    of = {bagian: [r for r in new if r["bagian"] == bagian] for bagian in orang}
    told = {
        bagian: {"angka": {r["indikator"]: r["versi"] for r in rows}, "sendiri": list(own[bagian].angka) or None}
        for bagian, rows in of.items()
    }
    _move(tx, orang, BENARKAN, unit, tahun, triwulan, rincian=told)
    now = periode.now()
    tx.insert(
        "pembenaran",
        [
            {"unit": unit, "tahun": tahun, "triwulan": triwulan, "indikator": r["indikator"], "versi": r["versi"],
             "oleh": orang[bagian].akun, "pada": now, "sendiri": r["indikator"] in own[bagian].angka}
            for bagian, rows in of.items()
            for r in rows
        ],
    )  # fmt: skip
    return {bagian: len(rows) for bagian, rows in of.items()}


def _move(
    tx: Transaction,
    orang: Mapping[str, Pengguna],
    langkah: Langkah,
    unit: str,
    tahun: int,
    triwulan: int,
    alasan: str | None = None,
    rincian: Mapping[str, Mapping[str, Any]] | None = None,
) -> None:
    """Move the kiriman of each bagian, {bagian: who does it}, and tell the trail, with its `rincian`."""
    states, told = _states(tx, unit, tahun, triwulan), rincian or {}
    filled = set(_figures(tx, orang, unit, tahun, triwulan)["bagian"])
    for bagian in orang:
        _check(langkah, f"Kiriman {bagian} Triwulan {ROMAWI[triwulan]} Tahun {tahun}", states[bagian], bagian in filled)
    moved = [(bagian, who.akun, states[bagian].nomor + 1) for bagian, who in orang.items()]
    _write(tx, moved, langkah.ke, unit, tahun, triwulan, alasan)
    for bagian, who in orang.items():
        objek, dari = f"{unit}/{bagian}/{tahun}/TW{triwulan}", states[bagian].keadaan
        jejak.write(tx, who.akun, f"kiriman {langkah.ke}", objek, dari=dari, alasan=alasan, **told.get(bagian, {}))


def _check(langkah: Langkah, where: str, now: _Keadaan, filled: bool) -> None:
    if not filled:
        raise UserError(f"{where} belum berisi angka. Unggah atau ketik realisasinya dahulu.")
    if now.keadaan not in langkah.dari:
        allowed = " atau ".join(KIRIMAN_NAMA[k].lower() for k in Kiriman if k in langkah.dari)
        last = f", terakhir oleh {now.oleh} ({waktu(now.pada)})" if now.pada else ""
        raise UserError(
            f"{where} berkeadaan {KIRIMAN_NAMA[now.keadaan].lower()}{last}; yang dapat {langkah.kata} hanya yang "
            f"{allowed}. Periksa dahulu keadaannya di halaman Kiriman."
        )


def _figures(tx: Transaction, bagian: Iterable[str], unit: str, tahun: int, triwulan: int) -> pl.DataFrame:
    return tx.read("kiriman_isi", unit=unit, bagian=sorted(bagian), tahun=tahun, triwulan=triwulan)


def _states(tx: Transaction, unit: str, tahun: int, triwulan: int) -> Mapping[str, _Keadaan]:
    """By bagian."""
    rows = tx.read("kiriman_terakhir", unit=unit, tahun=tahun, triwulan=triwulan).iter_rows(named=True)
    known = {r["bagian"]: _Keadaan(r["nomor"], Kiriman(r["keadaan"]), r["oleh_nama"], r["pada"]) for r in rows}
    return defaultdict(_Keadaan, known)


def _write(
    tx: Transaction,
    steps: Sequence[tuple[str, str, int]],
    keadaan: Kiriman,
    unit: str,
    tahun: int,
    triwulan: int,
    alasan: str | None,
) -> None:
    """Each of these (bagian, account, nomor) as the newest step of its kiriman."""
    same = {"unit": unit, "tahun": tahun, "triwulan": triwulan, "keadaan": keadaan.value, "alasan": alasan}
    stamp = same | {"pada": periode.now()}
    tx.insert("kiriman", [stamp | {"bagian": b, "oleh": oleh, "nomor": nomor} for b, oleh, nomor in steps])
