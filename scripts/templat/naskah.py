"""A Word template being written: text, tables over loops, sections, and lists of contents."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from templat.word_dasar import RATA, field, fill, fixed, keep_row, page, page_numbers, styles, unframed, widths

KEPALA = "D9E2EC"
TOC = {"isi": 'TOC \\o "1-3" \\h \\z \\u', "tabel": 'TOC \\h \\z \\c "Tabel"', "gambar": 'TOC \\h \\z \\c "Gambar"'}
FIRST = "KATA PENGANTAR"
# The number of a Gambar may hang on a condition of Jinja.
CAPTION = re.compile(r"(\w+) (\w+\.)(\{%.*%\}|\d+) (.*)")


@dataclass(frozen=True)
class Kolom:
    judul: str
    isi: str
    lebar: float
    rata: str = "kiri"  # kiri, tengah, kanan
    tebal: bool = False
    pudar: str = ""  # a condition under which the text is printed grey


class Naskah:
    """One document being written. Its numbers and lists are finished in each document (lakip/export/daftar.py)."""

    def __init__(self) -> None:
        self.doc = Document()
        styles(self.doc)

    def text(
        self, text: str, rata: str = "penuh", tebal: bool = False, ukuran: float | None = None, **format: Any
    ) -> Any:
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = RATA[rata]
        run = paragraph.add_run(text)
        run.bold = tebal or None
        if ukuran:
            run.font.size = Pt(ukuran)
        for name, value in format.items():
            setattr(paragraph.paragraph_format, name, value)
        return paragraph

    def body(self, text: str, **format: Any) -> Any:
        """A paragraph of running text, first line indented."""
        return self.text(text, first_line_indent=Cm(1.25), **format)

    def item(self, nomor: str, text: str, **format: Any) -> None:
        """One numbered paragraph; `nomor` may be a Jinja expression."""
        paragraph = self.text(
            f"{nomor}.\t{text}", left_indent=Cm(0.9), first_line_indent=Cm(-0.9), space_after=Pt(3), **format
        )
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))

    def items(self, texts: Sequence[str]) -> None:
        for nomor, text in enumerate(texts, 1):
            self.item(str(nomor), text)

    def tag(self, tag: str) -> None:
        """A Jinja tag on a paragraph of its own, which docxtpl takes away."""
        paragraph = self.doc.add_paragraph(tag)
        paragraph.paragraph_format.space_after = Pt(0)

    @contextmanager
    def only_if(self, condition: str) -> Iterator[None]:
        """What is written in it is printed under a condition of Jinja."""
        self.tag(f"{{%p if {condition} %}}")
        yield
        self.tag("{%p endif %}")

    def chapter(self, nomor: str, judul: str, new_page: bool = False) -> None:
        paragraph = self.doc.add_heading(level=1)
        paragraph.paragraph_format.page_break_before = new_page or None
        paragraph.add_run(nomor)
        if nomor:
            paragraph.add_run().add_break()
        paragraph.add_run(judul)

    def section_title(self, judul: str) -> None:
        self.doc.add_heading(judul, level=2)

    def sub_section(self, judul: str) -> None:
        self.doc.add_heading(judul, level=3)

    def caption(self, jenis: str, judul: str, above: bool = True) -> None:
        """A kind, its number and its words, "Tabel 3.2 Judul": the number is a SEQ field of Word."""
        kind, bab, nomor, text = CAPTION.fullmatch(judul).groups()  # type: ignore[union-attr]
        paragraph = self.doc.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        paragraph.paragraph_format.space_before = Pt(8 if above else 2)
        paragraph.paragraph_format.space_after = Pt(4 if above else 10)
        paragraph.add_run(f"{kind} {bab}")
        field(paragraph, f"SEQ {kind} \\* ARABIC", nomor)
        paragraph.add_run(f" {text}")

    def table(
        self,
        kolom: Sequence[Kolom],
        loop: str,
        empty: str,
        ukuran: float = 8.5,
        bernomor: bool = False,
        before: Sequence[str] = (),
        after: Sequence[str] = (),
        catatan: str = "",
    ) -> None:
        """A table over `loop` ("r in capaian"); says `empty` when there is no row.

        before, after: further tags around the row, for a loop inside a loop. catatan: small print below; a row without
        frame, because a paragraph could stand alone on the next page.
        """
        table = self.doc.add_table(rows=1, cols=len(kolom))
        table.style = "Table Grid"
        fixed(table, [k.lebar for k in kolom])
        for cell, k in zip(table.rows[0].cells, kolom, strict=True):
            fill(cell, k.judul, "tengah", ukuran, tebal=True, warna=KEPALA, tengah=True)
        keep_row(table.rows[0], repeat=True)
        if bernomor:
            row = table.add_row()
            for nomor, cell in enumerate(row.cells, 1):
                fill(cell, f"({nomor})", "tengah", ukuran - 1.5, warna="F1F5F9")
            keep_row(row, repeat=True)
        for tag in (f"for {loop}", *before):
            self._tag_row(table, tag)
        row = table.add_row()
        for cell, k in zip(row.cells, kolom, strict=True):
            fill(cell, k.isi, k.rata, ukuran, tebal=k.tebal, pudar=k.pudar)
        keep_row(row)
        for tag in after:
            self._tag_row(table, tag)
        self._tag_row(table, "else")
        row = table.add_row()
        fill(row.cells[0].merge(row.cells[-1]), empty, "tengah", ukuran)
        keep_row(row)
        self._tag_row(table, "endfor")
        if catatan:
            row = table.add_row()
            below = row.cells[0].merge(row.cells[-1])
            fill(below, catatan, "penuh", 8.5)
            unframed(below)
            keep_row(row)
        widths(table, [k.lebar for k in kolom])
        self.text("", space_after=Pt(2), line_spacing=Pt(8))

    def _tag_row(self, table: Any, tag: str) -> None:
        table.add_row().cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")

    def section(self, landscape: bool = False, nomor: str | None = None) -> Any:
        """A new page; `nomor` restarts the page numbers in that format.

        The break stands in the empty line below a table: one of its own could fall on an empty page.
        """
        blocks = self.doc.element.body[-3:-1]
        below_table = [block.tag for block in blocks] == [qn("w:tbl"), qn("w:p")]
        before = self.doc.paragraphs[-1] if below_table else None
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        page(section, landscape)
        page_numbers(section, nomor)
        if before is not None and before.text == "":
            holder = before._p.getnext()
            before._p.get_or_add_pPr().append(holder.pPr.find(qn("w:sectPr")))
            holder.getparent().remove(holder)
        return section

    def contents_here(self, jenis: str) -> None:
        """A list as a TOC field of Word; what it shows is written into the finished document."""
        field(self.doc.add_paragraph(style="Daftar"), TOC[jenis])
