"""A file of plain text: in which letters it was written, and whether it may be a table at all."""

import codecs
import re

from lakip.berkas.pintu import DitolakError, Sebab

TANDA = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
CONTOH = 4096  # so much of it tells UTF-16 without its mark: every other byte of plain letters is zero
KENDALI = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
PEMISAH = ("\t", ";", ",")
SATU_LAMAN = "mime-version:"  # how Excel saves a “Single File Web Page”, by the name of .xls too


def check(content: bytes) -> None:
    """Raises DitolakError for what is no text, a script, a web page, or has no columns."""
    text = decode(content)
    if text is None:
        raise DitolakError(Sebab.BUKAN)
    bare = text.lstrip()
    if bare.startswith("<") or bare[: len(SATU_LAMAN)].lower() == SATU_LAMAN:
        raise DitolakError(Sebab.WEB)
    if not bare:
        raise DitolakError(Sebab.KOSONG)
    if bare.startswith(("#!", "{\\rtf")) or not any(mark in text for mark in PEMISAH):
        raise DitolakError(Sebab.BUKAN)


def decode(content: bytes) -> str | None:
    """The text: UTF-8, UTF-16, or Windows' own letters (cp1252). None when it is something else."""
    marked = next((code for mark, code in TANDA if content.startswith(mark)), None)
    for code in (marked,) if marked else (_wide(content), "utf-8", "cp1252"):
        if code is None:
            continue
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        return None if KENDALI.search(text) else text
    return None


def _wide(content: bytes) -> str | None:
    """Whether it looks like UTF-16 without its mark."""
    begin = content[:CONTOH]
    most = len(begin) // 4
    if begin[1::2].count(0) > most:
        return "utf-16-le"
    return "utf-16-be" if begin[0::2].count(0) > most else None
