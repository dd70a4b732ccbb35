"""What the tests of reports ask of a template and of the document made from it."""

import dataclasses
import io
import runpy
import sys
import typing
import zipfile
from pathlib import Path

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import nodes

from lakip.export import baris, word

ROOT = Path(__file__).parents[1]


def row_fields(template):
    """Every field of a row that a template prints or tests."""
    opened = DocxTemplate(template)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    return {node.attr for node in tree.find_all(nodes.Getattr)} - {"index", "first", "last", "revindex"}


def declared(kelas, nested=()):
    """Every field of the row dataclasses of a vocabulary, and of those that its rows hold."""
    rows = {baris.Kelompok} if any("Kelompok" in str(f.type) for f in dataclasses.fields(kelas)) else set()
    rows |= {row for f in dataclasses.fields(kelas) if (row := _row_type(f.type))}
    return {field.name for row in {*rows, *nested} for field in dataclasses.fields(row)}


def is_shipped(name):
    """Whether the .docx in the tree is what scripts/build_templates.py would write."""
    scripts = ROOT / "scripts"
    sys.path.insert(0, str(scripts))
    built = io.BytesIO()
    runpy.run_path(str(scripts / "build_templates.py"))[name]().doc.save(built)
    shipped = zipfile.ZipFile(ROOT / "lakip" / "export" / "templates" / f"{name}.docx").read("word/document.xml")
    return zipfile.ZipFile(built).read("word/document.xml") == shipped


def rows_of(document, head):
    """The cells of the table whose first head cells are these; a figure in a content control counts as text."""
    return every(document, head)[0]


def every(document, head):
    """The same of each table with that head, without the note below it, which has no frame."""
    tables = [[[_text(cell) for cell in row.cells] for row in table.rows if next(row._tr.iter(qn("w:tcBorders")), None) is None]
              for table in document.tables if [_text(cell) for cell in table.rows[0].cells[: len(head)]] == head]  # fmt: skip
    assert tables, head
    return tables


def _text(cell):
    return "\n".join(
        "".join("\n" if e.tag == qn("w:br") else e.text or "" for e in p._p.iter(qn("w:t"), qn("w:br")))
        for p in cell.paragraphs
    )


def _row_type(annotation):
    hints = typing.get_args(annotation) or (annotation,)  # rows, or one by itself: the kop
    return hints[0] if hints and dataclasses.is_dataclass(hints[0]) and hints[0] is not word.Gambar else None
