"""The sheets of an OpenDocument spreadsheet (.ods), out of its one stream of XML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lakip.berkas import terbuka
from lakip.berkas.aliran import Arsip, BrokenError, TooLargeError
from lakip.berkas.pintu import DitolakError, Sebab
from lakip.unggah.berkas.gaya_ods import Gaya, Tampak
from lakip.unggah.berkas.komentar import MAKS_HURUF, kept
from lakip.unggah.berkas.lembar import (
    BARIS_TERAKHIR,
    KOLOM_TERAKHIR,
    MAKS_LEMBAR,
    MAKS_SEL,
    Anggaran,
    Lembar,
    Sel,
    Susunan,
)
from lakip.unggah.berkas.penggal import Penggal, Tulisan, resolve
from lakip.unggah.berkas.sel_xlsx import MAKS_PENGGAL
from lakip.unggah.berkas.tampilan import Nilai

SEL = ("table-cell", "covered-table-cell")
TERTUTUP = ("collapse", "filter")
SAMBUNGAN = ("dde-link", "dde-source")
SEMPIT, LEBAR = ("xmlns:office", "xmlns:table", "xmlns:text"), "urn:oasis:names:tc:opendocument:xmlns:"
SALINAN_LUAR = "'file:"  # the hidden copy that LibreOffice keeps of a sheet of another file
MAKS_SPASI = 100
MAKS_BARIS = 300_000  # written: empty ones are repeated with a count


def sheets(arsip: Arsip) -> list[Lembar]:
    """Every sheet in the order of the tabs, hidden ones too. Raises TooLargeError, DitolakError, or one of RUSAK."""
    gaya = Gaya()
    gaya.read(arsip, "styles.xml")
    gaya.read(arsip, terbuka.ISI)
    reader = _Pembaca(gaya, makro=terbuka.has_macros(arsip))
    arsip.parse(terbuka.ISI, reader.start, reader.end, reader.text)
    if not reader.sheets:
        raise BrokenError("no sheet")
    return reader.sheets


@dataclass
class _Kini:
    """The cell that is being read; `dalam` counts the elements around the text within it."""

    attrs: Mapping[str, str]
    gaya: Tampak
    ulang: int
    runs: list[Penggal] = field(default_factory=list)
    komentar: str = ""
    dalam: int = 0
    alinea: int = 0

    def add(self, run: Penggal) -> None:
        self.runs.append(run)
        if len(self.runs) > MAKS_PENGGAL:
            raise TooLargeError


class _Pembaca:
    """The handlers for content.xml, and where in it they are."""

    def __init__(self, gaya: Gaya, *, makro: bool) -> None:
        self.sheets: list[Lembar] = []
        self._gaya, self._makro, self._anggaran = gaya, makro, Anggaran()
        self._rows_left, self._work_left = MAKS_BARIS, 2 * MAKS_SEL
        self._sheet: Susunan | None = None
        self._nama, self._keadaan = "", "visible"
        self._defaults: list[str] = []
        self._row = 0
        self._cell: _Kini | None = None
        self._spans: list[Tampak] = []
        self._cells: list[tuple[int, int, Sel | None, int, int, str]] = []
        self._note = self._noting = False
        self._column = self._repeat = 0
        self._closed, self._default = False, ""

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if self._cell is not None:
            self._within(self._cell, tag, attrs)
        elif tag in SEL:
            self._open_cell(attrs)
        elif tag == "table-row":
            self._open_row(attrs)
        elif tag == "table-column":
            self._open_column(attrs)
        elif tag == "table":
            self._open_sheet(attrs)
        elif tag in SAMBUNGAN:
            raise DitolakError(Sebab.TAUTAN)
        elif tag == "document-content":
            _check_names(attrs)

    def end(self, tag: str) -> None:
        cell = self._cell
        if cell is not None:
            if cell.dalam:
                self._leave(cell, tag)
            elif tag in SEL:
                self._keep(cell)
                self._cell = None
        elif tag == "table-row":
            self._close_row()
        elif tag == "table":
            self._close_sheet()

    def text(self, data: str) -> None:
        """Only what stands in a paragraph of the cell itself: not in a note, nor in a drawing over it."""
        cell = self._cell
        if cell is not None and self._noting and len(cell.komentar) < MAKS_HURUF:
            cell.komentar += self._anggaran.take(data)
        if cell is None or not cell.alinea or cell.alinea != cell.dalam:
            return
        style = self._around
        text = self._anggaran.take(data)
        cell.add(Penggal(text) if style is None else Penggal(text, style.atas, style.coret))

    @property
    def _around(self) -> Tampak | None:
        return self._spans[-1] if self._spans else None

    # ------------------------------------------------------------ sheets, rows, columns

    def _open_sheet(self, attrs: Mapping[str, str]) -> None:
        if self._sheet is not None:
            raise BrokenError("a table within a table")
        if len(self.sheets) >= MAKS_LEMBAR:
            raise TooLargeError
        shown = self._gaya.of("table", attrs.get("table:style-name", "")).tampil
        self._nama, self._keadaan = attrs.get("table:name", "")[:255], "visible" if shown else "hidden"
        self._sheet, self._defaults, self._row = Susunan(self._anggaran), [], 0

    def _close_sheet(self) -> None:
        if self._sheet is not None and not self._nama.startswith(SALINAN_LUAR):
            self.sheets.append(self._sheet.done(self._nama, self._keadaan, "ods", makro=self._makro))
        self._sheet = None

    def _open_column(self, attrs: Mapping[str, str]) -> None:
        if self._sheet is None:
            return
        first = len(self._defaults) + 1
        last = min(first - 1 + _count(attrs, "table:number-columns-repeated"), KOLOM_TERAKHIR)
        self._defaults += [attrs.get("table:default-cell-style-name", "")] * max(last - first + 1, 0)
        if attrs.get("table:visibility") in TERTUTUP:
            self._sheet.close_columns(first, last)

    def _open_row(self, attrs: Mapping[str, str]) -> None:
        self._rows_left -= 1
        if self._rows_left < 0:
            raise TooLargeError
        self._column, self._cells = 0, []
        self._repeat = _count(attrs, "table:number-rows-repeated")
        self._closed = attrs.get("table:visibility") in TERTUTUP
        self._default = attrs.get("table:default-cell-style-name", "")

    def _close_row(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._work_left -= self._repeat * len(self._cells)
        if self._work_left < 0:
            raise TooLargeError
        first = self._row + 1
        self._row += self._repeat
        for number in range(first, self._row + 1) if self._cells else ():
            self._place(sheet, number)

    def _place(self, sheet: Susunan, row: int) -> None:
        for column, repeat, sel, down, across, note in self._cells:
            if note:
                sheet.komentar[row, column] = note
            if down > 1 or across > 1:
                sheet.merge((row, column, row + down - 1, column + across - 1))
            for at in range(column, column + repeat) if sel is not None else ():
                sheet.add(sel._replace(baris=row, kolom=at), tertutup=self._closed)  # type: ignore[union-attr]

    # ------------------------------------------------------------ cells

    def _open_cell(self, attrs: dict[str, str]) -> None:
        repeat = _count(attrs, "table:number-columns-repeated")
        self._column += 1
        name = attrs.get("table:style-name") or self._default
        if not name and self._column <= len(self._defaults):
            name = self._defaults[self._column - 1]
        self._cell = _Kini(attrs, self._gaya.of("table-cell", name), repeat)

    def _within(self, cell: _Kini, tag: str, attrs: Mapping[str, str]) -> None:
        inside = cell.alinea == cell.dalam
        cell.dalam += 1
        self._note = self._note or tag == "annotation"
        self._noting = self._note and (self._noting or tag == "p")
        if tag == "p" and cell.dalam == 1:
            cell.alinea = 1
            if cell.runs:
                cell.add(Penggal("\n"))
        elif not inside or cell.dalam == 1:
            return
        elif tag == "span":
            self._spans.append(self._gaya.span(attrs.get("text:style-name", ""), self._around))
            cell.alinea += 1
        elif tag == "a":
            self._spans.append(self._around or Tampak())
            cell.alinea += 1
        elif tag in {"s", "tab", "line-break"}:
            spaces = " " * min(_count(attrs, "text:c"), MAKS_SPASI)
            cell.add(Penggal({"s": spaces, "tab": "\t"}.get(tag, "\n")))

    def _leave(self, cell: _Kini, tag: str) -> None:
        if cell.alinea == cell.dalam:
            cell.alinea -= 1
            if tag in {"span", "a"}:
                self._spans.pop()
        cell.dalam -= 1
        if self._noting and tag == "p":
            self._noting = False
            cell.komentar += "\n" if len(cell.komentar) < MAKS_HURUF else ""
        self._note = self._note and tag != "annotation"

    def _keep(self, cell: _Kini) -> None:
        attrs = cell.attrs
        down, across = _count(attrs, "table:number-rows-spanned"), _count(attrs, "table:number-columns-spanned")
        sel = self._found(cell)
        column, self._column = self._column, self._column + cell.ulang - 1
        if sel is not None and self._column > KOLOM_TERAKHIR:
            raise BrokenError("a cell outside the sheet")
        note = kept(cell.komentar)
        if sel is not None or note or down > 1 or across > 1:
            self._cells.append((column, cell.ulang, sel, down, across, note))

    def _found(self, cell: _Kini) -> Sel | None:
        """Its place is given where the row is placed."""
        written = resolve(cell.runs, bool(cell.gaya.coret)) if cell.runs else Tulisan("")
        nilai, typed = _value(cell.attrs, written.nilai)
        if typed and isinstance(nilai, str):
            nilai = self._anggaran.take(nilai)
        rumus = "table:formula" in cell.attrs
        if not rumus and (nilai is None or (isinstance(nilai, str) and not nilai.strip())):
            return None
        galat = cell.attrs.get("calcext:value-type") == "error"
        struck = bool(cell.gaya.coret) if typed else written.coret
        if typed:
            return Sel(0, 0, nilai, cell.gaya.format, rumus, galat, struck)
        return Sel(0, 0, nilai, cell.gaya.format, rumus, galat, struck, written.catatan_kaki, written.tercoret)


def _value(attrs: Mapping[str, str], text: str) -> tuple[Nilai, bool]:
    """The value, and whether it is a typed one, and not the text of the cell."""
    match attrs.get("office:value-type"):
        case "float" | "currency" | "percentage":
            return _number(attrs["office:value"]), True
        case "date":
            return _moment(attrs.get("office:date-value", ""), text), True
        case "boolean":
            return attrs.get("office:boolean-value") == "true", True
        case None if not text:
            return None, True
        case "string" if not text and attrs.get("office:string-value"):
            return attrs["office:string-value"], True
        case _:
            return text, False


def _moment(raw: str, text: str) -> Nilai:
    try:
        return datetime.fromisoformat(raw).replace(tzinfo=None)
    except ValueError:
        return text


def _number(raw: str) -> int | float:
    try:
        return int(raw) if len(raw) <= 300 else float(raw)
    except ValueError:
        return float(raw)


def _count(attrs: Mapping[str, str], name: str) -> int:
    """How often something is repeated, at least once and at most as often as a sheet has rows."""
    raw = attrs.get(name)
    return 1 if raw is None else min(max(int(raw[:9]), 1), BARIS_TERAKHIR)


def _check_names(attrs: Mapping[str, str]) -> None:
    """Attributes are asked for by the prefixes that every office program gives them."""
    if any(not attrs.get(name, "").startswith(LEBAR) for name in SEMPIT):
        raise BrokenError("prefixes of its own")
