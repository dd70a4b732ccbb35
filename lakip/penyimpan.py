"""Who saved the figures that wait to be confirmed: whoever saves does not confirm, unless the office allows it.

It is asked of a figure, not of a file: a word that somebody else adds beside a number leaves it the number of who typed
it, and another number makes it somebody else's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from lakip import pengaturan, periode
from lakip.akses import PERAN_NAMA, Izin, Pengguna, Peran, Tugas
from lakip.store import Store, Transaction


@dataclass(frozen=True)
class Penyimpan:
    """What waits to be confirmed and was saved by whoever looks at it, and who else may confirm all of it."""

    angka: tuple[str, ...]
    boleh: bool
    lain: tuple[str, ...]

    @property
    def ditolak(self) -> bool:
        return bool(self.angka) and not self.boleh


def own(store: Store | Transaction, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int) -> Penyimpan:
    """What of a kiriman the account saved itself: a figure whose number, or a word beside it, is its own."""
    return own_each(store, {bagian: pengguna}, unit, tahun, triwulan)[bagian]


def own_each(
    store: Store | Transaction, orang: Mapping[str, Pengguna], unit: str, tahun: int, triwulan: int
) -> dict[str, Penyimpan]:
    """The same for several bagian, {bagian: whose account}, asked at once."""
    saved = store.read("kiriman_penyimpan", unit=unit, bagian=sorted(orang), tahun=tahun, triwulan=triwulan)
    allowed = pengaturan.in_force(store, unit, tahun).pembenaran_sendiri
    found = {}
    for bagian, pengguna in orang.items():
        rows = saved.filter(pl.col("bagian") == bagian)
        mine = rows.filter(pl.col("oleh") == pengguna.akun)["indikator"].to_list()
        others = _others(store, unit, bagian, set(rows["oleh"])) if mine else ()
        found[bagian] = Penyimpan(tuple(mine), allowed, others)
    return found


def waits_for_others(store: Store, unit: str, bagian: str, tahun: int, triwulan: int) -> bool:
    """Whether nobody who belongs to the bagian may confirm what waits there, so that the Kasubbag has to."""
    if pengaturan.in_force(store, unit, tahun).pembenaran_sendiri:
        return False
    rows = store.read("kiriman_penyimpan", unit=unit, bagian=[bagian], tahun=tahun, triwulan=triwulan)
    saved = set(rows["oleh"])
    return bool(saved) and not any(t.bagian == bagian for _, _, t in _confirmers(store, unit, bagian, saved))


def refusal(bagian: str, one: Penyimpan) -> str:
    """Why the account may not confirm it, and what to do instead."""
    others = " atau ".join(one.lain)
    instead = (
        f"Mintalah {others} membenarkannya di halaman Kiriman."
        if others
        else "Belum ada akun lain yang dapat membenarkannya: minta admin menambah akun Kasubbag, atau akun Kasi kedua "
        "untuk bagian ini."
    )
    return (
        f"Angka {', '.join(one.angka)} pada kiriman {bagian} Anda simpan sendiri, dan yang menyimpan tidak "
        f"membenarkan. {instead} Bila kantor memperbolehkannya, admin menetapkan “"
        f"{pengaturan.SETELAN['pembenaran_sendiri'].nama}” di halaman Pengaturan, dengan alasannya."
    )


def self_confirmed(store: Store | Transaction, unit: str, tahun: int) -> dict[tuple[str, int], str]:
    """{(bagian, triwulan): "IK-04, IK-06 (Karim)"} of what was confirmed by who had saved it."""
    said: dict[tuple[str, int], dict[str, list[str]]] = {}
    for row in store.read("kiriman_sendiri", unit=unit, tahun=tahun).iter_rows(named=True):
        people = said.setdefault((row["bagian"], row["triwulan"]), {})
        people.setdefault(row["oleh_nama"], []).append(row["indikator"])
    return {key: "; ".join(f"{', '.join(codes)} ({who})" for who, codes in one.items()) for key, one in said.items()}


# ---------------------------------------------------------------- inside


def _others(store: Store | Transaction, unit: str, bagian: str, saved: set[str]) -> tuple[str, ...]:
    """Who may confirm a bagian and saved nothing of it: "Rina (Kasi)", those of the bagian first."""
    found = sorted(_confirmers(store, unit, bagian, saved), key=lambda c: (c[2].bagian != bagian, c[1]))
    return tuple(dict.fromkeys(f"{nama} ({PERAN_NAMA[tugas.peran]})" for _, nama, tugas in found))


def _confirmers(store: Store | Transaction, unit: str, bagian: str, without: set[str]) -> list[tuple[str, str, Tugas]]:
    rows = store.read("akun_semua", unit=unit, hari=periode.today()).iter_rows(named=True)
    held = [(r, Tugas(Peran(r["peran"]), unit, r["bagian"])) for r in rows if r["aktif"] and r["peran"]]
    return [
        (r["akun"], r["nama"], tugas)
        for r, tugas in held
        if r["akun"] not in without and Pengguna(r["akun"], r["nama"], (tugas,)).may(Izin.BENARKAN, unit, bagian)
    ]
