"""What a number format makes of a number: a percentage, something scaled, the digits that show. Simple formats only."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format

Nilai = str | int | float | bool | datetime | None

HIASAN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # what shows as itself, or as space, colour or condition
PEMBAGI = re.compile(r"[0#?](,+)(?![0#?,])")
SEDERHANA = re.compile(r"(#,##)?0(?:\.(0+))?(%?)")
UMUM = frozenset(("General", "@", ""))
DIGIT_UMUM = 11
TERBESAR = 1e15


@lru_cache(1024)
def is_percent(code: str) -> bool:
    """Whether a number format multiplies by a hundred (a quoted or escaped % does not)."""
    return "%" in HIASAN.sub("", code)


@lru_cache(1024)
def is_date(code: str) -> bool:
    """Whether a number format shows a day or a time."""
    return bool(is_date_format(code))


@lru_cache(1024)
def scale(code: str) -> int:
    """What a format divides by before it shows: 1000 for “#,##0,”. 0 when it shows the number itself."""
    found = PEMBAGI.search(HIASAN.sub("", code))
    return int(1000 ** len(found[1])) if found else 0


def shown(nilai: Nilai, code: str) -> str:
    """A value as its format shows it, with the decimal point and thousands comma of the format code.

    A format that is not simple gives the value itself.
    """
    match nilai:
        case None:
            return ""
        case str():
            return nilai
        case bool():
            return "TRUE" if nilai else "FALSE"
        case datetime():
            return f"{nilai:%d/%m/%Y}" if (nilai.hour, nilai.minute) == (0, 0) else f"{nilai:%d/%m/%Y %H:%M}"
    return _number(nilai, code)


def _number(nilai: int | float, code: str) -> str:
    if code and not code.strip("; "):
        return ""  # ";;;" hides every number
    simple = None if code in UMUM else SEDERHANA.fullmatch(_first(code))
    if simple is None or not abs(nilai) < TERBESAR:
        return _general(nilai)
    group, decimals, percent = simple.groups()
    number = Decimal(f"{nilai:.15G}") * (100 if percent else 1)
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals or "")), ROUND_HALF_UP)
    return f"{rounded:{',' if group else ''}f}{percent}"


def _first(code: str) -> str:
    """The section for positive numbers, without what only decorates."""
    return HIASAN.sub("", code).partition(";")[0].strip()


def _general(nilai: int | float) -> str:
    if isinstance(nilai, int) or nilai.is_integer():
        return str(int(nilai)) if abs(nilai) < TERBESAR else str(nilai)
    return f"{Decimal(f'{nilai:.{DIGIT_UMUM}G}').normalize():f}" if abs(nilai) < TERBESAR else str(nilai)
