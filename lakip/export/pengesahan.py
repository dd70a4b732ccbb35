"""Whether a periode is approved, as its papers say it: by whom, when, which record and which days they speak of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from lakip import keadaan, pengaturan, potret
from lakip import periode as kalender
from lakip.akses import Peran
from lakip.errors import UserError
from lakip.formatting import tanggal, waktu
from lakip.pengaturan import Pejabat
from lakip.store import Store


@dataclass(frozen=True)
class Pengesahan:
    """The Camat's approval of a periode.

    Attributes:
        potret: the figures that were approved.
        berubah: so many indikator differ from them now.
        uang_berubah: pagu or realisasi of the budget differ from them.
    """

    oleh: str
    pada: datetime
    potret: str
    berubah: int
    uang_berubah: bool = False


def of(store: Store, unit: str, tahun: int, periode: str, per: date) -> Pengesahan | None:
    """None: not approved, or opened again since."""
    now = keadaan.approval(store, unit, tahun, periode)
    if now is None or now.potret is None or now.pada is None:
        return None
    moved = potret.differences(store, unit, now.potret, per)
    spent = potret.money_moved(store, unit, now.potret)
    return Pengesahan(now.oleh_nama or now.oleh or "", now.pada, now.potret, len(moved), spent)


def day(store: Store, unit: str, tahun: int, periode: str, per: date) -> date:
    """The day a paper of a periode carries unless another is asked for: that of its approval, else that of its data."""
    return _approved(store, unit, tahun, periode) or per


class Berkeadaan(Protocol):
    @property
    def per(self) -> date: ...
    @property
    def keadaan(self) -> datetime | None: ...


def as_of(bahan: Berkeadaan) -> str:
    """ "data per 5 Juli 2026", or the moment of the record that was asked for."""
    return f"keadaan catatan {waktu(bahan.keadaan)}" if bahan.keadaan else f"data per {tanggal(bahan.per)}"


def record(store: Store, unit: str, tahun: int, periode: str, per: date, hari: date | None) -> tuple[Store, date, date]:
    """What a paper of a periode is made from: the record as it was approved, or today's; the day its data are of, which
    is never after the approval; and the day it is signed, by default `day`.

    Raises:
        UserError: it would be signed before the day of its data, or, once approved, by another Camat than the one who
            held the office then.
    """
    signed = _approved(store, unit, tahun, periode)
    per, hari = min(per, signed or per), hari or signed or per
    if hari < per:
        why = "disahkan Camat" if signed == per else "keadaan datanya"
        raise UserError(
            f"Tanggal penandatanganan {tanggal(hari)} mendahului tanggal {why}, {tanggal(per)}. "
            f"Pilih {tanggal(per)} atau sesudahnya."
        )
    if signed and signed < hari:
        _check_signer(store, unit, signed, hari)
    return keadaan.of_periode(store, unit, tahun, periode), per, hari


def _approved(store: Store, unit: str, tahun: int, periode: str) -> date | None:
    now = keadaan.approval(store, unit, tahun, periode)
    return kalender.local(now.pada).date() if now and now.pada else None


def _check_signer(store: Store, unit: str, disahkan: date, hari: date) -> None:
    then, now = (pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, d) for d in (disahkan, hari))
    if then is None or (now is not None and _same(then, now)):
        return
    holds = f"dijabat {now.nama}" if now else "belum dicatat pejabatnya"
    raise UserError(
        f"Periode ini disahkan {tanggal(disahkan)} ketika Camat dijabat {then.nama}; pada {tanggal(hari)} jabatan itu "
        f"{holds}. Tanggali laporannya selama {then.nama} menjabat, atau minta Camat sekarang membuka kembali dan "
        "mengesahkannya."
    )


def _same(one: Pejabat, other: Pejabat) -> bool:
    """One person may hold the office first as Plt., then definitively."""
    return one.nama.casefold() == other.nama.casefold()
