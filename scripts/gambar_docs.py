"""Takes the pictures of docs/ from the example years, at 1366 x 768. Look at each before it is committed.

Run again when a screen changes: python scripts/gambar_docs.py
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from contoh_siap import copied  # noqa: E402
from peramban import open_chromium, serve, sign_in  # noqa: E402

from lakip.contoh import SANDI  # noqa: E402

FORMULIR = ROOT / "data" / "contoh" / "realisasi_yan_tw4_2026.xlsx"
WAIT_MS = 4000  # until the last chart stands, once the page has run
DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serve(copied(Path(folder))) as address, open_chromium() as browser:
        for name, akun, path in (
            ("dasbor", "camat", "/dasbor?tahun=2026&periode=SD3"),
            ("kartu", "camat", "/kartu?tahun=2026&periode=SD3&indikator=IK-02"),
            ("unggah", "staf", "/unggah?tahun=2026&periode=TW4"),
        ):
            window = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID")
            take(window, name, akun, path)
            window.close()


def take(window: BrowserContext, name: str, akun: str, path: str) -> None:
    page = sign_in(window, akun, SANDI, path)
    page.get_by_test_id("stMain").get_by_role("heading").nth(1).wait_for()
    page.locator(DONE).wait_for()
    page.wait_for_timeout(WAIT_MS)
    if name == "unggah":
        upload(page)
    page.screenshot(path=ROOT / "docs" / f"{name}.png")


def upload(page: Page) -> None:
    """The filled form of a staf, read and ready to be saved."""
    page.locator("input[type=file]").first.set_input_files(FORMULIR)
    page.get_by_role("button", name="Simpan 5 angka").wait_for()
    page.wait_for_timeout(WAIT_MS)
    page.get_by_role("heading", name="2. Unggah berkas").evaluate("title => title.scrollIntoView()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
