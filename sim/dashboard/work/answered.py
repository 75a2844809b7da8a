"""The six answers as documents, computed in a laboratory: each has what its picture shows, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sim.answers.assumptions import assumptions, draw_sample
from sim.answers.district import MAPPED, district
from sim.answers.effort import STANDARD, Effort
from sim.answers.flip import flip
from sim.answers.frontier import frontier
from sim.answers.laboratory import Laboratory
from sim.answers.pair import Pair, as_json, run_pair
from sim.answers.question import Question
from sim.answers.who import who
from sim.answers.why import why
from sim.dashboard.work.asked import CHOICE, Asked, Document
from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.runs.statistics import number

At = tuple[str, int]

FIRST = Effort(
    seeds=3,
    least=3,
    lever_seeds=0,
    set_seeds=2,
    points=8,
    point_seeds=2,
    flip_seeds=2,
    fresh_seeds=3,
    steps=2,
)
WHOLE = replace(STANDARD, lever_seeds=0)
"""No picture shows what levers do one by one."""
CHOICE_FIRST = replace(FIRST, set_seeds=1)


def efforts(number: int) -> tuple[Effort, Effort]:
    """Return with how much an answer is computed first, and then as it stays: as those told beforehand are."""
    return (CHOICE_FIRST if number == CHOICE else FIRST), WHOLE


def answered(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    """Return the answer asked for as a document.

    Raises `Stopped` when no longer wanted, RunError where the pair has no results, InputError for an outcome that
    is not measured there.
    """
    return ANSWERED[asked.number](asked, lab, effort)


def _why(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    pair = run_pair(asked.question, lab, effort)
    reasons = why(pair.question, lab, effort)
    return _document(
        pair,
        reasons.looks,
        lambda at: {
            "why": reasons.as_json(*at),
            "corners": {name: number(value) for name, value in reasons.at[at].corners.items()},
        },
    )


def _who(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    pair = run_pair(asked.question, lab, effort)
    counted = who(pair, _names(asked.question))
    return _document(pair, counted.looks, lambda at: {"who": counted.as_json(*at)})


def _assumed(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    pair = run_pair(asked.question, lab, effort)
    question = pair.question
    sample, alike = (draw_sample(question, lab, effort, misused) for misused in (False, True))
    found = assumptions(question, lab, sample, alike, effort)
    return _document(pair, found.looks, lambda at: {"assumptions": found.as_json(*at)})


def _flip(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    pair = run_pair(asked.question, lab, effort)
    question = pair.question
    words = {at: gap.word for at, gap in pair.gaps().items()}
    flips = flip(question, words, lab, draw_sample(question, lab, effort), effort)

    def found(at: At) -> Mapping[str, Any]:
        joint = flips.joint.get(at)
        return {
            "flip": flips.as_json(*at),
            "joint_flip": joint.as_json() if joint else None,
            "flip_tries": flips.tries if at in flips.asked else 0,
        }

    return _document(pair, flips.looks, found)


def _district(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    """Return the lines of every district: the next one looked at is there at once."""
    pair, names = run_pair(asked.question, lab, effort), _names(asked.question)
    (outcome,) = asked.question.outcomes
    there = {name: district(pair, names, name, outcome).as_json() for name in names if outcome in MAPPED}
    months = asked.question.years * WEEKS_PER_YEAR
    return _document(pair, len(there) * months, lambda at: {}) | {"districts": there}


def _choice(asked: Asked, lab: Laboratory, effort: Effort) -> Document:
    return frontier(asked.question, lab, asked.room, effort).as_json()


ANSWERED: Mapping[int, Callable[[Asked, Laboratory, Effort], Document]] = {
    1: _why,
    2: _who,
    3: _assumed,
    4: _flip,
    5: _district,
    6: _choice,
}


def _document(pair: Pair, looks: int, found: Callable[[At], Mapping[str, Any]]) -> Document:
    """Return the pair with what was ``found`` of each outcome and horizon, as `Explanation` has it."""
    question = pair.question
    outcomes: dict[str, dict[str, Any]] = {}
    for (name, year), gap in pair.gaps().items():
        values = {label: number(value) for label, value in gap.values.items()}
        at = {"values": values, "difference": as_json(gap), **found((name, year))}
        outcomes.setdefault(name, {})[str(year)] = at
    first, second = question.labels
    seeds = list(pair.seeds)
    return {"looks": looks, "first": first, "second": second, "seeds": seeds, "outcomes": outcomes}


def _names(question: Question) -> tuple[str, ...]:
    city = question.spec.city
    if isinstance(city, str):
        raise TypeError("the city of a page's question is read already")
    return tuple(city.names)
