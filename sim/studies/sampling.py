"""Where a design looks: positions from 0 to 1, one row a point, one column a factor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.studies.factor import Factor

Points = NDArray[np.float64]
"""(points, factors); nan leaves a factor as its scenario and assumptions have it."""

MOST_POINTS = 2_000_000


@dataclass(frozen=True)
class Sampling:
    """Where a design looks, and how it is called in messages."""

    name: str
    method: str = "grid"
    factors: tuple[Factor, ...] = ()
    samples: int = 1
    seed: int = 0
    levels: int = 4
    second_order: bool = False


def unit_points(design: Sampling) -> Points:
    """Return the positions of every point of ``design``; raise InputError for absurdly many."""
    if not design.factors:
        return np.empty((1, 0))
    points = METHODS[design.method](design)
    if len(points) > MOST_POINTS:
        raise InputError(f"{design.name}: {len(points)} points (allowed: at most {MOST_POINTS})")
    return points


def salib_problem(factors: Sequence[Factor]) -> dict[str, object]:
    """Return the problem as SALib states it: names and bounds; options are numbered from 0."""
    return {
        "num_vars": len(factors),
        "names": [factor.name for factor in factors],
        "bounds": [factor.bounds for factor in factors],
    }


def unit_problem(factors: Sequence[Factor]) -> dict[str, object]:
    """Return the problem in positions, as points are drawn and elementary effects are measured."""
    return salib_problem(factors) | {"bounds": [[0.0, 1.0] for _ in factors]}


def _grid(design: Sampling) -> Points:
    size = float(np.prod([float(factor.count) for factor in design.factors]))
    if size > MOST_POINTS:
        raise InputError(f"{design.name}: a grid of {size:.0f} points (allowed: at most {MOST_POINTS})")
    return np.array(list(product(*(factor.steps() for factor in design.factors))))


def _latin_hypercube(design: Sampling) -> Points:
    from scipy.stats import qmc

    points: Points = qmc.LatinHypercube(len(design.factors), rng=design.seed).random(design.samples)
    return points


def _sobol(design: Sampling) -> Points:
    from scipy.stats import qmc

    _power_of_two(design)
    points: Points = qmc.Sobol(len(design.factors), rng=design.seed).random(design.samples)
    return points


def _saltelli(design: Sampling) -> Points:
    from SALib.sample import sobol

    _power_of_two(design)
    points: Points = sobol.sample(
        unit_problem(design.factors),
        design.samples,
        calc_second_order=design.second_order,
        seed=design.seed + 1,  # SALib takes 0 for "no seed"
    )
    return points


def _morris(design: Sampling) -> Points:
    from SALib.sample import morris

    if design.levels % 2:
        raise InputError(
            f"{design.name}: levels = {design.levels} must be even for morris, or samples are biased"
        )
    points: Points = morris.sample(
        unit_problem(design.factors), design.samples, num_levels=design.levels, seed=design.seed + 1
    )
    return points


def _one_at_a_time(design: Sampling) -> Points:
    rows = [np.full(len(design.factors), np.nan)]  # first the point where nothing is changed
    for column, factor in enumerate(design.factors):
        for position in factor.steps():
            rows.append(np.full(len(design.factors), np.nan))
            rows[-1][column] = position
    return np.array(rows)


def _power_of_two(design: Sampling) -> None:
    if design.samples & (design.samples - 1):
        below = 1 << (design.samples.bit_length() - 1)
        raise InputError(
            f"{design.name}: samples = {design.samples} must be a power of two for {design.method} "
            f"(nearest: {below} and {below * 2})"
        )


METHODS: dict[str, Callable[[Sampling], Points]] = {
    "grid": _grid,
    "latin-hypercube": _latin_hypercube,
    "sobol": _sobol,
    "saltelli": _saltelli,
    "morris": _morris,
    "one-at-a-time": _one_at_a_time,
}
