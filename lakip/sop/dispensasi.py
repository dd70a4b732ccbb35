"""Until when the figures of a triwulan are to be sent, who sent them late, and who was given longer, with a reason.

The day counts from the setting `batas_pengumpulan`; a dispensation is a row of its own and is never changed: a later
one for the same bagian and triwulan takes its place.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

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
    TEPAT = "tepat waktu"
    TERLAMBAT = "terlambat"
    BELUM = "belum mengirim"  # and late
    TANPA_BATAS = "tanpa batas"


@dataclass(frozen=True)
class Pengiriman:
    """How one bagian kept to the day of one triwulan.

    `batas` is the day that counts, `semula` that of the setting; both None while the office sets none. `terlambat`
    counts working days, to the day of sending or to the day asked about. `dikirim` is UTC.
    """

    bagian: str
    nama: str
    triwulan: int
    keadaan: Kirim
    semula: date | None
    batas: date | None
    dikirim: datetime | None
    terlambat: int
    alasan: str | None = None
    pemberi: str | None = None
    dikembalikan: int = 0

    @property
    def kata(self) -> str:
        """ "terlambat 3 hari kerja"; "belum mengirim, terlambat 3 hari kerja"."""
        if self.keadaan is Kirim.TERLAMBAT:
            return f"terlambat {_days(self.terlambat)}"
        if self.keadaan is Kirim.BELUM:
            return f"belum mengirim, terlambat {_days(self.terlambat)}"
        return str(self.keadaan)


def cut_off(store: Store | Transaction, unit: str, tahun: int, triwulan: int) -> date | None:
    """Until which day of the month after a quarter its figures are expected; None when the office sets none."""
    day = pengaturan.in_force(store, unit, tahun).batas_pengumpulan
    return None if day is None else PERIODE[f"TW{triwulan}"].ends(tahun) + timedelta(days=day)


def deadline(store: Store, unit: str, bagian: str, tahun: int, triwulan: int) -> date | None:
    """The day that counts for one bagian: of its dispensation, or else the cut-off."""
    given = store.read("dispensasi_daftar", unit=unit, tahun=tahun).to_dicts()
    own = [row["batas"] for row in given if (row["bagian"], row["triwulan"]) == (bagian, triwulan)]
    return own[0] if own else cut_off(store, unit, tahun, triwulan)


def deliveries(store: Store, unit: str, tahun: int, per: date) -> tuple[Pengiriman, ...]:
    """Every bagian and triwulan that has figures to send, by triwulan; empty before a plan is recorded."""
    work = kalender.load(store, unit)
    days = {n: cut_off(store, unit, tahun, n) for n in periode.TRIWULAN}
    given = {
        (r["bagian"], r["triwulan"]): r for r in store.read("dispensasi_daftar", unit=unit, tahun=tahun).to_dicts()
    }
    sent = {(r["bagian"], r["triwulan"]): r for r in store.read("kiriman_pertama", unit=unit, tahun=tahun).to_dicts()}
    found = []
    for row in kiriman.completeness(store, unit, tahun).sort("triwulan", maintain_order=True).iter_rows(named=True):
        key = row["bagian"], row["triwulan"]
        more, done = given.get(key), sent.get(key)
        until = more["batas"] if more else days[key[1]]
        when = done["dikirim"] if done else None
        ended = PERIODE[f"TW{key[1]}"].ends(tahun) < per
        late = 0 if until is None else work.working_days(until, max(until, periode.local(when).date() if when else per))
        found.append(
            Pengiriman(
                *(row["bagian"], row["bagian_nama"], row["triwulan"]), _state(until, when, per, ended=ended),
                days[key[1]], until, when, late, more["alasan"] if more else None, more["oleh_nama"] if more else None,
                done["dikembalikan"] if done else 0,
            )
        )  # fmt: skip
    return tuple(found)


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


def _check(tx: Transaction, unit: str, bagian: str, tahun: int, triwulan: int, batas: date, about: str) -> date:
    before = cut_off(tx, unit, tahun, triwulan)
    if before is None:
        raise UserError(
            "Kantor ini tidak menetapkan batas pengumpulan, jadi tidak ada yang perlu diberi dispensasi. "
            "Batas ditetapkan di halaman Pengaturan."
        )
    wanted = kiriman.completeness(tx, unit, tahun)
    if (bagian, triwulan) not in set(wanted.select("bagian", "triwulan").iter_rows()):
        raise UserError(f"Bagian {about} tidak mempunyai angka yang harus dikirim. Pilih bagian atau triwulan lain.")
    for row in tx.read("kiriman_pertama", unit=unit, tahun=tahun).iter_rows(named=True):
        if (row["bagian"], row["triwulan"]) == (bagian, triwulan) and row["dikirim"]:
            raise UserError(f"Kiriman {about} sudah dikirim {waktu(row['dikirim'])}; dispensasi tidak diperlukan lagi.")
    if batas <= before:
        raise UserError(f"Batas baru ({tanggal(batas)}) harus sesudah batas semula ({tanggal(before)}).")
    if batas < periode.today():
        raise UserError(f"Batas baru ({tanggal(batas)}) sudah lewat. Pilih hari ini atau sesudahnya.")
    return before


def _state(until: date | None, sent: datetime | None, per: date, *, ended: bool) -> Kirim:
    if sent is not None:
        if until is None:
            return Kirim.TANPA_BATAS
        return Kirim.TERLAMBAT if periode.local(sent).date() > until else Kirim.TEPAT
    if not ended:
        return Kirim.BELUM_WAKTUNYA
    return Kirim.BELUM if until is not None and per > until else Kirim.DITUNGGU


def _days(jumlah: int) -> str:
    return f"{jumlah} hari kerja" if jumlah else "kurang dari satu hari kerja"
