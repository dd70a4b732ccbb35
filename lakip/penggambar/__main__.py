"""The process that draws what it is asked for, until its input ends."""

import contextlib
import json
import os
import sys
from collections.abc import Callable

import vl_convert

from lakip.penggambar import FONT_FOLDER, SVG, VEGALITE, drawn, receive, refused, send

CARA: dict[str, Callable[..., bytes]] = {VEGALITE: vl_convert.vegalite_to_png, SVG: vl_convert.svg_to_png}


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the library prints is no answer
    if FONT_FOLDER.is_dir():
        vl_convert.register_font_directory(str(FONT_FOLDER))
    with contextlib.suppress(BrokenPipeError):  # who asked is gone
        while (message := receive(sys.stdin.buffer)) is not None:
            jenis, teks, skala = json.loads(message)
            send(answers, _draw(jenis, teks, skala))


def _draw(jenis: str, teks: str, skala: float) -> bytes:
    try:
        return drawn(CARA[jenis](teks, scale=skala))
    except ValueError as error:
        return refused(str(error))


if __name__ == "__main__":
    main()
