"""What the screens need and the sign-in page does not: loaded behind it, so that the server answers sooner and whoever
has typed a password finds the screens ready."""

import atexit
import gc
import importlib
import pkgutil
import threading

from lakip import ui
from lakip.export.ringkasan import kerja

JEDA_DETIK = 2.0  # the first page is painted by then; loading beside it would only slow it

_lock = threading.Lock()
_started = threading.Event()


def start() -> None:
    """Load everything shortly after now, in the background."""
    _started.set()
    kerja.begin()
    timer = threading.Timer(JEDA_DETIK, _load_screens)
    timer.daemon = True
    timer.start()


def started() -> bool:
    """Whether this is the server: only there is anything made ready that nobody has asked for yet."""
    return _started.is_set()


def load() -> None:
    """Load what every screen needs; nothing to do when it is there."""
    # Two first sessions importing these at the same moment find them half initialized.
    with _lock:
        for name in ("pandas", "pyarrow", "altair"):
            importlib.import_module(name)


def _load_screens() -> None:
    load()
    importlib.import_module("pandas.io.formats.style")  # behind every table
    for module in pkgutil.iter_modules(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    # Streamlit collects garbage after each run: 0.1 s over what is loaded now and stays until the end.
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # the binding of DuckDB complains of what is left at the end
