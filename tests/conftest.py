"""What every test may use."""

import gc
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

# Thousands of small transactions on files that nobody keeps: in memory, where there is room for them.
MEMORY, ROOM = Path("/dev/shm"), 6_000_000_000
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)  # the processes that tests start inherit it

# No verdict hangs on how busy the computer is; what lands is judged by the same examples twice.
settings.register_profile(
    "lakip", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("lakip")

# Each screen under test would read the metadata of every installed package again, for half a second.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def pytest_collection_finish() -> None:
    """As in the server: no garbage is looked for in what is loaded, each time a screen has run."""
    gc.collect()
    gc.freeze()
