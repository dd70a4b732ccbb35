"""Servers under measurement, each a process of its own whose CPU and memory are read from outside.

LAKIP_POHON names another checkout to measure instead of this one, with the same yardsticks.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POHON = Path(os.environ.get("LAKIP_POHON") or Path(__file__).resolve().parents[1])
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1


@dataclass(frozen=True)
class Peladen:
    """`siap`: seconds from starting it until it answered."""

    alamat: str
    pid: int
    mulai: float
    siap: float

    def cpu(self) -> float:
        """Seconds of CPU so far, of user and system."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def megabytes(self) -> float:
        line = next(x for x in Path(f"/proc/{self.pid}/status").read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1000


def load_example(folder: Path) -> float:
    """Seconds that the command takes that loads the example."""
    start = time.perf_counter()
    words = [sys.executable, "-m", "lakip", "--data", str(folder), "contoh"]
    subprocess.run(words, cwd=POHON, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


@contextmanager
def lakip(folder: Path, log: Path | None = None) -> Iterator[Peladen]:
    """`log`: where what it says in its console is kept."""
    with _running([sys.executable, str(POHON / "app.py")], folder, log, LAKIP_DATA=str(folder)) as found:
        yield found


@contextmanager
def streamlit(script: Path, folder: Path, **env: str) -> Iterator[Peladen]:
    """A bare Streamlit server over this script."""
    words = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true", "--server.fileWatcherType",
             "none", "--browser.gatherUsageStats", "false", "--server.address", "127.0.0.1"]  # fmt: skip
    with _running(words, folder, **env) as found:
        yield found


@contextmanager
def _running(words: Sequence[str], folder: Path, log: Path | None = None, **env: str) -> Iterator[Peladen]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    start = time.perf_counter()
    told = subprocess.DEVNULL if log is None else log.open("wb")
    process = subprocess.Popen(
        words, cwd=folder, stdout=subprocess.DEVNULL, stderr=told,
        env={**os.environ, "HOST": "127.0.0.1", "PORT": port, "STREAMLIT_SERVER_PORT": port, **env},
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/_stcore/health")
        yield Peladen(address, process.pid, start, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(url)
