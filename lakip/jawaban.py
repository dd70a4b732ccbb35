"""Answers of the record, and what was worked out of it, kept within a bound: the longest unused go first. Knows nothing
of when they fall."""

import threading
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

import polars as pl
from cachetools import LRUCache

SEMUA, TERBESAR = 64_000_000, 4_000_000  # bytes: of all that are kept, and of one
KOLOM = 1500  # bytes that a column costs beside its values: of the small answers of a screen, twenty times as much

Question = tuple[str, str, tuple[int, ...]]
V = TypeVar("V")


class Jawaban:
    """Frames by their question. Whoever takes one may change it."""

    def __init__(self, semua: int = SEMUA) -> None:
        self._kept: LRUCache[Question, pl.DataFrame] = LRUCache(semua, _cost)
        self._lock = threading.Lock()

    def recall(self, question: Question) -> pl.DataFrame | None:
        with self._lock:
            found = self._kept.get(question)
        return None if found is None else found.clone()

    def keep(self, question: Question, frame: pl.DataFrame) -> None:
        """Too large a one is not kept."""
        if _cost(frame) <= TERBESAR:
            with self._lock:
                self._kept[question] = frame.clone()


class Ingatan(Generic[V]):
    """The last few things that were worked out of each store, by their key."""

    def __init__(self, banyak: int) -> None:
        self._banyak = banyak
        self._kept: WeakKeyDictionary[Any, LRUCache[Hashable, V]] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def of(self, store: object, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept under `key`, or what `make` gives; two at once may both make it."""
        with self._lock:
            known = self._kept.setdefault(store, LRUCache(self._banyak))
            if key in known:
                return known[key]
        made = make()
        with self._lock:
            known[key] = made
        return made


def _cost(frame: pl.DataFrame) -> int:
    return KOLOM * frame.width + int(frame.estimated_size())
