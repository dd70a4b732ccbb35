"""LibreOffice, where an office has it: documents as PDF, and on which page what stands. Knows nothing of LAKIP.

Everything here answers None where there is no LibreOffice, or where it fails: the document itself is whole without it.
"""

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

LETAK = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
BATAS_DETIK = 120
SARING = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
TUJUAN = re.compile(rb"/([^\s\[/<>]+)\[(\d+) 0 R/XYZ")
LEMBAR = re.compile(rb"/Kids\[([^\]]*)\]")


@cache
def program() -> str | None:
    """The program, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in LETAK if Path(path).is_file()), None)


def to_pdf(content: bytes, akhiran: str = ".docx", saring: str = "pdf") -> bytes | None:
    """The document as PDF; None without LibreOffice, or when it cannot."""
    office = program()
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"dokumen{akhiran}"
        source.write_bytes(content)
        # A profile of its own: a LibreOffice that somebody has open would take the work and never finish it.
        profile = f"-env:UserInstallation={_profile().as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", saring, "--outdir", name, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=BATAS_DETIK, check=True)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return None
        made = folder / "dokumen.pdf"
        return made.read_bytes() if made.is_file() else None


def pages(content: bytes) -> dict[str, int] | None:
    """On which sheet each bookmark of a .docx stands, counted from 1; None without LibreOffice."""
    pdf = to_pdf(content, saring=SARING)
    return None if pdf is None else parse_pages(pdf)


def parse_pages(pdf: bytes) -> dict[str, int] | None:
    """The same, read from a PDF of LibreOffice that carries its bookmarks as destinations."""
    kids = LEMBAR.findall(pdf)
    if not kids:
        return None
    order = [int(number) for number in re.findall(rb"(\d+) 0 R", kids[-1])]
    found = {}
    for name, page in TUJUAN.findall(pdf):
        if int(page) in order:
            found[_name(name.decode("latin-1"))] = order.index(int(page)) + 1
    return found or None


@cache
def _profile() -> Path:
    """One for each process; a second conversion then starts in a second."""
    return Path(tempfile.gettempdir()) / f"lakip-libreoffice-{os.getpid()}"


def _name(name: str) -> str:
    """ "_Toc00001": LibreOffice writes what is no letter as its hexadecimal code."""
    return re.sub(r"^5F", "_", name)
