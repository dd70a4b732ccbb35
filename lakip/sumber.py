"""Which figure of the record a printed figure is: a short code, and an invisible mark that carries it.

A code says whose figure, of which tahun and periode, and which of its figures (`besaran`):

    IK-01.2026.SM1.realisasi            an indikator, by its kode
    rata.2026.TW3.S1.tanpa_batas        an average: of one sasaran, or of `semua`
    uang.2026.TW3.7.01.02.realisasi     money of one kode of the budget, or of `total`
    hitung.2026.TW3.indikator.diukur    a count of something

    kode     = subjek "." tahun "." periode "." besaran
             | jenis "." tahun "." periode "." subjek "." besaran
    jenis    = "rata" | "uang" | "hitung"
    tahun    = four digits; periode = TW1..TW4, SM1, SM2, TH, SD1..SD4
    besaran  = small letters, digits, "_"; subjek = any printable text, dots too

A mark is AWAL, the code, TENGAH, the text as printed, AKHIR; AWAL, TENGAH, AKHIR and every byte of the code are
characters of the private use area. So it passes through Jinja: autoescape finds nothing to escape in the code,
`upper` and `lower` change the text only. `first`, `last` and `length` see the marks too: never use them on a
marked figure. A mark holds no other mark. Whatever writes something else than Word prints `polos(teks)`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NewType

from lakip.periode import PERIODE

Bertanda = NewType("Bertanda", str)  # a text that carries its code: what a figure column of a paper is made of
RATA, UANG, HITUNG = JENIS = ("rata", "uang", "hitung")
SEMUA, TOTAL = "semua", "total"
AWAL, TENGAH, AKHIR = "\ue200", "\ue201", "\ue202"
DASAR = 0xE100  # the byte 0 of a code
PANJANG_TAG = 64  # what Word takes as the tag of a content control

_PERIODE = "|".join(PERIODE)
_BENTUK = (
    re.compile(rf"(?P<jenis>{'|'.join(JENIS)})\.(?P<tahun>\d{{4}})\.(?P<periode>{_PERIODE})\.(?P<sisa>.+)", re.ASCII),
    re.compile(
        rf"(?P<subjek>.+)\.(?P<tahun>\d{{4}})\.(?P<periode>{_PERIODE})\.(?P<besaran>[a-z0-9_]+)", re.ASCII
    ),
)  # fmt: skip
_SISA = re.compile(r"(?P<subjek>.+)\.(?P<besaran>[a-z0-9_]+)", re.ASCII)
_SANDI = f"[{chr(DASAR)}-{chr(DASAR + 255)}]"
_TANDA = re.compile(f"{AWAL}({_SANDI}+){TENGAH}([^{AWAL}{TENGAH}{AKHIR}]*){AKHIR}")
_SISA_TANDA = re.compile(f"{_SANDI}|[{AWAL}{TENGAH}{AKHIR}]")

_TERSANDI = {byte: DASAR + byte for byte in range(256)}
_TERBACA = {sign: byte for byte, sign in _TERSANDI.items()}


@dataclass(frozen=True)
class Kode:
    """A code taken apart. jenis "" is an indikator."""

    jenis: str
    subjek: str
    tahun: int
    periode: str
    besaran: str

    def __str__(self) -> str:
        place = f"{self.tahun}.{self.periode}"
        if self.jenis:
            return f"{self.jenis}.{place}.{self.subjek}.{self.besaran}"
        return f"{self.subjek}.{place}.{self.besaran}"


def indikator(kode: str, tahun: int, periode: str, besaran: str) -> str:
    return str(Kode("", _subjek(kode), tahun, periode, besaran))


def rata(sasaran: str | None, tahun: int, periode: str, besaran: str) -> str:
    """Without sasaran: of all that counts."""
    return str(Kode(RATA, _subjek(sasaran or SEMUA), tahun, periode, besaran))


def uang(kode: str | None, tahun: int, periode: str, besaran: str) -> str:
    """Without kode: of the whole budget."""
    return str(Kode(UANG, _subjek(kode or TOTAL), tahun, periode, besaran))


def hitung(apa: str, tahun: int, periode: str, besaran: str) -> str:
    return str(Kode(HITUNG, apa, tahun, periode, besaran))


@lru_cache(maxsize=4096)  # a report marks some thousand figures, and its potret reads them all again
def urai(kode: str) -> Kode:
    """Raises ValueError when it is no code."""
    if found := _BENTUK[0].fullmatch(kode):
        rest = _SISA.fullmatch(found["sisa"])
    else:
        found = rest = _BENTUK[1].fullmatch(kode)
    if found is None or rest is None or not kode.isprintable() or _SISA_TANDA.search(kode):
        raise ValueError(f"no code of a figure: {kode!r}")
    return Kode(
        jenis=found.groupdict().get("jenis", ""),
        subjek=rest["subjek"],
        tahun=int(found["tahun"]),
        periode=found["periode"],
        besaran=rest["besaran"],
    )


def tandai(kode: str, teks: str) -> Bertanda:
    """The text with its code around it: a figure, or the dash, the word or the blank in its place.

    Raises ValueError for no code, and for a text that is marked already.
    """
    urai(kode)
    if _SISA_TANDA.search(teks):
        raise ValueError(f"{kode}: a mark holds no other mark")
    return Bertanda(f"{AWAL}{kode.encode().decode('latin-1').translate(_TERSANDI)}{TENGAH}{teks}{AKHIR}")


def bertanda(teks: str) -> bool:
    return AWAL in teks


def polos(teks: str) -> str:
    """The text as a person reads it. What is left of a broken mark goes too: its letters are not for people."""
    return _SISA_TANDA.sub("", teks)


def potong(teks: str) -> Iterator[tuple[str | None, str]]:
    """The pieces of a marked text in order, as (kode, teks); kode is None between marks. Empty pieces of the
    latter are left out; a broken mark is text without its marks."""
    end = 0
    for mark in _TANDA.finditer(teks):
        if between := polos(teks[end : mark.start()]):
            yield None, between
        yield buka(mark[1]), mark[2]
        end = mark.end()
    if rest := polos(teks[end:]):
        yield None, rest


def buka(sandi: str) -> str:
    """The code that these private characters carry."""
    return sandi.translate(_TERBACA).encode("latin-1").decode(errors="replace")


def tag(kode: str) -> str:
    """The code as it fits the tag of a content control: itself, or its beginning and a hash."""
    if len(kode) <= PANJANG_TAG:
        return kode
    return f"{kode[: PANJANG_TAG - 9]}~{hashlib.sha256(kode.encode()).hexdigest()[:8]}"


def is_tag(teks: str) -> bool:
    """Whether a tag found in a document is one of ours, shortened ones included."""
    if len(teks) == PANJANG_TAG and re.fullmatch(r".+~[0-9a-f]{8}", teks):
        return True
    try:
        urai(teks)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1024)
def _subjek(teks: str) -> str:
    """A kode as an office wrote it, without what a code cannot hold."""
    return "".join(sign if sign.isprintable() and not _SISA_TANDA.match(sign) else "_" for sign in teks) or "_"
