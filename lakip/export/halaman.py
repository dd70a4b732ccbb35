"""On which sheet what stands, asked of LibreOffice where an office has it. Knows nothing of LAKIP."""

import re

from lakip.errors import UserError
from lakip.export import pdf

# LibreOffice then carries every bookmark into the PDF as a destination, in plain text.
SARING = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
TUJUAN = re.compile(rb"/([^\s\[/<>]+)\[(\d+) 0 R/XYZ")
LEMBAR = re.compile(rb"/Kids\[([^\]]*)\]")


def of_bookmarks(content: bytes) -> dict[str, int] | None:
    """The sheet of each bookmark of a .docx, counted from 1; None without LibreOffice, or when it cannot tell."""
    if not pdf.available():
        return None
    try:
        return parse(pdf.convert(content, saring=SARING))
    except UserError:
        return None


def parse(content: bytes) -> dict[str, int] | None:
    """The same, read from the PDF."""
    kids = LEMBAR.findall(content)
    order = [int(number) for number in re.findall(rb"(\d+) 0 R", kids[-1])] if kids else []
    found = {_name(name): order.index(int(page)) + 1 for name, page in TUJUAN.findall(content) if int(page) in order}
    return found or None


def _name(name: bytes) -> str:
    """ "_Toc00001": LibreOffice writes the first underscore as its hexadecimal code."""
    return re.sub("^5F", "_", name.decode("latin-1"))
