"""The lists of contents, tables and pictures of every report, held against its pages as LibreOffice prints them."""

import io
import re
from datetime import date

import pytest
from cetak import read, squeezed, to_pdf
from contoh_siap import loaded
from docx import Document
from docx.oxml.ns import qn

from lakip.contoh.isi import UNIT
from lakip.export import daftar, pilihan, word

pytestmark = pytest.mark.documents
PER = date(2026, 10, 31)
DAFTAR = {"Daftar Isi": re.compile("(?!Tabel|Gambar)"), "Daftar Tabel": re.compile("Tabel "), "Daftar Gambar": re.compile("Gambar ")}  # fmt: skip


def filled(periode):
    """The report before anybody looked for its pages."""
    jenis = pilihan.of(periode)
    bahan = jenis.gather(loaded()[0], UNIT, 2025, periode, PER, None)
    return word.render(jenis.templat, jenis.compose(bahan, 1))


def listed(content):
    """Every line of the lists: its words, and the page as it is written in the file."""
    for link in Document(io.BytesIO(content)).element.body.iter(qn("w:hyperlink")):
        texts = [t.text or "" for t in link.iter(qn("w:t"))]
        yield " ".join(texts[0].split()), texts[-1]


@pytest.fixture(scope="module", params=["TW1", "TW3", "SM1", "TH"])
def made(request):
    return pilihan.of(request.param).sesudah(filled(request.param))


@pytest.mark.parametrize("nama", DAFTAR)
def test_no_line_of_a_list_is_without_its_page(made, nama):
    lines = [(text, page) for text, page in listed(made) if DAFTAR[nama].match(text)]
    assert lines
    assert [text for text, page in lines if not re.fullmatch(r"[ivx]+|\d+", page)] == []


def test_the_page_is_the_one_on_which_the_heading_stands(made, tmp_path):
    pages = [(page.strip().splitlines()[-1].strip(), squeezed(page)) for page in read(to_pdf(tmp_path, "l.docx", made), "-raw")]  # fmt: skip
    for text, shown in listed(made):
        # The lists themselves name every heading, on pages counted in roman.
        there = [foot for foot, words in pages[1:] if foot.isdigit() == shown.isdigit() and squeezed(text) in words]
        assert there[:1] == [shown], (text, shown, there)


@pytest.mark.parametrize("periode", ["TW1", "SM1", "TH"])
def test_without_libreoffice_a_line_says_that_its_page_is_unknown_and_word_is_asked_for_it(periode):
    content = daftar.fill(filled(periode), lambda _: None)
    assert {page for _, page in listed(content)} == {daftar.BELUM}
    assert Document(io.BytesIO(content)).settings.element.find(qn("w:updateFields")) is not None
