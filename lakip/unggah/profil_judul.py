"""Headings seen apart from the quarter and the tahun they name.

"Realisasi TW II 2026" of one upload is "Realisasi TW III 2026" of the next, and what was decided about it is meant of
the quarter that is wanted, not of the second.
"""

import re
from collections.abc import Callable

from lakip.periode import ROMAWI

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_TRIWULAN = re.compile(r"\b((?:triwulan|tribulan|kuartal|trw|tw)[\s.:\-]*(?:ke[\s\-]*)?)(iv|iii|ii|i|[1-4])\b", re.I)
_TAHUN = re.compile(r"\b20\d\d\b")
_BULAN = re.compile(rf"\b({'|'.join(BULAN)})\b", re.I)
_TANDA = re.compile(r"\{(tw|bl|th):(-?\d+):(\w)\}")
_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def erased(judul: str) -> str:
    """The heading without them: two files of one shape have the same."""
    low = _BULAN.sub("#", _TAHUN.sub("#", _TRIWULAN.sub(r"\1#", judul)))
    return " ".join(low.casefold().split())


def template(judul: str, tahun: int, triwulan: int | None) -> str:
    """The heading with each of them counted from what is wanted. Without `triwulan` quarters and months stay as they
    are: the upload wants them all."""
    said = _TAHUN.sub(lambda m: f"{{th:{int(m[0]) - tahun}:a}}", judul)
    if triwulan is None:
        return said
    said = _TRIWULAN.sub(_quarter(triwulan), said)
    return _BULAN.sub(lambda m: f"{{bl:{BULAN.index(m[0].title()) + 1 - 3 * triwulan}:{_style(m[0])}}}", said)


def filled(pola: str, tahun: int, triwulan: int | None) -> str | None:
    """The heading as a file of another quarter or tahun has it; None when there is no such quarter."""
    lost = False

    def put(found: re.Match[str]) -> str:
        nonlocal lost
        kind, far, style = found[1], int(found[2]), found[3]
        if kind == "th":
            return str(tahun + far)
        number = (triwulan or 0) + far if kind == "tw" else 3 * (triwulan or 0) + far
        if triwulan is None or not 1 <= number <= (4 if kind == "tw" else 12):
            lost = True
            return ""
        if kind == "tw":
            return str(number) if style == "a" else _cased(ROMAWI[number], style)
        return _cased(BULAN[number - 1], style)

    text = _TANDA.sub(put, pola)
    return None if lost else text


# ---------------------------------------------------------------- inside


def _quarter(triwulan: int) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        text = found[2]
        number, style = (int(text), "a") if text.isdigit() else (_ANGKA[text.casefold()], _style(text))
        return f"{found[1]}{{tw:{number - triwulan}:{style}}}"

    return put


def _style(text: str) -> str:
    """Upper, lower or title case, as one letter."""
    return "u" if text.isupper() else "l" if text.islower() else "t"


def _cased(text: str, style: str) -> str:
    return {"u": text.upper(), "l": text.lower()}.get(style, text)
