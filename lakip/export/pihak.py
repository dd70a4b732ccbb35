"""Who signs: the two parties of a Perjanjian Kinerja, and the Camat below the other documents of the plan.

A jabatan nobody held on the day is a visible gap; an old or a later name never fills it.
"""

from dataclasses import dataclass
from datetime import date

from lakip.export import jabatan
from lakip.export.bahan_rencana import BELUM
from lakip.export.jabatan import Jabatan
from lakip.formatting import KOSONG, tanggal
from lakip.pengaturan import ATASAN, Pejabat
from lakip.rencana import PkVersion
from lakip.store import Store

ADMIN = "Admin, halaman Pengaturan, tab Pejabat"

Gap = tuple[str, str, str]


@dataclass(frozen=True)
class Pihak:
    """As printed. `bawah`: what stands under the name, pangkat and NIP; nothing for a Bupati."""

    jabatan: str
    nama: str
    bawah: tuple[str, ...]


def of_pk(store: Store, unit: str, who: Jabatan, pk: PkVersion | None) -> tuple[Pihak, Pihak, list[Gap]]:
    """Pihak pertama and pihak kedua on the day of the PK, and what is missing of them."""
    hari = pk.tanggal if pk else None
    if hari is None:
        said = "Belum dapat ditentukan, karena tanggal Perjanjian Kinerja belum dicatat."
        empty = [Pihak(n, BELUM, ()) for n in (who.nama, jabatan.superior_called(store, unit, who))]
        return empty[0], empty[1], [("Penanda tangan", said, "Perencanaan")]
    first, second = jabatan.holder(store, unit, who, hari), jabatan.superior(store, unit, who, hari)
    called = jabatan.superior_called(store, unit, who)
    gaps = gaps_of(first, who.nama, hari) + gaps_of(second, called, hari)
    if first and second and first.nama.casefold() == second.nama.casefold():
        said = (
            f"{first.nama} menjadi pihak pertama sebagai {first.sebutan} dan pihak kedua sebagai {second.sebutan} "
            f"pada {tanggal(hari)}. Tetapkan siapa yang menandatangani sebagai atasan."
        )
        gaps.append(("Penanda tangan", said, ADMIN))
    return printed(first, who.nama), printed(second, called), gaps


def printed(who: Pejabat | None, called: str) -> Pihak:
    """A party as printed; `called` is the jabatan while nobody is known to hold it."""
    if who is None:
        return Pihak(called, BELUM, () if is_head(called) else (f"NIP {KOSONG}",))
    if who.peran == ATASAN and not who.nip:
        return Pihak(who.sebutan, who.nama, (who.pangkat,) if who.pangkat else ())
    return Pihak(who.sebutan, who.nama, (who.pangkat or "(pangkat belum dicatat)", f"NIP {who.nip or KOSONG}"))


def is_head(called: str) -> bool:
    """A Bupati or Wali Kota holds a political office: no NIP."""
    return called.startswith(("Bupati", "Wali Kota"))


def gaps_of(who: Pejabat | None, called: str, hari: date) -> list[Gap]:
    """What the register lacks of one who signs."""
    if who is None:
        return [(called, f"Pejabat yang menjabat pada {tanggal(hari)} belum dicatat.", ADMIN)]
    if who.peran == ATASAN:
        return []
    lacking = [kata for kata, isi in (("Pangkat", who.pangkat), ("NIP", who.nip)) if not isi]
    return [(who.sebutan, f"{kata} {who.nama} belum dicatat.", ADMIN) for kata in lacking]
