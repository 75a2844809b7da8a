"""How far runs spread, week by week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import Numbers, city_of
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
NAMES = tuple(f"q{round(100 * quantile):02d}" for quantile in QUANTILES)


def fan(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return quantiles over the runs of each city that have a value, at the ends of years and by week.

    Beside them stand the runs they are over, those undefined that week, and those that failed or are pending.
    Raises InputError if no run is done, or no outcome is defined in any.
    """
    weeks = results.plan.weeks if year is None else round(year * WEEKS_PER_YEAR)
    if not 0 < weeks <= results.plan.weeks:
        raise InputError(f"year = {year:g} is not reached (runs last {results.plan.weeks} weeks)")
    cities = np.array(city_of(results))
    done = np.array([status == "done" for status in results.runs().column("status").to_pylist()])
    if not done.any():
        raise InputError(f"{results.folder}: no run is done yet")
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        weekly = results.weekly(outcome)[:, :weeks]
        for city in dict.fromkeys(cities.tolist()):
            mine = cities == city
            missing = int((mine & ~done).sum())
            rows += _quantiles(outcome, city, weekly[mine & done], missing)
    if not any(row["runs"] for row in rows):
        raise InputError(f"{results.folder}: {', '.join(outcomes)} undefined in every run that is done")
    ends = [row for row in rows if (row["week"] + 1) % WEEKS_PER_YEAR == 0 or row["week"] == weeks - 1]
    tables = {"fan-years": table_of(ends), "fan": table_of(rows)}
    return Finding(tables, {"fan": _draw(rows)}, _notes(ends))


def _notes(ends: Sequence[dict[str, Any]]) -> list[str]:
    return [
        f"{row['outcome']}, {row['city']}, week {row['week']}: {row['undefined']} undefined, {row['missing']} not done"
        for row in ends
        if row["undefined"] or row["missing"]
    ]


def _quantiles(outcome: str, city: str, weekly: Numbers, missing: int) -> Iterator[dict[str, Any]]:
    for week, values in enumerate(weekly.T):
        there = values[~np.isnan(values)]
        found = np.quantile(there, QUANTILES).tolist() if len(there) else [None] * len(QUANTILES)
        counted = {"runs": len(there), "undefined": len(values) - len(there), "missing": missing}
        about = {"outcome": outcome, "city": city, "week": week}
        yield about | counted | dict(zip(NAMES, found, strict=True))


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    figure = Figure(figsize=(8, 0.5 + 2.2 * len(outcomes)), layout="constrained")
    panels = figure.subplots(len(outcomes), 1, squeeze=False, sharex=True)[:, 0]
    for panel, outcome in zip(panels, outcomes, strict=True):
        for shade, city in enumerate(dict.fromkeys(row["city"] for row in rows)):
            mine = [row for row in rows if row["outcome"] == outcome and row["city"] == city]
            bands = np.array([[row[name] for name in NAMES] for row in mine], float) * declared(outcome).scale
            years = np.arange(len(mine)) / WEEKS_PER_YEAR
            colour = COLOURS[shade % len(COLOURS)]
            panel.fill_between(years, bands[:, 0], bands[:, 4], color=colour, alpha=0.15, linewidth=0)
            panel.fill_between(years, bands[:, 1], bands[:, 3], color=colour, alpha=0.3, linewidth=0)
            panel.plot(years, bands[:, 2], color=colour, label=city)
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
    panels[0].legend(frameon=False)
    panels[-1].set_xlabel("years; median, half and nine tenths of the runs")
    return figure
