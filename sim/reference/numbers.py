"""Arithmetic of the reference model: rounding, clips, chances, and numbers drawn by their distribution."""

from __future__ import annotations

import math
from collections.abc import Sequence
from math import exp

import numpy as np

WEEKS = 52  # in a year
MOST_OF_A_CASCADE = 16


def store(value: float) -> float:
    """Return ``value`` as a resident keeps it: rounded to 32 bits."""
    return float(np.float32(value))


def clip(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return ``value`` held between ``low`` and ``high``."""
    return min(max(value, low), high)


def logistic(value: float) -> float:
    """Return 1/(1 + e^-value)."""
    return 1.0 / (1.0 + exp(-value))


def within_a_week(yearly_hazard: float) -> float:
    """Return the probability that something of this yearly hazard happens in one week."""
    return 1.0 - exp(-yearly_hazard / WEEKS)


def mean_of(values: Sequence[float], of_nothing: float = math.nan) -> float:
    """Return the mean, ``of_nothing`` if there are no values."""
    return sum(values) / len(values) if values else of_nothing


def ratio(part: float, whole: float) -> float:
    """Return part/whole, nan where there is no whole."""
    return part / whole if whole else math.nan


def poisson_number(u: float, mean: float) -> int:
    """Return the smallest n with ``u`` below the Poisson distribution function, at most 1,000."""
    n, term = 0, exp(-mean)
    below = term
    while u >= below and n < 1_000:
        n += 1
        term *= mean / n
        below += term
    return n


def borel_number(u: float, mean: float) -> int:
    """Return the smallest n with ``u`` below the Borel distribution function, at most 16."""
    below = 0.0
    for n in range(1, MOST_OF_A_CASCADE + 1):
        below += exp(-mean * n) * (mean * n) ** (n - 1) / math.factorial(n)
        if u < below:
            return n
    return MOST_OF_A_CASCADE
