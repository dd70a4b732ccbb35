"""Connections that ask for nothing, and the log that they would fill: a real uvicorn on a loopback port."""

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPResponse
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect as open_websocket

from lakip.server import catatan, sambungan

HALF = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: "
WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
BESAR = 50_000_000  # bytes; more than lies in the buffers of a connection
SABAR = 30.0  # seconds until a test gives up; nothing is judged by how long it took


async def said(request: Request) -> PlainTextResponse:
    try:
        return PlainTextResponse(f"{len(await request.body())} bytes")
    except ClientDisconnect:
        return PlainTextResponse("gone")


async def large(_: Request) -> PlainTextResponse:
    return PlainTextResponse("x" * BESAR)


async def echo(websocket: WebSocket) -> None:
    await websocket.accept()
    while True:
        await websocket.send_text(await websocket.receive_text())


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that is as patient as a test: half a second for a header, five that owe one."""
    for name, value in (("KEPALA", 0.5), ("BADAN", 0.5), ("SEALAMAT", 5), ("SEMUA", 8)):
        monkeypatch.setattr(sambungan, name, value)
    listening = socket.create_server(("127.0.0.1", 0))
    app = Starlette(
        routes=[Route("/", said, methods=["GET", "POST"]), Route("/besar", large), WebSocketRoute("/saluran", echo)]
    )
    server = uvicorn.Server(uvicorn.Config(app, http=sambungan.Sambungan, log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield listening.getsockname()[1]
    server.should_exit = True
    thread.join(SABAR)
    listening.close()


@pytest.fixture
def connect(port: int) -> Iterator[Callable[..., socket.socket]]:
    """Opens a connection from an address of this computer, and sends what is given."""
    with ExitStack() as stack:

        def opened(sent: bytes, source: str = "127.0.0.1") -> socket.socket:
            one = socket.create_connection(("127.0.0.1", port), SABAR, source_address=(source, 0))
            stack.callback(one.close)
            one.sendall(sent)
            return one

        yield opened


def answer(one: socket.socket) -> str:
    response = HTTPResponse(one)
    response.begin()
    return response.read().decode()


def ends(one: socket.socket) -> bool:
    """Whether the server closes it, without a word."""
    try:
        return one.recv(100) == b""
    except ConnectionResetError:
        return True


Connect = Callable[..., socket.socket]


def test_a_header_that_never_ends_is_not_waited_for(connect: Connect) -> None:
    assert ends(connect(HALF))
    assert answer(connect(WHOLE)) == "0 bytes"


def test_nor_is_the_second_one_of_a_connection(connect: Connect) -> None:
    one = connect(WHOLE)
    assert answer(one) == "0 bytes"
    one.sendall(HALF)
    assert ends(one)


def test_nor_a_body_that_does_not_come(connect: Connect) -> None:
    one = connect(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc")
    assert ends(one)
    assert answer(connect(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")) == "3 bytes"


def test_a_screen_that_nobody_touches_stays_connected(port: int) -> None:
    """Each was cut off after 30 seconds, and its browser had to begin anew."""
    with open_websocket(f"ws://127.0.0.1:{port}/saluran", ping_interval=None) as saluran:
        with pytest.raises(TimeoutError):  # five times as long as a body may rest; closed, it would say so
            saluran.recv(2.5)
        saluran.send("masih di sini")
        assert saluran.recv(SABAR) == "masih di sini"


def test_an_answer_that_nobody_reads_is_not_kept(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    dropped = threading.Event()
    monkeypatch.setattr(sambungan.LOG, "warning", lambda *_: dropped.set())
    one = connect(b"GET /besar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert dropped.wait(SABAR)
    taken = 0
    with suppress(ConnectionResetError):
        while part := one.recv(1_000_000):
            taken += len(part)
    assert taken < BESAR


def test_one_address_holds_few_such_connections_and_another_is_served_meanwhile(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sambungan, "KEPALA", SABAR)
    kept = [connect(HALF, "127.0.0.5") for _ in range(5)]
    assert ends(connect(HALF, "127.0.0.5"))
    assert answer(connect(WHOLE, "127.0.0.6")) == "0 bytes"
    kept[0].sendall(b"b\r\n\r\n")  # what is finished after all is answered, and makes room
    assert answer(kept[0]) == "0 bytes"
    kept.append(connect(HALF, "127.0.0.5"))


def test_of_all_addresses_the_one_that_waits_longest_goes_first(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sambungan, "KEPALA", SABAR)
    kept = [connect(HALF, f"127.0.1.{n // 4 + 1}") for n in range(9)]
    assert ends(kept[0])
    assert answer(connect(WHOLE, "127.0.0.6")) == "0 bytes"


# ---------------------------------------------------------------- the log


def test_a_line_is_written_once_a_minute_and_then_says_how_often(monkeypatch: pytest.MonkeyPatch) -> None:
    sparing, clock = catatan.Hemat(), [100.0]
    monkeypatch.setattr(catatan.time, "monotonic", lambda: clock[0])

    def let_through(*args: object) -> str | None:
        record = logging.LogRecord("lakip", logging.WARNING, "", 0, "dari %s ditolak", args, None)
        return record.getMessage() if sparing.filter(record) else None

    assert [let_through("10.0.0.1"), *(let_through("10.0.0.1") for _ in range(50)), let_through("10.0.0.2")] == [
        "dari 10.0.0.1 ditolak", *[None] * 50, "dari 10.0.0.2 ditolak",
    ]  # fmt: skip
    clock[0] += 60
    assert let_through("10.0.0.1") == "dari 10.0.0.1 ditolak (dan 50 kali lagi pada menit sebelumnya)"


def test_the_file_of_the_log_does_not_grow_without_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catatan, "BESAR", 2_000)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    catatan.install(tmp_path)
    try:
        for n in range(2_000):
            logging.getLogger("lakip.uji").warning("baris %s", n)
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers[:], root.level = before
    kept = list((tmp_path / "log").iterdir())
    assert len(kept) == 6
    assert sum(path.stat().st_size for path in kept) < 6 * 2_100
