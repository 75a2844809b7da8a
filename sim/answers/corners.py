"""The corner cities of a pair: each part of a scenario taken from A or from B."""

from __future__ import annotations

from collections.abc import Collection

from sim.answers.question import Question
from sim.parameters import LEVER_GROUPS, SHARES, Value, parameter
from sim.runs.spec import CitySpec

ALWAYS = tuple(LEVER_GROUPS)[:4]
"""The four questions of the debate, which have a share even where the cities answer alike."""
EVENTS = "events"
"""The part that no lever is: events, and mechanisms switched off."""


def levers_of(question: Question) -> dict[str, tuple[str, ...]]:
    """Return the levers of each part: the four questions, then others in which the two cities differ."""
    first, second = (dict(city.levers) for city in question.pair)
    parts: dict[str, list[str]] = {group: [] for group in ALWAYS}
    for name in dict.fromkeys((*first, *second)):
        group = parameter(name).group
        if group in parts or _value(first, name) != _value(second, name):
            parts.setdefault(group, []).append(name)
    return {group: tuple(names) for group, names in parts.items()}


def differing(question: Question) -> tuple[str, ...]:
    """Return the parts in which the two cities differ: the players of the game."""
    first, second = (dict(city.levers) for city in question.pair)
    parts = [
        part
        for part, names in levers_of(question).items()
        if any(_value(first, name) != _value(second, name) for name in names)
    ]
    one, other = question.pair
    return (*parts, *([EVENTS] if (one.events, one.off) != (other.events, other.off) else []))


def corner(question: Question, taken: Collection[str]) -> CitySpec:
    """Return the city that has the parts ``taken`` from A and all others from B."""
    group_of = {name: part for part, names in levers_of(question).items() for name in names}
    named = [name for name, part in group_of.items() if part in taken]
    return with_levers(question, named, events_of_first=EVENTS in taken)


def with_levers(
    question: Question, levers: Collection[str], events_of_first: bool = False, reverse: bool = False
) -> CitySpec:
    """Return B with some ``levers`` as in A, or with ``reverse`` A with some as in B."""
    first, second = question.pair[::-1] if reverse else question.pair
    mine, theirs = dict(first.levers), dict(second.levers)
    values = theirs | {name: _value(mine, name) for name in levers}
    source = first if events_of_first != reverse else second
    return second._replace(levers=tuple(values.items()), events=source.events, off=source.off)


def all_corners(question: Question, parts: tuple[str, ...]) -> list[CitySpec]:
    """Return the 2ⁿ corners; corner b takes from A the parts whose bit is set in b."""
    return [
        corner(question, [part for place, part in enumerate(parts) if b >> place & 1])
        for b in range(1 << len(parts))
    ]


def units_of(question: Question, part: str) -> dict[str, tuple[str, ...]]:
    """Return what of ``part`` differs, by name: a lever, or shares that are normalised together as one.

    Owners' shares and aims are compositions, so that none of them can move alone: they move together.
    """
    if part == EVENTS:
        return {}
    first, second = (dict(city.levers) for city in question.pair)
    found: dict[str, tuple[str, ...]] = {}
    for name in levers_of(question)[part]:
        unit = next((prefix for prefix, names in SHARES.items() if name in names), name)
        found[unit] = (*found.get(unit, ()), name)
    return {
        unit: names
        for unit, names in found.items()
        if any(_value(first, name) != _value(second, name) for name in names)
    }


def _value(levers: dict[str, Value], name: str) -> Value:
    """Return what ``levers`` say; they may lack a lever from outside the package."""
    return levers.get(name, parameter(name).default)
