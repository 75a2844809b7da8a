"""Hardship of districts from the indicators a city's file gives (docs/cities.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sim.city.geography import Floats
from sim.city.mapping import Reference
from sim.files.toml import read_toml
from sim.locale.text import message

ABSOLUTE, RANK = "absolute", "rank"


class Basis(NamedTuple):
    """How one indicator was turned into hardship: ``scale`` absolute or rank, ``reference`` for absolute ones."""

    column: str
    lowers: bool
    scale: str
    reference: Reference | None = None


@cache
def known_references() -> Mapping[str, Reference]:
    """Return kind of indicator -> the documented value at which hardship is 1/2."""
    document = read_toml(Path(__file__).with_name("scales.toml"))
    return {
        kind: Reference(float(one["reference"]), message(f"scale-{kind}")) for kind, one in document.items()
    }


def basis_of(column: str, lowers: bool, kind: str, stated: Mapping[str, Reference], values: Floats) -> Basis:
    """Return how ``column`` is read: absolutely where a reference is stated or documented, else by rank.

    A negative value has no place on an absolute scale, so that its column is ranked.
    """
    reference = stated.get(column) or known_references().get(kind)
    if reference is None or (np.nan_to_num(values) < 0).any():
        return Basis(column, lowers, RANK)
    return Basis(column, lowers, ABSOLUTE, reference)


def as_per_cent(values: Floats, reference: float) -> Floats:
    """Return shares given as fractions of 1 in per cent, others as they are (`are_fractions`)."""
    return values * 100 if are_fractions(values, reference) else values


def are_fractions(values: Floats, reference: float) -> bool:
    """Return whether no district's share exceeds 1 though the middle of the scale, in per cent, does.

    A city in which nowhere more than one in a hundred is poor or without work is not known.
    """
    known = values[~np.isnan(values)]
    return bool(1 < reference <= 100 and known.size and known.max() <= 1)


def absolute(values: Floats, reference: float, lowers: bool) -> Floats:
    """Return hardship (D,) in [0, 1] by the level of one indicator: its odds are value / reference.

    1/2 at the reference, 2/3 at twice it, 1/3 at half; the inverse where the indicator lowers hardship. As
    well-being goes with the logarithm of income (Killingsworth, Kahneman & Mellers 2023), ratios count, not
    differences; that the odds follow the ratio one to one is a judgement.
    """
    scaled = as_per_cent(values, reference)
    share = scaled / (scaled + reference)
    return np.array(1 - share if lowers else share, dtype=np.float64)


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


def relative(values: Floats, population: Floats, lowers: bool) -> Floats:
    """Return hardship (D,) in [.25, .75] by rank among the city's people: the fallback without a scale."""
    ranks = mid_ranks(values, population)
    return np.array(0.25 + 0.5 * (1 - ranks if lowers else ranks), dtype=np.float64)


def hardship_of(figures: Mapping[str, Floats], bases: Sequence[Basis], population: Floats) -> Floats:
    """Return each district's average hardship over the indicators it has, shape (D,).

    ``figures`` maps an indicator to its values (D,), nan where missing. A district without any indicator gets
    the population-weighted mean of the others. All nan (to be drawn) where no indicator says anything.
    """
    parts = [_part(figures[basis.column], basis, population) for basis in bases]
    number = sum((~np.isnan(part) for part in parts), np.zeros(len(population)))
    total = sum((np.nan_to_num(part) for part in parts), np.zeros(len(population)))
    known = number > 0
    if not known.any() or not population[known].sum() > 0:
        return np.full(len(population), np.nan)
    average = np.where(known, total / np.maximum(number, 1), 0.0)
    average[~known] = np.average(average[known], weights=population[known])
    return np.array(average, dtype=np.float64)


def _part(values: Floats, basis: Basis, population: Floats) -> Floats:
    if basis.reference is None:
        return relative(values, population, basis.lowers)
    return absolute(values, basis.reference.value, basis.lowers)
