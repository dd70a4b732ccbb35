"""The log of the server: one file in data/log that cannot grow, and the window it runs in. Each line once a minute."""

import logging
import sys
import time
from collections import OrderedDict
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import uvicorn.config

BESAR, BERKAS = 1_000_000, 5  # bytes of a file, files kept
SELANG = 60.0
MUAT = 1_000
BENTUK = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Hemat(logging.Filter):
    """Lets a line through once a minute, and then says how often it was meant: nobody can fill a disk with refusals."""

    def __init__(self) -> None:
        super().__init__()
        self._said: OrderedDict[str, list[float]] = OrderedDict()  # when last, how often since

    def filter(self, record: logging.LogRecord) -> bool:
        line = f"{record.name} {record.getMessage()} {record.exc_info and record.exc_info[1]!r}"
        now = time.monotonic()
        last = self._said.get(line)
        if last is not None and now - last[0] < SELANG:
            last[1] += 1
            return False
        if last is not None and last[1]:
            record.msg, record.args = f"{record.getMessage()} (dan {last[1]:.0f} kali lagi pada menit sebelumnya)", ()
        self._said[line] = [now, 0]
        self._said.move_to_end(line)
        while len(self._said) > MUAT:
            self._said.popitem(last=False)
        return True


def install(folder: Path | None) -> None:
    """Let what is logged, by uvicorn and asyncio too, go through one filter; `folder` None: no file."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    with suppress(OSError):  # without a file, rather than not at all
        if folder is not None:
            (folder / "log").mkdir(exist_ok=True)
            file = folder / "log" / "lakip.log"
            handlers.append(RotatingFileHandler(file, maxBytes=BESAR, backupCount=BERKAS, encoding="utf-8"))
    sparing = Hemat()
    gate = _Gate(handlers, sparing)
    root = logging.getLogger()
    root.handlers[:] = [gate]
    root.setLevel(logging.WARNING)
    loggers: dict[str, Any] = uvicorn.config.LOGGING_CONFIG["loggers"]
    for name in loggers:
        loggers[name] = {"level": "WARNING", "handlers": [], "propagate": True}


class _Gate(logging.Handler):
    """One filter before all handlers: behind it each would count for itself."""

    def __init__(self, handlers: list[logging.Handler], sparing: Hemat) -> None:
        super().__init__()
        self._handlers = handlers
        self.addFilter(sparing)
        for one in handlers:
            one.setFormatter(logging.Formatter(BENTUK))

    def emit(self, record: logging.LogRecord) -> None:
        for one in self._handlers:
            one.handle(record)
