"""Preparing a tahun: the structure of the last one carries on by itself; here is what ends, what stays, what changed.

Cards and sasaran are effective-dated, so nothing is copied, least of all figures. Something ends by a version that
counts from the new tahun and has ended before it: earlier years keep what they had.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from lakip import jejak
from lakip.akses import Izin, Pengguna
from lakip.formatting import KOSONG, angka
from lakip.indikator import METODE_NAMA, RUMUS_NAMA
from lakip.rencana import baca, catat
from lakip.rencana.isi import JENJANG_NAMA, Indikator, Sasaran, Tujuan
from lakip.store import Store

Baris = TypeVar("Baris", Sasaran, Indikator)

BIDANG = {
    "nama": "nama", "uraian": "uraian", "satuan": "satuan", "metode": "metode", "rumus": "rumus", "isian": "isian",
    "desimal": "desimal", "bagian": "penanggung jawab", "sasaran": "sasaran", "kode_anggaran": "kode anggaran",
    "induk": "induk", "tujuan": "tujuan", "jenjang": "jenjang", "definisi": "definisi operasional",
    "formula": "formula", "frekuensi": "frekuensi", "media": "media", "sumber_data": "sumber data", "iku": "IKU",
    "aktivitas": "aktivitas",
}  # fmt: skip
BARU, BERUBAH, BERAKHIR, TETAP = "baru", "berubah", "berakhir", "tetap"


@dataclass(frozen=True)
class Lanjutan:
    """What becomes of one thing in a tahun, against the tahun before. `rincian`: what changed, in words."""

    jenis: str
    kode: str
    nama: str
    keadaan: str
    rincian: tuple[str, ...] = ()


def compare_years(store: Store, unit: str, tahun: int) -> tuple[Lanjutan, ...]:
    """Every tujuan, sasaran and indikator of `tahun` and of the tahun before, in their order; targets of both."""
    before, after = (_plan(store, unit, year) for year in (tahun - 1, tahun))
    rows = [row for jenis in before for row in _rows(jenis, before[jenis], after[jenis])]
    return tuple(rows)


def compare_targets(store: Store, unit: str, tahun: int) -> dict[str, tuple[str, str]]:
    """{kode of an indikator in force: (annual target of the tahun before, of `tahun`)}, in words."""
    cards = baca.indikator(store, unit, tahun)
    old, new = (baca.targets(store, unit, year) for year in (tahun - 1, tahun))
    return {
        kode: tuple(KOSONG if t is None else angka(t.th, card.desimal) for t in (old.get(kode), new.get(kode)))  # type: ignore[misc]
        for kode, card in cards.items()
    }


def carry_over(store: Store, pengguna: Pengguna, unit: str, tahun: int, berakhir: Collection[str]) -> int:
    """Let these sasaran and indikator of the tahun before end before `tahun`, and all others go on. How many changed.

    Raises UserError, and keeps nothing, when a sasaran would end over an indikator or a sasaran that goes on, or when
    `tahun` holds figures dibenarkan of what would end.
    """
    pengguna.require(Izin.RENCANA, unit)
    goals, cards = baca.sasaran(store, unit, tahun - 1), baca.indikator(store, unit, tahun - 1)
    with catat.recording(store, unit, tahun) as tx:
        now_goals = baca.parse_sasaran(tx.read("sasaran_tahun", unit=unit, tahun=tahun))
        now_cards = baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=tahun))
        ended = catat.put_indikator(tx, pengguna, unit, [_ended(c, tahun) for c in _ending(now_cards, cards, berakhir)])
        ended += catat.put_sasaran(tx, pengguna, unit, [_ended(g, tahun) for g in _ending(now_goals, goals, berakhir)])
        begun = catat.put_sasaran(tx, pengguna, unit, _again(goals, now_goals, berakhir, tahun))
        begun += catat.put_indikator(tx, pengguna, unit, _again(cards, now_cards, berakhir, tahun))
        if ended or begun:
            jejak.write(
                tx, pengguna.akun, "menyiapkan tahun", f"rencana:{tahun}", unit=unit, berakhir=ended, dilanjutkan=begun
            )
    return len(ended) + len(begun)


def _ending(now: Mapping[str, Baris], before: Mapping[str, Baris], berakhir: Collection[str]) -> list[Baris]:
    return [row for kode, row in now.items() if kode in berakhir and kode in before]


def _ended(row: Baris, tahun: int) -> Baris:
    return replace(row, mulai_tahun=tahun, sampai_tahun=tahun - 1)


def _again(before: Mapping[str, Baris], now: Mapping[str, Baris], berakhir: Collection[str], tahun: int) -> list[Baris]:
    """What had ended before `tahun` and is to go on after all."""
    return [
        replace(row, mulai_tahun=tahun, sampai_tahun=None)
        for kode, row in before.items()
        if kode not in now and kode not in berakhir
    ]


def _plan(store: Store, unit: str, tahun: int) -> dict[str, Mapping[str, Tujuan | Sasaran | Indikator]]:
    return {
        "Tujuan": baca.tujuan(store, unit, tahun),
        "Sasaran": baca.sasaran(store, unit, tahun),
        "Indikator": baca.indikator(store, unit, tahun),
    }


def _rows(
    jenis: str,
    before: Mapping[str, Tujuan | Sasaran | Indikator],
    after: Mapping[str, Tujuan | Sasaran | Indikator],
) -> list[Lanjutan]:
    found = []
    for kode in {**before, **after}:
        old, new = before.get(kode), after.get(kode)
        row = new or old
        assert row is not None
        changed = tuple(_change(old, new, n) for n in BIDANG if old and new and _differs(old, new, n))
        state = BARU if old is None else BERAKHIR if new is None else BERUBAH if changed else TETAP
        found.append(Lanjutan(jenis, kode, row.nama if isinstance(row, Indikator) else row.uraian, state, changed))
    return found


def _differs(old: object, new: object, name: str) -> bool:
    return getattr(old, name, None) != getattr(new, name, None)


def _change(old: object, new: object, name: str) -> str:
    was, will = (_word(name, getattr(row, name)) for row in (old, new))
    return f"{BIDANG[name]} dari “{was}” menjadi “{will}”"


def _word(name: str, value: object) -> str:
    words: dict[str, Mapping[object, str]] = {"metode": METODE_NAMA, "rumus": RUMUS_NAMA, "jenjang": JENJANG_NAMA}  # type: ignore[dict-item]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return KOSONG if value in (None, "") else words.get(name, {}).get(value, str(value))
