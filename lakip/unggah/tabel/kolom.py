"""Which column of a sheet is what: finds the heading rows below titles and over merged cells.

A heading says four things: what it holds, of which triwulan, whether up to and including it ("s.d."), and
of which tahun. Which words mean what is the caller's `Kamus`; nothing here knows one form from another.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lakip.unggah.berkas.lembar import Lembar, Sel

BARIS_DICARI = 60
TINGGI_JUDUL = 3

# What a column may be called, in plain words (see `plain`): {"realisasi": ("realisasi", "realisasi kinerja")}.
Kamus = Mapping[str, Sequence[str]]

_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SD = re.compile(r"\b(s\s*[./]\s*d\.?|sd|sampai\s+dengan|s\s*\.?\s*/\s*d)(?=\W|$|tw)")
_ROMAWI = r"\s*(iv|iii|ii|i|[1-4])\b"
_TRIWULAN = re.compile(r"\b(?:triwulan|tribulan|triwulanan|trw|twl|tw|kuartal)\s*[.\-:]?\s*(?:ke\s*-?\s*)?" + _ROMAWI)
_SAMPAI = re.compile(r"\s*(?:-|–|/|,|&|dan|s\.?\s*/?\s*d\.?|sampai\s+dengan)" + _ROMAWI)
_BULAN = {
    name: number
    for number, name in enumerate(
        (
            "januari",
            "februari",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus",
            "september",
            "oktober",
            "november",
            "desember",
        ),
        1,
    )
}
_NAMA_BULAN = "|".join(_BULAN)
_SAMPAI_BULAN = re.compile(
    rf"(?:\b({_NAMA_BULAN})\b[\s\d]*?)?(?:-|–|s\s*[./]?\s*d\b\.?|sampai\s+dengan)\s*(?:\d{{1,2}}\s*)?\b({_NAMA_BULAN})\b"
)
_SEMESTER = re.compile(r"\bsemester(an)?\b")
_TAHUN = re.compile(r"\b(?:tahun\s+(?:anggaran\s+)?)?(20\d\d)\b")
_KURUNG = re.compile(r"\((?!\s*(?:x|y|rp|%)\s*\))[^)]*\)")


@dataclass(frozen=True)
class Judul:
    """One heading taken apart: "Realisasi s.d. TW II 2026" is realisasi, sd, triwulan 2, tahun 2026."""

    dasar: str
    triwulan: int | None
    sd: bool
    tahun: int | None


@dataclass(frozen=True)
class Kolom:
    """One known column: `kunci` is the name in the Kamus, `teks` the heading as printed."""

    nomor: int
    kunci: str
    teks: str
    triwulan: int | None
    sd: bool
    tahun: int | None


@dataclass(frozen=True)
class Tabel:
    """One table found in a sheet. Data begin below row `baris_akhir`; titles stand above `baris_judul`.

    `tak_dikenal` are headings outside the Kamus, {column: text}, so that a screen can show what was left out.
    """

    lembar: Lembar
    baris_judul: int
    baris_akhir: int
    kolom: tuple[Kolom, ...]
    tak_dikenal: Mapping[int, str]
    judul: tuple[str, ...]

    def find(self, kunci: str, triwulan: int | None = None) -> Kolom | None:
        """The column of that name for that triwulan; a heading without triwulan serves any."""
        named = [k for k in self.kolom if k.kunci == kunci]
        return next((k for k in named if k.triwulan == triwulan), next((k for k in named if k.triwulan is None), None))

    @property
    def baris_data(self) -> Sequence[int]:
        """Numbers of the non-empty rows below the headings."""
        return [number for number in self.lembar.baris if number > self.baris_akhir]

    @property
    def triwulan(self) -> frozenset[int]:
        """Every triwulan that the sheet name or the titles above the table name."""
        return frozenset(n for t in (self.lembar.nama, *self.judul) for n in find_triwulan(t))

    @property
    def tahun(self) -> frozenset[int]:
        """Every tahun that the sheet name or the titles above the table name."""
        return frozenset(n for t in (self.lembar.nama, *self.judul) for n in find_tahun(t))


def find_triwulan(teks: str) -> tuple[int, ...]:
    """The quarters named in a text: "PENGUKURAN KINERJA TRIBULAN II" gives (2,), "Triwulan I - IV" all four."""
    return tuple(quarter for quarters, _, _ in _mentions(teks.casefold()) for quarter in quarters)


def _mentions(low: str) -> list[tuple[range, int, int]]:
    """Each mention of a quarter, or of several as one ("TW I-II"), and where it stands."""
    found = []
    for one in _TRIWULAN.finditer(low):
        first = _ANGKA[one[1]]
        until = _SAMPAI.match(low, one.end())
        last = max(first, _ANGKA[until[1]]) if until else first
        found.append((range(first, last + 1), one.start(), until.end() if until else one.end()))
    return found


def find_tahun(teks: str) -> tuple[int, ...]:
    return tuple(int(n) for n in _TAHUN.findall(teks.casefold()))


def plain(teks: str) -> str:
    """Lower case, without punctuation and asides: "Faktor Pendukung/Pendorong *)" is "faktor pendukung pendorong"."""
    return " ".join(re.sub(r"[^0-9a-z%]+", " ", _KURUNG.sub(" ", teks.casefold())).split())


def heading(teks: str) -> Judul:
    """The last quarter mentioned counts; several in one, as in "TW I-II", are a figure to date."""
    low = teks.casefold()
    mentions = _mentions(low)
    rest = low
    for _, start, end in reversed(mentions):
        rest = f"{rest[:start]} {rest[end:]}"
    sd = _SD.search(rest) is not None or (bool(mentions) and len(mentions[-1][0]) > 1)
    tahun = find_tahun(low)
    dasar = plain(_TAHUN.sub(" ", _SD.sub(" ", rest)))
    return Judul(dasar, mentions[-1][0][-1] if mentions else None, sd, tahun[0] if tahun else None)


def is_to_date(judul: str) -> bool:
    """Whether a title says that figures run beyond one quarter: "s.d. TW II", "Semester I", "Januari - Juni"."""
    parts = heading(judul)
    if parts.triwulan:
        return parts.sd
    if _SEMESTER.search(judul.casefold()):
        return True
    months = (m.groups(default="januari") for m in _SAMPAI_BULAN.finditer(judul.casefold()))
    return any(first == "januari" and _BULAN[last] > 3 for first, last in months)


def find_table(lembar: Lembar, kamus: Kamus, wajib: Sequence[frozenset[str]]) -> Tabel | None:
    """The table of a sheet, or None when no row among the first sixty heads one.

    Args:
        wajib: of each of these sets at least one column must be there, e.g. ({"kode", "indikator"}, {"realisasi"}).
    """
    words = {plain(name): kunci for kunci, names in kamus.items() for name in names}
    merged = _merged(lembar)
    best: tuple[tuple[int, int], int, int, tuple[Kolom, ...], dict[int, str]] | None = None
    for first in [n for n, cells in lembar.baris.items() if n <= BARIS_DICARI and not _has_figure(cells.values())]:
        for height in range(1, TINGGI_JUDUL + 1):
            texts = _headings(lembar, merged, first, first + height - 1)
            known, unknown = _match(texts, words)
            keys = {k.kunci for k in known}
            score = (len(known), -height)
            if all(keys & one for one in wajib) and (best is None or score > best[0]):
                best = (score, first, first + height - 1, known, unknown)
    if best is None:
        return None
    _, first, last, known, unknown = best
    titles = tuple(sel.teks for row, cells in lembar.baris.items() if row < first for sel in cells.values())
    return Tabel(lembar, first, last, known, unknown, titles)


def _has_figure(cells: Iterable[Sel]) -> bool:
    """Headings begin with words, or with years; a number marks a row of data."""
    return any(isinstance(sel.nilai, (int, float)) and not 2000 <= sel.nilai <= 2100 for sel in cells)


def _match(texts: Mapping[int, str], words: Mapping[str, str]) -> tuple[tuple[Kolom, ...], dict[int, str]]:
    """Known columns, each name, triwulan and tahun once (the first from the left), and the rest."""
    known: dict[tuple[str, int | None, bool, int | None], Kolom] = {}
    unknown: dict[int, str] = {}
    for number, text in texts.items():
        parts = heading(text)
        kunci = words.get(parts.dasar)
        if kunci is None or (kunci, parts.triwulan, parts.sd, parts.tahun) in known:
            unknown[number] = text
        else:
            column = Kolom(number, kunci, text, parts.triwulan, parts.sd, parts.tahun)
            known[kunci, parts.triwulan, parts.sd, parts.tahun] = column
    return tuple(known.values()), unknown


def _headings(lembar: Lembar, merged: Mapping[tuple[int, int], Sel], first: int, last: int) -> dict[int, str]:
    """The whole heading of each column: the texts of its rows from above, each once, a group's name included."""
    columns = {c for row in range(first, last + 1) for c in lembar.baris.get(row, {})}
    columns |= {c for (row, c) in merged if first <= row <= last}
    found: dict[int, str] = {}
    for column in sorted(columns):
        texts: list[str] = []
        for row in range(first, last + 1):
            sel = lembar.sel(row, column) or merged.get((row, column))
            if sel is None and row < last and lembar.sel(row + 1, column):
                sel = _group(lembar, row, column)
            if sel is not None and sel.teks not in texts:
                texts.append(sel.teks)
        if texts:
            found[column] = " ".join(texts)
    return found


def _group(lembar: Lembar, row: int, column: int) -> Sel | None:
    """The group name that an unmerged sheet writes only over its first column."""
    left = max((c for c in lembar.baris.get(row, {}) if c < column), default=None)
    return lembar.sel(row, left) if left is not None and lembar.sel(row + 1, left) else None


def _merged(lembar: Lembar) -> dict[tuple[int, int], Sel]:
    """The cell that shows in each place that a merge covers, among the rows where headings are sought."""
    found: dict[tuple[int, int], Sel] = {}
    for top, left, bottom, right in lembar.gabungan:
        sel = lembar.sel(top, left)
        if sel is not None and top <= BARIS_DICARI and right - left <= 200 and bottom - top <= TINGGI_JUDUL:
            for row in range(top, bottom + 1):
                found.update({(row, column): sel for column in range(left, right + 1)})
    return found
