"""Which assumptions decide: Sobol' indices and elementary effects, by SALib."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import Numbers, by_point
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SEED = 1  # of the resampling that gives intervals; SALib takes 0 for "no seed"
Rows = list[dict[str, Any]]


def sobol(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return first-order and total indices with 95 % intervals, of every city and difference of cities.

    Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018. Raises InputError for a design of another
    method than "saltelli".
    """
    from SALib.analyze import sobol as salib

    _need(results, "saltelli")

    def indices(outcome: Numbers) -> dict[str, Any]:
        second = results.plan.study["second_order"]
        found: dict[str, Any] = salib.analyze(
            results.plan.study["problem"], outcome, calc_second_order=second, seed=SEED
        )
        return {name: found[name] for name in ("S1", "S1_conf", "ST", "ST_conf")}

    rows = _rows(results, outcomes, year, indices)
    return Finding({"sobol": table_of(rows)}, {"sobol": _bars(rows, "ST", "ST_conf", "total effect")})


def morris(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return elementary effects: mu, mu* with its 95 % interval, sigma; of every city and difference.

    Source: Campolongo et al. (2007), doi:10.1016/j.envsoft.2006.10.004. Raises InputError for a design of
    another method than "morris".
    """
    from SALib.analyze import morris as salib

    _need(results, "morris")
    points = np.array(_first_of_each(results))
    positions = np.array([results.plan.table.column("position")[int(row)].as_py() for row in points])
    problem = results.plan.study["problem"]
    problem = problem | {"bounds": [[0.0, 1.0] for _ in problem["names"]]}

    def effects(outcome: Numbers) -> dict[str, Any]:
        found: dict[str, Any] = salib.analyze(
            problem, positions, outcome, num_levels=results.plan.study["levels"], seed=SEED
        )
        return {name: np.asarray(found[name]) for name in ("mu", "mu_star", "mu_star_conf", "sigma")}

    rows = _rows(results, outcomes, year, effects)
    return Finding(
        {"morris": table_of(rows)}, {"morris": _bars(rows, "mu_star", "mu_star_conf", "mean |effect|")}
    )


def _need(results: Results, method: str) -> None:
    planned = results.plan.study["method"]
    if planned != method:
        raise InputError(
            f"{results.folder}: its design is {planned}; this analysis needs method = {method!r}"
        )
    if not results.plan.factors:
        raise InputError(f"{results.folder}: its design varies nothing")


def _first_of_each(results: Results) -> list[int]:
    """Return the first row of every point, in the order of points."""
    first: dict[int, int] = {}
    for row, point in enumerate(results.plan.table.column("point").to_pylist()):
        first.setdefault(point, row)
    return [first[point] for point in sorted(first)]


def _rows(
    results: Results,
    outcomes: Sequence[str],
    year: float | None,
    analyse: Callable[[Numbers], dict[str, Any]],
) -> Rows:
    rows: Rows = []
    for outcome in outcomes:
        for city, values in by_point(results, outcome, year).items():
            constant = not np.ptp(values) > 0
            found = {} if constant else analyse(values)
            for place, factor in enumerate(results.plan.factors):
                numbers = {name: float(one[place]) for name, one in found.items()}
                rows.append({"outcome": outcome, "city": city, "factor": factor, **numbers})
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return [{name: row.get(name) for name in columns} for row in rows]


def _bars(rows: Rows, value: str, reach: str, label: str) -> Figure:
    """Draw a panel per outcome, a bar per factor and city."""
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    cities = list(dict.fromkeys(row["city"] for row in rows))
    factors = list(dict.fromkeys(row["factor"] for row in rows))
    height = 0.6 + 0.18 * len(factors) * len(cities)
    figure = Figure(figsize=(8, 1 + height * len(outcomes)), layout="constrained")
    panels = figure.subplots(len(outcomes), 1, squeeze=False)[:, 0]
    for panel, outcome in zip(panels, outcomes, strict=True):
        for shift, city in enumerate(cities):
            mine = [row for row in rows if row["outcome"] == outcome and row["city"] == city]
            places = np.arange(len(factors)) + (shift - (len(cities) - 1) / 2) * 0.8 / len(cities)
            lengths = [row.get(value) or 0.0 for row in mine]
            reaches = [row.get(reach) or 0.0 for row in mine]
            colour = COLOURS[shift % len(COLOURS)]
            panel.barh(places, lengths, 0.75 / len(cities), xerr=reaches, color=colour, label=city)
        panel.set_yticks(np.arange(len(factors)), factors)
        panel.invert_yaxis()
        panel.set_title(declared(outcome).label.translate("en"), loc="left")
    panels[-1].set_xlabel(label)
    panels[0].legend(frameon=False)
    return figure
