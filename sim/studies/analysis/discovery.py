"""Where it happens: boxes of assumptions that hold most cases of interest, by PRIM (EMA Workbench)."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from inspect import signature
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from sim.files.errors import InputError
from sim.outcomes import outcome as declared
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import WITHOUT, Cells, Mask, Numbers, by_point, left_out
from sim.studies.analysis.threads import one_thread
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PEEL = 0.05
ANY = 1e-9  # EMA Workbench 2 asks from which value on a case is of interest, 3 no longer does
DENSE = 0.8
FEWEST = 20  # points; fewer do not make a box worth the name
COLUMNS = (
    *("outcome", "interest", "points", "left_out", *WITHOUT, "share", "coverage", "density", "mass"),
    *("factor", "low", "high", "options"),
)


Rows = list[dict[str, Any]]


class Cases(NamedTuple):
    """Which points are of interest (points,), which have a value at all (points,), and what interest is."""

    interesting: Mask
    valid: Mask
    label: str
    counts: Mapping[str, int]


@one_thread("ema_workbench.analysis.prim")
def prim(
    results: Results,
    outcomes: Sequence[str],
    year: float | None = None,
    above: float | None = None,
    below: float | None = None,
    threshold: float | None = None,
) -> Finding:
    """Return, for each outcome, the box in which cases of interest are dense.

    Source: Friedman & Fisher (1999), doi:10.1023/A:1008894516817.
    Of interest is a point where the first city leads the second; or, of the first city, an outcome ``above`` a
    level, ``below`` one, or between both. ``threshold`` is the density that a box must reach, by default 0.8, or
    halfway from the share of cases to 1 where that is more. Points without a value in any seed are neither of
    interest nor not: they are left out, and counted. Raises InputError for a study that varies too little, or in which,
    for every outcome, all points with a value or none are of interest.
    """
    points = _points(results)
    boxes, steps = Rows(), Rows()
    notes: list[str] = []
    for outcome in outcomes:
        cells = by_point(results, outcome, year)
        notes += left_out(outcome, cells)
        found, peeled = _boxes(points, _cases(cells, outcome, above, below), outcome, threshold)
        boxes += found
        steps += peeled
    if not steps:
        raise InputError(_nothing(results, boxes))
    table = table_of([{name: row.get(name) for name in COLUMNS} for row in boxes])
    return Finding({"prim": table, "prim-steps": table_of(steps)}, {"prim": _draw(steps)}, notes)


def _boxes(points: pd.DataFrame, cases: Cases, outcome: str, threshold: float | None) -> tuple[Rows, Rows]:
    """Return the box of one outcome, a row a limit, and the steps that led there; none where there is no contrast."""
    named = {"outcome": outcome, "interest": cases.label}
    about = named | _counted(cases)
    interesting = cases.interesting[cases.valid]
    if not 0 < interesting.sum() < len(interesting):
        return [about], []
    dense = max(DENSE, (1 + about["share"]) / 2) if threshold is None else threshold
    trajectory, limits = _box(points[cases.valid].reset_index(drop=True), interesting, dense)
    numbers = {name: trajectory[-1][name] for name in ("coverage", "density", "mass")}
    boxes = [about | numbers | limit for limit in limits or [{}]]
    return boxes, [{**named, **step} for step in trajectory]


def _counted(cases: Cases) -> dict[str, Any]:
    valid = int(cases.valid.sum())
    share = float(cases.interesting[cases.valid].mean()) if valid else None
    return {"points": valid, "left_out": len(cases.valid) - valid, "share": share, **cases.counts}


def _nothing(results: Results, boxes: Sequence[dict[str, Any]]) -> str:
    valueless = [row["outcome"] for row in boxes if not row["points"]]
    said = f"; without a value at any point: {', '.join(valueless)}" if valueless else ""
    return (
        f"{results.folder}: of every outcome, all points or none are of interest; nothing to box{said}; levels given "
        "with --above or --below make other cases"
    )


def _points(results: Results) -> pd.DataFrame:
    factors = results.plan.factors
    frame: pd.DataFrame = results.plan.table.to_pandas().drop_duplicates("point").sort_values("point")
    if not factors or len(frame) < FEWEST:
        raise InputError(
            f"{results.folder}: has {len(frame)} points; PRIM needs {FEWEST} or more that vary something"
        )
    if frame[factors].isna().any().any():
        raise InputError(
            f"{results.folder}: varies one at a time; PRIM needs a design that varies all at once"
        )
    return frame[factors].reset_index(drop=True)


def _cases(cells: dict[str, Cells], outcome: str, above: float | None, below: float | None) -> Cases:
    first = next(iter(cells))
    levels = [("above", above, 1.0), ("below", below, -1.0)]
    asked = [(word, level, sign) for word, level, sign in levels if level is not None]
    if asked:
        excess = np.min([sign * (cells[first].mean - level) for _, level, sign in asked], axis=0)
        label = f"{first} {' and '.join(f'{word} {level:g}' for word, level, _ in asked)}"
        return _compared(excess, label, cells[first])
    pair = next((name for name in cells if " minus " in name), None)
    if pair is None:
        raise InputError("one city only: name the cases of interest with --above or --below")
    sign = -1 if declared(outcome).direction == "less" else 1
    return _compared(sign * cells[pair].mean, f"{first} leads", cells[pair])


def _compared(excess: Numbers, label: str, cells: Cells) -> Cases:
    """Return as of interest what exceeds 0, among what is defined."""
    return Cases(excess > 0, ~np.isnan(excess), label, cells.counts)


def _box(
    points: pd.DataFrame, cases: Mask, threshold: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the peeling trajectory up to the densest step, and the limits of the box there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ema_workbench.analysis import prim as workbench

        own = {"threshold": ANY} if "threshold" in signature(workbench.Prim).parameters else {}
        found = workbench.Prim(points, cases.astype(int), peel_alpha=PEEL, **own).find_box()
    columns = ["coverage", "density", "mass"]
    steps = found.peeling_trajectory[columns].astype(float).to_dict("records")
    chosen = _chosen([step["density"] for step in steps], threshold)
    limits = found.box_lims[chosen]
    trajectory = [{"step": number, **step} for number, step in enumerate(steps[: chosen + 1])]
    return trajectory, [limit for name in points for limit in _limit(name, limits[name], points[name])]


def _chosen(densities: Sequence[float], threshold: float) -> int:
    """Return the first step that is dense enough, or the densest."""
    enough = [step for step, density in enumerate(densities) if density >= threshold]
    return enough[0] if enough else int(np.argmax(densities))


def _limit(name: str, limit: Any, values: pd.Series[Any]) -> list[dict[str, Any]]:
    """Return how the box restricts a factor; nothing where it does not."""
    if isinstance(limit.iloc[0], set):
        options = sorted(map(str, limit.iloc[0]))
        whole = options == sorted(set(map(str, values)))
        return [] if whole else [{"factor": name, "options": ", ".join(options)}]
    low, high = (float(end) for end in limit)
    if (low, high) == (float(values.min()), float(values.max())):
        return []
    return [{"factor": name, "low": low, "high": high}]


def _draw(steps: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 5), layout="constrained")
    panel = figure.subplots()
    for shade, outcome in enumerate(dict.fromkeys(step["outcome"] for step in steps)):
        mine = [step for step in steps if step["outcome"] == outcome]
        x, y = ([step[name] for step in mine] for name in ("coverage", "density"))
        panel.plot(
            x,
            y,
            "o-",
            color=COLOURS[shade % len(COLOURS)],
            markersize=3,
            label=declared(outcome).label.translate("en"),
        )
    panel.set_xlabel("coverage: share of the cases of interest inside the box")
    panel.set_ylabel("density: share of the box that is of interest")
    panel.legend(frameon=False)
    return figure
