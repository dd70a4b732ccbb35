"""Choosing a rumus or a cap with open eyes: what each gives on the office's own figures (domain 3.1, 3.3).

The arithmetic is the SQL rule's; a choice is recorded with who made it, when and why, and is not asked for again.
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.indikator import RUMUS_NAMA, Rumus
from lakip.rencana import baca, catat
from lakip.rencana.isi import Indikator, PilihanRumus
from lakip.store import Store

BATAS = (None, 100, 110, 120, 150)  # none first, as in the setting batas_rata_rata


def compare_rumus(store: Store, unit: str, kode: str, tahun: Sequence[int], per: date) -> pl.DataFrame:
    """What each rumus and each cap give on one indikator's figures; columns as read/rumus_banding.sql.

    Oldest tahun first; empty for an indikator without targets in any of them.
    """
    frames = [
        store.read("rumus_banding", unit=unit, indikator=kode, tahun=year, per=per) for year in sorted(tahun)
    ] or [store.read("rumus_banding", unit=unit, indikator=kode, tahun=per.year, per=per).head(0)]
    return pl.concat(frames)


def compare_cap(store: Store, unit: str, tahun: int, kode_periode: str, per: date) -> pl.DataFrame:
    """What each cap makes of the averages; columns as read/batas_banding.sql."""
    return store.read("batas_banding", unit=unit, tahun=tahun, periode=kode_periode, per=per)


def choices(store: Store, unit: str, kode: str) -> tuple[PilihanRumus, ...]:
    """Every choice of a rumus for one indikator, newest first."""
    rows = store.read("rumus_pilihan", unit=unit, indikator=kode).drop("nomor").to_dicts()
    return tuple(PilihanRumus(**{**r, "rumus": Rumus(r["rumus"])}) for r in rows)


def chosen(store: Store, unit: str, card: Indikator, tahun: int) -> PilihanRumus | None:
    """The choice that stands behind the rumus of a card in `tahun`; None: nobody chose it with the others beside it."""
    known = [one for one in choices(store, unit, card.kode) if one.mulai_tahun <= tahun]
    newest = max(known, key=lambda one: one.mulai_tahun, default=None)
    return newest if newest is not None and newest.rumus is card.rumus else None


def choose_rumus(store: Store, pengguna: Pengguna, unit: str, kode: str, tahun: int, rumus: Rumus, dasar: str) -> bool:
    """Record a choice, and the card with that rumus from `tahun` on. True when the card changed by it.

    Raises UserError without a reason, for an unknown indikator, and when figures dibenarkan of `tahun` would be
    judged differently.
    """
    pengguna.require(Izin.RENCANA, unit)
    if not dasar.strip():
        raise UserError("Pemilihan rumus belum beralasan. Tulis dasarnya, misalnya pedoman atau kesepakatan rapat.")
    card = baca.indikator(store, unit, tahun).get(kode)
    if card is None:
        raise UserError(f"Indikator {kode} belum ada pada tahun {tahun}. Simpan dahulu kartunya.")
    with catat.recording(store, unit, tahun) as tx:
        changed = catat.put_rumus(tx, pengguna, unit, card, tahun, rumus)
        nomor = tx.read("rumus_pilihan", unit=unit, indikator=kode).height + 1
        row = {"unit": unit, "indikator": kode, "nomor": nomor, "mulai_tahun": tahun, "rumus": str(rumus)}
        tx.insert("pilihan_rumus", [{**row, "dasar": dasar.strip(), "oleh": pengguna.akun, "pada": periode.now()}])
        jejak.write(
            tx, pengguna.akun, "memilih rumus", f"indikator:{kode}", unit=unit, mulai=tahun, rumus=RUMUS_NAMA[rumus],
            dasar=dasar.strip(),
        )  # fmt: skip
    return changed
