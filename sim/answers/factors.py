"""What can be assumed otherwise: which parameters, over which range, and of what kind each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.question import Question
from sim.evidence.patterns.camps import MISUSE
from sim.evidence.patterns.hypercube import BLOCKS
from sim.locale.text import Text, message
from sim.model.composition import compose
from sim.parameters import Parameter, Role, Value, known_parameters
from sim.runs.own_model import load_model

Floats = NDArray[np.float64]
Reading = Mapping[str, Value]

PART_OF_A_CONSTANT = 0.25
"""A judgement constant has no explored range: it is varied by a quarter of its value either way."""
WEIGHING = "wellbeing"
"""The mechanism whose assumptions say what counts for how much."""


class Kind(StrEnum):
    """What sort of claim a parameter is."""

    FACT = "fact"
    VALUE = "value"
    JUDGEMENT = "judgement"

    @property
    def words(self) -> Text:
        """The kind for people."""
        return message(f"kind-of-assumption-{self.value}")


class Factor(NamedTuple):
    """One parameter that can be assumed otherwise: its number from ``low`` to ``high``, or one of ``options``."""

    parameter: Parameter
    kind: Kind
    low: float = 0.0
    high: float = 1.0
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The parameter's name."""
        return self.parameter.name

    def at(self, place: float) -> Value:
        """Return the value at a ``place`` from 0 to 1 of the range; options have equal parts of it."""
        if self.options:
            return self.options[min(int(place * len(self.options)), len(self.options) - 1)]
        value = min(max(self.low + place * (self.high - self.low), self.low), self.high)
        return float(round(value)) if self.parameter.whole else value

    def between(self, value: Value, end: Value, part: float) -> Value:
        """Return the value at ``part`` of the way from ``value`` to ``end``; a choice is at the end at once."""
        if self.options:
            return end if part > 0.0 else value
        found = float(value) + part * (float(end) - float(value))
        return float(round(found)) if self.parameter.whole else found

    def distance(self, value: Value, other: Value) -> float:
        """Return how far two values are apart, in shares of the range; two options are its whole apart."""
        if self.options:
            return float(value != other)
        return abs(float(value) - float(other)) / (self.high - self.low)

    @property
    def ends(self) -> tuple[Value, ...]:
        """The ends of the range, or every option."""
        return self.options or (self.at(0.0), self.at(1.0))


def kind_of(one: Parameter) -> Kind:
    """Return the kind of a parameter: weights of well-being and of values, the modeller's choices, or facts.

    A fact is a claim that evidence bears on, however weak; strength and mechanism are as declared.
    """
    if one.role == "assumption" and (one.group == WEIGHING or one.name.startswith("value_")):
        return Kind.VALUE
    if one.role == "constant" or one.strength == "judgement":
        return Kind.JUDGEMENT
    return Kind.FACT


def factors(question: Question, constants: bool = True) -> tuple[Factor, ...]:
    """Return all of these cities that can be assumed otherwise, but for what is locked; judgement ``constants`` too."""
    there = compose(load_model(question.spec.model).schedule).declared()
    roles: tuple[Role, ...] = ("assumption", "constant") if constants else ("assumption",)
    locked = dict(question.locked)
    known = {name: one for name, one in known_parameters(roles).items() if name in there}
    every = (_factor(one) for name, one in known.items() if name not in locked)
    return tuple(one for one in every if one is not None)


def _factor(one: Parameter) -> Factor | None:
    """Return the factor of a parameter; None where its range is a point."""
    if one.kind == "choice":
        return Factor(one, kind_of(one), options=tuple(str(option) for option in one.explored))
    if one.kind != "number" or one.default == one.unlimited:
        return None
    low, high = (float(end) for end in one.explored)
    if one.role == "constant":
        reach = PART_OF_A_CONSTANT * abs(float(one.default))
        low, high = max(low, float(one.default) - reach), min(high, float(one.default) + reach)
    if one.whole:
        low, high = float(round(low)), float(round(high))
    return Factor(one, kind_of(one), low, high) if high > low else None


def sobol(chosen: Sequence[Factor], points: int, seed: int = 1) -> list[dict[str, Value]]:
    """Return ``points`` (a power of two) readings, a scrambled Sobol sample over the ranges of ``chosen``.

    Weights of one block of values move together (`BLOCKS`), as in the patterns. Owen (1998,
    doi:10.1006/jcom.1998.0487); the first point is not dropped (Owen 2020, arXiv:2008.08051).
    """
    from scipy.stats import qmc

    if not chosen:
        return [{} for _ in range(points)]
    unit = qmc.Sobol(len(chosen), rng=seed).random(points)
    place = {one.name: column for column, one in enumerate(chosen)}
    for first, *others in BLOCKS:
        for name in others:
            if name in place and first in place:
                unit[:, place[name]] = unit[:, place[first]]
    return [{one.name: one.at(float(u)) for one, u in zip(chosen, row, strict=True)} for row in unit]


def misused_alike(reading: Reading) -> dict[str, Value]:
    """Return ``reading`` with every holder misusing data as much as city hall does."""
    common = reading.get("misuse_municipality")
    alike = {} if common is None else {name: common for name in MISUSE if name in reading}
    return {**reading, **alike}
