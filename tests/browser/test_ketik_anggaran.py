"""Amounts typed and pasted into the grid of the budget, as offices write them, whatever the locale of the browser."""

from collections.abc import Iterator

import pytest
from contoh_siap import copied
from peramban import NAMA, serve, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lakip.contoh import SANDI

pytestmark = pytest.mark.browser

PATH = "/unggah?tahun=2026&periode=TW4&cara=Realisasi+anggaran"
REALISASI = 3  # the fourth column of the grid
GAJI = 2  # the third row, 7.01.01.2.02.0001: the widest pagu


@pytest.fixture
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(copied(tmp_path_factory.mktemp("data"))) as address:
        yield address


def window(chromium: Browser, alamat: str, locale: str = "id-ID") -> BrowserContext:
    made = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale=locale)
    made.set_default_timeout(30_000)
    return made


def settled(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def select(page: Page, row: int) -> None:
    """Stand on a cell of the quarter."""
    settled(page)
    grid = page.get_by_test_id("stDataFrame").locator(".dvn-scroller").first
    grid.scroll_into_view_if_needed()
    grid.click(position={"x": 60, "y": 52})  # the first cell below the head
    page.keyboard.press("Control+Home")
    for key, times in (("ArrowRight", REALISASI), ("ArrowDown", row)):
        for _ in range(times):
            page.keyboard.press(key)


def enter(page: Page, row: int, text: str) -> None:
    """Type into a cell, as a clerk does."""
    select(page, row)
    page.keyboard.press("Enter")
    box = page.locator("#portal textarea, #portal input").first
    box.fill(text)
    box.press("Enter")


def cell(page: Page, row: int) -> str:
    """What a cell shows, by the table that a screen reader gets."""
    return page.locator(f"#glide-cell-{REALISASI}-{row}").inner_text()


def money(page: Page, amount: str) -> None:
    """The amount that the review says back."""
    expect(page.get_by_test_id("stTable").get_by_text(f"Rp\u00a0{amount}", exact=True).first).to_be_visible()


@pytest.mark.parametrize("locale", ["id-ID", "en-US"])
def test_amounts_are_typed_pasted_kept_and_saved(chromium: Browser, alamat: str, locale: str) -> None:
    """4.500.000,00 was saved as Rp 450.000.000, 85,5 as 855; a pasted 1.500 as 1, and the last three were dropped."""
    mine, others = window(chromium, alamat, locale), window(chromium, alamat, locale)
    mine.grant_permissions(["clipboard-read", "clipboard-write"])
    page = sign_in(mine, "kasubbag", SANDI, PATH)
    enter(page, GAJI, "4.500.000,00")
    money(page, "4.500.000")
    enter(page, 3, "85,5")
    expect(page.get_by_text("85,5 memuat pecahan rupiah. Tulis rupiah bulat.")).to_be_visible()
    expect(page.get_by_role("button", name="Simpan 1 angka")).to_have_count(0)

    sign_in(others, "camat", SANDI)
    enter(page, 3, "1.500")
    money(page, "1.500")
    page.reload()  # what is typed and not saved stays
    money(page, "1.500")
    money(page, "4.500.000")

    page.evaluate("navigator.clipboard.writeText('1.234.567\\n12.450.000,00\\nRp 9.875.000')")
    select(page, 5)
    page.keyboard.press("Control+V")
    for amount in ("1.234.567", "12.450.000", "9.875.000"):
        money(page, amount)
    page.get_by_role("button", name="Simpan 5 angka").click()
    expect(page.get_by_role("button", name="Simpan 5 angka")).to_have_count(0)

    page.reload()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    settled(page)
    shown = [cell(page, row) for row in (GAJI, 3, 5, 6, 7)]
    assert shown == ["4.500.000", "1.500", "1.234.567", "12.450.000", "9.875.000"]
    mine.close()
    others.close()


def test_the_box_takes_what_excel_copied_over_http_by_the_name_of_the_computer(chromium: Browser, alamat: str) -> None:
    """There a grid gets no clipboard: Ctrl+V does nothing."""
    mine = window(chromium, alamat.replace("127.0.0.1", NAMA))
    page = sign_in(mine, "kasubbag", SANDI, PATH)
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard.readText]") == [False, "undefined"]
    settled(page)
    page.get_by_text("Tempel dari Excel", exact=True).first.click()
    page.get_by_label("Tempel dari Excel", exact=True).fill(
        "Kode\tUraian\tRealisasi\n"
        "7.01.01.2.02.0003\tPelaksanaan\t1.500\n"
        "7.01.01.2.02.0001\tGaji\t Rp 4.500.000,00 \n"
        "\tJumlah\t4.501.500\n"
    )  # fmt: skip
    page.get_by_role("button", name="Isikan ke tabel").click()
    money(page, "4.500.000")
    money(page, "1.500")
    expect(page.get_by_text("baris 1 (“Kode”), 4 (“Jumlah”)")).to_be_visible()
    page.get_by_role("button", name="Simpan 2 angka").click()
    expect(page.get_by_role("button", name="Simpan 2 angka")).to_have_count(0)
    settled(page)
    assert [cell(page, row) for row in (GAJI, 3)] == ["4.500.000", "1.500"]
    mine.close()
