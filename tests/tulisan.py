"""Reading a Word document as a person does: python-docx passes over what stands in a content control."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from lakip import sumber
from lakip.export import tanda

Cells = list[list[str]]


def words(element: Any) -> str:
    """The text of a paragraph, cell or body, a line per paragraph."""
    root = getattr(element, "_element", element)
    return "\n".join(tanda.said(p) for p in root.iter(qn("w:p")))


def tables(document: Any) -> list[Cells]:
    return [[[words(cell) for cell in row.cells] for row in table.rows] for table in document.tables]


def plain(value: Any) -> Any:
    """The words of a paper, or of a part of it, as a person reads them: without codes."""
    if isinstance(value, str):
        return sumber.polos(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: plain(getattr(value, f.name)) for f in fields(value)})
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


# What holds digits in a sentence of a report and is no figure of the record: why, and how it looks.
BULAN = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
BUKAN_ANGKA = {
    "a date": rf"\b\d{{1,2}} (?:{BULAN}) \d{{4}}\b|\btanggal \d{{1,2}}\b",
    "a time": r"\b\d{2}\.\d{2} WITA\b",
    "the number of a regulation": r"\bNomor \d+ Tahun \d{4}\b",
    "the number of a document": r"\bNomor \S*\d/\S+",
    "a tahun": r"\b(?:19|20)\d{2}(?:–20\d{2})?\b(?![.,]\d)",
    "a numbered paragraph": r"^\s*\d+\.\s",
    "a list inside a sentence": r"\(\d{1,2}\) ",
    "a table, picture or appendix": r"\b(?:Tabel|Gambar|Lampiran|LAMPIRAN) L?\.?\d+(?:\.\d+)*",
    "the code of an indikator": r"\b(?:IK|OP)-\d+\b",
    "the name of a tax": r"\bPBB-P2\b",
    "the print of frozen figures": r"\b(?:[0-9a-f]{64}|[0-9a-f]{32}|SHA-256)\b",
    "a formula": r"(?:× 100\b|\(2T −|\(1 −)",
    "the cap of averages, a setting named beside each": r"\bbatas 100\b",
    "full capaian, against which is judged": r"(?:sekurang-kurangnya|belum mencapai|Hanya capaian|target \() ?100 %",
    "the bands of efisiensi": r"(?:di atas|(?:−5 )?sampai dengan|di bawah) −?5\b",
    "the rules of the cap and of a zero target": r"di (?:atas 100|bawah 0) dihitung (?:100|0)|bernilai (?:100|0)\b",
}
JUDUL_BERNOMOR = re.compile(r"^(?:\d+\.\d+|Sasaran \d+:) ")
TANDA = "§"


def unmarked(content: bytes, besides: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Each word with a digit in a paragraph outside tables and contents that is neither marked nor of a kind above.

    `besides`: words that may stand anywhere, such as the address of the office.
    """
    contents = False
    for p in opened(content).element.body.iter(qn("w:p")):
        style = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        heading = style is not None and style.get(qn("w:val")).startswith("Heading")
        said = _without_marks(p)
        contents = said.strip() == "DAFTAR ISI" or (contents and not heading)
        if contents or next(p.iterancestors(qn("w:tbl")), None) is not None:
            continue
        left = JUDUL_BERNOMOR.sub("", said) if heading else said
        for words in besides:
            left = left.replace(words, " ")
        for kind in BUKAN_ANGKA.values():
            left = re.sub(kind, " ", left)
        yield from ((word, said) for word in left.split() if any(sign.isdigit() for sign in word))


def _without_marks(paragraph: Any) -> str:
    """The text of a paragraph, a sign for each marked figure."""
    parts = []
    for e in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if e.getparent().tag != qn("w:r"):
            continue
        marked = next(e.iterancestors(qn("w:sdt")), None) is not None
        parts.append(TANDA if marked else e.text if e.tag == qn("w:t") else " ")
    return "".join(p or "" for p in parts).replace("\u00a0", " ")
