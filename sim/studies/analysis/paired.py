"""Differences between cities that share past and luck, seed by seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.runs.statistics import paired_difference
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import Numbers
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_SHOWN = 40  # points in a panel


def paired(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return, by point, set and pair of scenarios, the mean difference with its 90 % interval over seeds.

    A table before it says in which share of the points each leads. Seeds missing in either city are left
    out. Raises InputError for a study of one scenario.
    """
    scenarios = list(results.plan.study["scenarios"])
    if len(scenarios) < 2:
        raise InputError(f"{results.folder}: has one scenario; a difference takes two")
    rows = [row for outcome in outcomes for row in _of_outcome(results, outcome, year, scenarios)]
    if not rows:
        raise InputError(f"{results.folder}: no run is done in two cities yet")
    return Finding(
        {"paired-shares": table_of(_shares(rows)), "paired": table_of(rows)}, {"paired": _draw(rows)}
    )


def _of_outcome(
    results: Results, outcome: str, year: float | None, scenarios: Sequence[str]
) -> Iterator[dict[str, Any]]:
    cells: dict[tuple[int, str], dict[str, dict[int, float]]] = {}
    names = ("point", "assumptions", "scenario", "seed")
    columns = [results.plan.table.column(name).to_pylist() for name in names]
    for point, assumed, scenario, seed, value in zip(*columns, results.outcome(outcome, year), strict=True):
        if not np.isnan(value):
            cells.setdefault((point, assumed), {}).setdefault(scenario, {})[seed] = value
    for (point, assumed), cities in sorted(cells.items()):
        for first, second in combinations(scenarios, 2):
            a, b = cities.get(first, {}), cities.get(second, {})
            seeds = sorted(a.keys() & b.keys())
            if seeds:
                numbers = _difference(np.array([a[s] for s in seeds]), np.array([b[s] for s in seeds]))
                where = {
                    "outcome": outcome,
                    "point": point,
                    "assumptions": assumed,
                    "first": first,
                    "second": second,
                }
                yield where | {"seeds": len(seeds)} | numbers


def _difference(a: Numbers, b: Numbers) -> dict[str, float | None]:
    found = paired_difference(a[:, None], b[:, None])
    ends = (None if np.isnan(end[0]) else float(end[0]) for end in (found.low, found.high))
    return {"difference": float(found.mean[0])} | dict(zip(("low", "high"), ends, strict=True))


def _shares(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return in which share of points each city leads, and does so beyond luck, by outcome, set and pair."""
    names = ("outcome", "assumptions", "first", "second")
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    shares = []
    for group, mine in groups.items():
        sign = -1.0 if declared(group[0]).direction == "less" else 1.0
        shares.append(
            dict(zip(names, group, strict=True))
            | {
                "points": len(mine),
                "first_leads": _share(sign * row["difference"] > 0 for row in mine),
                "second_leads": _share(sign * row["difference"] < 0 for row in mine),
                "first_beyond_luck": _share(_beyond_luck(row, sign) for row in mine),
                "second_beyond_luck": _share(_beyond_luck(row, -sign) for row in mine),
            }
        )
    return shares


def _share(cases: Iterable[bool]) -> float:
    return float(np.mean(list(cases)))


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
            some = sorted(
                (row for row in mine if (row["first"], row["second"]) == pair),
                key=lambda row: row["difference"],
            )
            some = some[:: max(1, len(some) // MOST_SHOWN)]
            scale = declared(outcome).scale
            places = np.linspace(0, 1, len(some)) if len(some) > 1 else [0.5]
            middle = [row["difference"] * scale for row in some]
            ends = [
                [(row["difference"] - row["low"]) * scale if row["low"] is not None else 0.0 for row in some],
                [
                    (row["high"] - row["difference"]) * scale if row["high"] is not None else 0.0
                    for row in some
                ],
            ]
            label = f"{pair[0]} minus {pair[1]}"
            colour = COLOURS[shade % len(COLOURS)]
            panel.errorbar(places, middle, ends, fmt="o", markersize=3, color=colour, label=label)
        panel.axhline(0.0, color="black", linewidth=0.8)
        panel.set_xticks([])
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
        panel.legend(frameon=False, fontsize="small", loc="lower right")
    panel.set_xlabel("points, by size of difference; 90 % intervals over seeds")
    return figure
