"""The quarter that an office begins with: what lies before it is owed by nobody and holds nothing back.

The figures ask the same of the record (`awal_terbaru`, queries/2_rollup.sql): a quarter before it counts only where
something was saved for it all the same.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.periode import PERIODE, TRIWULAN, current_triwulan
from lakip.store import Store, Transaction

TERAWAL = 2000  # no office states a quarter before


@dataclass(frozen=True, order=True)
class Awal:
    tahun: int
    triwulan: int

    @property
    def kata(self) -> str:
        """ "Triwulan IV Tahun 2026"."""
        return PERIODE[f"TW{self.triwulan}"].label(self.tahun)

    def is_before(self, tahun: int, kode: str) -> bool:
        """Whether a periode is over before the office begins."""
        return (tahun, PERIODE[kode].triwulan[-1]) < (self.tahun, self.triwulan)

    def missed(self, tahun: int) -> int:
        """How many triwulan of a tahun lie before it."""
        return min(4, max(0, 4 * (self.tahun - tahun) + self.triwulan - 1))


def running(hari: date) -> Awal:
    """The quarter in which a day lies: what an office that is set up on it begins with, unless it says otherwise."""
    return Awal(hari.year, (hari.month + 2) // 3)


def awal(store: Store | Transaction, unit: str) -> Awal | None:
    """What was stated last; None: nothing, and every quarter counts."""
    rows = store.read("awal_riwayat", unit=unit)
    return None if rows.is_empty() else Awal(rows["tahun"][0], rows["triwulan"][0])


def collecting(store: Store | Transaction, unit: str, hari: date) -> tuple[int, int]:
    """Tahun and number of the triwulan whose data are being collected on a day: the last that has ended, at the
    earliest the one that the office begins with."""
    begun = awal(store, unit)
    return max(current_triwulan(hari), (begun.tahun, begun.triwulan) if begun else (0, 0))


def is_before(store: Store | Transaction, unit: str, tahun: int, kode: str) -> bool:
    """Whether a periode is over before the office begins."""
    stated = awal(store, unit)
    return stated is not None and stated.is_before(tahun, kode)


def missed(store: Store | Transaction, unit: str, tahun: int) -> int:
    """How many triwulan of a tahun lie before the office begins."""
    stated = awal(store, unit)
    return stated.missed(tahun) if stated else 0


def history_awal(store: Store, unit: str) -> pl.DataFrame:
    """Every statement, newest first; columns as read/awal_riwayat.sql."""
    return store.read("awal_riwayat", unit=unit)


def set_awal(store: Store, oleh: Pengguna, unit: str, baru: Awal, alasan: str) -> None:
    """Let the office begin with another quarter, from now on.

    Raises UserError without a reason, when nothing changes, and when a quarter before it was approved here.
    """
    oleh.require(Izin.PENGATURAN, unit)
    why = " ".join(alasan.split())
    if not why:
        raise UserError("Perubahan triwulan awal harus beralasan. Tulis alasannya, lalu simpan lagi.")
    with store.transaction() as tx:
        before = awal(tx, unit)
        if before == baru:
            raise UserError(f"Kantor ini memang mulai dengan {baru.kata}. Pilih triwulan lain, atau biarkan.")
        insert_awal(tx, oleh, unit, baru, why)
        jejak.write(
            tx, oleh.akun, "mengubah triwulan awal", f"unit:{unit}", unit=unit,
            triwulan_awal=[before and before.kata, baru.kata], alasan=why,
        )  # fmt: skip


def insert_awal(tx: Transaction, oleh: Pengguna, unit: str, baru: Awal, alasan: str | None = None) -> None:
    """Raises UserError for a quarter that no year has."""
    if baru.triwulan not in TRIWULAN or not TERAWAL <= baru.tahun <= periode.today().year + 1:
        raise UserError("Triwulan awal tidak dikenal. Pilih tahun dan triwulannya dari daftar.")
    versi = tx.read("awal_riwayat", unit=unit).height + 1
    row = {"unit": unit, "versi": versi, "tahun": baru.tahun, "triwulan": baru.triwulan, "alasan": alasan}
    tx.insert("triwulan_awal", [{**row, "oleh": oleh.akun, "pada": periode.now()}])
