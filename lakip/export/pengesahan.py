"""Whether a periode is approved, as its report says it: by whom, when, and whether the figures still stand."""

from dataclasses import dataclass
from datetime import date, datetime

from lakip import alur, potret
from lakip.alur import PERIODE_ALUR, Keadaan
from lakip.store import Store


@dataclass(frozen=True)
class Pengesahan:
    """The Camat's approval of a periode.

    Attributes:
        potret: the figures that were approved.
        berubah: so many indikator differ from them now.
    """

    oleh: str
    pada: datetime
    potret: str
    berubah: int


def of(store: Store, unit: str, tahun: int, periode: str, per: date) -> Pengesahan | None:
    """None: not approved, or opened again since."""
    if periode not in PERIODE_ALUR:
        return None
    now = alur.standing(store, unit, tahun, periode)
    if now.keadaan is not Keadaan.DISAHKAN or now.potret is None or now.pada is None:
        return None
    moved = potret.differences(store, unit, now.potret, per)
    return Pengesahan(now.oleh_nama or now.oleh or "", now.pada, now.potret, len(moved))
