"""The few functions the mechanisms' equations share: clips, the logistic, rates as chances, a mean."""

from __future__ import annotations

from math import factorial

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import bare_kernel, inline
from sim.engine.scratch import scratch

WEEKS_PER_YEAR = 52

_PARTS = 64  # of a sum
_room_for_parts = scratch((_PARTS,))
_LARGEST_EXPONENT = 700.0
_LOG2_E = 1.4426950408889634
_LN2_HIGH, _LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10  # their sum is ln 2 to 1e-26
_ROUNDER = 1.5 * 2.0**52  # added and taken away, it leaves the nearest whole number
_C3, _C4, _C5, _C6, _C7, _C8, _C9, _C10, _C11, _C12 = (1.0 / factorial(k) for k in range(3, 13))


@bare_kernel
def clip(x: float, low: float, high: float) -> float:
    """Return ``x`` held between ``low`` and ``high``."""
    return min(max(x, low), high)


@bare_kernel
def unit(x: float) -> float:
    """Return ``x`` held between 0 and 1."""
    return min(max(x, 0.0), 1.0)


@bare_kernel
def exponential(x: float) -> float:
    """Return e^x to 4e-16 for x in [−700, 700], beyond which it stays at the border's.

    e^x = 2^n e^r with |r| <= ln 2 / 2, the latter by its Taylor series. The library's has branches; without
    any, the compiler computes it for several residents at once.
    """
    x = min(max(x, -_LARGEST_EXPONENT), _LARGEST_EXPONENT)
    n = (x * _LOG2_E + _ROUNDER) - _ROUNDER
    r = (x - n * _LN2_HIGH) - n * _LN2_LOW
    y = r * _C12 + _C11
    y = y * r + _C10
    y = y * r + _C9
    y = y * r + _C8
    y = y * r + _C7
    y = y * r + _C6
    y = y * r + _C5
    y = y * r + _C4
    y = y * r + _C3
    y = y * r + 0.5
    y = y * r + 1.0
    y = y * r + 1.0
    power = np.int64(np.int64(n) + np.int64(1023) << np.int64(52))
    return y * power.view(np.float64)


@bare_kernel
def share_of_ties(some: int, ties: int) -> float:
    """Return ``some`` of ``ties`` as a share, 0 without ties."""
    return some / ties if ties else 0.0


@bare_kernel
def logistic(x: float) -> float:
    """Return 1/(1 + e^−x)."""
    return 1.0 / (1.0 + exponential(-x))


@bare_kernel
def weekly_chance(rate: float) -> float:
    """Return the probability of an event in one week when it has the yearly hazard ``rate``."""
    return 1.0 - exponential(-rate / WEEKS_PER_YEAR)


@inline
def _sum_of_parts(values: Array, whole: int) -> float:
    """Return the sum of the first ``whole`` of ``values``, a multiple of `_PARTS`."""
    parts = _room_for_parts()
    for part in range(_PARTS):
        parts[part] = 0.0
    for first in range(0, whole, _PARTS):
        for part in range(_PARTS):
            parts[part] += values[np.uint64(first) + np.uint64(part)]
    added = 0.0
    for part in range(_PARTS):
        added += parts[part]
    return added


@bare_kernel
def sum_of(values: Array) -> float:
    """Return the sum of ``values`` (N,), added in double precision in a fixed order.

    Every `_PARTS`-th value goes to the same part and the parts are added last, so that the compiler adds
    several values at once: five times as fast as one after the other.
    """
    whole, added = values.size - values.size % _PARTS, 0.0
    if whole:
        added = _sum_of_parts(values, whole)
    for k in range(whole, values.size):
        added += values[k]
    return added


@bare_kernel
def number_of(flags: Array) -> int:
    """Return how many of ``flags`` (N,), each 0 or 1, are 1."""
    found = 0
    for flag in flags:
        found += flag
    return found


@bare_kernel
def mean(values: Array) -> float:
    """Return the mean of ``values`` (N,).

    Apart from the loop that sets them, which it would keep from vector instructions.
    """
    return sum_of(values) / values.size


@bare_kernel
def weighted_mean(values: Array, population: Array) -> float:
    """Return the mean over districts of ``values`` (D,), weighted by ``population`` (D,)."""
    total = people = 0.0
    for d in range(values.size):
        if population[d] > 0:
            total += values[d] * population[d]
            people += population[d]
    return total / people
