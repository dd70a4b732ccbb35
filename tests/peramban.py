"""The real server and a real browser, for browser tests and the screen benchmark."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
expect.set_options(timeout=20_000)  # an office computer, or one that runs the rest of the suite beside this
NAMA = socket.gethostname().lower()  # the server answers to it
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Lakip over this data folder, on a free port, started from another directory; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "LAKIP_DATA": str(folder)}
    process = subprocess.Popen([sys.executable, str(ROOT / "app.py")], cwd=folder, env=env)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def wait_until_healthy(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                assert answer.read() == b"ok"
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("The server did not come up within 30 seconds.")


@contextmanager
def open_chromium(*flags: str) -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("No Chromium found. Install it (Debian: apt install chromium), then run again.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage", *flags]
        )
        yield started
        started.close()


def sign_in(
    window: BrowserContext, nama: str, sandi: str, path: str = "/", kantor: str = "Kecamatan Paringin Selatan"
) -> Page:
    """A tab signed in and past the door, on the page asked for."""
    page = window.new_page()
    page.goto(path)
    pass_door(page, nama, sandi)
    expect(page.get_by_test_id("stSidebar")).to_contain_text(kantor)
    return page


def pass_door(page: Page, nama: str, sandi: str) -> None:
    """Type who one is into the sign-in page."""
    page.get_by_label("Nama akun").fill(nama)
    page.get_by_label("Kata sandi").fill(sandi)
    page.get_by_role("button", name="Masuk").click()
