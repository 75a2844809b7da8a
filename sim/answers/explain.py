"""All answers about a pair together, as one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim.answers.assumptions import Assumptions, assumptions, draw_sample
from sim.answers.best_case import BestCase, best_case
from sim.answers.effort import STANDARD, Effort
from sim.answers.flip import Flips, flip
from sim.answers.laboratory import Laboratory
from sim.answers.pair import Gap, Pair, as_json, run_pair
from sim.answers.question import Question
from sim.answers.when import When, when
from sim.answers.who import Who, who
from sim.answers.why import Why, why
from sim.city.load import load_city
from sim.locale.text import Text, message
from sim.runs.statistics import number

At = tuple[str, int]


@dataclass(frozen=True)
class Explanation:
    """The answers to one question. ``looks`` is how many differences were looked at for all of them together."""

    question: Question
    pair: Pair
    gaps: Mapping[At, Gap]
    why: Why
    who: Who
    when: When
    assumptions: Assumptions
    best_case: BestCase
    flips: Flips

    @property
    def looks(self) -> int:
        """How many differences were looked at."""
        answers = (self.why, self.who, self.when, self.assumptions, self.best_case, self.flips)
        return sum(answer.looks for answer in answers)

    @property
    def limits(self) -> tuple[Text, ...]:
        """What the numbers do not cover."""
        answers = (self.why, self.who, self.when, self.assumptions, self.best_case, self.flips)
        return tuple(map(limit, dict.fromkeys(key for answer in answers for key in answer.limits)))

    def outcomes_as_json(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Return outcome -> horizon -> every answer, for JSON."""
        return {
            name: {str(year): self._at_as_json(name, year) for year in self.question.horizons}
            for name in self.question.outcomes
        }

    def as_json(self) -> dict[str, Any]:
        """Return the answers for JSON, with how many were looked at, seeds and limits."""
        return {
            "looks": self.looks,
            "first": self.question.labels[0],
            "second": self.question.labels[1],
            "seeds": list(self.pair.seeds),
            "stopped": "bands narrow enough" if self.pair.precise else "most seeds",
            "failed_seeds": list(self.pair.failed),
            "limits": [one.translate("en") for one in self.limits],
            "outcomes": self.outcomes_as_json(),
        }

    def _at_as_json(self, name: str, year: int) -> dict[str, Any]:
        gap, flips = self.gaps[name, year], self.flips
        joint = flips.joint.get((name, year))
        return {
            "values": {label: number(value) for label, value in gap.values.items()},
            "difference": as_json(gap),
            "why": self.why.as_json(name, year),
            "corners": {parts: number(value) for parts, value in self.why.at[name, year].corners.items()},
            "who": self.who.as_json(name, year),
            "assumptions": self.assumptions.as_json(name, year),
            "best_case": self.best_case.as_json(name, year),
            "flip": flips.as_json(name, year),
            "joint_flip": joint.as_json() if joint else None,
            "flip_tries": flips.tries if (name, year) in flips.asked else 0,
            "when": self.when.as_json(name),
        }


def explain(question: Question, lab: Laboratory, effort: Effort = STANDARD) -> Explanation:
    """Return every answer to ``question``, all from the same runs.

    Raises `Stopped` when no longer wanted, RunError where the pair has no results.
    """
    first, second = question.pair
    if (first.levers, first.events, first.off) == (second.levers, second.events, second.off):
        effort = replace(effort, points=1, seeds=effort.least)  # one city twice: nothing to sample or to flip
    pair = run_pair(question, lab, effort)
    asked, gaps = pair.question, pair.gaps()
    city = question.spec.city
    names = (load_city(city) if isinstance(city, str) else city).names
    reasons = why(asked, lab, effort)
    sample = draw_sample(asked, lab, effort)
    alike = draw_sample(asked, lab, effort, alike=True)
    words = {at: gap.word for at, gap in gaps.items()}
    return Explanation(
        asked,
        pair,
        gaps,
        reasons,
        who(pair, names),
        when(pair),
        assumptions(asked, lab, sample, alike, effort),
        best_case(asked, lab, sample, effort),
        flip(asked, words, lab, sample, effort),
    )


def limit(key: str) -> Text:
    """Return the sentence that says what a number does not cover."""
    return message(f"answer-{key}")
