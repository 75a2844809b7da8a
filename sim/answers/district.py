"""One district: both cities' lines there against the whole city's, and how many residents stand behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.answers.pair import Pair
from sim.files.errors import InputError, brief, unknown
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.runs.statistics import number, paired_difference

Floats = NDArray[np.float64]

FEWEST_LETTERS = 3
MAPPED = DISTRICT_OUTCOMES[:-1]
"""The outcomes that have a value in every district; the last map is no outcome."""
LIMITS = ("limit-luck-only", "limit-few-residents")


@dataclass(frozen=True)
class Line:
    """A line by month with its 90 % band over seeds, (M,) each."""

    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class District:
    """One outcome in one district: the lines of A, of B and of A minus B, there and in the whole city.

    ``weeks`` (M,) end the months; ``residents`` is how many live there, on average over seeds.
    """

    name: str
    outcome: str
    weeks: NDArray[np.int64]
    residents: float
    here: tuple[Line, Line, Line]
    whole: tuple[Line, Line, Line]
    seeds: tuple[int, ...]
    looks: int = 1
    limits: tuple[str, ...] = LIMITS

    def as_json(self) -> dict[str, Any]:
        """Return the lines for JSON."""
        names = ("A", "B", "difference")
        return {
            "district": self.name,
            "outcome": self.outcome,
            "weeks": self.weeks.tolist(),
            "residents": self.residents,
            "here": {name: _line_as_json(line) for name, line in zip(names, self.here, strict=True)},
            "city": {name: _line_as_json(line) for name, line in zip(names, self.whole, strict=True)},
        }


def find_district(text: str, names: tuple[str, ...]) -> str:
    """Return the district that ``text`` names or begins, upper and lower case alike.

    Raises InputError for fewer than three letters, for several that begin so, and for none (the nearest is
    offered).
    """
    wanted = text.strip().casefold()
    exact = [name for name in names if name.casefold() == wanted]
    if exact:
        return exact[0]
    if len(wanted) < FEWEST_LETTERS:
        raise InputError(f"district {brief(text)}: type {FEWEST_LETTERS} letters or more")
    found = [name for name in names if name.casefold().startswith(wanted)]
    if len(found) > 1:
        raise InputError(f"district {brief(text)} may be {', '.join(found)}; type more letters")
    if not found:
        raise unknown("district", text, names)
    return found[0]


def district(pair: Pair, names: tuple[str, ...], text: str, outcome: str) -> District:
    """Return both cities' lines of ``outcome`` in the district that ``text`` names or begins.

    ``names`` are the districts of the city, in order. Raises InputError for an outcome that no map shows.
    """
    if outcome not in MAPPED:
        raise unknown("outcome of a district", outcome, MAPPED)
    name = find_district(text, names)
    place, row, column = names.index(name), MAPPED.index(outcome), pair.place(outcome)
    here = [np.array([both[city].maps[:, row, place] for both in pair.details], float) for city in (0, 1)]
    whole = [np.array([both[city].months[:, column] for both in pair.details]) for city in (0, 1)]
    months = whole[0].shape[1]
    homes = [int((both[0].homes == place).sum()) for both in pair.details]
    return District(
        name,
        outcome,
        REPORTED_WEEKS * np.arange(1, months + 1),
        float(np.mean(homes)),
        _lines(*here),
        _lines(*whole),
        pair.seeds,
        looks=months,
    )


def districts(pair: Pair, names: tuple[str, ...], text: str) -> dict[str, dict[str, Any]]:
    """Return the lines in one district of every outcome of the question that a map shows, for JSON."""
    asked = (name for name in pair.question.outcomes if name in MAPPED)
    return {name: district(pair, names, text, name).as_json() for name in asked}


def _lines(first: Floats, second: Floats) -> tuple[Line, Line, Line]:
    nothing = np.zeros_like(first)
    one, other, gap = (
        Line(*paired_difference(*two)) for two in ((first, nothing), (second, nothing), (first, second))
    )
    return one, other, gap


def _line_as_json(line: Line) -> dict[str, list[float | None]]:
    return {key: [number(float(value)) for value in values] for key, values in vars(line).items()}
