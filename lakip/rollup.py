"""Capaian per periode: the typed face of the two rules in queries/. Computes nothing itself."""

from datetime import date

import polars as pl

from lakip.errors import UserError
from lakip.periode import PERIODE
from lakip.store import Store, Transaction


def check_periode(periode: str) -> str:
    """The same code when it is a periode; raises UserError naming those that are."""
    if periode not in PERIODE:
        raise UserError(f"Periode “{periode}” tidak dikenal. Pilih salah satu: {', '.join(PERIODE)}.")
    return periode


def capaian(store: Store | Transaction, unit: str, tahun: int, periode: str | list[str], per: date) -> pl.DataFrame:
    """One row per indikator (and periode, when a list is given); columns as read/capaian.sql.

    Figures are raw decimals, in the satuan of the indikator and in percent. Null capaian_persen always
    comes with an alasan. `per` decides only jatuh_tempo and belum_diisi against belum_waktunya.
    """
    return store.read("capaian", unit=unit, tahun=tahun, periode=_codes(periode), per=per)


def sampai(store: Store | Transaction, unit: str, tahun: int, periode: str, per: date) -> pl.DataFrame:
    """`capaian` of a periode, of every triwulan up to its last, and to date, as a report tells it. One more periode in
    a question costs nothing, one more question does: who needs a part asks for all of it, and shares the answer."""
    last = PERIODE[check_periode(periode)].triwulan[-1]
    quarters = [f"TW{n}" for n in range(1, last + 1)]
    return capaian(store, unit, tahun, [*dict.fromkeys([*quarters, periode, f"SD{last}"])], per)


def one(store: Store | Transaction, unit: str, tahun: int, periode: str, per: date) -> pl.DataFrame:
    """`capaian` of one periode, out of `sampai`: for who does what a report of that periode follows or goes before."""
    return sampai(store, unit, tahun, periode, per).filter(pl.col("periode") == periode)


def rata_rata(store: Store | Transaction, unit: str, tahun: int, periode: str | list[str], per: date) -> pl.DataFrame:
    """One row per sasaran, and one with sasaran null for the whole office; columns as read/rata_rata.sql."""
    return store.read("rata_rata", unit=unit, tahun=tahun, periode=_codes(periode), per=per)


def _codes(periode: str | list[str]) -> list[str]:
    return [check_periode(p) for p in ([periode] if isinstance(periode, str) else periode)]
