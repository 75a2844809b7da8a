"""What the page asks of the simulation; the only place of the page that runs it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.city.city import City
from sim.city.load import load_city
from sim.model.city_model import MODEL_VERSION, CityModel
from sim.model.time_series import REPORTED_WEEKS, Happening
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import DISTRICT_DIALS
from sim.parameters import CONTEXT, Value
from sim.runs.comparison import Twin
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario

Floats = NDArray[np.floating[Any]]

NO_CHANGE = "N"
HISTORY = int(CONTEXT["history"].default)
WEEKS = int(CONTEXT["weeks"].default)
MAPPED = DISTRICT_DIALS[: DISTRICT_DIALS.index("active")]
"""Dials that exist by district and so can colour a map."""

CHUNK = 26  # weeks between two looks at whether the run is still wanted
PASTS_KEPT = 48
CITIES_KEPT = 90  # of less than a megabyte each on London

Thing = TypeVar("Thing")

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


class EventRecord(NamedTuple):
    """Something that happened in the city called ``letter``, in ``week``."""

    week: int
    letter: str
    kind: str
    details: Mapping[str, Any]


class Trajectory(NamedTuple):
    """Every week of every city, from the start of the common past to the horizon.

    ``series`` (cities, weeks, dials) follows `sim.outcomes.OUTCOMES`; ``maps``
    (cities, weeks, kinds, districts) follows `sim.outcomes.measurement.DISTRICT_DIALS`. Undefined: nan.
    """

    recipe: Recipe
    residents: int
    series: Floats
    maps: Floats
    event_records: tuple[EventRecord, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The cities' letters, in the order of the arrays."""
        return tuple(city.letter for city in self.recipe.cities)

    def at(self, week: int) -> dict[str, dict[str, float]]:
        """Return every dial per city after ``week`` weeks: the mean of the four weeks that end there."""
        end = self.recipe.history + week
        values = self.series[:, max(0, end - REPORTED_WEEKS) : end].mean(axis=1)
        return {
            a: dict(zip(OUTCOMES, map(float, values[i]), strict=True)) for i, a in enumerate(self.letters)
        }


def run(recipe: Recipe, residents: int, wanted: Callable[[], bool] = lambda: True) -> Trajectory | None:
    """Return the trajectory of ``recipe``, or None as soon as ``wanted`` says no.

    Only cities not lived before are lived: moving a lever of one city leaves the others as they are.
    """
    keys = [_key(recipe, spec, residents) for spec in recipe.cities]
    lived = {key: city for key in keys if (city := _LIVED.get(key)) is not None}
    missing = {key: spec for key, spec in zip(keys, recipe.cities, strict=True) if key not in lived}
    if missing:
        past = _past_of(recipe, residents)
        twin = Twin([_scenario(spec) for spec in missing.values()], past=past, **_settings(recipe, residents))
        for _ in range(0, recipe.weeks, CHUNK):
            if not wanted():
                return None
            twin.run(CHUNK)
        for key, city in zip(missing, twin.cities, strict=True):
            filled = city.series.filled
            lived[key] = _Lived(city.series.dials[:filled], city.series.maps[:filled], tuple(city.happenings))
            _LIVED.put(key, lived[key])
    cities = [lived[key] for key in keys]
    event_records = [
        EventRecord(one.week, spec.letter, one.kind, one.details)
        for spec, city in zip(recipe.cities, cities, strict=True)
        for one in city.event_records
    ]
    return Trajectory(
        recipe,
        residents,
        np.stack([city.dials for city in cities]),
        np.stack([city.maps for city in cities]),
        tuple(sorted(event_records, key=lambda one: one.week)),
    )


def live(recipe: Recipe, residents: int) -> Iterator[dict[str, CityModel]]:
    """Yield the cities of ``recipe`` by letter after every week; read them, do not keep them."""
    past = _past_of(recipe, residents)
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


class _Lived(NamedTuple):
    """One city's weeks."""

    dials: Floats
    maps: Floats
    event_records: tuple[Happening, ...]


def _key(recipe: Recipe, spec: CitySpec, residents: int) -> Hashable:
    """Return all that one city's weeks depend on; its letter is not among it."""
    return (spec.levers, spec.events, *_past_key(recipe, residents))


def _past_key(recipe: Recipe, residents: int) -> tuple[Hashable, ...]:
    return (recipe.assumptions, recipe.city, recipe.seed, recipe.history, recipe.weeks, residents)


def _past_of(recipe: Recipe, residents: int) -> CityModel:
    """Return the city at week 0, living its past if it is not known yet: every change of a lever forks it."""
    key = _past_key(recipe, residents)
    past = _PASTS.get(key)
    if past is None:
        past = CityModel(Scenario("past", {}), **_settings(recipe, residents))
        _PASTS.put(key, past)
    return past


class _Recent(Generic[Thing]):
    """The things used last, shared by all sessions; the oldest goes when there are too many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[Hashable, Thing] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Thing | None:
        """Return what is kept under ``key``."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Hashable, thing: Thing) -> None:
        """Keep ``thing`` under ``key``."""
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)


_PASTS: _Recent[CityModel] = _Recent(PASTS_KEPT)
_LIVED: _Recent[_Lived] = _Recent(CITIES_KEPT)
