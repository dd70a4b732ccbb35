"""Headings seen apart from the quarter and the tahun they name.

"Realisasi TW II 2026" of one upload is "Realisasi TW III 2026" of the next, and what was decided about it is meant of
the quarter that is wanted, not of the second.
"""

import re

from babel.dates import get_month_names

from lakip.unggah.tabel.makna import ROMAWI

BULAN = tuple(get_month_names("wide", locale="id").values())
_TRIWULAN = re.compile(r"\b((?:triwulan|tribulan|kuartal|trw|tw)[\s.:\-]*(?:ke[\s\-]*)?)(iv|iii|ii|i|[1-4])\b", re.I)
_TAHUN = re.compile(r"\b20\d\d\b")
_BULAN = re.compile(rf"\b({'|'.join(BULAN)})\b", re.I)
_TANDA_TAHUN = re.compile(r"\{th:(-?\d+)(?::a)?\}")


def erased(judul: str) -> str:
    """The heading without them: two files of one shape have the same."""
    return same(_BULAN.sub("#", _TAHUN.sub("#", _TRIWULAN.sub(r"\1#", judul))))


def template(judul: str, tahun: int, triwulan: int | None) -> str:
    """The heading with each of them counted from what is wanted: "Realisasi TW {tw:0} {th:0}". Without `triwulan`
    quarters and months stay as they are: the upload wants them all."""
    said = _TAHUN.sub(lambda m: f"{{th:{int(m[0]) - tahun}}}", judul)
    if triwulan is None:
        return said
    said = _TRIWULAN.sub(lambda m: f"{m[1]}{{tw:{(ROMAWI.get(m[2].lower()) or int(m[2])) - triwulan}}}", said)
    return _BULAN.sub(lambda m: f"{{bl:{BULAN.index(m[0].title()) + 1 - 3 * triwulan}}}", said)


def of_tahun(pola: str, tahun: int) -> str:
    """A template of tahun only, as it is called in that tahun."""
    return _TANDA_TAHUN.sub(lambda m: str(tahun + int(m[1])), pola)


def same(teks: str) -> str:
    """What two spellings of a heading, or of its template, have in common. Older templates name the case of letters."""
    return " ".join(re.sub(r"(\{\w\w:-?\d+):\w\}", r"\1}", teks).casefold().split())
