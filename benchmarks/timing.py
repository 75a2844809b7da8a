"""Timing: medians, and rows of a table with their targets."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table: ``measured`` against ``target``, in the direction the words say."""

    name: str
    target: str
    measured: float | None
    met: bool | None
    note: str = ""
    peak: float | None = None  # bytes a resident


def seconds(work: Callable[[], object], repeats: int) -> float:
    """Return the median duration of ``work`` over ``repeats`` calls."""
    taken = []
    for _ in range(repeats):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def peak_bytes(work: Callable[[], object], residents: int) -> float:
    """Return the most memory that Python and NumPy hold at once during ``work``, in bytes a resident."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / residents
    finally:
        tracemalloc.stop()


def at_least(name: str, bound: float, measured: float, unit: str = "", note: str = "") -> Row:
    """Return a row whose figure should reach ``bound``."""
    return Row(name, f">= {bound:g}{unit}", measured, measured >= bound, note)


def at_most(name: str, bound: float, measured: float, unit: str = "", note: str = "") -> Row:
    """Return a row whose figure should stay within ``bound``."""
    return Row(name, f"<= {bound:g}{unit}", measured, measured <= bound, note)


def exponent(sizes: list[float], costs: list[float]) -> float:
    """Return the exponent b of the least-squares fit cost = a·size^b."""
    import numpy as np

    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])
