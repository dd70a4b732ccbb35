"""The first visit of a browser: what it reads before the scripts come, and what it need not fetch."""

from collections.abc import Iterator

import pytest
from peramban import serve
from playwright.sync_api import Browser, Page, expect
from test_gate import SANDI, fill

from lakip.store import Store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("data")
    fill(Store(folder))
    with serve(folder) as address:
        yield address


def enter(page: Page) -> None:
    page.goto("/pengaturan")
    page.get_by_label("Nama akun").fill("admin")
    page.get_by_label("Kata sandi").fill(SANDI)
    page.get_by_role("button", name="Masuk").click(no_wait_after=True)


def test_words_stand_there_until_the_screen_does_and_then_no_longer(chromium: Browser, alamat: str) -> None:
    page = chromium.new_context(base_url=alamat, locale="id-ID").new_page()
    page.route("**/static/js/*.js", lambda route: route.abort())
    page.route("**/static/css/*.css", lambda route: route.abort())
    enter(page)
    expect(page.get_by_role("status")).to_contain_text("Lakip sedang dimuat")
    page.unroute_all()
    page.reload()
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    expect(page.get_by_text("Lakip sedang dimuat")).to_have_count(0)


def test_a_first_visit_fetches_our_letters_and_icons_and_no_others(chromium: Browser, alamat: str) -> None:
    page = chromium.new_context(base_url=alamat, locale="id-ID").new_page()
    fonts: set[str] = set()
    page.on(
        "request", lambda asked: fonts.add(asked.url.split("/")[-1].split("?")[0]) if "woff2" in asked.url else None
    )
    enter(page)
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert fonts == {"Lakip-Regular.woff2", "Lakip-Bold.woff2", "Ikon.woff2"}
    # A word that the cut font does not know would be written out, and be wider than one sign.
    icons = page.get_by_test_id("stSidebarNav").get_by_test_id("stIconMaterial")
    assert icons.count() >= 3
    assert all(icons.nth(n).bounding_box()["width"] < 30 for n in range(icons.count()))
