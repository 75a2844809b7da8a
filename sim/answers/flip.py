"""What would flip it: the smallest change of one assumption that turns the sign, by kind, and of all together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.answers.assumptions import Sample, moved
from sim.answers.effort import STANDARD, Effort
from sim.answers.factors import Factor, Kind, Reading, factors
from sim.answers.laboratory import Laboratory
from sim.answers.question import Question
from sim.answers.search import Look, Search, Turn, first_of, together, turn_on
from sim.parameters import Value
from sim.runs.size import Size

Floats = NDArray[np.float64]
At = tuple[str, int]
Name = TypeVar("Name")
MOST_TRIED = 3
"""Candidates that are followed for one kind, from the nearest on."""
LIMITS = ("limit-one-at-a-time", "limit-screened", "limit-luck-only")


class End(NamedTuple):
    """A way from the present value of one assumption to an end of its range."""

    factor: Factor
    value: Value


class Flip(NamedTuple):
    """The sign turns when ``name`` goes from ``start`` to ``to``, ``distance`` in shares of its range.

    ``crossing`` is about where the difference is nil; ``to`` is confirmed beyond the interval on fresh seeds.
    """

    name: str
    kind: Kind
    start: Value
    crossing: Value
    to: Value
    distance: float
    confirmed_seeds: int

    def as_json(self) -> dict[str, Any]:
        """Return the flip for JSON."""
        return {
            "assumption": self.name,
            "kind": self.kind.value,
            "from": self.start,
            "to": self.to,
            "crossing": self.crossing,
            "distance": self.distance,
            "confirmed_seeds": self.confirmed_seeds,
        }


class JointFlip(NamedTuple):
    """The sign turns when ``moved`` assumptions go ``part`` of the way to a sampled point, ``distance`` on average."""

    reading: Reading
    moved: int
    part: float
    distance: float
    confirmed_seeds: int

    def as_json(self) -> dict[str, Any]:
        """Return the joint flip for JSON, without its many values."""
        return {key: getattr(self, key) for key in ("moved", "part", "distance", "confirmed_seeds")}


@dataclass(frozen=True)
class Flips:
    """Flips of one assumption by outcome and horizon, nearest first, and the joint one at the last horizon.

    Empty where none was found in ``tries`` ends of ranges, or where no sign was there to turn (``steady``).
    """

    single: Mapping[At, tuple[Flip, ...]]
    joint: Mapping[At, JointFlip | None]
    asked: frozenset[At]
    tries: int
    joint_tries: int
    looks: int
    seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self, outcome: str, year: int) -> list[dict[str, Any]]:
        """Return the flips of one assumption for JSON."""
        return [one.as_json() for one in self.single.get((outcome, year), ())]


def flip(
    question: Question,
    words: Mapping[At, Size],
    lab: Laboratory,
    sample: Sample,
    effort: Effort = STANDARD,
) -> Flips:
    """Return what turns the sign of each difference that has one (``words``), horizon and seeds held fixed.

    Every end of every range is looked at first; where the sign turns there, the nearest ways by a straight line are
    bracketed and halved. What is found is confirmed on fresh seeds, beyond their interval.
    """
    asked = {at: word.sign for at, word in words.items() if word.sign}
    ends = _ends(question, effort)
    view = _View(question, lab, effort)
    single = _single(question, asked, ends, lab, view, effort) if asked else {}
    joint = _joint(question, asked, sample, view, effort) if asked else {}
    tries = len(ends), len(sample.readings)
    seeds = question.spec.seeds[: effort.flip_seeds] if asked else ()
    return Flips(single, joint, frozenset(asked), *tries, len(asked) * sum(tries), seeds)


def _ends(question: Question, effort: Effort) -> list[End]:
    """Return every end of every range that is not where things are."""
    chosen = factors(question, effort.constants)
    return [End(one, value) for one in chosen for value in one.ends if value != _present(question, one)]


def _single(
    question: Question,
    asked: Mapping[At, int],
    ends: Sequence[End],
    lab: Laboratory,
    view: _View,
    effort: Effort,
) -> dict[At, tuple[Flip, ...]]:
    """Return the flips of one assumption, nearest first, for each difference asked for."""
    base, *at_ends = _screen(question, lab, ends, effort)
    searches: dict[tuple[At, Kind], Search[list[Turn]]] = {}
    for at, sign in asked.items():
        start = float(base[_spot(question, at)])
        reached = [float(found[_spot(question, at)]) for found in at_ends]
        for kind in Kind:
            ways = _ways(question, ends, kind, sign, start, reached)
            turns = [turn_on(way, sign, start, effort.steps, bool(ends[way].factor.options)) for way in ways]
            searches[at, kind] = first_of(turns, effort.per_kind)
    found = view.follow(searches, lambda look: _reading_of(question, ends[look.way], look.part))
    flips: dict[At, list[Flip]] = {at: [] for at in asked}
    for (at, _), turns_found in found.items():
        flips[at] += [_flip(question, ends[turn.way], turn, effort) for turn in turns_found]
    return {at: tuple(sorted(some, key=lambda one: one.distance)) for at, some in flips.items()}


def _screen(question: Question, lab: Laboratory, ends: Sequence[End], effort: Effort) -> Floats:
    """Return the mean difference as things are, then at each end, (1 + E, Y, K)."""
    seeds = question.spec.seeds[: effort.screen_seeds]
    readings: list[Reading] = [{}, *({end.factor.name: end.value} for end in ends)]
    specs = [question.assuming(reading.items(), seeds) for reading in readings]
    values = np.array(lab.values(specs, question.years, question.outcomes))
    found: Floats = (values[:, :, 0] - values[:, :, 1]).mean(axis=1)
    return found


def _ways(
    question: Question, ends: Sequence[End], kind: Kind, sign: float, base: float, at_ends: Sequence[float]
) -> list[int]:
    """Return the places of the ends of ``kind`` where the sign is turned, the nearest by a straight line first."""
    near = []
    for place, end in enumerate(ends):
        if end.factor.kind is kind and sign * at_ends[place] < 0.0 < sign * base:
            part = base / (base - at_ends[place])
            near.append((part * end.factor.distance(_present(question, end.factor), end.value), place))
    return [place for _, place in sorted(near)[:MOST_TRIED]]


def _flip(question: Question, end: End, turn: Turn, effort: Effort) -> Flip:
    start = _present(question, end.factor)
    crossing, to = (end.factor.between(start, end.value, part) for part in (turn.crossing, turn.part))
    return Flip(
        end.factor.name,
        end.factor.kind,
        start,
        crossing,
        to,
        end.factor.distance(start, to),
        effort.fresh_seeds,
    )


def _joint(
    question: Question, asked: Mapping[At, int], sample: Sample, view: _View, effort: Effort
) -> dict[At, JointFlip | None]:
    """Return, at the last horizon, the sampled point that turns the sign and can be shrunk most toward the present."""
    last = {at: sign for at, sign in asked.items() if at[1] == question.years}
    base = view.see([({}, False, at) for at in last])
    searches: dict[tuple[At, None], Search[list[Turn]]] = {}
    for (at, sign), now in zip(last.items(), base, strict=True):
        start = float(np.mean(now))
        found = sample.differences[:, :, *_spot(question, at)].mean(axis=1)
        parts = {point: start / (start - value) for point, value in enumerate(found) if sign * value < 0.0}
        near = sorted(parts, key=parts.__getitem__)[:1]
        searches[at, None] = first_of([turn_on(point, sign, start, effort.steps) for point in near])
    turns = view.follow(searches, lambda look: _toward(question, sample, look.way, look.part))
    return {
        at: _joint_flip(question, sample, one[0], effort) if one else None for (at, _), one in turns.items()
    }


def _joint_flip(question: Question, sample: Sample, turn: Turn, effort: Effort) -> JointFlip:
    reading = _toward(question, sample, turn.way, turn.part)
    apart = [one.distance(_present(question, one), reading[one.name]) for one in sample.factors]
    return JointFlip(
        reading,
        len(moved(question, reading, sample.factors)),
        turn.part,
        float(np.mean(apart)),
        effort.fresh_seeds,
    )


class _View:
    """Looks at the difference of one outcome at one horizon under other readings, many at a time."""

    def __init__(self, question: Question, lab: Laboratory, effort: Effort) -> None:
        self._question = question
        self._lab = lab
        self._seeds = {
            False: question.spec.seeds[: effort.flip_seeds],
            True: question.fresh(effort.fresh_seeds),
        }

    def follow(
        self, searches: Mapping[tuple[At, Name], Search[list[Turn]]], reading_of: Callable[[Look], Reading]
    ) -> dict[tuple[At, Name], list[Turn]]:
        """Return what ``searches`` find, by the outcome and horizon that each is about, and its name."""
        keys = list(searches)

        def see(looks: Sequence[tuple[int, Look]]) -> list[Floats]:
            return self.see([(reading_of(look), look.fresh, keys[place][0]) for place, look in looks])

        return dict(zip(keys, together(list(searches.values()), see), strict=True))

    def see(self, wanted: Sequence[tuple[Reading, bool, At]]) -> list[Floats]:
        """Return the differences (S,) under each reading, on fresh seeds or not, at an outcome and horizon."""
        question = self._question
        specs = [question.assuming(reading.items(), self._seeds[fresh]) for reading, fresh, _ in wanted]
        values = self._lab.values(specs, question.years, question.outcomes)
        return [
            (found[:, 0] - found[:, 1])[:, *_spot(question, at)]
            for found, (_, _, at) in zip(values, wanted, strict=True)
        ]


def _spot(question: Question, at: At) -> tuple[int, int]:
    """Return the place of an outcome and horizon in (Y, K)."""
    name, year = at
    return year - 1, question.outcomes.index(name)


def _present(question: Question, factor: Factor) -> Value:
    return question.assumed.get(factor.name, factor.parameter.default)


def _reading_of(question: Question, end: End, part: float) -> Reading:
    return {end.factor.name: end.factor.between(_present(question, end.factor), end.value, part)}


def _toward(question: Question, sample: Sample, point: int, part: float) -> Reading:
    """Return the reading at ``part`` of the way to a sampled point; choices are the point's own at once."""
    reading = sample.readings[point]
    return {one.name: one.between(_present(question, one), reading[one.name], part) for one in sample.factors}
