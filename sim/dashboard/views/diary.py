"""One resident's years in each city, in plain sentences: what happened to them, never what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from sim.dashboard.work.simulation import live
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate
from sim.runs.spec import RunSpec

RESIDENTS = 2_000
STRIDE, OFFSET = 769, 401
"""Residents are taken in strides over the whole city, so that the next one is nobody's choice."""


class Year(NamedTuple):
    """One resident's year in one city."""

    wellbeing: float
    low: float
    high: float
    spoke: int
    uses: bool
    shares: bool
    street: int
    held: int
    outage: int
    leaks: int


def diaries(recipe: RunSpec, number: int) -> dict[str, list[Year]]:
    """Return the years of resident ``number``, per city; ``low`` to ``high``: the middle half."""
    weeks: dict[str, list[dict[str, float]]] = {letter: [] for letter in recipe.labels}
    row = (number * STRIDE + OFFSET) % RESIDENTS
    for models in live(recipe, RESIDENTS):
        for letter, model in models.items():
            weeks[letter].append(_week(model.columns, row))
    return {
        letter: [_year(lived[i : i + YEAR]) for i in range(0, len(lived), YEAR)]
        for letter, lived in weeks.items()
    }


def _week(columns: Mapping[str, Any], row: int) -> dict[str, float]:
    low, high = np.percentile(columns["wellbeing"], (25, 75))
    return {
        "wellbeing": float(columns["wellbeing"][row]),
        "low": float(low),
        "high": float(high),
        "spoke": float(columns["speaks"][row]),
        "uses": float(columns["adopted"][row]),
        "shares": float(columns["shares"][row]),
        "street": float(columns["active"][row]),
        "held": float(columns["detention"][row] > 0),
        "outage": float(columns["outage_weeks"][columns["district"][row]] > 0),
        "leak": float(columns["incident"][0] == _breach() and columns["shares"][row]),
    }


def _breach() -> float:
    from sim.mechanisms import complexity

    return float(complexity.BREACH)


def _year(weeks: list[dict[str, float]]) -> Year:
    total = {name: sum(week[name] for week in weeks) for name in weeks[0]}
    last = weeks[-4:]
    mean = {name: sum(week[name] for week in last) / len(last) for name in ("wellbeing", "low", "high")}
    return Year(
        mean["wellbeing"],
        mean["low"],
        mean["high"],
        int(total["spoke"]),
        weeks[-1]["uses"] > 0,
        weeks[-1]["shares"] > 0,
        int(total["street"]),
        int(total["held"]),
        int(total["outage"]),
        int(total["leak"]),
    )


def sentences(years: list[Year], language: str) -> list[str]:
    """Return one sentence a year: what was new, what happened."""
    return [
        " ".join(_sentences(i, year, years[i - 1] if i else None, language)) for i, year in enumerate(years)
    ]


def _sentences(number: int, year: Year, before: Year | None, language: str) -> Iterator[str]:
    def say(name: str, count: int = 0) -> str:
        return translate(f"diary-year-{name}", language, n=count, year=YEAR)

    yield say("number", number + 1)
    changes = (("uses", "starts", "stops"), ("shares", "shares", "no_longer"))
    for name, begins, ends in changes:
        was = bool(getattr(before, name)) if before else False
        if getattr(year, name) != was:
            yield say(begins if getattr(year, name) else ends)
    for name in ("outage", "leaks", "street", "held"):
        if count := getattr(year, name):
            yield say(name, count)
    yield say("spoke", year.spoke)
    yield say("wellbeing", round(100 * year.wellbeing))
