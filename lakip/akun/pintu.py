"""The door: is this the password of that account. What it says, and how long it takes, tells no name."""

import math
import threading
from datetime import timedelta

from lakip import periode
from lakip.akun import gagal, jeda, sandi
from lakip.errors import UserError
from lakip.store import Store

SANDI_KELIRU = "Tidak ada yang dijalankan: kata sandi keliru. Ketik kata sandi Anda sekali lagi."
KELIRU = "Nama akun atau kata sandi keliru. Periksa lagi keduanya, lalu coba sekali lagi."
RAMAI = "Terlalu banyak orang masuk pada saat yang sama. Tunggu beberapa detik, lalu coba lagi."
TUNGGU = "Sudah beberapa kali keliru. Tunggu {detik} detik, lalu coba sekali lagi."
BIASA = timedelta(days=30)  # an address from which somebody came in is a usual one so long

# Each verify takes 64 MB for a tenth of a second; more at once would let strangers exhaust the machine.
_VERIFIES = threading.BoundedSemaphore(3)


class TungguError(UserError):
    """Not now: the attempt was not even judged."""

    def __init__(self, pesan: str, detik: int) -> None:
        super().__init__(pesan)
        self.detik = detik


def authenticate(store: Store, akun: str, kata: str, *, alamat: str | None = None, inside: bool = False) -> str:
    """Return the account's name when the password is right; raise UserError otherwise.

    An unknown account costs the same time as a known one, waits as it does, and sounds the same; so does a disabled
    one.

    Args:
        alamat: where the attempt comes from; None: from a screen of somebody who is inside. The caller that gives one
            answers first and then calls `gagal.write_due`.
        inside: who is signed in is asked once more; his name is not in question.

    Raises TungguError while that account waits at that address.
    """
    akun, counts = cleaned(akun), jeda.of(store)
    wait_turn(store, akun, alamat or "")
    if not _VERIFIES.acquire(timeout=10):
        raise TungguError(RAMAI, 5)
    try:
        rows = store.read("akun_satu", akun=akun)
        right = sandi.matches(None if rows.is_empty() else rows["sandi"][0], kata)
    finally:
        _VERIFIES.release()
    if not right or not rows["aktif"][0]:
        gagal.note(store, akun, alamat or "", ada=not rows.is_empty())
        if alamat is None:
            gagal.write_due(store)
        raise UserError(SANDI_KELIRU if inside else KELIRU)
    counts.passed(akun, alamat or "")
    return akun


def wait_turn(store: Store, akun: str, alamat: str) -> None:
    """Raises TungguError when it is too soon for another attempt; otherwise counts this one."""
    if wait := jeda.of(store).attempt(akun, alamat):
        seconds = math.ceil(wait)
        raise TungguError(TUNGGU.format(detik=seconds), seconds)


def is_usual(store: Store, akun: str, alamat: str) -> bool:
    """Whether that account was signed in to from there lately. Costs the same for a name that is none."""
    akun, counts = cleaned(akun), jeda.of(store)
    if counts.is_usual(akun, alamat):
        return True
    known = store.read("akun_alamat", akun=akun, alamat=alamat, sejak=periode.now() - BIASA).item() > 0
    if known:
        counts.make_usual(akun, alamat)
    return bool(known)


def cleaned(akun: str) -> str:
    """The name as the record writes it; of one too long to be any, the beginning."""
    return akun.strip().lower()[:100]
