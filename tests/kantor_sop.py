"""The office of naskah with a Sekcam, a Kasubbag, a Kasi and a staf, for the tests of disposisi and sosialisasi."""

from datetime import date

import naskah
from salinan import once

from lakip import akses, akun, pengaturan
from lakip.akses import Pengguna, Peran, Tugas
from lakip.pengaturan import Pejabat
from lakip.store import Store

UNIT, TAHUN = naskah.UNIT, naskah.TAHUN
ADMIN = akses.system(UNIT)
SANDI = "sandi-panjang"
PEJABAT = (
    Pejabat("Sekretaris Kecamatan", Peran.SEKCAM, "DAHLIA, S.STP.", "1", "Penata", mulai=date(2025, 1, 1), id="sekcam"),
    Pejabat(
        "Kasubbag Perencanaan", Peran.KASUBBAG, "RUDI, S.E.", "2", "Penata", "REN", mulai=date(2025, 1, 1), id="ren"
    ),
    Pejabat("Kasubbag Umum", Peran.KASUBBAG, "SITI, S.AP.", "3", "Penata", "UMUM", mulai=date(2025, 1, 1), id="umum"),
    Pejabat("Kasi Pemerintahan", Peran.KASI, "IRWAN, S.IP.", "4", "Penata", "PEM", mulai=date(2025, 1, 1), id="pem"),
)


def who(akun: str, peran: Peran, bagian: str | None = None) -> Pengguna:
    return Pengguna(akun, akun.title(), (Tugas(peran, UNIT, bagian),))


CAMAT, SEKCAM = who("camat", Peran.CAMAT), who("sekcam", Peran.SEKCAM)
KASUBBAG, KASI = who("kasubbag", Peran.KASUBBAG, "REN"), who("kasi", Peran.KASI, "PEM")
STAF, PENINJAU = who("staf", Peran.STAF, "REN"), who("peninjau", Peran.PENINJAU)


@once
def office() -> Store:
    store = naskah.office()
    for one in PEJABAT:
        pengaturan.add_pejabat(store, ADMIN, UNIT, one)
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN, mulai=date(2025, 1, 1))
    akun.add(store, ADMIN, "staf", "Fajar", SANDI, UNIT, Peran.STAF, "REN", mulai=date(2025, 1, 1))
    return store


def camat(store: Store) -> Pejabat:
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.CAMAT, date(2026, 4, 1))
    assert found is not None
    return found
