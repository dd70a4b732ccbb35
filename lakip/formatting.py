"""Every figure a person reads: Indonesian numbers, rupiah, dates, words.

Rounds once, half-up, at the moment of showing. Missing is a dash, never 0.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date

from lakip import periode

KOSONG = "–"
LOCALE = "id_ID"
ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
KELIPATAN = (
    (10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"),
    (1000, "ribu"), (100, "ratus"), (10, "puluh"),
)  # fmt: skip
PEMISAH = str.maketrans(",.", ".,")


def half_up(nilai: Decimal, desimal: int) -> Decimal:
    """The value at so many decimals, halves away from zero: 85,125 is 85,13."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)


def angka(nilai: Decimal | int | None, desimal: int | None = None) -> str:
    """1.234,56. Without `desimal`, as many as the value has."""
    if nilai is None:
        return KOSONG
    if desimal is None:
        value = Decimal(nilai).normalize()
        desimal = max(0, -int(value.as_tuple().exponent))
    return f"{half_up(Decimal(nilai), desimal):,.{desimal}f}".translate(PEMISAH)


def persen(nilai: Decimal | None, desimal: int = 2) -> str:
    """98,40 %. The value is in percent already."""
    return KOSONG if nilai is None else f"{angka(nilai, desimal)} %"


def rupiah(nilai: int | None) -> str:
    """Rp 1.234.567."""
    return KOSONG if nilai is None else f"Rp {angka(nilai, 0)}"


def terbilang(nilai: int) -> str:
    """In words: "dua juta rupiah" is terbilang(2_000_000) + " rupiah"."""
    if nilai < 0:
        return f"min {terbilang(-nilai)}"
    if nilai < len(ANGKA):
        return ANGKA[nilai]
    if nilai < 20:
        return f"{ANGKA[nilai - 10]} belas"
    besar, kata = next(one for one in KELIPATAN if nilai >= one[0])
    satu = nilai < 2 * besar and besar <= 1000  # seratus, seribu; but satu juta
    words = f"se{kata}" if satu else f"{terbilang(nilai // besar)} {kata}"
    return words if nilai % besar == 0 else f"{words} {terbilang(nilai % besar)}"


@lru_cache(maxsize=4096)  # a report says the same few days thousands of times
def tanggal(hari: date | None) -> str:
    """5 Juli 2026."""
    return KOSONG if hari is None else str(format_date(hari, "d MMMM y", locale=LOCALE))


def waktu(saat: datetime | None) -> str:
    """5 Juli 2026 10.32 WITA, from the record's UTC."""
    if saat is None:
        return KOSONG
    local = periode.local(saat)
    return f"{tanggal(local.date())} {local:%H.%M} WITA"
