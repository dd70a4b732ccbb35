"""A chart for the screen: its specification, kept while the same figures are drawn again.

A dashboard runs anew at every click; building its charts took most of that time, and they were the same each time.
"""

import hashlib
import json
import pickle
import threading
from collections.abc import Callable
from typing import Any

import altair as alt
from cachetools import LRUCache

from lakip.grafik.dasar import PILIH, Chart, unchecked

DISIMPAN = 16_000_000  # characters of specifications

_kept: LRUCache[bytes, str] = LRUCache(DISIMPAN, len)
_lock = threading.Lock()


def spec(draw: Callable[..., Chart], *given: Any, klik: bool = False) -> dict[str, Any]:
    """The specification of `draw(*given)`, the caller's own to change; `klik`: with a point selection named PILIH over
    `kode`.

    `given` are frames, palettes and the like: whatever pickles, for its content says whether the chart is known.
    """
    asked = hashlib.sha256(pickle.dumps((draw.__qualname__, klik, given))).digest()
    with _lock:
        known = _kept.get(asked)
    if known is None:
        known = json.dumps(unchecked(lambda: clickable(draw(*given)) if klik else draw(*given)).to_dict(validate=False))
        with _lock:
            _kept[asked] = known
    found: dict[str, Any] = json.loads(known)
    return found


def clickable(chart: Chart) -> Chart:
    """The chart with a point selection named PILIH over `kode`."""
    return chart.add_params(alt.selection_point(name=PILIH, fields=["kode"]))
