"""One table as its rows speak: of what and when each row is, also where a column, a title between the rows, or the row
above says so.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lakip.unggah.berkas.lembar import Lembar, Sel
from lakip.unggah.tabel import blok, kosakata, label, makna
from lakip.unggah.tabel.blok import Blok
from lakip.unggah.tabel.label import JADWAL, PENGENAL, Saat
from lakip.unggah.tabel.makna import Makna
from lakip.unggah.tabel.waktu import Waktu

SAAT = frozenset({"waktu", "tanggal", "tgl", "semester", "periode", "posisi", "keadaan"})
SINGKATAN = 4  # letters of what only counts sections: "B.", "III."
CATATAN = 60  # letters of a note beside a figure
CONTOH_ISIAN = re.compile(r"(contoh|tata cara|petunjuk) (cara )?(pengisian|mengisi|isian)")


@dataclass(frozen=True)
class Suara:
    """What one voice of the file says of when: the name of the sheet, a title, the headings; and where it stands."""

    triwulan: frozenset[int]
    sel: str
    teks: str


@dataclass(frozen=True)
class Tabel:
    """A table of a sheet. `sampai`: a person said that its figures run from January. `formulir`: it stands in a form of
    ours, whose rows say nothing of when."""

    blok: Blok
    sampai: bool = False
    formulir: bool = False

    @property
    def lembar(self) -> Lembar:
        return self.blok.lembar

    @property
    def baris_judul(self) -> int:
        return self.blok.baris_judul

    @property
    def baris_akhir(self) -> int:
        return self.blok.baris_akhir

    @property
    def baris_data(self) -> Sequence[int]:
        """Numbers of the non-empty rows below the headings."""
        return self.blok.baris_data

    @property
    def judul(self) -> tuple[str, ...]:
        """The titles above the headings."""
        return tuple(text for text, _ in self.blok.judul)

    @property
    def tempat(self) -> str:
        """The cell that stands for the whole table: its first heading."""
        column = min(self.blok.jalur, default=1)
        return self.blok.alamat_judul(column)

    @property
    def tahun(self) -> frozenset[int]:
        """Every tahun that the sheet name or the titles name."""
        said = (makna.one(t).waktu for t in (self.lembar.nama, *self.judul))
        return frozenset(year for one in said if not one.rentang for year in one.tahun)

    @cached_property
    def suara(self) -> tuple[Suara, ...]:
        """Each text above the table that names quarters, the name of the sheet first."""
        texts = ((self.lembar.nama, ""), *self.blok.judul)
        said = ((makna.one(text).waktu, sel, text) for text, sel in texts)
        return tuple(Suara(frozenset(w.triwulan), sel, text) for w, sel, text in said if w.triwulan)

    @cached_property
    def catatan_triwulan(self) -> tuple[Suara, ...]:
        """Each note beside the table that says of which quarter its realisasi is."""
        said = ((makna.one(sel.teks), sel) for sel in self.blok.catatan)
        return tuple(
            Suara(frozenset(one.waktu.triwulan), sel.alamat, sel.teks)
            for one, sel in said
            if one.apa == "realisasi" and one.waktu.triwulan
        )

    @cached_property
    def contoh(self) -> bool:
        """Whether it only shows how to fill in."""
        names = (self.lembar.nama, *self.judul)
        return makna.plain(self.lembar.nama) == "contoh" or any(CONTOH_ISIAN.match(makna.plain(n)) for n in names)

    @cached_property
    def kolom_kantor(self) -> tuple[int, ...]:
        """Columns that say whose their rows are."""
        return tuple(c for c in self.blok.jalur if makna.plain(self.blok.teks(c)) in kosakata.KANTOR)

    @cached_property
    def konteks(self) -> Makna:
        """What titles and sheet name say of every row: when, which version, which scale. Quarters that they do not
        agree on are left out.
        """
        found = Makna()
        said = [makna.one(t) for t in (self.lembar.nama, *self.judul)]
        quarters = {w.triwulan for one in said if (w := one.waktu).triwulan}
        agreed = quarters.pop() if len(quarters) == 1 else ()
        titled = [one for one in said if one.waktu.triwulan or one.waktu.semester]
        about = {one.apa for one in said if one.apa in ("target", "realisasi")}
        for one in said:
            found = replace(
                found,
                versi=found.versi or (one.versi if one.versi == "perubahan" else None),
                skala=found.skala or one.skala,
            )
        return replace(
            found,
            apa=about.pop() if len(about) == 1 else None,
            waktu=Waktu(
                triwulan=agreed,
                sd=self.sampai or any(one.waktu.sd for one in (titled or said)),
                semester=next((one.waktu.semester for one in said if one.waktu.semester), None),
                bulan=next((one.waktu.bulan for one in said if one.waktu.bulan and not titled), ()),
            ),
        )

    @property
    def mengukur(self) -> bool:
        """Whether a title is first of what was reached: "Capaian Rencana Aksi", not "Rencana Aksi Pencapaian"."""
        said = (
            (w for w in makna.plain(t).split() if w in kosakata.PENGUKURAN | kosakata.PERENCANAAN) for t in self.judul
        )
        return any(next(words, None) in kosakata.PENGUKURAN for words in said)

    # ------------------------------------------------------------ the columns

    @cached_property
    def label(self) -> Mapping[int, str]:
        """Columns whose cells say what their rows are: {column: "apa" or "waktu" or "tahun"}."""
        if self.formulir:
            return {}
        columns = {c for n in self.baris_data for c in self.lembar.baris[n]}
        found = {
            c: kind for c in sorted(columns) if (kind := label.kind(self._head(c), self._words(c), self._texts(c)))
        }
        return {c: k for n, (c, k) in enumerate(found.items()) if k not in [*found.values()][:n]}

    def _head(self, column: int) -> Makna:
        return self.blok.makna.get(column, Makna())

    def _texts(self, column: int) -> list[str]:
        """Its cells, of rows that hold more than that cell."""
        cells = (sel for n in self.baris_data if (sel := self.lembar.sel(n, column)))
        return [sel.teks for sel in cells if len(self.lembar.baris[sel.baris]) > 1]

    @cached_property
    def pengenal(self) -> frozenset[int]:
        """Columns that tell rows apart."""
        return frozenset(c for c, m in self.blok.makna.items() if m.apa in PENGENAL and c not in self.label)

    def lanjutan(self, column: int) -> tuple[int, ...]:
        """The columns that a kode goes on in: one heading merged over several."""
        path = self.blok.jalur.get(column)
        found = []
        after = column + 1
        while path is not None and self.blok.jalur.get(after) == path and self._under_one_merge(column, after):
            found.append(after)
            after += 1
        return tuple(found)

    def _under_one_merge(self, first: int, last: int) -> bool:
        rows = range(self.baris_judul, self.baris_akhir + 1)
        return any(top in rows and left <= first and last <= right for top, left, _, right in self.lembar.gabungan)

    # ------------------------------------------------------------ the rows

    @cached_property
    def _rows(self) -> Mapping[int, tuple[Makna, int]]:
        """By row: what it is of, and the row whose name and kode count for it."""
        found: dict[int, tuple[Makna, int]] = {}
        titled = Makna()
        owner: int | None = None
        last = max((n for n in self.baris_data if len(self.lembar.baris[n]) > 2), default=0)
        for number in self.baris_data:
            cells = self.lembar.baris[number]
            if number < last and not self.formulir and (said := self._section(cells)):
                titled, owner = said, None
            own = any(c in self.pengenal for c in cells)
            if own or not any(c in cells or self.lembar.covering(number, c) for c in self.label):
                owner = number
            meant = titled
            for column, kind in self.label.items():
                if sel := self.lembar.sel(number, column) or self.lembar.covering(number, column):
                    meant = label.of_row(kind, self._head(column), sel, meant)
            found[number] = (meant, owner or number)
        return found

    def _section(self, cells: Mapping[int, Sel]) -> Makna | None:
        """What a row that only heads those below says of them: "TRIWULAN II", also as "B." beside it."""
        if any(not isinstance(sel.nilai, str) and not label.only_counts(sel) for sel in cells.values()):
            return None
        said = [found for sel in cells.values() if (found := label.title(sel, len(cells) == 1))]
        rest = [c for c, sel in cells.items() if not label.title(sel, False)]
        named = any(c in self.pengenal and len(cells[c].teks) > SINGKATAN for c in rest)
        return said[0] if len(said) == 1 and not named and not any(c in self.label for c in cells) else None

    def makna_baris(self, number: int) -> Makna:
        """What a row says of itself: apa (target, realisasi), when. Nothing in most tables."""
        return self._rows[number][0] if number in self._rows else Makna()

    @cached_property
    def memilih(self) -> bool:
        """Whether rows say of which quarter they are."""
        return any(m.waktu.triwulan or m.waktu.bulan for m, _ in self._rows.values())

    @cached_property
    def per_bulan(self) -> bool:
        """Whether rows say of which month they are."""
        return any(m.waktu.bulan for m, _ in self._rows.values())

    def sampai_baris(self, number: int) -> str | None:
        """What a row itself says of figures to date, beside its name: in a column of when, or in its keterangan."""
        for column, sel in self.lembar.baris[number].items():
            head = self._head(column)
            noted = head.apa == "lain" and len(sel.teks) <= CATATAN
            when = makna.one(sel.teks).waktu if noted or column in self.label else Waktu()
            if when.sd and (when.triwulan or when.bulan):
                return sel.teks
        return None

    def waktu_lain(self, number: int) -> tuple[str, str] | None:
        """What a row says of when, and what the newest rows say, where a column of dates names several times."""
        for dates, newest in self._dates:
            own = dates.get(number, newest)
            if own[0] != newest[0]:
                return own[1], newest[1]
        return None

    @cached_property
    def _dates(self) -> Sequence[tuple[Mapping[int, Saat], Saat]]:
        """Of each column of dates: what its rows say of when, and the newest of that."""
        found = []
        for column, path in self.blok.jalur.items():
            words, apa = self._words(column), self.blok.makna[column].apa
            if column in self.label or apa not in (None, "lain") or not words & SAAT or words & JADWAL:
                continue
            rows = {n: sel for n in self.baris_data if (sel := self.lembar.sel(n, column))}
            dates = {n: (end, sel.teks) for n, sel in rows.items() if (end := label.end(path[-1], sel))}
            if dates:
                found.append((dates, max(dates.values())))
        return found

    def _words(self, column: int) -> set[str]:
        return {*makna.plain(" ".join(self.blok.jalur.get(column, ()))).split()}

    def rincian(self, number: int, column: int) -> int | None:
        """The row right below that goes on with a figure: it has one in the same column, and neither kode nor name."""
        at = bisect_right(self.baris_data, number)
        below = self.baris_data[at] if at < len(self.baris_data) else None
        if below is None or self.label or not any(c in self.pengenal for c in self.lembar.baris[number]):
            return None
        cells = self.lembar.baris[below]
        goes_on = column in cells and any(c.isdigit() for c in cells[column].teks)
        named = any(c in self.pengenal for c in cells) or len(cells) < 2
        return below if goes_on and not named else None

    def sel(self, number: int, column: int) -> Sel | None:
        """The cell of a row; of what names the row also that of the rows above that it belongs to."""
        own = self.lembar.sel(number, column)
        rest = self.lanjutan(column) if column in self.pengenal else ()
        if rest:
            return self._joined(number, (column, *rest))
        if own is not None or column not in self.pengenal:
            return own
        owner = self._rows.get(number, (None, number))[1]
        if owner != number and self.label:
            return self.lembar.sel(owner, column) or self.lembar.covering(owner, column)
        return self.lembar.covering(number, column) if self.label else None

    def _joined(self, number: int, columns: Iterable[int]) -> Sel | None:
        parts = [sel for c in columns if (sel := self.lembar.sel(number, c))]
        if len(parts) < 2:
            return parts[0] if parts else None
        text = ".".join((sel.tampil or sel.teks).strip(". ") for sel in parts)
        return parts[0]._replace(nilai=text, format="@")


def tables(lembar: Lembar) -> list[Tabel]:
    """Every table of a sheet, from above."""
    return [Tabel(one) for one in blok.find(lembar)]
