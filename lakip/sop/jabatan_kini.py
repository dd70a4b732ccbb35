"""Who of the register holds office on a day, and which of their jabatan somebody signed in may act for."""

from datetime import date

from lakip import pengaturan
from lakip.akses import Pengguna
from lakip.pengaturan import ATASAN, Pejabat
from lakip.store import Store, Transaction

RANTAI = ("camat", "sekcam", "kasubbag", "kasi")


def in_office(store: Store, unit: str, hari: date) -> tuple[Pejabat, ...]:
    """The officials of the office on a day, the Camat first; without whoever is above it."""
    found = [p for p in pengaturan.pejabat(store, unit) if p.peran != ATASAN and was_in_office(p, hari)]
    return tuple(sorted(found, key=lambda p: (RANTAI.index(p.peran) if p.peran in RANTAI else 9, p.bagian or "")))


def was_in_office(pejabat: Pejabat, hari: date) -> bool:
    return pejabat.mulai <= hari <= (pejabat.selesai or hari)


def acts_for(pengguna: Pengguna, unit: str, peran: str, bagian: str | None) -> bool:
    """Whether somebody holds that jabatan today, definitif, Plt or Plh."""
    return any(
        t.unit == unit and t.peran == peran and (bagian is None or t.bagian in (None, bagian)) for t in pengguna.tugas
    )


def find(store: Store | Transaction, unit: str, id: str) -> Pejabat | None:
    return next((p for p in pengaturan.pejabat(store, unit) if p.id == id), None)
