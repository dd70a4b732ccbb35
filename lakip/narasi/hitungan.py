"""What a report counts, one rule for every paper.

A report answers for the indikator of the Camat: its verdict, its average and its steps are of these. What stands on
lower levels, and the outputs of the budget, are the same work counted again (domain.md 3.6): where a report prints
them too, they are counted apart and called by their own name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lakip.narasi import pola_kantor as pola
from lakip.narasi.arah import Hasil, hasil, is_judged
from lakip.narasi.fakta import Row

CAMAT, LAINNYA = "indikator", "lainnya"  # what the codes of these counts are called
SEBUTAN = {CAMAT: "indikator kinerja Camat", LAINNYA: "indikator lainnya"}
BESARAN = ("jumlah", "diukur", "dinilai", "tercapai", "kurang")


@dataclass(frozen=True)
class Hitungan:
    """How many there are, are measured, are judged (complete, confirmed, with a capaian), reached and missed."""

    jumlah: int
    diukur: int
    dinilai: int
    tercapai: int
    kurang: int


def count(rows: Iterable[Row]) -> Hitungan:
    """`rows`: of read/capaian.sql, of one periode."""
    found = list(rows)
    hit, missed, _ = parted(found)
    measured = sum(bool(r["berlaku"]) for r in found)
    return Hitungan(len(found), measured, len(hit) + len(missed), len(hit), len(missed))


def parted(rows: Iterable[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Those that reached their target, those that missed it, and those without judgement."""
    found: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    for row in rows:
        found[2 if not is_judged(row) else int(hasil(row) is Hasil.KURANG)].append(row)
    return found


def of_camat(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(r for r in rows if r["jenjang"] == "camat")


def others(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(r for r in rows if r["jenjang"] != "camat")


def verdict(one: Hitungan, apa: str, words: Mapping[str, str]) -> str:
    """The sentence that counts them. `words`: each of BESARAN as it is printed, and `waktu`."""
    said = {**words, "apa": SEBUTAN[apa]}
    if not one.dinilai:
        return pola.BELUM_DINILAI.format(**said)
    scope = pola.DIUKUR_SEMUA if one.jumlah == one.dinilai else pola.DIUKUR_SEBAGIAN
    if one.dinilai == 1 < one.jumlah:
        scope = pola.DIUKUR_SATU
    plan = pola.HASIL_SATU[bool(one.tercapai)] if one.dinilai == 1 else pola.HASIL[bool(one.tercapai), bool(one.kurang)]
    return scope.format(**said) + plan.format(**said)
