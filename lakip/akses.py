"""Who may do what: the Peran, the Izin, and the one table that joins them.

The function that acts calls `require`; screens call it too, only to hide what would be refused.
"""

from dataclasses import dataclass
from enum import StrEnum

from lakip.errors import AccessError


class Peran(StrEnum):
    STAF = "staf"
    KASI = "kasi"
    KASUBBAG = "kasubbag"
    SEKCAM = "sekcam"
    CAMAT = "camat"
    ADMIN = "admin"
    PENINJAU = "peninjau"


class Izin(StrEnum):
    LIHAT = "lihat rekap, capaian, dan dasbor"
    UNGGAH = "mengunggah dan mengajukan realisasi"
    BENARKAN = "membenarkan atau mengembalikan kiriman"
    RENCANA = "mengubah rencana, anggaran, dan dokumennya"
    LAPORAN = "menyusun draf laporan"
    REKAP = "membuka periode, merekap, dan mengajukan draf"
    PERIKSA = "memeriksa draf dan menyatakan sosialisasi"
    SAHKAN = "mengesahkan, mengunci, dan membuka kembali periode"
    DISPOSISI = "menerbitkan disposisi dan mencatat sosialisasi"
    PENGATURAN = "mengubah pengaturan dan pejabat"
    AKUN = "mengelola akun dan cadangan"
    JEJAK = "menelusuri jejak"


PERAN_NAMA = {
    Peran.STAF: "Staf",
    Peran.KASI: "Kasi",
    Peran.KASUBBAG: "Kasubbag",
    Peran.SEKCAM: "Sekcam",
    Peran.CAMAT: "Camat",
    Peran.ADMIN: "Admin",
    Peran.PENINJAU: "Peninjau",
}

_S, _K, _B, _C, _T, _A, _P = Peran

BOLEH: dict[Izin, frozenset[Peran]] = {
    Izin.LIHAT: frozenset({_S, _K, _B, _C, _T, _A, _P}),
    Izin.UNGGAH: frozenset({_S, _K, _B}),
    Izin.BENARKAN: frozenset({_K, _B}),
    Izin.RENCANA: frozenset({_B, _A}),
    Izin.LAPORAN: frozenset({_S, _K, _B, _C, _T, _P}),
    Izin.REKAP: frozenset({_B}),
    Izin.PERIKSA: frozenset({_C}),
    Izin.SAHKAN: frozenset({_T}),
    Izin.DISPOSISI: frozenset({_B, _C, _T}),
    Izin.PENGATURAN: frozenset({_A}),
    Izin.AKUN: frozenset({_A}),
    Izin.JEJAK: frozenset({_B, _C, _T, _A, _P}),
}

# These peran act only for the bagian they belong to; the others act for the whole office.
TERBATAS_BAGIAN = frozenset({Peran.STAF, Peran.KASI})


@dataclass(frozen=True)
class Tugas:
    """One peran held: in which unit, and for which bagian (None: the whole office)."""

    peran: Peran
    unit: str
    bagian: str | None = None


@dataclass(frozen=True)
class Pengguna:
    """Who is acting. `tugas` holds only what is in force on the day."""

    akun: str
    nama: str
    tugas: tuple[Tugas, ...]

    def may(self, izin: Izin, unit: str, bagian: str | None = None) -> bool:
        """Whether any peran held allows this here. `bagian` None asks about the office as a whole,
        which a peran bounded to its bagian may only do for LIHAT and LAPORAN."""
        return any(self._covers(t, izin, bagian) for t in self.tugas if t.unit == unit and t.peran in BOLEH[izin])

    @staticmethod
    def _covers(tugas: Tugas, izin: Izin, bagian: str | None) -> bool:
        if tugas.peran not in TERBATAS_BAGIAN or izin in (Izin.LIHAT, Izin.LAPORAN):
            return True
        return bagian is not None and tugas.bagian == bagian

    def may_somewhere(self, izin: Izin, unit: str) -> bool:
        """Whether a menu entry for this is worth showing."""
        return any(t.unit == unit and t.peran in BOLEH[izin] for t in self.tugas)

    def require(self, izin: Izin, unit: str, bagian: str | None = None) -> None:
        """Raises AccessError naming the Izin and who holds it."""
        if not self.may(izin, unit, bagian):
            where = f" untuk bagian {bagian}" if bagian else ""
            raise AccessError(f"Akun “{self.akun}” tidak berhak {izin.value}{where}. Yang berhak: {holders(izin)}.")


def holders(izin: Izin) -> str:
    """Every peran that has it, in words: "Kasubbag, Sekcam"."""
    return ", ".join(PERAN_NAMA[p] for p in Peran if p in BOLEH[izin])


def system(unit: str) -> Pengguna:
    """Acts for the program itself: loading the example year, the command line's own set-up."""
    return Pengguna("sistem", "Sistem", tuple(Tugas(p, unit) for p in (Peran.ADMIN, Peran.KASUBBAG)))
