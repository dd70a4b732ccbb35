"""Passwords: what may be one, and how it is kept. Knows nothing of accounts and the record.

The list of words beside this file was put together by hand for this program: words that people everywhere begin with
(password, qwerty), common Indonesian ones, names, places of South Kalimantan, and the words of a government office.
No list of leaked passwords was copied into it.
"""

import re
import secrets
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lakip.errors import UserError

SANDI_MINIMUM = 10
SANDI_MAKSIMUM = 200
SISA_MINIMUM = 4  # letters beside the words that everybody tries
RAGAM_MINIMUM = 5  # different characters: "aaaaabbbbb" has two
UMUM = Path(__file__).with_name("sandi_umum.txt")
SAMARAN = str.maketrans("0134578@$!", "oleastbasi")  # p4ssw0rd

_HASHER = PasswordHasher()


def check(sandi: str, milik: Iterable[str] = ()) -> None:
    """The password policy: length, and nothing that is tried first (NIST SP 800-63B 5.1.1.2).

    Args:
        milik: texts that belong to the account: its name, its holder's, the office's. Their words count as known.

    Raises UserError with the way out.
    """
    if len(sandi) < SANDI_MINIMUM:
        raise UserError(f"Kata sandi terlalu pendek. Pakai sedikitnya {SANDI_MINIMUM} karakter.")
    if len(sandi) > SANDI_MAKSIMUM:
        raise UserError(f"Kata sandi terlalu panjang. Pakai paling banyak {SANDI_MAKSIMUM} karakter.")
    if is_common(sandi, milik):
        raise UserError(
            "Kata sandi ini mudah ditebak: isinya angka saja, berulang, atau kata umum, nama akun, atau nama kantor. "
            "Pakai beberapa kata yang tidak berhubungan, misalnya tiga kata pilihan sendiri."
        )


def is_common(sandi: str, milik: Iterable[str] = ()) -> bool:
    """Whether little is left of a password once the words that everybody tries are taken out of it."""
    low = sandi.lower()
    if len(set(low)) < RAGAM_MINIMUM or not re.search(r"[^\W\d_]", low):
        return True
    own = {word for text in milik for word in re.findall(r"[^\W\d_]{3,}", text.lower())}
    return any(_left(text, own) < SISA_MINIMUM for text in (low, low.translate(SAMARAN)))


def hashed(sandi: str) -> str:
    return _HASHER.hash(sandi)


def matches(known: str | None, sandi: str) -> bool:
    """Whether this is the password of a hash; with None it never is, and takes the same time."""
    try:
        return _HASHER.verify(known or _dummy(), sandi[:SANDI_MAKSIMUM]) and known is not None
    except (VerificationError, InvalidHashError):
        return False


# ---------------------------------------------------------------- inside


def _left(text: str, own: set[str]) -> int:
    """How many letters remain of a text beside known words; as many as it takes to pass when it holds none."""
    rest = re.sub("|".join(map(re.escape, sorted(own, key=len, reverse=True))), " ", text) if own else text
    rest = _known().sub(" ", rest)
    return len(re.findall(r"[^\W\d_]", rest)) if rest != text else SISA_MINIMUM


@cache
def _known() -> re.Pattern[str]:
    """The longest word first, so that "kecamatan" goes before "camat"."""
    lines = UMUM.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))))


@cache
def _dummy() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))
