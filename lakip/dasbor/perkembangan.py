"""How each of the Camat's indikator goes: the quarters of this year, the whole years before, what may come.

A part of a year never stands in one line with whole years. What may come is told only where eight quarters are known,
with how far the same rule was off before; it is no forecast of ours but what a year ago says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from lakip import pengaturan, rollup
from lakip.dasbor.isi import Baris, Dasbor
from lakip.formatting import angka, half_up
from lakip.narasi.rujukan import unit_of
from lakip.periode import PERIODE, ROMAWI
from lakip.store import Store

Row = Mapping[str, Any]
TAHUN_LALU = 4  # whole years told at most
CUKUP = 8  # quarters, and half of them with one a year before


@dataclass(frozen=True)
class Perkembangan:
    """Of one indikator: `jalur`, read/capaian.sql for SD1..SD4; the whole years and the seasonal range in words, empty
    without any."""

    baris: Baris
    jalur: pl.DataFrame
    tahunan: str
    musiman: str


def developments(store: Store, data: Dasbor, per: date) -> tuple[Perkembangan, ...]:
    """Of the indikator of the Camat, in the order of the office."""
    years = [t for t in sorted(pengaturan.years(store, data.unit, per)) if data.tahun - TAHUN_LALU <= t < data.tahun]
    whole = {t: _by(rollup.capaian(store, data.unit, t, "TH", PERIODE["TH"].ends(t))) for t in years}
    last = PERIODE[data.periode].triwulan[-1]
    season = _by(store.read("dasbor_musiman", unit=data.unit, tahun=data.tahun, triwulan=last))
    now = _by(data.indikator)
    return tuple(
        Perkembangan(
            baris=b,
            jalur=data.sampai.filter(kode=b.kode),
            tahunan=_years(b.kode, whole),
            musiman=_season(now[b.kode], season.get(b.kode), last),
        )
        for b in data.utama
    )


# ---------------------------------------------------------------- inside


def _by(frame: pl.DataFrame) -> dict[str, Row]:
    return {r["kode"]: r for r in frame.iter_rows(named=True)}


def _said(value: Any, row: Row) -> str:
    return angka(half_up(value, row["desimal"]))


def _years(kode: str, whole: Mapping[int, Mapping[str, Row]]) -> str:
    known = [(t, rows[kode]) for t, rows in whole.items() if kode in rows and rows[kode]["realisasi"] is not None]
    said = [
        f"{t} {_said(r['realisasi'], r)}" + ("" if r["target"] is None else f" dari {_said(r['target'], r)}")
        for t, r in known
    ]
    return f"Tahun penuh: {' · '.join(said)}." if said else ""


def _season(row: Row, found: Row | None, last: int) -> str:
    if last == 4 or found is None or found["banyak"] < CUKUP or found["uji"] < CUKUP // 2 or found["lalu"] is None:
        return ""
    unit = unit_of(row["satuan"])
    return (
        f"Menurut TW {ROMAWI[last + 1]} tahun lalu ({_said(found['lalu'], row)}{unit}): {_said(found['rendah'], row)} "
        f"sampai {_said(found['tinggi'], row)}{unit}; pada {found['uji']} triwulan lalu cara ini meleset rata-rata "
        f"{_said(found['galat'], row)}."
    )
