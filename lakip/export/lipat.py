"""A periode worked out once more from its quarters, by hand as it were: the proof beside a figure of the record.

Rollup does this in SQL; a reconciliation that asked the same SQL again would prove nothing.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lakip.formatting import angka
from lakip.indikator import Isian, Metode

Row = Mapping[str, Any]
CARA = {
    Metode.JUMLAH: "jumlah triwulan",
    Metode.KUMULATIF: "kumulatif: triwulan terakhir",
    Metode.POSISI_AKHIR: "posisi akhir: triwulan terakhir",
    Metode.RATA_RATA: "rata-rata triwulan",
    Metode.RASIO: "jumlah pembilang / jumlah penyebut",
    Metode.TAHUNAN: "diukur sekali",
}
MENJUMLAH = (Metode.JUMLAH, Metode.RATA_RATA, Metode.RASIO)


def fold(metode: str, isian: str, rows: Sequence[Row]) -> Decimal | None:
    """What the quarters of a periode make together; raw, in the satuan of the indikator.

    rows: read/realisasi_tahun of the berlaku quarters, in their order. Those without a value are passed over; None
    when nothing is left, or a penyebut is 0.
    """
    filled = [r for r in rows if r["keadaan"] != "tidak_tersedia"]
    if not filled:
        return None
    used = filled if metode in MENJUMLAH else filled[-1:]
    if isian == Isian.PASANGAN:
        below = _sum(used, "penyebut")
        return 100 * _sum(used, "pembilang") / below if below else None
    total = _sum(used, "nilai")
    return total / len(used) if metode == Metode.RATA_RATA else total


def told(metode: str, isian: str, rows: Sequence[Row], desimal: int) -> str:
    """The same as the sum it is: "(81,25 + 79,50) / 2"."""
    filled = [r for r in rows if r["keadaan"] != "tidak_tersedia"]
    used = filled if metode in MENJUMLAH else filled[-1:]
    if not used:
        return ""
    if isian == Isian.PASANGAN:
        above, below = (" + ".join(angka(_worth(r, name)) for r in used) for name in ("pembilang", "penyebut"))
        several = len(used) > 1
        return f"100 × ({above}) / ({below})" if several else f"100 × {above} / {below}"
    parts = " + ".join(angka(_worth(r, "nilai"), desimal) for r in used)
    return f"({parts}) / {len(used)}" if metode == Metode.RATA_RATA and len(used) > 1 else parts


def _sum(rows: Sequence[Row], name: str) -> Decimal:
    return sum((_worth(r, name) for r in rows), Decimal(0))


def _worth(row: Row, name: str) -> Decimal:
    """nihil counts as 0."""
    value = row[name]
    return Decimal(0) if value is None else Decimal(value)
