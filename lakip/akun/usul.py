"""Accounts that the register asks for: proposed for whoever holds a jabatan and has none, made in one act."""

import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from lakip import pengaturan, periode
from lakip.akses import Izin, Pengguna, Peran
from lakip.akun import sandi as kata_sandi
from lakip.akun.daftar import insert_new, list_accounts
from lakip.errors import UserError
from lakip.pengaturan import ATASAN, Pejabat
from lakip.store import Store

GELAR = frozenset(("drs", "dra", "prof", "haji", "hajjah"))
MATI, HIDUP = "bdgjklmnprstw", "aeiou"


@dataclass(frozen=True)
class Usul:
    """One account to be made: for whom, under which name, with which password; peran and bagian are the jabatan's."""

    pejabat: Pejabat
    akun: str
    sandi: str = ""

    @property
    def peran(self) -> Peran:
        return Peran(self.pejabat.peran)


def proposed(store: Store, unit: str, hari: date) -> tuple[Usul, ...]:
    """Who holds a jabatan on that day for which no active account stands, each with a name that is free."""
    known = list_accounts(store, unit, hari)
    held = {(r["peran"], r["bagian"]) for r in known.iter_rows(named=True) if r["aktif"]}
    taken, found = set(known["akun"]), []
    for one in pengaturan.pejabat(store, unit):
        here = one.mulai <= hari and (one.selesai is None or one.selesai >= hari)
        if one.peran == ATASAN or not here or (str(one.peran), one.bagian) in held:
            continue
        nama = _free(one, taken)
        taken.add(nama)
        found.append(Usul(one, nama))
    return tuple(found)


def add_proposed(store: Store, oleh: Pengguna, unit: str, akun: Sequence[str], hari: date) -> tuple[Usul, ...]:
    """Make these of the proposed accounts, all or none; each with a first password that its holder must change.

    Raises UserError when one is no longer proposed: somebody made it meanwhile.
    """
    oleh.require(Izin.AKUN, unit)
    offered = {one.akun: one for one in proposed(store, unit, hari)}
    if gone := [name for name in akun if name not in offered]:
        raise UserError(f"Akun {', '.join(gone)} sudah dibuat, atau pejabatnya berganti. Muat ulang halaman ini.")
    kantor = pengaturan.identity(store, unit)
    about = kantor.nama, kantor.kabupaten, kantor.tempat
    made = tuple(Usul(offered[n].pejabat, n, first_sandi((n, offered[n].pejabat.nama, *about))) for n in akun)
    hashes = {one.akun: kata_sandi.hashed(one.sandi) for one in made}
    with store.transaction() as tx:
        for one in made:
            insert_new(
                tx, oleh, one.akun, one.pejabat.nama, hashes[one.akun], unit, one.peran, one.pejabat.bagian,
                mulai=periode.today(), pejabat=one.pejabat.id,
            )  # fmt: skip
    return made


def first_sandi(milik: Collection[str]) -> str:
    """A password that can be read out and typed: three pairs of syllables and two digits, about 40 bits."""
    while True:
        parts = ["".join(secrets.choice(MATI) + secrets.choice(HIDUP) for _ in range(2)) for _ in range(3)]
        made = f"{'-'.join(parts)}-{secrets.randbelow(90) + 10}"
        if not kata_sandi.is_common(made, milik):
            return made


# ---------------------------------------------------------------- inside


def _free(one: Pejabat, taken: Collection[str]) -> str:
    """ "ahmad" of H. AHMAD FAUZI, S.Sos.; with the bagian or a number behind it where that is taken."""
    words = [w for w in re.findall(r"[a-z]{3,}", one.nama.split(",")[0].lower()) if w not in GELAR]
    base = words[0][:24] if words else str(one.peran)
    tails = ["", f".{(one.bagian or str(one.peran)).lower()}"[:8], *(str(n) for n in range(2, 1000))]
    return next(name for tail in tails if (name := f"{base}{tail}") not in taken)
