"""What every test may use."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from lakip import penggambar  # noqa: E402
from lakip.akun import sandi  # noqa: E402
from lakip.export import pdf  # noqa: E402

# Thousands of small transactions on files that nobody keeps: in memory, where there is room for them.
MEMORY, ROOM = Path("/dev/shm"), 6_000_000_000
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)  # the processes that tests start inherit it

# Each run signs with a key of its own; nothing is written where the key of this computer's user lies.
os.environ.setdefault("LAKIP_KUNCI", str(Path(tempfile.gettempdir()) / "lakip-kunci-uji"))

from gambar_siap import on_shelf  # noqa: E402  it looks for the place of temporary files

# No verdict hangs on how busy the computer is; what lands is judged by the same examples twice.
settings.register_profile(
    "lakip", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("lakip")

# A password costs what it must, a fifth of a second; every office of a test has some. test_akun.py holds what is shipped,
# and at the gate of the browser tests it is the shipped one that is asked.
SHIPPED, sandi._HASHER = sandi._HASHER, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

# Each screen under test would read the metadata of every installed package again, for half a second.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

penggambar.draw = on_shelf(penggambar.draw)


OFFICE = pdf.NAMA


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Asking LibreOffice for its page numbers takes a report seconds: who does not test pages is an office without it."""
    pdf.NAMA = OFFICE if item.get_closest_marker("documents") else ()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The one browser of a run; a computer is a context of it. It finds this computer by its name too."""
    from peramban import NAMA, open_chromium  # noqa: PLC0415  only the browser tests need it

    with open_chromium(f"--host-resolver-rules=MAP {NAMA} 127.0.0.1") as started:
        yield started


@pytest.fixture(scope="session")
def kantor_contoh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example office, for browser tests that change little; each signs in as somebody else."""
    from contoh_siap import copied  # noqa: PLC0415
    from peramban import serve  # noqa: PLC0415

    with serve(copied(tmp_path_factory.mktemp("kantor"))) as address:
        yield address


def pytest_collection_finish() -> None:
    """As in the server: no garbage is looked for in what is loaded, each time a screen has run."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """What is frozen is not let go at the end, nor what hangs on a watcher of the collector: the one that Hypothesis sets
    holds its tests, they the store. The binding of DuckDB complains of either."""
    gc.unfreeze()
    gc.callbacks.clear()
