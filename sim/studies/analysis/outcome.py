"""One number for every point and city: what sensitivity and discovery work on.

A run may fail, and an outcome may be undefined in a run that is done. Neither is a number, and neither is "no":
both are left out of means and counted beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.studies.hints import to_resume
from sim.studies.partial import lacking, remedy
from sim.studies.results import Results

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
FEWEST_WHOLE = 5
MOST_NAMED = 3  # runs that a message names
WITHOUT = ("undefined", "failed", "pending")
"""Why a run has no number: done, but the outcome is undefined in it; failed or timed out; still to be run."""


class Cells(NamedTuple):
    """An outcome of a city, or of a difference of cities, by point and seed: (points, seeds) each, or more axes.

    ``values`` are nan where there is none; of those, ``undefined`` marks runs that are done, ``failed`` those
    that failed or timed out, ``pending`` those still to be run. A pair is as badly off as the worse of its two.
    """

    values: Numbers
    undefined: Mask
    failed: Mask
    pending: Mask

    @property
    def mean(self) -> Numbers:
        """Return the mean over the seeds that have a value (points,), nan at points where none has.

        Where a seed has none, what it and the others are above or below their mean (`seed_effects`) is taken out first:
        else a seed that fails at some points would be taken for what those points do.
        """
        there = ~np.isnan(self.values)
        number = there.sum(axis=1)
        lacking = (number < there.any(axis=0).sum())[:, None]
        level = np.where(there, self.values - np.where(lacking, seed_effects(self.values), 0.0), 0.0)
        return np.where(number > 0, level.sum(axis=1) / np.maximum(number, 1), np.nan)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many runs, or pairs of runs, are left out, and why."""
        return {name: int(getattr(self, name).sum()) for name in WITHOUT}

    def minus(self, other: Cells) -> Cells:
        """Return the difference from ``other``, seed by seed."""
        failed = self.failed | other.failed
        pending = (self.pending | other.pending) & ~failed
        undefined = (self.undefined | other.undefined) & ~failed & ~pending
        return Cells(self.values - other.values, undefined, failed, pending)


def seed_effects(values: Numbers) -> Numbers:
    """Return by how much each seed is above the mean (seeds,), at points of ``values`` (points, seeds) that have all.

    Seeds are common to all points, so that their effects are (main effects of a two-way layout, Fisher 1925). Those are
    nil where fewer than `FEWEST_WHOLE` points have every seed that has any value: there chance would be added.
    """
    any_value = ~np.isnan(values).all(axis=0)
    whole = values[~np.isnan(values[:, any_value]).any(axis=1)][:, any_value]
    effects = np.zeros(values.shape[1])
    if any_value.any() and len(whole) >= FEWEST_WHOLE:
        effects[any_value] = whole.mean(axis=0) - whole.mean()
    return effects


def by_point(results: Results, outcome: str, year: float | None) -> dict[str, Cells]:
    """Return the cells of every city; then those of "first minus second", of the first and every other.

    Cities of several sets of assumptions are told apart by "scenario, set", and differences are within a set; those
    between sets are of a study of one scenario. Raises InputError while runs are still to be done.
    """
    refuse_pending(results)
    cities = cells_of(results, outcome, year)
    scenarios, sets = (list(results.plan.study[name]) for name in ("scenarios", "assumptions"))
    if len(sets) > 1 and len(scenarios) > 1:
        groups = [[f"{scenario}, {one}" for scenario in scenarios] for one in sets]
    else:
        groups = [list(cities)]
    pairs = [(first, other) for first, *others in groups for other in others]
    return cities | {f"{first} minus {other}": cities[first].minus(cities[other]) for first, other in pairs}


def refuse_pending(results: Results) -> None:
    """Raise InputError while runs are still to be done."""
    if missing := lacking(results):
        raise InputError(f"{results.folder}: {missing}")


def each_city(
    results: Results, outcomes: Sequence[str], year: float | None, notes: list[str]
) -> Iterator[tuple[dict[str, Any], Cells]]:
    """Yield each of ``outcomes`` in every city and difference: how its rows begin, and its cells.

    What is left out is added to ``notes``. Raises InputError as `by_point` does.
    """
    for outcome in outcomes:
        cities = by_point(results, outcome, year)
        notes += left_out(outcome, cities)
        for city, cells in cities.items():
            yield {"outcome": outcome, "city": city}, cells


def cells_of(results: Results, outcome: str, year: float | None) -> dict[str, Cells]:
    """Return the cells of every city, whatever is done."""
    values = results.outcome(outcome, year)
    status = np.array(results.runs().column("status").to_pylist())
    table = results.plan.table
    points = table.column("point").to_numpy()
    seeds = list(results.plan.study["seeds"])
    columns = np.array([seeds.index(seed) for seed in table.column("seed").to_pylist()])
    names = np.array(city_of(results))
    shape = (int(points.max()) + 1, len(seeds))
    found: dict[str, Cells] = {}
    for city in dict.fromkeys(names.tolist()):
        mine = names == city
        numbers, stands = np.full(shape, np.nan), np.full(shape, "", dtype="U10")
        numbers[points[mine], columns[mine]] = values[mine]
        stands[points[mine], columns[mine]] = status[mine]
        found[city] = as_cells(numbers, stands)
    return found


def as_cells(values: Numbers, statuses: NDArray[np.str_]) -> Cells:
    """Return ``values`` of one shape with the ``statuses`` of their runs, told apart by why there is no number."""
    undefined = (statuses == "done") & np.isnan(values)
    failed = (statuses == "failed") | (statuses == "timed out")
    return Cells(values, undefined, failed, statuses == "pending")


def city_of(results: Results) -> list[str]:
    """Return the city's name for each row of the plan."""
    table = results.plan.table
    several = len(results.plan.study["assumptions"]) > 1
    scenarios, sets = (table.column(name).to_pylist() for name in ("scenario", "assumptions"))
    return [f"{one}, {other}" if several else one for one, other in zip(scenarios, sets, strict=True)]


def none_done(results: Results, status: NDArray[np.str_]) -> str:
    """Return in words why no run has a number, and the command that goes on."""
    if (status == "pending").any():
        return f"no run is done yet; {remedy(results)}"
    return f"every run failed; {to_resume(results, '--retry-failed')} tries again"


def refuse_failed(results: Results, method: str) -> None:
    """Raise InputError naming runs that failed, for a ``method`` whose arithmetic needs every point."""
    failed = [row for row in results.runs().to_pylist() if row["status"] in ("failed", "timed out")]
    if not failed:
        return
    named = ", ".join(f"run {row['run']} {row['status']} ({row['reason']})" for row in failed[:MOST_NAMED])
    more = f", and {len(failed) - MOST_NAMED} more" if len(failed) > MOST_NAMED else ""
    raise InputError(
        f"{results.folder}: {method} needs every point, and {named}{more}; mend what fails and run them again, "
        f"{to_resume(results, '--retry-failed')}, or leave their blocks of points out with --without-failed"
    )


def left_out(outcome: str, cells: dict[str, Cells]) -> list[str]:
    """Return a note for each city of whose runs some are left out."""
    notes = []
    for city, one in cells.items():
        if (words := reasons(one.counts)) and " minus " not in city:
            notes.append(f"{outcome}, {city}: {words} of {one.values.size} runs left out")
    return notes


def reasons(counts: Mapping[str, Any]) -> str:
    """Return in words how many are left out for which reason; empty where none is."""
    return ", ".join(f"{counts[reason]} {reason}" for reason in WITHOUT if counts[reason])
