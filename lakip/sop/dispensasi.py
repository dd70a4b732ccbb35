"""Until when the figures of a triwulan are to be sent, who is late with them, and who was given longer, with a reason.

The one rule of "terlambat", which every screen, paper and workbook asks. The day counts from the setting
`batas_pengumpulan`; a dispensation is a row of its own and is never changed: a later one for the same bagian and
triwulan takes its place. Of a triwulan before the one that the office begins with (`pengaturan.awal`) nobody owes
anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from lakip import jejak, kiriman, pengaturan, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal, waktu
from lakip.periode import PERIODE, ROMAWI
from lakip.sop import kalender
from lakip.store import Store, Transaction


class Kirim(StrEnum):
    BELUM_WAKTUNYA = "belum waktunya"
    DITUNGGU = "ditunggu"
    TERLAMBAT = "terlambat"
    DIKEMBALIKAN = "dikembalikan"  # sent whole, and returned since: neither in time nor late
    TEPAT = "tepat waktu"
    SESUDAH = "sesudah batas"  # what happened once, no longer late
    TANPA_BATAS = "tanpa batas"
    SELESAI = "tidak ada yang ditunggu"  # confirmed or approved without a kiriman of its own


DITAGIH = (Kirim.BELUM_WAKTUNYA, Kirim.DITUNGGU, Kirim.TERLAMBAT, Kirim.DIKEMBALIKAN)  # the bagian still owes something


@dataclass(frozen=True)
class Pengiriman:
    """How one bagian kept to the day of one triwulan.

    Late is who owes figures on a day after `batas`: nothing was sent yet, or what was sent leaves some empty. Nobody
    owes anything in an approved triwulan or before the office began, and a kiriman that was returned or is to be
    confirmed is not late by that. In time is what was sent by then and was not returned after: what was returned counts
    by the day on which it was sent again.

    `batas` is the day that counts, `semula` that of the setting; both None while the office sets none, and before it
    began. `lewat` counts working days after `batas`, to the day of sending or to the day asked about. `kosong`: figures
    not filled in. `dikirim`: for the first time, UTC; None while the bagian never sent, whoever filled in its figures.
    """

    bagian: str
    nama: str
    triwulan: int
    keadaan: Kirim
    semula: date | None
    batas: date | None
    dikirim: datetime | None
    lewat: int
    kosong: int = 0
    alasan: str | None = None
    pemberi: str | None = None
    dikembalikan: int = 0
    kembali: bool = False  # returned, and not sent again since

    @property
    def kata(self) -> str:
        """ "belum mengirim, terlambat 3 hari kerja"; "dikirim 3 hari kerja sesudah batas"."""
        if self.keadaan is Kirim.SESUDAH:
            again = "dikembalikan, dikirim lagi" if self.dikembalikan else "dikirim"
            return f"{again} {days(self.lewat)} sesudah batas"
        if self.keadaan is Kirim.DIKEMBALIKAN:
            return "dikembalikan, menunggu dikirim lagi"
        owes = "belum mengirim" if self.dikirim is None else f"{self.kosong} angka belum diisi"
        owes = f"dikembalikan, {owes}" if self.kembali else owes
        if self.is_late:
            return f"{owes}, terlambat {days(self.lewat)}"
        if self.keadaan is Kirim.DITUNGGU:
            return f"{owes}, ditunggu"
        return str(self.keadaan)

    @property
    def is_late(self) -> bool:
        return self.keadaan is Kirim.TERLAMBAT

    @property
    def is_silent(self) -> bool:
        """Whether the bagian owes its kiriman and never sent one, also where all its figures are filled in."""
        return self.keadaan in DITAGIH and self.dikirim is None


def cut_off(store: Store | Transaction, unit: str, tahun: int, triwulan: int) -> date | None:
    """Until which day of the month after a quarter its figures are expected; None when the office sets none."""
    return _cut_off(pengaturan.in_force(store, unit, tahun).batas_pengumpulan, tahun, triwulan)


def deliveries(store: Store | Transaction, unit: str, tahun: int, per: date) -> tuple[Pengiriman, ...]:
    """Every bagian and triwulan that has figures to send, by triwulan, as of the day `per`; empty before a plan is
    recorded. Of a triwulan before the office began, those that sent or filled in something all the same."""
    work = kalender.load(store, unit)
    awal = pengaturan.awal(store, unit)
    owed = {n: awal is None or not awal.is_before(tahun, f"TW{n}") for n in periode.TRIWULAN}
    day = pengaturan.in_force(store, unit, tahun).batas_pengumpulan
    cut_offs = {n: _cut_off(day, tahun, n) if owed[n] else None for n in periode.TRIWULAN}
    given = {
        (r["bagian"], r["triwulan"]): r for r in store.read("dispensasi_daftar", unit=unit, tahun=tahun).to_dicts()
    }
    sent = {(r["bagian"], r["triwulan"]): r for r in store.read("kiriman_pertama", unit=unit, tahun=tahun).to_dicts()}
    found = []
    for row in kiriman.completeness(store, unit, tahun).sort("triwulan", maintain_order=True).iter_rows(named=True):
        key = row["bagian"], row["triwulan"]
        more, done = given.get(key), sent.get(key)
        until = more["batas"] if more and owed[key[1]] else cut_offs[key[1]]
        first, stands = (done["dikirim"], done["berdiri"]) if done else (None, None)
        ended = PERIODE[f"TW{key[1]}"].ends(tahun) < per
        state = _state(row, until, first, stands, per, ended=ended) if owed[key[1]] else Kirim.SELESAI
        at = {Kirim.TERLAMBAT: per, Kirim.SESUDAH: stands and periode.local(stands).date()}.get(state)
        found.append(
            Pengiriman(
                *(row["bagian"], row["bagian_nama"], row["triwulan"]), state, cut_offs[key[1]], until, first,
                work.working_days(until, at) if until and at else 0, row["berlaku"] - row["terisi"],
                more["alasan"] if more else None, more["oleh_nama"] if more else None,
                done["dikembalikan"] if done else 0, first is not None and stands is None,
            )
        )  # fmt: skip
    return tuple(found)


def late(rows: Sequence[Pengiriman], kode_periode: str) -> tuple[Pengiriman, ...]:
    """Those that are late, of the triwulan of a periode."""
    return tuple(r for r in rows if r.is_late and r.triwulan in PERIODE[kode_periode].triwulan)


def may_grant(pengguna: Pengguna, unit: str) -> bool:
    """The Kasubbag who collects, or the Camat."""
    return pengguna.may(Izin.REKAP, unit) or pengguna.may(Izin.SAHKAN, unit)


def grant(
    store: Store, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int, batas: date, alasan: str
) -> None:
    """Give a bagian until `batas`.

    Raises:
        AccessError: neither the Kasubbag nor the Camat.
        UserError: without a reason; no cut-off, a day that is not later, or one that has passed; sent already.
    """
    if not may_grant(pengguna, unit):
        pengguna.require(Izin.REKAP, unit)
    if not alasan.strip():
        raise UserError("Dispensasi harus beralasan. Tulis mengapa bagian ini boleh mengirim lebih lambat.")
    about = f"{bagian} Triwulan {ROMAWI[triwulan]} Tahun {tahun}"
    with store.transaction() as tx:
        before = _check(tx, unit, bagian, tahun, triwulan, batas, about)
        given = tx.read("dispensasi_daftar", unit=unit, tahun=tahun).to_dicts()
        own = [r["nomor"] for r in given if (r["bagian"], r["triwulan"]) == (bagian, triwulan)]
        row = {"unit": unit, "bagian": bagian, "tahun": tahun, "triwulan": triwulan, "nomor": max(own, default=0) + 1}
        stamp = {"batas": batas, "alasan": alasan.strip(), "oleh": pengguna.akun, "pada": periode.now()}
        tx.insert("dispensasi", [row | stamp])
        jejak.write(
            tx, pengguna.akun, "memberi dispensasi", f"{unit}/{bagian}/{tahun}/TW{triwulan}", semula=before,
            batas=batas, alasan=alasan.strip(),
        )  # fmt: skip


# ---------------------------------------------------------------- inside


def _cut_off(day: int | None, tahun: int, triwulan: int) -> date | None:
    return None if day is None else PERIODE[f"TW{triwulan}"].ends(tahun) + timedelta(days=day)


def _check(tx: Transaction, unit: str, bagian: str, tahun: int, triwulan: int, batas: date, about: str) -> date:
    if pengaturan.is_before(tx, unit, tahun, f"TW{triwulan}"):
        raise UserError(
            f"Triwulan {ROMAWI[triwulan]} Tahun {tahun} mendahului triwulan awal kantor; tidak ada batasnya."
        )
    before = cut_off(tx, unit, tahun, triwulan)
    if before is None:
        raise UserError(
            "Kantor ini tidak menetapkan batas pengumpulan, jadi tidak ada yang perlu diberi dispensasi. "
            "Batas ditetapkan di halaman Pengaturan."
        )
    wanted = {(r["bagian"], r["triwulan"]): r for r in kiriman.completeness(tx, unit, tahun).iter_rows(named=True)}
    asked = wanted.get((bagian, triwulan))
    if asked is None:
        raise UserError(f"Bagian {about} tidak mempunyai angka yang harus dikirim. Pilih bagian atau triwulan lain.")
    if asked["terkunci"]:
        raise UserError(f"Triwulan {ROMAWI[triwulan]} Tahun {tahun} sudah disahkan; dispensasi tidak diperlukan lagi.")
    for row in tx.read("kiriman_pertama", unit=unit, tahun=tahun).iter_rows(named=True):
        mine = (row["bagian"], row["triwulan"]) == (bagian, triwulan)
        if mine and row["berdiri"] and asked["terisi"] == asked["berlaku"]:
            raise UserError(f"Kiriman {about} sudah dikirim {waktu(row['dikirim'])}; dispensasi tidak diperlukan lagi.")
    if batas <= before:
        raise UserError(f"Batas baru ({tanggal(batas)}) harus sesudah batas semula ({tanggal(before)}).")
    if batas < periode.today():
        raise UserError(f"Batas baru ({tanggal(batas)}) sudah lewat. Pilih hari ini atau sesudahnya.")
    return before


def _state(
    row: Mapping[str, Any],
    until: date | None,
    first: datetime | None,
    stands: datetime | None,
    per: date,
    *,
    ended: bool,
) -> Kirim:
    """`row` of read/kiriman_kelengkapan.sql; `first`, `stands`: dikirim and berdiri of read/kiriman_pertama.sql."""
    unsent = first is None and row["dibenarkan"] < row["berlaku"]
    owes = not row["terkunci"] and (unsent or row["terisi"] < row["berlaku"])
    if owes and until is not None and per > until:
        return Kirim.TERLAMBAT
    if owes:
        return Kirim.DITUNGGU if ended else Kirim.BELUM_WAKTUNYA
    if stands is None:
        return Kirim.SELESAI if first is None or row["terkunci"] else Kirim.DIKEMBALIKAN
    if until is None:
        return Kirim.TANPA_BATAS
    return Kirim.SESUDAH if periode.local(stands).date() > until else Kirim.TEPAT


def days(jumlah: int) -> str:
    return f"{jumlah} hari kerja" if jumlah else "kurang dari satu hari kerja"
