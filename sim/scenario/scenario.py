"""Scenarios: bundles of lever values and nothing else. Read, blend, save; and sets of assumptions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import tomli_w

from sim.files import checks
from sim.files.atomic import write_whole
from sim.files.errors import InputError, brief, unknown
from sim.files.resources import data_folder
from sim.files.text import read_text
from sim.files.toml import (
    MOST_BYTES,
    find_toml,
    names_in,
    place_of,
    read_words,
    refuse_unknown,
    table_of,
    tables_in,
)
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Written, written
from sim.parameters import (
    ASSUMPTIONS,
    LEVERS,
    SHARES,
    Parameter,
    Value,
    check_all,
    check_shares,
    parameter,
    revision,
)
from sim.scenario.event import Event, read_event
from sim.scenario.off import check_off

FIRST_NAMED = ("status-quo", "emancipatory", "control")
MIXABLE = ("data", "optimisation", "street", "ties")
INSIDE_NONE = 10.0  # strictly inside the outcome, no blurring counts as the lightest blurring
MOST_EVENTS = 1_000
NO_TEXT = written(en="")


@dataclass(frozen=True)
class Scenario:
    """A named constitution: every lever's value, events, mechanisms switched off, and words for the reader.

    Levers left out take their default, the status quo. Raises InputError for a lever that is unknown or
    out of range, for shares that are all zero, and for a mechanism that cannot be switched off.
    """

    name: str
    levers: Mapping[str, Value]
    events: tuple[Event, ...] = ()
    title: Written = NO_TEXT
    caution: Written = NO_TEXT
    source: Written = NO_TEXT
    off: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "levers", complete_levers(self.levers, self.name))
        object.__setattr__(self, "off", check_off(self.off, f"{self.name}: off"))

    def change(self, levers: Mapping[str, object], where: str = "") -> Scenario:
        """Return this scenario with some levers set anew, checked; ``where`` names their origin in errors."""
        changed = check_all(levers, ["lever"], where or self.name)
        return replace(self, levers={**self.levers, **changed})

    def without(self, mechanisms: Iterable[str]) -> Scenario:
        """Return this scenario with some ``mechanisms`` switched off too."""
        return replace(self, off=(*self.off, *mechanisms))


@dataclass(frozen=True)
class AssumptionSet:
    """A named reading of how people and techniques behave: every assumption's value, and its reasons."""

    name: str
    values: Mapping[str, Value]
    title: Written
    reason: Written


def complete_levers(given: Mapping[str, object], where: str = "") -> dict[str, Value]:
    """Return every lever in declared order: ``given`` values, checked, over the status quo.

    Levers of mechanisms from outside the package follow, where they are given.
    """
    checked = check_all(given, ["lever"], where)
    levers = {name: lever.default for name, lever in LEVERS.items()} | checked
    check_shares(levers, where)
    return levers


def list_scenarios() -> list[str]:
    """Return the names of the shipped scenarios: status quo, the two poles, then the others by name."""
    return _in_order(names_in(data_folder()), FIRST_NAMED)


def load_scenario(name_or_path: str | Path) -> Scenario:
    """Return the scenario of that name, or the one in a .toml file at that path.

    Raises InputError in one line for a file that is not sound, and for a key or value that is not allowed.
    """
    path = find_toml(name_or_path, data_folder(), "scenario")
    shared = _scenario_in(read_text(path, MOST_BYTES), path, revision())
    own = copy(shared)
    object.__setattr__(own, "levers", dict(shared.levers))  # whoever changes them changes nobody else's
    return own


@lru_cache(maxsize=64)
def _scenario_in(text: str, path: Path, _revision: int) -> Scenario:
    """Return the scenario in ``text`` of ``path``, read once while nothing else is declared: cities ask for one."""
    where = place_of(path, data_folder())
    document = tables_in(text, path)
    refuse_unknown(document, ("off", "levers", "events", "text"), where)
    words = read_words(document, ("title", "caution", "source"), where)
    given = table_of(document, "levers", where)
    if "off" in given:
        raise InputError(f"{where}: [levers]: off = {brief(given['off'])} must stand above every [table]")
    levers = complete_levers(given, f"{where}: [levers]")
    events = _read_events(document.get("events", []), where)
    _check_reforms(levers, events, where)
    title, caution, source = (_written(words, key) for key in ("title", "caution", "source"))
    off = check_off(document.get("off", ()), f"{where}: off")
    return Scenario(path.stem, levers, events, title, caution, source, off)


def save_scenario(scenario: Scenario, path: str | Path) -> Path:
    """Write ``scenario`` whole to the .toml file at ``path``; `load_scenario` gives its like again."""
    target = Path(path)
    if target.suffix != ".toml":
        raise InputError(f"{target}: a scenario is saved in a .toml file")
    texts = {language: _texts_in(scenario, language) for language in LANGUAGES}
    given = {language: words for language, words in texts.items() if words}
    document = {"levers": dict(scenario.levers), "text": given}
    if scenario.off:
        document["off"] = list(scenario.off)
    if scenario.events:
        document["events"] = [event.as_table() for event in scenario.events]
    write_whole(target, tomli_w.dumps(document))
    return target


def _texts_in(scenario: Scenario, language: str) -> dict[str, str]:
    texts = {key: dict(getattr(scenario, key).words).get(language) for key in ("title", "caution", "source")}
    return {key: words for key, words in texts.items() if words}


def interpolate(a: Scenario, b: Scenario, position: float) -> Scenario:
    """Return the city at ``position`` on the blend from ``a`` (0) to ``b`` (1).

    Numbers move linearly, epsilon in its logarithm with "none" as 10 strictly inside; choices and events
    switch at one half. The ends are the scenarios exactly.
    """
    if checks.number(position, "position", 0, 1) in (0, 1):
        return a if position == 0 else b
    ends = _comparable(a.levers), _comparable(b.levers)
    levers = {
        name: _between(parameter(name), _value_of(name, ends[0]), _value_of(name, ends[1]), position)
        for name in {**ends[0], **ends[1]}
    }
    nearer = a if position < 0.5 else b
    return Scenario(f"{a.name}-{b.name}-{position:g}", levers, nearer.events, off=nearer.off)


def mix(base: Scenario, donor: Scenario, groups: Iterable[str]) -> Scenario:
    """Return ``base`` with the lever groups ``groups``, of those in MIXABLE, taken from ``donor``."""
    taken = tuple(groups)
    for group in taken:
        if group not in MIXABLE:
            raise unknown("lever group", group, MIXABLE)
    if not taken:
        return base
    donated = {name: value for name, value in donor.levers.items() if parameter(name).group in taken}
    levers = {**base.levers, **donated}
    return Scenario(f"{base.name}+{donor.name}-{'-'.join(taken)}", levers, base.events, off=base.off)


def list_assumption_sets() -> list[str]:
    """Return the names of the shipped sets of assumptions, the central one first."""
    return _in_order(names_in(data_folder() / "assumptions"), ("central",))


def load_assumption_set(name_or_path: str | Path) -> AssumptionSet:
    """Return the set of that name, or the one in a .toml file; raise InputError as `load_scenario` does."""
    folder = data_folder() / "assumptions"
    path = find_toml(name_or_path, folder, "set of assumptions")
    shared = _assumptions_in(read_text(path, MOST_BYTES), path, revision())
    return replace(shared, values=dict(shared.values))


@lru_cache(maxsize=64)
def _assumptions_in(text: str, path: Path, _revision: int) -> AssumptionSet:
    """Return the set in ``text`` of ``path``, read once, as scenarios are."""
    where = place_of(path, data_folder() / "assumptions", "assumptions/")
    document = tables_in(text, path)
    refuse_unknown(document, ("assumptions", "text"), where)
    words = read_words(document, ("title", "reason"), where)
    given = table_of(document, "assumptions", where)
    checked = check_all(given, ["assumption"], f"{where}: [assumptions]")
    values = {name: assumption.default for name, assumption in ASSUMPTIONS.items()} | checked
    title, reason = (_written(words, key) for key in ("title", "reason"))
    return AssumptionSet(path.stem, values, title, reason)


def load_assumptions(name_or_path: str | Path) -> dict[str, Value]:
    """Return every assumption's value under the set of that name or path."""
    return dict(load_assumption_set(name_or_path).values)


def _written(words: Mapping[str, Mapping[str, str]], key: str) -> Written:
    return written(**{language: own[key] for language, own in words.items()})


def _in_order(names: list[str], first: tuple[str, ...]) -> list[str]:
    return [name for name in first if name in names] + [name for name in names if name not in first]


def _read_events(tables: object, where: str) -> tuple[Event, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(f"{where}: events = {brief(tables)} must be a list of tables, [[events]]")
    if len(tables) > MOST_EVENTS:
        raise InputError(f"{where}: {len(tables)} events (allowed: at most {MOST_EVENTS})")
    return tuple(read_event(table, f"{where}: event {i}") for i, table in enumerate(tables, start=1))


def _check_reforms(levers: Mapping[str, Value], events: tuple[Event, ...], where: str) -> None:
    """Refuse reforms after which the owners' shares, or the aims, would all be zero."""
    reformed = dict(levers)
    for event in sorted(events, key=lambda event: event.week):
        if event.kind == "reform":
            reformed[event.lever] = event.value
            check_shares(reformed, f"{where}: after the reform of week {event.week}")


def _comparable(levers: Mapping[str, Value]) -> dict[str, Value]:
    """Return ``levers`` with shares that do not sum to 1 scaled to it, so that two scales can be blended."""
    scaled = dict(levers)
    for names in SHARES.values():
        total = math.fsum(float(levers[name]) for name in names)
        if abs(total - 1) > 1e-9:
            scaled.update({name: float(levers[name]) / total for name in names})
    return scaled


def _value_of(name: str, levers: Mapping[str, Value]) -> Value:
    """Return what ``levers`` say; they may lack a lever from outside the package."""
    return levers.get(name, parameter(name).default)


def _between(lever: Parameter, a: Value, b: Value, position: float) -> Value:
    if a == b or lever.kind != "number":
        return a if position < 0.5 else b
    start, end = (INSIDE_NONE if value == lever.unlimited else float(value) for value in (a, b))
    if lever.unlimited:
        blend = math.exp(math.log(start) + (math.log(end) - math.log(start)) * position)
    else:
        blend = start + (end - start) * position
    return min(max(blend, min(start, end)), max(start, end))  # rounding may step over an end
