"""Offices to write in, cheaply: the migrations, rules and rows are made once in a process and their file is copied."""

import shutil
import tempfile
import weakref
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec

from lakip.store import Store

P = ParamSpec("P")


def once(make: Callable[P, Store]) -> Callable[P, Store]:
    """Make the office once for its arguments; whoever calls gets a copy that nobody else sees.

    What `make` returns must be its own, out of `empty()` or another `once`: it is closed here.
    """

    @cache
    def made(*args: P.args, **kwargs: P.kwargs) -> Store:
        store = make(*args, **kwargs)
        store.close()
        return store

    @wraps(make)
    def copied(*args: P.args, **kwargs: P.kwargs) -> Store:
        folder = _folder()
        shutil.copytree(made(*args, **kwargs).folder, folder, dirs_exist_ok=True)
        return _opened(folder)

    return copied


@once
def empty() -> Store:
    """A record in which nothing stands yet."""
    return _opened(_folder())


# ---------------------------------------------------------------- inside


@cache
def _room() -> tempfile.TemporaryDirectory[str]:
    """Gone when the tests end."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def _folder() -> Path:
    return Path(tempfile.mkdtemp(dir=_room().name))


def _opened(folder: Path) -> Store:
    """Its folder goes with it: the copies of a whole run would fill a small disk."""
    store = Store(folder)
    weakref.finalize(store, shutil.rmtree, folder, ignore_errors=True)
    return store
