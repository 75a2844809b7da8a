"""The whole state of the page as one value: what a bookmark, a link, a cue and a report hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import Any

from sim.dashboard.work.simulation import MAPPED, WEEKS, CitySpec, Recipe
from sim.locale.catalogue import FALLBACK
from sim.outcomes import FIRST_SEVEN
from sim.parameters import CONTEXT, Value
from sim.scenario.event import Event, read_event
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario

SCENE_VERSION = 2
"""Goes up when a field changes meaning or name; `sim.dashboard.state.links` then gains a migration."""
LETTERS = ("A", "B", "C")
BASES = {"A": "emancipatory", "B": "control", "C": "status-quo", "N": "status-quo"}
MODES = ("debate", "explore", "understand")
THEMES = ("auto", "light", "dark")

Changes = Mapping[str, Value]
Tally = Mapping[str, int]


@cache
def shipped(name: str) -> Scenario:
    """Return the shipped scenario called ``name``, read once."""
    return load_scenario(name)


@cache
def shipped_set(name: str) -> Mapping[str, Value]:
    """Return the values of the shipped set of assumptions called ``name``, read once."""
    return load_assumptions(name)


@dataclass(frozen=True)
class Scene:
    """All a visitor can change: ``bases`` are scenarios by letter, ``names`` what camps call their cities,
    ``changes`` the levers moved.
    """

    version: int = SCENE_VERSION
    mode: str = "explore"
    language: str = FALLBACK
    theme: str = "auto"
    bases: Mapping[str, str] = field(default_factory=lambda: {"A": BASES["A"], "B": BASES["B"]})
    names: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, Changes] = field(default_factory=dict)
    assumption_set: str = "central"
    assumptions: Changes = field(default_factory=dict)
    events: tuple[Mapping[str, Value], ...] = ()
    city: str = str(CONTEXT["city"].default)
    residents: int = int(CONTEXT["residents"].default)
    seed: int = int(CONTEXT["seed"].default)
    focus: str = FIRST_SEVEN[0]
    tiles: tuple[str, ...] = FIRST_SEVEN[1:]
    map_dial: str = MAPPED[0]
    week: int = WEEKS
    letter: str = "A"
    question: str = "data"
    swapped: bool = False
    difference: bool = False
    zoom: bool = False
    stage: bool = False
    large: bool = False
    cue: int = 0
    covered: bool = False
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    resident: int = -1

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the cities compared, without the "no change" line."""
        return tuple(letter for letter in LETTERS if letter in self.bases)

    def change(self, **values: Any) -> Scene:
        """Return this scene with some fields replaced."""
        return replace(self, **values)

    def base(self, letter: str) -> Scenario:
        """Return the scenario that the city called ``letter`` starts from."""
        return shipped(self.bases.get(letter, BASES["N"]))

    def levers(self, letter: str) -> dict[str, Value]:
        """Return every lever of the city called ``letter``, changes included."""
        return {**self.base(letter).levers, **self.changes.get(letter, {})}

    def events_of(self, letter: str) -> tuple[Event, ...]:
        """Return the events of the city called ``letter``: its scenario's and those let loose on the page."""
        own = (read_event(event) for event in self.events if event.get("city", "all") in ("all", letter))
        loose = tuple(Event(e.kind, e.week, "all", e.depth, e.weeks, e.lever, e.value) for e in own)
        return (*self.base(letter).events, *loose)

    def recipe(self, assumptions: Changes | None = None, seed: int | None = None) -> Recipe:
        """Return what to run for this scene: its cities and, beside them, no change."""
        cities = tuple(
            CitySpec(letter, tuple(self.levers(letter).items()), self.events_of(letter))
            for letter in (*self.letters, "N")
        )
        values = self.assumed if assumptions is None else assumptions
        return Recipe(cities, tuple(sorted(values.items())), self.city, self.seed if seed is None else seed)

    @property
    def assumed(self) -> dict[str, Value]:
        """The assumptions of the chosen set, with the visitor's own changes."""
        return {**shipped_set(self.assumption_set), **self.assumptions}

    def as_dict(self) -> dict[str, Any]:
        """Return the scene as plain values, for JSON."""
        return asdict(self)
