"""Hardship of districts from the indicators a city's file gives (docs/cities.md)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sim.city.geography import Floats


def mid_ranks(values: Floats, population: Floats) -> Floats:
    """Return the share of people who live in districts with a lower value, shape (D,).

    People of one's own district and of those with an equal value count by half, so ranks lie within [0, 1]
    and their population-weighted mean is 1/2. nan where the value is; all nan where nobody lives in the rest.
    """
    ranks = np.full(len(values), np.nan)
    known = ~np.isnan(values)
    people = population[known].sum()
    if people > 0:
        _, level = np.unique(values[known], return_inverse=True)
        at_level = np.bincount(level, weights=population[known])
        ranks[known] = ((np.cumsum(at_level) - at_level / 2) / people)[level]
    return ranks


def hardship_of(figures: Mapping[str, Floats], lowers: frozenset[str], population: Floats) -> Floats:
    """Return .25 + .5 times each district's average rank over the indicators it has, shape (D,).

    ``figures`` maps an indicator to its values (D,), nan where missing; those named in ``lowers`` count as
    one minus their rank. A district without any indicator gets the population-weighted mean of the others.
    All nan (to be drawn) where no indicator says anything.
    """
    ranks = [
        1 - mid_ranks(values, population) if column in lowers else mid_ranks(values, population)
        for column, values in figures.items()
    ]
    number = sum((~np.isnan(rank) for rank in ranks), np.zeros(len(population)))
    total = sum((np.nan_to_num(rank) for rank in ranks), np.zeros(len(population)))
    known = number > 0
    if not known.any():
        return np.full(len(population), np.nan)
    average = np.where(known, total / np.maximum(number, 1), 0.0)
    average[~known] = np.average(average[known], weights=population[known])
    return np.array(0.25 + 0.5 * average, dtype=np.float64)
