"""Which runs a study needs, where seeds of a point are taken until they are enough.

The rule looks at the first n seeds of a point, n growing by half each time, and stops at the first n that are
enough: what is needed depends on the results alone, not on who lived them in which order.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.studies.enough import Enough
from sim.studies.plan import Plan

GROWTH = 1.5
Mask = NDArray[np.bool_]


class Tried(NamedTuple):
    """Of every row: the outcome that the rule looks at (nan: none), and whether it is done or failed; (rows,)."""

    values: NDArray[np.float64]
    over: Mask


def needed_rows(plan: Plan, tried: Tried) -> Mask:
    """Return which rows are needed by what is known so far (rows,)."""
    rule = plan.enough
    if rule is None:
        return np.ones(plan.table.num_rows, bool)
    places = _places(plan)
    sizes = list(_sizes(rule.least, len(plan.study["seeds"])))
    needed = np.zeros(plan.table.num_rows, bool)
    for rows in places:  # (scenarios, seeds) of one point
        size = _size(rule, rows, sizes, tried)
        needed[rows[:, :size]] = True
    return needed


def _size(rule: Enough, rows: NDArray[np.int64], sizes: list[int], tried: Tried) -> int:
    """Return how many seeds a point needs: the first size that is enough, or that is not yet all there."""
    for size in sizes[:-1]:
        mine = rows[:, :size]
        if not tried.over[mine].all() or rule.reached(_shown(tried.values[mine])):
            return size
    return sizes[-1]


def _shown(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (seeds,) what the rule looks at: the difference of two scenarios, or the one (scenarios, seeds)."""
    return values[0] - values[1] if len(values) == 2 else values[0]


def _sizes(least: int, most: int) -> Iterator[int]:
    size = least
    while size < most:
        yield size
        size = math.ceil(GROWTH * size)
    yield most


def _places(plan: Plan) -> NDArray[np.int64]:
    """Return the row of every point, scenario and seed, in the design's order (points, scenarios, seeds)."""
    table = plan.table
    points = table.column("point").to_numpy()
    axes = [list(plan.study["scenarios"]), list(plan.study["seeds"])]
    found = np.zeros((points.max() + 1, *map(len, axes)), np.int64)
    columns = [table.column(name).to_pylist() for name in ("scenario", "seed")]
    places = [
        np.array([axis.index(value) for value in column]) for axis, column in zip(axes, columns, strict=True)
    ]
    found[points, places[0], places[1]] = np.arange(table.num_rows)
    return found
