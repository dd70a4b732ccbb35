"""The reports of triwulan, semester and year as LibreOffice prints them, from the example year; their lists of
contents, tables and pictures held against the pages."""

import io
import re
from functools import cache

import pytest
from cetak import read, squeezed, to_pdfs
from contoh_siap import gathered
from docx import Document
from docx.oxml.ns import qn
from templat_uji import _text

from lakip.export import daftar, pilihan, word

pytestmark = pytest.mark.documents
PERIODE = ("TW1", "TW3", "SM1", "TH")
LIPATAN = ("SM1", "TH")
DAFTAR = {"Daftar Isi": re.compile("(?!Tabel|Gambar)"), "Daftar Tabel": re.compile("Tabel "), "Daftar Gambar": re.compile("Gambar ")}  # fmt: skip


@cache
def filled(periode):
    """The report before anybody looked for its pages."""
    jenis = pilihan.of(periode)
    return word.render(jenis.templat, jenis.compose(gathered(2025, periode), 1))


@cache
def made(periode):
    """As it is given out, with its lists and page numbers."""
    return pilihan.of(periode).sesudah(filled(periode))


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages of each."""
    files = {f"{periode}.docx": made(periode) for periode in PERIODE}
    pdfs = to_pdfs(tmp_path_factory.mktemp("laporan"), files)
    return dict(zip(PERIODE, (read(pdf, "-raw") for pdf in pdfs), strict=True))


def foot(page):
    return page.strip().splitlines()[-1].strip()


# ---------------------------------------------------------------- the lists


def listed(content):
    """Every line of the lists: its words, and the page as it is written in the file."""
    for link in Document(io.BytesIO(content)).element.body.iter(qn("w:hyperlink")):
        texts = [t.text or "" for t in link.iter(qn("w:t"))]
        yield " ".join(texts[0].split()), texts[-1]


@pytest.mark.parametrize("periode", PERIODE)
def test_no_line_of_a_list_is_without_its_page(periode):
    for nama, kind in DAFTAR.items():
        lines = [(text, page) for text, page in listed(made(periode)) if kind.match(text)]
        assert lines, nama
        assert [text for text, page in lines if not re.fullmatch(r"[ivx]+|\d+", page)] == [], nama


@pytest.mark.parametrize("periode", PERIODE)
def test_the_page_is_the_one_on_which_the_heading_stands(periode, printed):
    pages = [(foot(page), squeezed(page)) for page in printed[periode]]
    for text, shown in listed(made(periode)):
        # The lists themselves name every heading, on pages counted in roman.
        there = [foot for foot, words in pages[1:] if foot.isdigit() == shown.isdigit() and squeezed(text) in words]
        assert there[:1] == [shown], (text, shown, there)


@pytest.mark.parametrize("periode", ["TW1", "SM1", "TH"])
def test_without_libreoffice_a_line_says_that_its_page_is_unknown_and_word_is_asked_for_it(periode):
    content = daftar.fill(filled(periode), lambda _: None)
    assert {page for _, page in listed(content)} == {daftar.BELUM}
    assert Document(io.BytesIO(content)).settings.element.find(qn("w:updateFields")) is not None


# ---------------------------------------------------------------- the pages


@pytest.mark.parametrize("periode", LIPATAN)
def test_every_cell_of_every_table_is_printed(periode, printed):
    words_printed = squeezed("".join(printed[periode]))
    for table in Document(io.BytesIO(made(periode))).tables:
        for cell in {cell for row in table.rows for cell in row.cells}:
            words = squeezed(_text(cell).lstrip("❶❷❸❹❺ "))  # another font: printed out of line
            assert words in words_printed, _text(cell)


@pytest.mark.parametrize("periode", LIPATAN)
def test_nothing_of_the_template_or_the_program_is_printed(periode, printed):
    assert not re.search(r"\{\{|\{%|\b(None|nan|NaN|Error|TODO)\b", "\n".join(printed[periode]))


@pytest.mark.parametrize("periode", LIPATAN)
def test_the_contents_name_the_page_of_each_chapter(periode, printed):
    pages = printed[periode]
    listed = dict(re.findall(r"(?m)^((?:BAB|LAMPIRAN)[^.\n]*?)[. ]{3,}(\d+)$", "\n".join(pages[:8])))
    first = next(n for n, page in enumerate(pages) if squeezed("BAB I PENDAHULUAN 1.1") in squeezed(page))
    assert "BAB IV PENUTUP" in listed
    for entry, number in listed.items():
        assert squeezed(entry) in squeezed(pages[first + int(number) - 1]), (entry, number)


@pytest.mark.parametrize("periode", LIPATAN)
def test_front_matter_counts_in_roman_and_the_body_from_one(periode, printed):
    feet = [foot(page) for page in printed[periode][1:]]
    roman = [foot for foot in feet if re.fullmatch("[ivx]+", foot)]
    assert roman[:3] == ["i", "ii", "iii"]
    assert feet[len(roman)] == "1"


@pytest.mark.parametrize("periode", LIPATAN)
def test_no_page_is_empty(periode, printed):
    for number, page in enumerate(printed[periode], 1):
        assert len(page.split()) > 18 or number == 1, (number, page)
