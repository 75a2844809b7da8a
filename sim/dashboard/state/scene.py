"""The whole state of the page as one value: what a bookmark, a link, a cue and a report hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache, cached_property
from typing import Any

from sim.dashboard.state import cities
from sim.dashboard.state.allowed import (
    ASSUMED,
    CHANGED,
    CITIES,
    CUE,
    DRAWN,
    EVENTS,
    NAMES,
    OFF,
    PREDICTIONS,
    RESIDENTS,
    SEED,
    STEP,
    STOP,
    TALLIES,
    TILES,
    WEEK,
)
from sim.dashboard.state.debates import offered
from sim.dashboard.state.fields import Check, declared, one_of
from sim.dashboard.state.letters import BASES, LETTERS
from sim.dashboard.work.simulation import BURN_IN, MAPPED, WEEKS
from sim.debate.read import FIRST_SHIPPED
from sim.debate.tours import list_tours
from sim.files import checks
from sim.files.errors import InputError
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.parameters import CONTEXT, LEVER_GROUPS, Value, check_shares
from sim.runs.spec import CENTRAL, CitySpec, RunSpec
from sim.scenario.event import Event, read_event
from sim.scenario.scenario import Scenario, list_assumption_sets, load_assumptions, load_scenario

SCENE_VERSION = 3
"""Goes up when a field changes meaning or name; `sim.dashboard.state.links` then gains a migration."""
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
    ``changes`` the levers moved, ``off`` the mechanisms switched off in every city, ``predictions`` what the visitor
    said before a tour's reveal, by tour.
    """

    version: int = SCENE_VERSION
    mode: str = declared(one_of(MODES), "explore")
    language: str = declared(one_of(LANGUAGES), FALLBACK)
    theme: str = declared(one_of(THEMES), "auto")
    bases: Mapping[str, str] = declared(CITIES, dict(CITIES.always))
    names: Mapping[str, str] = declared(NAMES, {})
    changes: Mapping[str, Changes] = declared(CHANGED, {})
    assumption_set: str = declared(one_of(list_assumption_sets), CENTRAL)
    assumptions: Mapping[str, Value] = declared(ASSUMED, {})
    events: tuple[Mapping[str, Value], ...] = declared(EVENTS, ())
    city: str = declared(one_of(cities.offered), str(CONTEXT["city"].default))
    residents: int = declared(RESIDENTS.check, int(RESIDENTS.default))
    seed: int = declared(SEED.check, int(SEED.default))
    focus: str = declared(one_of(OUTCOMES), FIRST_SEVEN[0])
    tiles: tuple[str, ...] = declared(TILES, FIRST_SEVEN[1:])
    map_outcome: str = declared(one_of(MAPPED), MAPPED[0])
    week: int = declared(WEEK, WEEKS)
    letter: str = declared(one_of(LETTERS), "A")
    question: str = declared(one_of(("", *LEVER_GROUPS)), "data")
    swapped: bool = declared(checks.switch, False)
    difference: bool = declared(checks.switch, False)
    zoom: bool = declared(checks.switch, False)
    stage: bool = declared(checks.switch, False)
    large: bool = declared(checks.switch, False)
    debate: str = declared(one_of(offered), FIRST_SHIPPED)
    cue: int = declared(CUE, 0)
    step: int = declared(STEP, 0)
    covered: bool = declared(checks.switch, False)
    tallies: Mapping[str, Tally] = declared(TALLIES, {})
    resident: int = declared(DRAWN, -1)
    off: tuple[str, ...] = declared(OFF, ())
    tour: str = declared(one_of(("", *list_tours())), "")
    stop: int = declared(STOP, 0)
    predictions: Mapping[str, str] = declared(PREDICTIONS, {})

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

    def spec(self, assumptions: Changes | None = None, seed: int | None = None) -> RunSpec:
        """Return what to run for this scene: its cities and, beside them, no change."""
        if assumptions is None and seed is None:
            return self._own_spec
        return self._spec(
            self.assumed if assumptions is None else assumptions, self.seed if seed is None else seed
        )

    @cached_property
    def _own_spec(self) -> RunSpec:
        """What to run for this very scene: a page asks for it several times an action, and a scene never changes."""
        return self._spec(self.assumed, self.seed)

    def _spec(self, assumptions: Changes, seed: int) -> RunSpec:
        cities = tuple(
            CitySpec(letter, tuple(self.levers(letter).items()), self.events_of(letter))
            for letter in (*self.letters, "N")
        )
        return RunSpec(
            cities,
            self.city,
            self.residents,
            BURN_IN,
            WEEKS,
            (seed,),
            tuple(sorted(assumptions.items())),
            self.assumption_set,
            off=self.off,
        )

    @property
    def assumed(self) -> dict[str, Value]:
        """The assumptions of the chosen set, with the visitor's own changes."""
        return {**shipped_set(self.assumption_set), **self.assumptions}

    def as_dict(self) -> dict[str, Any]:
        """Return the scene as plain values, for JSON."""
        return asdict(self)


FIELDS: Mapping[str, Check] = {one.name: one.metadata["check"] for one in fields(Scene) if one.metadata}
"""The check of every field, by name."""


def checked(name: str, value: object) -> Any:
    """Return ``value`` as field ``name`` keeps it; raise InputError in one line if it is not allowed."""
    return FIELDS[name](value, name)


def mended(scene: Scene) -> tuple[Scene, list[str]]:
    """Return ``scene`` such that its fields fit each other, and the names of those that did not.

    The letter is one of a city that is there, shares do not sum to zero, no outcome is shown twice.
    """
    faults: dict[str, Any] = {}
    if scene.letter not in scene.letters:
        faults["letter"] = scene.letters[0]
    if any(not _is_whole(scene, letter) for letter in scene.changes):
        faults["changes"] = {a: moved for a, moved in scene.changes.items() if _is_whole(scene, a)}
    if scene.focus in scene.tiles:
        faults["tiles"] = tuple(name for name in FIRST_SEVEN if name != scene.focus)[: len(scene.tiles)]
    return scene.change(**faults), list(faults)


def _is_whole(scene: Scene, letter: str) -> bool:
    """Return whether the shares of one city can be taken of their sum."""
    try:
        check_shares(scene.levers(letter))
    except InputError:
        return False
    return True
