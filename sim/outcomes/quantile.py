"""A low quantile of many values in [0, 1], found without sorting them all."""

from __future__ import annotations

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import bare_kernel, inline
from sim.engine.scratch import give_back, lend, scratch

BINS = 4096  # at most; plays no part in the result
_counts = scratch((BINS + 1,), np.int64)


@bare_kernel
def low_quantile(values: Array, part: float) -> float:
    """Return the ``part`` quantile of ``values`` (N,) in [0, 1], interpolated between order statistics."""
    place = part * (values.size - 1)
    below = int(place)
    above = min(below + 1, values.size - 1)
    bins, counts = min(BINS, values.size), _counts()
    first, last, less, until = _bins_around(values, bins, counts, below, above)
    room = lend(1, until - less + 1)
    beside = room[0, : until - less]
    _copy(room[0], values, bins, first, last)
    low = _ranked(beside, below - less)
    high = low if above == below else _least_from(beside, above - less)
    give_back(room)
    return low + (place - below) * (high - low)


@inline
def _bins_around(
    values: Array, bins: int, counts: Array, below: int, above: int
) -> tuple[int, int, int, int]:
    """Return the first and the last bin between which ranks ``below`` and ``above`` lie, and what ranks theirs are.

    Counting by ``bins``, no more than there are values, leaves few, at a cost that does not depend on their order.
    """
    for one in range(bins + 1):
        counts[one] = 0
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
    return first, last, less, until


@inline
def _copy(beside: Array, values: Array, bins: int, first: int, last: int) -> None:
    """Fill ``beside`` with those of ``values`` in the bins from ``first`` to ``last``; it has one place more."""
    found = 0
    for value in values:
        beside[found] = value  # kept only if it counts
        found += first <= int(value * bins) <= last


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
