"""Workbooks of the office's own through the real screens: an .ods, a .csv and a pasted table go in with one confirmation
each, the next quarter of a shape with one click, and each figure says from which cell it came.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from berkas_format import ods
from contoh_siap import copied
from peramban import serve, sign_in
from playwright.sync_api import Browser, Page, expect

from lakip.contoh import SANDI

pytestmark = pytest.mark.browser

SEKSI = [
    ["REKAP KINERJA"],
    ["No", "Kode", "Indikator Kinerja", "Satuan", "Hasil TW {tw}", "Paraf Kepala"],
    ["1", "IK-01", "Indeks Kepuasan Masyarakat", "indeks", "{ikm}", ""],
]


@pytest.fixture
def alamat(tmp_path: Path) -> Iterator[str]:
    with serve(copied(tmp_path)) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, alamat: str) -> Iterator[Page]:
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    yield sign_in(window, "kasubbag", SANDI, "/unggah?tahun=2026&periode=TW3")
    window.close()


def rows(tw: str, ikm: str) -> list[list[str]]:
    return [[cell.format(tw=tw, ikm=ikm) for cell in row] for row in SEKSI]


def as_csv(path: Path, lines: list[list[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, delimiter=";").writerows(lines)
    return path


def mean(page: Page, letter: str, what: str) -> None:
    """Once the screen is whole: a list that opens while it still grows closes again."""
    expect(page.get_by_text("Pilih dahulu arti kolom")).to_be_visible()
    menu = page.get_by_label(f"Arti kolom {letter}")
    menu.click()
    menu.press_sequentially(what)
    page.get_by_role("option", name=what, exact=True).click()
    expect(page.get_by_text("Pilih dahulu arti kolom")).to_have_count(0)


def save(page: Page) -> None:
    right = page.get_by_text("Bacaan ini benar", exact=True)
    expect(right).to_have_count(
        1
    )  # a meaning chosen anew asks anew, and the question before goes when the screen is whole
    right.click()
    page.get_by_role("button", name="Simpan 1 angka").click()
    expect(page.get_by_text("1 realisasi Triwulan", exact=False).first).to_be_visible()


def come_from(page: Page, alamat: str, kode: str, periode: str, said: str) -> None:
    page.goto(f"{alamat}/kartu?indikator={kode}&tahun=2026&periode={periode}")
    expect(page.get_by_text(said, exact=False).first).to_be_visible()


def test_a_csv_is_confirmed_once_and_its_next_quarter_as_ods_with_one_click(
    page: Page, alamat: str, tmp_path: Path
) -> None:
    page.locator("input[type=file]").first.set_input_files(as_csv(tmp_path / "rekap.csv", rows("III", "85,25")))
    expect(page.get_by_text("judul kolom di baris 2")).to_be_visible()
    mean(page, "E", "Realisasi Triwulan III")
    save(page)
    come_from(page, alamat, "IK-01", "TW3", "Berkas “rekap.csv”")
    page.goto(f"{alamat}/unggah?tahun=2026&periode=TW4")
    (tmp_path / "rekap.ods").write_bytes(ods(rows("IV", "86,5")))
    page.locator("input[type=file]").first.set_input_files(tmp_path / "rekap.ods")
    expect(page.get_by_text("Dikenali dari bacaan yang diingat")).to_be_visible()
    save(page)
    come_from(page, alamat, "IK-01", "TW4", "sel E3; diunggah")


def test_a_pasted_table_is_read_like_a_file_and_a_cell_of_it_corrected_in_place(page: Page, alamat: str) -> None:
    page.get_by_text("Tempel tabel dari Excel", exact=True).first.click()
    page.get_by_label("Tempelan: Berkas realisasi").fill("Kode\tIndikator\tRealisasi TW III\nIK-01\t\t8o\n")
    page.get_by_role("button", name="Baca tempelan").click()
    expect(page.get_by_text("judul kolom di baris 1")).to_be_visible()
    page.get_by_label("Betulkan di sini isi sel C2").fill("80")
    page.get_by_label("Betulkan di sini isi sel C2").press("Enter")
    save(page)
    come_from(page, alamat, "IK-01", "TW3", "sel C2, dibetulkan di layar, tertulis: “8o”")
