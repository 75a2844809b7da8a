"""Paired runs behind the sentence: the same cities on other seeds and under other sets of assumptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

import numpy as np

from sim.dashboard.state.scene import Scene
from sim.dashboard.work.monthly import Months, months_of
from sim.dashboard.work.simulation import Floats
from sim.outcomes import OUTCOMES
from sim.runs.executor import Cancelled, as_ordered, executor
from sim.runs.months import month_of
from sim.runs.spec import RunSpec
from sim.scenario.scenario import list_assumption_sets, load_assumptions

RUNS = 20
FIRST_RUNS = 5
"""How many are told of while the others run."""
RUNS_PER_SET = 4
RESIDENTS = 2_000
ORDER_OF_OUTCOMES = list(OUTCOMES)


class Paired(NamedTuple):
    """Finished paired runs: ``values`` (runs, cities, months, outcomes), ``sets`` likewise per set.

    ``maps`` (cities, months, `MAPPED`, districts) are means over the runs; nan where a district is undefined in all.
    """

    letters: tuple[str, ...]
    values: Floats
    sets: tuple[Floats, ...]
    maps: Floats

    @property
    def complete(self) -> bool:
        """Whether the sets of assumptions are in too."""
        return bool(self.sets)

    @property
    def runs(self) -> int:
        """How many runs were paired."""
        return len(self.values)

    def means(self, week: int) -> dict[str, dict[str, float]]:
        """Return the mean of every outcome over the runs, per city."""
        mean = np.nanmean(self.values[:, :, month_of(week)], axis=0)
        return {
            letter: dict(zip(ORDER_OF_OUTCOMES, map(float, mean[i]), strict=True))
            for i, letter in enumerate(self.letters)
        }

    def levels(self, outcome: str, week: int, letter: str) -> list[float]:
        """Return one city's level in every run."""
        column = self.values[:, self.letters.index(letter), month_of(week), ORDER_OF_OUTCOMES.index(outcome)]
        return [float(value) for value in column]

    def gaps(self, outcome: str, week: int, a: str, b: str) -> list[float]:
        """Return ``a`` minus ``b`` in every run."""
        return [float(gap) for gap in self._gap(self.values, outcome, week, a, b)]

    def set_gaps(self, outcome: str, week: int, a: str, b: str) -> list[float]:
        """Return the mean of ``a`` minus ``b`` under every set of assumptions."""
        return [float(np.nanmean(self._gap(values, outcome, week, a, b))) for values in self.sets]

    def places(self, outcome: str, week: int) -> dict[str, int]:
        """Return in how many runs C lies above both, between, and below both others."""
        a, b, c = (
            self.values[:, self.letters.index(x), month_of(week), ORDER_OF_OUTCOMES.index(outcome)]
            for x in "ABC"
        )
        above, below = int((c > np.maximum(a, b)).sum()), int((c < np.minimum(a, b)).sum())
        return {"above": above, "between": len(a) - above - below, "below": below}

    def _gap(self, values: Floats, outcome: str, week: int, a: str, b: str) -> Floats:
        at, column = month_of(week), ORDER_OF_OUTCOMES.index(outcome)
        gap: Floats = (
            values[:, self.letters.index(a), at, column] - values[:, self.letters.index(b), at, column]
        )
        return gap


def paired_runs(scene: Scene, wanted: Callable[[], bool] = lambda: True) -> Iterator[Paired]:
    """Yield the runs of ``scene`` on the first seeds, on all `RUNS`, then with those under every set.

    Sets are left out where the visitor changed assumptions. Ends early when no longer wanted. Every core has a seed
    until none is left: nobody waits for the first seeds, or for one set, to be done.
    """
    spec = paired_spec(scene)
    sets = [] if scene.assumptions else specs_of_sets(scene)
    seeds = list(dict.fromkeys(_by_seed(spec, *sets)))
    values: dict[RunSpec, Floats] = {}
    maps: list[Floats] = []
    with executor("threads") as cores, closing(cores.run(partial(_monthly, wanted), seeds)) as done:
        for seed, months in zip(seeds, as_ordered(done, "seed"), strict=False):
            if months is None:
                return
            values[seed] = months.values
            if len(maps) < RUNS:
                maps.append(months.maps)
            if len(values) in (FIRST_RUNS, RUNS, len(seeds)):
                yield _paired(spec, sets if len(values) == len(seeds) else (), values, maps)


def _by_seed(*specs: RunSpec) -> Iterator[RunSpec]:
    """Yield ``specs`` under each of their seeds."""
    for spec in specs:
        yield from (spec.under([seed]) for seed in spec.seeds)


def _monthly(wanted: Callable[[], bool], spec: RunSpec, cancelled: Cancelled) -> Months | None:
    return months_of(spec, lambda: wanted() and not cancelled())


def _paired(
    spec: RunSpec, sets: Sequence[RunSpec], values: Mapping[RunSpec, Floats], maps: Sequence[Floats]
) -> Paired:
    """Return the runs of ``spec`` under as many seeds as have ``maps``, and those of ``sets``, from ``values``."""
    runs = np.array([values[seed] for seed in _by_seed(spec.under(spec.seeds[: len(maps)]))])
    under_sets = tuple(np.array([values[seed] for seed in _by_seed(one)]) for one in sets)
    return Paired(spec.labels, runs, under_sets, _mean(np.array(maps)))


def _mean(maps: Floats) -> Floats:
    """Return the mean over runs of ``maps`` (runs, ...), of those runs in which a district is defined."""
    defined = np.isfinite(maps)
    total, number = np.where(defined, maps, 0.0).sum(axis=0), defined.sum(axis=0)
    mean: Floats = np.where(number > 0, total / np.maximum(number, 1), np.nan).astype(np.float32)
    return mean


def paired_spec(scene: Scene) -> RunSpec:
    """Return what the sentence of ``scene`` rests on: its cities under seeds 1, 2, 3 and so on."""
    return scene.spec().at(RESIDENTS).under(range(1, RUNS + 1))


def specs_of_sets(scene: Scene) -> list[RunSpec]:
    """Return, for every shipped set of assumptions, the cities of ``scene`` under it and fewer seeds."""
    seeds = range(1, RUNS_PER_SET + 1)
    return [scene.spec(load_assumptions(name)).at(RESIDENTS).under(seeds) for name in list_assumption_sets()]
