"""One quarter through the real screens: the staf uploads, the Kasi confirms, the Camat reads it on paper."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from contoh_siap import copied
from docx import Document
from peramban import open_chromium, serve, sign_in
from playwright.sync_api import Browser, Download, Page, expect

from lakip.contoh import SANDI

pytestmark = pytest.mark.browser

WHERE = "tahun=2026&periode=TW4"


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(copied(tmp_path_factory.mktemp("data"))) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as started:
        yield started


@contextmanager
def seat(chromium: Browser, alamat: str, nama: str, path: str) -> Iterator[Page]:
    """One person at a computer of their own, signed in."""
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    yield sign_in(window, nama, SANDI, path)
    window.close()


def fill(form: Path, values: dict[str, tuple[object, ...]]) -> None:
    """Type realisasi (or pembilang and penyebut) per kode, as a clerk does in Excel."""
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(c.value == "Kode" for c in row))
    named = {str(c.value): c.column for c in header if c.value}
    single = next(column for name, column in named.items() if name.startswith("Realisasi"))
    pair = [next(column for name, column in named.items() if name.startswith(w)) for w in ("Pembilang", "Penyebut")]
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        typed = values.get(str(row[named["Kode"] - 1].value), ())
        for column, value in zip([single] if len(typed) == 1 else pair, typed, strict=False):
            sheet.cell(row[0].row, column).value = value
    book.save(form)


def downloaded(page: Page, button: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value


def choose(page: Page, file: Path) -> None:
    """Through the button, as people do: it lets the same file be chosen again after it was mended."""
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name=re.compile("Upload|Add files")).click()
    waiting.value.set_files(file)


def test_a_quarter_from_the_form_to_the_word_draft(chromium: Browser, alamat: str, tmp_path: Path) -> None:
    form, draft = tmp_path / "tw4.xlsx", tmp_path / "laporan.docx"
    with (
        seat(chromium, alamat, "camat", f"/dasbor?{WHERE}") as camat,
        seat(chromium, alamat, "staf", f"/unggah?{WHERE}") as staf,
        seat(chromium, alamat, "kasi", f"/alur?{WHERE}") as kasi,
    ):
        expect(camat.get_by_role("heading", name="Dasbor")).to_be_visible()
        expect(camat.get_by_text(re.compile(r"^0 dari \d+$")).first).to_be_visible()

        downloaded(staf, "Unduh formulir Triwulan IV").save_as(form)
        fill(form, {"IK-01": ("88,25",), "IK-02": (18, 20), "IK-10": ("2,4o",), "IK-11": ("Rp",)})
        choose(staf, form)
        expect(staf.get_by_text("2,4o").first).to_be_visible()
        expect(staf.get_by_role("button", name="Simpan", exact=False)).to_have_count(0)

        fill(form, {"IK-10": (2.4,), "IK-11": ("1.360",)})
        choose(staf, form)
        staf.get_by_role("button", name="Simpan 4 angka").click()
        expect(camat.get_by_text("4 dari ", exact=False).first).to_be_visible(timeout=10_000)

        staf.goto(f"/alur?{WHERE}")
        staf.get_by_role("button", name="Ajukan kepada Kasi").click()
        expect(staf.get_by_role("button", name="Ajukan kepada Kasi")).to_have_count(0)

        kasi.reload()
        expect(kasi.get_by_text("88,25").first).to_be_visible()
        kasi.get_by_role("button", name="Benarkan 4 angka").click()
        expect(kasi.get_by_role("button", name="Benarkan 4 angka")).to_have_count(0)

        camat.goto(f"/laporan?{WHERE}")
        camat.get_by_role("button", name="Susun draf Word").click()
        downloaded(camat, "Unduh draf Word").save_as(draft)

    cells = {tuple(c.text for c in row.cells) for table in Document(str(draft)).tables for row in table.rows}
    row = next(r for r in cells if any(c.startswith("IK-01") for c in r) and "Sangat Tinggi" in " ".join(r))
    assert "88,25" in row
    assert "102,62" in row  # 88,25 / 86 = 102,616
    assert any("IK-02" in " ".join(r) and "90,00" in r for r in cells)  # 18 / 20
