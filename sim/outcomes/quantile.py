"""A low quantile of many values in [0, 1], found without sorting them all."""

from __future__ import annotations

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import inline, kernel

BINS = 4096  # at most; plays no part in the result


@kernel
def low_quantile(values: Array, part: float) -> float:
    """Return the ``part`` quantile of ``values`` (N,) in [0, 1], interpolated between order statistics."""
    place = part * (values.size - 1)
    below = int(place)
    above = min(below + 1, values.size - 1)
    beside, before = _beside(values, below, above)
    low = _ranked(beside, below - before)
    high = low if above == below else _least_from(beside, above - before)
    return low + (place - below) * (high - low)


@inline
def _beside(values: Array, below: int, above: int) -> tuple[Array, int]:
    """Return those of ``values`` among which ranks ``below`` and ``above`` lie, and how many are less.

    Counting by bins, no more than there are values, leaves few, at a cost that does not depend on their order.
    """
    bins = min(BINS, values.size)
    counts = np.zeros(bins + 1, np.int64)
    for value in values:
        counts[int(value * bins)] += 1
    less = first = 0
    while less + counts[first] <= below:
        less += counts[first]
        first += 1
    until, last = less + counts[first], first
    while until <= above:
        last += 1
        until += counts[last]
    beside = np.empty(until - less + 1)
    found = 0
    for value in values:
        beside[found] = value  # kept only if it counts
        found += first <= int(value * bins) <= last
    return beside[:found], less


@inline
def _ranked(values: Array, rank: int) -> float:
    """Return the value (K,) of that ``rank`` from below, and move what is less to its left: Hoare (1961), FIND.

    doi:10.1145/366622.366647. Compiled in a moment, where NumPy's sort takes a second.
    """
    low, high = 0, values.size - 1
    while low < high:
        pivot = values[rank]
        i, j = low, high
        while i <= j:
            while values[i] < pivot:
                i += 1
            while pivot < values[j]:
                j -= 1
            if i <= j:
                values[i], values[j] = values[j], values[i]
                i += 1
                j -= 1
        if j < rank:
            low = i
        if rank < i:
            high = j
    return values[rank]


@inline
def _least_from(values: Array, first: int) -> float:
    """Return the least of the ``values`` (K,) from place ``first`` on."""
    least = values[first]
    for k in range(first + 1, values.size):
        least = min(least, values[k])
    return least
