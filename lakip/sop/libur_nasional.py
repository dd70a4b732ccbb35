"""The national holidays and cuti bersama of a tahun, from the list that the library `holidays` ships."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from holidays.countries.indonesia import Indonesia

TERKAAN = " (perkiraan)"
TAHUN = (2015, 2045)  # what an office will ask for; beyond, the computed religious calendar is no plan


@dataclass(frozen=True)
class Libur:
    """One day off. `perkiraan`: its date was computed, no decree (SKB) has set it yet."""

    tanggal: date
    nama: str
    jenis: str = "nasional"
    perkiraan: bool = False


@cache
def national(tahun: int) -> tuple[Libur, ...]:
    """By date. Days that fall together are one, with both names; none outside TAHUN."""
    if not TAHUN[0] <= tahun <= TAHUN[1]:
        return ()
    days = Indonesia(years=tahun, language="id", categories=("public", "government"))
    return tuple(_libur(day, name) for day, name in sorted(days.items()))


def _libur(tanggal: date, name: str) -> Libur:
    together = all(part.startswith("Cuti Bersama") for part in name.split("; "))
    return Libur(
        tanggal, name.replace(TERKAAN, ""), "cuti_bersama" if together else "nasional", name.find(TERKAAN) >= 0
    )
