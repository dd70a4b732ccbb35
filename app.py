"""The server. `python app.py` serves on http://127.0.0.1:8501; `make run` does the same in its own .venv.

Environment:
    HOST, PORT    where to listen (127.0.0.1, 8501)
    LAKIP_DATA    the data folder (data/ beside this file)
    LAKIP_SERTIFIKAT, LAKIP_SERTIFIKAT_KUNCI
                  certificate and key (PEM) with which it speaks HTTPS itself
    LAKIP_HTTPS   1 when a proxy speaks HTTPS before it: the session cookie is then marked Secure too
    LAKIP_HOSTS   further names that the server answers to, with commas between them
"""

import io
import os
import secrets
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st

from lakip import akun, server
from lakip.errors import UserError
from lakip.penjaga import Penjaga
from lakip.server import catatan, mulai, sambungan
from lakip.ui import halaman, menu, pemanasan, session, unduhan

HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8501"
SERTIFIKAT, KUNCI = (os.environ.get(name, "") for name in ("LAKIP_SERTIFIKAT", "LAKIP_SERTIFIKAT_KUNCI"))
HTTPS = os.environ.get("LAKIP_HTTPS") == "1" or bool(SERTIFIKAT)
NAME = socket.gethostname().lower()
HOSTS = frozenset(h.strip().lower() for h in os.environ.get("LAKIP_HOSTS", "").split(",") if h.strip())
KODE = None if mulai.is_loopback(HOST) else secrets.token_hex(4)

_closed = threading.Event()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Say where Lakip is, once it answers."""
    port = st.get_option("server.port")
    here = mulai.address(HOST, port, https=bool(SERTIFIKAT))
    print(f"Lakip siap di {here} (tekan Ctrl+C untuk berhenti).", flush=True)
    if not mulai.is_loopback(HOST):
        there = mulai.address(NAME, port, https=bool(SERTIFIKAT))
        print(f"Dari komputer lain: {there} atau alamat IP komputer ini.", flush=True)
        if akun.is_empty(session.store()):
            print(f"Kode pemasangan untuk komputer lain: {KODE}", flush=True)
    pemanasan.start()
    watchman = Penjaga(session.store)
    watchman.start()
    yield
    watchman.stop()
    akun.write_due(session.store(), semua=True)
    session.store().close()
    _closed.set()


app = st.App(
    Path(menu.__file__).resolve(),
    lifespan=lifespan,
    routes=server.routes(
        session.store, https=HTTPS, kode=KODE, halaman=halaman.url_paths(), awal=lambda who: halaman.first(who).url
    ),
    middleware=server.middleware(session.store, https=HTTPS, hosts=HOSTS | {HOST.lower(), NAME, f"{NAME}.local"}),
    on_script_error=menu.tell,
    exception_handlers={Exception: server.failed},
)


def choose_port() -> int:
    """PORT; where it is taken and somebody sits at the console, the next free one when they agree."""
    try:
        mulai.check_port(HOST, PORT)
    except mulai.PortTakenError as taken:
        if not sys.stdin or not sys.stdin.isatty():
            raise
        print(f"Port {PORT} sudah dipakai program lain.")
        input(f"Tekan Enter untuk memakai port {taken.bebas}, Ctrl+C untuk batal. ")
        return taken.bebas
    return int(PORT)


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old Windows console has no “ ”
    if complaint := mulai.unsafe_place(session.folder().resolve()):
        print(complaint, file=sys.stderr)
    try:
        mulai.check_certificate(SERTIFIKAT, KUNCI)
        session.store()  # before the port: started twice, it is this that is told
        port = choose_port()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Folder data tidak dapat dibuka; periksa izin dan ruang cakramnya. ({error})", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):  # nobody agreed to another port
        return 1
    catatan.install(session.store().folder)
    sambungan.install()
    config = {"server.address": HOST, "server.port": port, "browser.serverAddress": "127.0.0.1"}
    if SERTIFIKAT:
        config |= {"server.sslCertFile": SERTIFIKAT, "server.sslKeyFile": KUNCI}
    unduhan.keep()
    mulai.stop_cleanly(_closed)
    with suppress(KeyboardInterrupt):  # Ctrl+C is how it is stopped
        app.run(config=config)
    return 0


if __name__ == "__main__":
    sys.exit(main())
