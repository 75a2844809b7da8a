"""Paired comparison of cities that shared their past and their luck, seed by seed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Outcomes = NDArray[np.float64]

REPORTED_YEARS = (1, 2, 5, 10, 25)
CONFIDENCE = 0.90


class Difference(NamedTuple):
    """Mean paired difference of K outcomes, and the interval that holds it with 90 % confidence; (K,) each."""

    mean: Outcomes
    low: Outcomes
    high: Outcomes


def paired_difference(first: Outcomes, second: Outcomes, confidence: float = CONFIDENCE) -> Difference:
    """Return ``first`` minus ``second``, (S, K) each, one row a seed, averaged over seeds.

    The interval is Student's t over the seeds' differences (Student 1908, doi:10.1093/biomet/6.1.1); with one
    seed its ends are nan. An outcome undefined in any seed is nan.
    """
    if first.shape != second.shape or first.ndim != 2 or not len(first):
        raise ValueError(f"shapes {first.shape} and {second.shape}: the same seeds and outcomes are needed")
    differences = first - second
    mean = differences.mean(axis=0)
    seeds = len(differences)
    if seeds == 1:
        unknown = np.full_like(mean, np.nan)
        return Difference(mean, unknown, unknown.copy())
    from scipy.special import stdtrit  # the quantile alone: scipy.stats takes a second to import

    error = differences.std(axis=0, ddof=1) / np.sqrt(seeds)
    reach = stdtrit(seeds - 1, 0.5 + confidence / 2) * error
    return Difference(mean, mean - reach, mean + reach)
