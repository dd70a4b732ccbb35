"""What a figure already dibenarkan was judged by may not change: neither its card nor its target.

The Kasi confirmed a number in the light of its satuan, metode and target. Compared is what counts before and after a
change, so it does not matter by which road it would change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakip.formatting import angka
from lakip.indikator import METODE_NAMA, RUMUS_NAMA
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import baca
from lakip.rencana.isi import Indikator, PkVersion, Sasaran, Target, TemuanRencana
from lakip.rencana.periksa import ISIAN_NAMA
from lakip.store import Transaction

# The fields of a card that a figure depends on.
BIDANG = {"satuan": "satuan", "isian": "isian", "metode": "metode", "rumus": "rumus", "desimal": "desimal"}
_KATA: dict[str, Mapping[Any, str]] = {"isian": ISIAN_NAMA, "metode": METODE_NAMA, "rumus": RUMUS_NAMA}


@dataclass(frozen=True)
class Acuan:
    """What counts in each tahun that holds a figure dibenarkan, and which quarters of it do."""

    dibenarkan: Mapping[int, Mapping[str, tuple[int, ...]]]
    kartu: Mapping[int, Mapping[str, Indikator]]
    sasaran: Mapping[int, Mapping[str, Sasaran]]
    target: Mapping[int, Mapping[str, Target]]


def remember(tx: Transaction, unit: str, mulai_tahun: int) -> Acuan:
    """What counts now, from `mulai_tahun` on: a change for that tahun leaves earlier ones alone."""
    confirmed: dict[int, dict[str, list[int]]] = {}
    for kode, tahun, triwulan in tx.read("rencana_dibenarkan", unit=unit).iter_rows():
        if tahun >= mulai_tahun:
            confirmed.setdefault(tahun, {}).setdefault(kode, []).append(triwulan)
    return Acuan(
        {tahun: {kode: tuple(tw) for kode, tw in of.items()} for tahun, of in confirmed.items()},
        {y: baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=y)) for y in confirmed},
        {y: baca.parse_sasaran(tx.read("sasaran_tahun", unit=unit, tahun=y)) for y in confirmed},
        {y: baca.parse_targets(tx.read("target_berlaku", unit=unit, tahun=y)) for y in confirmed},
    )


def lost(
    tx: Transaction, unit: str, before: Acuan, mulai_tahun: int, pk: PkVersion | None = None
) -> list[TemuanRencana]:
    """What figures dibenarkan would lose against `before`; `pk` is the PK that is being saved."""
    after = remember(tx, unit, mulai_tahun)
    return [t for tahun, of in before.dibenarkan.items() for t in _changes(before, after, tahun, of, pk)]


def _changes(
    before: Acuan, after: Acuan, tahun: int, confirmed: Mapping[str, tuple[int, ...]], pk: PkVersion | None
) -> list[TemuanRencana]:
    found = []
    for kode, quarters in confirmed.items():
        card, now = before.kartu[tahun].get(kode), after.kartu[tahun].get(kode)
        if card is None:
            continue
        found += _card(card, now, tahun, quarters)
        if card.sasaran in before.sasaran[tahun] and now is not None and now.sasaran == card.sasaran:
            found += [] if card.sasaran in after.sasaran[tahun] else _ended_goal(card, tahun, quarters)
        was, will = (of.target[tahun].get(kode) or baca.blank(kode) for of in (before, after))
        found += _targets(card, was, will, tahun, quarters, pk)
    return found


def _card(card: Indikator, now: Indikator | None, tahun: int, quarters: tuple[int, ...]) -> list[TemuanRencana]:
    if now is None:
        pesan = (
            f"Indikator {card.kode} tidak dapat diakhiri sebelum tahun {tahun}: {_told(tahun, quarters)}. "
            f"Akhiri mulai tahun {tahun + 1}."
        )
        return [TemuanRencana(card.kode, "kode", pesan)]
    changed = [name for name in BIDANG if getattr(card, name) != getattr(now, name)]
    if not changed:
        return []
    parts = ", ".join(f"{BIDANG[n]} dari “{_word(card, n)}” menjadi “{_word(now, n)}”" for n in changed)
    pesan = (
        f"{card.kode}: {parts} tidak dapat diubah untuk tahun {tahun}, karena {_told(tahun, quarters)}. "
        f"Mulailah perubahan ini pada tahun {tahun + 1}; bila yang salah angkanya, perbaiki dan unggah ulang angkanya."
    )
    return [TemuanRencana(card.kode, changed[0], pesan)]


def _ended_goal(card: Indikator, tahun: int, quarters: tuple[int, ...]) -> list[TemuanRencana]:
    pesan = (
        f"Sasaran {card.sasaran} tidak dapat diakhiri sebelum tahun {tahun}: angka {card.kode} di bawahnya, "
        f"{_told(tahun, quarters)}. Akhiri mulai tahun {tahun + 1}."
    )
    return [TemuanRencana(card.kode, "sasaran", pesan)]


def _targets(
    card: Indikator, before: Target, after: Target, tahun: int, quarters: tuple[int, ...], pk: PkVersion | None
) -> list[TemuanRencana]:
    changed = [n for n in quarters if before.tw[n - 1] != after.tw[n - 1]]
    if not changed:
        return []
    parts = ", ".join(
        f"TW {ROMAWI[n]} dari {_figure(before.tw[n - 1])} menjadi {_figure(after.tw[n - 1])}" for n in changed
    )
    free = next((n for n in TRIWULAN if n > max(quarters)), None)
    way = f"Mulailah PK perubahan pada TW {ROMAWI[free]}" if free else "Tuangkan perubahannya dalam PK tahun berikutnya"
    starts = ""
    if pk is not None and pk.sifat == "perubahan":
        starts = f"PK ini berlaku mulai TW {ROMAWI[pk.mulai_triwulan]}, sebelum angka yang sudah dibenarkan. "
    pesan = (
        f"{starts}Target {card.kode} {parts} tidak dapat diubah, karena {_told(tahun, quarters)}. "
        f"{way}, dan biarkan target triwulan yang sudah dibenarkan."
    )
    return [TemuanRencana(card.kode, f"TW{changed[0]}", pesan)]


def _told(tahun: int, quarters: tuple[int, ...]) -> str:
    return f"realisasi TW {', '.join(ROMAWI[n] for n in quarters)} tahun {tahun} sudah dibenarkan"


def _word(card: Indikator, name: str) -> str:
    value = getattr(card, name)
    return _KATA[name][value] if name in _KATA else str(value)


def _figure(nilai: Decimal | None) -> str:
    return "kosong" if nilai is None else angka(nilai)
