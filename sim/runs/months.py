"""Months: means of four weeks, as long as what is reported of a year's end."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model.time_series import REPORTED_WEEKS


def month_of(week: int) -> int:
    """Return the month (from 0) in which ``week`` weeks have passed."""
    return max(0, -(-week // REPORTED_WEEKS) - 1)


def by_month(weekly: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """Return the means of each four whole weeks of ``weekly`` (cities, weeks, ...): (cities, months, ...)."""
    months = weekly.shape[1] // REPORTED_WEEKS
    whole = weekly[:, : months * REPORTED_WEEKS]
    cut = whole.reshape(len(weekly), months, REPORTED_WEEKS, *weekly.shape[2:])
    return np.asarray(cut.mean(axis=2))
