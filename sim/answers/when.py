"""When the leader changes: the weeks from which one city is higher beyond the interval over seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from sim.answers.pair import Pair
from sim.model.time_series import REPORTED_WEEKS
from sim.runs.size import Size, size_of
from sim.runs.statistics import paired_difference

LASTING = 3
"""Months in a row that a city has to be higher before it is said to lead."""
LIMITS = ("limit-luck-only", "limit-each-month")


class Turn(NamedTuple):
    """From ``week`` on ``leader`` is higher, beyond it and by what is material, where nobody was or the other."""

    week: int
    leader: str


@dataclass(frozen=True)
class When:
    """The turns of every outcome, in order; no turn means that nobody ever led."""

    turns: Mapping[str, tuple[Turn, ...]]
    looks: int
    seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self, outcome: str) -> list[dict[str, Any]]:
        """Return the turns of one outcome for JSON."""
        return [{"week": turn.week, "higher": turn.leader} for turn in self.turns[outcome]]


def when(pair: Pair) -> When:
    """Return when the leader changes, from the months (means of four weeks) of ``pair``."""
    question = pair.question
    turns = {}
    months = 0
    for one in question.declared:
        place = pair.place(one.id)
        first, second = (np.array([both[city].months[:, place] for both in pair.details]) for city in (0, 1))
        months = first.shape[1]
        found = paired_difference(first, second)
        words = [size_of(mean, low, high, one.material) for mean, low, high in zip(*found, strict=True)]
        turns[one.id] = turns_of(words, question.labels)
    return When(turns, len(turns) * months, pair.seeds)


def turns_of(words: Sequence[Size], labels: tuple[str, str]) -> tuple[Turn, ...]:
    """Return the turns in a sequence of monthly ``words`` for A minus B.

    A city leads once it was higher `LASTING` months in a row, from the first of them on, until the other does.
    """
    turns: list[Turn] = []
    leader = run = 0
    for month, word in enumerate(words):
        run = run + 1 if month and word.sign == words[month - 1].sign else 1
        since = month - run + 1
        if word.sign and run == LASTING and word.sign != leader:
            leader = word.sign
            turns.append(Turn(since * REPORTED_WEEKS, labels[0 if leader > 0 else 1]))
    return tuple(turns)
