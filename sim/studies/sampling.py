"""Where a design looks: positions from 0 to 1, one row a point, one column a factor."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.files import checks
from sim.files.errors import InputError, unknown
from sim.studies.constraint import Constraint
from sim.studies.factor import Factor

Points = NDArray[np.float64]
"""(points, factors); nan leaves a factor as its scenario and assumptions have it."""

MOST_POINTS = 2_000_000
TABLE = "table"
STRUCTURED = ("saltelli", "morris", "one-at-a-time")
"""Methods whose arithmetic needs every point, so that no constraint may take one away."""


@dataclass(frozen=True)
class Sampling:
    """Where a design looks, and how it is called in messages.

    ``positions`` are those of the points of method "table"; ``constraints`` what every point must meet.
    """

    name: str = "design"
    method: str = "grid"
    factors: tuple[Factor, ...] = ()
    samples: int = 1
    seed: int = 0
    levels: int = 4
    second_order: bool = False
    positions: tuple[tuple[float, ...], ...] = ()
    constraints: tuple[Constraint, ...] = ()


def check_sampling(design: Sampling) -> None:
    """Raise InputError where the method of ``design`` cannot take what it is given."""
    where = design.name
    if design.method not in METHODS:
        raise InputError(f"{where}: {unknown('method', design.method, METHODS)}")
    for key, low, high in (("samples", 1, 1_000_000), ("seed", 0, 2**31 - 1), ("levels", 2, 100)):
        object.__setattr__(
            design, key, checks.whole_number(getattr(design, key), f"{where}: {key}", low, high)
        )
    checks.switch(design.second_order, f"{where}: second_order")
    if design.method == TABLE and not design.positions:
        raise InputError(f"{where}: method = 'table' needs points, a .csv or .parquet file")
    if not design.factors and design.method != "grid":
        raise InputError(
            f"{where}: [vary] is empty, so method = {design.method!r} has nothing to draw; name what varies, "
            "or leave the method out to run scenarios x sets x seeds"
        )
    if design.method in ("sobol", "saltelli"):
        _power_of_two(design)
    if design.method == "morris" and design.levels % 2:
        raise InputError(f"{where}: levels = {design.levels} must be even for morris, or samples are biased")
    if design.constraints and design.method in STRUCTURED:
        raise InputError(f"{where}: constraints would take points away that {design.method} needs")
    if (number := count_points(design)) > MOST_POINTS:
        kind = f"a grid of {number}" if design.method == "grid" else str(number)
        raise InputError(f"{where}: {kind} points (allowed: at most {MOST_POINTS})")


def count_points(design: Sampling) -> int:
    """Return how many points ``design`` has before constraints, without making them."""
    factors = len(design.factors)
    match design.method:
        case "grid":
            return math.prod(factor.count for factor in design.factors)
        case "table":
            return len(design.positions)
        case "saltelli":
            return design.samples * (factors * (2 if design.second_order else 1) + 2)
        case "morris":
            return design.samples * (factors + 1)
        case "one-at-a-time":
            return 1 + sum(factor.count for factor in design.factors)
    return design.samples


def unit_points(design: Sampling) -> Points:
    """Return the positions of every point of ``design``, in the order in which they are run."""
    return METHODS[design.method](design) if design.factors else np.empty((1, 0))


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
    """Return the grid in an order in which whatever has been run first is an even sample of it.

    A Sobol' sequence names cells of the grid; those it has not come to follow in an order drawn at random.
    """
    from scipy.stats import qmc

    counts = np.array([factor.count for factor in design.factors])
    size = int(counts.prod())
    draws = qmc.Sobol(len(counts), rng=design.seed).random_base2(size.bit_length())
    cells = np.ravel_multi_index(tuple(np.minimum((draws * counts).astype(int), counts - 1).T), tuple(counts))
    named, first = np.unique(cells, return_index=True)
    rest = np.setdiff1d(np.arange(size), named)
    order = [*named[np.argsort(first)], *np.random.default_rng(design.seed).permutation(rest)]
    places = np.unravel_index(np.array(order, int), tuple(counts))
    steps = [np.array(factor.steps()) for factor in design.factors]
    return np.column_stack([one[place] for one, place in zip(steps, places, strict=True)])


def _table(design: Sampling) -> Points:
    return np.array(design.positions, float)


def _latin_hypercube(design: Sampling) -> Points:
    from scipy.stats import qmc

    points: Points = qmc.LatinHypercube(len(design.factors), rng=design.seed).random(design.samples)
    return points


def _sobol(design: Sampling) -> Points:
    from scipy.stats import qmc

    points: Points = qmc.Sobol(len(design.factors), rng=design.seed).random(design.samples)
    return points


def _saltelli(design: Sampling) -> Points:
    from SALib.sample import sobol

    points: Points = sobol.sample(
        unit_problem(design.factors),
        design.samples,
        calc_second_order=design.second_order,
        seed=design.seed + 1,  # SALib takes 0 for "no seed"
    )
    return points


def _morris(design: Sampling) -> Points:
    from SALib.sample import morris

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
    TABLE: _table,
}
