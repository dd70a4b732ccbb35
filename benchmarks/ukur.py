"""Timing two ways of doing one thing, interleaved, so that a busy machine slows both."""

import statistics
import time
from collections.abc import Callable


def medians(ways: dict[str, Callable[[], object]], repeat: int = 7) -> dict[str, float]:
    """Median milliseconds of each way, taken in turns after one unmeasured round."""
    for way in ways.values():
        way()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeat):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(title: str, found: dict[str, float], base: str, goal: str = "") -> None:
    """One line a way: milliseconds, and how many times the base."""
    print(f"\n{title}" + (f"   (aim: {goal})" if goal else ""))
    for name, taken in found.items():
        print(f"  {name:<44} {taken:9.1f} ms   {taken / found[base]:6.2f} x")


def row(what: str, found: float, unit: str, floor: float | None = None, aim: str = "") -> None:
    """One figure with its floor and its aim, where there are such."""
    beside = f"   dasar {floor:9,.1f} {unit} {found / floor:6.1f} x" if floor else ""
    print(
        f"  {what:<48} {found:9,.1f} {unit:<3}{beside}" + (f"   (aim: at most {aim} {unit})" if aim else ""), flush=True
    )
