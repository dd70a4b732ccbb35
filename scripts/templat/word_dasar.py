"""What python-docx leaves to its callers: styles, page numbers, fields, table rows, borders."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
LEBAR_TEGAK = 15.5  # cm between the margins, portrait
RATA = {"kiri": ALIGN.LEFT, "tengah": ALIGN.CENTER, "kanan": ALIGN.RIGHT, "penuh": ALIGN.JUSTIFY}


def styles(doc: Any) -> None:
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "id-ID")
    normal.element.rPr.append(lang)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    normal.paragraph_format.line_spacing = 1.25
    for name, size, before, after, align in (
        ("Heading 1", 13, 0, 14, ALIGN.CENTER),
        ("Heading 2", 11, 12, 4, ALIGN.LEFT),
        ("Heading 3", 11, 8, 3, ALIGN.LEFT),
        ("Caption", 9.5, 8, 4, ALIGN.CENTER),
    ):
        style = doc.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.alignment = align
        style.paragraph_format.keep_with_next = True
    listed = doc.styles.add_style("Daftar", WD_STYLE_TYPE.PARAGRAPH)
    listed.base_style, listed.font.size = normal, Pt(10)
    listed.paragraph_format.space_after, listed.paragraph_format.line_spacing = Pt(1.5), 1.0
    listed.paragraph_format.tab_stops.add_tab_stop(Cm(LEBAR_TEGAK), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def page(section: Any, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = width, height
    section.left_margin = Cm(2.5 if landscape else 3)
    section.right_margin = section.bottom_margin = Cm(2.5)
    section.top_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.2)


def page_numbers(section: Any, nomor: str | None) -> None:
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if nomor:
        element = OxmlElement("w:pgNumType")
        element.set(qn("w:fmt"), nomor)
        element.set(qn("w:start"), "1")
        section._sectPr.append(element)


def field(paragraph: Any, code: str, shown: str = "") -> None:
    """A field of Word; one with something to show is not renewed on opening."""
    for kind in ("begin", "code", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
        elif kind == "text":
            element = OxmlElement("w:t")
            element.text = shown or " "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            if kind == "begin" and not shown:
                element.set(qn("w:dirty"), "true")
        run._r.append(element)


def fill(
    cell: Any,
    text: str,
    rata: str,
    ukuran: float,
    tebal: bool = False,
    warna: str | None = None,
    tengah: bool = False,
    pudar: str = "",
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = RATA[rata]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    paragraph.paragraph_format.line_spacing = 1.0
    if pudar:
        paragraph.add_run(f"{{%r if {pudar} %}}")
        grey = paragraph.add_run(text)
        grey.font.size, grey.font.color.rgb = Pt(ukuran), RGBColor(0x6B, 0x72, 0x80)
        paragraph.add_run("{%r else %}")
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(ukuran), tebal or None
    if pudar:
        paragraph.add_run("{%r endif %}")
    if tengah:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if warna:
        shade(cell._tc, warna)


def shade(tc: Any, warna: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", warna)):
        shade.set(qn(f"w:{name}"), value)
    tc.get_or_add_tcPr().append(shade)


def unframed(cell: Any) -> None:
    """A cell below its table, without lines of its own."""
    borders = OxmlElement("w:tcBorders")
    for side in ("left", "bottom", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:val"), "nil")
        borders.append(element)
    cell._tc.get_or_add_tcPr().append(borders)


def keep_row(row: Any, repeat: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def fixed(table: Any, lebar: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "60")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    table._tbl.tblPr.append(margins)
    for column, cm in zip(table.columns, lebar, strict=True):
        column.width = Cm(cm)


def widths(table: Any, lebar: Sequence[float]) -> None:
    for row in table.rows:
        cells = row._tr.tc_lst
        if len(cells) == len(lebar):
            for cell, cm in zip(row.cells, lebar, strict=True):
                cell.width = Cm(cm)


def tag_copy(table: Any, tag: str) -> Any:
    row = deepcopy(next(row for row in table.rows if "{%tr" in row.cells[0].text)._tr)
    texts = row.findall(f".//{qn('w:t')}")
    texts[0].text = f"{{%tr {tag} %}}"
    return row


def embolden(tr: Any, warna: str | None) -> None:
    for tc in tr.findall(qn("w:tc")):
        for properties in tc.iter(qn("w:rPr")):
            properties.append(OxmlElement("w:b"))
        if warna:
            shade(tc, warna)


def row_of(table: Any, text: str) -> Any:
    """The row of a table that holds this text."""
    return next(row for row in table.rows if any(text in cell.text for cell in row.cells))._tr


def one_cell(tr: Any) -> None:
    """The first cell over the whole width of the row."""
    first, *others = tr.findall(qn("w:tc"))
    wide = OxmlElement("w:gridSpan")
    wide.set(qn("w:val"), str(1 + len(others)))
    first.get_or_add_tcPr().append(wide)
    for tc in others:
        tr.remove(tc)


def span(tc: Any, val: str) -> None:
    """Let a Jinja expression say whether a cell begins ("restart") or goes on ("continue") over rows."""
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), val)
    tc.get_or_add_tcPr().append(merge)


def keep_last(tr: Any, last: str = "loop.last") -> None:
    """Keep the row for which `last` holds with what follows, so that a signature never stands alone on a page."""
    for paragraph in tr.iter(qn("w:p")):
        keep = OxmlElement("w:keepNext")
        keep.set(qn("w:val"), f"{{% if {last} %}}1{{% else %}}0{{% endif %}}")
        paragraph.get_or_add_pPr().append(keep)


def bold_where(table: Any, text: str, condition: str) -> None:
    """Print the row that holds this text bold on grey where the condition holds, plain elsewhere."""
    plain = row_of(table, text)
    strong = deepcopy(plain)
    plain.addprevious(tag_copy(table, f"if {condition}"))
    plain.addprevious(strong)
    plain.addprevious(tag_copy(table, "else"))
    plain.addnext(tag_copy(table, "endif"))
    embolden(strong, "E8EEF4")


# The order in which the standard wants the properties of things; Word is strict about it.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
}


def tidy(root: Any) -> None:
    for name, order in ORDER.items():
        tags = [qn(f"w:{child}") for child in order.split()]
        for properties in root.iter(qn(f"w:{name}")):
            properties[:] = sorted(properties, key=lambda child, tags=tags: tags.index(child.tag))


def rule(paragraph: Any) -> None:
    """The double line under the kop."""
    _border(paragraph, {"bottom": ("thinThickSmallGap", "24")})
    paragraph.paragraph_format.space_after = Pt(12)


def box(paragraph: Any) -> None:
    _border(paragraph, dict.fromkeys(("top", "left", "bottom", "right"), ("single", "8")))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(4.5)
    redden(paragraph)


def redden(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor(0xB9, 0x1C, 0x1C)


def _border(paragraph: Any, sides: dict[str, tuple[str, str]]) -> None:
    borders = OxmlElement("w:pBdr")
    for side, (kind, size) in sides.items():
        element = OxmlElement(f"w:{side}")
        for name, value in (("val", kind), ("sz", size), ("space", "4"), ("color", "auto")):
            element.set(qn(f"w:{name}"), value)
        borders.append(element)
    paragraph._p.get_or_add_pPr().append(borders)
