"""Words of rows: those that sum up, and whether two spellings name the same thing."""

import difflib
import re

from lakip.unggah.tabel import makna

_DARI = (
    r"capaian|kinerja|realisasi|target|anggaran|belanja|pagu|sasaran|strategis|program|kegiatan|sub|tujuan|bagian|seksi|"
    r"seluruhnya|seluruh|keseluruhan|semua|total|jumlah|rata|indikator|kecamatan|tahun|triwulan|tw|dan|iku|persen|%|"
    r"[ivx]+|[a-z]|\d+"
)
_JUMLAH = re.compile(rf"(grand |sub )?(jumlah|total|subtotal|rata rata|jumlah total|grandtotal)( (?:{_DARI}))*")
_SINGKATAN = {
    "prosentase": "persentase", "persen": "persentase", "dlm": "dalam", "yg": "yang", "dgn": "dengan", "dg": "dengan",
    "thd": "terhadap", "utk": "untuk", "pd": "pada", "dr": "dari", "jml": "jumlah", "keg": "kegiatan",
    "masy": "masyarakat", "kec": "kecamatan", "kel": "kelurahan", "adm": "administrasi", "pemdes": "pemerintahan",
    "thn": "tahun", "kelembagaan": "lembaga",
}  # fmt: skip
_LALU = frozenset(
    ("dan", "yang", "di", "pada", "ke", "dari", "dalam", "untuk", "dengan", "atas", "atau", "oleh", "terhadap", "para")
)
_INGKAR = ("tidak", "tak", "non", "tanpa", "bukan", "belum", "anti")
DEKAT = 0.8


_KURUNG = re.compile(r"\((?!\s*(?:x|y|rp|%)\s*\))[^)]*\)")


def plain(teks: str) -> str:
    """Lower case, without punctuation and asides: "Faktor Pendukung/Pendorong *)" is "faktor pendukung pendorong"."""
    return " ".join(re.sub(r"[^0-9a-z%]+", " ", _KURUNG.sub(" ", teks.casefold())).split())


def is_sum(nama: str) -> bool:
    """Whether a row sums up others: JUMLAH, Total Anggaran, Rata-rata capaian Sasaran 1."""
    return _JUMLAH.fullmatch(makna.plain(nama)) is not None


def agree(satu: str, lain: str) -> bool:
    """Whether two spellings name the same: abbreviated, with a letter wrong, with or without "dan" and "yang".

    What stands in brackets counts, and "tidak" before or within a word makes another thing of it.
    """
    if satu == lain:
        return True
    one, other = _words(satu), _words(lain)
    rest = [w for w in one if w not in other], [w for w in other if w not in one]
    if len(rest[0]) != len(rest[1]):
        return False
    return all(any(_near(a, b) for b in rest[1]) for a in rest[0])


def _words(text: str) -> list[str]:
    words = [_SINGKATAN.get(w, w) for w in makna.plain(text.replace("&", " dan ")).split()]
    return [w for w in words if w not in _LALU and w != "%"]


def _near(one: str, other: str) -> bool:
    if any(one.startswith(no) != other.startswith(no) or (no in one) != (no in other) for no in _INGKAR):
        return False
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= DEKAT or one.startswith(other) or other.startswith(one)
