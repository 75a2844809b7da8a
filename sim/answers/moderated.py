"""The spread over seeds at many points with few seeds each: variances moderated by what all points have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.runs.statistics import CONFIDENCE

Floats = NDArray[np.float64]

SMALLEST = 1e-5
"""Of the median variance: what a variance of exactly nothing is taken for."""


def reach(differences: Floats) -> Floats:
    """Return the half-width (n,) of the 90 % band at each point, from its ``differences`` (n, S), two seeds or more.

    Each variance is drawn toward the common one by as much as the points' variances are alike (Smyth 2004,
    doi:10.2202/1544-6115.1027): a calm point borrows degrees of freedom, an erratic one keeps a wide band.
    """
    from scipy.special import stdtrit

    seeds = differences.shape[1]
    own = differences.var(axis=1, ddof=1)
    if not own.any():
        return np.zeros(len(own))
    prior, common = _prior(np.maximum(own, SMALLEST * np.median(own[own > 0.0])), seeds - 1)
    if np.isinf(prior):
        moderated, freedom = np.full(len(own), common), float(len(own) * (seeds - 1))
    else:
        moderated = (prior * common + (seeds - 1) * own) / (prior + seeds - 1)
        freedom = prior + seeds - 1
    found: Floats = stdtrit(freedom, 0.5 + CONFIDENCE / 2) * np.sqrt(moderated / seeds)
    return found


def _prior(variances: Floats, freedom: int) -> tuple[float, float]:
    """Return the degrees of freedom and the variance that all points share, by the moments of log variances."""
    from scipy.special import digamma, polygamma

    logs = np.log(variances) - digamma(freedom / 2) + np.log(freedom / 2)
    spread = float(logs.var(ddof=1) - polygamma(1, freedom / 2)) if len(logs) > 1 else 0.0
    if spread <= 0.0:
        return np.inf, float(variances.mean())
    prior = 2.0 * _trigamma_inverse(spread)
    return prior, float(np.exp(logs.mean() + digamma(prior / 2) - np.log(prior / 2)))


def _trigamma_inverse(value: float) -> float:
    """Return where the trigamma function is ``value``, by Newton's method from below, which never overshoots."""
    from scipy.special import polygamma

    found = 0.5 + 1.0 / value
    for _ in range(50):
        here = float(polygamma(1, found))
        step = here * (1.0 - here / value) / float(polygamma(2, found))
        found += step
        if abs(step) < 1e-8 * found:
            break
    return found
