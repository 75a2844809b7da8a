"""Moderated variances against their formulas, solved here in another way."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.special import digamma, polygamma
from scipy.stats import t as student

from sim.answers.moderated import _trigamma_inverse, reach


def by_formula(points: np.ndarray, variances: np.ndarray) -> np.ndarray:
    """Return Smyth's half-widths (n,) of ``points`` (n, S), the prior from ``variances`` (n,)."""
    seeds = points.shape[1]
    freedom = seeds - 1
    logs = np.log(variances) - digamma(freedom / 2) + np.log(freedom / 2)
    half = brentq(lambda x: polygamma(1, x) - (logs.var(ddof=1) - polygamma(1, freedom / 2)), 1e-3, 1e6)
    common = np.exp(logs.mean() + digamma(half) - np.log(half))
    moderated = (2 * half * common + freedom * points.var(axis=1, ddof=1)) / (2 * half + freedom)
    return np.asarray(student.ppf(0.95, 2 * half + freedom) * np.sqrt(moderated / seeds))


@pytest.mark.parametrize("seeds", [2, 3, 6])
def test_a_point_without_any_spread_counts_for_a_hundred_thousandth_of_the_median(seeds: int) -> None:
    rng = np.random.default_rng(3)
    points = rng.normal(0.0, 1.0, (60, seeds)) * np.exp(rng.normal(0.0, 1.0, 60))[:, None]
    points[[4, 30]] = 2.0
    own = points.var(axis=1, ddof=1)
    least = 1e-5 * np.median(own[own > 0.0])
    np.testing.assert_allclose(reach(points), by_formula(points, np.maximum(own, least)), rtol=1e-6)


@pytest.mark.parametrize(("points", "seeds"), [(3, 2), (5, 4)])
def test_variances_alike_are_one_variance_of_all_seeds(points: int, seeds: int) -> None:
    spread = np.arange(float(seeds))
    differences = spread + np.arange(float(points))[:, None]
    expected = student.ppf(0.95, points * (seeds - 1)) * np.sqrt(spread.var(ddof=1) / seeds)
    np.testing.assert_allclose(reach(differences), expected, rtol=1e-9)


@pytest.mark.parametrize("value", [1e-4, 0.01, 0.3, 1.0, 5.0, 1e3])
def test_the_trigamma_function_is_inverted(value: float) -> None:
    assert polygamma(1, _trigamma_inverse(value)) == pytest.approx(value, rel=1e-7)
