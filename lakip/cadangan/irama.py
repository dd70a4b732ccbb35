"""Large files written beside people who work: in small pieces, each brought to the disk before there are too many, with
a pause between. Otherwise whoever saves meanwhile waits until the disk has taken all of it."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

POTONG, SETOR = 1_000_000, 8_000_000  # bytes at once; bytes after which the disk has to keep up
JEDA_DETIK = 0.002


class Irama:
    """Told of each piece that was written to a file."""

    def __init__(self) -> None:
        self._unsaved = 0

    def beat(self, file: IO[bytes], written: int) -> None:
        self._unsaved += written
        if self._unsaved >= SETOR:
            settle(file)
            self._unsaved = 0
        time.sleep(JEDA_DETIK)


def settle(file: IO[bytes]) -> None:
    """Wait until the disk has it."""
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def paced(target: Path) -> Iterator[Callable[[bytes], None]]:
    """A file that is written so: called with each piece."""
    with target.open("wb") as file:
        irama = Irama()

        def give(piece: bytes) -> None:
            file.write(piece)
            irama.beat(file, len(piece))

        yield give
        settle(file)
