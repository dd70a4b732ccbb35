"""What is still to be told of figures under their target: kendala and tindak lanjut, before the lock falls on them.

The report asks the same of what is confirmed (`arah.asked`); here it is asked while there is time to write it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lakip import rollup
from lakip.narasi.arah import SEBAB, Hasil, hasil
from lakip.store import Store

Row = Mapping[str, Any]
UCAPAN = {"faktor_penghambat": "kendala", "tindak_lanjut": "tindak lanjut"}


@dataclass(frozen=True)
class BelumDiurai:
    """A figure under its target that does not say why, or what will be done; `kolom`: columns of realisasi."""

    kode: str
    nama: str
    bagian: str
    capaian_persen: Decimal
    kolom: tuple[str, ...]

    @property
    def kata(self) -> str:
        """ "kendala dan tindak lanjut"."""
        return " dan ".join(UCAPAN[name] for name in self.kolom)


def untold(store: Store, unit: str, tahun: int, triwulan: int, per: date) -> tuple[BelumDiurai, ...]:
    """Those of one triwulan, confirmed or not, in the order of the indikator."""
    periode = f"TW{triwulan}"
    saved = store.read("realisasi_tahun", unit=unit, tahun=tahun).iter_rows(named=True)
    told = {r["indikator"]: r for r in saved if r["triwulan"] == triwulan}
    rows = rollup.one(store, unit, tahun, periode, per).iter_rows(named=True)
    return of(rows, lambda kode: told.get(kode, {}).get)


def of(rows: Iterable[Row], told: Callable[[str], Callable[[str], object]]) -> tuple[BelumDiurai, ...]:
    """Those among rows of read/capaian.sql of one triwulan; `told`: of a kode, what a column says."""
    found = ((row, _missing(row, told(row["kode"]))) for row in rows)
    return tuple(
        BelumDiurai(row["kode"], row["nama"], row["bagian"], row["capaian_persen"], tuple(lacking))
        for row, lacking in found
        if lacking
    )


def _missing(row: Row, told: Callable[[str], object]) -> Sequence[str]:
    if not row["lengkap"] or hasil(row) is not Hasil.KURANG:
        return ()
    return [name for name in SEBAB[Hasil.KURANG] if not told(name)]
