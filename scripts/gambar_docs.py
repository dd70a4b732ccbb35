"""Takes the pictures of docs/ and of the page Bantuan from the example years, at 1366 x 768. Look at each before it is
committed.

Run again when a screen changes: python scripts/gambar_docs.py
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from contoh_siap import copied  # noqa: E402
from peramban import open_chromium, serve, sign_in  # noqa: E402

from lakip.contoh import SANDI  # noqa: E402

DOCS, BANTUAN = ROOT / "docs", ROOT / "lakip" / "ui" / "static" / "bantuan"
GAMBAR = (
    (DOCS, "dasbor", "camat", "/dasbor?tahun=2026&periode=SD3"),
    (DOCS, "kartu", "camat", "/kartu?tahun=2026&periode=SD3&indikator=IK-02"),
    (DOCS, "unggah", "staf", "/unggah?tahun=2026&periode=TW4"),
    (BANTUAN, "dasbor", "camat", "/dasbor?tahun=2026&periode=SD3"),
    (BANTUAN, "unggah", "staf", "/unggah?tahun=2026&periode=TW4"),
    (BANTUAN, "kiriman", "kasi.pmd", "/alur?tahun=2026&periode=TW3&bagian=PMD"),
    (BANTUAN, "periode", "kasubbag", "/periode?tahun=2026&periode=TW1"),
    (BANTUAN, "cadangan", "admin", "/cadangan"),
    (BANTUAN, "pemeriksaan", "peninjau", "/pemeriksaan?tahun=2026"),
)
LEBAR, WARNA = 960, 256  # a picture of Bantuan stands within its text, and every browser fetches it
FORMULIR = ROOT / "data" / "contoh" / "realisasi_yan_tw4_2026.xlsx"
WAIT_MS = 4000  # until the last chart stands, once the page has run
DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serve(copied(Path(folder))) as address, open_chromium() as browser:
        for where, name, akun, path in GAMBAR:
            window = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID")
            content = taken(window, name, akun, path)
            (where / f"{name}.png").write_bytes(content if where == DOCS else small(content))
            window.close()


def small(content: bytes) -> bytes:
    """A fifth of the size, still to be read."""
    whole = Image.open(io.BytesIO(content)).convert("RGB")
    shown = whole.resize((LEBAR, round(whole.height * LEBAR / whole.width)), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    shown.quantize(WARNA, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def taken(window: BrowserContext, name: str, akun: str, path: str) -> bytes:
    page = sign_in(window, akun, SANDI, path)
    page.get_by_test_id("stMain").get_by_role("heading").first.wait_for()
    page.locator(DONE).wait_for()
    page.wait_for_timeout(WAIT_MS)
    if name == "unggah":
        upload(page)
    return page.screenshot()


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
