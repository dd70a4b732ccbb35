"""The verdict of a periode in two sentences: what misses its target, where the average went, what moved it most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakip import sebutan
from lakip.formatting import angka, half_up, persen
from lakip.narasi import pola_kantor as pola
from lakip.narasi.arah import Arah, Gerak, arah, gerak
from lakip.narasi.fakta import Row
from lakip.narasi.hitungan import count
from lakip.narasi.kalimat import deret, frasa
from lakip.narasi.rujukan import unit_of

SEBAB = 2  # so many explain a change
Nilai = Mapping[str, Decimal]


@dataclass(frozen=True)
class Putusan:
    """Ready to print. `gerak` is the part of `lanjutan` that says where the average went, empty without an earlier one;
    `sebab`: the kode that it names."""

    pokok: str
    lanjutan: str = ""
    gerak: str = ""
    turun: bool = False
    sebab: tuple[str, ...] = ()

    @property
    def kalimat(self) -> str:
        return f"{self.pokok} {self.lanjutan}".rstrip()


def putusan(
    rows: Sequence[Row], rata: Decimal | None, lalu: tuple[str, Decimal | None] | None, terhitung: tuple[Nilai, Nilai]
) -> Putusan:
    """The verdict on the indikator of the Camat.

    Args:
        rows: of read/capaian.sql.
        rata: their average, under the cap.
        lalu: what the periode before is called, and its average; None: there is none.
        terhitung: what of each indikator enters the average, then and now: read/dasbor_terhitung.sql.
    """
    counts = count(rows)
    words = {"kurang": angka(counts.kurang), "dinilai": angka(counts.dinilai)}
    if not counts.dinilai:
        return Putusan(pola.PUTUSAN_BELUM)
    pokok = (pola.PUTUSAN_KURANG if counts.kurang else pola.PUTUSAN_TERCAPAI).format(**words)
    if counts.dinilai == 1:
        pokok = pola.PUTUSAN_SATU[not counts.kurang]
    if rata is None or lalu is None or lalu[1] is None:
        return Putusan(pokok, pola.PUTUSAN_RATA.format(rata=persen(rata)) if rata is not None else "")
    way = gerak([lalu[1], rata], 2)
    if way is Gerak.TETAP:
        return Putusan(pokok, pola.PUTUSAN_TETAP.format(rata=persen(rata), lalu=lalu[0]))
    down = way is Gerak.TURUN
    moved = f"{way} {angka(abs(rata - lalu[1]), 2)} poin"
    causes = tuple(k for k in _movers(*terhitung, lalu[1], down=down) if k in {r["kode"] for r in rows})[:SEBAB]
    named = [_told(next(r for r in rows if r["kode"] == kode)) for kode in causes]
    plan = pola.PUTUSAN_GERAK if named else pola.PUTUSAN_GERAK_SAJA
    said = plan.format(rata=persen(rata), gerak=moved, lalu=lalu[0], sebab=deret(named))
    return Putusan(pokok, said, moved, down, causes)


def figures(row: Row) -> tuple[str, str]:
    """Realisasi and target of a row as they stand side by side: "84,29" and "95 %", "8" and "batas 6"."""
    got, want = (angka(None if row[k] is None else half_up(row[k], row["desimal"])) for k in ("realisasi", "target"))
    return got, f"batas {want}" if arah(row) is Arah.RENDAH else want + unit_of(row["satuan"])


# ---------------------------------------------------------------- inside


def _told(row: Row) -> str:
    """ "gangguan ketenteraman dan ketertiban (8 dari batas 6)"."""
    got, want = figures(row)
    if not want.startswith("batas"):
        got, want = got + unit_of(row["satuan"]), f"target {want}"
    return f"{frasa(sebutan.indikator(row['nama']))} ({got} dari {want})"


def _movers(then: Nilai, now: Nilai, rata: Decimal, *, down: bool) -> list[str]:
    """Which indikator moved the average that way, most first. What each adds, held against the average before, sums up
    to the whole change, also where one came in or left."""
    parts = {
        kode: (now[kode] - rata) / len(now) if kode in now else Decimal(0) for kode in dict.fromkeys([*now, *then])
    }
    for kode, value in then.items():
        parts[kode] -= (value - rata) / len(then)
    mine = [(part, kode) for kode, part in parts.items() if (part < 0) == down and round(part, 2)]
    return [kode for _, kode in sorted(mine, key=lambda one: one[0], reverse=not down)]
