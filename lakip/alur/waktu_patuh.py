"""Compliance with the SOP over a tahun: baku mutu per step, days per step, what was corrected most. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from lakip.alur.waktu import Tahap, Waktu
from lakip.alur.waktu_langkah import JAM
from lakip.formatting import angka, half_up
from lakip.periode import PERIODE
from lakip.sop.waktu_kerja import HARI_KERJA, SEHARI
from lakip.store import Store

SINGKAT = {**{f"TW{n}": f"TW {PERIODE[f'TW{n}'].nama.split()[1]}" for n in (1, 2, 3, 4)},
           "SM1": "SM I", "SM2": "SM II", "TH": "Tahun"}  # fmt: skip


@dataclass(frozen=True)
class Patuh:
    """One step over a tahun. `rata` and `terlama` are in the satuan of the step, None while nothing is done."""

    nomor: int
    uraian: str
    baku: str
    satuan: str
    selesai: int
    tepat: int
    rata: Decimal | None
    terlama: int | None


def frame(rows: Sequence[Waktu], jenis: Sequence[str]) -> pl.DataFrame:
    """The steps of these jenis (TW, SM, TH) as grafik.kepatuhan wants them; a column of every run for each step."""
    mine = [r for r in rows if JAM[r.langkah.nomor].jenis in jenis]
    return pl.DataFrame(
        [
            {
                "langkah": r.langkah.nomor, "uraian": r.langkah.uraian, "periode": SINGKAT[r.periode],
                "lama": _short(r), "baku": r.langkah.baku.kata, "keadaan": _state(r),
            }
            for r in sorted(mine, key=lambda r: r.langkah.nomor)
        ]
    )  # fmt: skip


def steps(rows: Sequence[Waktu]) -> tuple[Patuh, ...]:
    """Each step once, in its order."""
    return tuple(
        _step([r for r in rows if r.langkah.nomor == n]) for n in JAM if any(r.langkah.nomor == n for r in rows)
    )


def corrected(store: Store, unit: str, tahun: int) -> pl.DataFrame:
    """Figures that were saved again, the most corrected first; columns as read/kepatuhan_koreksi.sql."""
    return store.read("kepatuhan_koreksi", unit=unit, tahun=tahun)


# ---------------------------------------------------------------- inside


def _step(rows: Sequence[Waktu]) -> Patuh:
    one = rows[0].langkah
    took = [r.lama for r in rows if r.tahap is Tahap.SELESAI and r.lama is not None]
    mean = Decimal(sum(took)) / len(took) if took else None
    kept = sum(spent <= one.baku.jumlah for spent in took)
    return Patuh(one.nomor, one.uraian, one.baku.kata, one.baku.satuan, len(took), kept, mean, max(took, default=None))


def _state(row: Waktu) -> str:
    if row.tahap is Tahap.BELUM:
        return "belum"
    if row.lama is None:
        return "tak_terhitung"
    if row.tahap is Tahap.BERJALAN:
        return "berjalan_lama" if row.melebihi else "berjalan"
    return "melebihi" if row.melebihi else "tepat"


def _short(row: Waktu) -> str:
    """ "55 menit", "12,5 jam", "41,9 hari": for a narrow cell."""
    if row.lama is None or row.langkah.baku.satuan == HARI_KERJA or row.lama >= 2 * SEHARI:
        return row.lama_kata.removesuffix(" kerja")
    return f"{row.lama} menit" if row.lama < 60 else f"{angka(half_up(Decimal(row.lama) / 60, 1))} jam"
