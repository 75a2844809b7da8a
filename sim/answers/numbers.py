"""Numbers as documents carry them, and bands of a few seeds."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.runs.statistics import paired_difference


class Band(NamedTuple):
    """A mean over seeds and the interval that holds it with 90 % confidence."""

    mean: float
    low: float
    high: float


def band(values: NDArray[np.float64]) -> Band:
    """Return the mean of ``values`` (S,), one a seed, with its band; its ends are nan with one seed."""
    column = values.reshape(-1, 1)
    return Band(*(float(end[0]) for end in paired_difference(column, np.zeros_like(column))))
