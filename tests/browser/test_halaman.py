"""Every screen in one browser: another tahun in the same place, and open to all.

Open to all: judged by axe-core in both themes, at 200 % zoom; a title of its own; no word of Streamlit's left in English.
"""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import axe_playwright_python
import pypdfium2
import pytest
from contoh_siap import copied
from peramban import serve, sign_in
from playwright.sync_api import Browser, Page, expect

from lakip import akses, akun
from lakip.akses import Peran
from lakip.contoh import SANDI
from lakip.contoh.isi import UNIT
from lakip.store import Store
from lakip.ui.halaman import HALAMAN, Halaman

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
JUDGED = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(({violations}) => violations
    .filter(v => ["serious", "critical"].includes(v.impact) || v.id === "heading-order")
    .map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 200)).join(" ")}`))"""
ATURAN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "cat.semantics"]
# Read by people or said to them: what is written on buttons and in labels.
SAID = """[...document.querySelectorAll("[aria-label], [title], [placeholder], button, [role=status], label")].flatMap(e =>
    [...["aria-label", "title", "placeholder"].map(n => e.getAttribute(n)), e.matches("button, label") ? e.querySelector("p")?.innerText : ""])
    .filter(Boolean)"""
INGGRIS = re.compile(
    r"\b(Upload|Browse|Choose|Select|Search|Open|Close|Clear|Press|Add|Running|Loading|Rerun|Settings|Deploy|Help|"
    r"Next|Previous|available|selected|per file|options?|icon|menu|sidebar|navigate)\b",
    re.IGNORECASE,
)
KATA_KITA = re.compile(r"Bilah menu|Tutup menu|Buka menu|Menu kolom")

TEMPAT = [
    ("/acuan", "tab", "Ubah"), ("/unggah", "cara", "Realisasi anggaran"), ("/rekap", "rekap", "Anggaran"),
    *((path, "", "") for path in ("/dasbor", "/anggaran", "/alur", "/laporan", "/periode", "/naskah")),
]  # fmt: skip


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory):
    """The Kasubbag is admin too."""
    folder = copied(tmp_path_factory.mktemp("data"))
    with closing(Store(folder)) as store:
        akun.give_peran(store, akses.system(UNIT), "kasubbag", UNIT, Peran.ADMIN, mulai=date(2020, 1, 1))
    with serve(folder) as alamat:
        yield alamat


@pytest.fixture(scope="module")
def page(chromium: Browser, alamat: str):
    """The Kasubbag, who is admin too, and so sees them all."""
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    yield sign_in(window, "kasubbag", SANDI)
    window.close()


def test_another_tahun_is_shown_in_the_same_place(page: Page) -> None:
    for path, param, tab in TEMPAT:
        choose_2024(page, path, param, tab)


def choose_2024(page: Page, path: str, param: str, tab: str) -> None:
    page.goto(f"{path}?tahun=2026&{param}={tab}" if tab else f"{path}?tahun=2026")
    page.get_by_label("Tahun", exact=True).click()
    page.get_by_role("option", name="2024").click()
    expect(page).to_have_url(re.compile(r"tahun=2024"))
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_role("combobox", name="Tahun", exact=True)).to_have_value("2024")
    expect(page.get_by_text("kesalahan pada sistem")).to_have_count(0)
    if tab:
        expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")


# ---------------------------------------------------------------- open to all


@pytest.fixture
def zoomed(page: Page):
    """Another tab, of which 200 % of zoom leaves half the width and height."""
    tab = page.context.new_page()
    tab.set_viewport_size({"width": 683, "height": 384})
    yield tab
    tab.close()


def test_every_screen_is_open_to_all(zoomed: Page) -> None:
    found: list[str] = []
    for number, one in enumerate(HALAMAN):
        first, then = ("dark", "light") if number % 2 else ("light", "dark")
        zoomed.emulate_media(color_scheme=first)
        show(zoomed, one)
        said = [f"{one.url}, {first}: {wrong}" for wrong in zoomed.evaluate(JUDGED, ATURAN)]
        words = [KATA_KITA.sub("", text) for text in zoomed.evaluate(SAID)]
        said += [f"{one.url}: “{text}” is English" for text in words if INGGRIS.search(text)]
        wide, room = zoomed.evaluate("(m => [m.scrollWidth, m.clientWidth])(document.querySelector('.stMain'))")
        said += [f"{one.url}: {wide} px in {room}"] if wide > room else []
        zoomed.emulate_media(color_scheme=then)
        expect(zoomed.get_by_test_id("stApp")).to_have_css("color-scheme", then)
        still(zoomed)
        found += said + [f"{one.url}, {then}: {wrong}" for wrong in zoomed.evaluate(JUDGED, ["color-contrast"])]
    assert found == []


def test_the_pages_before_the_screens_are_open_to_all_too(page: Page, chromium: Browser) -> None:
    outside = chromium.new_context(base_url=page.url.rsplit("/", 1)[0], locale="id-ID").new_page()
    for tab, path in ((outside, "/masuk"), (page, "/sandi"), (page, "/keluar")):
        for scheme in ("dark", "light"):
            tab.emulate_media(color_scheme=scheme)
            tab.goto(path)
            tab.evaluate(AXE)
            assert tab.evaluate(JUDGED, ATURAN) == [], (path, scheme)
    outside.context.close()


def test_the_menu_is_open_to_all_and_shows_where_one_is(page: Page) -> None:
    page.goto("/kesehatan")
    still(page)
    page.evaluate(AXE)
    assert page.evaluate(JUDGED.replace("document,", "'[data-testid=stSidebar]',"), ATURAN) == []
    now = page.get_by_test_id("stSidebarNav").locator('[aria-current="page"]')
    expect(now).to_have_text(re.compile("Kesehatan data"))
    expect(now).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("group", name="Data triwulan").get_by_role("link", name="Rekap")).to_be_attached()


def test_by_keyboard_the_menu_is_skipped_and_the_theme_that_was_chosen_stays(page: Page) -> None:
    page.goto("/bantuan")
    still(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    page.keyboard.press("Tab")
    seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert seen == "solid"
    page.get_by_role("button", name="Tampilan dan tentang Lakip").click()
    page.get_by_role("menuitemradio", name="Gelap").click()
    page.goto("/jejak")  # another address: Streamlit keeps a theme for each
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    page.goto("/sandi")
    expect(page.locator("body")).to_have_css("background-color", "rgb(16, 23, 31)")
    page.goto("/jejak")
    page.get_by_role("button", name="Tampilan dan tentang Lakip").click()
    page.get_by_role("menuitemradio", name="Otomatis").click()
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "light")


def show(page: Page, one: Halaman) -> None:
    """By its entry in the menu, folded away or not: the scripts of Streamlit need not start again."""
    entry = page.locator(f'[data-testid="stSidebarNavLink"][href$="/{one.url}"]')
    if entry.count():
        entry.evaluate("link => link.click()")
    else:
        page.goto(f"/{one.url}")
    expect(page.get_by_role("heading", name=one.judul, exact=True, level=1)).to_be_visible()
    expect(page).to_have_title(f"{one.judul} – Lakip")
    still(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)


def still(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


# ---------------------------------------------------------------- the Camat's one screen

DASBOR = "/dasbor?tahun=2026&periode=SD3"


@pytest.fixture(scope="module")
def camat(chromium: Browser, alamat: str):
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    page = sign_in(window, "camat", SANDI, DASBOR)
    drawn(page)
    yield page
    window.close()


def drawn(page: Page) -> None:
    expect(page.get_by_text("Belum di tangan Anda")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[role=graphics-document]")).to_have_count(1)


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_dashboard_of_an_office_needs_no_scrolling(camat: Page) -> None:
    camat.evaluate("scrollTo(0, 0)")
    assert max(bottom(camat, one) for one in (".st-key-papan", ".st-key-keputusan")) <= 768
    assert "86,88 / 86" in camat.locator("[role=graphics-document]").inner_text()
    expect(camat.get_by_role("button", name="Download as PNG")).to_be_hidden()
    camat.get_by_role("button", name="hal lain").click()
    expect(camat.get_by_role("link", name="Seksi Pemerintahan: 1 angka belum diisi")).to_be_visible()
    camat.keyboard.press("Escape")


def test_on_a_phone_what_is_to_be_decided_comes_before_the_rows(camat: Page) -> None:
    camat.set_viewport_size({"width": 390, "height": 844})
    try:
        expect(camat.locator(".st-key-papan")).to_be_visible()
        camat.wait_for_function("document.querySelector('[role=graphics-document]').clientWidth < 390")
        assert bottom(camat, ".st-key-keputusan") <= 844
        top = camat.locator(".st-key-papan").bounding_box()
        assert top is not None
        assert top["y"] >= bottom(camat, ".st-key-keputusan")
        main = camat.get_by_test_id("stMain")
        assert main.evaluate("e => e.scrollWidth <= e.clientWidth")
        assert bottom(camat, ".st-key-papan") <= 1500
    finally:
        camat.set_viewport_size({"width": 1366, "height": 768})


def test_a_row_leads_to_its_card_and_back(camat: Page) -> None:
    row = camat.locator("[role=graphics-document] text", has_text="Konflik sosial antarwarga").bounding_box()
    assert row is not None
    camat.mouse.click(row["x"] + 5, row["y"] + 5)
    expect(camat.get_by_role("heading", name="Kartu indikator")).to_be_visible()
    expect(camat).to_have_url(re.compile("indikator=IK-09"))
    camat.goto(DASBOR)
    drawn(camat)


def test_the_camat_settles_disposisi_015_from_the_dashboard(camat: Page) -> None:
    camat.get_by_role("button", name="Beri dispensasi").click()
    dialog = camat.get_by_role("dialog")
    dialog.get_by_role("button", name="Beri dispensasi").click()
    expect(dialog.get_by_text("Dispensasi harus beralasan")).to_be_visible()
    dialog.get_by_label("Alasan (wajib)").fill("Petugas data cuti melahirkan; angkanya sudah ada.")
    dialog.get_by_role("button", name="Beri dispensasi").click()
    expect(dialog).to_have_count(0)
    expect(camat.get_by_text("Disposisi 015/2026")).to_have_count(0)
    expect(camat.locator(".st-key-hal_0")).to_contain_text("Gangguan ketenteraman dan ketertiban")
    camat.goto("/disposisi?tahun=2026&nomor=2026-15")
    expect(camat.get_by_text("Dispensasi sampai", exact=False).first).to_be_visible()


def test_on_paper_a_screen_is_its_figures_with_their_heads_and_whose_they_are(page: Page) -> None:
    """No control, what was chosen as words, the head of a table on each sheet, the office and "Halaman 1 dari 2"."""
    page.goto("/rekap?tahun=2026&periode=SD3")
    expect(page.get_by_test_id("stTable").last.get_by_text("Keseluruhan")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Unduh").first).to_be_hidden()
    expect(page.get_by_role("tab", name="Anggaran")).to_be_hidden()
    assert page.get_by_label("Periode").evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="screen")
    assert [round(x) for x in sheets[0].get_size()] == [595, 842]  # points of A4
    said = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    assert len(said) == 2
    for number, text in enumerate(said, 1):
        assert "Kecamatan Paringin Selatan · dicetak" in text
        assert f"Halaman {number} dari 2" in text
        assert "Kemajuan" in text  # the last head of the table that runs over both
    assert "Periode:" in said[0]
    assert "s.d. Triwulan III" in said[0].partition("keadaan per")[0]


def test_the_view_for_a_projector_is_in_the_address_both_ways_and_turns_by_page_down(camat: Page) -> None:
    camat.goto(DASBOR)
    drawn(camat)
    camat.get_by_role("link", name="Layar").click()
    expect(camat).to_have_url(re.compile("layar=1"))
    expect(camat.get_by_role("heading", level=1)).to_have_text("Kinerja s.d. Triwulan III Tahun 2026")
    expect(camat.get_by_test_id("stSidebar")).to_be_hidden()
    camat.keyboard.press("PageDown")
    expect(camat.get_by_role("heading", name="Meningkatnya kualitas pelayanan publik")).to_be_in_viewport()
    camat.get_by_role("link", name="Tutup tampilan layar").click()
    expect(camat.get_by_role("heading", name="Dasbor")).to_be_visible()
    expect(camat).not_to_have_url(re.compile("layar"))
