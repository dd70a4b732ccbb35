"""A row of realisasi on its way to the record: where it comes from, and a figure to date made the quarter's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lakip.formatting import angka
from lakip.indikator import Keadaan, Metode
from lakip.realisasi import Acuan
from lakip.unggah.realisasi.baris import PASANGAN, Dibaca
from lakip.validasi import Baris, Temuan, Tingkat

DIKETAHUI = (Keadaan.TERISI, Keadaan.NIHIL)  # what is not available is not 0
DISEBUT = 5  # places named of one kode


@dataclass
class Sebaris:
    """One row on its way to the record; `asal` is the cell it is traced to."""

    nomor: int
    baris: Baris
    temuan: list[Temuan]
    asal: str

    @property
    def kode(self) -> str:
        return self.baris.acuan.kode

    @property
    def kunci_kode(self) -> tuple[str, str, str]:
        return self.baris.lembar, self.baris.sel.get("kode") or self.baris.sel.get("indikator", ""), "kode_ganda"


def own_quarter(read: Dibaca, card: Acuan, sd: frozenset[str], triwulan: int) -> Dibaca:
    """A figure to date becomes the quarter's own where the earlier quarters are all recorded, and is said to be."""
    names = [n for n in (PASANGAN if card.berpasangan else ("nilai",)) if n in sd]
    counted = card.metode in (Metode.JUMLAH, Metode.RASIO)
    read = replace(read, sd=sd)
    earlier = [card.tercatat[q].isi for q in range(1, triwulan) if q in card.tercatat]
    if not (names and counted and triwulan > 1) or len(earlier) < triwulan - 1:
        return read
    if any(getattr(read.isi, n) is None for n in names) or any(e.keadaan not in DIKETAHUI for e in earlier):
        return read
    isi, soal = read.isi, list(read.soal)
    for name in names:
        total, before = getattr(isi, name), sum((getattr(e, name) or Decimal(0) for e in earlier), Decimal(0))
        isi = replace(isi, **{name: total - before})
        pesan = (
            f"kolomnya berisi angka “s.d.”, maka yang dicatat dihitung: {angka(total)} − {angka(before)} yang "
            f"tercatat pada triwulan sebelumnya = {angka(total - before)}."
        )
        soal.append((Tingkat.CATATAN, name, "dihitung_selisih", pesan, ()))
    return replace(read, isi=isi, soal=tuple(soal), sd=sd - set(names))


def places(rows: Sequence[Sebaris]) -> str:
    """ "A4 dan A9", with their sheets where these differ."""
    cells = [r.kunci_kode[:2] for r in rows[:DISEBUT]]
    one_sheet = len({r.baris.lembar for r in rows}) == 1
    named = [sel if one_sheet else f"{lembar}!{sel}" for lembar, sel in cells]
    more = f" dan {len(rows) - DISEBUT} lagi" if len(rows) > DISEBUT else ""
    return (", ".join(named) if more else " dan ".join(named)) + more


def origin(baris: Baris) -> str:
    """The cell that a figure is traced to: its number, of a pair its numerator, or else its keadaan.

    A percentage beside a pair is not what is recorded; it counts only where the pair is missing.
    """
    names = ("pembilang", "nilai") if baris.pasangan else ("nilai", "pembilang")
    first = next((n for n in names if getattr(baris.isi, n) is not None), "keadaan")
    return baris.sel.get(first) or baris.sel.get("kode", "")


def told_at(baris: Baris, tingkat: Tingkat, name: str, kode: str, pesan: str, pilihan: tuple[str, ...]) -> Temuan:
    """What was found in one cell, at that cell."""
    found = baris.temuan(tingkat, name, kode, pesan, pilihan)
    return replace(found, sel=baris.sel.get(name, found.sel))
