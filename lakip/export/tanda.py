"""Marks of figures in a Word document: from invisible characters to content controls, and read back. Knows Word.

A marked figure becomes a run-level content control with the code as its tag: no frame, free to be edited, in the
formatting of its run. Whoever edits the document in Word carries the control along, so that each figure can be
compared later with the one that was printed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from lakip import sumber

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P, R, T, RPR, BR, TAB = (qn(f"w:{name}") for name in ("p", "r", "t", "rPr", "br", "tab"))
SDT, SDT_PR, TAG, PLACEHOLDER, TBL, TR, TC = (
    qn(f"w:{name}") for name in ("sdt", "sdtPr", "tag", "showingPlcHdr", "tbl", "tr", "tc")
)
VAL = qn("w:val")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HAMPA = "\u00a0"  # what stands in the control of a blank
NOMOR_AWAL = 630_000_000  # far from the numbers that Word gives
_BATAS = re.compile(f"{sumber.AWAL}([^{sumber.AWAL}{sumber.TENGAH}{sumber.AKHIR}]+){sumber.TENGAH}|{sumber.AKHIR}")
_TABEL = re.compile(r"(Tabel|Gambar) [A-Z0-9.]*[A-Z0-9]")


@dataclass(frozen=True)
class Tanda:
    """One marked figure found in a document. `kode` is the tag: sumber.tag of its code.

    sel: all the words of its cell, where it stands in a table; lain: those of them that stand in no mark.
    """

    kode: str
    teks: str
    tempat: str
    sel: str = ""
    lain: str = ""


def wrap(part: Any) -> None:
    """Turn the marks of a rendered document part into content controls, in place."""
    root = part._element
    marked = dict.fromkeys(_paragraph_of(t) for t in root.iter(T) if t.text and sumber.bertanda(t.text))
    numbers = count(NOMOR_AWAL)
    for paragraph in marked:
        _Paragraph(paragraph, numbers).wrap()
    if marked:
        _declare(part)


def strip(root: Any) -> None:
    """Leave the text only: for heads and feet of pages."""
    for t in root.iter(T):
        if t.text and sumber.bertanda(t.text):
            t.text = sumber.polos(t.text)


def read(content: bytes) -> list[Tanda]:
    """Every marked figure in the order of the document. The file must have passed word.check.

    Text that Word keeps as deleted does not count, text it keeps as inserted does.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        root = parse_xml(bundle.read("word/document.xml"))
    return list(_Reader().walk(root))


def text(content: bytes) -> str:
    """All words of the body of a checked file, a line per paragraph."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        root = parse_xml(bundle.read("word/document.xml"))
    return "\n".join(said(paragraph) for paragraph in root.iter(P))


def said(element: Any) -> str:
    """The words of a part of a document as they are read, content controls included."""
    signs = {BR: "\n", TAB: "\t"}
    return "".join(signs.get(e.tag) or e.text or "" for e in element.iter(T, BR, TAB) if e.getparent().tag == R)


# ---------------------------------------------------------------- writing


class _Paragraph:
    """One paragraph with marks. A mark may run over several runs, as long as they stand beside each other."""

    def __init__(self, paragraph: Any, numbers: Iterator[int]) -> None:
        self._runs = [r for r in paragraph.iter(R) if _paragraph_of(r) is paragraph]
        self._numbers = numbers
        self._open: Any = None  # the content of the control that is being filled
        self._last: Any = None  # the run that is being filled

    def wrap(self) -> None:
        for run in self._runs:
            if self._open is not None and self._open.getparent().getparent() is not run.getparent():
                self._open = None
            if self._open is not None or any(t.text and sumber.AWAL in t.text for t in run.iterchildren(T)):
                self._split(run)

    def _split(self, run: Any) -> None:
        """The run piece by piece before itself; then it goes."""
        self._last = None
        look = run.find(RPR)
        for child in list(run):
            if child.tag == T:
                self._text(run, look, child.text or "")
            elif child is not look:
                self._put(run, look, child)
        run.getparent().remove(run)

    def _text(self, run: Any, look: Any, text: str) -> None:
        end = 0
        for mark in _BATAS.finditer(text):
            self._plain(run, look, text[end : mark.start()])
            self._open = self._control(run, sumber.buka(mark[1])) if mark[1] else None
            self._last = None
            if mark[1] and text.startswith(
                sumber.AKHIR, mark.end()
            ):  # Word fills an empty control with words of its own
                self._plain(run, look, HAMPA)
            end = mark.end()
        self._plain(run, look, text[end:])

    def _plain(self, run: Any, look: Any, text: str) -> None:
        if text := sumber.polos(text):
            made = OxmlElement("w:t")
            made.text = text
            made.set(SPACE, "preserve")
            self._put(run, look, made)

    def _put(self, run: Any, look: Any, child: Any) -> None:
        if self._last is None:
            self._last = OxmlElement("w:r")
            if look is not None:
                self._last.append(deepcopy(look))
            if self._open is not None:
                self._open.append(self._last)
            else:
                run.addprevious(self._last)
        self._last.append(child)

    def _control(self, run: Any, kode: str) -> Any:
        control, about, inside = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
        tag = sumber.tag(kode)
        for name, value in (("alias", tag), ("tag", tag), ("id", str(next(self._numbers)))):
            about.append(OxmlElement(f"w:{name}", {VAL: value}))
        about.append(about.makeelement(f"{{{W15}}}appearance", {f"{{{W15}}}val": "hidden"}, {"w15": W15}))
        control.extend([about, inside])
        run.addprevious(control)
        return inside


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(P), None)


def _declare(part: Any) -> None:
    """Tell readers of before 2013 that they may pass over what they do not know."""
    root = part._element
    names = {"mc": MC, "w15": W15} | root.nsmap
    ignorable = root.get(f"{{{MC}}}Ignorable", "").split()
    prefix = next(prefix for prefix, uri in names.items() if uri == W15)
    if prefix in ignorable and root.nsmap == names:
        return
    # Moving 40,000 nodes below a new root takes seconds; in the text the names are added at once.
    head, rest = etree.tostring(root).split(b">", 1)
    more = "".join(f' xmlns:{p}="{uri}"' for p, uri in names.items() if p not in root.nsmap)
    new = parse_xml(head + more.encode() + b">" + rest)
    new.set(f"{{{MC}}}Ignorable", " ".join(dict.fromkeys([*ignorable, prefix])))
    part._element = new


# ---------------------------------------------------------------- reading


class _Reader:
    """Goes through a document and remembers under which heading and caption it is."""

    def __init__(self) -> None:
        self._judul = ""
        self._tabel = ""
        self._alinea = 0

    def walk(self, root: Any) -> Iterator[Tanda]:
        body = root.find(qn("w:body"))
        for block in body if body is not None else ():
            yield from self._block(block)

    def _block(self, block: Any) -> Iterator[Tanda]:
        if block.tag == TBL:
            yield from self._table(block)
        elif block.tag == P:
            self._remember(block)
            yield from _marks(block, self._place())
        else:  # a control or a change around whole paragraphs
            inner = block.find(qn("w:sdtContent")) if block.tag == SDT else block
            for child in inner if inner is not None else ():
                if child.tag in (P, TBL, SDT):
                    yield from self._block(child)

    def _remember(self, paragraph: Any) -> None:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        text = said(paragraph).strip()
        if style is not None and style.get(VAL, "").startswith(("Heading", "Judul")):
            self._judul, self._tabel, self._alinea = text, "", 0
        elif found := _TABEL.match(text):
            self._tabel = found[0]
        elif text:
            self._alinea += 1

    def _place(self) -> str:
        return ", ".join(filter(None, (self._judul, f"alinea {self._alinea}" if self._alinea else "")))

    def _table(self, table: Any) -> Iterator[Tanda]:
        name = self._tabel or (f"tabel pada {self._judul}" if self._judul else "tabel")
        for number, row in enumerate(table.iter(TR), 1):
            for column, cell in enumerate(row.iter(TC), 1):
                yield from _marks(cell, f"{name}, baris {number}, kolom {column}", said(cell), _outside(cell))


def _marks(element: Any, tempat: str, sel: str = "", lain: str = "") -> Iterator[Tanda]:
    for control in element.iter(SDT):
        if _is_mark(control):
            empty, teks = control.find(f"{SDT_PR}/{PLACEHOLDER}") is not None, said(control)
            tag = control.find(f"{SDT_PR}/{TAG}").get(VAL)
            yield Tanda(tag, "" if empty or teks == HAMPA else teks, tempat, sel, lain)


def _is_mark(control: Any) -> bool:
    tag = control.find(f"{SDT_PR}/{TAG}")
    return tag is not None and sumber.is_tag(tag.get(VAL, ""))


def _outside(cell: Any) -> str:
    """What is read in a cell and stands in no mark."""
    return "".join(t.text or "" for t in cell.iter(T) if not any(map(_is_mark, t.iterancestors(SDT)))).strip()
