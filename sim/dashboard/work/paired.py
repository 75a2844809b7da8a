"""Paired runs behind the sentence: the same cities under other luck and other sets of assumptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from sim.dashboard.state.scene import Scene
from sim.dashboard.work.simulation import Floats, Recipe, run
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_assumption_sets, load_assumptions

RUNS = 20
RUNS_PER_SET = 4
RESIDENTS = 2_000
ORDER_OF_DIALS = list(OUTCOMES)


class Paired(NamedTuple):
    """Finished paired runs: ``values`` (runs, cities, weeks, dials) by month, ``sets`` likewise per set."""

    letters: tuple[str, ...]
    values: Floats
    sets: tuple[Floats, ...]

    @property
    def complete(self) -> bool:
        """Whether the sets of assumptions are in too."""
        return bool(self.sets)

    @property
    def runs(self) -> int:
        """How many runs were paired."""
        return len(self.values)

    def means(self, week: int) -> dict[str, dict[str, float]]:
        """Return the mean of every dial over the runs, per city."""
        mean = np.nanmean(self.values[:, :, _month(week)], axis=0)
        return {
            letter: dict(zip(ORDER_OF_DIALS, map(float, mean[i]), strict=True))
            for i, letter in enumerate(self.letters)
        }

    def levels(self, dial: str, week: int, letter: str) -> list[float]:
        """Return one city's level in every run."""
        column = self.values[:, self.letters.index(letter), _month(week), ORDER_OF_DIALS.index(dial)]
        return [float(value) for value in column]

    def gaps(self, dial: str, week: int, a: str, b: str) -> list[float]:
        """Return ``a`` minus ``b`` in every run."""
        return [float(gap) for gap in self._gap(self.values, dial, week, a, b)]

    def set_gaps(self, dial: str, week: int, a: str, b: str) -> list[float]:
        """Return the mean of ``a`` minus ``b`` under every set of assumptions."""
        return [float(np.nanmean(self._gap(values, dial, week, a, b))) for values in self.sets]

    def places(self, dial: str, week: int) -> dict[str, int]:
        """Return in how many runs C lies above both, between, and below both others."""
        a, b, c = (
            self.values[:, self.letters.index(x), _month(week), ORDER_OF_DIALS.index(dial)] for x in "ABC"
        )
        above, below = int((c > np.maximum(a, b)).sum()), int((c < np.minimum(a, b)).sum())
        return {"above": above, "between": len(a) - above - below, "below": below}

    def _gap(self, values: Floats, dial: str, week: int, a: str, b: str) -> Floats:
        at, column = _month(week), ORDER_OF_DIALS.index(dial)
        gap: Floats = (
            values[:, self.letters.index(a), at, column] - values[:, self.letters.index(b), at, column]
        )
        return gap


def _month(week: int) -> int:
    return max(0, -(-week // REPORTED_WEEKS) - 1)


def _monthly(recipe: Recipe, wanted: Callable[[], bool]) -> Floats | None:
    trajectory = run(recipe, RESIDENTS, wanted)
    if trajectory is None:
        return None
    since = trajectory.series[:, recipe.history :]
    months = since.shape[1] // REPORTED_WEEKS
    cut = since[:, : months * REPORTED_WEEKS].reshape(since.shape[0], months, REPORTED_WEEKS, -1)
    monthly: Floats = cut.mean(axis=2).astype(np.float32)
    return monthly


def paired_runs(scene: Scene, wanted: Callable[[], bool] = lambda: True) -> Iterator[Paired]:
    """Yield the runs of ``scene`` under `RUNS` draws of luck, then with those under every set.

    Sets are left out where the visitor changed assumptions. Ends early when no longer wanted.
    """
    letters = tuple(city.letter for city in scene.recipe().cities)
    values = _all(recipes_of_luck(scene), wanted)
    if values is None:
        return
    yield Paired(letters, values, ())
    if scene.assumptions:
        return
    sets = []
    for recipes in recipes_of_sets(scene):
        under = _all(recipes, wanted)
        if under is None:
            return
        sets.append(under)
    yield Paired(letters, values, tuple(sets))


def recipes_of_luck(scene: Scene) -> Iterator[Recipe]:
    """Return the recipes of ``scene`` under draws of luck 1, 2, 3..."""
    return (scene.recipe(seed=seed) for seed in range(1, RUNS + 1))


def recipes_of_sets(scene: Scene) -> list[list[Recipe]]:
    """Return, for every shipped set of assumptions, its recipes."""
    return [
        [scene.recipe(load_assumptions(name), seed) for seed in range(1, RUNS_PER_SET + 1)]
        for name in list_assumption_sets()
    ]


def _all(recipes: Iterator[Recipe] | list[Recipe], wanted: Callable[[], bool]) -> Floats | None:
    runs = []
    for recipe in recipes:
        one = _monthly(recipe, wanted)
        if one is None:
            return None
        runs.append(one)
    return np.stack(runs)
