"""Ablation: both cities again with one mechanism switched off from the branch point on, and what that changes.

Each mechanism in turn, on the same seeds as the cities with all of them, so that what differs is not luck. What is
switched off anyway stays off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.model.schedule import ORDER
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import OUTCOMES
from sim.runs.branch import BurnIns
from sim.runs.comparison import Comparison
from sim.runs.spec import RunSpec
from sim.runs.statistics import number

Floats = NDArray[np.floating[Any]]


class Ablation(NamedTuple):
    """Levels at the horizon: ``whole`` (seeds, cities, outcomes) with every mechanism, ``without`` by mechanism."""

    spec: RunSpec
    outcomes: tuple[str, ...]
    whole: Floats
    without: dict[str, Floats]

    def change(self, mechanism: str) -> Floats:
        """Return what its absence changes (cities, outcomes): means over seeds, in the outcomes' own units."""
        gone: Floats = (self.without[mechanism] - self.whole).mean(axis=0)
        return gone

    def material(self, mechanism: str) -> NDArray[np.bool_]:
        """Return where (cities, outcomes) the change is at least what is called material."""
        least = np.array([OUTCOMES[name].material for name in self.outcomes])
        return np.abs(self.change(mechanism)) >= least

    def as_json(self) -> dict[str, Any]:
        """Return means with every mechanism and the changes, in units of display; null where undefined."""
        scale = np.array([OUTCOMES[name].scale for name in self.outcomes])
        return {
            "cities": list(self.spec.labels),
            "outcomes": list(self.outcomes),
            "seeds": len(self.whole),
            "weeks": self.spec.weeks,
            "residents": self.spec.residents,
            "whole": _listed(self.whole.mean(axis=0) * scale),
            "changes": {name: _listed(self.change(name) * scale) for name in self.without},
        }


def ablation(
    spec: RunSpec, outcomes: Sequence[str], tell: Callable[[str], None] = lambda _: None
) -> Ablation:
    """Run the cities of ``spec`` under all its seeds, whole and without each mechanism; ``tell`` hears of each."""
    burn_ins = BurnIns(len(spec.seeds))
    columns = [list(OUTCOMES).index(name) for name in outcomes]
    whole = _levels(spec, burn_ins)[..., columns]
    without = {}
    for mechanism in ORDER:
        tell(mechanism.name)
        off = tuple(dict.fromkeys((*spec.off, mechanism.name)))
        without[mechanism.name] = _levels(replace(spec, off=off), burn_ins)[..., columns]
    return Ablation(spec, tuple(outcomes), whole, without)


def _levels(spec: RunSpec, burn_ins: BurnIns) -> Floats:
    """Return every outcome (seeds, cities, outcomes): the mean of the last four weeks."""
    return np.stack(list(_by_seed(spec, burn_ins)))


def _by_seed(spec: RunSpec, burn_ins: BurnIns) -> Iterator[Floats]:
    for seed in spec.seeds:
        branch_point = burn_ins.of((seed, spec.burn_in_key), spec.burn_in_settings(seed))
        comparison = Comparison.of(spec, seed, branch_point)
        comparison.run(spec.weeks)
        yield np.stack(
            [
                city.series.values[: city.series.filled][-REPORTED_WEEKS:].mean(axis=0)
                for city in comparison.cities
            ]
        )


def _listed(values: Floats) -> list[list[float | None]]:
    return [[number(one) for one in row] for row in values]
