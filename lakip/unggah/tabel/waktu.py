"""When a text says that a figure is of: quarters, months, half years, a tahun, up to and including, or before.

Reads headings, titles, sheet names, notes, and the cells of a column Triwulan or Tahun alike.
"""

import re
from dataclasses import dataclass, replace

_NOMOR = {
    **{word: n for n, words in enumerate(("i 1 satu kesatu pertama", "ii 2 dua kedua", "iii 3 tiga ketiga",
                                          "iv 4 empat keempat"), 1) for word in words.split()},
}  # fmt: skip
_ANGKA = r"(iv|iii|ii|i|[1-4]|kesatu|satu|pertama|kedua|dua|ketiga|tiga|keempat|empat)"
_TW = r"(?:tri\s?-?\s?wulan(?:an)?|tri\s?bulan(?:an)?|trimester|trwl?n?|triw|trw|twl?|kuartal|kwartal|quarter)"
_SAMPAI = r"(?:s\s?[./]\s?d\.?|sd|sampai\s+dengan|sampai|hingga|s\s?/\s?d)"
_ANTARA = rf"(?:-|–|—|/|,|&|\+|dan|{_SAMPAI})"
_TRIWULAN = re.compile(
    rf"(?<![a-z]){_TW}\s*[.\-:/]?\s*(?:ke\s*-?\s*)?\(?{_ANGKA}(?![a-z0-9])\)?"
    rf"(?:\s*\(\s*{_ANGKA}\s*\))?(?:\s*{_ANTARA}\s*(?:{_TW}\s*[.\-:]?\s*)?{_ANGKA}(?![a-z0-9]))?"
)
_Q = re.compile(rf"(?<![a-z])q\s?-?{_ANGKA}(?![a-z0-9])")
_DI_DEPAN = re.compile(rf"(?<![a-z0-9]){_ANGKA}\s+{_TW}(?![a-z])")
_TW_INI = re.compile(rf"(?<![a-z])(?:{_TW}|periode|bulan)\s+(?:ini|berjalan|berkenaan|bersangkutan|pelaporan)(?![a-z])")
_BULAN_INI = re.compile(r"(?<![a-z])bulan\s+(?:ini|berjalan|berkenaan|bersangkutan|pelaporan)(?![a-z])")
_TW_LALU = re.compile(rf"(?<![a-z])(?:{_TW}|periode|bulan)\s+(?:yang\s+)?(?:lalu|sebelumnya|terdahulu)(?![a-z])")
_TW_SAJA = re.compile(rf"(?<![a-z]){_TW}(?![a-z])")
_SEJAK_AWAL = re.compile(
    r"(?<![a-z])(?:sejak|mulai|terhitung)\s+(?:(?:mulai|sejak|dari|awal|bulan|tanggal|1|tahun)\s+)*januari(?![a-z])"
)
_SD = re.compile(rf"(?<![a-z0-9]){_SAMPAI}(?![a-z])")
_SEMESTER = re.compile(
    r"(?<![a-z])(?:semester(?:an)?|smt|sem)\s*[.\-:]?\s*(?:ke\s*-?\s*)?(ii|i|[12]|pertama|kedua|satu|dua)?(?![a-z])"
)
_NAMA_BULAN = (
    "januari|jan", "februari|pebruari|feb", "maret|mar", "april|apr", "mei", "juni|jun", "juli|jul",
    "agustus|agt|agu|ags|agust", "september|sept|sep", "oktober|okt", "november|nopember|nov|nop", "desember|des",
)  # fmt: skip
_BULAN_KE = {word: n for n, words in enumerate(_NAMA_BULAN, 1) for word in words.split("|")}
_BULAN = re.compile(rf"(?<![a-z])({'|'.join(sorted(_BULAN_KE, key=len, reverse=True))})(?![a-z])\.?")
_TANGGAL = re.compile(r"(?<![\d.])\d{1,2}\s+(?=[a-z])")
_SEJAK = re.compile(rf"(?:{_SAMPAI}|per|posisi|keadaan|tanggal|tgl\.?|-|–)\s*$")
_HARI = re.compile(rf"(?<![\d.])\d{{1,2}}\s+(?:{'|'.join(_BULAN_KE)})\s+20\d\d(?!\d)")
_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RENTANG = re.compile(r"(?<!\d)20\d\d\s*(?:-|–|/|s\s?[./]\s?d\.?|sampai\s+dengan)\s*20\d\d(?!\d)")
_TAHUN_LALU = re.compile(
    r"(?:tahun|thn|th\.?|renja|realisasi|t\.?a\.?)\s*(?:anggaran\s+)?(?:yang\s+)?(?:lalu|sebelumnya|n\s*-\s*[1-5]|\(n\s*-\s*[1-5]\))"
    r"|(?<![a-z])n\s*-\s*[1-5](?!\d)"
)


@dataclass(frozen=True)
class Waktu:
    """What one text says of when.

    Attributes:
        triwulan: the quarters named; several where one figure runs over them.
        sd: up to and including what is named, from January.
        ini, lampau: "triwulan ini"; "triwulan lalu", "tahun lalu". `sebulan`: "bulan ini", one month of the quarter.
        bulan: months that are no whole quarter.
        semester: 1 or 2.
        tahun: each year named. `rentang`: "2024-2029", a plan of several years.
        sebut: says Triwulan without saying which.
    """

    triwulan: tuple[int, ...] = ()
    sd: bool = False
    ini: bool = False
    sebulan: bool = False
    lampau: bool = False
    bulan: tuple[int, ...] = ()
    semester: int | None = None
    tahun: tuple[int, ...] = ()
    rentang: bool = False
    sebut: bool = False

    @property
    def berkala(self) -> bool:
        """Whether it names a part of the year."""
        return bool(self.triwulan or self.bulan or self.semester or self.ini or self.sd)

    @property
    def sampai(self) -> int | None:
        """The quarter at the end of what it names, where that is one."""
        return self.triwulan[-1] if self.triwulan else None


def read(teks: str) -> tuple[Waktu, str]:
    """What a text says of when, and the rest of it in lower case."""
    rest, found = normal(teks), Waktu()
    for day in reversed([*_HARI.finditer(rest)]):  # the day of a signature says nothing of the figures
        if not _SEJAK.search(rest[: day.start()]) and not re.match(rf"\s*{_ANTARA}", rest[day.end() :]):
            rest = f"{rest[: day.start()]} {rest[day.end() :]}"
    if _RENTANG.search(rest):
        found, rest = replace(found, rentang=True), _RENTANG.sub(" ", rest)
    if _TAHUN_LALU.search(rest):
        found, rest = replace(found, lampau=True), _TAHUN_LALU.sub(" ", rest)
    found, rest = _quarters(found, rest)
    if _SEJAK_AWAL.search(rest) and len(_BULAN.findall(rest)) == 1:
        found, rest = replace(found, sd=True), _SEJAK_AWAL.sub(" ", rest)
    found, rest = _months(found, rest)
    if match := _SEMESTER.search(rest):
        found = replace(found, semester=_NOMOR.get(match[1] or ""), sd=found.sd or match[1] is None)
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    if _SD.search(rest):
        found, rest = replace(found, sd=True), _SD.sub(" ", rest)
    years = tuple(dict.fromkeys(int(y) for y in _TAHUN.findall(rest)))
    rest = re.sub(r"(?:tahun\s+(?:anggaran\s+)?|ta\.?\s+|t\.a\.?\s+)?(?<!\d)20\d\d(?!\d)", " ", rest)
    return replace(_settled(found), tahun=years), rest


def joined(teks: str) -> str:
    """On one line, words broken at its end joined: "REALI-\nSASI"."""
    whole = re.sub(r"([^\W\d_])[-\u00ad]\s*\n\s*([^\W\d_])", r"\1\2", teks)
    if "\n" not in teks:
        whole = re.sub(r"(\w{3,})- (?=[a-z]|[A-Z]{2,})", r"\1", whole)
    return " ".join(whole.replace("\xa0", " ").split())


def normal(teks: str) -> str:
    """The same in lower case."""
    return joined(teks).casefold()


def quarter(n: int) -> tuple[int, int, int]:
    """Its months."""
    return 3 * n - 2, 3 * n - 1, 3 * n


# ---------------------------------------------------------------- inside


def _quarters(found: Waktu, rest: str) -> tuple[Waktu, str]:
    named: list[int] = []
    ranged = False
    for pattern in (_TRIWULAN, _Q, _DI_DEPAN):
        for match in pattern.finditer(rest):
            groups = match.groups()
            first = _NOMOR[groups[0]]
            last = _NOMOR[groups[2]] if len(groups) > 2 and groups[2] else first
            ranged = ranged or last > first
            named += range(first, max(first, last) + 1)
        rest = pattern.sub(" ", rest)
    if _TW_INI.search(rest):
        month = _BULAN_INI.search(rest) is not None
        found, rest = replace(found, ini=True, sebulan=month), _TW_INI.sub(" ", rest)
    if _TW_LALU.search(rest):
        found, rest = replace(found, lampau=True), _TW_LALU.sub(" ", rest)
    if _TW_SAJA.search(rest):
        found, rest = replace(found, sebut=True), _TW_SAJA.sub(" ", rest)
    return replace(found, triwulan=tuple(sorted(set(named))), sd=ranged), rest


def _months(found: Waktu, rest: str) -> tuple[Waktu, str]:
    marks = [*_BULAN.finditer(rest)]
    if not marks:
        return found, rest
    named = [_BULAN_KE[m[1]] for m in marks]
    between = rest[marks[0].end() : marks[-1].start()] if len(marks) > 1 else ""
    span = re.fullmatch(rf"[\s\d.]*{_ANTARA}[\s\d.]*(?:akhir\s*)?", between) is not None
    until = _SD.search(rest[: marks[0].start()]) is not None and len(marks) == 1
    if span and len(named) == 2 and named[0] < named[1] and not re.fullmatch(r"\s*(?:,|&|dan)\s*", between):
        named = [*range(named[0], named[1] + 1)]
    if until:
        named = [*range(1, named[0] + 1)]
    first, last = marks[0].start(), marks[-1].end()
    head = _TANGGAL.sub(" ", f"{rest[:first]} ")
    if until or span:
        head = re.sub(rf"{_SAMPAI}\s*$", " ", head.rstrip() + " ") if until else head
    return replace(found, bulan=tuple(sorted(set(named)))), f"{head} {rest[last:]}"


def _settled(found: Waktu) -> Waktu:
    """Months that make up quarters are those quarters; beside a quarter they only name its months."""
    months = found.bulan
    if not months:
        return found
    whole = months == tuple(range(months[0], months[-1] + 1)) and months[0] % 3 == 1 and months[-1] % 3 == 0
    quarters = tuple(range((months[0] + 2) // 3, months[-1] // 3 + 1)) if whole else ()
    if found.triwulan:
        if quarters and quarters != found.triwulan and quarters[-1] == found.triwulan[-1]:
            return replace(found, triwulan=quarters, sd=True, bulan=())
        inside = set(months) <= {m for q in found.triwulan for m in quarter(q)}
        return replace(found, bulan=()) if inside else found
    if not quarters:
        return found
    return replace(found, triwulan=quarters, sd=len(quarters) > 1, bulan=())
