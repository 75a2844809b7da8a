"""Searches for where a difference turns its sign: bracketed, halved, then confirmed on fresh seeds.

A search is a generator that yields what it wants looked at and is sent the differences found there, (S,): many
searches go side by side, so that every round is one batch of runs.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.answers.numbers import band

Floats = NDArray[np.float64]
Found = TypeVar("Found")


class Look(NamedTuple):
    """What a search wants to see: the difference at ``part`` (0 to 1) of ``way``, on ``fresh`` seeds or the others.

    A way is whatever tells the caller's ways apart.
    """

    way: Any
    part: float
    fresh: bool = False


class Turn(NamedTuple):
    """Where a difference turns its sign on a ``way``: at about ``crossing``; at ``part`` surely, on fresh seeds."""

    way: Any
    crossing: float
    part: float


Search = Generator[Look, Floats, Found]

BEYOND = 4
"""Steps from the crossing to the end at which fresh seeds are asked."""


def turn_on(way: Any, sign: float, at_start: float, steps: int, at_once: bool = False) -> Search[Turn | None]:
    """Search the smallest part of ``way`` at which a difference of this ``sign`` at its start is turned.

    ``at_start`` is the mean difference there, ``steps`` how often the bracket is halved; ``at_once`` says that the
    way is a single step. None where the end has the same sign, or no fresh seeds turn it beyond their interval.
    """
    at_end = float(np.mean((yield Look(way, 1.0))))
    if not sign * at_end < 0.0:  # undefined is no turn
        return None
    if at_once:
        crossing, low = 1.0, 1.0
    else:
        crossing = yield from _bisect(way, sign, (at_start, at_end), steps)
        low = crossing
    for step in range(BEYOND + 1):
        part = low + (1.0 - low) * step / BEYOND
        found = band((yield Look(way, part, fresh=True)))
        if sign * found.low < 0.0 and sign * found.high < 0.0:
            return Turn(way, crossing, part)
        if part == 1.0:
            break
    return None


def _bisect(way: Any, sign: float, ends: tuple[float, float], steps: int) -> Search[float]:
    """Return about where the sign turns: the last bracket's root by a straight line."""
    (low, at_low), (high, at_high) = zip((0.0, 1.0), ends, strict=True)
    for _ in range(steps):
        middle = (low + high) / 2
        value = float(np.mean((yield Look(way, middle))))
        if sign * value > 0.0:
            low, at_low = middle, value
        else:
            high, at_high = middle, value
    if not np.isfinite(at_high) or at_low == at_high:
        return high
    return low + (high - low) * at_low / (at_low - at_high)


def first_of(searches: Sequence[Search[Found | None]], wanted: int = 1) -> Search[list[Found]]:
    """Search one after the other until ``wanted`` have found something; return what they found."""
    found: list[Found] = []
    for search in searches:
        one = yield from search
        if one is not None:
            found.append(one)
        if len(found) == wanted:
            break
    return found


def together(
    searches: Sequence[Search[Found]], see: Callable[[Sequence[tuple[int, Look]]], Sequence[Floats]]
) -> list[Found]:
    """Return what ``searches`` find, side by side.

    ``see`` is given, round by round, the looks wanted, each with its search's place, and returns the differences.
    """
    found: dict[int, Found] = {}
    wanted: dict[int, Look] = {}

    def advance(place: int, answer: Floats | None) -> None:
        try:
            wanted[place] = next(searches[place]) if answer is None else searches[place].send(answer)
        except StopIteration as end:
            found[place] = end.value
            wanted.pop(place, None)

    for place in range(len(searches)):
        advance(place, None)
    while wanted:
        now = list(wanted.items())
        for (place, _), answer in zip(now, see(now), strict=True):
            advance(place, answer)
    return [found[place] for place in range(len(searches))]
