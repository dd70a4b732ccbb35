"""Comparison figures: what kabupaten, provinsi or nasional reached in a tahun, each with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.store import Store

CAKUPAN_NAMA = {"kabupaten": "Kabupaten", "provinsi": "Provinsi", "nasional": "Nasional"}


@dataclass(frozen=True)
class Angka:
    """One figure of one cakupan. `nilai` None withdraws it; `sumber` says where it was published."""

    indikator: str
    cakupan: str
    nilai: Decimal | None
    sumber: str
    lembar: str | None = field(default=None, compare=False)
    sel: str | None = field(default=None, compare=False)


def pembanding(store: Store, unit: str, tahun: int) -> pl.DataFrame:
    """The figures of a tahun, without those withdrawn; columns and grain as read/pembanding_tahun.sql."""
    return store.read("pembanding_tahun", unit=unit, tahun=tahun).filter(pl.col("nilai").is_not_null())


def recorded(store: Store, unit: str, tahun: int) -> dict[tuple[str, str], Angka]:
    """The same by indikator and cakupan."""
    rows = pembanding(store, unit, tahun).to_dicts()
    return {(r["indikator"], r["cakupan"]): Angka(r["indikator"], r["cakupan"], r["nilai"], r["sumber"]) for r in rows}


def save(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    figures: Iterable[Angka],
    unggahan: Mapping[str, Any] | None = None,
) -> int:
    """Record figures of one tahun; those recorded already get no new version. Returns how many changed.

    Raises UserError: an indikator without card in that tahun, a cakupan unknown, a figure without its source.
    """
    pengguna.require(Izin.RENCANA, unit)
    wanted = list(figures)
    with store.transaction() as tx:
        cards = set(tx.read("dokumen_kartu", unit=unit, tahun=tahun)["kode"])
        known = {
            (r["indikator"], r["cakupan"]): r for r in tx.read("pembanding_tahun", unit=unit, tahun=tahun).to_dicts()
        }
        for one in wanted:
            _check(one, cards, tahun)
        changed = [one for one in wanted if _differs(known.get((one.indikator, one.cakupan)), one)]
        if not changed:
            return 0
        if unggahan is not None:
            tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
        source = unggahan["id"] if unggahan else None
        stamp = {"unit": unit, "tahun": tahun, "oleh": pengguna.akun, "pada": periode.now(), "unggahan": source}
        tx.insert(
            "pembanding",
            [
                {**stamp, **vars(one), "versi": known.get((one.indikator, one.cakupan), {"versi": 0})["versi"] + 1}
                for one in changed
            ],
        )
        jejak.write(
            tx, pengguna.akun, "menyimpan pembanding", f"pembanding:{tahun}", unit=unit, unggahan=source,
            angka=[f"{o.indikator} {o.cakupan}: {angka(o.nilai)} ({o.sumber})" for o in changed],
        )  # fmt: skip
    return len(changed)


def _check(one: Angka, cards: set[str], tahun: int) -> None:
    if one.indikator not in cards:
        raise UserError(f"Indikator {one.indikator} tidak ada pada tahun {tahun}. Perbaiki kodenya.")
    if one.cakupan not in CAKUPAN_NAMA:
        raise UserError(f"“{one.cakupan}” bukan cakupan pembanding. Pilih: {', '.join(CAKUPAN_NAMA)}.")
    if one.nilai is not None and not one.sumber.strip():
        name = CAKUPAN_NAMA[one.cakupan].lower()
        raise UserError(f"Pembanding {name} {one.indikator} belum bersumber. Isi dokumen atau laman sumbernya.")


def _differs(known: Mapping[str, Any] | None, new: Angka) -> bool:
    if known is None or known["nilai"] is None:
        return new.nilai is not None
    return bool((known["nilai"], known["sumber"]) != (new.nilai, new.sumber))
