"""Numbers of captions and lists of contents in a finished Word document. Knows Word, and nothing of LAKIP.

Captions are SEQ fields, the lists are TOC fields: Word can renew them. What they show until then is written here, so
that a document reads right where nobody ever renews anything. Only page numbers need a layout: they come from outside,
or Word is asked to renew the fields on opening.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# On which sheet of a .docx each bookmark stands, counted from 1; None where nobody can tell.
Halaman = Callable[[bytes], Mapping[str, int] | None]
BELUM = "–"  # a page that nobody could tell
JUDUL = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
ROMAWI = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# What the standard wants behind updateFields in the settings; Word is strict about it.
BELAKANG = {qn(f"w:{name}") for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids")}
POLA_ISI = re.compile(r'\\o "1-(\d)"')
POLA_JENIS = re.compile(r'\\c "(\w+)"')
RESTART = "\\r 1 "
POLA_SEQ = re.compile(r"\s*SEQ (\w+)")


@dataclass(frozen=True)
class Entri:
    """One line of a list: its level, words and bookmark, and the numbering its page belongs to."""

    jenis: str  # "isi", or the name of the SEQ
    tingkat: int
    teks: str
    penanda: str
    nomor: "Penomoran"


@dataclass(frozen=True)
class Penomoran:
    """Pages counted from 1 again; `penanda` stands on the first of them."""

    penanda: str
    romawi: bool


def fill(content: bytes, halaman: Halaman | None = None) -> bytes:
    """The document with numbered captions and written lists.

    `halaman` is asked once, with the document whose lists have their lines but no page numbers yet. Where it has no
    answer, the line says so (BELUM), and Word is asked to renew its fields on opening.
    """
    document = Document(io.BytesIO(content))
    entries = _mark(document)
    lists = [p for p in document.element.body.iter(qn("w:p")) if _code(p).startswith("TOC")]
    for paragraph in lists:
        _write(paragraph, entries)
    pages = (halaman(_saved(document)) if halaman and lists else None) or {}
    _number(document, entries, pages)
    if lists and any(one.penanda not in pages for one in entries):
        _ask_word(document)
    return _saved(document)


# ---------------------------------------------------------------- reading


def _mark(document: Any) -> list[Entri]:
    """Number the captions, put a bookmark on each of them and on each heading, and tell what was found."""
    counts: dict[str, int] = {}
    fresh: set[str] = set()
    found: list[Entri] = []
    for paragraph, nomor in _paragraphs(document):
        level = JUDUL.get(_style(paragraph))
        if level == 1:
            fresh = set()
        seq = POLA_SEQ.match(_code(paragraph))
        if seq:
            jenis = seq[1]
            counts[jenis] = counts.get(jenis, 0) + 1 if jenis in fresh else 1
            _count(paragraph, jenis, counts[jenis], restart=jenis not in fresh)
            fresh.add(jenis)
        elif not level:
            continue
        name = f"_Toc{len(found) + 1:05}"
        _bookmark(paragraph, name, 9001 + len(found))
        text = " ".join(_text(paragraph).split())
        found.append(Entri(seq[1] if seq else "isi", 1 if seq else level or 1, text, name, nomor))
    return found


def _paragraphs(document: Any) -> Iterator[tuple[Any, Penomoran]]:
    """Each paragraph of the body with the numbering of its page."""
    body = document.element.body
    sections = [s.find(qn("w:pgNumType")) for s in body.iter(qn("w:sectPr"))]
    at, now, is_new = 0, Penomoran("", False), True
    for paragraph in body.iterchildren(qn("w:p")):
        if is_new and sections[at] is not None and sections[at].get(qn("w:start")):
            now = Penomoran(f"_Hal{at:02}", sections[at].get(qn("w:fmt")) == "lowerRoman")
            _bookmark(paragraph, now.penanda, 8000 + at)
        is_new = False
        yield paragraph, now
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            at, is_new = at + 1, True


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _code(paragraph: Any) -> str:
    return "".join(e.text or "" for e in paragraph.iter(qn("w:instrText"))).strip()


def _text(paragraph: Any) -> str:
    parts = (" " if e.tag == qn("w:br") else e.text or "" for e in paragraph.iter(qn("w:t"), qn("w:br")))
    return "".join(parts)


# ---------------------------------------------------------------- writing


def _count(paragraph: Any, jenis: str, number: int, restart: bool) -> None:
    """Each chapter begins with 1 again: the first of it says so in its field."""
    code = next(paragraph.iter(qn("w:instrText")))
    code.text = rf" SEQ {jenis} \* ARABIC {RESTART if restart else ''}"
    _shown(code).text = str(number)


def _shown(code: Any) -> Any:
    """The text a field shows: what stands between its "separate" and its "end"."""
    run = code.getparent()
    while True:
        run = run.getnext()
        text = run.find(qn("w:t"))
        if text is not None:
            return text


def _bookmark(paragraph: Any, name: str, nomor: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(nomor))
    start.set(qn("w:name"), name)
    paragraph.insert(1 if paragraph.pPr is not None else 0, start)
    paragraph.append(end)


def _write(paragraph: Any, entries: list[Entri]) -> None:
    """One list: its TOC field, begun in the first line and ended after the last."""
    code = _code(paragraph)
    kind, level = POLA_JENIS.search(code), POLA_ISI.search(code)
    wanted = [
        e
        for e in entries
        if (e.jenis == kind[1] if kind else e.jenis == "isi" and e.tingkat <= int(level[1] if level else 9))
    ]
    if not wanted:
        return
    lines = [deepcopy(paragraph) for _ in wanted]
    for line, entry in zip(lines, wanted, strict=True):
        for run in list(line.iterchildren(qn("w:r"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            line.remove(run)
        _indent(line, entry, bool(kind))
        line.append(_link(entry, bold=entry.tingkat == 1 and not kind))
        paragraph.addprevious(line)
    first = lines[0]
    place = 1 if first.pPr is not None else 0
    for run in reversed([_char("begin"), _instruction(code), _char("separate")]):
        first.insert(place, run)
    lines[-1].append(_char("end"))
    paragraph.getparent().remove(paragraph)


def _indent(line: Any, entry: Entri, plain: bool) -> None:
    if entry.tingkat > 1 and not plain:
        indent = line.get_or_add_pPr().find(qn("w:ind"))
        if indent is None:
            indent = OxmlElement("w:ind")
            line.pPr.append(indent)
        indent.set(qn("w:left"), str(400 * (entry.tingkat - 1)))


def _link(entry: Entri, bold: bool) -> Any:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), entry.penanda)
    link.set(qn("w:history"), "1")
    page = _run(BELUM)
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    reference = [_char("begin"), _instruction(f"PAGEREF {entry.penanda} \\h"), _char("separate"), page, _char("end")]
    for run in (_run(entry.teks, bold), tab, *reference):
        link.append(run)
    return link


def _run(text: str, bold: bool = False) -> Any:
    run, word = OxmlElement("w:r"), OxmlElement("w:t")
    if bold:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:b"))
        run.append(properties)
    word.text = text
    word.set(qn("xml:space"), "preserve")
    run.append(word)
    return run


def _char(kind: str) -> Any:
    run, char = OxmlElement("w:r"), OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    run.append(char)
    return run


def _instruction(code: str) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    run.append(text)
    return run


def _number(document: Any, entries: list[Entri], pages: Mapping[str, int]) -> None:
    known = {e.penanda: e for e in entries}
    for link in document.element.body.iter(qn("w:hyperlink")):
        entry = known.get(link.get(qn("w:anchor")))
        if entry and entry.penanda in pages:
            number = pages[entry.penanda] - pages.get(entry.nomor.penanda, 1) + 1
            code = next(link.iter(qn("w:instrText")))
            _shown(code).text = _roman(number) if entry.nomor.romawi else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAWI:
        while number >= value:
            text, number = text + letters, number - value
    return text


def _ask_word(document: Any) -> None:
    """Word asks whether to renew the fields when it opens the document."""
    settings = document.settings.element
    renew = OxmlElement("w:updateFields")
    renew.set(qn("w:val"), "true")
    after = next((child for child in settings if child.tag in BELAKANG), None)
    if after is None:
        settings.append(renew)
    else:
        after.addprevious(renew)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
