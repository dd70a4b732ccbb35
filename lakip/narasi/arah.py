"""What a figure means: reached or not, rising or falling, better or worse. Vocabulary for the sentence plans."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from lakip.formatting import half_up
from lakip.indikator import Rumus
from lakip.narasi.fakta import Fakta, Row

SERATUS = Decimal(100)


class Arah(StrEnum):
    """Which way is better."""

    TINGGI = "semakin tinggi semakin baik"
    RENDAH = "semakin rendah semakin baik"
    DEKAT = "semakin dekat dengan target semakin baik"


class Hasil(StrEnum):
    LAMPAUI = "melampaui target"
    TEPAT = "sesuai target"
    KURANG = "belum mencapai target"


class Gerak(StrEnum):
    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    NAIK_TURUN = "naik turun"


class Mutu(StrEnum):
    MEMBAIK = "membaik"
    MENURUN = "menurun"
    TETAP = "tetap"


def arah(row: Row) -> Arah:
    return {Rumus.POSITIF: Arah.TINGGI, Rumus.STABIL: Arah.DEKAT}.get(Rumus(row["rumus"]), Arah.RENDAH)


# What is told of a result (53/2014 Lampiran II, A.5): columns of realisasi.
SEBAB = {
    Hasil.LAMPAUI: ("faktor_pendukung",),
    Hasil.TEPAT: ("faktor_pendukung",),
    Hasil.KURANG: ("faktor_penghambat", "tindak_lanjut"),
}


def asked(row: Row) -> tuple[str, ...]:
    """What its bagian has to tell of it; nothing before it is judged."""
    result = hasil(row)
    return SEBAB[result] if result and is_judged(row) else ()


def is_judged(row: Row) -> bool:
    """Complete, confirmed, and with a capaian."""
    return row["capaian_persen"] is not None and not row["sementara"]


def hasil(row: Row) -> Hasil | None:
    """By the capaian as printed; None without one."""
    if row["capaian_persen"] is None:
        return None
    printed = half_up(row["capaian_persen"], 2)
    return Hasil.TEPAT if printed == SERATUS else Hasil.LAMPAUI if printed > SERATUS else Hasil.KURANG


def gerak(values: Sequence[Decimal], desimal: int) -> Gerak:
    """Of the figures as printed, the oldest first."""
    seen = [half_up(v, desimal) for v in values]
    steps = list(pairwise(seen))
    if all(a == b for a, b in steps):
        return Gerak.TETAP
    if all(a <= b for a, b in steps):
        return Gerak.NAIK
    return Gerak.TURUN if all(a >= b for a, b in steps) else Gerak.NAIK_TURUN


def mutu(now: Row, before: Row) -> Mutu | None:
    """Whether the realisasi is better than before; against its target where near is better. None without figures."""
    way = arah(now)
    if way is Arah.DEKAT:
        pair = [
            None if r["target"] is None or r["realisasi"] is None else -abs(r["realisasi"] - r["target"])
            for r in (before, now)
        ]
    else:
        pair = [r["realisasi"] for r in (before, now)]
    if pair[0] is None or pair[1] is None:
        return None
    moved = gerak([pair[0], pair[1]], now["desimal"])
    if moved is Gerak.TETAP:
        return Mutu.TETAP
    return Mutu.MEMBAIK if (moved is Gerak.NAIK) == (way is not Arah.RENDAH) else Mutu.MENURUN


def is_same(now: Row, before: Row) -> bool:
    """Whether two tahun measured the same: otherwise their figures are not compared."""
    return all(now[k] == before[k] for k in ("satuan", "metode", "rumus", "isian"))


def meets(now: Row, target: Decimal) -> bool:
    """Whether the realisasi already is what another target asks; figures as printed."""
    got, want = half_up(now["realisasi"], now["desimal"]), half_up(target, now["desimal"])
    way = arah(now)
    return got == want if way is Arah.DEKAT else got <= want if way is Arah.RENDAH else got >= want


def peringkat(fakta: Fakta, row: Row) -> int:
    """The place of its kategori on a scale of five, 1 the best, whatever number of kategori the office has."""
    order = sorted(fakta.berlaku.kategori, key=lambda k: k.urutan)
    place = next((n for n, k in enumerate(order) if k.nama == row["kategori"]), 0)
    return 1 + round(place * 4 / max(1, len(order) - 1))
