"""What is told when somebody else could sign in as the holder of an account: to him, and to those who oversee.

Told to each until he says that he knows; of the account of another for 30 days.
"""

from collections.abc import Sequence
from datetime import timedelta

import polars as pl

from lakip import jejak, periode
from lakip.akses import Pengguna, Peran
from lakip.store import Store, Transaction

MASA = timedelta(days=30)
PENGAWAS = frozenset({Peran.PENINJAU, Peran.SEKCAM, Peran.CAMAT})
SEBUTAN = {
    "mengganti kata sandi": "Kata sandi",
    "menghapus faktor kedua": "Faktor kedua",
}


def record(tx: Transaction, akun: str, perbuatan: str, oleh: str) -> None:
    """Keep what `oleh` did to the account of somebody else, to be told."""
    nomor = tx.read("akun_kabar_nomor").item() + 1
    tx.insert(
        "akun_kabar",
        [{"nomor": nomor, "akun": akun, "perbuatan": perbuatan, "oleh": oleh, "pada": periode.now()}],
    )


def waiting(store: Store, pengguna: Pengguna, unit: str) -> pl.DataFrame:
    """What this account has not said to know, newest first; columns as read/akun_kabar.sql."""
    since = periode.today() - MASA
    found = store.read("akun_kabar", akun=pengguna.akun, unit=unit, sejak=since)
    if any(t.unit == unit and t.peran in PENGAWAS for t in pengguna.tugas):
        return found
    return found.filter(pl.col("akun") == pengguna.akun)


def know(store: Store, pengguna: Pengguna, unit: str, nomor: Sequence[int]) -> None:
    """Say in one's own name that one knows of these; what does not wait for one is left out."""
    known = waiting(store, pengguna, unit).filter(pl.col("nomor").is_in(list(nomor)))
    if known.is_empty():
        return
    with store.transaction() as tx:
        rows = [{"nomor": n, "akun": pengguna.akun, "pada": periode.now()} for n in known["nomor"]]
        tx.insert("akun_diketahui", rows)
        jejak.write(
            tx, pengguna.akun, "mengetahui perubahan akun", f"akun:{pengguna.akun}", kabar=known["nomor"].to_list()
        )


def set_by(tx: Store | Transaction, akun: str) -> str | None:
    """Who else set the password of this account within 30 days; None when nobody did."""
    rows = tx.read("akun_kabar_terakhir", akun=akun, sejak=periode.now() - MASA)
    return None if rows.is_empty() else str(rows["oleh"][0])
