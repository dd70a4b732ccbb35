"""Answers of the record, kept within a bound: the longest unused go first. Knows nothing of when they fall."""

import threading

import polars as pl
from cachetools import LRUCache

SEMUA, TERBESAR = 64_000_000, 4_000_000  # bytes: of all that are kept, and of one
KOLOM = 1500  # bytes that a column costs beside its values: of the small answers of a screen, twenty times as much

Question = tuple[str, str, tuple[int, ...]]


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


def _cost(frame: pl.DataFrame) -> int:
    return KOLOM * frame.width + int(frame.estimated_size())
