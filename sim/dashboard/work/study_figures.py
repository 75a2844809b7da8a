"""What a picture of an opened study shows, as plain numbers: made by the analyses, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from sim.dashboard.work.study_shipped import Shipped
from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.outcomes import outcome as declared
from sim.studies.analysis.fan import NAMES, fan
from sim.studies.analysis.given_data import pawn
from sim.studies.analysis.outcome import Numbers, cells_of
from sim.studies.analysis.paired import paired
from sim.studies.analysis.sensitivity import morris, sobol
from sim.studies.opened import Opened
from sim.studies.results import Results
from sim.studies.search import Evaluated

Document = dict[str, Any]
MOST_WEEKS = 120  # drawn of a fan
MOST_DIFFERENCES = 60  # drawn of a pair of scenarios
BY_METHOD: Mapping[str, tuple[Callable[..., Any], str]] = {
    "saltelli": (sobol, "ST"),
    "morris": (morris, "mu_star"),
}
"""Of a design made for an analysis: that analysis, and the index it is asked for."""


class Asked(NamedTuple):
    """A picture of one outcome, or of two, at the end of a ``year``, or of the runs where that is 0."""

    picture: str
    outcome: str
    second: str = ""
    year: int = 0


def figures_of(opened: Opened, shipped: Shipped, asked: Asked) -> Document:
    """Return the numbers that a picture shows; raise InputError where the study has none for it."""
    if asked.picture == "points":
        return _points(opened, shipped, (asked.outcome, asked.second), asked.year)
    return _OF_A_STUDY[asked.picture](opened.sample.results, asked.outcome, asked.year or None)


def _fan(results: Results, outcome: str, year: int | None) -> Document:
    rows = fan(results, [outcome], year).tables["fan"].to_pylist()
    cells = cells_of(results, outcome, year)
    scale = declared(outcome).scale
    cities = []
    for city, one in cells.items():
        mine = [row for row in rows if row["city"] == city and row[NAMES[0]] is not None]
        thin = mine[:: max(1, len(mine) // MOST_WEEKS)]
        shown = [*thin, *(mine[-1:] if thin[-1:] != mine[-1:] else [])]
        cities.append(
            {
                "city": city,
                "weeks": [row["week"] for row in shown],
                "bands": [[row[name] * scale for row in shown] for name in NAMES],
                "runs": int((~np.isnan(one.values)).sum()),
                "pending": int(one.pending.sum()),
                **one.counts,
            }
        )
    return {"cities": cities, "weeks": results.plan.weeks if year is None else year * WEEKS_PER_YEAR}


def _paired(results: Results, outcome: str, year: int | None) -> Document:
    found = paired(results, [outcome], year).tables
    scale = declared(outcome).scale
    groups = []
    for share in found["paired-shares"].to_pylist():
        keys = ("assumptions", "first", "second")
        mine = [row for row in found["paired"].to_pylist() if all(row[key] == share[key] for key in keys)]
        known = sorted((row for row in mine if row["difference"] is not None), key=lambda r: r["difference"])
        shown = known[:: max(1, -(-len(known) // MOST_DIFFERENCES))]
        counts = {name: sum(row[name] for row in mine) for name in ("undefined", "failed", "pending")}
        groups.append(
            share
            | counts
            | {"rows": [[_scaled(row[key], scale) for key in ("difference", "low", "high")] for row in shown]}
        )
    return {"groups": groups}


def _factors(results: Results, outcome: str, year: int | None) -> Document:
    method, index = BY_METHOD.get(results.plan.study["method"], (pawn, "PAWN"))
    (table, *_) = method(results, [outcome], year).tables.values()
    rows = table.to_pylist()
    groups = [
        {
            "city": city,
            "rows": [
                {
                    "factor": row["factor"],
                    "value": row.get(index),
                    "reach": row.get(f"{index}_conf"),
                    "verdict": row["verdict"],
                }
                for row in rows
                if row["city"] == city
            ],
        }
        for city in dict.fromkeys(row["city"] for row in rows)
    ]
    return {"method": method.__name__, "groups": groups}


def _points(opened: Opened, shipped: Shipped, names: Sequence[str], year: int) -> Document:
    """Return every point of every city on two outcomes: part, place in it, city, both values; and the best of them.

    Beside them stand the shipped scenarios, those that are none of the points too.
    """
    found: list[list[Any]] = []
    cities: dict[str, int] = {}
    without = 0
    scales = [declared(name).scale for name in names]
    for number, part in enumerate(opened.parts):
        both = [cells_of(part.results, name, year or None) for name in names]
        for city in both[0]:
            at = cities.setdefault(city, len(cities))
            for place, values in enumerate(zip(both[0][city].mean, both[1][city].mean, strict=True)):
                if np.isnan(values).any():
                    without += 1
                    continue
                x, y = (float(value) * scale for value, scale in zip(values, scales, strict=True))
                found.append([number, place, at, x, y])
    best = _best(np.array([one[3:] for one in found]), names) if found else None
    marked = shipped.among(found, list(cities), names, year)
    return {"points": found, "cities": list(cities), "without": without, "best": best, "shipped": marked}


def _best(values: Numbers, outcomes: Sequence[str]) -> list[int] | None:
    """Return which points none is better than in both outcomes; None where of one neither more nor less is better."""
    directions = [declared(name).direction for name in outcomes]
    if None in directions:
        return None
    signs = np.array([-1.0 if direction == "more" else 1.0 for direction in directions])
    every = Evaluated([{}] * len(values), values * signs, *np.zeros((2, len(values)), np.int64))
    try:
        return [int(place) for place in every.frontier]
    except ModuleNotFoundError:  # pymoo belongs to the extra "search"
        return None


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale


_OF_A_STUDY: Mapping[str, Callable[[Results, str, int | None], Document]] = {
    "fan": _fan,
    "paired": _paired,
    "factors": _factors,
}
