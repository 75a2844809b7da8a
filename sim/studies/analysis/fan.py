"""How far runs spread, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import WITHOUT, Cells, as_cells, city_of, none_done, reasons
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
NAMES = tuple(f"q{round(100 * quantile):02d}" for quantile in QUANTILES)


def fan(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return quantiles over the runs of each city that have a value, at the ends of years and by week.

    Beside them stand the runs they are over, and those without: undefined that week, failed, and still to be run. A
    run that ends sooner than others counts until it does. Raises InputError if no run is done, no outcome is defined
    in any, or a ``year`` is not kept.
    """
    weeks = _weeks(results, year)
    status = np.array(results.runs().column("status").to_pylist())
    if not (status == "done").any():
        raise InputError(f"{results.folder}: {none_done(results, status)}")
    lengths = results.plan.each("weeks")
    cities = np.array(city_of(results))
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        weekly = results.weekly(outcome)
        for city in dict.fromkeys(cities.tolist()):
            mine = cities == city
            for place, week in enumerate(weeks):
                there = mine & (lengths > week)
                cells = as_cells(weekly[there, place], status[there])
                rows.append({"outcome": outcome, "city": city, "week": week} | _quantiles(cells))
    if not any(row["runs"] for row in rows):
        raise InputError(f"{results.folder}: {', '.join(outcomes)} undefined in every run that is done")
    ends = [row for row in rows if (row["week"] + 1) % WEEKS_PER_YEAR == 0 or row["week"] == weeks[-1]]
    tables = {"fan-years": table_of(ends), "fan": table_of(rows)}
    return Finding(tables, {"fan": _draw(rows)}, _notes(ends))


def _weeks(results: Results, year: float | None) -> range:
    """Return the weeks that are kept, up to the end of ``year``."""
    first, end = results.plan.period
    if year is None:
        return range(first, end)
    last = round(year * WEEKS_PER_YEAR)
    if not first < last <= end:
        raise InputError(f"year = {year:g} is not reached (weeks {first} to {end - 1} are kept)")
    return range(first, last)


def _notes(ends: Sequence[dict[str, Any]]) -> list[str]:
    notes = []
    for row in ends:
        if words := reasons(row):
            where = f"{row['outcome']}, {row['city']}, week {row['week']}"
            every = row["runs"] + sum(row[name] for name in WITHOUT)
            notes.append(f"{where}: {words} of {every} runs left out")
    return notes


def _quantiles(cells: Cells) -> dict[str, Any]:
    there = cells.values[~np.isnan(cells.values)]
    found = np.quantile(there, QUANTILES).tolist() if len(there) else [None] * len(QUANTILES)
    return {"runs": len(there), **cells.counts, **dict(zip(NAMES, found, strict=True))}


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    figure = Figure(figsize=(8, 0.5 + 2.2 * len(outcomes)), layout="constrained")
    panels = figure.subplots(len(outcomes), 1, squeeze=False, sharex=True)[:, 0]
    for panel, outcome in zip(panels, outcomes, strict=True):
        for shade, city in enumerate(dict.fromkeys(row["city"] for row in rows)):
            mine = [row for row in rows if row["outcome"] == outcome and row["city"] == city]
            bands = np.array([[row[name] for name in NAMES] for row in mine], float) * declared(outcome).scale
            years = np.array([row["week"] + 1 for row in mine]) / WEEKS_PER_YEAR
            colour = COLOURS[shade % len(COLOURS)]
            panel.fill_between(years, bands[:, 0], bands[:, 4], color=colour, alpha=0.15, linewidth=0)
            panel.fill_between(years, bands[:, 1], bands[:, 3], color=colour, alpha=0.3, linewidth=0)
            panel.plot(years, bands[:, 2], color=colour, label=city)
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
    panels[0].legend(frameon=False)
    panels[-1].set_xlabel("years; median, half and nine tenths of the runs")
    return figure
