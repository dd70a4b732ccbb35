"""Filling a Word template. Knows docxtpl, and nothing about LAKIP but the marks of figures.

A template is a document that an office edits, so it is treated as what it is: a program from outside. It
may loop over, test and print what it is given, and nothing else.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate, InlineImage
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError

from lakip.berkas import Pintu, Sebab, hakim
from lakip.berkas.pintu import DitolakError
from lakip.errors import UserError
from lakip.export import tanda
from lakip.sumber import polos

T = TypeVar("T")

MAX_BYTES = 10_000_000
_BUKAN = "Berkas ini bukan dokumen Word (.docx). Simpan sebagai .docx, lalu coba lagi."
PINTU = Pintu(
    (".docx",), "Yang diterima: dokumen Word (.docx) tanpa makro dan tanpa kata sandi.", MAX_BYTES,
    {
        **dict.fromkeys((Sebab.KOSONG, Sebab.BUKAN, Sebab.LAMA, Sebab.TERPOTONG), _BUKAN),
        Sebab.BESAR: "{nama} terlalu besar (di atas {maks} MB). Kecilkan gambarnya, lalu coba lagi.",
        Sebab.BENGKAK: "{nama} terlalu besar setelah dibuka. Simpan ulang dari Word, lalu coba lagi.",
        Sebab.RUSAK: "Berkas ini rusak atau terkunci. Buka dan simpan ulang di Word, lalu coba lagi.",
        Sebab.TAUTAN: "{nama} menautkan berkas luar. Sisipkan gambarnya ke dalam dokumen, lalu coba lagi.",
        Sebab.MAKRO: "{nama} berisi makro. Simpan sebagai .docx tanpa makro, lalu coba lagi.",
    },
)  # fmt: skip
GROUP = 4  # rows that are kept on one page; a longer group may break
FILTERS = ("upper", "lower", "length", "first", "last", "default", "e", "escape")
TESTS = ("defined", "none", "odd", "even")
CELL = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
CELL_ORDER = [qn(f"w:{name}") for name in CELL.split()]
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SIFAT = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
SIFAT_TIPE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
TIPE_SIFAT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# What starts a new paragraph, a page or a tab in docxtpl, and what XML cannot hold.
CONTROL = {code: None for code in range(32) if chr(code) != "\n"}


@dataclass(frozen=True)
class Gambar:
    """A picture of so many centimetres, with its text alternative; as functions, they are drawn when it is printed."""

    png: bytes | Callable[[], bytes]
    lebar_cm: float
    alt: str | Callable[[], str]


class _Picture(InlineImage):  # type: ignore[misc]
    """An inline picture that says what it shows."""

    def __init__(self, template: DocxTemplate, gambar: Gambar) -> None:
        png = gambar.png() if callable(gambar.png) else gambar.png
        super().__init__(template, io.BytesIO(png), width=Cm(gambar.lebar_cm))
        self._alt = gambar.alt() if callable(gambar.alt) else gambar.alt

    def _insert_image(self) -> str:
        part = self.tpl.current_rendering_part
        inline = part.new_pic_inline(self.image_descriptor, self.width, None)
        inline.docPr.set("descr", polos(self._alt))
        for side in ("distT", "distB", "distL", "distR"):  # left out, LibreOffice moves the picture by 3 mm
            inline.set(side, "0")
        return f'</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">'

    __str__ = __html__ = _insert_image


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that reads fields of dictionaries and nothing more: no calls, no attributes, no globals.

    The library's own sandbox still lets a template call methods of what it is given (and so write files
    through a picture), and spend memory with `*` and with filters that pad.
    """

    intercepted_binops = frozenset(["**", "*", "%"])

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, loader=DictLoader({}))
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def compile(self, source: Any, *more: Any, **options: Any) -> Any:
        """Once for a text: to compile the template of a report takes as long as to fill it."""
        if isinstance(source, str) and not more and not options:
            return _compiled(source)
        return super().compile(source, *more, **options)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        readable = isinstance(obj, dict | LoopContext) and not callable(value)
        return readable and bool(super().is_safe_attribute(obj, attr, value))

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"“{operator}” hanya untuk bilangan")


def variables(template: bytes | Path) -> frozenset[str]:
    """The names a template asks for. Raises UserError when it cannot be read as a safe template."""
    return frozenset(_guard(lambda: _open(template).get_undeclared_template_variables(StrictEnvironment())))


def render(template: bytes | Path, data: Any, sifat: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The document. Marked figures (lakip.sumber) become content controls.

    Args:
        template: a .docx.
        data: a dataclass or mapping of text, whole numbers, booleans, Gambar, and dataclasses, mappings or
            sequences of these. Figures come as text: nothing unformatted can slip onto paper (TypeError).
        sifat: what the file says about itself, as custom properties.

    Raises:
        UserError: the template is unsafe, broken, or asks for what is not given.
    """
    document = _open(template)
    context = {name: _plain(value, document) for name, value in _pairs(data)}
    try:
        _guard(lambda: document.render(context, jinja_env=StrictEnvironment(), autoescape=True))
    except UserError as error:
        if unknown := sorted(variables(template) - context.keys()):
            raise UserError(
                f"Templat memakai isian yang tidak dikenal: {', '.join(unknown)}. "
                "Perbaiki namanya di Word, lalu unggah kembali templatnya."
            ) from error
        raise
    _order_cells(document.docx.element)
    _keep_groups(document.docx.element)
    _mark(document.docx)
    if sifat:
        _describe(document.docx, sifat)
    now = datetime.now(UTC).replace(tzinfo=None)
    document.docx.core_properties.created = document.docx.core_properties.modified = now
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def properties(content: bytes) -> dict[str, str]:
    """What a checked file says about itself: its custom properties. Empty when it says nothing."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        if "docProps/custom.xml" not in bundle.namelist():
            return {}
        root = parse_xml(bundle.read("docProps/custom.xml"))
    return {one.get("name"): "".join(one.itertext()) for one in root if one.get("name")}


def check(content: bytes) -> None:
    """Raises UserError for what is not a plain .docx of bounded size: no macro, no entity, no file from outside."""
    _check_file(content, "Dokumen")


# ---------------------------------------------------------------- inside


@lru_cache(maxsize=128)
def _compiled(source: str) -> Any:
    return Environment.compile(StrictEnvironment(), source)


def _open(template: bytes | Path) -> DocxTemplate:
    content = template if isinstance(template, bytes) else template.read_bytes()
    _check_file(content)
    with _refusing("Templat"):
        document = DocxTemplate(io.BytesIO(content))
        document.init_docx()  # reads every part, which it would do at the first question otherwise
    return document


@contextmanager
def _refusing(apa: str) -> Iterator[None]:
    """What the libraries stumble over in a file that only looks like one of Word, as a sentence."""
    with hakim.refusing(PINTU, apa):
        try:
            yield
        except (XMLSyntaxError, InvalidXmlError, PackageNotFoundError, AttributeError, TypeError) as error:
            raise DitolakError(Sebab.RUSAK) from error


def _check_file(content: bytes, apa: str = "Templat") -> None:
    """Refuse what a Word template has no need of, before any XML is read."""
    hakim.judge(PINTU, content, apa)
    with _refusing(apa), zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for part in bundle.infolist():
            if part.filename.lower().endswith((".xml", ".rels")):
                _check_xml(bundle.read(part), apa)


def _check_xml(content: bytes, apa: str) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UserError(f"{apa} berisi entitas XML. Simpan ulang dari Word, lalu coba lagi.")
    # A linked picture or template would be fetched by whoever opens the report; a hyperlink waits for a click.
    for link in content.split(b"<Relationship ")[1:]:
        if b'TargetMode="External"' in link.split(b">")[0] and b"/hyperlink" not in link.split(b">")[0]:
            raise UserError(f"{apa} menautkan berkas luar. Sisipkan gambarnya ke dalam dokumen, lalu coba lagi.")


def _order_cells(root: Any) -> None:
    """docxtpl puts the colour of a cell before its width; the standard wants an order, and strict readers too."""
    for properties in root.iter(qn("w:tcPr")):
        properties[:] = sorted(properties, key=lambda child: CELL_ORDER.index(child.tag))


def _keep_groups(root: Any) -> None:
    """The few rows that share a merged cell stay on one page, else the words of that cell are cut by its end.

    No head stands at the foot of a page with less than two rows below it, and no last row alone at the top of one.
    """
    for table in root.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        continues = [any(m.get(qn("w:val")) != "restart" for m in row.iter(qn("w:vMerge"))) for row in rows]
        starts = [n for n, goes_on in enumerate(continues) if not goes_on]
        for first, after in pairwise([*starts, len(rows)]):
            if 1 < after - first <= GROUP:
                _keep(rows[first : after - 1])
        heads = sum(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows)
        _keep([*(rows[: heads + 1][: len(rows) - 1] if heads else ()), *rows[-2:-1]])


def _keep(rows: Iterable[Any]) -> None:
    """Each of these rows on the page of the row after it."""
    for paragraph in (p for row in rows for p in row.iter(qn("w:p"))):
        Paragraph(paragraph, None).paragraph_format.keep_with_next = True  # type: ignore[arg-type]


def _mark(docx: Any) -> None:
    """Marks become content controls in the text; heads and feet of pages keep the words only."""
    tanda.wrap(docx.part)
    docx._element = docx.part._element
    for link in docx.part.rels.values():
        if link.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            tanda.strip(link.target_part._element)


def _describe(docx: Any, sifat: Mapping[str, str]) -> None:
    """Custom properties, in the place of those of the template."""
    package = docx.part.package
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(sifat.items(), 2)
    )
    xml = f'{XML_HEAD}<Properties xmlns="{SIFAT}" xmlns:vt="{SIFAT_TIPE}">{rows}</Properties>'.encode()
    for key in [k for k, link in package.rels.items() if link.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES]:
        del package.rels[key]
    part = Part(PackURI("/docProps/custom.xml"), TIPE_SIFAT, xml, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _pairs(data: Any) -> Sequence[tuple[str, Any]]:
    if is_dataclass(data):
        return [(field.name, getattr(data, field.name)) for field in fields(data)]
    return list(data.items())


def _plain(value: Any, document: DocxTemplate) -> Any:
    """Only what the strict environment can read."""
    if isinstance(value, Gambar):
        return _Picture(document, value)
    if isinstance(value, str):
        return value.translate(CONTROL)
    if isinstance(value, int):
        return value
    if is_dataclass(value) or isinstance(value, Mapping):
        return {name: _plain(inner, document) for name, inner in _pairs(value)}
    if isinstance(value, Sequence):
        return [_plain(inner, document) for inner in value]
    raise TypeError(f"{type(value).__name__} cannot be printed; format it first")


def _guard(work: Callable[[], T]) -> T:
    """What a template does wrong, as a sentence."""
    try:
        return work()
    except SecurityError as error:
        raise UserError(f"Templat memakai perintah yang tidak diizinkan: {error}.") from error
    except TemplateError as error:
        where = "".join(getattr(error, "docx_context", ())).strip()[:200]
        near = f" Di dekat: “{where}”." if where else ""
        raise UserError(f"Templat tidak dapat diisi: {error.message}.{near} Perbaiki di Word.") from error
    except XMLSyntaxError as error:  # a tag stands half inside a loop or a test
        raise UserError("Templat tidak dapat diisi: susunannya rusak. Perbaiki di Word.") from error
