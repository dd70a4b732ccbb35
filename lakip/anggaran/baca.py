"""The budget as it stands: the tree with its sums, efficiency, and the figures behind them."""

from datetime import date
from typing import Any

import polars as pl

from lakip.anggaran.isi import Angka, Kode, Kunci
from lakip.anggaran.nomenklatur import BAWAAN
from lakip.periode import PERIODE
from lakip.store import Store, Transaction

Rows = dict[tuple[str, str, str], dict[str, Any]]  # by kode, kolom and sifat

# Why there is no efficiency, as a reader sees it.
ALASAN_NAMA = {
    "tanpa_kaitan": "belum dikaitkan dengan anggaran",
    "tanpa_pagu": "tanpa pagu",
    "tanpa_indikator": "tanpa indikator keluaran",
    "belum_akhir_tahun": "dinilai pada akhir tahun",
    "realisasi_belum_lengkap": "realisasi anggaran belum lengkap",
    "capaian_belum_lengkap": "capaian belum lengkap",
}


def pohon(store: Store | Transaction, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """The whole tree with realisasi of `triwulan` and up to it; columns as read/anggaran_pohon.sql.

    Empty when the tahun has no pagu yet.
    """
    return store.read("anggaran_pohon", unit=unit, tahun=tahun, triwulan=triwulan)


def total(store: Store | Transaction, unit: str, tahun: int, triwulan: int = 4) -> dict[str, Any] | None:
    """The last row of the tree, or None without pagu."""
    rows = pohon(store, unit, tahun, triwulan).filter(pl.col("jenjang") == "total")
    return None if rows.is_empty() else rows.row(0, named=True)


def lacks_dppa(store: Store, unit: str, tahun: int) -> bool:
    """Whether a pagu perubahan is on record and no DPPA is registered that says from when it counts."""
    return store.read("anggaran_dppa", unit=unit, tahun=tahun)["triwulan"].to_list() == [None]


def per_program(store: Store, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """Each program with its money to date and its efficiency; columns as read/anggaran_program.sql.

    Capaian is the mean of the complete output indikator below it, under the cap of averages. Efficiency (E1, capaian
    minus serapan, in points) is told for a whole tahun only; `alasan` says why it is not (words in ALASAN_NAMA).
    """
    return store.read("anggaran_program", unit=unit, tahun=tahun, triwulan=triwulan, per=_per(tahun, triwulan))


def per_sasaran(store: Store, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """Each sasaran with its share of the money to date and its efficiency; columns as read/anggaran_sasaran.sql."""
    return store.read("anggaran_sasaran", unit=unit, tahun=tahun, triwulan=triwulan, per=_per(tahun, triwulan))


def record(store: Store | Transaction, unit: str, tahun: int) -> Rows:
    """The newest version of every figure; see read/anggaran_angka.sql."""
    rows = store.read("anggaran_angka", unit=unit, tahun=tahun).to_dicts()
    return {(r["kode"], r["kolom"], r["sifat"]): r for r in rows}


def figures(rows: Rows) -> dict[Kunci, int]:
    """What counts of them: a target of the DPPA goes before the murni one."""
    return {(kode, kolom): row["rupiah"] for (kode, kolom, _), row in sorted(rows.items(), key=_murni_first)}


def recorded(store: Store | Transaction, unit: str, tahun: int) -> Angka:
    """The figures in force by kode and kolom; a quarter not saved is not in it."""
    return figures(record(store, unit, tahun))


def nodes(store: Store | Transaction, unit: str, tahun: int, edisi: str | None = None) -> dict[str, Kode]:
    """The codes of an edition, or of those in use in the tahun, in their order."""
    if edisi is not None:
        rows = store.read("anggaran_nomenklatur", edisi=edisi)
    else:
        rows = store.read("anggaran_simpul", unit=unit, tahun=tahun).drop("edisi")
    return {r["kode"]: Kode(**r) for r in rows.iter_rows(named=True)}


def edition(store: Store | Transaction, unit: str, tahun: int) -> str:
    """The edition that new pagu of the tahun belong to: its own, else that of the last tahun before, else another
    that is recorded; BAWAAN when nothing is."""
    rows = store.read("anggaran_edisi", unit=unit, tahun=tahun)
    return BAWAAN if rows.is_empty() else str(rows["edisi"][0])


def _per(tahun: int, triwulan: int) -> date:
    return PERIODE[f"TW{triwulan}"].ends(tahun)


def _murni_first(item: tuple[tuple[str, str, str], Any]) -> tuple[str, str, bool]:
    (kode, kolom, sifat), _ = item
    return kode, kolom, sifat == "perubahan"
