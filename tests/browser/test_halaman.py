"""The picker of tahun and periode on every page that has one, as the address it stands in is kept."""

import re

import pytest
from contoh_siap import copied
from peramban import serve, sign_in
from playwright.sync_api import Browser, Page, expect

from lakip.contoh import SANDI

pytestmark = pytest.mark.browser

TEMPAT = [
    ("/acuan", "Ubah"), ("/unggah", "Realisasi anggaran"), ("/rekap", "Anggaran"),
    *((path, "") for path in ("/dasbor", "/anggaran", "/alur", "/laporan", "/periode", "/naskah")),
]  # fmt: skip


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory):
    """The Kasubbag, who sees them all."""
    with serve(copied(tmp_path_factory.mktemp("data"))) as alamat:
        window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
        window.set_default_timeout(30_000)
        yield sign_in(window, "kasubbag", SANDI)
        window.close()


def test_another_tahun_is_shown_in_the_same_place(page: Page) -> None:
    for path, tab in TEMPAT:
        choose_2024(page, path, tab)


def choose_2024(page: Page, path: str, tab: str) -> None:
    page.goto(f"{path}?tahun=2026&tab={tab}" if tab else f"{path}?tahun=2026")
    page.get_by_label("Tahun", exact=True).click()
    page.get_by_role("option", name="2024").click()
    expect(page).to_have_url(re.compile(r"tahun=2024"))
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_role("combobox", name="Tahun", exact=True)).to_have_value("2024")
    expect(page.get_by_text("kesalahan pada sistem")).to_have_count(0)
    if tab:
        expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
