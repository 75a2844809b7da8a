"""What to run, as a value: which cities, where, how long, under which assumptions and seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.files import checks
from sim.parameters import CONTEXT, Value
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario

if TYPE_CHECKING:
    from sim.city.city import City

CENTRAL = "central"
STANDARD_MODEL = "sim.model.city_model:CityModel"
MOST_SEEDS = 10_000
SECONDS_PER_RUN = 0.03  # measured on one core of 2024: building a city and a few hundred weeks of it
SECONDS_PER_RESIDENT_WEEK = 1e-7  # likewise: what each resident adds to a week

Values = tuple[tuple[str, Value], ...]
"""Names and values, in an order: what a value that can be hashed holds instead of a dictionary."""


class CitySpec(NamedTuple):
    """One city of a run: its label, every lever's value, its scenario's events, name and what it is without."""

    label: str
    levers: Values
    events: tuple[Event, ...] = ()
    name: str = ""
    off: tuple[str, ...] = ()

    @classmethod
    def of(cls, label: str, scenario: Scenario) -> CitySpec:
        """Return the city under ``scenario`` that is called ``label``."""
        return cls(label, tuple(scenario.levers.items()), scenario.events, scenario.name, scenario.off)

    @property
    def scenario(self) -> Scenario:
        """The city's scenario, without the words for its reader."""
        return Scenario(self.name or self.label, dict(self.levers), self.events, off=self.off)


@dataclass(frozen=True)
class RunSpec:
    """Every city once for each seed, all cities of a seed from one burn-in; equal specs run alike.

    ``city`` is a name, a path or a `City`; ``assumptions`` hold assumptions and constants, ``assumption_set``
    names where they come from; ``events`` happen besides the scenarios' own; ``off`` names mechanisms that
    rest from the branch point on in every city; ``model`` ("module:Class") is the class of cities.
    """

    cities: tuple[CitySpec, ...]
    city: City | str = str(CONTEXT["city"].default)
    residents: int = int(CONTEXT["residents"].default)
    burn_in: int = int(CONTEXT["burn_in"].default)
    weeks: int = int(CONTEXT["weeks"].default)
    seeds: tuple[int, ...] = (int(CONTEXT["seed"].default),)
    assumptions: Values = ()
    assumption_set: str = CENTRAL
    events: tuple[Event, ...] = ()
    off: tuple[str, ...] = ()
    model: str = STANDARD_MODEL

    @property
    def labels(self) -> tuple[str, ...]:
        """The cities' labels, in order."""
        return tuple(city.label for city in self.cities)

    @property
    def seed(self) -> int:
        """The first seed."""
        return self.seeds[0]

    @property
    def seconds(self) -> float:
        """About how many seconds of one core the whole takes."""
        weeks = len(self.seeds) * (self.burn_in + len(self.cities) * self.weeks)
        runs = len(self.seeds) * (1 + len(self.cities))
        return SECONDS_PER_RUN * runs + SECONDS_PER_RESIDENT_WEEK * self.residents * weeks

    @property
    def burn_in_key(self) -> Values:
        """All that a burn-in depends on besides its seed: runs that agree on it share one."""
        return (
            ("city", self.city if isinstance(self.city, str) else self.city.fingerprint),
            ("residents", self.residents),
            ("burn_in", self.burn_in),
            ("weeks", self.weeks),
            ("model", self.model),
            *sorted(self.assumptions),
        )

    @property
    def branch_settings(self) -> dict[str, Any]:
        """What a city is given at the branch point besides its scenario."""
        return {"events": self.events} | ({"off": self.off} if self.off else {})

    def burn_in_settings(self, seed: int) -> dict[str, Any]:
        """Return what `CityModel` is given for the burn-in under ``seed``."""
        return {
            "city": self.city,
            "residents": self.residents,
            "burn_in": self.burn_in,
            "weeks": self.weeks,
            "assumptions": dict(self.assumptions),
            "rng": seed,
        }

    def at(self, residents: int) -> RunSpec:
        """Return the same for another number of residents."""
        return replace(self, residents=residents)

    def under(self, seeds: Sequence[int]) -> RunSpec:
        """Return the same under other seeds."""
        return replace(self, seeds=tuple(seeds))


def cities_of(scenarios: Mapping[str, Scenario]) -> tuple[CitySpec, ...]:
    """Return the cities under ``scenarios``, by their labels."""
    return tuple(CitySpec.of(label, scenario) for label, scenario in scenarios.items())


def numbered_seeds(number: object, first: int = 1, name: str = "seeds") -> tuple[int, ...]:
    """Return ``number`` seeds from ``first`` on; raise InputError for a number that is not allowed."""
    count = checks.whole_number(number, name, 1, MOST_SEEDS)
    CONTEXT["seed"].check(first + count - 1, f"the last of {name}")
    return tuple(range(first, first + count))


def distinct_labels(scenarios: Sequence[Scenario], reserved: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a distinct label for each city: its scenario's name, numbered where it is taken."""
    labels: list[str] = []
    for scenario in scenarios:
        name, number = Path(scenario.name).name, 1
        label = name
        while label in labels or label in reserved:
            number += 1
            label = f"{name}-{number}"
        labels.append(label)
    return tuple(labels)
