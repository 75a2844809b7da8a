"""Paired comparison of cities of one burn-in, seed by seed."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Outcomes = NDArray[np.float64]

REPORTED_YEARS = (1, 2, 5, 10, 25)
CONFIDENCE = 0.90


def number(value: float) -> float | None:
    """Return ``value`` for a document, where undefined is null."""
    return float(value) if isfinite(value) else None


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


def p_values(differences: Outcomes) -> Outcomes:
    """Return the two-sided p of paired ``differences`` (S, ...), one row a seed, by Student's t, (...).

    Undefined in any seed, or with one seed, it is nan; the same in every seed, it is 0, or 1 where all are 0.
    """
    from scipy.special import stdtr

    seeds = len(differences)
    mean = differences.mean(axis=0)
    if seeds < 2:
        return np.full_like(mean, np.nan)
    error = differences.std(axis=0, ddof=1) / np.sqrt(seeds)
    still = error == 0.0
    found: Outcomes = 2.0 * stdtr(seeds - 1, -np.abs(mean) / np.where(still, 1.0, error))
    return np.where(still, np.where(mean == 0.0, 1.0, 0.0), found)


def holm(p: Outcomes) -> Outcomes:
    """Return the p-values of one family, adjusted for its size (Holm 1979, Scandinavian Journal of Statistics 6).

    Those that are nan stay so and count as looks all the same: somebody looked.
    """
    flat = np.where(np.isnan(p), 1.0, p).ravel()
    order = np.argsort(flat, kind="stable")
    stepped = np.maximum.accumulate(flat[order] * (flat.size - np.arange(flat.size)))
    adjusted = np.empty_like(flat)
    adjusted[order] = np.minimum(stepped, 1.0)
    return np.where(np.isnan(p), np.nan, adjusted.reshape(p.shape))


def pair_correlation(first: Outcomes, second: Outcomes) -> Outcomes:
    """Return how two cities' values (S, K) go together over seeds, (K,): near 0, the pairing gains nothing.

    Pearson's; nan where either does not vary, or with fewer than three seeds.
    """
    if len(first) < 3:
        return np.full(first.shape[1:], np.nan)
    one, other = first - first.mean(axis=0), second - second.mean(axis=0)
    spread = np.sqrt((one**2).sum(axis=0) * (other**2).sum(axis=0))
    return np.divide((one * other).sum(axis=0), spread, out=np.full_like(spread, np.nan), where=spread > 0)
