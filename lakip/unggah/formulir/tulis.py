"""Writing our own forms: titles, a table, what may be typed where, words of help, the hidden identity.

Knows no kind of form: each is data (`Formulir`).
"""

import io
import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from lakip.pengaturan import Identitas
from lakip.unggah.berkas.lembar import alamat
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import JENIS, PETUNJUK, PILIHAN, Meta

TEKS, ANGKA, TAHUN, RUPIAH, CATATAN = "teks", "angka", "tahun", "rupiah", "catatan"
"""What the cells of a column hold; a catatan tells how to fill in its row."""

A3, A4 = 8, 9
FONT = {"font_name": "Arial", "font_size": 10}
SEL = {**FONT, "valign": "top", "text_wrap": True, "border": 1}
GAYA: Mapping[str, Mapping[str, Any]] = {
    "judul": {**FONT, "font_size": 13, "bold": True},
    "biasa": FONT,
    "sebutan": {**FONT, "bold": True},
    "isian": {**SEL, "text_wrap": False, "num_format": "@", "locked": False},  # a long one shows over what is beside it
    "peringatan": {**FONT, "font_size": 11, "bold": True, "font_color": "#B42318"},
    "kepala": {**SEL, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "align": "center"},
    "kepala_wajib": {**SEL, "bold": True, "bg_color": "#FFD56B", "font_color": "#1C2733", "align": "center"},
    "kaki": {**FONT, "font_size": 9, "italic": True, "font_color": "#5B6470"},
    "petunjuk": {**FONT, "valign": "top", "text_wrap": True},
}
ISI: Mapping[str, Mapping[str, Any]] = {
    TEKS: {"num_format": "@"},
    ANGKA: {},
    TAHUN: {},
    RUPIAH: {"num_format": "#,##0"},
    CATATAN: {"italic": True, "font_size": 9},
}
# A sum of nothing shows nothing: what is missing is not 0.
JUMLAH = {RUPIAH: {"num_format": "#,##0;-#,##0;"}}
TERKUNCI = {"bg_color": "#EDEFF2"}
BINTANG = " *"  # behind the heading of a column that a new row needs
MAKS_JUDUL, MAKS_ARTI = 32, 255  # letters that Excel shows beside a cell
KOLOM_TANDA = 5  # where the meaning of the marks stands, counted from 0
KOLOM_KEPALA = 3  # where what stands above a table is filled in, counted from 1
LEBAR_PETUNJUK = 110
TINGGI, MAKS_TINGGI = 13.0, 409.0  # points of one line, and of the highest row that Excel has


@dataclass(frozen=True)
class Kolom:
    """One column. `pilihan`: the words it offers; `syarat`: what else is checked in typing, as xlsxwriter calls it;
    `arti`: told beside the cell that is being filled in; `wajib`: a new row needs it, and the heading is marked."""

    kunci: str
    judul: str
    lebar: int
    isi: str = TEKS
    terkunci: bool = False
    pilihan: Collection[str] = ()
    syarat: Mapping[str, Any] | None = None
    arti: str = ""
    wajib: bool = False


@dataclass(frozen=True)
class Rumus:
    teks: str
    nilai: int


@dataclass(frozen=True)
class Baris:
    """One row, {kunci: value}. `terkunci`: its cells that are locked beside those of locked columns; `jumlah`: it adds
    others up, and is locked as a whole; `contoh`: it only shows how a row is filled in, and is locked as well."""

    isi: Mapping[str, Any] = field(default_factory=dict)
    terkunci: Collection[str] = ()
    jumlah: bool = False
    contoh: bool = False


@dataclass(frozen=True)
class Isian:
    """A line above the table."""

    sebutan: str
    nilai: str
    pilihan: Collection[str] = ()


@dataclass(frozen=True)
class Formulir:
    """One form.

    Attributes:
        tanda: beside the first line above the table: what the marks on it mean.
        keterangan: lines below the name of the office; `kepala` lines above the table, `kaki` lines below it.
        beku: how many columns stay in sight; `sebaris` how many lines a row has room for at least.
        boleh: what a person may do to the protected sheet, beside making rows and columns larger.
    """

    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    petunjuk: Sequence[str]
    keterangan: Sequence[str] = ()
    kepala: Sequence[Isian] = ()
    tanda: str = ""
    kaki: Sequence[str] = ()
    beku: int = 2
    sebaris: int = 1
    kertas: int = A4
    boleh: Sequence[str] = ("sort", "insert_rows")


def at_least(least: int, title: str, message: str, whole: bool = False) -> Mapping[str, Any]:
    """A number of at least this much; anything else is warned of, and may stay."""
    return {
        "validate": "integer" if whole else "decimal", "criteria": ">=", "value": least, "error_type": "warning",
        "error_title": title, "error_message": message,
    }  # fmt: skip


def heading_row(keterangan: int = 0, kepala: int = 0) -> int:
    """The row of the headings, counted from 1, below so many lines."""
    return 5 + keterangan + kepala


def write(formulir: Formulir, meta: Meta, kantor: Identitas) -> bytes:
    """The .xlsx to fill in."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Buku(book, formulir, kantor).write(JENIS[meta.jenis].lembar)
    identitas.write(book, meta)
    book.close()
    return buffer.getvalue()


class _Buku:
    """One workbook being written; makes each format once. Rows and columns are counted from 0."""

    def __init__(self, book: Any, formulir: Formulir, kantor: Identitas) -> None:
        self.book, self.formulir, self.kantor = book, formulir, kantor
        self.judul = heading_row(len(formulir.keterangan), len(formulir.kepala)) - 1
        self.gaya = {name: book.add_format(one) for name, one in GAYA.items()}
        self.formats: dict[tuple[str, bool, bool], Any] = {}
        self.pilihan: Any = None
        self.lists = 0

    def write(self, lembar: str) -> None:
        self.sheet = self.book.add_worksheet(lembar)
        self._titles()
        for column, kolom in enumerate(self.formulir.kolom):
            self._column(column, kolom)
        self._heights()
        for row, text in enumerate(self.formulir.kaki, start=self.judul + len(self.formulir.baris) + 2):
            self.sheet.write_string(row, 0, text, self.gaya["kaki"])
        self._layout()
        self._help()

    def _titles(self) -> None:
        form, kantor = self.formulir, self.kantor
        lines = [(form.judul, "judul"), (f"{kantor.nama}, {kantor.kabupaten}", "biasa")]
        lines += [(one, "biasa") for one in form.keterangan]
        lines += [("DATA CONTOH: bukan data sebenarnya", "peringatan")] if kantor.contoh else []
        for row, (text, gaya) in enumerate(lines):
            self.sheet.write_string(row, 0, text, self.gaya[gaya])
        column = KOLOM_KEPALA - 1
        for row, one in enumerate(form.kepala, start=self.judul - len(form.kepala) - 1):
            self.sheet.write_string(row, 0, one.sebutan, self.gaya["sebutan"])
            self.sheet.write_string(row, column, one.nilai, self.gaya["isian"])
            self._offer((row, column, row, column), one.pilihan)
        if form.tanda and form.kepala:
            self.sheet.write_string(self.judul - len(form.kepala) - 1, KOLOM_TANDA, form.tanda, self.gaya["kaki"])

    def _column(self, column: int, kolom: Kolom) -> None:
        self.sheet.set_column(column, column, kolom.lebar)
        mark = (f"{kolom.judul}{BINTANG}", "kepala_wajib") if kolom.wajib else (kolom.judul, "kepala")
        self.sheet.write_string(self.judul, column, mark[0], self.gaya[mark[1]])
        first, last = self.judul + 1, self.judul + len(self.formulir.baris)
        for row, baris in enumerate(self.formulir.baris, start=first):
            locked = kolom.terkunci or baris.jumlah or baris.contoh or kolom.kunci in baris.terkunci
            form = self._format(CATATAN if baris.contoh and kolom.isi == TEKS else kolom.isi, locked, baris.jumlah)
            self._cell(row, column, baris.isi.get(kolom.kunci), form, kolom.isi in (TEKS, CATATAN))
        shown = {"input_title": kolom.judul[:MAKS_JUDUL], "input_message": kolom.arti[:MAKS_ARTI]} if kolom.arti else {}
        cells = first, column, last, column
        self._offer(cells, kolom.pilihan, shown)
        if kolom.syarat or (shown and not kolom.pilihan):
            self.sheet.data_validation(*cells, {**(kolom.syarat or {"validate": "any"}), **shown})

    def _cell(self, row: int, column: int, value: Any, form: Any, is_text: bool) -> None:
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, form)
        elif isinstance(value, Rumus):
            self.sheet.write_formula(row, column, value.teks, form, value.nilai)
        elif is_text:
            self.sheet.write_string(row, column, str(value), form)
        else:
            self.sheet.write_number(row, column, float(value), form)

    def _format(self, isi: str, locked: bool, jumlah: bool) -> Any:
        key = (isi, locked, jumlah)
        if key not in self.formats:
            more = {**(TERKUNCI if locked else {"locked": False}), **(JUMLAH.get(isi, {}) if jumlah else {})}
            self.formats[key] = self.book.add_format({**SEL, **ISI[isi], **more, **({"bold": True} if jumlah else {})})
        return self.formats[key]

    def _offer(
        self, cells: tuple[int, int, int, int], words: Iterable[str], more: Mapping[str, Any] | None = None
    ) -> None:  # fmt: skip
        """Offer these words over a range of a hidden sheet: a list written into the cell itself is cut at every comma,
        and at 255 letters."""
        listed = list(words)
        if not listed:
            return
        if self.pilihan is None:
            self.pilihan = self.book.add_worksheet(PILIHAN)
            self.pilihan.very_hidden()
        for row, word in enumerate(listed):
            self.pilihan.write_string(row, self.lists, word)
        self.lists += 1
        letters = alamat(1, self.lists)[:-1]
        source = f"={PILIHAN}!${letters}$1:${letters}${len(listed)}"
        shown = {"error_title": "Pilihan", "error_message": "Pilih salah satu dari daftar.", **(more or {})}
        self.sheet.data_validation(*cells, {"validate": "list", "source": source, **shown})

    def _heights(self) -> None:
        """Room for the longest wrapped text of each row; a row of one line grows by itself."""
        kolom = self.formulir.kolom
        texts = [k for k in kolom if k.isi in (TEKS, CATATAN)]
        rows = [(self.judul, max(_lines(k.judul, k.lebar) for k in kolom))]
        for row, baris in enumerate(self.formulir.baris, start=self.judul + 1):
            rows.append((row, max([_lines(baris.isi.get(k.kunci), k.lebar) for k in texts] + [self.formulir.sebaris])))
        for row, lines in rows:
            if lines > 1:
                self.sheet.set_row(row, min(TINGGI * lines + 2, MAKS_TINGGI))

    def _layout(self) -> None:
        sheet, form = self.sheet, self.formulir
        sheet.freeze_panes(self.judul + 1, form.beku)
        sheet.protect("", dict.fromkeys(("format_columns", "format_rows", *form.boleh), True))
        sheet.repeat_rows(self.judul)
        self._page(sheet, form.kertas)

    def _page(self, sheet: Any, kertas: int) -> None:
        sheet.set_landscape()
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
        sheet.set_paper(kertas)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8{self.kantor.nama.replace('&', '&&')}&R&8Halaman &P dari &N")

    def _help(self) -> None:
        sheet = self.book.add_worksheet(PETUNJUK)
        sheet.set_column(0, 0, LEBAR_PETUNJUK)
        for row, line in enumerate(self.formulir.petunjuk):
            sheet.write_string(row, 0, line, self.gaya["petunjuk" if row else "judul"])
            if (lines := _lines(line, LEBAR_PETUNJUK)) > 1:
                sheet.set_row(row, TINGGI * lines + 2)
        sheet.protect()
        self._page(sheet, A4)


def _lines(text: str | None, lebar: int) -> int:
    """How many lines a text takes in a column of this width, which is counted in digits: letters are narrower."""
    parts, letters = str(text or "").split("\n"), lebar * 21 // 20
    return sum(1 if len(part) <= letters else len(textwrap.wrap(part, letters)) for part in parts)
