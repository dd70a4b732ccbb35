"""Nothing typed is lost: what comes back by itself, what is said before it is gone, and photos from a phone."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from peramban import pass_door, sign_in
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from lakip.contoh import SANDI

pytestmark = pytest.mark.browser

KETIK = "/unggah?tahun=2026&periode=TW4&cara=Ketik satu angka"
Jendela = Callable[..., BrowserContext]


@pytest.fixture
def jendela(chromium: Browser, kantor_contoh: str) -> Iterator[Jendela]:
    """Opens a browser that nobody has used yet."""
    opened = []

    def fresh(**how: object) -> BrowserContext:
        size = {"viewport": {"width": 1366, "height": 768}} | how
        opened.append(chromium.new_context(base_url=kantor_contoh, locale="id-ID", **size))
        opened[-1].set_default_timeout(20_000)
        return opened[-1]

    yield fresh
    for one in opened:
        one.close()


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name)


def kept(page: Page, many: int) -> None:
    """Wait until the server keeps so many drafts of whoever is signed in."""
    for _ in range(100):
        said = page.request.get("/draf").json()["draf"]
        if len(said) == many:
            return
        page.wait_for_timeout(200)
    pytest.fail(f"{many} drafts were expected: {said}")


def choose(page: Page, label: str, number: int) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option").nth(number).click()


def test_a_figure_half_typed_survives_all_that_happens_before_it_is_saved(jendela: Jendela) -> None:
    page = sign_in(jendela(), "staf", SANDI, KETIK)
    hambat, nihil = field(page, "Faktor penghambat"), page.get_by_role("radio", name="Nihil")
    hambat.fill("Hujan lebat")
    page.get_by_text("Nihil", exact=True).click()
    kept(page, 2)
    # Another indikator, whose fields are empty.
    choose(page, "Indikator", 1)
    expect(hambat).to_have_value("")
    choose(page, "Indikator", 0)
    expect(hambat).to_have_value("Hujan lebat")
    expect(nihil).to_be_checked()
    expect(page.get_by_text("2 isian yang belum disimpan dikembalikan: Keadaan, Faktor penghambat.")).to_be_visible()
    # Another page, then the browser starts again.
    page.get_by_role("link", name="Rekap").click()
    expect(page.get_by_role("heading", name="Rekap").first).to_be_visible()
    page.goto(KETIK)
    expect(hambat).to_have_value("Hujan lebat")
    # The session ends on the server while one goes on typing.
    other = sign_in(jendela(), "staf", SANDI, "/rekap")
    other.goto("/sandi")
    other.get_by_role("button", name="Akhiri yang lain").click()
    expect(other.get_by_text("sesi lain diakhiri")).to_be_visible()
    hambat.fill("Hujan lebat dan banjir")
    expect(page.get_by_text("Sesi sudah berakhir. Yang sudah diketik menunggu Anda")).to_be_visible()
    page.get_by_role("button", name="Simpan angka ini").click()
    expect(page.get_by_role("heading", name="Sesi telah berakhir")).to_be_visible()
    page.get_by_test_id("stMain").get_by_role("link", name="Masuk lagi").click()
    pass_door(page, "staf", SANDI)
    expect(hambat).to_have_value("Hujan lebat dan banjir")
    expect(page).to_have_url(re.compile(r"/unggah\?.*periode=TW4"))
    # Saved: kept no longer, and nothing comes back.
    page.get_by_text("Tidak tersedia", exact=True).click()
    field(page, "Alasan").fill("alat ukur rusak")
    page.get_by_role("button", name="Simpan angka ini").click()
    kept(page, 0)
    page.reload()
    expect(hambat).to_have_value("Hujan lebat dan banjir")
    expect(page.get_by_text("dikembalikan")).to_have_count(0)


def test_what_is_chosen_comes_back_too_and_can_be_thrown_away(jendela: Jendela) -> None:
    page = sign_in(jendela(), "sekcam", SANDI, "/disposisi?tahun=2026")
    box = page.get_by_test_id("stExpander").filter(has=page.locator(".st-key-hal_baru"))
    box.locator("summary").click()
    form = box.get_by_test_id("stForm")
    instruksi, kepada = form.get_by_role("textbox", name="Instruksi"), form.get_by_role("combobox", name="Kepada")
    before = re.compile("^Kumpulkan data realisasi kinerja")
    expect(instruksi).to_have_value(before)
    instruksi.fill("Kumpulkan sebelum hari Jumat.\nLaporkan yang belum.")
    kepada.click()
    page.get_by_role("option").nth(2).click()
    to = kepada.input_value()
    form.locator(".st-key-lampiran_baru [data-tag] button").first.click()
    form.locator(".st-key-tanggal_baru [role=spinbutton]").first.click()
    page.keyboard.type("05112026")
    kept(page, 4)
    page.reload()
    expect(page.get_by_text("4 isian yang belum disimpan dikembalikan")).to_be_visible()
    expect(instruksi).to_have_value("Kumpulkan sebelum hari Jumat.\nLaporkan yang belum.")
    expect(kepada).to_have_value(to)
    expect(form.locator('.st-key-tanggal_baru input[type="date"]')).to_have_value("2026-11-05")
    expect(form.locator(".st-key-lampiran_baru .react-aria-ComboBox [data-tag]")).to_have_count(1)
    # Whoever goes is told first.
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_text("4 isian sudah diketik dan belum disimpan")).to_be_visible()
    page.get_by_role("link", name="Disposisi").click()
    page.get_by_role("button", name="Buang ketikan saya").click()
    kept(page, 0)
    expect(instruksi).to_have_value(before)
    # What is recorded changed since it was typed: neither is put over the other.
    page.evaluate(
        """fetch("/draf", {method: "POST", body: JSON.stringify({akun: "sekcam", ubah: {
            "/disposisi|2026|TH|st-key-instruksi_baru": {
                alamat: "/disposisi", judul: "Disposisi", label: "Instruksi", dasar: "yang dulu", isi: "Ketikan saya"}}})})"""
    )
    page.reload()
    expect(page.get_by_text("Yang tercatat berubah sejak Anda mengetik: Instruksi.")).to_be_visible()
    box.locator("summary").click()
    expect(instruksi).to_have_value(before)
    page.get_by_role("button", name="Pakai ketikan saya").click()
    expect(instruksi).to_have_value("Ketikan saya")


def test_ten_minutes_before_its_end_a_session_says_so_and_one_press_keeps_it(jendela: Jendela) -> None:
    """The clock of the server is its own: its answer of how long is left is shortened on the way, once."""
    window = jendela()

    def nearly_over(route: Route) -> None:
        said = route.fetch().json()
        route.fulfill(json=said | {"diam": 540})

    window.route("**/draf", nearly_over, times=1)
    page = sign_in(window, "kasi", SANDI, "/rekap")
    said = page.get_by_text("Sesi berakhir 9 menit lagi karena tidak dipakai.")
    expect(said).to_be_visible()
    page.get_by_role("button", name="Tetap masuk").click()
    expect(said).to_have_count(0)


def test_a_chosen_file_is_not_left_behind_without_a_word(jendela: Jendela) -> None:
    page = sign_in(jendela(), "staf.pem", SANDI, "/bukti?tahun=2026&periode=TW4")
    page.locator('input[type="file"]').set_input_files(photo())
    expect(page.get_by_test_id("stFileChip")).to_be_visible()
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("link", name="Rekap").click()
    expect(page.get_by_role("heading", name="Bukti dukung", exact=True)).to_be_visible()
    assert "belum disimpan dan akan hilang" in asked[0]


def test_a_phone_sends_a_photo_by_a_plain_form_and_comes_back(jendela: Jendela) -> None:
    window = jendela(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = sign_in(window, "staf.pem", SANDI, "/bukti?tahun=2026&periode=TW4")
    page.get_by_role("link", name="Ambil foto / pilih dari ponsel").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    field(page, "Nama dokumen").fill("Foto musrenbang")
    page.get_by_label("Tanggal dokumen").fill("2026-10-05")
    page.get_by_label("Foto atau dokumen").set_input_files(photo())
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("tersimpan: Foto musrenbang.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/bukti\?tahun=2026&periode=TW4"))


def photo() -> dict[str, object]:
    content = BytesIO()
    Image.new("RGB", (640, 480), "#446688").save(content, "jpeg")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
