"""The screens, each to the end of what a user waits for, beside a bare Streamlit page with the same chart."""

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, Page

from benchmarks import klien, peladen
from benchmarks.peladen import Peladen
from benchmarks.ukur import row

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from peramban import open_chromium, pass_door

from lakip import dasbor, grafik
from lakip.contoh import SANDI
from lakip.store import Store

T = TypeVar("T")

UNIT, TAHUN, PERIODE, PER = "63.11.07", 2026, "SD3", date(2026, 11, 30)
WALK = ("Rekap", "Kiriman", "Acuan", "Laporan", "Dasbor")
TITLES = {"Acuan": "Acuan kinerja"}
PATHS = ("rekap", "alur", "acuan", "laporan", "dasbor")
POLOS = Path(__file__).with_name("polos.py")
PEOPLE = ("camat", "sekcam", "kasubbag", "staf")
SESSIONS, THINK, MINUTE = 50, 30.0, 60.0
WARM = 8.0  # seconds: what a server loads behind its first page is there by then


def main() -> None:
    with tempfile.TemporaryDirectory() as name, open_chromium() as browser:
        folder, specs = Path(name) / "data", Path(name) / "grafik.json"
        example = peladen.load_example(folder)
        specs.write_text(json.dumps(_charts(folder)), encoding="utf-8")
        print("\nLayar, tahun contoh, sebagai Camat; dasar: halaman Streamlit polos dengan grafik yang sama")
        row("memuat data contoh", example * 1000, "ms", aim="6,000")
        with peladen.streamlit(POLOS, specs.parent, LAKIP_POLOS=str(specs)) as bare:
            floor = _paint(browser, bare, "/")
            floors = _apart(_runs(bare, ""))
            floor_switch = _switches(browser, bare, ("Rekap", "Dasbor"))
        with peladen.lakip(folder) as server:
            row("lukisan pertama sejak dijalankan", _paint(browser, server, "/masuk"), "ms", floor, "2,500")
            time.sleep(WARM)
            cookies = klien.sign_in(server.alamat, "camat", SANDI)
            for (what, aim), found, least in zip(RUNS, _apart(_runs(server, cookies)), floors, strict=True):
                row(what, found, "ms", least, aim)
            row("pindah halaman sampai akhir skrip, median", _apart(_walk(server, cookies)), "ms", aim="250")
            walked = _switches(browser, server, WALK)
            row("pindah halaman sampai tenang di peramban, median", walked, "ms", floor_switch)
        with peladen.lakip(folder) as server:
            time.sleep(WARM)
            waits, polls, each = _apart(_crowd(server))
            row(
                f"{SESSIONS} orang, {len(waits)} klik: p95",
                statistics.quantiles(waits, n=20)[-1] * 1000,
                "ms",
                aim="500",
            )
            row(f"{SESSIONS} orang, {len(waits)} klik: median", statistics.median(waits) * 1000, "ms")
            row(f"{len(polls)} tanya berkala: p95", statistics.quantiles(polls, n=20)[-1] * 1000, "ms")
            row("memori tiap orang", each, "MB", aim="3")


RUNS = (
    ("dasbor dijalankan ulang, CPU", "150"),
    ("dasbor dijalankan ulang, sampai akhir", ""),
    ("tanya berkala dasbor diam, CPU", "20"),
    ("dasbor dibuka pertama kali, sampai akhir", ""),
)


def _apart(asked: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: that of the browser has a loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def _charts(folder: Path) -> list[object]:
    """The specification of the chart of the dashboard."""
    store = Store(folder)
    data = dasbor.read(store, UNIT, TAHUN, PERIODE, PER)
    store.close()
    return [grafik.papan(dasbor.frame([(b.sasaran, b) for b in data.utama])).to_dict()]


def _paint(browser: Browser, server: Peladen, path: str) -> float:
    """Milliseconds from starting the server until the first page is painted."""
    with _tab(browser, server) as page:
        page.goto(path)
        while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
            page.wait_for_timeout(20)
        return (time.perf_counter() - server.mulai) * 1000


async def _runs(server: Peladen, cookies: str) -> tuple[float, ...]:
    """Milliseconds, one for each of RUNS; the last is the first look of a tab."""
    async with klien.tab(server.alamat, cookies) as tab:
        await tab.open()
        first = await tab.open("dasbor")
        for _ in range(3):
            await tab.rerun()
        rerun, waited = await _cost(server, tab.rerun)
        poll, _ = await _cost(server, tab.poll)
        return rerun, waited, poll, first * 1000


async def _cost(server: Peladen, ask: Callable[[], Awaitable[object]], times: int = 20) -> tuple[float, float]:
    """Milliseconds of CPU of the server, and until the last message."""
    begun, start = server.cpu(), time.perf_counter()
    for _ in range(times):
        await ask()
    return (server.cpu() - begun) / times * 1000, (time.perf_counter() - start) / times * 1000


async def _walk(server: Peladen, cookies: str) -> float:
    """Median milliseconds from asking for another page to the last message of its script, after one round."""
    async with klien.tab(server.alamat, cookies) as tab:
        await tab.open()
        took = [await tab.open(path) for _ in range(5) for path in PATHS]
    return statistics.median(took[len(PATHS) :]) * 1000


def _switches(browser: Browser, server: Peladen, walk: tuple[str, ...]) -> float:
    """Median milliseconds from a click in the menu to the end of the script, after one round."""
    with _tab(browser, server) as page:
        page.goto("/dasbor")
        if page.get_by_label("Nama akun").count():
            pass_door(page, "camat", SANDI)
        _ended(page, walk[-1])
        took = [_switch(page, name) for _ in range(5) for name in walk]
    return statistics.median(took[len(walk) :]) * 1000


def _switch(page: Page, name: str) -> float:
    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name=name)
    start = time.perf_counter()
    link.click()
    _ended(page, name)
    found = time.perf_counter() - start
    page.wait_for_timeout(700)  # charts go on being painted
    return found


def _ended(page: Page, name: str) -> None:
    page.get_by_role("heading", name=TITLES.get(name, name), exact=True).wait_for()
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


@contextmanager
def _tab(browser: Browser, server: Peladen) -> Iterator[Page]:
    window = browser.new_context(base_url=server.alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    yield window.new_page()
    window.close()


async def _crowd(server: Peladen) -> tuple[list[float], list[float], float]:
    """Seconds that each click and each poll of many people took, and the megabytes of one of them."""
    cookies = [klien.sign_in(server.alamat, who, SANDI) for who in PEOPLE]
    async with klien.tab(server.alamat, cookies[0]) as tab:  # what is shared is there before it is counted
        for path in ("tugas", *PATHS):
            await tab.open(path)
    before = server.megabytes()
    waits: list[float] = []
    polls: list[float] = []

    async def person(number: int) -> None:
        chance = random.Random(number)  # the same people in every run
        await asyncio.sleep(chance.uniform(0, 20))
        async with klien.tab(server.alamat, cookies[number % len(cookies)]) as tab:
            await tab.open()
            await tab.open("dasbor")
            until = time.perf_counter() + MINUTE
            while time.perf_counter() < until:
                await tab.idle(min(chance.expovariate(1 / THINK), until - time.perf_counter()))
                where = chance.choice(PATHS)
                waits.append(await (tab.rerun() if where == "dasbor" else tab.open(where)))
            polls.extend(tab.polls)

    async with asyncio.TaskGroup() as crowd:
        for number in range(SESSIONS):
            crowd.create_task(person(number))
        await asyncio.sleep(60)
        each = (server.megabytes() - before) / SESSIONS
    return waits, polls, each


if __name__ == "__main__":
    main()
