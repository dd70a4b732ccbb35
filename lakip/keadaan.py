"""Keadaan per tanggal: what the record said at a moment, read by the same rules as today's.

The record only grows, and every row says when it was written; so the past is the rows written until then. What no
row dates (names of bagian and accounts, officials, the scale) is as it is now, unless an approval kept it.

What the Camat approved stays as it was approved: `of_periode` is the record that every screen, paper and workbook of a
periode is told from.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lakip import periode, potret, rollup
from lakip.alur import PERIODE_ALUR, Keadaan, Kedudukan, history, standing
from lakip.errors import UserError
from lakip.formatting import waktu
from lakip.jawaban import Ingatan
from lakip.potret import Beda
from lakip.store import Store

DIINGAT = 8  # approved records in memory at once, about 20 MB each
_ingatan: Ingatan[Store] = Ingatan(DIINGAT)


@dataclass(frozen=True)
class Disahkan:
    """One approval of a periode: when, and by whom."""

    pada: datetime
    oleh_nama: str


@contextmanager
def at(store: Store, unit: str, saat: datetime) -> Iterator[Store]:
    """The record of an office as it stood at a moment (UTC), as a store in memory; gone when the block ends.

    Raises UserError for a moment that lies in the future or before the first row of the office.
    """
    check(store, unit, saat)
    then = store.as_of(saat, unit)
    try:
        yield then
    finally:
        then.close()


def check(store: Store, unit: str, saat: datetime) -> None:
    """Raises UserError when nothing can have been on record at that moment."""
    if saat > periode.now():
        raise UserError(f"Keadaan {waktu(saat)} belum terjadi. Pilih tanggal dan jam yang sudah lewat.")
    begun = store.read("keadaan_awal", unit=unit)["pada"].item()
    if begun is None or saat < begun:
        since = f"; catatannya mulai {waktu(begun)}" if begun else ""
        raise UserError(f"Pada {waktu(saat)} belum ada yang dicatat kantor ini{since}. Pilih saat sesudahnya.")


def approval(store: Store, unit: str, tahun: int, kode: str) -> Kedudukan | None:
    """The approval in force of a periode; None: not approved, opened again since, or a periode without a run."""
    now = standing(store, unit, tahun, kode) if kode in PERIODE_ALUR else None
    return now if now is not None and now.keadaan is Keadaan.DISAHKAN else None


def of_periode(store: Store, unit: str, tahun: int, kode: str) -> Store:
    """The record that everything of a periode is told from: as it stood when the Camat approved it, today's until then.

    To be read, and not closed: the last few are kept in memory.
    """
    signed = approval(store, unit, tahun, kode)
    if signed is None or signed.pada is None or signed.pada == store.saat:
        return store
    moment, number = signed.pada, signed.potret

    def make() -> Store:
        return store.as_of(moment, unit, potret.read(store, unit, number).get("tabel") if number else None)

    return _ingatan.of(store, (unit, moment), make)


def day(record: Store, per: date) -> date:
    """The day that a record speaks of when it is asked on the day `per`: never after the moment it ends with."""
    return per if record.saat is None else min(per, periode.local(record.saat).date())


def approvals(store: Store, unit: str, tahun: int, kode: str) -> tuple[Disahkan, ...]:
    """When the Camat approved a periode, the last first; more than one when it was opened again."""
    rows = history(store, unit, tahun, kode).filter(keadaan=Keadaan.DISAHKAN.value).to_dicts()
    return tuple(Disahkan(r["pada"], r["oleh_nama"]) for r in reversed(rows))


def changed_since(store: Store, then: Store, unit: str, tahun: int, kode: str, per: date) -> list[Beda]:
    """Indikator whose realisasi or capaian is another today than it was `then`."""
    old, new = (rollup.capaian(s, unit, tahun, kode, per).to_dicts() for s in (then, store))
    return potret.compare(old, new)


def moment(teks: str) -> datetime:
    """ "2026-04-10 14:00" in WITA as the record's UTC: to the end of that minute, or of that day, or to the second
    that is written.

    Raises UserError for anything else.
    """
    try:
        local = datetime.fromisoformat(teks.strip())
    except ValueError as error:
        raise UserError(
            f"“{teks}” bukan tanggal dan jam. Tulis misalnya 2026-04-10 atau “2026-04-10 14:00”."
        ) from error
    if local.tzinfo is not None:
        raise UserError(f"“{teks}” memuat zona waktu. Tulis jam WITA saja, misalnya “2026-04-10 14:00”.")
    widened = {len("2026-04-10"): timedelta(days=1), len("2026-04-10 14:00"): timedelta(minutes=1)}
    span = widened.get(len(teks.strip()))
    return periode.recorded(local + span - timedelta(microseconds=1) if span else local)


def written(saat: datetime) -> str:
    """A moment of the record as `moment` reads it back, exactly."""
    return periode.local(saat).replace(tzinfo=None).isoformat(" ")
