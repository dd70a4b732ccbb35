"""A document as LibreOffice prints it, for the tests of documents."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def to_pdf(folder: Path, name: str, content: bytes) -> Path:
    """The file as PDF, made by LibreOffice with a profile of its own."""
    return to_pdfs(folder, {name: content})[0]


def to_pdfs(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The same of many, in their order: LibreOffice starts once for all."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice Writer belum terpasang"
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    sources = [str(folder / name) for name in files]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120 + 20 * len(files), check=False)
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr.lower(), done.stderr
    return [(folder / name).with_suffix(".pdf") for name in files]


def read(pdf: Path, *options: str) -> list[str]:
    """The words of a PDF, one text per page."""
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils belum terpasang"
    done = subprocess.run([tool, *options, str(pdf), "-"], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.split("\f")[:-1]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
