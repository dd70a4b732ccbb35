"""Accounts, passwords, the peran an account holds, and server-side sessions.

    sandi -> jeda, gagal -> pintu -> sesi, kabar -> faktor -> daftar

`sandi` says what may be a password, `pintu` whether it is the right one, `jeda` how long wrong ones wait and `gagal`
how they get into the trail; `sesi` are the signed-in browsers, `faktor` the second factor, `kabar` what is told when
somebody else could sign in as the holder, `daftar` the accounts. Knows nothing of cookies and headers: the server hands
in a token or its hash. The record keeps argon2id hashes of passwords and sha256 hashes of session tokens, never the
things themselves.
"""

from datetime import date

from lakip.akses import Pengguna
from lakip.akun import faktor, kabar, sandi
from lakip.akun.daftar import (
    add,
    check_first,
    check_name,
    check_new,
    end_peran,
    find,
    give_peran,
    is_empty,
    list_accounts,
    release,
    set_active,
    set_sandi,
)
from lakip.akun.gagal import write_due
from lakip.akun.pintu import KELIRU, RAMAI, TungguError, authenticate, is_usual
from lakip.akun.sandi import SANDI_MINIMUM
from lakip.akun.sesi import (
    MASA_SESI,
    Sesi,
    close_others,
    close_session,
    listed,
    open_session,
    pengguna,
    remaining,
    sid,
)
from lakip.akun.sesi import find as find_session
from lakip.store import Store

__all__ = [
    "KELIRU", "MASA_SESI", "RAMAI", "SANDI_MINIMUM", "Sesi", "TungguError", "add", "authenticate", "check_first",
    "check_name", "check_new", "close_others", "close_session", "end_peran", "faktor", "find", "find_session",
    "give_peran", "is_empty", "is_usual", "kabar", "list_accounts", "listed", "open_session", "pengguna",
    "release", "remaining", "restriction", "sandi", "set_active", "set_sandi", "sid", "write_due",
]  # fmt: skip


def restriction(store: Store, akun: str, hari: date | None = None) -> str | None:
    """Why a session of this account that begins now opens nothing but the account itself: "sandi" when somebody else
    set its password, "faktor" when its office wants a second factor that it has not; None: no reason."""
    row = store.read("akun_satu", akun=akun).row(0, named=True)
    if row["wajib_ganti"]:
        return "sandi"
    who: Pengguna = find(store, akun, hari)
    return "faktor" if row["faktor"] is None and faktor.is_required(store, who, hari) else None
