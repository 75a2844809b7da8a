"""A metamodel: a Gaussian process in the model's place, by scikit-learn, with its error at points left out."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.studies.analysis.convergence import SEED
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.inputs import Inputs, defined, inputs_of
from sim.studies.analysis.outcome import Numbers, each_city
from sim.studies.analysis.threads import one_thread
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FEWEST = 30  # points
MOST = 2_000  # points; fitting takes their number to the third power
FOLDS = 5
GOOD = 0.8
"""Share of the variance at points left out that a metamodel must tell, to stand in for the model."""
STEPS = 11


@one_thread("sklearn.gaussian_process")
def metamodel(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return how well a Gaussian process foretells each outcome, and what it says of each factor alone.

    Source: Rasmussen & Williams (2006), Gaussian Processes for Machine Learning; Matern kernel with a length for
    every factor, and noise, the seeds' part. ``r2`` and ``error`` are of points left out in five folds; the curves
    are means over all points with one factor moved. Points without a value are left out and counted. Raises
    InputError for a design that varies nothing, one at a time, or has too few points or too many.
    """
    inputs = inputs_of(results, FEWEST)
    if len(inputs.values) > MOST:
        raise InputError(f"{results.folder}: has {len(inputs.values)} points (allowed: at most {MOST})")
    rows: list[dict[str, Any]] = []
    curves: list[dict[str, Any]] = []
    notes: list[str] = []
    for about, cells in each_city(results, outcomes, year, notes):
        mine, values = defined(inputs, cells)
        row, more = _fitted(mine, values)
        rows.append(about | row | {"left_out": len(cells.mean) - len(values)} | cells.counts)
        curves += [about | one for one in more]
    notes += [_poor(row) for row in rows if row["r2"] is not None and row["r2"] < GOOD]
    pictures = {"metamodel": _draw(curves)} if curves else {}
    tables = {"metamodel": table_of(rows)} | ({"metamodel-curves": table_of(curves)} if curves else {})
    return Finding(tables, pictures, notes)


def _poor(row: dict[str, Any]) -> str:
    told = f"{row['r2']:.0%} of the variance" if row["r2"] > 0 else "no more than their mean would"
    return (
        f"{row['outcome']}, {row['city']}: the metamodel tells {told} at points left out; it does not stand in for the "
        "model"
    )


def _fitted(inputs: Inputs, outcome: Numbers) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    from sklearn.model_selection import KFold, cross_val_predict

    row: dict[str, Any] = {"points": len(outcome), "r2": None, "error": None, "spread": None}
    if len(outcome) < FEWEST or not np.ptp(outcome) > 0:
        return row, []
    low, width = inputs.values.min(axis=0), np.ptp(inputs.values, axis=0)
    unit = (inputs.values - low) / np.where(width > 0, width, 1.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of lengths at their bounds: a factor without effect
        folds = KFold(FOLDS, shuffle=True, random_state=SEED)
        foretold = cross_val_predict(_process(unit.shape[1]), unit, outcome, cv=folds)
        fitted = _process(unit.shape[1]).fit(unit, outcome)
    missed = outcome - foretold
    row |= {
        "r2": float(1 - (missed**2).sum() / ((outcome - outcome.mean()) ** 2).sum()),
        "error": float(np.sqrt((missed**2).mean())),
        "spread": float(outcome.std()),
    }
    return row, [
        point
        for place, name in enumerate(inputs.names)
        for point in _curve(fitted, unit, place, name, low, width)
    ]


def _process(factors: int) -> Any:
    from sklearn.gaussian_process import GaussianProcessRegressor
    from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

    kernel = ConstantKernel(1.0) * Matern(np.ones(factors), (1e-2, 1e3), nu=2.5) + WhiteKernel(
        0.1, (1e-8, 1e2)
    )
    return GaussianProcessRegressor(kernel, normalize_y=True, random_state=SEED)


def _curve(
    fitted: Any, unit: Numbers, place: int, name: str, low: Numbers, width: Numbers
) -> list[dict[str, Any]]:
    """Return the mean over all points with one factor moved through its range."""
    curve = []
    for step in np.linspace(0, 1, STEPS):
        moved = unit.copy()
        moved[:, place] = step
        mean = float(fitted.predict(moved).mean())
        curve.append({"factor": name, "value": float(low[place] + step * width[place]), "mean": mean})
    return curve


def _draw(curves: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    kinds = list(dict.fromkeys((row["outcome"], row["city"]) for row in curves))
    figure = Figure(figsize=(8, 0.5 + 2.2 * len(kinds)), layout="constrained")
    for panel, (outcome, city) in zip(
        figure.subplots(len(kinds), 1, squeeze=False)[:, 0], kinds, strict=True
    ):
        mine = [row for row in curves if (row["outcome"], row["city"]) == (outcome, city)]
        for shade, factor in enumerate(dict.fromkeys(row["factor"] for row in mine)):
            line = [row["mean"] for row in mine if row["factor"] == factor]
            panel.plot(np.linspace(0, 1, STEPS), line, color=COLOURS[shade % len(COLOURS)], label=factor)
        panel.set_title(f"{outcome}, {city}", loc="left")
    panel.legend(frameon=False, fontsize="small")
    panel.set_xlabel("each factor from its lowest to its highest; mean over the other factors")
    return figure
