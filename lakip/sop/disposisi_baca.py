"""Reading the register of disposisi: each as whoever asks may read it.

One with sifat Rahasia is known to everybody by number, dates, names and state, because a register must count; what it
says is for who gave it, whom it is addressed to, whoever stands in its chain, and Camat and Sekcam.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from lakip import periode
from lakip.akses import Izin, Pengguna, Peran
from lakip.errors import AccessError, UserError
from lakip.formatting import tanggal as printed
from lakip.sop import jabatan_kini
from lakip.store import Store, Transaction

TERBIT, DITERIMA, SELESAI = "terbit", "diterima", "selesai"
KEADAAN_NAMA = {TERBIT: "Belum diterima", DITERIMA: "Diterima", SELESAI: "Selesai"}
TINGKAT = {"camat": 3, "sekcam": 2, "kasubbag": 1, "kasi": 1}  # a staf is below all of them
RAHASIA = "rahasia"
TERTUTUP = "(Rahasia)"  # stands for what somebody may not read
SEMUA_RAHASIA = (Peran.CAMAT, Peran.SEKCAM)

Baris = Mapping[str, Any]
Pembaca = Store | Transaction


def listed(store: Store, pengguna: Pengguna, unit: str, tahun: int | None) -> list[dict[str, Any]]:
    """All that were numbered in a tahun or are about it (None: in any), newest first, as `pengguna` may read them;
    columns as read/disposisi_daftar.sql, and `tertutup`: its content is closed to him."""
    return [seen(store, pengguna, unit, row) for row in recorded_all(store, unit, tahun)]


def one(store: Store, pengguna: Pengguna, unit: str, tahun: int, nomor: int) -> dict[str, Any]:
    """One row of the register, as `listed`. Raises UserError when there is no such number."""
    return seen(store, pengguna, unit, recorded(store, unit, tahun, nomor))


def chain(store: Store, pengguna: Pengguna, unit: str, row: Baris) -> list[dict[str, Any]]:
    """The disposisi of which this one is part: from the first order to this one, then what it was handed on to."""
    return [seen(store, pengguna, unit, leg) for leg in _chain(store, unit, row)]


def may_read(store: Store, pengguna: Pengguna, unit: str, row: Baris) -> bool:
    """Whether somebody may read what a disposisi says."""
    if not pengguna.may(Izin.LIHAT, unit):
        return False
    if row["sifat"] != RAHASIA or any(t.unit == unit and t.peran in SEMUA_RAHASIA for t in pengguna.tugas):
        return True
    return any(_takes_part(pengguna, unit, leg) for leg in _chain(store, unit, row))


def seen(store: Store, pengguna: Pengguna, unit: str, row: Baris) -> dict[str, Any]:
    """A row with its content, or with what stands for it."""
    return {**row, "tertutup": False} if may_read(store, pengguna, unit, row) else closed(row)


def closed(row: Baris) -> dict[str, Any]:
    """A row without its content, as on a paper that goes through many hands."""
    told = {"hal": TERTUTUP, "instruksi": TERTUTUP, "lampiran": "", "catatan": row["catatan"] and TERTUTUP}
    return {**row, **told, "tertutup": True}


def require_read(store: Store, pengguna: Pengguna, unit: str, row: Baris) -> None:
    """Raises AccessError naming who may."""
    pengguna.require(Izin.LIHAT, unit)
    if not may_read(store, pengguna, unit, row):
        raise AccessError(
            f"Disposisi {number(row['tahun'], row['nomor'])} bersifat Rahasia. Isinya hanya dibuka untuk yang "
            "menerbitkan, yang dituju, yang berada dalam rangkaiannya, Camat, dan Sekcam. Bila memerlukannya, "
            "mintalah kepada salah seorang dari mereka."
        )


# ---------------------------------------------------------------- as recorded: for what acts, never for a screen


def recorded_all(store: Pembaca, unit: str, tahun: int | None) -> list[dict[str, Any]]:
    """The rows of `listed` as the record has them, whoever asks."""
    return store.read("disposisi_daftar", unit=unit, tahun=tahun, nomor=None).to_dicts()


def recorded(store: Pembaca, unit: str, tahun: int, nomor: int) -> dict[str, Any]:
    """One of them. Raises UserError when there is no such number."""
    rows = store.read("disposisi_daftar", unit=unit, tahun=tahun, nomor=nomor)
    if rows.is_empty():
        raise UserError(f"Disposisi nomor {number(tahun, nomor)} tidak ada. Periksa nomor dan tahunnya.")
    return rows.row(0, named=True)


# ---------------------------------------------------------------- what one says


def number(tahun: int, nomor: int) -> str:
    """As printed: 007/2026."""
    return f"{nomor:03}/{tahun}"


def state(row: Baris) -> str:
    return SELESAI if row["selesai"] else DITERIMA if row["diterima"] else TERBIT


def goes_up(row: Baris) -> bool:
    """Whether it travels up, as the recap does in step 2."""
    return TINGKAT.get(row["kepada_peran"] or "", 0) > TINGKAT.get(row["dari_peran"] or "", 0)


def is_addressee(pengguna: Pengguna, unit: str, row: Baris) -> bool:
    """Whether somebody may stamp it and hand it on."""
    if row["kepada_akun"]:
        return bool(pengguna.akun == row["kepada_akun"]) and any(t.unit == unit for t in pengguna.tugas)
    return jabatan_kini.acts_for(pengguna, unit, row["kepada_peran"], row["kepada_bagian"])


def waiting(rows: Iterable[Baris], pengguna: Pengguna, unit: str) -> list[Baris]:
    """Those that wait for somebody: addressed to them, and not done."""
    return [row for row in rows if row["selesai"] is None and is_addressee(pengguna, unit, row)]


def flags(row: Baris, per: date) -> list[str]:
    """What is wrong with one on a day, a few words each; empty when nothing is."""
    found = []
    done = row["selesai"]
    if done is None and per > row["tenggat"]:
        found.append(f"lewat tenggat {printed(row['tenggat'])}")
    if done is not None and periode.local(done).date() > row["tenggat"]:
        found.append(f"selesai sesudah tenggat {printed(row['tenggat'])}")
    left = row["kepada_sampai"]
    if done is None and left is not None and left < per:
        found.append(f"{row['kepada_nama']} tidak lagi menjabat sejak {printed(left)}")
    return found


# ---------------------------------------------------------------- inside


def _takes_part(pengguna: Pengguna, unit: str, row: Baris) -> bool:
    """Whether somebody gave it or is addressed by it: in office now, or with the account that issued it."""
    gave = row["oleh"] == pengguna.akun and any(t.unit == unit for t in pengguna.tugas)
    holds = row["dari_peran"] and jabatan_kini.acts_for(pengguna, unit, row["dari_peran"], row["dari_bagian"])
    return gave or bool(holds) or is_addressee(pengguna, unit, row)


def _chain(store: Store, unit: str, row: Baris) -> Iterator[Baris]:
    above: list[Baris] = []
    parent = row["induk_tahun"], row["induk_nomor"]
    while parent[0] is not None:
        before = recorded(store, unit, *parent)
        above.insert(0, before)
        parent = before["induk_tahun"], before["induk_nomor"]
    yield from above
    yield recorded(store, unit, row["tahun"], row["nomor"])
    yield from _below(store, unit, row)


def _below(store: Store, unit: str, row: Baris) -> Iterator[Baris]:
    """What one was handed on to, each followed by what became of it. A number of the year after may continue it."""
    for tahun in (row["tahun"], row["tahun"] + 1):
        for child in reversed(recorded_all(store, unit, tahun)):
            parent = child["tahun"], child["induk_tahun"], child["induk_nomor"]
            if parent == (tahun, row["tahun"], row["nomor"]):
                yield child
                yield from _below(store, unit, child)
