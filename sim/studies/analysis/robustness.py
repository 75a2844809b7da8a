"""How scenarios stand when the assumptions are not known: regret, satisficing, maximin over all states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import Cells, Numbers, cells_of, left_out
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TAIL = 0.9
UNDIRECTED = "left out, neither more nor less of it is better"
NOTHING = "no outcome with a better direction has a value in every scenario"


def robust(
    results: Results,
    outcomes: Sequence[str],
    year: float | None = None,
    above: float | None = None,
    below: float | None = None,
) -> Finding:
    """Return for every scenario its regret, its worst case, and how often it is good enough, over all states.

    Source: McPhail et al. (2018), doi:10.1002/2017EF000649. A state is a point under a set of assumptions: what nobody
    chooses. Its regret is how much better the best scenario does in that state (``near_best``: by no more than is
    material); the worst case is the least good value (maximin takes the scenario where it is best); good enough is
    ``above`` or ``below`` a level, where one is given. Only states in which every scenario has a value count.
    Outcomes of which no direction is better are left out, and named. Raises InputError for one scenario, or where
    nothing is left.
    """
    scenarios = list(results.plan.study["scenarios"])
    if len(scenarios) < 2:
        raise InputError(f"{results.folder}: has one scenario; regret is towards another")
    rows: list[dict[str, Any]] = []
    notes = [f"{one}: {UNDIRECTED}" for one in outcomes if declared(one).direction is None]
    for outcome in (one for one in outcomes if declared(one).direction is not None):
        cities = cells_of(results, outcome, year)
        notes += left_out(outcome, cities)
        states = _states(cities, scenarios, list(results.plan.study["assumptions"]))
        rows += _of_outcome(outcome, states, above, below)
    if not rows:
        raise InputError(f"{results.folder}: {NOTHING}")
    return Finding({"robust": table_of(rows)}, {"robust": _draw(rows)}, notes)


def _states(cities: dict[str, Cells], scenarios: Sequence[str], sets: Sequence[str]) -> dict[str, Cells]:
    """Return the cells of every scenario, its points under each set of assumptions one after another."""
    if len(sets) == 1:
        return cities
    return {
        name: Cells(*map(np.concatenate, zip(*(cities[f"{name}, {one}"] for one in sets), strict=True)))
        for name in scenarios
    }


def _of_outcome(
    outcome: str, states: dict[str, Cells], above: float | None, below: float | None
) -> list[dict[str, Any]]:
    one = declared(outcome)
    sign = -1.0 if one.direction == "less" else 1.0
    values = np.array([cells.mean for cells in states.values()])
    there = ~np.isnan(values).any(axis=0)
    if not there.any():
        return []
    worth = sign * values[:, there]
    regret = worth.max(axis=0) - worth
    rows: list[dict[str, Any]] = [
        {
            "outcome": outcome,
            "scenario": name,
            "states": int(there.sum()),
            "left_out": int((~there).sum()),
            **cells.counts,
            "most_regret": float(own.max()),
            "regret_90": float(np.quantile(own, TAIL)),
            "mean_regret": float(own.mean()),
            "best_share": float((own == 0).mean()),
            "near_best": float((own <= one.material).mean()),
            "worst": float(sign * mine.min()),
            "good_enough": _share(sign * mine, above, below),
        }
        for (name, cells), own, mine in zip(states.items(), regret, worth, strict=True)
    ]
    _mark_best(rows, sign)
    return rows


def _mark_best(rows: Sequence[dict[str, Any]], sign: float) -> None:
    """Mark which scenarios minimax regret and maximin would take; ``sign`` is −1 where less is better."""
    least = min(row["most_regret"] for row in rows)
    best = max(sign * row["worst"] for row in rows)
    for row in rows:
        row["minimax_regret"] = row["most_regret"] == least
        row["maximin"] = sign * row["worst"] == best


def _share(values: Numbers, above: float | None, below: float | None) -> float | None:
    if above is None and below is None:
        return None
    good = np.ones(len(values), bool)
    good &= values > above if above is not None else True
    good &= values < below if below is not None else True
    return float(good.mean())


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    outcomes = list(dict.fromkeys(row["outcome"] for row in rows))
    figure = Figure(figsize=(8, 0.5 + 1.6 * len(outcomes)), layout="constrained")
    for panel, outcome in zip(figure.subplots(len(outcomes), 1, squeeze=False)[:, 0], outcomes, strict=True):
        mine = [row for row in rows if row["outcome"] == outcome]
        scale = declared(outcome).scale
        names = [row["scenario"] for row in mine]
        panel.barh(names, [row["most_regret"] * scale for row in mine], color=COLOURS[5], label="most")
        panel.barh(names, [row["mean_regret"] * scale for row in mine], 0.4, color=COLOURS[0], label="mean")
        panel.invert_yaxis()
        panel.set_title(f"{declared(outcome).label.translate('en')}: regret", loc="left")
    panel.legend(frameon=False)
    return figure
