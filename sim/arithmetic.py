"""The few functions the mechanisms' equations share: clips, the logistic, rates as chances, a mean."""

from __future__ import annotations

from math import exp

from sim.columns import Array
from sim.compile import kernel

WEEKS_PER_YEAR = 52


@kernel
def clip(x: float, low: float, high: float) -> float:
    """Return ``x`` held between ``low`` and ``high``."""
    return min(max(x, low), high)


@kernel
def unit(x: float) -> float:
    """Return ``x`` held between 0 and 1."""
    return min(max(x, 0.0), 1.0)


@kernel
def logistic(x: float) -> float:
    """Return 1/(1 + e^−x)."""
    return 1.0 / (1.0 + exp(-x))


@kernel
def weekly_chance(rate: float) -> float:
    """Return the probability of an event in one week when it has the yearly hazard ``rate``."""
    return 1.0 - exp(-rate / WEEKS_PER_YEAR)


@kernel
def happens(u: float, rate: float) -> bool:
    """Return whether the draw ``u`` makes an event of yearly hazard ``rate`` happen this week.

    The chance never exceeds rate/52, so most draws are settled without an exponential.
    """
    return u * WEEKS_PER_YEAR < rate and u < weekly_chance(rate)


@kernel
def weighted_mean(values: Array, population: Array) -> float:
    """Return the mean over districts of ``values`` (D,), weighted by ``population`` (D,)."""
    total = people = 0.0
    for d in range(values.size):
        if population[d] > 0:
            total += values[d] * population[d]
            people += population[d]
    return total / people
