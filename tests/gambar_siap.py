"""Pictures of the reports, drawn once for all tests of a run and the next: most of the time of a report is its pictures,
and many tests print the same one."""

import hashlib
import tempfile
import uuid
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

FONTS = Path(__file__).resolve().parents[1] / "lakip" / "ui" / "static"
SHELF = Path(tempfile.gettempdir()) / "lakip-gambar"
SEKALI = 1500  # pictures; a run of all tests draws some hundreds


def on_shelf(draw: Callable[..., bytes]) -> Callable[..., bytes]:
    """The drawing function, which then looks first whether this picture was drawn with these fonts by this version."""

    def drawn(spec: str | dict[str, Any], *, scale: float | None = None, **more: Any) -> bytes:
        if more or scale is None or not isinstance(spec, str):  # not as the program draws
            return draw(spec, **more) if scale is None else draw(spec, scale=scale, **more)
        path = SHELF / hashlib.sha256(f"{_state()} {scale} {spec}".encode()).hexdigest()
        if path.exists():
            return path.read_bytes()
        picture = draw(spec, scale=scale)
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
    fonts = b"".join(path.read_bytes() for path in sorted(FONTS.glob("*.ttf")))
    return f"{vl_convert.__version__} {hashlib.sha256(fonts).hexdigest()}"
