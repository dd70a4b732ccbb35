"""A zip of XML read as a stream within a budget. Knows nothing of spreadsheets.

Nothing is kept but what the caller's handlers keep, so a small file that unfolds into gigabytes is stopped
by a count. (openpyxl builds a tree of each row and of the whole style sheet; a file can make those any size.)
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, NoReturn
from xml.parsers import expat

MAKS_BONGKAR = 100 * 2**20
MAKS_BAGIAN = 2_000
MAKS_PERBANDINGAN = 300
MAKS_UNSUR = 2_000_000
MAKS_DALAM = 64
MAKS_NAMA = 5_000
MAKS_TANDA = 2**20
POTONGAN = 2**16

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class TooLargeError(Exception):
    """The content unfolds beyond what a form of an office can be."""


class BrokenError(Exception):
    """The content is not what its container says."""


RUSAK = (
    BrokenError, zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error, EOFError, NotImplementedError,
    LookupError, ValueError, OverflowError, RuntimeError,
)  # fmt: skip


class Arsip:
    """The parts of one zip, each readable as XML; all reading shares one budget of bytes and elements.

    Raises TooLargeError or BrokenError (or another of RUSAK) before anything is unfolded.
    """

    def __init__(self, content: bytes) -> None:
        # Counted before zipfile makes an object of each: a directory alone may hold hundreds of thousands.
        if content.count(b"PK\x01\x02") > MAKS_BAGIAN:
            raise TooLargeError
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        infos = self._zip.infolist()
        self._parts = {self._plain(info.filename): info for info in infos}
        if len(self._parts) < len(infos):
            raise BrokenError("two parts of one name")
        if sum(info.file_size for info in infos) > MAKS_BONGKAR:
            raise TooLargeError
        for info in infos:
            self._check(info)
        self._bytes = MAKS_BONGKAR
        self._elements = MAKS_UNSUR

    @staticmethod
    def _plain(name: str) -> str:
        return name.replace("\\", "/").lstrip("/").lower()

    @staticmethod
    def _check(info: zipfile.ZipInfo) -> None:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
            raise BrokenError("packed or locked in a way that Excel does not")
        if info.file_size > 2**20 and info.file_size > MAKS_PERBANDINGAN * max(info.compress_size, 1):
            raise TooLargeError

    @property
    def names(self) -> frozenset[str]:
        """Lower case, with forward slashes."""
        return frozenset(self._parts)

    def __contains__(self, name: str) -> bool:
        return self._plain(name) in self._parts

    def head(self, name: str, most: int) -> bytes:
        """Its first bytes."""
        with self._zip.open(self._parts[self._plain(name)]) as stream:
            return stream.read(most)

    def read(self, name: str) -> bytes:
        """All of one part, out of the same budget."""
        with self._zip.open(self._parts[self._plain(name)]) as stream:
            content = stream.read(self._bytes + 1)
        self._bytes -= len(content)
        if self._bytes < 0:
            raise TooLargeError
        return content

    def parse(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> int:
        """Drive the handlers through one part; how many elements it has.

        Names come without namespace prefix; no DTD is allowed.
        """
        names: dict[str, str] = {}
        parser = expat.ParserCreate(None, None, names)
        depth = elements = 0

        def enter(tag: str, attrs: dict[str, str]) -> None:
            nonlocal depth, elements
            depth += 1
            elements += 1
            if depth > MAKS_DALAM:
                raise TooLargeError
            start(tag.rpartition(":")[2] if ":" in tag else tag, attrs)

        def leave(tag: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(tag.rpartition(":")[2] if ":" in tag else tag)

        parser.StartElementHandler = enter
        parser.EndElementHandler = leave
        parser.StartDoctypeDeclHandler = _no_doctype
        if text is not None:
            parser.buffer_text = True
            parser.CharacterDataHandler = text
        with self._zip.open(self._parts[self._plain(name)]) as stream:
            fed = 0
            while chunk := stream.read(POTONGAN):
                fed += len(chunk)
                self._bytes -= len(chunk)
                parser.Parse(chunk)
                # One endless tag, a crowd of names, or sheer number would each grow without a handler seeing it.
                if (
                    self._bytes < 0
                    or elements > self._elements
                    or len(names) > MAKS_NAMA
                    or fed - parser.CurrentByteIndex > MAKS_TANDA
                ):
                    raise TooLargeError
            parser.Parse(b"", True)
        self._elements -= elements
        return elements


def _no_doctype(*_args: Any) -> NoReturn:
    raise BrokenError("a document type, which no spreadsheet has")
