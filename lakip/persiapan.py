"""What a new office still needs before its first quarter: from the plan to the first backup, in the order of the work.

Derived from the record, so that nothing is ticked off by hand. An office that has approved a periode is no longer new.
Reads only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lakip import alur, anggaran, cadangan, pengaturan, rencana
from lakip.akses import Izin, Pengguna
from lakip.akun import usul
from lakip.alur import Keadaan
from lakip.pengaturan import ATASAN
from lakip.periode import PERIODE
from lakip.store import Store


@dataclass(frozen=True)
class Perlu:
    """One thing an office needs: whether it is there, who sees to it and on which page; `boleh_nanti`: a draft can do
    without."""

    apa: str
    selesai: bool
    izin: Izin
    halaman: str
    alamat: dict[str, str] = field(default_factory=dict)
    boleh_nanti: bool = False


def first(store: Store, unit: str, hari: date) -> tuple[int, str]:
    """The tahun and triwulan that a new office begins with: the one being collected, at the earliest TW I of this
    year."""
    tahun, triwulan = max(pengaturan.collecting(store, unit, hari), (hari.year, 1))
    return tahun, f"TW{triwulan}"


def needs(store: Store, unit: str, hari: date) -> tuple[Perlu, ...]:
    """Everything a new office needs, done or not; nothing of an office that is at work."""
    years = (hari.year, hari.year - 1)
    if any(Keadaan.DISAHKAN in alur.year(store, unit, tahun).values() for tahun in years):
        return ()
    found = tuple(_needs(store, unit, hari))
    return () if all(one.selesai for one in found) else found


def next_for(store: Store, pengguna: Pengguna, unit: str, hari: date) -> Perlu | None:
    """The first that cannot wait, is not there, and that this account sees to."""
    mine = (one for one in needs(store, unit, hari) if not one.selesai and pengguna.may(one.izin, unit))
    return next((one for one in mine if not one.boleh_nanti), None)


# ---------------------------------------------------------------- inside


def _needs(store: Store, unit: str, hari: date) -> Iterator[Perlu]:
    tahun, triwulan = first(store, unit, hari)
    about = {"tahun": str(tahun)}
    planned = not rencana.acuan(store, unit, tahun).is_empty()
    yield Perlu(f"Isi Rencana Aksi Tahun {tahun}", planned, Izin.RENCANA, "0_acuan.py", {**about, "tab": "Unggah"})
    heads = len(usul.proposed(store, unit, hari))
    kata = f"Buat akun untuk {heads} pejabat sekaligus" if heads else "Buat akun pejabat"
    yield Perlu(kata, heads == 0, Izin.AKUN, "8_pengaturan.py", {"isi": "Akun"})
    run = alur.standing(store, unit, tahun, triwulan)
    opened = run.keadaan is not None
    where = {**about, "periode": triwulan}
    yield Perlu(f"Buka periode {PERIODE[triwulan].label(tahun)}", opened, Izin.REKAP, "periode.py", where)
    paid = anggaran.total(store, unit, tahun, 4) is not None
    yield Perlu(f"Isi pagu anggaran Tahun {tahun}", paid, Izin.RENCANA, "anggaran.py", about, True)
    head = any(p.peran == ATASAN for p in pengaturan.pejabat(store, unit))
    yield Perlu("Catat Bupati atau Wali Kota", head, Izin.PENGATURAN, "8_pengaturan.py", {"isi": "Pejabat"}, True)
    if store.folder is not None:
        kept = bool(cadangan.listed(store.folder / "cadangan", store.read("jejak_pertama").item()))
        yield Perlu("Buat cadangan yang pertama", kept, Izin.AKUN, "cadangan.py", {}, True)
