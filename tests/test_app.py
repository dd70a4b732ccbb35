"""Starting the server: what it says when it cannot, in one sentence and without a traceback."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lakip.store import Store
from lakip.utuh.terbuka import BUSY

ROOT = Path(__file__).resolve().parent.parent


def start(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run app.py from another directory until it gives up."""
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py")],
        cwd=folder,
        env={**os.environ, "HOST": "127.0.0.1", "LAKIP_DATA": str(folder), **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_ctrl_c_stops_it_without_a_word(tmp_path: Path) -> None:
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(free_port()), "LAKIP_DATA": str(tmp_path)}
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "app.py")], cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert server.stdout is not None
    assert server.stdout.readline().startswith(b"Lakip siap di ")
    server.send_signal(signal.SIGINT)
    assert (server.communicate(timeout=60)[1], server.returncode) == (b"", 0)


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = start(tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"Port {port} sudah dipakai program lain; hentikan program itu, atau pilih port lain, misalnya PORT={port + 1}."
    ]


def test_a_database_held_by_another_process_is_said_in_one_sentence(tmp_path: Path) -> None:
    holder = Store(tmp_path)
    done = start(tmp_path, PORT=str(free_port()))
    holder.close()
    assert (done.returncode, done.stderr.startswith(BUSY), f"prosesnya {os.getpid()}" in done.stderr) == (1, True, True)


@pytest.mark.parametrize("port", ["delapan", "99999"])
def test_a_port_that_is_none_is_said(tmp_path: Path, port: str) -> None:
    done = start(tmp_path, PORT=port)
    assert (done.returncode, done.stderr.startswith(f"PORT “{port}” bukan nomor port")) == (1, True)
