"""The sheets of an .xlsx or .xlsm, out of its parts. Its macros are not even looked at."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS

from lakip.berkas import kantor
from lakip.berkas.aliran import Arsip, BrokenError, TooLargeError
from lakip.unggah.berkas import komentar
from lakip.unggah.berkas.lembar import MAKS_LEMBAR, Anggaran, Lembar
from lakip.unggah.berkas.sel_xlsx import TIDAK, YA, Buku, Gaya, cells, shared_texts

MAKS_GAYA = 100_000
MAKRO = "xl/vbaproject.bin"


def sheets(arsip: Arsip, asal: str = "xlsx") -> list[Lembar]:
    """Every worksheet in workbook order, hidden ones too; chart sheets are left out.

    Raises TooLargeError, or one of RUSAK.
    """
    workbook, _ = kantor.main_part(arsip)
    relations = _relations(arsip, workbook)
    daftar = _Daftar()
    arsip.parse(workbook, daftar.start)
    anggaran = Anggaran()
    texts = [t for path in _of_kind(arsip, relations, "sharedStrings") for t in shared_texts(arsip, path, anggaran)]
    styles = [g for path in _of_kind(arsip, relations, "styles") for g in _styles(arsip, path)]
    buku = Buku(texts, styles, anggaran, daftar.sejak_1904, daftar.dihitung)
    found = []
    for nama, keadaan, relation in daftar.lembar:
        kind, path = relations.get(relation, ("", ""))
        if kind == "worksheet":
            sheet = cells(arsip, path, buku)
            sheet.komentar |= komentar.read(arsip, _relations(arsip, path).values(), anggaran)
            found.append(sheet.done(nama, keadaan, asal, makro=MAKRO in arsip))
    if not found:
        raise BrokenError("no worksheet")
    return found


# ---------------------------------------------------------------- inside


def _relations(arsip: Arsip, part: str) -> dict[str, tuple[str, str]]:
    """{id: (kind, path)} of one part; kind is the last word of the relationship's type."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag == "Relationship" and attrs.get("TargetMode") != "External":
            if len(found) >= 1000:
                raise TooLargeError
            target = attrs.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attrs.get("Id", "")] = (attrs.get("Type", "").rpartition("/")[2], whole)

    if path in arsip:
        arsip.parse(path, start)
    return found


def _of_kind(arsip: Arsip, relations: dict[str, tuple[str, str]], wanted: str) -> list[str]:
    return [path for kind, path in relations.values() if kind == wanted and path in arsip][:1]


@dataclass
class _Daftar:
    """What the main part says: the sheets (name, state, relation) in the order of their tabs, and how to take them.

    `dihitung`: False in the file of a program that writes formulas without calculating them.
    """

    lembar: list[tuple[str, str, str]] = field(default_factory=list)
    sejak_1904: bool = False
    dihitung: bool = True

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "workbookPr":
            self.sejak_1904 = attrs.get("date1904") in YA
        elif tag == "calcPr":
            self.dihitung = attrs.get("fullCalcOnLoad") not in YA and attrs.get("calcCompleted") not in TIDAK
        elif tag == "sheet":
            if len(self.lembar) >= MAKS_LEMBAR:
                raise TooLargeError
            relation = next((v for k, v in attrs.items() if k.rpartition(":")[2] == "id" and ":" in k), "")
            self.lembar.append((attrs.get("name", "")[:255], attrs.get("state", "visible"), relation))


def _styles(arsip: Arsip, path: str) -> Sequence[Gaya]:
    """Each cell style, by its index."""
    reader = _Gaya()
    arsip.parse(path, reader.start, reader.end)
    codes = {number: reader.formats.get(number) or BUILTIN_FORMATS.get(number, "General") for number, _ in reader.xfs}
    return [Gaya(codes[number], font in reader.struck) for number, font in reader.xfs]


class _Gaya:
    """The handlers for the style part. `xfs`: number format and font of each style; `struck`: fonts struck through."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.struck: set[int] = set()
        self.xfs: list[tuple[int, int]] = []
        self._within = ""
        self._font = -1

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if max(len(self.xfs), len(self.formats), self._font) > MAKS_GAYA:
            raise TooLargeError
        if tag in {"cellXfs", "fonts"}:
            self._within = tag
        elif tag == "numFmt" and len(attrs.get("formatCode", "")) <= 1000:
            self.formats[int(attrs.get("numFmtId", 0))] = attrs.get("formatCode", "General")
        elif tag == "xf" and self._within == "cellXfs":
            self.xfs.append((int(attrs.get("numFmtId", 0)), int(attrs.get("fontId", 0))))
        elif tag == "font" and self._within == "fonts":
            self._font += 1
        elif tag == "strike" and self._within == "fonts" and attrs.get("val") not in TIDAK:
            self.struck.add(self._font)

    def end(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""
