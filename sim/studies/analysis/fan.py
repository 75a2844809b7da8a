"""How far runs spread, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import city_of
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
NAMES = tuple(f"q{round(100 * quantile):02d}" for quantile in QUANTILES)


def fan(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return quantiles over the runs of each city, at the ends of years and by week.

    Raises InputError if no run is done.
    """
    weeks = results.plan.weeks if year is None else round(year * WEEKS_PER_YEAR)
    if not 0 < weeks <= results.plan.weeks:
        raise InputError(f"year = {year:g} is not reached (runs last {results.plan.weeks} weeks)")
    cities = np.array(city_of(results))
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        weekly = results.weekly(outcome)[:, :weeks]
        for city in dict.fromkeys(cities.tolist()):
            rows += _quantiles(outcome, city, weekly[(cities == city) & ~np.isnan(weekly).all(axis=1)])
    if not rows:
        raise InputError(f"{results.folder}: no run is done yet")
    ends = [row for row in rows if (row["week"] + 1) % WEEKS_PER_YEAR == 0 or row["week"] == weeks - 1]
    return Finding({"fan-years": table_of(ends), "fan": table_of(rows)}, {"fan": _draw(rows)})


def _quantiles(outcome: str, city: str, weekly: Any) -> list[dict[str, Any]]:
    if not len(weekly):
        return []
    found = np.nanquantile(weekly, QUANTILES, axis=0).T.tolist()
    named = (dict(zip(NAMES, numbers, strict=True)) for numbers in found)
    return [
        {"outcome": outcome, "city": city, "week": week, "runs": len(weekly)} | numbers
        for week, numbers in enumerate(named)
    ]


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    figure = Figure(figsize=(8, 0.5 + 2.2 * len(outcomes)), layout="constrained")
    panels = figure.subplots(len(outcomes), 1, squeeze=False, sharex=True)[:, 0]
    for panel, outcome in zip(panels, outcomes, strict=True):
        for shade, city in enumerate(dict.fromkeys(row["city"] for row in rows)):
            mine = [row for row in rows if row["outcome"] == outcome and row["city"] == city]
            bands = np.array([[row[name] for name in NAMES] for row in mine]) * declared(outcome).scale
            years = np.arange(len(mine)) / WEEKS_PER_YEAR
            colour = COLOURS[shade % len(COLOURS)]
            panel.fill_between(years, bands[:, 0], bands[:, 4], color=colour, alpha=0.15, linewidth=0)
            panel.fill_between(years, bands[:, 1], bands[:, 3], color=colour, alpha=0.3, linewidth=0)
            panel.plot(years, bands[:, 2], color=colour, label=city)
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
    panels[0].legend(frameon=False)
    panels[-1].set_xlabel("years; median, half and nine tenths of the runs")
    return figure
