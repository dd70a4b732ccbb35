"""Holding every requirement of a periode against the record."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from lakip.errors import UserError
from lakip.praperiksa.catatan import Catatan
from lakip.praperiksa.daftar import SYARAT
from lakip.praperiksa.isi import KATA, PERIODE_LAPORAN, Butir, Hasil
from lakip.store import Store


def check(store: Store, unit: str, tahun: int, periode: str, per: date) -> tuple[Butir, ...]:
    """Every requirement asked of this periode, in the order of the list.

    Raises UserError for a periode without report, and for a tahun without indikator.
    """
    if periode not in PERIODE_LAPORAN:
        raise UserError(f"Pra-periksa dilakukan untuk {', '.join(PERIODE_LAPORAN)}, bukan “{periode}”.")
    catatan = Catatan(store, unit, tahun, periode, per)
    if not catatan.kartu:
        raise UserError(f"Tahun {tahun} belum mempunyai indikator. Isi dahulu di halaman Rencana dan indikator.")
    return tuple(Butir(s, s.periksa(catatan)) for s in SYARAT if periode[:2] in s.laporan)


def summary(found: Sequence[Butir]) -> str:
    """ "34 syarat: 21 terpenuhi, 6 belum terpenuhi, 7 perlu dilihat"."""
    counts = Counter(b.hasil for b in found)
    return f"{len(found)} syarat: " + ", ".join(f"{counts[h]} {KATA[h].lower()}" for h in Hasil)
