"""Whether the computer's clock can be believed: against the newest act, and against the clock of the machine that
nobody sets. Whoever signs in is let in all the same, or nobody could settle it; that act says so and dates nothing.
"""

import time
from datetime import datetime, timedelta
from typing import Any

from lakip import periode
from lakip.errors import UserError
from lakip.formatting import waktu
from lakip.store import Store, Transaction

MUNDUR, MAJU = timedelta(minutes=5), timedelta(days=100)  # a quarter without an act is usual; so far may it stray
RAGU = "jam_diragukan"  # in the rincian of an act that was let through
BENAR = "menyatakan jam benar"
PULIH = "memulihkan cadangan"  # of any age, by whoever sits at the server
BEBAS = frozenset({
    "masuk", "keluar", BENAR, "menyegel catatan", "melanjutkan dengan catatan yang ada",
    "memasang ulang aturan", "gagal masuk", "mengganti kata sandi", "memasang faktor kedua",
    "mengetik kode faktor kedua", "memakai kode pemulihan", "membuat cadangan", PULIH,
})  # fmt: skip
BETULKAN = "Betulkan tanggal dan jam komputer server, lalu coba lagi."
JALAN_KELUAR = (
    "Tidak ada yang dicatat. Betulkan tanggal dan jam komputer server lalu ulangi; bila jam itu benar, admin "
    "menyatakannya di halaman Kesehatan data."
)


def machine() -> float:
    """Seconds that go on while the computer sleeps, where it has such a clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


_mulai: tuple[datetime, float] = periode.now(), machine()


def settle() -> None:
    """From here on the clock of the machine is measured against what the computer says now."""
    global _mulai  # noqa: PLW0603  the one clock of this process
    _mulai = periode.now(), machine()


def doubt(terakhir: datetime | None) -> str | None:
    """What is wrong with the clock, given the newest act that it can be held against; None: nothing."""
    now, (begun, ticks) = periode.now(), _mulai
    if terakhir is not None and now < terakhir - MUNDUR:
        return f"Jam komputer mundur: kini {waktu(now)}, padahal perbuatan terakhir tercatat {waktu(terakhir)}."
    if terakhir is not None and now > terakhir + MAJU:
        days = (now - terakhir).days
        return f"Jam komputer melompat: kini {waktu(now)}, {days} hari sesudah perbuatan terakhir ({waktu(terakhir)})."
    strayed = (now - begun) - timedelta(seconds=machine() - ticks)
    if abs(strayed) > MUNDUR:
        minutes = round(abs(strayed) / timedelta(minutes=1))
        how = "dimajukan" if strayed > timedelta(0) else "dimundurkan"
        return f"Jam komputer {how} {minutes} menit sejak aplikasi dimulai: kini {waktu(now)}."
    return None


def check(perbuatan: str, terakhir: datetime | None) -> dict[str, Any]:
    """What an act must say of the clock. Raises UserError when it may not be recorded by this clock."""
    wrong = doubt(terakhir)
    if wrong is None:
        return {}
    if perbuatan not in BEBAS:
        raise UserError(f"{wrong} {JALAN_KELUAR}")
    return {} if perbuatan in (BENAR, PULIH) else {RAGU: True}


def now_doubted(pembaca: Store | Transaction) -> str | None:
    """As `doubt`, of a record."""
    return doubt(pembaca.read("jejak_terakhir")["jam"].item())


def settled_before(pembaca: Store | Transaction, pada: datetime) -> bool:
    """Whether an admin has since declared that it is earlier than `pada`: that moment was a mistake of the clock."""
    said: datetime | None = pembaca.read("jam_dinyatakan")["pada"].item()
    return said is not None and said < pada


def misdated(pembaca: Store) -> list[dict[str, Any]]:
    """Acts that bear a later moment than one that came after them; columns as read/jejak_salah_tanggal.sql."""
    return pembaca.read("jejak_salah_tanggal", batas=MUNDUR).to_dicts()
