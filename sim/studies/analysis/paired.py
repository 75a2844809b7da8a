"""Differences between cities of one burn-in, seed by seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.runs.statistics import paired_difference
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import WITHOUT, Cells, Numbers, cells_of, reasons
from sim.studies.hints import to_resume
from sim.studies.partial import remedy
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_SHOWN = 40  # points in a panel


def paired(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return, by point, set and pair of scenarios, the mean difference with its 90 % interval over seeds.

    A table before it says in which share of the points each leads. Seeds without a value in either city are
    left out and counted: undefined, failed, pending. Raises InputError for a study of one scenario, and where
    no pair has a value.
    """
    scenarios = list(results.plan.study["scenarios"])
    if len(scenarios) < 2:
        raise InputError(f"{results.folder}: has one scenario; a difference takes two")
    rows = [row for outcome in outcomes for row in _of_outcome(results, outcome, year, scenarios)]
    if not any(row["seeds"] for row in rows):
        raise InputError(f"{results.folder}: {_why_none(results, rows)}")
    return Finding(
        {"paired-shares": table_of(_shares(rows)), "paired": table_of(rows)},
        {"paired": _draw([row for row in rows if row["seeds"]])},
        _notes(rows),
    )


def _why_none(results: Results, rows: Sequence[dict[str, Any]]) -> str:
    if any(row["undefined"] for row in rows):
        return "the outcome is undefined in every pair of runs that are done"
    if any(row["pending"] for row in rows):
        return f"no run is done in two cities yet; {remedy(results)}"
    return f"in every pair a run failed; {to_resume(results, '--retry-failed')} tries again"


def _notes(rows: Sequence[dict[str, Any]]) -> list[str]:
    notes = []
    for outcome in dict.fromkeys(row["outcome"] for row in rows):
        mine = [row for row in rows if row["outcome"] == outcome]
        totals = _totals(mine)
        if words := reasons(totals):
            pairs = sum(row["seeds"] for row in mine) + sum(totals.values())
            notes.append(f"{outcome}: {words} of {pairs} pairs of runs left out")
    return notes


def _totals(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {name: sum(row[name] for row in rows) for name in WITHOUT}


def _of_outcome(
    results: Results, outcome: str, year: float | None, scenarios: Sequence[str]
) -> Iterator[dict[str, Any]]:
    cities = cells_of(results, outcome, year)
    sets = list(results.plan.study["assumptions"])
    points = len(next(iter(cities.values())).values)
    for point, assumed in product(range(points), sorted(sets)):
        for first, second in combinations(scenarios, 2):
            a, b = (cities[one if len(sets) == 1 else f"{one}, {assumed}"] for one in (first, second))
            where = {
                "outcome": outcome,
                "point": point,
                "assumptions": assumed,
                "first": first,
                "second": second,
            }
            yield where | _at_point(a, b, point)


def _at_point(a: Cells, b: Cells, point: int) -> dict[str, Any]:
    apart = a.minus(b)
    there = ~np.isnan(apart.values[point])
    masks = {name: getattr(apart, name)[point] for name in WITHOUT}
    counted = {"seeds": int(there.sum())} | {name: int(mask.sum()) for name, mask in masks.items()}
    if not there.any():
        return counted | {"difference": None, "low": None, "high": None}
    return counted | _difference(a.values[point][there], b.values[point][there])


def _difference(a: Numbers, b: Numbers) -> dict[str, float | None]:
    found = paired_difference(a[:, None], b[:, None])
    ends = (None if np.isnan(end[0]) else float(end[0]) for end in (found.low, found.high))
    return {"difference": float(found.mean[0])} | dict(zip(("low", "high"), ends, strict=True))


def _shares(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return in which share of points with a value each city leads, and does so beyond the interval over seeds.

    By outcome, set and pair; ``without`` counts the points that have no value, beside the pairs of runs that have none.
    """
    names = ("outcome", "assumptions", "first", "second")
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    shares = []
    for group, every in groups.items():
        mine = [row for row in every if row["difference"] is not None]
        sign = -1.0 if declared(group[0]).direction == "less" else 1.0
        shares.append(
            dict(zip(names, group, strict=True))
            | {
                "points": len(mine),
                "without": len(every) - len(mine),
                **_totals(every),
                "first_leads": _share(sign * row["difference"] > 0 for row in mine),
                "second_leads": _share(sign * row["difference"] < 0 for row in mine),
                "first_beyond_luck": _share(_beyond_luck(row, sign) for row in mine),
                "second_beyond_luck": _share(_beyond_luck(row, -sign) for row in mine),
            }
        )
    return shares


def _share(cases: Iterable[bool]) -> float | None:
    known = list(cases)
    return float(np.mean(known)) if known else None


def _beyond_luck(row: dict[str, Any], sign: float) -> bool:
    """Return whether the whole interval of a difference has ``sign``."""
    return row["low"] is not None and min(sign * row["low"], sign * row["high"]) > 0


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    """Draw a panel per outcome: points by size of difference, with their intervals."""
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    figure = Figure(figsize=(8, 0.5 + 1.8 * len(outcomes)), layout="constrained")
    for panel, outcome in zip(figure.subplots(len(outcomes), 1, squeeze=False)[:, 0], outcomes, strict=True):
        mine = [row for row in rows if row["outcome"] == outcome]
        for shade, pair in enumerate(dict.fromkeys((row["first"], row["second"]) for row in mine)):
            some = [row for row in mine if (row["first"], row["second"]) == pair]
            _draw_pair(panel, some, declared(outcome).scale, COLOURS[shade % len(COLOURS)])
        panel.axhline(0.0, color="black", linewidth=0.8)
        panel.set_xticks([])
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
        panel.legend(frameon=False, fontsize="small", loc="lower right")
    panel.set_xlabel("points, by size of difference; 90 % intervals over seeds")
    return figure


def _draw_pair(panel: Axes, rows: Sequence[dict[str, Any]], scale: float, colour: str) -> None:
    """Draw the differences of two cities by size, with their intervals, as many points as can be told apart."""
    some = sorted(rows, key=lambda row: row["difference"])
    some = some[:: max(1, len(some) // MOST_SHOWN)]
    places = np.linspace(0, 1, len(some)) if len(some) > 1 else [0.5]
    middle = [row["difference"] * scale for row in some]
    ends = [[_reach(row, end) * scale for row in some] for end in ("low", "high")]
    label = f"{rows[0]['first']} minus {rows[0]['second']}"
    panel.errorbar(places, middle, ends, fmt="o", markersize=3, color=colour, label=label)


def _reach(row: dict[str, Any], end: str) -> float:
    """Return how far the interval reaches to one ``end``; 0 where there is none."""
    return abs(row[end] - row["difference"]) if row[end] is not None else 0.0
