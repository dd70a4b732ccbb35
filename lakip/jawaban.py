"""Answers of the record, kept within a bound: the longest unused go first. Knows nothing of when they fall."""

import threading

import polars as pl
from cachetools import LRUCache

SEMUA, TERBESAR = 64_000_000, 4_000_000  # bytes: of all that are kept, and of one
DASAR = 1000  # bytes that the smallest one costs

Question = tuple[str, str, tuple[int, ...]]


class Jawaban:
    """Frames by their question. Whoever takes one may change it."""

    def __init__(self, semua: int = SEMUA) -> None:
        self._kept: LRUCache[Question, pl.DataFrame] = LRUCache(semua, lambda frame: DASAR + frame.estimated_size())
        self._lock = threading.Lock()

    def recall(self, question: Question) -> pl.DataFrame | None:
        with self._lock:
            found = self._kept.get(question)
        return None if found is None else found.clone()

    def keep(self, question: Question, frame: pl.DataFrame) -> None:
        """Too large a one is not kept."""
        if frame.estimated_size() <= TERBESAR:
            with self._lock:
                self._kept[question] = frame.clone()
