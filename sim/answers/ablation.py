"""Ablation: both cities again with one mechanism switched off from the branch point on, and what that changes.

Each mechanism in turn, on the same seeds as the cities with all of them, so that what differs is no matter of seeds.
What is switched off anyway stays off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.runs.replications import END, replicate
from sim.runs.run_error import RunError
from sim.runs.spec import CitySpec, RunSpec
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


def ablation(spec: RunSpec, outcomes: Sequence[str], quiet: bool = True) -> Ablation:
    """Run the cities of ``spec`` under all its seeds, whole and without each mechanism, from one burn-in a seed.

    There is a progress bar unless ``quiet``. Raises `RunError` with the reason where a run fails.
    """
    columns = [list(OUTCOMES).index(name) for name in outcomes]
    without = [_without(mechanism.name, spec.cities) for mechanism in ORDER]
    everything = chain(spec.cities, chain.from_iterable(without))
    levels = _levels(replace(spec, cities=tuple(everything)), quiet)[..., columns]
    whole, *others = np.split(levels, 1 + len(ORDER), axis=1)
    by_mechanism = {mechanism.name: other for mechanism, other in zip(ORDER, others, strict=True)}
    return Ablation(spec, tuple(outcomes), whole, by_mechanism)


def _without(mechanism: str, cities: Sequence[CitySpec]) -> list[CitySpec]:
    return [city._replace(off=tuple(dict.fromkeys((*city.off, mechanism)))) for city in cities]


def _levels(spec: RunSpec, quiet: bool) -> Floats:
    """Return every outcome (seeds, cities, outcomes): the mean of the last four weeks."""
    found = replicate(spec, quiet)
    if found.failed:
        first = found.failed[0]
        raise RunError(f"seed {first.seed}: {first.failure}")
    return np.array([[result.years[END] for result in one.results] for one in found.completed])


def _listed(values: Floats) -> list[list[float | None]]:
    return [[number(one) for one in row] for row in values]
