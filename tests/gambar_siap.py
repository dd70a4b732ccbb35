"""Pictures of the reports, drawn once for all tests of a run and the next: most of the time of a report is its pictures,
and many tests print the same one."""

import hashlib
import tempfile
import uuid
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from lakip.penggambar import FONT_FOLDER

SHELF = Path(tempfile.gettempdir()) / "lakip-gambar"
SEKALI = 1500  # pictures; a run of all tests draws some hundreds


def on_shelf(draw: Callable[[str, str, float], bytes]) -> Callable[[str, str, float], bytes]:
    """The drawing function, which then looks first whether this picture was drawn with these fonts by this version."""

    def drawn(jenis: str, teks: str, skala: float) -> bytes:
        path = SHELF / hashlib.sha256(f"{_state()} {jenis} {skala} {teks}".encode()).hexdigest()
        if path.exists():
            return path.read_bytes()
        picture = draw(jenis, teks, skala)
        half = path.with_suffix(f".{uuid.uuid4().hex}")
        half.write_bytes(picture)
        half.replace(path)
        return picture

    return drawn


@cache
def _state() -> str:
    SHELF.mkdir(exist_ok=True)
    kept = sorted(SHELF.iterdir(), key=lambda path: path.stat().st_mtime)
    for path in kept[:-SEKALI]:
        path.unlink(missing_ok=True)
    fonts = b"".join(path.read_bytes() for path in sorted(FONT_FOLDER.glob("*.ttf")))
    return f"{version('vl-convert-python')} {hashlib.sha256(fonts).hexdigest()}"
