"""What the page asks of the simulation; the only place of the page that runs it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.cities import load_city
from sim.city import City
from sim.dials import DIALS
from sim.event import Event
from sim.metrics import DISTRICT_DIALS
from sim.model import MODEL_VERSION, CityModel
from sim.parameters import CONTEXT, Value
from sim.scenario import Scenario
from sim.series import REPORTED_WEEKS
from sim.twin import Twin

Floats = NDArray[np.floating[Any]]

NO_CHANGE = "N"
HISTORY = int(CONTEXT["history"].default)
WEEKS = int(CONTEXT["weeks"].default)
MAPPED = DISTRICT_DIALS[: DISTRICT_DIALS.index("active")]
"""Dials that exist by district and so can colour a map."""

CHUNK = 26  # weeks between two looks at whether the run is still wanted
PASTS_KEPT = 48

__all__ = [
    "HISTORY",
    "MAPPED",
    "MODEL_VERSION",
    "NO_CHANGE",
    "WEEKS",
    "CitySpec",
    "Recipe",
    "Trajectory",
    "run",
]


class CitySpec(NamedTuple):
    """One city of a run: its letter, every lever's value, its events."""

    letter: str
    levers: tuple[tuple[str, Value], ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Recipe:
    """All that a trajectory depends on besides its number of residents; equal recipes run alike.

    ``assumptions`` are the values that differ from the central set.
    """

    cities: tuple[CitySpec, ...]
    assumptions: tuple[tuple[str, Value], ...]
    city: str
    seed: int
    weeks: int = WEEKS
    history: int = HISTORY


class Occurrence(NamedTuple):
    """Something that happened in the city called ``letter``, in ``week``."""

    week: int
    letter: str
    kind: str
    details: Mapping[str, Any]


class Trajectory(NamedTuple):
    """Every week of every city, from the start of the common past to the horizon.

    ``series`` (cities, weeks, dials) follows `sim.dials.DIALS`; ``maps`` (cities, weeks, kinds, districts)
    follows `sim.metrics.DISTRICT_DIALS`. Undefined values are nan.
    """

    recipe: Recipe
    residents: int
    series: Floats
    maps: Floats
    occurrences: tuple[Occurrence, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The cities' letters, in the order of the arrays."""
        return tuple(city.letter for city in self.recipe.cities)

    def at(self, week: int) -> dict[str, dict[str, float]]:
        """Return every dial per city after ``week`` weeks: the mean of the four weeks that end there."""
        end = self.recipe.history + week
        values = self.series[:, max(0, end - REPORTED_WEEKS) : end].mean(axis=1)
        return {a: dict(zip(DIALS, map(float, values[i]), strict=True)) for i, a in enumerate(self.letters)}


def run(recipe: Recipe, residents: int, wanted: Callable[[], bool] = lambda: True) -> Trajectory | None:
    """Return the trajectory of ``recipe``, or None as soon as ``wanted`` says no."""
    past = _PASTS.get(recipe, residents)
    twin = Twin([_scenario(city) for city in recipe.cities], past=past, **_settings(recipe, residents))
    for _ in range(0, recipe.weeks, CHUNK):
        if not wanted():
            return None
        twin.run(CHUNK)
    occurrences = [
        Occurrence(happening.week, spec.letter, happening.kind, happening.details)
        for spec, city in zip(recipe.cities, twin.cities, strict=True)
        for happening in city.happenings
    ]
    return Trajectory(
        recipe,
        residents,
        np.stack([city.series.dials[: city.series.filled] for city in twin.cities]),
        np.stack([city.series.maps[: city.series.filled] for city in twin.cities]),
        tuple(sorted(occurrences, key=lambda one: one.week)),
    )


def live(recipe: Recipe, residents: int) -> Iterator[dict[str, CityModel]]:
    """Yield the cities of ``recipe`` by letter after every week; read them, do not keep them."""
    past = _PASTS.get(recipe, residents)
    twin = Twin([_scenario(city) for city in recipe.cities], past=past, **_settings(recipe, residents))
    cities = {spec.letter: city for spec, city in zip(recipe.cities, twin.cities, strict=True)}
    for _ in range(recipe.weeks):
        twin.step()
        yield cities


def _scenario(spec: CitySpec) -> Scenario:
    return Scenario(spec.letter, dict(spec.levers), spec.events)


def _settings(recipe: Recipe, residents: int) -> dict[str, Any]:
    return {
        "residents": residents,
        "city": city_named(recipe.city),
        "history": recipe.history,
        "weeks": recipe.weeks,
        "rng": recipe.seed,
        "assumptions": dict(recipe.assumptions),
    }


@lru_cache(maxsize=16)
def city_named(name: str) -> City:
    """Return the city called ``name``, read once."""
    return load_city(name)


class _Pasts:
    """Common pasts already lived: every change of a lever forks the same one."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Any, ...], CityModel] = OrderedDict()
        self._lock = Lock()

    def get(self, recipe: Recipe, residents: int) -> CityModel:
        """Return the city at week 0, living its past if it is not known yet."""
        key = (recipe.assumptions, recipe.city, recipe.seed, recipe.history, recipe.weeks, residents)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        past = CityModel(Scenario("past", {}), **_settings(recipe, residents))
        with self._lock:
            self._kept[key] = past
            while len(self._kept) > PASTS_KEPT:
                self._kept.popitem(last=False)
        return past


_PASTS = _Pasts()
