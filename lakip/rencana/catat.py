"""Writing new versions of the planning tree, within the one transaction that may do so.

Every road leads through `recording`: whatever a figure already dibenarkan was judged by stays as it was, and the
tree that comes out is a cascade.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from lakip import periode
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.indikator import Rumus
from lakip.rencana import baca, kunci, periksa, pohon
from lakip.rencana.isi import Indikator, PkVersion, Sasaran, TemuanRencana, Tujuan
from lakip.store import Store, Transaction


@contextmanager
def recording(store: Store, unit: str, mulai_tahun: int, pk: PkVersion | None = None) -> Iterator[Transaction]:
    """A transaction of planning: refused as a whole when a figure dibenarkan or the tree would not stand it.

    Only what the change itself breaks counts: an older fault does not lock everything else.
    """
    with store.transaction() as tx, watching(tx, unit, mulai_tahun, pk) as found:
        yield tx
        periksa.refuse(found())


@contextmanager
def watching(
    tx: Transaction, unit: str, mulai_tahun: int, pk: PkVersion | None = None
) -> Iterator[Callable[[], list[TemuanRencana]]]:
    """Gives what the changes made so far would be refused for."""
    before, faults = kunci.remember(tx, unit, mulai_tahun), _faults(tx, unit, mulai_tahun)

    def found() -> list[TemuanRencana]:
        broken = [t for t in _faults(tx, unit, mulai_tahun) if t not in faults]
        return broken + kunci.lost(tx, unit, before, mulai_tahun, pk)

    yield found


def _faults(tx: Transaction, unit: str, tahun: int) -> list[TemuanRencana]:
    goals = baca.parse_sasaran(tx.read("sasaran_tahun", unit=unit, tahun=tahun))
    cards = baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=tahun))
    tujuan = baca.parse_tujuan(tx.read("tujuan_tahun", unit=unit, tahun=tahun))
    return pohon.check_tree(goals, tujuan) + pohon.check_places(cards.values(), goals)


def _next(tx: Transaction, query: str, unit: str) -> dict[str, int]:
    """The next version number of each kode; a new kode is absent and gets 1."""
    return {kode: versi + 1 for kode, versi in tx.read(query, unit=unit).iter_rows()}


def put_tujuan(tx: Transaction, pengguna: Pengguna, unit: str, rows: Sequence[Tujuan]) -> list[str]:
    if not rows:
        return []
    versi = _next(tx, "tujuan_versi", unit)
    known = {y: baca.parse_tujuan(tx.read("tujuan_tahun", unit=unit, tahun=y)) for y in {r.mulai_tahun for r in rows}}
    changed = [r for r in rows if _differs(known[r.mulai_tahun].get(r.kode), r)]
    if any(not r.kode.strip() or not r.uraian.strip() for r in changed):
        raise UserError("Kode dan uraian tujuan harus diisi.")
    stamp = {"unit": unit, "oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("tujuan", [{**stamp, **vars(r), "versi": versi.get(r.kode, 1)} for r in changed])
    return [r.kode for r in changed]


def put_sasaran(tx: Transaction, pengguna: Pengguna, unit: str, rows: Sequence[Sasaran]) -> list[str]:
    """Record what differs, in an open `recording`; the kode that got a new version."""
    if not rows:
        return []
    versi = _next(tx, "sasaran_versi", unit)
    known = {y: baca.parse_sasaran(tx.read("sasaran_tahun", unit=unit, tahun=y)) for y in {r.mulai_tahun for r in rows}}
    changed = [r for r in rows if _differs(known[r.mulai_tahun].get(r.kode), r)]
    periksa.refuse([t for row in changed for t in pohon.check_goal(row)])
    stamp = {"unit": unit, "oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("sasaran", [{**stamp, **vars(r), "versi": versi.get(r.kode, 1)} for r in changed])
    return [r.kode for r in changed]


def put_indikator(tx: Transaction, pengguna: Pengguna, unit: str, cards: Sequence[Indikator]) -> list[str]:
    """As `put_sasaran`. Raises UserError with everything that is wrong with a card."""
    if not cards:
        return []
    years = {c.mulai_tahun for c in cards}
    known = {y: baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=y)) for y in years}
    changed = [c for c in cards if _differs(known[c.mulai_tahun].get(c.kode), c)]
    goals = {y: tx.read("sasaran_tahun", unit=unit, tahun=y)["kode"].to_list() for y in years}
    parts = tx.read("bagian_semua", unit=unit)["bagian"].to_list()
    codes = tx.read("rencana_nomenklatur")["kode"].to_list() if any(c.kode_anggaran for c in changed) else None
    periksa.refuse([t for c in changed for t in periksa.check_card(c, goals[c.mulai_tahun], parts, codes)])
    versi = _next(tx, "indikator_versi", unit)
    stamp = {"unit": unit, "oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("indikator", [{**stamp, **_card_row(c), "versi": versi.get(c.kode, 1)} for c in changed])
    return [c.kode for c in changed]


def put_rumus(tx: Transaction, pengguna: Pengguna, unit: str, card: Indikator, tahun: int, rumus: Rumus) -> bool:
    """The card with another rumus from `tahun` on, in an open transaction; False when it has it already."""
    return bool(put_indikator(tx, pengguna, unit, [replace(card, rumus=rumus, mulai_tahun=tahun)]))


def _card_row(card: Indikator) -> dict[str, Any]:
    tipe = str(card.tipe_nilai) if card.tipe_nilai else None
    words = {"metode": str(card.metode), "rumus": str(card.rumus), "isian": str(card.isian), "tipe_nilai": tipe}
    return {**vars(card), **words}


def _differs(known: Tujuan | Sasaran | Indikator | None, new: Tujuan | Sasaran | Indikator) -> bool:
    """Whether anything but the first tahun differs: an unchanged card keeps the version it has."""
    return known is None or replace(known, mulai_tahun=new.mulai_tahun) != new
