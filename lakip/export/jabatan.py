"""Which jabatan conclude a Perjanjian Kinerja, with whom, and on which level of the plan and of the budget."""

from dataclasses import dataclass
from datetime import date

from lakip import pengaturan
from lakip.akses import Peran
from lakip.errors import UserError
from lakip.pengaturan import ATASAN, Bagian, Identitas, Kedudukan, Pejabat
from lakip.store import Store

PENGAWAS = ("kasubbag", "kasi", "lurah")


@dataclass(frozen=True)
class Tingkat:
    """One level of jabatan; `jenis_bagian` None: one for the whole office, else one for each such bagian.

    sasaran, anggaran: the heads of table A and table B. atasan: the level of its pihak kedua.
    jabatan: what it is called until the register says otherwise.
    """

    peran: Kedudukan
    jenis_bagian: str | None
    sasaran: str
    anggaran: str
    atasan: str
    jabatan: str


# PermenPAN-RB 53/2014 Lampiran I: the form of an SKPD (anak lampiran I/5) and of a unit kerja (I/6); an SKPD signs
# with the Bupati, everyone below with the direct superior (C.1.c). That a Camat shows program, an administrator
# kegiatan and a pengawas sub kegiatan is the practice of the published PK, following who manages which budget code.
STRATEGIS, LANJUTAN = "Sasaran Strategis", "Sasaran Program/Kegiatan"
TINGKAT = {
    "camat": Tingkat(Peran.CAMAT, None, STRATEGIS, "Program", "atasan", "Camat {tempat}"),
    "sekcam": Tingkat(Peran.SEKCAM, None, LANJUTAN, "Kegiatan", "camat", "Sekretaris Kecamatan {tempat}"),
    "kasubbag": Tingkat(Peran.KASUBBAG, "subbag", LANJUTAN, "Sub Kegiatan", "sekcam", "Kepala {bagian}"),
    "kasi": Tingkat(Peran.KASI, "seksi", LANJUTAN, "Sub Kegiatan", "camat", "Kepala {bagian}"),
    "lurah": Tingkat(Peran.KASI, "kelurahan", LANJUTAN, "Sub Kegiatan", "camat", "Lurah {bagian}"),
}


@dataclass(frozen=True)
class Jabatan:
    """One jabatan that has a PK. `kode`: camat, sekcam, or the code of its bagian."""

    kode: str
    jenjang: str
    nama: str
    bagian: Bagian | None = None

    @property
    def tingkat(self) -> Tingkat:
        return TINGKAT[self.jenjang]


def of_office(store: Store, unit: str) -> tuple[Jabatan, ...]:
    """Camat, Sekcam, then the head of each bagian in the order of the office."""
    kantor, parts = pengaturan.identity(store, unit), pengaturan.bagian(store, unit)
    found = [Jabatan(j, j, _called(j, kantor)) for j, t in TINGKAT.items() if t.jenis_bagian is None]
    jenjang = {t.jenis_bagian: j for j, t in TINGKAT.items() if t.jenis_bagian}
    found += [Jabatan(b.bagian, jenjang[b.jenis], _called(jenjang[b.jenis], kantor, b), b) for b in parts
              if b.jenis in jenjang]  # fmt: skip
    return tuple(found)


def find(store: Store, unit: str, kode: str) -> Jabatan:
    """By camat, sekcam, or the code of a bagian. Raises UserError naming those there are."""
    known = {j.kode.casefold(): j for j in of_office(store, unit)}
    if kode.casefold() not in known:
        raise UserError(
            f"Jabatan “{kode}” tidak ada. Pilih salah satu: {', '.join(j.kode for j in known.values())} "
            "(Kasi, Kasubbag, dan Lurah disebut dengan kode bagiannya)."
        )
    return known[kode.casefold()]


def holder(store: Store, unit: str, jabatan: Jabatan, hari: date) -> Pejabat | None:
    """Who held it on that day; a Plt or Plh before the definitif one."""
    bagian = jabatan.bagian.bagian if jabatan.bagian else None
    return pengaturan.pejabat_in_office(store, unit, jabatan.tingkat.peran, hari, bagian)


def superior(store: Store, unit: str, jabatan: Jabatan, hari: date) -> Pejabat | None:
    """The pihak kedua of its PK on that day."""
    above = jabatan.tingkat.atasan
    peran = ATASAN if above == "atasan" else TINGKAT[above].peran
    return pengaturan.pejabat_in_office(store, unit, peran, hari)


def superior_called(store: Store, unit: str, jabatan: Jabatan) -> str:
    """The jabatan of the pihak kedua, for when nobody is registered in it."""
    kantor = pengaturan.identity(store, unit)
    above = jabatan.tingkat.atasan
    return head_of(kantor) if above == "atasan" else _called(above, kantor)


def head_of(kantor: Identitas) -> str:
    """The head of the kabupaten or kota: "Bupati Balangan"."""
    if kantor.kabupaten.lower().startswith("kota "):
        return f"Wali Kota {kantor.kabupaten[5:]}"
    return f"Bupati {kantor.kabupaten.removeprefix('Kabupaten ')}"


def _called(jenjang: str, kantor: Identitas, bagian: Bagian | None = None) -> str:
    nama = bagian.nama.removeprefix("Kelurahan ") if bagian and jenjang == "lurah" else bagian.nama if bagian else ""
    return TINGKAT[jenjang].jabatan.format(tempat=kantor.nama.removeprefix("Kecamatan "), bagian=nama)
