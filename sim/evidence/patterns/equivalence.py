"""Equivalence of two means: two one-sided tests, many of them at once by Holm's steps.

That intervals overlap says little with few seeds and fails with many; these tests fail with few.
Schuirmann (1987), doi:10.1007/BF01068419; Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LEVEL = 0.05


class Equivalence(NamedTuple):
    """The difference of two means, the margin within which they count as equal, and the test's p."""

    difference: float
    margin: float
    p: float


def equivalence(one: Floats, other: Floats, margin: float) -> Equivalence:
    """Return the test that the means of ``one`` (S,) and ``other`` (T,) differ by less than ``margin``.

    Welch's unequal variances; p is the larger of the two one-sided tests', nan where a value is undefined.
    """
    from scipy.special import stdtr

    gap = float(one.mean() - other.mean())
    a, b = one.var(ddof=1) / len(one), other.var(ddof=1) / len(other)
    error = float(np.sqrt(a + b))
    if not np.isfinite(gap):
        return Equivalence(gap, margin, np.nan)
    if error == 0.0:
        return Equivalence(gap, margin, 0.0 if abs(gap) < margin else 1.0)
    freedom = (a + b) ** 2 / (a**2 / (len(one) - 1) + b**2 / (len(other) - 1))
    return Equivalence(gap, margin, float(stdtr(freedom, -(margin - abs(gap)) / error)))


def holm(p_values: Sequence[float]) -> Floats:
    """Return the p values adjusted for their number by Holm's steps; nan stays nan and is not counted."""
    p = np.asarray(p_values, float)
    adjusted = np.full(len(p), np.nan)
    order = [k for k in np.argsort(p) if np.isfinite(p[k])]
    least = 0.0
    for rank, k in enumerate(order):
        least = max(least, min(1.0, (len(order) - rank) * p[k]))
        adjusted[k] = least
    return adjusted
