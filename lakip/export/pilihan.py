"""Which report a periode has: that of a triwulan, of a semester or of the year, and what it lacks."""

from typing import Any

from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.export import kurang_periode, laporan, laporan_semester, laporan_tahunan, laporan_triwulan
from lakip.export.bahan import Bahan
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.kurang import Gap
from lakip.export.laporan import Jenis
from lakip.store import Store

JENIS: tuple[Jenis[Any], ...] = (laporan_triwulan.KIND, laporan_semester.KIND, laporan_tahunan.KIND)
PERIODE = ("TW1", "TW2", "SM1", "TW3", "TW4", "SM2", "TH")


def of(kode: str) -> Jenis[Any]:
    """The report of one of PERIODE."""
    return {"T": JENIS[0], "S": JENIS[1]}[kode[0]] if kode != "TH" else JENIS[2]


def again(store: Store, pengguna: Pengguna, unit: str, potret: str) -> bytes:
    """A report once more from its potret; see laporan.again.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: no report was made from it, or it is damaged.
    """
    rows = store.read("periksa_laporan", unit=unit, potret=potret.strip()).to_dicts()
    kinds = {jenis.kode: jenis for jenis in JENIS}
    if not rows or rows[0]["jenis"] not in kinds:
        raise UserError(f"Tidak ada laporan dengan potret “{potret}”. Periksa nomornya pada halaman terakhir laporan.")
    return laporan.again(store, pengguna, kinds[rows[0]["jenis"]], unit, potret.strip())


def gaps(bahan: Bahan) -> tuple[Gap, ...]:
    """What its report lacks."""
    return tuple(of(bahan.periode.kode).gaps(bahan))


def unwritten(bahan: Bahan) -> int | None:
    """How many parts of its narrative lack something; None: it has none."""
    return kurang_periode.unwritten(bahan.naskah) if isinstance(bahan, BahanPeriode) else None
