"""Whole arrays, an expression a rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.peers import BASE, INFECTION, PULL, TIES, Start, uniform


def model(start: Start) -> Callable[[int], Any]:
    """Return a function that runs the week of a number."""
    who = np.arange(len(start.active), dtype=np.uint64)
    active, trust = start.active.copy(), start.trust.copy()

    def week(number: int) -> Any:
        nonlocal active, trust
        near = active[start.ties].sum(axis=1) / TIES
        trust = trust + PULL * (1.0 - near - trust)
        active = uniform(np.uint64(number), who) < BASE + INFECTION * near * (1.0 - trust)
        return active, trust

    return week
