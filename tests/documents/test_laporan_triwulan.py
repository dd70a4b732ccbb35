"""The quarterly report as LibreOffice prints it."""

import io
import re

import naskah
import pytest
from cetak import read, squeezed, to_pdf
from docx import Document

from lakip.export import laporan_triwulan, rekap_excel

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("laporan")


@pytest.fixture(scope="module")
def content():
    return laporan_triwulan.build(
        naskah.office(), naskah.PENGGUNA, naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER, naskah.TANGGAL
    )


@pytest.fixture(scope="module")
def pdf(folder, content):
    return to_pdf(folder, "laporan.docx", content)


@pytest.fixture(scope="module")
def pages(pdf):
    return read(pdf, "-raw")


def test_every_cell_of_every_table_is_printed(content, pages):
    printed = squeezed("".join(pages))
    for table in Document(io.BytesIO(content)).tables:
        for row in table.rows:
            for cell in row.cells:
                words = squeezed(cell.text.lstrip("❶❷❸❹❺ "))  # another font: printed out of line
                assert words in printed, cell.text


def test_a_table_over_two_pages_repeats_its_head(pages):
    assert sum("Waktu (WITA)" in page for page in pages) > 3 - 1
    assert sum(page.count("Waktu (WITA)") for page in pages) > 3


def test_no_page_is_empty_or_nearly_so(pages):
    for number, page in enumerate(pages, 1):
        assert len(page.split()) > 25 or number == 1, (number, page)


def test_nothing_of_the_template_or_the_program_is_printed(pages):
    printed = "\n".join(pages)
    assert not re.search(r"\{\{|\{%|\b(None|nan|NaN|Error|TODO)\b", printed)


def test_the_lists_of_contents_name_the_page_of_each_chapter(pages):
    listed = dict(re.findall(r"(?m)^(.+?)[. ]{3,}(\w+)$", pages[2]))
    assert listed["KATA PENGANTAR"] == "i"
    for entry in ("BAB I PENDAHULUAN", "BAB III AKUNTABILITAS KINERJA", "BAB IV PENUTUP", "LAMPIRAN SUMBER ANGKA"):
        page = pages[int(listed[entry]) + 2]  # after cover, kata pengantar and the lists
        assert squeezed(entry) in squeezed(page)


def test_front_matter_counts_in_roman_and_the_body_from_one(pages):
    assert [page.split("\n")[-2].strip() if page.endswith("\n") else page.split("\n")[-1] for page in pages[1:4]] == [
        "i", "ii", "1",
    ]  # fmt: skip


def test_every_page_but_the_cover_carries_the_marks(pages):
    assert all("DATA CONTOH · DRAF versi 1" in page for page in pages[1:])
    assert "DATA CONTOH" in pages[0]
    assert "DRAF versi 1" in pages[0]


def test_the_camat_signs_with_place_date_and_nip(pages):
    closing = next(page for page in pages if "4.2 Langkah Perbaikan" in page and "DAFTAR ISI" not in page)
    assert "Paringin Selatan, 6 Juli 2026" in closing
    assert (
        closing.index("CAMAT PARINGIN SELATAN,")
        < closing.index("AMINAH, S.Sos.")
        < closing.index("NIP 19700101 199503 2 001")
    )


def test_the_recap_workbook_opens_too(folder):
    content = rekap_excel.build(naskah.office(), naskah.PENINJAU, naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER)
    pages = read(to_pdf(folder, "rekap.xlsx", content))
    assert len(pages) == 4  # a sheet a page: recap, averages, completeness, rules
    assert "belum diisi" in pages[0]
