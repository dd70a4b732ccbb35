"""What a PDF may not hold: scripts, commands that open programs, other files. It is searched, never interpreted."""

import re
import zlib
from collections.abc import Iterator

from lakip.berkas.aliran import TooLargeError
from lakip.berkas.pintu import DitolakError, Sebab

MAKS_BONGKAR = 50 * 2**20
SELALU = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Collection|XFA|ImportData)(?![A-Za-z])")
KUNCI = re.compile(rb"/Encrypt(?![A-Za-z])")
SAMARAN = re.compile(rb"#([0-9A-Fa-f]{2})")  # /J#61vaScript is /JavaScript
KUMPULAN = re.compile(rb"/ObjStm(?![A-Za-z])")  # objects packed together, where names do not show
ALIRAN = re.compile(rb"(?<!end)stream\r?\n")
SARINGAN = re.compile(rb"/Filter\s*(\[[^]]*\]|/\w+)")
KAMUS_TERJAUH = 4096  # so far before its data the dictionary of a stream may begin


def check(content: bytes) -> None:
    """Raises DitolakError for what it may not hold, and for what cannot be looked into; TooLargeError for a bomb."""
    if KUNCI.search(_plain(content)):
        raise DitolakError(Sebab.TERKUNCI)
    for text in (content, *_packed(content)):
        if SELALU.search(_plain(text)):
            raise DitolakError(Sebab.SKRIP)


# ---------------------------------------------------------------- inside


def _plain(text: bytes) -> bytes:
    return SAMARAN.sub(lambda found: bytes([int(found[1], 16)]), text)


def _packed(content: bytes) -> Iterator[bytes]:
    """The text of every stream of objects."""
    left = MAKS_BONGKAR
    for found in ALIRAN.finditer(content):
        about = _plain(content[max(0, found.start() - KAMUS_TERJAUH) : found.start()])
        about = about[about.rfind(b" obj") + 1 :]
        if not KUMPULAN.search(about):
            continue
        names = SARINGAN.search(about)
        filters = re.findall(rb"/\w+", names[1]) if names else []
        if filters not in ([], [b"/FlateDecode"], [b"/Fl"]):
            raise DitolakError(Sebab.TERKUNCI)
        text = content[found.end() :] if not filters else _inflated(content[found.end() :], left)
        left -= len(text) if filters else 0
        yield text


def _inflated(data: bytes, most: int) -> bytes:
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(data, most + 1)
    except zlib.error as error:
        raise DitolakError(Sebab.RUSAK) from error
    if len(text) > most:
        raise TooLargeError
    return text
