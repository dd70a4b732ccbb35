"""Which report a periode has: that of a triwulan, of a semester or of the year, and what it lacks."""

from typing import Any

from lakip.export import kurang, kurang_periode, laporan_semester, laporan_tahunan, laporan_triwulan
from lakip.export.bahan import Bahan
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.baris import BarisKurang
from lakip.export.laporan import Jenis

JENIS: tuple[Jenis[Any], ...] = (laporan_triwulan.KIND, laporan_semester.KIND, laporan_tahunan.KIND)
PERIODE = ("TW1", "TW2", "SM1", "TW3", "TW4", "SM2", "TH")


def of(kode: str) -> Jenis[Any]:
    """The report of one of PERIODE."""
    return {"T": JENIS[0], "S": JENIS[1]}[kode[0]] if kode != "TH" else JENIS[2]


def gaps(bahan: Bahan) -> tuple[BarisKurang, ...]:
    """What keeps its report from being finished."""
    return kurang_periode.gaps(bahan) if isinstance(bahan, BahanPeriode) else kurang.gaps(bahan)


def unwritten(bahan: Bahan) -> int | None:
    """How many parts of its narrative lack something; None: it has none."""
    return kurang_periode.unwritten(bahan.naskah) if isinstance(bahan, BahanPeriode) else None
