"""One large file brought in a form, streamed to the disk. No byte is kept before the fields above it let it in."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO

from anyio import to_thread
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from lakip.errors import UserError
from lakip.server.halaman import UKURAN_MAKSIMUM, Form

MAKS = 16_000_000_000  # bytes
SISA = 200_000_000  # bytes of the disk that stay free
JANGGAL = "Berkas tidak terkirim dengan baik. Pilih berkasnya, lalu kirim sekali lagi."
KEBESARAN = "Berkas ini terlalu besar untuk ruang yang ada di cakram server."


async def receive(request: Request, target: Path, admit: Callable[[Form], None], maks: int | None = None) -> Form:
    """Keep the one file of a form as `target`; its fields, that of the file with the name it had.

    Args:
        admit: raises UserError when the fields before the file do not let it in.
        maks: bytes of the file, and of all beside it; None: as many as a backup may have.

    Raises UserError for anything that is not such a form, or more than the disk can take.
    """
    kind, options = parse_options_header(request.headers.get("content-type"))
    room = min(MAKS if maks is None else maks, shutil.disk_usage(target.parent).free - SISA)
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise UserError(JANGGAL)
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > room:
        raise UserError(KEBESARAN)
    reading = _Reading(target, admit, room)
    parser = MultipartParser(options[b"boundary"], reading.callbacks())  # type: ignore[arg-type]
    try:
        async for chunk in request.stream():
            await to_thread.run_sync(parser.write, chunk)
        parser.finalize()
    except FormParserError as error:
        raise UserError(JANGGAL) from error
    finally:
        reading.close()
    if not target.exists():
        raise UserError("Belum ada berkas yang dipilih.")
    return reading.form


class _Reading:
    """What has come so far: the fields, and the file once they have let it in."""

    def __init__(self, target: Path, admit: Callable[[Form], None], room: int) -> None:
        self.form: Form = {}
        self._target, self._admit, self._room = target, admit, room
        self._file: IO[bytes] | None = None
        self._header, self._value, self._disposition = b"", b"", b""
        self._name, self._data = "", bytearray()
        self._in_file = False

    def callbacks(self) -> dict[str, Callable[..., None]]:
        return {
            name: getattr(self, name)
            for name in ("on_header_field", "on_header_value", "on_header_end", "on_headers_finished", "on_part_data",
                         "on_part_end")
        }  # fmt: skip

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._value
        self._header, self._value = b"", b""

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._disposition)
        self._name, self._data = options.get(b"name", b"").decode("utf-8", "replace"), bytearray()
        self._in_file = b"filename" in options
        if self._in_file:
            if self._file is not None:
                raise UserError(JANGGAL)
            self._admit(self.form)
            self._file = self._target.open("wb")
            self.form[self._name] = options.get(b"filename", b"").decode("utf-8", "replace")

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self._room -= end - start
        if self._room < 0:
            raise UserError(KEBESARAN)
        if self._in_file and self._file is not None:
            self._file.write(data[start:end])
        elif len(self._data) + end - start > UKURAN_MAKSIMUM:
            raise UserError(JANGGAL)
        else:
            self._data += data[start:end]

    def on_part_end(self) -> None:
        if not self._in_file:
            self.form[self._name] = self._data.decode("utf-8", "replace")
