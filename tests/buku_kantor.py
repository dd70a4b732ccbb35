"""Workbooks as offices make them, in a few lines each; every figure that has to be read remembers its cell.

b = Buku().judul("PENGUKURAN KINERJA", "TRIWULAN II TAHUN 2026")
b.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)]).tanda_tangan()
b.simpan(), b.letak["A-03"]
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Self
from xml.sax.saxutils import escape

import openpyxl
from kantor_kasus import BELANJA, NAMA, PAGU, SATUAN, SUB, TARGET, TW1
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lakip import anggaran


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


KODE = tuple(k for k in NAMA if k not in ("A-05", "A-06"))  # those of one number per quarter
_TW = {
    1: {kode: _number(TW1[kode]) for kode in KODE},
    2: dict(zip(KODE, (85.2, 93.1, 1535, 8, 97.4, 112, 158_750_000, 0.8231, 2.8, 6), strict=True)),
    3: dict(zip(KODE, (86.1, 94.6, 1580, 12, 97.9, 121, 298_500_000, 0.8395, 2.7, 5), strict=True)),
    4: dict(zip(KODE, (87.3, 95.8, 1490, 15, 98.2, 99, 401_250_000, 0.8512, 2.6, 7), strict=True)),
}
_UANG = {
    1: BELANJA,
    2: dict(zip(SUB, (11_250_000, 6_480_500, 598_300_750, 17_900_000, 3_500_000, 21_000_000), strict=True)),
}
JUMLAHAN = ("A-03", "A-08", "A-12")  # the indikator whose quarters are added up
POHON: dict[str, str] = {
    n.kode: n.nama
    for n in sorted(
        (*anggaran.bawaan(), *(anggaran.Kode(kode, "sub_kegiatan", nama) for kode, nama in SUB.items())),
        key=lambda n: n.kode,
    )
    if any(kode == n.kode or kode.startswith(f"{n.kode}.") for kode in SUB)
}

Isi = Mapping[str, Any]


def tw(n: int) -> Isi:
    """The realisasi of one quarter, by kode."""
    return _TW[n]


def sd(n: int) -> Isi:
    """To date: those added up are added up, the others stand as they are."""
    return {k: sum(_TW[i][k] for i in range(1, n + 1)) if k in JUMLAHAN else v for k, v in _TW[n].items()}


def target(n: int) -> Isi:
    """The target of a quarter (5: of the tahun)."""
    return {kode: _number(TARGET[kode][n - 1]) for kode in KODE}


def capaian(n: int = 2) -> Isi:
    return {k: round(100 * v / target(n)[k], 2) for k, v in _TW[n].items()}


def uang(n: int) -> Isi:
    """What was spent in one quarter, by kode of the tree."""
    return tree(_UANG[n])


def uang_sd(n: int) -> Isi:
    return tree({kode: sum(_UANG[i][kode] for i in range(1, n + 1)) for kode in SUB})


def pagu(kali: float = 1) -> Isi:
    return tree({kode: round(nilai * kali) for kode, nilai in PAGU.items()})


def tree(subs: Isi) -> Isi:
    """With the sums of kegiatan, program, and all ("")."""
    sums = {kode: sum(v for s, v in subs.items() if s.startswith(f"{kode}.")) for kode in POHON if kode not in SUB}
    return {**subs, **sums, "": sum(subs.values())}


def times(isi: Isi, by: float) -> Isi:
    return {kode: round(nilai * by, 6) for kode, nilai in isi.items()}


@dataclass(frozen=True)
class Kolom:
    """One column: its heading from above, its cells by kode, and which figure they are, as a key of `juri` ends."""

    judul: tuple[str, ...]
    isi: Isi | Callable[[int, str], Any]
    benar: str | None = None
    nilai: Isi | None = None  # the right figures where other ones stand in the cells
    tersembunyi: bool = False
    format: str | None = None
    saing: bool = False  # a question at its heading is one about the right column

    def cell(self, number: int, kode: str) -> Any:
        return self.isi(number, kode) if callable(self.isi) else self.isi.get(kode)


def k(*judul: str, isi: Any = None, benar: bool | str | None = None, **more: Any) -> Kolom:
    """A column; a word for `isi` stands in every cell."""
    cells = (lambda _, __: isi) if isinstance(isi, str | int | float) else isi or {}
    return Kolom(judul, cells, "" if benar is True else benar or None, **more)


NO = k("No", isi=lambda number, _: number)
KODE_KOLOM = k("Kode", isi=lambda _, kode: kode)
NAMA_KOLOM = k("Indikator Kinerja", isi={**NAMA})
SATUAN_KOLOM = k("Satuan", isi={**SATUAN})
IDENTITAS = (NO, KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM)
REKENING = (
    k("Kode", isi=lambda _, kode: kode or None),
    k("Program/Kegiatan/Sub Kegiatan", isi={**POHON, "": "JUMLAH"}),
)


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


# ---------------------------------------------------------------- what openpyxl does not write by itself


def naik(text: str, kecil: str) -> CellRichText:
    """A text with a superscript behind it."""
    return CellRichText(text, TextBlock(InlineFont(vertAlign="superscript"), kecil))


def sebagian_dicoret(lama: str, baru: str) -> CellRichText:
    return CellRichText(TextBlock(InlineFont(strike=True), lama), " ", TextBlock(InlineFont(), baru))


def kept(content: bytes, nilai: Mapping[str, Any] | Any, calculated: bool = False) -> bytes:
    """Give the formulas of the first sheet a kept value: by cell, or one for all.

    calculated: as Excel leaves them; otherwise as a program that never calculates does (to be calculated on opening).
    """
    source, target_file = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()

    def value(found: re.Match[str]) -> str:
        one = nilai.get(found[1]) if isinstance(nilai, Mapping) else nilai
        if one is None:
            return found[0]
        cell = found[2].replace("<c ", '<c t="e" ', 1) if str(one).startswith("#") else found[2]
        return f"{cell}<v>{one}</v></c>"

    with zipfile.ZipFile(target_file, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                pattern = r'(?=<c r="([A-Z]+\d+)")(<c [^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?</c>'
                data = re.sub(pattern, value, data.decode()).encode()
            if name == "xl/workbook.xml" and calculated:
                data = data.replace(b' fullCalcOnLoad="1"', b"").replace(b'calcId="124519"', b'calcId="191029"')
            if name == "docProps/app.xml" and calculated:
                data = re.sub(rb"<Application>[^<]*", b"<Application>Microsoft Excel", data)
            out.writestr(name, data)
    return target_file.getvalue()


def patched(content: bytes, sel: str, value: Any) -> bytes:
    """The same file with one other value in a cell of its first sheet, without loading it: a hundred a second.

    value: a text, a number, None for an empty cell, "=..." for a formula that nobody calculated.
    """
    source, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    name = "xl/worksheets/sheet1.xml"
    pattern = rf'<c r="{sel}"((?: s="\d+")?)[^>]*?(?:/>|>.*?</c>)'
    data, count = re.subn(pattern, lambda found: _cell(sel, found[1], value), source.read(name).decode(), count=1)
    assert count == 1, f"{sel} is not written in this file"
    with zipfile.ZipFile(out, "w") as target_file:
        for one in source.namelist():
            target_file.writestr(one, data if one == name else source.read(one))
    return out.getvalue()


def _cell(sel: str, style: str, value: Any) -> str:
    if value is None:
        return f'<c r="{sel}"{style}/>'
    if isinstance(value, int | float):
        return f'<c r="{sel}"{style}><v>{value!r}</v></c>'
    if value.startswith("="):
        return f'<c r="{sel}"{style}><f>{escape(value[1:])}</f><v>0</v></c>'
    return f'<c r="{sel}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
