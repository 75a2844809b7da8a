"""Is there another choice: corner cities, shipped scenarios and the room's own, on two outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.corners import all_corners, differing
from sim.answers.effort import STANDARD, Effort
from sim.answers.laboratory import Laboratory
from sim.answers.numbers import Band, band
from sim.answers.pareto import not_dominated
from sim.answers.question import Question
from sim.files.errors import InputError
from sim.outcomes import Outcome, outcome
from sim.runs.spec import CitySpec, RunSpec
from sim.runs.statistics import number
from sim.scenario.scenario import list_assumption_sets, list_scenarios, load_assumptions, load_scenario

Floats = NDArray[np.float64]
Source = Literal["corner", "scenario", "room", "found"]
LIMITS = ("limit-known-points", "limit-luck-only")
AXES = 2


class Point(NamedTuple):
    """One city on the two outcomes, with its bands over seeds.

    ``best``: no other point beats it beyond what is material; ``robust``: so under every shipped set too;
    ``under`` names the sets under which it is so. ``city`` is what to load as the room's; a corner has ``taken``
    these parts from A and the others from B.
    """

    name: str
    source: Source
    taken: tuple[str, ...]
    city: CitySpec
    bands: tuple[Band, ...]
    best: bool
    robust: bool
    under: tuple[str, ...]

    def as_json(self, outcomes: Sequence[str]) -> dict[str, Any]:
        """Return the point for JSON."""
        bands = {
            name: {key: number(value) for key, value in one._asdict().items()}
            for name, one in zip(outcomes, self.bands, strict=True)
        }
        levers = dict(self.city.levers)
        told: dict[str, Any] = {"name": self.name, "source": self.source, "taken": list(self.taken)}
        told |= {"best": self.best, "robust": self.robust}
        return {**told, "under": list(self.under), "outcomes": bands, "levers": levers}


@dataclass(frozen=True)
class Frontier:
    """Every point at one horizon, in the order tried."""

    outcomes: tuple[Outcome, ...]
    year: int
    points: tuple[Point, ...]
    sets: tuple[str, ...]
    looks: int
    seeds: tuple[int, ...]
    set_seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self) -> dict[str, Any]:
        """Return the frontier for JSON."""
        names = [one.id for one in self.outcomes]
        axes = [
            {"outcome": one.id, "better": one.direction, "material": one.material, "unit": one.unit}
            for one in self.outcomes
        ]
        points = [point.as_json(names) for point in self.points]
        seeds = {"seeds": list(self.seeds), "set_seeds": list(self.set_seeds), "sets": list(self.sets)}
        return {"year": self.year, "axes": axes, "looks": self.looks, **seeds, "points": points}


def axes_of(names: Sequence[str]) -> tuple[Outcome, ...]:
    """Return two outcomes to choose by.

    Raises InputError for another number, an unknown one (the nearest is offered), and for one without a direction
    or that follows almost directly from the levers: more of it would be no choice.
    """
    found = tuple(outcome(name) for name in names)
    if len(set(names)) != AXES or len(found) != AXES:
        raise InputError(f"outcomes = {','.join(names)}: two different ones are needed")
    for one in found:
        if one.direction is None:
            raise InputError(
                f"outcome {one.id!r} has no direction: neither more nor less of it is declared better"
            )
        if one.definitional:
            raise InputError(
                f"outcome {one.id!r} follows almost directly from the levers: it is no axis to choose by"
            )
    return found


def frontier(
    question: Question,
    lab: Laboratory,
    room: Sequence[CitySpec] = (),
    effort: Effort = STANDARD,
    found: Sequence[CitySpec] = (),
) -> Frontier:
    """Return where the corners of a pair, the shipped scenarios, the ``room``'s cities and those ``found`` stand.

    The question's two outcomes (`axes_of`) are its axes, its last horizon the year.
    """
    axes = axes_of(question.outcomes)
    cities = candidates(question, room, found)
    everywhere = tuple(one.city for one in cities)
    seeds = question.spec.seeds[: effort.seeds]
    values = _values(question, lab, question.between(everywhere).under(seeds))
    sets, set_seeds = list_assumption_sets(), question.spec.seeds[: effort.set_seeds]
    under = {
        name: _best(axes, _values(question, lab, spec).mean(axis=0))
        for name in sets
        for spec in [replace(question.assuming(load_assumptions(name).items(), set_seeds), cities=everywhere)]
    }
    best = _best(axes, values.mean(axis=0))
    points = tuple(
        _point(place, one, values[:, place], bool(best[place]), under) for place, one in enumerate(cities)
    )
    looks = len(cities) * (1 + len(sets))
    return Frontier(axes, question.years, points, tuple(sets), looks, seeds, set_seeds)


class Candidate(NamedTuple):
    """A city to look at, and whence it is; a corner has ``taken`` these parts from A."""

    city: CitySpec
    source: Source
    taken: tuple[str, ...] = ()


def candidates(
    question: Question, room: Sequence[CitySpec] = (), found: Sequence[CitySpec] = ()
) -> list[Candidate]:
    """Return every city to look at, once each: two that live alike are one, under the first's name."""
    parts = differing(question)
    first, second = question.labels
    named = []
    for b, city in enumerate(all_corners(question, parts)):
        taken = tuple(part for place, part in enumerate(parts) if b >> place & 1)
        name = f"{second} with {' and '.join(taken)} of {first}" if 0 < len(taken) < len(parts) else ""
        label = name or (first if taken else second)
        named.append(Candidate(city._replace(label=label, name=label), "corner", taken))
    shipped = [CitySpec.of(name, load_scenario(name)) for name in list_scenarios()]
    named += [Candidate(city, "room") for city in room] + [Candidate(city, "scenario") for city in shipped]
    named += [Candidate(city, "found") for city in found]
    seen: dict[object, Candidate] = {}
    for one in named:
        seen.setdefault((one.city.levers, one.city.events, one.city.off), one)
    return list(seen.values())


def _values(question: Question, lab: Laboratory, spec: RunSpec) -> Floats:
    """Return the two outcomes at the last horizon, (S, C, 2)."""
    found: Floats = lab.values([spec], question.years, question.outcomes)[0][:, :, question.years - 1]
    return found


def _best(axes: Sequence[Outcome], means: Floats) -> NDArray[np.bool_]:
    directions = [one.direction for one in axes if one.direction is not None]
    return not_dominated(means, directions, [one.material for one in axes])


def _point(
    place: int, one: Candidate, values: Floats, best: bool, under: dict[str, NDArray[np.bool_]]
) -> Point:
    held = tuple(name for name, found in under.items() if found[place])
    bands = tuple(band(values[:, k]) for k in range(values.shape[1]))
    robust = best and len(held) == len(under)
    return Point(one.city.label, one.source, one.taken, one.city, bands, best, robust, held)
