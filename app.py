"""The server. `python app.py` serves on http://localhost:8501; `make run` does the same in its own .venv.

Environment:
    HOST, PORT    where to listen (127.0.0.1, 8501)
    LAKIP_DATA    the data folder (data/ beside this file)
    LAKIP_HTTPS   1 when browsers reach it over TLS: the session cookie is then marked Secure
    LAKIP_HOSTS   further names that the server answers to, with commas between them
"""

import io
import os
import secrets
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address
from pathlib import Path

import streamlit as st

from lakip import akun, server
from lakip.errors import UserError
from lakip.penjaga import Penjaga
from lakip.server import catatan, sambungan
from lakip.ui import menu, pemanasan, session

HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8501"
HTTPS = os.environ.get("LAKIP_HTTPS") == "1"
NAME = socket.gethostname().lower()
HOSTS = frozenset(h.strip().lower() for h in os.environ.get("LAKIP_HOSTS", "").split(",") if h.strip())


SEMUA = ("0.0.0.0", "::")  # noqa: S104  every network card, when HOST says so


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: str) -> str:
    """What to type into a browser on this computer."""
    return f"http://{'localhost' if is_loopback(host) or host in SEMUA else host}:{port}"


KODE = None if is_loopback(HOST) else secrets.token_hex(4)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Say where Lakip is, once it answers."""
    print(f"Lakip siap di {address(HOST, PORT)} (tekan Ctrl+C untuk berhenti).", flush=True)
    if not is_loopback(HOST):
        print(f"Dari komputer lain: http://{NAME}:{PORT} atau alamat IP komputer ini.", flush=True)
        if akun.is_empty(session.store()):
            print(f"Kode pemasangan untuk komputer lain: {KODE}", flush=True)
    pemanasan.start()
    watchman = Penjaga(session.store)
    watchman.start()
    yield
    watchman.stop()
    akun.write_due(session.store(), semua=True)
    session.store().close()


app = st.App(
    Path(menu.__file__).resolve(),
    lifespan=lifespan,
    routes=server.routes(session.store, https=HTTPS, kode=KODE, halaman=menu.url_paths()),
    middleware=server.middleware(session.store, https=HTTPS, hosts=HOSTS | {HOST.lower(), NAME, f"{NAME}.local"}),
    on_script_error=menu.tell,
    exception_handlers={Exception: server.failed},
)


def check_port(host: str, port: str) -> None:
    """Raises UserError when nothing can listen there."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise UserError(f"PORT “{port}” bukan nomor port; pakai angka 1 sampai 65535, misalnya PORT=8502.")
    other = f"pilih port lain, misalnya PORT={int(port) + 1}."
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except PermissionError as error:
            raise UserError(f"Port {port} tidak boleh dipakai di komputer ini; {other}") from error
        except OSError as error:
            if is_loopback(host) or host in SEMUA:
                raise UserError(
                    f"Port {port} sudah dipakai program lain; hentikan program itu, atau {other}"
                ) from error
            raise UserError(f"Alamat {host}:{port} tidak dapat dipakai; periksa HOST dan PORT.") from error


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old Windows console has no “ ”
    try:
        check_port(HOST, PORT)
        session.store()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Folder data tidak dapat dibuka; periksa izin dan ruang cakramnya. ({error})", file=sys.stderr)
        return 1
    catatan.install(session.store().folder)
    sambungan.install()
    with suppress(KeyboardInterrupt):  # Ctrl+C is how it is stopped
        app.run(config={"server.address": HOST, "server.port": int(PORT), "browser.serverAddress": "localhost"})
    return 0


if __name__ == "__main__":
    sys.exit(main())
