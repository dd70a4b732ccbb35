"""Sessions: signed-in browsers, kept on the server. A browser holds a token, the record its sha256.

A session ends after 8 hours, and after 60 minutes in which its holder did nothing. Both are measured by a clock that
nobody sets: the one of the wall counts only for a session that began before this process. When it was last used is kept
in memory and written nowhere.
"""

import hashlib
import secrets
import threading
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from weakref import WeakKeyDictionary

import polars as pl

from lakip import jejak, periode
from lakip.akses import Pengguna, Peran, Tugas
from lakip.store import Store
from lakip.utuh import jam

MASA_SESI = timedelta(hours=8)
MASA_DIAM = timedelta(minutes=60)
DIAM = "tidak dipakai 60 menit"
_clock = jam.machine


@dataclass(frozen=True)
class Sesi:
    """Whose a session is. `terbatas` says why it opens nothing but one's own account: "sandi", "faktor", or None."""

    pengguna: Pengguna
    terbatas: str | None


@dataclass
class _Hidup:
    sampai: float
    terakhir: float


def open_session(
    store: Store, akun: str, pada: datetime | None = None, *, alamat: str = "", peramban: str = "",
    terbatas: str | None = None,
) -> str:  # fmt: skip
    """Begin a session of 8 hours and return its token; the record keeps only the token's hash."""
    pada, token = pada or periode.now(), secrets.token_urlsafe(32)
    alive, now = _of(store), _clock()
    for ended in [s for s, one in [*alive.items()] if one.sampai <= now]:
        alive.pop(ended, None)
    row = {"sesi": sid(token), "akun": akun, "dibuat": pada, "berakhir": pada + MASA_SESI}
    row |= {"alamat": alamat or None, "peramban": peramban or None, "terbatas": terbatas}
    with store.transaction() as tx:
        tx.run("sesi_bersihkan", pada=pada, hidup=[*alive])
        tx.insert("sesi", [row])
        jejak.write(tx, akun, "masuk", f"akun:{akun}", **({"alamat": alamat} if alamat else {}))
    alive[sid(token)] = _Hidup(now + MASA_SESI.total_seconds(), now)
    return token


def sid(token: str) -> str:
    """What a session is called inside: the sha256 of its token."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(store: Store, sesi: str, hari: date | None = None, *, sendiri: bool = True) -> Sesi | None:
    """The session of this name (`sid` of its token), with the peran in force on `hari`; None when it has ended or its
    account was disabled.

    `sendiri`: its holder asked, and not a page by itself; only that keeps it open.
    """
    rows = store.read("sesi_pengguna", sesi=sesi, hari=hari or periode.today())
    who = from_rows(rows)
    if who is None or not _is_alive(store, sesi, rows["dibuat"][0], rows["berakhir"][0], sendiri=sendiri):
        return None
    return Sesi(who, rows["terbatas"][0])


def pengguna(store: Store, sesi: str, hari: date | None = None, *, sendiri: bool = True) -> Pengguna | None:
    """Who a session belongs to, when it opens the screens; see `find`."""
    found = find(store, sesi, hari, sendiri=sendiri)
    return None if found is None or found.terbatas else found.pengguna


def remaining(store: Store, sesi: str) -> tuple[int, int]:
    """Seconds that an open session still lasts: unless it is used, and at most."""
    one, now = _of(store).get(sesi), _clock()
    if one is None:
        return 0, 0
    return int(one.terakhir + MASA_DIAM.total_seconds() - now), int(one.sampai - now)


def close_session(store: Store, sesi: str, sebab: str | None = None) -> None:
    """End one session; nothing happens when it has ended already."""
    with store.transaction() as tx:
        owner = tx.read("sesi_akun", sesi=sesi)
        if owner.is_empty():
            return
        akun = owner.item()
        tx.run("sesi_tutup", sesi=sesi)
        jejak.write(tx, akun, "keluar", f"akun:{akun}", **({"sebab": sebab} if sebab else {}))
    _of(store).pop(sesi, None)


def listed(store: Store, pengguna: Pengguna) -> pl.DataFrame:
    """One's own open sessions, newest first; columns as read/sesi_daftar.sql."""
    rows, alive, now = store.read("sesi_daftar", akun=pengguna.akun), _of(store), _clock()
    open_still = [
        now < alive[r["sesi"]].sampai and now - alive[r["sesi"]].terakhir < MASA_DIAM.total_seconds()
        if r["sesi"] in alive
        else r["berakhir"] > periode.now()
        for r in rows.iter_rows(named=True)
    ]
    return rows.filter(pl.Series(open_still, dtype=pl.Boolean))


def close_others(store: Store, pengguna: Pengguna, sesi: str) -> int:
    """End one's own sessions but this one; how many there were."""
    others = listed(store, pengguna).filter(pl.col("sesi") != sesi).height
    with store.transaction() as tx:
        tx.run("sesi_tutup_akun", akun=pengguna.akun, kecuali=sesi)
        jejak.write(tx, pengguna.akun, "mengakhiri sesi lain", f"akun:{pengguna.akun}", jumlah=others)
    return others


def from_rows(rows: pl.DataFrame) -> Pengguna | None:
    """Who is acting, from one row per peran in force; None without a row."""
    if rows.is_empty():
        return None
    tugas = tuple(
        Tugas(Peran(r["peran"]), r["unit"], r["bagian"]) for r in rows.iter_rows(named=True) if r["peran"] is not None
    )
    return Pengguna(rows["akun"][0], rows["nama"][0], tugas)


# ---------------------------------------------------------------- inside


def _is_alive(store: Store, sesi: str, dibuat: datetime, berakhir: datetime, *, sendiri: bool) -> bool:
    alive, now = _of(store), _clock()
    one = alive.get(sesi)
    if one is None:  # it began before this process
        wall = periode.now()
        if not dibuat - jam.MUNDUR <= wall < berakhir:
            return False
        one = alive[sesi] = _Hidup(now + min(berakhir - wall, MASA_SESI).total_seconds(), now)
    if now >= one.sampai:
        return False
    if now - one.terakhir >= MASA_DIAM.total_seconds():
        close_session(store, sesi, DIAM)
        return False
    if sendiri:
        one.terakhir = now
    return True


def _of(store: Store) -> dict[str, _Hidup]:
    with _lock:
        return _all.setdefault(store, {})


_lock = threading.Lock()
_all: WeakKeyDictionary[Store, dict[str, _Hidup]] = WeakKeyDictionary()
