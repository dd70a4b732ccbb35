"""Pictures are drawn in a process of their own: the drawing library holds the interpreter for up to half a second a
picture, and whoever signs in or saves would wait for it.

The process starts with the first picture, draws one after the other, and ends when nobody can ask it any more: with
this program, however that ends. It is `python -m lakip.penggambar`, which loads the drawing library and no screen.
"""

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from lakip.errors import UserError

ROOT = Path(__file__).parents[2]
FONT_FOLDER = ROOT / "lakip" / "ui" / "static"
VEGALITE, SVG = "vegalite", "svg"
BATAS_DETIK = 60.0  # for one picture; the slowest takes half a second
BERHENTI = (
    "Gambar tidak dapat dibuat, karena program penggambar di komputer ini berhenti dua kali. Coba sekali lagi; "
    "bila terulang, tutup lalu jalankan kembali aplikasi Lakip."
)
_PANJANG = struct.Struct(">I")  # before each message, either way: how many bytes it has
_TERGAMBAR, _DITOLAK = b"+", b"-"  # the first byte of an answer


class Penggambar:
    """One such process. `batas`: seconds for a picture, after which it is taken for dead."""

    def __init__(self, batas: float = BATAS_DETIK) -> None:
        self._batas = batas
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    @property
    def pid(self) -> int | None:
        """None: not started, or ended."""
        return self._process.pid if self._process else None

    def draw(self, jenis: str, teks: str, skala: float) -> bytes:
        """The picture (PNG). One at a time; others wait for their turn. A process that died is started anew, once.

        Raises:
            ValueError: the drawing library refuses what it is given.
            UserError: the process died, and so did the next.
        """
        with self._lock:
            try:
                answer = self._ask(jenis, teks, skala)
            except OSError:
                self._end()
                try:
                    answer = self._ask(jenis, teks, skala)
                except OSError as error:
                    self._end()
                    raise UserError(BERHENTI) from error
        if answer[:1] == _DITOLAK:
            raise ValueError(answer[1:].decode())
        return answer[1:]

    def close(self) -> None:
        """End the process; the next picture starts another."""
        with self._lock:
            self._end()

    def _ask(self, jenis: str, teks: str, skala: float) -> bytes:
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        alarm = threading.Timer(self._batas, process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            send(process.stdin, json.dumps([jenis, teks, skala]).encode())
            answer = receive(process.stdout)
        finally:
            alarm.cancel()
        if answer is None:
            raise BrokenPipeError
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            start_new_session=os.name == "posix",  # Ctrl+C in the window of the server is not meant for it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()  # it keeps nothing that could be lost
        process.communicate()


_sendiri = Penggambar()


def draw(jenis: str, teks: str, skala: float) -> bytes:
    """See `Penggambar.draw`; that of this program."""
    return _sendiri.draw(jenis, teks, skala)


def send(to: IO[bytes], message: bytes) -> None:
    """One message through a pipe."""
    to.write(_PANJANG.pack(len(message)) + message)
    to.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """The next message; None: the other end is closed."""
    head = source.read(_PANJANG.size)
    if len(head) < _PANJANG.size:
        return None
    (length,) = _PANJANG.unpack(head)
    message = source.read(length)
    return message if len(message) == length else None


def drawn(picture: bytes) -> bytes:
    """The answer with a picture."""
    return _TERGAMBAR + picture


def refused(why: str) -> bytes:
    """The answer without one."""
    return _DITOLAK + why.encode()
