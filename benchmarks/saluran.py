"""A first visit over a poor line (400 kbit/s, 400 ms): bytes, first words, title. Beside it a bare page of Streamlit."""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.peladen import streamlit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from peramban import open_chromium, serve  # noqa: E402

from lakip import contoh  # noqa: E402
from lakip.contoh import SANDI  # noqa: E402
from lakip.store import Store  # noqa: E402

BIT_PER_DETIK = 400_000
JEDA_MS = 400
SABAR_MS = 180_000
JUDUL = "Tugas saya"
# The door is behind us and something can be read; innerText leaves out what is hidden.
KATA = "() => !document.querySelector('#sandi') && document.body?.innerText.trim().length > 10"


class Saluran:
    """A tab with an empty cache on a poor line, and what came through it."""

    def __init__(self, window: BrowserContext) -> None:
        self.page: Page = window.new_page()
        self.page.set_default_timeout(SABAR_MS)
        self.bytes = 0.0
        cdp = window.new_cdp_session(self.page)
        cdp.on("Network.loadingFinished", lambda e: self._add(e["encodedDataLength"]))
        cdp.on("Network.webSocketFrameReceived", lambda e: self._add(len(e["response"]["payloadData"]) * 3 / 4))
        cdp.send("Network.enable")
        speed = BIT_PER_DETIK / 8
        line = {"offline": False, "latency": JEDA_MS, "downloadThroughput": speed, "uploadThroughput": speed}
        cdp.send("Network.emulateNetworkConditions", line)

    def _add(self, count: float) -> None:
        self.bytes += count

    def rest(self) -> float:
        """The bytes so far, once nothing more comes."""
        before = -1.0
        while before != self.bytes:
            before = self.bytes
            self.page.wait_for_load_state("networkidle")
            self.page.wait_for_timeout(8_000)
        return self.bytes


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, open_chromium() as browser:
        store = Store(Path(folder))
        contoh.load(store)
        store.close()
        with serve(Path(folder)) as address:
            time.sleep(10)  # the screens are loaded behind the door by then
            lakip = visit(browser, address)
        halo = Path(folder) / "halo.py"  # what Streamlit alone sends for one heading
        halo.write_text('import streamlit as st\n\nst.title("Halo")\n', encoding="utf-8")
        with streamlit(halo, halo.parent) as server:
            floor = visit_bare(browser, server.alamat)
    print(f"\nSaluran {BIT_PER_DETIK // 1000} kbit/s, {JEDA_MS} ms, tembolok kosong, sebagai Camat")
    print(f"  {'':<44} {'Lakip':>13} {'Streamlit':>13}")
    show(
        "muatan pertama, dengan halaman masuk", "KB", lakip["pertama"] / 1000, floor["pertama"] / 1000, "under 1,600 KB"
    )
    show("halaman masuk terbaca", "s", lakip["masuk"])
    show("kata pertama sesudah masuk", "s", lakip["kata"], floor["kata"], "under 15 s")
    show("judul halaman pertama sesudah masuk", "s", lakip["judul"], floor["judul"])
    show("muatan kedua", "KB", lakip["kedua"] / 1000, floor["kedua"] / 1000)
    show("judul pada muatan kedua", "s", lakip["judul_kedua"], floor["judul_kedua"])


def show(what: str, unit: str, found: float, floor: float | None = None, aim: str = "") -> None:
    beside = " " * 13 if floor is None else f"{floor:10,.1f} {unit:<2}"
    print(f"  {what:<44} {found:10,.1f} {unit:<2} {beside}" + (f"   (aim: {aim})" if aim else ""))


def visit(browser: Browser, address: str) -> dict[str, float]:
    """Through the door to the first screen, and once more."""
    found: dict[str, float] = {}
    window = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID")
    line, start = Saluran(window), time.perf_counter()
    page = line.page
    page.goto("/masuk", wait_until="commit")
    page.get_by_label("Nama akun").wait_for()
    found["masuk"] = time.perf_counter() - start
    line.rest()
    page.get_by_label("Nama akun").fill("camat")
    page.get_by_label("Kata sandi").fill(SANDI)
    start = time.perf_counter()
    page.get_by_role("button", name="Masuk").click(no_wait_after=True)
    return found | arrive(line, start, JUDUL)


def visit_bare(browser: Browser, address: str) -> dict[str, float]:
    window = browser.new_context(base_url=address)
    line, start = Saluran(window), time.perf_counter()
    line.page.goto("/", wait_until="commit")
    return arrive(line, start, "Halo")


def arrive(line: Saluran, start: float, judul: str) -> dict[str, float]:
    """From `start` to the words and the title, and the same page once more, with what the browser kept."""
    page, found = line.page, {}
    page.wait_for_function(KATA)
    found["kata"] = time.perf_counter() - start
    page.get_by_role("heading", name=judul, exact=True).wait_for()
    found["judul"] = time.perf_counter() - start
    found["pertama"] = line.rest()
    start = time.perf_counter()
    page.goto("/", wait_until="commit")
    page.get_by_role("heading", name=judul, exact=True).wait_for()
    found["judul_kedua"] = time.perf_counter() - start
    found["kedua"] = line.rest() - found["pertama"]
    return found


if __name__ == "__main__":
    main()
