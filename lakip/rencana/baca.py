"""The plan as recorded: what is in force in a tahun."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import polars as pl

from lakip.indikator import Isian, Metode, Rumus, TipeNilai
from lakip.rencana.isi import Indikator, PkVersion, Sasaran, Target, Tujuan
from lakip.store import Store, Transaction


def acuan(store: Store | Transaction, unit: str, tahun: int, triwulan: int = 4) -> pl.DataFrame:
    """The cards in force with their targets as in force in a triwulan; columns and grain as read/acuan.sql."""
    return store.read("acuan", unit=unit, tahun=tahun, triwulan=triwulan)


def tujuan(store: Store, unit: str, tahun: int) -> dict[str, Tujuan]:
    """In force in `tahun`, by kode, in the order of the office."""
    return parse_tujuan(store.read("tujuan_tahun", unit=unit, tahun=tahun))


def sasaran(store: Store, unit: str, tahun: int) -> dict[str, Sasaran]:
    """In force in `tahun`, by kode, in the order of the office."""
    return parse_sasaran(store.read("sasaran_tahun", unit=unit, tahun=tahun))


def indikator(store: Store, unit: str, tahun: int) -> dict[str, Indikator]:
    """Cards in force in `tahun`, by kode."""
    return parse_indikator(store.read("indikator_tahun", unit=unit, tahun=tahun))


def targets(store: Store, unit: str, tahun: int) -> dict[str, Target]:
    """Targets in force in `tahun`, by indikator; one without any is absent."""
    return parse_targets(store.read("target_berlaku", unit=unit, tahun=tahun))


def pk_versions(store: Store | Transaction, unit: str, tahun: int) -> tuple[PkVersion, ...]:
    """The PK of a tahun, murni first; empty before the first target set."""
    return parse_pk(store.read("rencana_dokumen", unit=unit, tahun=tahun, jenis="pk"))


def codes(store: Store | Transaction) -> dict[str, str]:
    """Every code that an output indikator may hang from, with its name."""
    return dict(store.read("rencana_nomenklatur").select("kode", "nama").iter_rows())


def history(store: Store, unit: str, tahun: int, kode: str) -> pl.DataFrame:
    """Every target ever set for one indikator; columns as read/target_riwayat.sql."""
    return store.read("target_riwayat", unit=unit, tahun=tahun, indikator=kode)


def parse_tujuan(rows: pl.DataFrame) -> dict[str, Tujuan]:
    return {r["kode"]: Tujuan(**r) for r in rows.drop("versi").to_dicts()}


def parse_sasaran(rows: pl.DataFrame) -> dict[str, Sasaran]:
    return {r["kode"]: Sasaran(**r) for r in rows.drop("versi").to_dicts()}


def parse_indikator(rows: pl.DataFrame) -> dict[str, Indikator]:
    return {r["kode"]: Indikator(**{**r, **_words(r)}) for r in rows.drop("versi").to_dicts()}


def _words(row: Mapping[str, Any]) -> dict[str, Any]:
    tipe = row["tipe_nilai"]
    return {
        "metode": Metode(row["metode"]),
        "rumus": Rumus(row["rumus"]),
        "isian": Isian(row["isian"]),
        "tipe_nilai": TipeNilai(tipe) if tipe else None,
    }


def parse_targets(rows: pl.DataFrame) -> dict[str, Target]:
    nilai: dict[str, dict[str, Decimal | None]] = {}
    for r in rows.to_dicts():
        nilai.setdefault(r["indikator"], {})[r["periode"]] = r["nilai"]
    return {
        kode: Target(kode, (n.get("TW1"), n.get("TW2"), n.get("TW3"), n.get("TW4")), n.get("TH"))
        for kode, n in nilai.items()
    }


def parse_pk(rows: pl.DataFrame) -> tuple[PkVersion, ...]:
    return tuple(PkVersion(**r) for r in rows.drop("unggahan", "oleh", "pada").to_dicts())


def blank(kode: str) -> Target:
    return Target(kode, (None, None, None, None), None)
