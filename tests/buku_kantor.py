"""Workbooks as offices make them, in a few lines each; every figure that has to be read remembers its cell.

b = Buku().judul("PENGUKURAN KINERJA", "TRIWULAN II TAHUN 2026")
b.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)]).tanda_tangan()
b.simpan(), b.letak["A-03"]
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Self

import openpyxl
from isi_kantor import KODE, POHON, REKENING, Kolom
from kantor_kasus import NAMA, SUB
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter


@dataclass(frozen=True)
class Letak:
    """Where a right figure stands, and the rows in which its table, its column and its titles are spoken of."""

    nilai: Any
    lembar: str
    baris: int
    kolom: int
    kepala: tuple[int, int]
    judul: frozenset[int]
    saing: frozenset[int]


class Buku:
    """One workbook in the making. `benar`: {key: right figure, or None where nothing may be recorded}."""

    def __init__(self, lembar: str = "Sheet1") -> None:
        self.wb = openpyxl.Workbook()
        self.ws: Any = self.wb.active
        self.ws.title = lembar
        self.baris = 1  # where the next thing is written
        self.letak: dict[str, Letak] = {}
        self.benar: dict[str, Any] = {}
        self.baris_kode: dict[str, int] = {}
        self._judul: set[int] = set()
        self._kepala = (1, 1)

    @property
    def kepala(self) -> tuple[int, int]:
        """First and last row of the headings of the newest table."""
        return self._kepala

    def lembar(self, nama: str) -> Self:
        self.ws, self.baris, self._judul = self.wb.create_sheet(nama), 1, set()
        return self

    def judul(self, *baris: str, kolom: int = 1) -> Self:
        """Titles of what comes next, one a row, and a blank one below."""
        self._judul = set()
        for text in baris:
            self.ws.cell(self.baris, kolom, text)
            self._judul.add(self.baris)
            self.baris += 1
        self.baris += 1
        return self

    def tabel(
        self,
        kolom: Sequence[Kolom],
        baris: Iterable[str] = KODE,
        *,
        mulai: int = 1,
        gabung: str = "gabung",
        nomor: str | None = None,
        sela: Mapping[str, Sequence[Any]] | None = None,
        lanjut: bool = False,
    ) -> Self:
        """A table from column `mulai` on.

        Args:
            gabung: group names "gabung" (merged), "sekali" (in their first column only) or "ulang" (in each).
            nomor: a numbering row under the headings, as "({})".
            sela: rows of their own before a kode: {kode: cells}.
            lanjut: more rows of the table above, under its headings.
        """
        if lanjut:
            self.baris -= 1
            top = self._kepala[0]
        else:
            top = self.baris
            self._headings(kolom, mulai, gabung)
            self._kepala = (top, self.baris - 1)
        if nomor is not None:
            for number in range(1, len(kolom) + 1):
                self.ws.cell(self.baris, mulai + number - 1, nomor.format(number))
            self.baris += 1
            self._kepala = (top, self.baris - 1)
        place = (self._kepala, frozenset(self._judul), _rivals(kolom, mulai))
        for number, kode in enumerate(baris, start=1):
            for offset, value in enumerate((sela or {}).get(kode, ())):
                self.ws.cell(self.baris, mulai + offset, value)
            self.baris += kode in (sela or {})
            self._row(kolom, number, kode, mulai, place)
        self.baris += 1
        return self

    def anggaran(self, *kolom: Kolom, jumlah: bool = True, **how: Any) -> Self:
        """A table over the whole budget tree."""
        return self.tabel([*REKENING, *kolom], (*POHON, *([""] if jumlah else [])), **how)

    def catatan(self, *baris: str, kolom: int = 1) -> Self:
        """Words below a table; a question may stand there too."""
        rows = range(self.baris, self.baris + len(baris))
        for row, text in zip(rows, baris, strict=True):
            self.ws.cell(row, kolom, text)
        self.letak = {
            key: replace(one, judul=one.judul | set(rows)) if one.lembar == self.ws.title else one
            for key, one in self.letak.items()
        }
        self.baris += len(baris) + 1
        return self

    def tanda_tangan(self, kolom: int = 4) -> Self:
        for offset, text in (
            (0, "Paringin, 6 Juli 2026"),
            (1, "Camat Paringin Selatan,"),
            (4, "Dra. NAMA CONTOH, M.Si."),
            (5, "NIP 19690812 199003 2 004"),
        ):
            self.ws.cell(self.baris + offset, kolom, text)
        self.baris += 7
        return self

    # ------------------------------------------------------------ afterwards

    def sel(self, key: str) -> Any:
        """The cell of a right figure."""
        one = self.letak[key]
        return self.wb[one.lembar].cell(one.baris, one.kolom)

    def tulis(self, key: str, value: Any, benar: Any = ...) -> Self:
        """Write something else into the cell of a figure; `benar`: what is right then."""
        self.sel(key).value = value
        return self if benar is ... else self.harus(key, benar)

    def harus(self, key: str, benar: Any) -> Self:
        self.benar[key] = _exact(benar)
        return self

    def tak_tercatat(self, *keys: str) -> Self:
        """Nothing may be recorded for these."""
        for key in keys:
            self.benar[key] = None
        return self

    def coret(self, kode: str) -> Self:
        """Strike a whole row through."""
        for cell in self.ws[self.baris_kode[kode]]:
            cell.font = Font(strike=True)
        return self

    def merge(self, key: str, ke: int) -> Self:
        """Merge the cell of a figure with the `ke` columns right of it (left: negative), keeping its value."""
        one, value = self.letak[key], self.sel(key).value
        left, right = sorted((one.kolom, one.kolom + ke))
        for column in range(left, right + 1):
            self.ws.cell(one.baris, column).value = None
        self.ws.cell(one.baris, left).value = value
        self.ws.merge_cells(start_row=one.baris, end_row=one.baris, start_column=left, end_column=right)
        return self

    def simpan(self) -> bytes:
        buffer = io.BytesIO()
        self.wb.save(buffer)
        return buffer.getvalue()

    # ------------------------------------------------------------ inside

    def _headings(self, kolom: Sequence[Kolom], mulai: int, gabung: str) -> None:
        depth = max(len(one.judul) for one in kolom)
        for index, one in enumerate(kolom):
            column = mulai + index
            for level, word in enumerate(one.judul):
                last = level == len(one.judul) - 1
                same = index and not last and kolom[index - 1].judul[: level + 1] == one.judul[: level + 1]
                if not same or gabung == "ulang":
                    self.ws.cell(self.baris + level, column, word)
                if last and level < depth - 1 and gabung == "gabung":
                    self._merge(self.baris + level, self.baris + depth - 1, column, column)
                if not same and not last and gabung == "gabung":
                    end = index
                    while end + 1 < len(kolom) and kolom[end + 1].judul[: level + 1] == one.judul[: level + 1]:
                        end += 1
                    self._merge(self.baris + level, self.baris + level, column, mulai + end)
            if one.tersembunyi:
                self.ws.column_dimensions[get_column_letter(column)].hidden = True
        self.baris += depth

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.ws.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)

    def _row(self, kolom: Sequence[Kolom], number: int, kode: str, mulai: int, place: Any) -> None:
        self.baris_kode[kode] = self.baris
        for index, one in enumerate(kolom):
            value = one.cell(number, kode)
            if value is not None:
                cell = self.ws.cell(self.baris, mulai + index, value)
                if one.format:
                    cell.number_format = one.format
            right = (one.nilai or {}).get(kode) if one.nilai is not None else value
            if one.benar is not None and (kode in NAMA or kode in SUB):
                self.add(f"{kode}|{one.benar}" if one.benar else kode, right, self.baris, mulai + index, place)
        self.baris += 1

    def add(self, key: str, benar: Any, baris: int, kolom: int, place: Any) -> None:
        """That a right figure stands here; `place`: rows of heading and titles, rival columns."""
        self.letak[key] = Letak(benar, self.ws.title, baris, kolom, *place)
        self.benar[key] = _exact(benar)


def _rivals(kolom: Sequence[Kolom], mulai: int) -> frozenset[int]:
    return frozenset(mulai + index for index, one in enumerate(kolom) if one.saing)


def _exact(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_exact(one) for one in value)
    return Decimal(str(value)) if isinstance(value, int | float) else value
