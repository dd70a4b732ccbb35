"""The gate in a real browser against the real server: signing in, refreshing, signing out, strangers."""

from collections.abc import Iterator

import peramban
import pytest
from conftest import SHIPPED
from peramban import serve
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lakip import akses, akun, pengaturan
from lakip.akses import Peran
from lakip.akun import sandi
from lakip.store import Store

UNIT = "63.11.07"
SANDI = "sandi-panjang"
Kuki = list[dict[str, object]]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own over an office with two accounts, whose passwords cost what they cost in an office."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as shipped:
        shipped.setattr(sandi, "_HASHER", SHIPPED)
        fill(Store(folder))
    with serve(folder) as address:
        yield address


def fill(store: Store) -> None:
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    akun.add(store, None, "admin", "Siti Aminah", SANDI, UNIT, Peran.ADMIN)
    akun.add(store, akses.system(UNIT), "budi", "Budi", SANDI, UNIT, Peran.STAF, "PEM", sementara=False)
    tautan = "Lihat http://jahat.example, [klik](http://jahat.example), www.jahat.example, a@jahat.example"
    akun.add(store, akses.system(UNIT), "tamu", tautan, SANDI, UNIT, Peran.PENINJAU)
    store.close()


@pytest.fixture
def jendela(chromium: Browser, alamat: str) -> Iterator[BrowserContext]:
    """A browser that nobody has used yet."""
    fresh = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    fresh.set_default_timeout(20_000)
    yield fresh
    fresh.close()


def sign_in(jendela: BrowserContext, nama: str = "admin", path: str = "/pengaturan") -> Page:
    return peramban.sign_in(jendela, nama, SANDI, path)


@pytest.fixture(scope="module")
def masuk(chromium: Browser, alamat: str) -> Kuki:
    """The cookies of the admin, for tests that do not begin at the door and let nobody out."""
    window = chromium.new_context(base_url=alamat)
    window.set_default_timeout(20_000)
    sign_in(window)
    found = window.cookies()
    window.close()
    return found


def signed_in(jendela: BrowserContext, masuk: Kuki, path: str = "/pengaturan") -> Page:
    jendela.add_cookies(masuk)
    page = jendela.new_page()
    page.goto(path)
    return page


def test_signing_in_leads_back_to_the_page_asked_for_and_a_refresh_keeps_it(jendela: BrowserContext) -> None:
    page = sign_in(jendela)
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    another = jendela.new_page()
    another.goto("/pengaturan")
    expect(another.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()


def test_a_wrong_password_stays_at_the_door_and_says_why(jendela: BrowserContext) -> None:
    page = jendela.new_page()
    page.goto("/")
    page.get_by_label("Nama akun").fill("admin")
    page.get_by_label("Kata sandi").fill("keliru-sekali")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("alert")).to_contain_text("Nama akun atau kata sandi keliru")
    assert page.url.endswith("/masuk")


def test_scripts_cannot_read_the_session(jendela: BrowserContext) -> None:
    page = sign_in(jendela)
    assert "lakip_" not in page.evaluate("document.cookie")
    kept = {c["name"]: c for c in jendela.cookies()}["lakip_sid"]
    assert (kept["httpOnly"], kept["sameSite"]) == (True, "Lax")


def test_signing_out_in_one_tab_ends_the_other_at_its_next_action(jendela: BrowserContext) -> None:
    page, other = sign_in(jendela), jendela.new_page()
    other.goto("/pengaturan")
    expect(other.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("status")).to_have_text("Anda sudah keluar.")
    other.get_by_role("button", name="Simpan identitas").click()
    expect(other.get_by_role("heading", name="Sesi telah berakhir")).to_be_visible()
    other.get_by_role("link", name="Masuk lagi").click()
    expect(other.get_by_label("Nama akun")).to_be_visible()


def test_strangers_get_the_door_and_nothing_else(jendela: BrowserContext, alamat: str) -> None:
    page = jendela.new_page()
    page.goto("/pengaturan")
    assert page.url == f"{alamat}/masuk?ke=/pengaturan"
    asked = jendela.request
    for path in ("/_stcore/metrics", "/_stcore/host-config", "/static/js/apa.js", "/media/apa.docx"):
        assert asked.get(path).status == 401, path
    assert asked.put("/_stcore/upload_file/a/b", data="x").status == 401
    assert asked.get("/", headers={"accept": "*/*", "x-lakip-sid": "palsu"}).status == 401
    assert asked.get("/_stcore/health").text() == "ok"
    assert websocket(page, alamat) == "refused"


def websocket(page: Page, alamat: str) -> str:
    """What happens to a stream that this page's browser opens."""
    return str(
        page.context.new_page().evaluate(
            """url => new Promise(done => {
                const stream = new WebSocket(url);
                stream.onopen = () => done("open");
                stream.onerror = () => done("refused");
            })""",
            alamat.replace("http", "ws") + "/_stcore/stream",
        )
    )


def test_files_of_the_screens_need_the_session(
    jendela: BrowserContext, masuk: Kuki, chromium: Browser, alamat: str
) -> None:
    jendela.add_cookies(masuk)
    assert jendela.request.get("/media/apa.docx").status == 404
    stranger = chromium.new_context(base_url=alamat)
    assert stranger.request.get("/media/apa.docx").status == 401
    stranger.close()


def test_who_may_not_see_a_page_reads_why_and_does_not_find_it_in_the_menu(jendela: BrowserContext) -> None:
    page = sign_in(jendela, "budi")
    expect(page.get_by_test_id("stMain")).to_contain_text("tidak berhak mengubah pengaturan")
    expect(page.get_by_test_id("stSidebar")).not_to_contain_text("Pengaturan")
    expect(page.get_by_test_id("stMain")).to_contain_text("Halaman ini untuk")
    expect(page.get_by_test_id("stMain").get_by_role("link", name="Tugas saya")).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)


def test_the_strict_policy_is_not_broken_and_nothing_is_fetched_from_outside(
    jendela: BrowserContext, alamat: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    jendela.on("console", lambda message: said.append(message.text))
    jendela.on("request", lambda request: asked.append(request.url))
    page = sign_in(jendela)
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()
    assert not [text for text in said if "Content Security Policy" in text]
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {alamat.split("/")[2]}


def test_addresses_that_people_typed_lead_nowhere_outside(jendela: BrowserContext, masuk: Kuki) -> None:
    page = signed_in(jendela, masuk)
    expect(page.get_by_text("Identitas dan kop")).to_be_visible()
    page.get_by_role("tab", name="Akun").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("jahat.example")
    assert page.locator("a", has_text="jahat").count() == 0
    # Nor what a library makes a link of in spite of that.
    page.evaluate("""document.body.insertAdjacentHTML("beforeend", "<a id=luar href='http://jahat.example'>x</a>")""")
    expect(page.locator("#luar")).not_to_have_attribute("href", "http://jahat.example")


def test_what_streamlit_says_of_itself_is_indonesian_too(jendela: BrowserContext, masuk: Kuki) -> None:
    page = signed_in(jendela, masuk, "/dasbor")
    expect(page.locator('[aria-label="Tutup menu"]')).to_be_attached()
    page.get_by_label("Periode").fill("zzz")
    expect(page.get_by_text("Tidak ada yang cocok").first).to_be_visible()
    assert not page.get_by_text("No results").count()


def test_on_paper_a_screen_stands_without_the_menu(jendela: BrowserContext, masuk: Kuki) -> None:
    page = signed_in(jendela, masuk)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_role("heading", name="Pengaturan", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["/masuk", "/keluar", "/sandi", "/pengaturan"])
def test_a_phone_scrolls_no_page_sideways(jendela: BrowserContext, masuk: Kuki, path: str) -> None:
    jendela.add_cookies(masuk if path in ("/sandi", "/pengaturan") else [])
    page = jendela.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
