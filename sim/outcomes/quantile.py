"""A low quantile of many values in [0, 1], found without sorting them all."""

from __future__ import annotations

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import kernel

BINS = 4096  # plays no part in the result


def low_quantile(values: Array, part: float) -> float:
    """Return the ``part`` quantile of ``values`` (N,) in [0, 1], interpolated between order statistics."""
    place = part * (values.size - 1)
    below = int(place)
    above = min(below + 1, values.size - 1)
    beside, before = _beside(values, below, above)
    beside.sort()
    low, high = np.float64(beside[below - before]), np.float64(beside[above - before])
    return low + (place - below) * (high - low)


@kernel
def _beside(values: Array, below: int, above: int) -> tuple[Array, int]:
    """Return those of ``values`` among which ranks ``below`` and ``above`` lie, and how many are less.

    Counting by bins leaves few to sort, at a cost that does not depend on their order.
    """
    counts = np.zeros(BINS + 1, np.int64)
    for value in values:
        counts[int(value * BINS)] += 1
    less = first = 0
    while less + counts[first] <= below:
        less += counts[first]
        first += 1
    until, last = less + counts[first], first
    while until <= above:
        last += 1
        until += counts[last]
    beside = np.empty(until - less + 1, values.dtype)
    found = 0
    for value in values:
        beside[found] = value  # kept only if it counts
        found += first <= int(value * BINS) <= last
    return beside[:found], less
