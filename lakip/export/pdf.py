"""PDF of a document, through LibreOffice when it is installed, and pictures of its pages.

LibreOffice is not needed to run: `available` says whether it is there. One conversion at a time, in a folder and with a
profile of its own, so that nobody's open LibreOffice is disturbed.
"""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lakip.errors import UserError

BATAS_DETIK = 120
MENGALAH = 10  # how nice it is to the screens of others, as `nice` counts
TIDAK_ADA = (
    "LibreOffice tidak terpasang pada komputer ini, sehingga PDF tidak dapat dibuat. Unduh draf Word, lalu simpan "
    "sebagai PDF dari Word, atau minta admin memasang LibreOffice."
)
RUSAK = "Halaman PDF ini tidak dapat dibaca. Susun dan unduh dokumennya sekali lagi."
TITIK = 72  # points of a PDF to an inch
NAMA = ("soffice", "libreoffice")
TEMPAT = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_giliran, _gambar = threading.Lock(), threading.Lock()


def available() -> bool:
    """Whether LibreOffice is installed."""
    return _office() is not None


def convert(content: bytes, suffix: str = ".docx", detik: float = BATAS_DETIK, saring: str = "pdf") -> bytes:
    """The document (.docx, .xlsx) as PDF. Waits for its turn. `saring`: the export filter with its settings.

    Raises UserError when LibreOffice is not installed, does not finish within `detik`, or gives nothing.
    """
    program = _office()
    if program is None:
        raise UserError(TIDAK_ADA)
    with _giliran, _folder() as folder:
        source = folder / f"naskah{suffix}"
        source.write_bytes(content)
        profile = (folder / "profil").as_uri()
        words = [str(program), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", saring]
        _run([*words, "--outdir", str(folder), str(source)], detik)
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise UserError(
                "LibreOffice tidak dapat mengubah dokumen ini menjadi PDF. Unduh draf Word sebagai gantinya."
            )
        return made.read_bytes()


def pages(pdf: bytes, dari: int = 1, sampai: int | None = None, dpi: int = 70) -> list[bytes]:
    """Pages `dari`..`sampai` (None: the last) of a PDF as PNG, in order. Raises UserError when it cannot be read."""
    with _opened(pdf) as document:
        return [_picture(document[n], dpi) for n in range(dari - 1, min(sampai or len(document), len(document)))]


def count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises UserError when it cannot be read."""
    with _opened(pdf) as document:
        return len(document)


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """One at a time: PDFium minds threads."""
    import pypdfium2  # noqa: PLC0415  most runs ask for no picture

    with _gambar:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UserError(RUSAK) from error
        with contextlib.closing(document):
            yield document


def _picture(page: Any, dpi: int) -> bytes:
    out = io.BytesIO()
    page.render(scale=dpi / TITIK).to_pil().save(out, "PNG")
    return out.getvalue()


def _office() -> Path | None:
    found = next((path for name in NAMA if (path := shutil.which(name))), None)
    return Path(found) if found else next((path for path in TEMPAT if path.exists()), None)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    # Windows may still hold a file of the profile when LibreOffice has gone.
    with tempfile.TemporaryDirectory(prefix="lakip-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _run(words: Sequence[str], detik: float) -> None:
    """A program with everything it starts, ended together when it takes too long."""
    quiet = subprocess.DEVNULL
    # Our own words only: the programs found above, and files of our own folder.
    process = subprocess.Popen(  # noqa: S603
        words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=os.name == "posix"
    )
    with contextlib.suppress(OSError, AttributeError):  # ended already; Windows has no such thing
        os.setpriority(os.PRIO_PROCESS, process.pid, MENGALAH)
    try:
        process.wait(detik)
    except subprocess.TimeoutExpired:
        _end(process)
        raise UserError(
            f"Pembuatan PDF tidak selesai dalam {detik:g} detik dan dihentikan. Coba lagi, atau unduh draf Word."
        ) from None


def _end(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
