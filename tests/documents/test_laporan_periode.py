"""The semester and the annual report as LibreOffice prints them, from the example year."""

import io
import re
from datetime import date

import pytest
from cetak import read, squeezed, to_pdf
from contoh_siap import loaded
from docx import Document
from templat_uji import _text

from lakip.contoh.isi import UNIT
from lakip.export import laporan_semester, laporan_tahunan, word

pytestmark = pytest.mark.documents
PER = date(2026, 10, 31)
JENIS = {"SM1": laporan_semester.KIND, "TH": laporan_tahunan.KIND}


@pytest.fixture(scope="module", params=sorted(JENIS))
def made(request):
    """One report as it is given out, with its lists and page numbers."""
    jenis = JENIS[request.param]
    bahan = jenis.gather(loaded()[0], UNIT, 2025, request.param, PER, None)
    return jenis.sesudah(word.render(jenis.templat, jenis.compose(bahan, 1)))


@pytest.fixture(scope="module")
def pages(made, tmp_path_factory):
    return read(to_pdf(tmp_path_factory.mktemp("laporan"), "laporan.docx", made), "-raw")


def test_every_cell_of_every_table_is_printed(made, pages):
    printed = squeezed("".join(pages))
    for table in Document(io.BytesIO(made)).tables:
        for row in table.rows:
            for cell in row.cells:
                words = squeezed(_text(cell).lstrip("❶❷❸❹❺ "))  # another font: printed out of line
                assert words in printed, _text(cell)


def test_nothing_of_the_template_or_the_program_is_printed(pages):
    assert not re.search(r"\{\{|\{%|\b(None|nan|NaN|Error|TODO)\b", "\n".join(pages))


def test_the_contents_name_the_page_of_each_chapter(pages):
    listed = dict(re.findall(r"(?m)^((?:BAB|LAMPIRAN)[^.\n]*?)[. ]{3,}(\d+)$", "\n".join(pages[:8])))
    first = next(n for n, page in enumerate(pages) if squeezed("BAB I PENDAHULUAN 1.1") in squeezed(page))
    assert "BAB IV PENUTUP" in listed
    for entry, number in listed.items():
        assert squeezed(entry) in squeezed(pages[first + int(number) - 1]), (entry, number)


def test_front_matter_counts_in_roman_and_the_body_from_one(pages):
    feet = [page.strip().splitlines()[-1].strip() for page in pages[1:]]
    roman = [foot for foot in feet if re.fullmatch("[ivx]+", foot)]
    assert roman[:3] == ["i", "ii", "iii"]
    assert feet[len(roman)] == "1"


def test_no_page_is_empty(pages):
    for number, page in enumerate(pages, 1):
        assert len(page.split()) > 18 or number == 1, (number, page)
