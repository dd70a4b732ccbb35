"""The tables of a sheet, whatever they hold: where headings begin and end, what stands above, which rows are data.

Headings may begin anywhere, over merged and unmerged rows, with numbering rows between; several tables may stand below
each other, each under titles of its own.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from lakip.unggah.berkas.lembar import Lembar, Sel, alamat
from lakip.unggah.tabel import kepala, makna
from lakip.unggah.tabel.makna import Makna

TINGGI = 8  # rows that headings may take
LEBAR = 300  # columns that one group name may reach over
TINGGI_ATAS = 3  # rows of group names above the row that names what the rows are about
KEBANYAKAN = 0.6  # of the cells of such a row are headings
PENANDA = frozenset({"kode", "nama", "uraian", "sasaran", "no"})
FIGUR = frozenset({"realisasi", "target", "capaian", "pagu"})  # heads a column, whatever else its heading says
GESER = "letak nama kelompok"
ASING = 2  # words that are not known, at most, in what still heads a column
PENTING = frozenset({"kode", "nama", "uraian", "sasaran"})
PENDEK = 8  # letters of a text that says nothing about a table

Jalur = tuple[str, ...]


@dataclass(frozen=True)
class Blok:
    """One table.

    Attributes:
        baris_judul, baris_akhir: the first and the last row of its headings.
        jalur: by column, every text above its data, from above.
        judul: the texts above the headings that belong to it, with the cell of each.
        baris_data: the rows below, up to the next table.
        geser: columns of which it is not plain under which group they stand.
        sendiri: columns whose heading stands in a cell of their own at the lowest row: {column: row}.
    """

    lembar: Lembar
    baris_judul: int
    baris_akhir: int
    jalur: Mapping[int, Jalur]
    judul: tuple[tuple[str, str], ...]
    baris_data: tuple[int, ...]
    sendiri: Mapping[int, int] = field(default_factory=dict)
    geser: frozenset[int] = frozenset()

    @cached_property
    def makna(self) -> Mapping[int, Makna]:
        """By column, what its whole heading means."""
        beside: dict[Jalur, list[str]] = {}
        for path in self.jalur.values():
            for depth, text in enumerate(path):
                beside.setdefault(path[:depth], []).append(text)
        found = {
            column: makna.read(path, [beside[path[:depth]] for depth in range(len(path))])
            for column, path in self.jalur.items()
        }
        return {c: replace(m, sisa=(*m.sisa, GESER)) if c in self.geser else m for c, m in found.items()}

    def alamat_judul(self, kolom: int) -> str:
        """The lowest cell of a column's heading."""
        return alamat(self.sendiri.get(kolom, self.baris_akhir), kolom)

    def teks(self, kolom: int) -> str:
        """The whole heading as one text."""
        return " › ".join(self.jalur.get(kolom, ()))

    @cached_property
    def catatan(self) -> tuple[Sel, ...]:
        """Texts beside the table that speak about it as a whole: "*) angka kumulatif", "Rp dalam ribuan"."""
        below = [n for n in self.lembar.baris if n > self.baris_akhir]
        cells = [sel for n in below for sel in self.lembar.baris[n].values() if len(self.lembar.baris[n]) <= 2]
        return tuple(sel for sel in cells if isinstance(sel.nilai, str) and len(sel.teks) > PENDEK)


def find(lembar: Lembar) -> list[Blok]:
    """Every table of a sheet, from above; none where no row heads one."""
    sheet = _Lembaran(lembar)
    heads: list[tuple[int, int]] = []
    for row in lembar.baris:
        if heads and row <= heads[-1][1]:
            continue
        if sheet.is_anchor(row):
            heads.append((sheet.top(row, heads[-1][1] if heads else 0), sheet.bottom(row)))
    return sheet.blocks(heads)


class _Lembaran:
    """One sheet being looked through; remembers what each text means."""

    def __init__(self, lembar: Lembar) -> None:
        self.lembar = lembar
        self.rows = list(lembar.baris)

    # ------------------------------------------------------------ cells as they look

    def shown(self, row: int, column: int) -> Sel | None:
        """The cell that shows there: its own, or that of the merge over it."""
        return self.lembar.sel(row, column) or self.lembar.covering(row, column)

    def _cells(self, row: int) -> Mapping[int, Sel]:
        return self.lembar.baris.get(row, {})

    def _rows(self, first: int, last: int) -> list[int]:
        """Those of headings, without one that numbers the columns."""
        return [
            n for n in range(first, last + 1) if n in self.lembar.baris and not kepala.counts(self._cells(n).values())
        ]

    # ------------------------------------------------------------ where headings are

    def is_anchor(self, row: int) -> bool:
        """Whether a row names what the rows below are about, and something beside it says what of it."""
        cells = self._cells(row)
        if len(cells) < 2 or any(kepala.is_number(sel) and not kepala.is_year(sel) for sel in cells.values()):
            return False
        meant = {c: makna.one(sel.teks) for c, sel in cells.items() if len(sel.teks) <= kepala.PANJANG_JUDUL}
        marks = {c for c, m in meant.items() if m.apa in PENANDA and m.paham}
        heads = {c for c, m in meant.items() if kepala.heads(m) or (m.apa in FIGUR and len(m.sisa) <= ASING)}
        if not any(meant[c].apa in PENTING for c in marks) or len(heads) < KEBANYAKAN * len(cells):
            return False
        return bool(heads - marks) or len(marks) >= 2 or self._group_beside(row)

    def _group_beside(self, row: int) -> bool:
        below = next((n for n in self.rows if n > row), None)
        return below is not None and any(kepala.heads(makna.one(s.teks)) for s in self._cells(below).values())

    def top(self, row: int, floor: int) -> int:
        """The first row of group names above."""
        left = min(c for c, sel in self._cells(row).items() if makna.one(sel.teks).apa in PENANDA)
        first = row
        for above in range(row - 1, max(row - TINGGI_ATAS - 1, floor), -1):
            cells = self._cells(above)
            if not cells:
                break
            beside = {c: sel for c, sel in cells.items() if c > left}
            if len(beside) < len(cells) or kepala.has_figures(cells.values()):
                break
            if not any(kepala.heads(makna.one(sel.teks)) for sel in beside.values()) or any(
                len(sel.teks) > kepala.PANJANG_JUDUL for sel in beside.values()
            ):
                break
            first = above
        return first

    def bottom(self, row: int) -> int:
        """The last row of headings."""
        last = row
        marks = {c for c, sel in self._cells(row).items() if makna.one(sel.teks).apa in PENANDA}
        covered = max((m[2] for c in self._cells(row) if (m := self.lembar.cover(row, c))), default=row)
        for below in range(row + 1, row + TINGGI):
            cells = self._cells(below)
            if not cells:
                if below > covered:
                    break
                continue
            if self._is_lower(below, marks, row):
                last = below
            elif not kepala.counts(cells.values()):
                break
        return last

    def _is_lower(self, row: int, marks: Set[int], top: int) -> bool:
        """Whether a row goes on with the headings: under groups, beside what names the rows."""
        cells = self._cells(row)
        if any(c in marks and kepala.dated(sel) for c, sel in cells.items()):
            return False  # the first section: "TAHUN 2025"
        if any(c in marks for c in cells) and not all(kepala.is_digit(cells[c]) for c in marks if c in cells):
            own = [cells[c] for c in marks if c in cells]
            if not all(kepala.heads(makna.one(s.teks)) or makna.one(s.teks).apa in PENANDA for s in own):
                return False
        if not all(kepala.is_heading_text(sel) for sel in cells.values()):
            return False
        return all(self._below_group(row, c, top) or kepala.heads(makna.one(sel.teks)) for c, sel in cells.items())

    def _below_group(self, row: int, column: int, top: int) -> bool:
        covers = (self.lembar.cover(above, column) for above in range(top, row))
        return any(cover[3] > cover[1] for cover in covers if cover)

    # ------------------------------------------------------------ the tables

    def blocks(self, heads: Sequence[tuple[int, int]]) -> list[Blok]:
        found: list[Blok] = []
        titles_from = 0
        for number, (first, last) in enumerate(heads):
            until = heads[number + 1][0] if number + 1 < len(heads) else max(self.rows, default=0) + 1
            own_titles = self._titles(titles_from, first)
            below_last = heads[number - 1][1] if number else 0
            next_titles = self._titles_before(last, until) if number + 1 < len(heads) else until
            paths = self._paths(first, last)
            rows = self._data([n for n in self.rows if last < n < next_titles], paths)
            one = Blok(
                self.lembar, first, last, paths, own_titles, rows, self._own(first, last), self._shifted(first, last)
            )
            if found and self._repeats(found[-1], one):  # one table, with the rows between both
                between = (n for n in self.rows if below_last < n <= last)
                whole = sorted({*found[-1].baris_data, *between, *rows})
                found[-1] = replace(found[-1], baris_data=tuple(whole))
            else:
                found.append(one)
            titles_from = next_titles
        return found

    def _data(self, rows: list[int], paths: Mapping[int, Jalur]) -> tuple[int, ...]:
        """The rows of a table, without the signature and the notes that stand below it behind a blank row."""
        kode = {c for c, path in paths.items() if makna.read(path).apa == "kode"}
        whole = [n for n in rows if len(self._cells(n)) > 2]
        if not whole:
            return tuple(rows)
        gap = next((b for a, b in pairwise(n for n in rows if n >= whole[-1]) if b - a > 1), None)
        below = {n for n in rows if gap is not None and n >= gap and self._is_aside(n, kode)}
        return tuple(n for n in rows if n not in below)

    def _is_aside(self, row: int, kode: Set[int]) -> bool:
        cells = self._cells(row)
        return len(cells) <= 2 and not kode & {*cells} and not any(kepala.is_number(s) for s in cells.values())

    def _titles(self, start: int, before: int) -> tuple[tuple[str, str], ...]:
        cells = (sel for n in self.rows if start <= n < before for sel in self._cells(n).values())
        return tuple((sel.teks, sel.alamat) for sel in cells)

    def _titles_before(self, after: int, head: int) -> int:
        """The first of the title rows right above the next headings."""
        first = head
        for row in reversed([n for n in self.rows if after < n < head]):
            cells = self._cells(row)
            if len(cells) > 2 or any(kepala.is_number(s) and not kepala.is_year(s) for s in cells.values()):
                break
            first = row
        return first

    def _paths(self, first: int, last: int) -> dict[int, Jalur]:
        rows = self._rows(first, last)
        columns = {c for n in rows for c in self._cells(n)}
        merges = {m for n in rows for m in self.lembar.gabungan_di.get(n, ()) if m[3] - m[1] <= LEBAR}
        columns |= {c for m in merges for c in range(m[1], m[3] + 1)}
        found = {}
        for column in sorted(columns):
            texts: list[str] = []
            for row in rows:
                sel = self.shown(row, column) or self._group(rows, row, column)
                if sel is not None and isinstance(sel.nilai, (str, int, float)) and kepala.text(sel) not in texts:
                    texts.append(kepala.text(sel))
            if texts:
                found[column] = tuple(texts)
        return found

    def _group(self, rows: Sequence[int], row: int, column: int) -> Sel | None:
        """The group name that an unmerged sheet writes only over its first column."""
        below = [n for n in rows if n > row]
        if not below or not any(self.lembar.sel(n, column) for n in below):
            return None
        left = max((c for c in self._cells(row) if c < column), default=None)
        if left is None or self.lembar.cover(row, left) or not any(self.lembar.sel(n, left) for n in below):
            return None
        return self.lembar.sel(row, left)

    def _shifted(self, first: int, last: int) -> frozenset[int]:
        """Columns under unmerged group names that do not begin with their first column: one left of all of them has no
        group, yet a heading of those that have.
        """
        for row, below in pairwise(self._rows(first, last)):
            lower = {c: sel.teks.casefold() for c, sel in self._cells(below).items()}
            groups = [c for c in self._cells(row) if c in lower and self.lembar.cover(row, c) is None]
            if len(groups) < 2:
                continue
            under = {c: text for c, text in lower.items() if c >= min(groups)}
            alone = {c for c in lower.keys() - under if self.shown(row, c) is None and lower[c] in under.values()}
            if alone:
                return frozenset(alone | under.keys())
        return frozenset()

    def _own(self, first: int, last: int) -> dict[int, int]:
        return {c: n for n in self._rows(first, last) for c in self._cells(n)}

    @staticmethod
    def _repeats(before: Blok, after: Blok) -> bool:
        """Whether headings only stand again on a new page."""
        speaks = any((w := makna.one(t).waktu).berkala or w.lampau for t, _ in after.judul)
        return before.jalur == after.jalur and not speaks
