"""A process of its own for what a library does with a file: bounded in time and, where the system can, in memory.

Imports nothing of Lakip, so that the child starts quickly.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(modul: str, masukan: bytes, *, memori: int, detik: int) -> bytes:
    """What the module prints when it is run with `masukan` as its stdin.

    Args:
        memori: bytes of address space; the module is told them, and calls `limit`.

    Raises subprocess.SubprocessError when it fails, dies or takes longer.
    """
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", modul, str(memori)],
        input=masukan,
        capture_output=True,
        timeout=detik,
        check=True,
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout


def limit(memori: int) -> None:
    """Where the system can: Windows has no such limit, there the time limit of `run` remains."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memori, memori))
