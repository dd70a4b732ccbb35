"""Reading a Word document as a person does: python-docx passes over what stands in a content control."""

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from lakip.export import tanda

Cells = list[list[str]]


def words(element: Any) -> str:
    """The text of a paragraph, cell or body, a line per paragraph."""
    root = getattr(element, "_element", element)
    return "\n".join(tanda.said(p) for p in root.iter(qn("w:p")))


def tables(document: Any) -> list[Cells]:
    return [[[words(cell) for cell in row.cells] for row in table.rows] for table in document.tables]


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))
