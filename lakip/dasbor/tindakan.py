"""Settling a matter of the dashboard on the spot: the acts of lakip.sop, with the disposisi that asked for them closed.

Rights are those of the acts. Each is a transaction of its own, the one that may be refused first: what was asked is
never closed before it was done.
"""

from collections.abc import Sequence
from datetime import date

from lakip import pengaturan, sebutan
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal
from lakip.narasi.kalimat import deret
from lakip.pengaturan import Pejabat
from lakip.periode import ROMAWI
from lakip.sop import dispensasi, disposisi, jabatan_kini
from lakip.sop.disposisi import Disposisi
from lakip.store import Store

Kiriman = tuple[str, int]  # bagian and triwulan
Kunci = tuple[int, int]  # tahun and nomor of a disposisi


def head(store: Store, unit: str, bagian: str, hari: date) -> Pejabat | None:
    """Who answers for a bagian on a day."""
    return next((p for p in jabatan_kini.in_office(store, unit, hari) if p.bagian == bagian), None)


def grant(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, untuk: Sequence[Kiriman], batas: date, alasan: str,
    asal: Kunci | None = None,
) -> str:  # fmt: skip
    """Give each bagian until `batas`, then close the disposisi that asked; what was done, in a few words.

    Raises UserError as lakip.sop.dispensasi, and when nobody is chosen.
    """
    names = _named(store, unit, untuk)
    for bagian, triwulan in untuk:
        dispensasi.grant(store, pengguna, unit, bagian, tahun, triwulan, batas, alasan)
    said = f"Dispensasi sampai {tanggal(batas)} untuk {names}"
    if asal:
        settle(store, pengguna, unit, asal, f"{said}: {alasan.strip()}")
    return said


def reprimand(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, untuk: Sequence[Kiriman], isi: str, hari_kerja: int,
    hari: date, asal: Kunci | None = None,
) -> str:  # fmt: skip
    """An order to the head of each bagian, handed on from the disposisi that asked, which is then closed."""
    names = _named(store, unit, untuk)
    heads = {b: _required_head(store, unit, b, hari) for b, _ in untuk}
    _check_words(isi)
    if asal:
        _receive(store, pengguna, unit, asal)
    numbers = [
        _order(store, pengguna, unit, tahun, heads[b], f"Teguran pengiriman data Triwulan {ROMAWI[n]}", isi, f"TW{n}",
               hari_kerja, hari, asal)
        for b, n in untuk
    ]  # fmt: skip
    said = f"Teguran {deret(numbers)} untuk {names}"
    if asal:
        settle(store, pengguna, unit, asal, said)
    return said


def direct(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str, bagian: str, hal: str, isi: str,
    hari_kerja: int, hari: date,
) -> str:  # fmt: skip
    """A direction of whoever may sign orders, as one to the head of a bagian about a periode; its number."""
    _check_words(isi)
    return _order(
        store, pengguna, unit, tahun, _required_head(store, unit, bagian, hari), hal, isi, periode, hari_kerja, hari
    )


def settle(store: Store, pengguna: Pengguna, unit: str, disposisi_: Kunci, catatan: str) -> None:
    """Stamp a disposisi done, and received before that where nobody has. Raises UserError without a result."""
    if not catatan.strip():
        raise UserError("Tulis hasilnya dahulu, misalnya “Data delapan bagian terkumpul”, lalu selesaikan.")
    _receive(store, pengguna, unit, disposisi_)
    disposisi.finish(store, pengguna, unit, *disposisi_, catatan)


# ---------------------------------------------------------------- inside


def _receive(store: Store, pengguna: Pengguna, unit: str, key: Kunci) -> None:
    if not disposisi.one(store, pengguna, unit, *key)["diterima"]:
        disposisi.receive(store, pengguna, unit, *key)


def _check_words(isi: str) -> None:
    if not isi.strip():
        raise UserError("Tulis dahulu apa yang harus dikerjakan.")


def _named(store: Store, unit: str, untuk: Sequence[Kiriman]) -> str:
    if not untuk:
        raise UserError("Pilih sedikitnya satu bagian.")
    names = {b.bagian: sebutan.bagian(b.nama) for b in pengaturan.bagian(store, unit)}
    return deret([names.get(b, b) for b, _ in untuk])


def _required_head(store: Store, unit: str, bagian: str, hari: date) -> Pejabat:
    found = head(store, unit, bagian, hari)
    if found is None:
        raise UserError(f"Bagian {bagian} belum mempunyai kepala pada daftar pejabat. Minta admin mencatatnya dahulu.")
    return found


def _order(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kepada: Pejabat, hal: str, isi: str, periode: str,
    hari_kerja: int, hari: date, induk: Kunci | None = None,
) -> str:  # fmt: skip
    own = disposisi.senders(store, pengguna, unit, hari)
    dari = own[0].id if own else ""
    baru = Disposisi(hari, dari, hal, isi, tahun, periode, kepada.id, lampiran=(), hari_kerja=hari_kerja)
    return disposisi.number(*disposisi.issue(store, pengguna, unit, baru, induk))
