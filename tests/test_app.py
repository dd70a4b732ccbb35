"""Starting the server and ending it: what it says when it cannot, in one sentence; that the record is then whole."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path, PureWindowsPath

import httpx2
import pytest

from lakip import akun
from lakip.akses import Peran
from lakip.server.mulai import address, unsafe_place
from lakip.store import Store
from lakip.utuh.terbuka import BUSY

ROOT = Path(__file__).resolve().parent.parent


def start(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run app.py from another directory until it gives up."""
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py")],
        cwd=folder,
        env={**os.environ, "HOST": "127.0.0.1", "LAKIP_DATA": str(folder), **env},
        stdin=subprocess.DEVNULL,
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


class Server(subprocess.Popen[bytes]):
    """`said`: its first line."""

    said: str


def launch(folder: Path, **env: str) -> Server:
    """app.py over this folder, once it has said that it is ready."""
    server = Server(
        [sys.executable, str(ROOT / "app.py")],
        cwd=folder,
        env={**os.environ, "HOST": "127.0.0.1", "LAKIP_DATA": str(folder), "PORT": str(free_port()), **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.stdout is not None
    server.said = server.stdout.readline().decode()
    assert server.said.startswith("Lakip siap di ")
    return server


def sign_in(said: str, nama: str, sandi: str) -> None:
    """As a browser does, over the address that the server has told."""
    alamat = str(re.search(r"http://[\d.:]+", said)[0])  # type: ignore[index]
    with httpx2.Client(base_url=alamat, follow_redirects=False) as browser:
        csrf = re.search(r'name="csrf" value="([^"]+)"', browser.get("/masuk").text)
        assert csrf is not None
        assert browser.post("/masuk", data={"csrf": csrf[1], "akun": nama, "sandi": sandi}).status_code == 303


@pytest.mark.parametrize(
    ("how", "code"),
    [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGTERM)],
    ids=["Ctrl+C", "a service is stopped", "the terminal is closed"],
)
def test_however_it_is_stopped_nothing_is_said_and_all_of_the_record_is_in_its_file(
    tmp_path: Path, how: signal.Signals, code: int
) -> None:
    with closing(Store(tmp_path)) as store:
        akun.add(store, None, "budi", "Budi", "kata sandi uji", "63.11.07", Peran.ADMIN)
    server = launch(tmp_path)
    sign_in(server.said, "budi", "kata sandi uji")
    assert (tmp_path / "lakip.duckdb.wal").exists()
    server.send_signal(how)
    assert (server.communicate(timeout=60)[1], server.returncode) == (b"", code)
    assert not (tmp_path / "lakip.duckdb.wal").exists()


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


def test_at_a_console_the_next_free_port_is_offered(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "LAKIP_DATA": str(tmp_path)}
        server = subprocess.Popen(
            [sys.executable, str(ROOT / "app.py")], cwd=tmp_path, env=env, stdin=theirs, stdout=subprocess.PIPE
        )
        os.write(ours, b"\n")
        assert server.stdout is not None
        said = [server.stdout.readline().decode() for _ in range(2)]
        server.terminate()
        server.communicate(timeout=60)
    offered = re.search(r"memakai port (\d+)", said[1])
    assert said[0] == f"Port {port} sudah dipakai program lain.\n"
    assert offered is not None
    assert f"Lakip siap di http://127.0.0.1:{offered[1]} " in said[1]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("C:\\Users\\rudi\\OneDrive\\Lakip\\data", "disinkronkan OneDrive"),
        ("C:\\Users\\rudi\\OneDrive - Kabupaten Balangan\\data", "disinkronkan OneDrive"),
        ("C:\\Users\\rudi\\Dropbox (Kantor)\\data", "disinkronkan Dropbox"),
        ("G:\\Google Drive\\data", "disinkronkan Google Drive"),
        ("\\\\server\\bersama\\data", "berada di komputer lain"),
        ("C:\\Lakip\\data", ""),
        ("D:\\onedrivers\\data", ""),
    ],
)
def test_a_folder_that_is_synchronised_or_elsewhere_is_told(folder: str, said: str) -> None:
    found = unsafe_place(PureWindowsPath(folder))
    assert said in found
    assert bool(said) == bool(found)


def test_the_server_starts_in_a_synchronised_folder_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive" / "data"
    folder.mkdir(parents=True)
    server = launch(folder)
    server.terminate()
    said = server.communicate(timeout=60)[1].decode()
    assert said.startswith(f"Folder data {folder} disinkronkan OneDrive; basis data dapat rusak karenanya.")


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("localhost", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),
        ("::1", "http://[::1]:8501"),
        ("10.0.0.5", "http://10.0.0.5:8501"),
    ],
)
def test_the_address_that_is_shown_needs_no_look_up_of_localhost(host: str, shown: str) -> None:
    assert address(host, 8501) == shown
