"""What the templates of the planning documents share: the frame of a page, titles, the list of what is missing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt, RGBColor
from templat.naskah import Kolom, Naskah
from templat.word_dasar import field, tidy


def open_document(judul: str) -> Naskah:
    n = Naskah()
    properties = n.doc.core_properties
    properties.title, properties.author, properties.comments = judul, "", ""
    properties.language = "id-ID"
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return n


def frame(section: Any) -> None:
    """The marks above every page, what it is and its number below."""
    header = section.header.paragraphs[0]
    header.alignment = ALIGN.RIGHT
    run = header.add_run("{{ tanda_halaman }}")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(8.5), True, RGBColor(0xB9, 0x1C, 0x1C)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    footer.add_run("{{ kaki }}").add_break()
    field(footer, "PAGE")
    for run in footer.runs:
        run.font.size = Pt(7.5)


def lines(n: Naskah, titles: Sequence[str], loop: str) -> None:
    """Centred titles, then one line for each of `loop`."""
    for text in titles:
        n.text(text, "tengah", tebal=True, ukuran=12, space_after=Pt(2), keep_with_next=True)
    n.tag(f"{{%p for l in {loop} %}}")
    n.text("{{ l }}", "tengah", tebal=True, ukuran=12, space_after=Pt(2), keep_with_next=True)
    n.tag("{%p endfor %}")
    n.text("", space_after=Pt(4), line_spacing=Pt(6))


def keep_with_next(n: Naskah, *rows: Any) -> None:
    """Keep these last rows of a table, and the space below it, with the signature that follows."""
    for paragraph in (p for row in rows for cell in row.cells for p in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
    n.doc.paragraphs[-1].paragraph_format.keep_with_next = True


def line(paragraph: Any, text: str, tebal: bool = False, garis: bool = False, **format: Any) -> None:
    """One line of a signature."""
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run(text)
    run.bold, run.underline = tebal or None, garis or None
    for name, value in {"space_after": Pt(0), "line_spacing": 1.0, **format}.items():
        setattr(paragraph.paragraph_format, name, value)


def gaps(n: Naskah, faktor: float = 1.0) -> None:
    """A last page that is not part of the document, only while something is missing."""
    n.tag("{%p if kurang %}")
    n.text("YANG BELUM LENGKAP", "tengah", tebal=True, ukuran=12, space_after=Pt(4), page_break_before=True)
    n.text(
        "Halaman ini bukan bagian dari dokumen dan hilang dengan sendirinya setelah semua hal di bawah dilengkapi.",
        "tengah", ukuran=9.5, space_after=Pt(8),
    )  # fmt: skip
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9 * faktor, "tengah"),
            Kolom("Hal", "{{ r.hal }}", 4.9 * faktor),
            Kolom("Keterangan", "{{ r.keterangan }}", 6.3 * faktor),
            Kolom("Dilengkapi oleh", "{{ r.bagian }}", 3.4 * faktor),
        ],
        "r in kurang",
        "Tidak ada.",
        ukuran=9,
    )
    n.tag("{%p endif %}")


def finish(n: Naskah) -> Naskah:
    """Put what Word is strict about into its order."""
    for part in [n.doc.element, *(p._element for s in n.doc.sections for p in (s.header, s.footer)
                                  if not p.is_linked_to_previous)]:  # fmt: skip
        tidy(part)
    return n
