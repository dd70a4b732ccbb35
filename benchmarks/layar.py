"""The screens in a real browser: cold start to first paint, and switching pages, over the example years."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from peramban import open_chromium, serve, sign_in  # noqa: E402

from lakip import contoh  # noqa: E402
from lakip.contoh import SANDI  # noqa: E402
from lakip.store import Store  # noqa: E402

WALK = ("Rekap", "Kiriman", "Acuan", "Laporan", "Dasbor")
TITLES = {"Acuan": "Acuan kinerja"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, open_chromium() as browser:
        store = Store(Path(folder))
        contoh.load(store)
        store.close()
        start = time.perf_counter()
        with serve(Path(folder)) as address:
            ready = time.perf_counter() - start
            window = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID")
            page = window.new_page()
            page.goto("/masuk")
            painted = time.perf_counter() - start
            page.close()
            page = sign_in(window, "camat", SANDI)
            switch(page, "Dasbor")
            first = took(page.reload, page, "Dasbor")
            switches = [switch(page, name) for _ in range(4) for name in WALK][len(WALK) :]
        print("\nLayar, tahun contoh, sebagai Camat")
        show("server siap sejak dijalankan", ready)
        show("lukisan pertama sejak dijalankan", painted, "under 2,500 ms")
        show("muat ulang dasbor sampai judulnya", first)
        show(f"pindah halaman, median dari {len(switches)}", statistics.median(switches), "under 250 ms")
        show("pembanding: Python mengimpor streamlit saja", bare_python())


def show(what: str, seconds: float, aim: str = "") -> None:
    print(f"  {what:<44} {seconds * 1000:9.0f} ms" + (f"   (aim: {aim})" if aim else ""))


def took(act: Callable[[], object], page: Page, title: str) -> float:
    start = time.perf_counter()
    act()
    page.get_by_role("heading", name=title, exact=True).wait_for()
    return time.perf_counter() - start


def switch(page: Page, name: str) -> float:
    """A click in the menu until the title of the other page stands there."""
    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name=name)
    found = took(link.click, page, TITLES.get(name, name))
    page.wait_for_timeout(1200)  # let the rest of the page arrive before the next click
    return found


def bare_python() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import streamlit"], check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
