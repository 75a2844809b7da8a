"""What flows where in a week: levers into mechanisms, columns between them, columns into outcomes.

Nothing here is written by hand. What a mechanism reads and writes is its view's, which levers it uses are its
parameters', and what an outcome is made of is found by measuring. A flow says that one thing is
given to another, not that it matters: influence may be nil for the values at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from sim.engine.array import Array
from sim.engine.mechanism import Mechanism, key_of
from sim.model.city_model import CityModel
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import MEASUREMENT, blank
from sim.parameters import LEVERS

Node = tuple[str, str]
"""What a flow joins: ("lever", name), ("mechanism", name) or ("outcome", id)."""


class Flow(NamedTuple):
    """One arrow: ``columns`` are what flows between mechanisms or into an outcome; a lever has none.

    ``next_week``: who receives has run already when it is written, and sees it in the week after.
    """

    source: Node
    target: Node
    columns: tuple[str, ...] = ()
    next_week: bool = False


@cache
def flows() -> tuple[Flow, ...]:
    """Return every flow of the package's own week, levers first, outcomes last."""
    return (*_from_levers(), *_between_mechanisms(), *_into_outcomes())


def levers_of(mechanism: Mechanism) -> tuple[str, ...]:
    """Return the levers that a mechanism uses, in its own order."""
    return tuple(name for name in mechanism.params._fields if name in LEVERS)


def path(lever: str, outcome: str) -> tuple[Flow, ...]:
    """Return every flow on a shortest way from ``lever`` to ``outcome``, in the order of the way; () if there is none.

    Raises KeyError for a lever or an outcome of another name.
    """
    start, end = ("lever", _known(lever, LEVERS)), ("outcome", _known(outcome, OUTCOMES))
    far = _distances(start)
    if end not in far:
        return ()
    lit: dict[Flow, None] = {}
    front = {end}
    while front:
        steps = [
            one for one in flows() if one.target in front and far.get(one.source, -1) == far[one.target] - 1
        ]
        lit |= dict.fromkeys(steps)
        front = {one.source for one in steps}
    return tuple(sorted(lit, key=lambda one: far[one.target]))


def chain(way: tuple[Flow, ...]) -> tuple[Flow, ...]:
    """Return one of the shortest ways of `path`, from its beginning to its end."""
    found = list(way[-1:])
    while found and found[0].source[0] != "lever":
        found.insert(0, next(one for one in way if one.target == found[0].source))
    return tuple(found)


def _known(name: str, known: Mapping[str, object]) -> str:
    if name not in known:
        raise KeyError(name)
    return name


def _distances(start: Node) -> dict[Node, int]:
    """Return how many flows each node lies from ``start``; those out of reach are missing."""
    far, front = {start: 0}, [start]
    while front:
        front = list(
            dict.fromkeys(one.target for one in flows() if one.source in front and one.target not in far)
        )
        far |= dict.fromkeys(front, max(far.values()) + 1)
    return far


def _from_levers() -> Iterator[Flow]:
    for mechanism in ORDER:
        for name in levers_of(mechanism):
            yield Flow(("lever", name), ("mechanism", mechanism.name))


def _between_mechanisms() -> Iterator[Flow]:
    for at, source in enumerate(ORDER):
        for place, target in enumerate(ORDER):
            given = tuple(name for name in source.writes if name in target.access())
            if given and source is not target:
                yield Flow(("mechanism", source.name), ("mechanism", target.name), given, place < at)


def _into_outcomes() -> Iterator[Flow]:
    for name, (columns, levers) in made_of().items():
        for lever in levers:
            yield Flow(("lever", lever), ("outcome", name))
        for mechanism in ORDER:
            if given := tuple(column for column in mechanism.writes if column in columns):
                yield Flow(("mechanism", mechanism.name), ("outcome", name), given)


@cache
def made_of() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return, for every outcome, the columns and the levers that its measurement makes it of.

    The measurement is asked: two small cities are measured, then one of them again with a single column, or a single
    lever, of the other. What an outcome follows it is made of.
    """
    one, other = (_small(scenario, seed) for scenario, seed in (("control", 1), ("emancipatory", 2)))
    usual = _measured(one.columns, one.values)
    columns: dict[str, set[str]] = {name: set() for name in OUTCOMES}
    levers: dict[str, list[str]] = {name: [] for name in OUTCOMES}
    for column in MEASUREMENT.access():
        if column not in MEASUREMENT.writes:
            changed = {**one.columns, column: _another(one.columns[column], other.columns[column])}
            for name in _moved(usual, _measured(changed, one.values)):
                columns[name].add(column)
    for lever in levers_of(MEASUREMENT):
        values = {**one.values, lever: other.values[lever]}
        for name in _moved(usual, _measured(one.columns, values)):
            levers[name].append(lever)
    return {name: (frozenset(columns[name]), tuple(levers[name])) for name in OUTCOMES}


def _small(scenario: str, seed: int) -> CityModel:
    """Return a city that has lived long enough for unequal districts, gatherings and ties."""
    city = CityModel(scenario, rng=seed, city="synthetic:4", residents=200, burn_in=8, weeks=24)
    return city.run()


def _another(column: Array, other: Array) -> Array:
    """Return ``other``, which is of another city; where its numbers are the same, they are changed."""
    return other + 1.0 if column.dtype.kind == "f" and np.array_equal(column, other) else other


def _measured(columns: Mapping[str, Array], values: Mapping[str, float]) -> Array:
    """Return the outcomes (K,) of a city with these ``columns`` and parameters."""
    room = {**columns, **blank(len(columns["population"]))}
    MEASUREMENT.weekly(MEASUREMENT.view(room), MEASUREMENT.parameters(values), key_of(0), 0)
    return room["outcomes"]


def _moved(usual: Array, now: Array) -> Iterator[str]:
    """Yield the outcomes that are not as ``usual``."""
    same = (usual == now) | (np.isnan(usual) & np.isnan(now))
    yield from (name for name, held in zip(OUTCOMES, same, strict=True) if not held)
