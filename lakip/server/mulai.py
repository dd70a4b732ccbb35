"""Before the server starts and when it ends: where it listens, its certificate, its folder, a clean stop."""

import os
import signal
import socket
import ssl
import sys
import threading
from ipaddress import ip_address
from pathlib import Path, PurePath

from lakip.errors import UserError

SEMUA = ("0.0.0.0", "::")  # noqa: S104  every network card, when HOST says so
SABAR = 4.5  # seconds; Windows ends a program five seconds after its window was closed
# First words of the folders that these programs keep in step with other computers, some with a number or name behind.
SINKRON = {"onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive"}


_kept: list[object] = []  # what Windows calls, which nobody else here holds


class PortTakenError(UserError):
    """`bebas`: the next port that is free."""

    def __init__(self, port: str, bebas: int) -> None:
        super().__init__(
            f"Port {port} sudah dipakai program lain; hentikan program itu, atau "
            f"pilih port lain, misalnya PORT={bebas}."
        )
        self.bebas = bebas


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: str | int, *, https: bool = False) -> str:
    """What to type into a browser on this computer. Never localhost: where a company resolves names, it may hang."""
    name = "127.0.0.1" if host in ("localhost", *SEMUA) else f"[{host}]" if ":" in host else host
    return f"http{'s' if https else ''}://{name}:{port}"


def check_port(host: str, port: str) -> None:
    """Raises UserError when nothing can listen there; PortTakenError when something else does."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise UserError(f"PORT “{port}” bukan nomor port; pakai angka 1 sampai 65535, misalnya PORT=8502.")
    try:
        _listen(host, int(port))
    except PermissionError as error:
        raise UserError(
            f"Port {port} tidak boleh dipakai di komputer ini; pilih port lain, misalnya PORT={int(port) + 1}."
        ) from error
    except OSError as error:
        if not is_loopback(host) and host not in SEMUA:
            raise UserError(f"Alamat {host}:{port} tidak dapat dipakai; periksa HOST dan PORT.") from error
        raise PortTakenError(port, _free_port(host, int(port) + 1)) from error


def _listen(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _free_port(host: str, first: int) -> int:
    for port in range(first, min(first + 100, 65536)):
        try:
            _listen(host, port)
        except OSError:
            continue
        return port
    return 8501


def check_certificate(sertifikat: str, kunci: str) -> bool:
    """Whether this server speaks HTTPS itself. Raises UserError when certificate and key do not go together."""
    if not sertifikat and not kunci:
        return False
    if not sertifikat or not kunci:
        raise UserError("Untuk HTTPS, LAKIP_SERTIFIKAT dan LAKIP_SERTIFIKAT_KUNCI diisi keduanya.")
    for path in (sertifikat, kunci):
        if not Path(path).is_file():
            raise UserError(f"Berkas {path} untuk HTTPS tidak ada.")
    try:
        # A key with a password would make it ask at the console.
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(sertifikat, kunci, lambda: "")
    except (ssl.SSLError, OSError, ValueError) as error:
        raise UserError(
            f"Sertifikat {sertifikat} dan kunci {kunci} tidak dapat dipakai: bukan pasangan, bukan PEM, atau kuncinya "
            "berkata sandi."
        ) from error
    return True


def unsafe_place(folder: PurePath) -> str:
    """Why a database should not lie in this folder; "" where it may.

    A program that copies a file while it is written makes a copy nobody can open, and may put it in its place.
    """
    if str(folder).startswith("\\\\"):
        return f"Folder data {folder} berada di komputer lain. Pindahkan ke cakram komputer ini."
    for part in folder.parts:
        for words, name in SINKRON.items():
            if part.lower() == words or part.lower().startswith((f"{words} ", f"{words}-", f"{words}(")):
                return (
                    f"Folder data {folder} disinkronkan {name}; basis data dapat rusak karenanya. "
                    "Pindahkan foldernya, atau sebutkan folder lain dengan LAKIP_DATA. Cadangan boleh disalin ke sana."
                )
    return ""


def stop_cleanly(closed: threading.Event) -> None:
    """Let a closed window or terminal stop the server as Ctrl+C does, instead of cutting it off.

    `closed`: set once the record is closed.
    """
    if sys.platform == "win32":
        _on_console_close(closed)
    elif signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:  # ignored under nohup
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


def _on_console_close(closed: threading.Event) -> None:
    import _thread  # noqa: PLC0415
    import ctypes  # noqa: PLC0415

    def told(event: int) -> int:
        if event not in (2, 5, 6):  # the window, the user's session, the computer; Ctrl+C goes on to Python
            return 0
        _thread.interrupt_main()
        closed.wait(SABAR)  # when this returns the process ends
        return 1

    kind = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)  # type: ignore[attr-defined]
    _kept.append(kind(told))
    ctypes.windll.kernel32.SetConsoleCtrlHandler(_kept[-1], 1)  # type: ignore[attr-defined]
