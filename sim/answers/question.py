"""What is asked: two cities under one burn-in, which outcomes, at which horizons, what is held fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_uppercase

import numpy as np
from numpy.typing import NDArray

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files import checks
from sim.files.errors import InputError
from sim.outcomes import FIRST_SEVEN, Outcome, outcome
from sim.parameters import Value
from sim.runs.spec import CitySpec, RunSpec
from sim.scenario.event import ALL_CITIES, Event

HORIZONS = (1, 2, 5, 10)
"""Years at which answers are given, as far as the runs reach."""
FRESH = 1_000_001
"""Where seeds begin that choose nothing: what was found on others is confirmed on these."""


@dataclass(frozen=True)
class Question:
    """Two cities of ``spec``, the first called A and the second B, compared as A minus B.

    ``outcomes`` by id, ``horizons`` in whole years; ``locked`` names assumptions and constants whose values hold
    wherever others are varied. Make one with `ask`, which checks.
    """

    spec: RunSpec
    outcomes: tuple[str, ...]
    horizons: tuple[int, ...]
    locked: tuple[tuple[str, Value], ...] = ()

    @property
    def labels(self) -> tuple[str, str]:
        """The cities' labels."""
        first, second = self.spec.labels
        return first, second

    @property
    def pair(self) -> tuple[CitySpec, CitySpec]:
        """The two cities."""
        first, second = self.spec.cities
        return first, second

    @property
    def years(self) -> int:
        """How many years a city has to live."""
        return max(self.horizons)

    @property
    def looks(self) -> int:
        """How many differences are looked at."""
        return len(self.outcomes) * len(self.horizons)

    @property
    def declared(self) -> tuple[Outcome, ...]:
        """The outcomes, in order."""
        return tuple(outcome(name) for name in self.outcomes)

    @property
    def material(self) -> NDArray[np.float64]:
        """What difference is material, (K,), each in its outcome's unit."""
        return np.array([one.material for one in self.declared])

    @cached_property
    def assumed(self) -> Mapping[str, Value]:
        """What is assumed, by name, as far as it is given; the rest is as declared."""
        return dict(self.spec.assumptions) | dict(self.locked)

    def under(self, seeds: Sequence[int]) -> Question:
        """Return the same under other seeds."""
        return replace(self, spec=self.spec.under(seeds))

    def between(self, cities: Sequence[CitySpec]) -> RunSpec:
        """Return what to run for other ``cities`` in the same place, under the same seeds and assumptions."""
        return replace(self.spec, cities=tuple(cities))

    def assuming(self, changed: Iterable[tuple[str, Value]], seeds: Sequence[int]) -> RunSpec:
        """Return what to run for the pair with some assumptions ``changed``, under ``seeds``."""
        values = dict(self.assumed) | dict(changed) | dict(self.locked)
        return replace(self.spec, assumptions=tuple(values.items()), seeds=tuple(seeds))

    def fresh(self, number: int) -> tuple[int, ...]:
        """Return ``number`` seeds that nothing of this question was chosen on."""
        first = FRESH if max(self.spec.seeds) < FRESH else 1
        return tuple(range(first, first + number))


def ask(
    spec: RunSpec,
    outcomes: Sequence[str] = FIRST_SEVEN,
    horizons: Sequence[int] = (),
    locked: Iterable[tuple[str, Value]] = (),
) -> Question:
    """Return the question of two cities of ``spec``; without ``horizons``, at those of `HORIZONS` it reaches.

    Raises InputError for another number of cities, an unknown outcome (the nearest is offered), a horizon beyond
    the weeks of the runs, and runs shorter than a year.
    """
    if len(spec.cities) != 2:
        raise InputError(f"{len(spec.cities)} cities given; an explanation takes two")
    reached = spec.weeks // WEEKS_PER_YEAR
    if not reached:
        raise InputError(f"weeks = {spec.weeks} reach no year (allowed: {WEEKS_PER_YEAR} weeks or more)")
    chosen = tuple(horizons) or tuple(year for year in HORIZONS if year <= reached)
    allowed = f"1 to {reached}, the whole years that {spec.weeks} weeks reach"
    years = sorted({checks.whole_number(year, "horizon", 1, reached, allowed) for year in chosen})
    names = tuple(dict.fromkeys(outcome(name).id for name in outcomes))
    if not names:
        raise InputError("no outcome given; an explanation takes one or more")
    return Question(_with_own_events(spec), names, tuple(years), tuple(locked))


def _with_own_events(spec: RunSpec) -> RunSpec:
    """Return ``spec`` with its events, and what rests everywhere, told to each city that they concern.

    A corner of two cities has neither's name nor letter, so events must not be addressed.
    """
    cities = [
        city._replace(
            events=tuple(map(_to_all, (*city.events, *_concerning(spec.events, city, letter)))),
            off=(*city.off, *(name for name in spec.off if name not in city.off)),
        )
        for city, letter in zip(spec.cities, ascii_uppercase, strict=False)
    ]
    return replace(spec, cities=tuple(cities), events=(), off=())


def _concerning(events: Iterable[Event], city: CitySpec, letter: str) -> list[Event]:
    return [event for event in events if event.concerns(city.name or city.label, letter)]


def _to_all(event: Event) -> Event:
    return replace(event, city=ALL_CITIES)
