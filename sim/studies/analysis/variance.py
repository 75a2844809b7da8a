"""How much of the spread between runs is of the seeds, and how much of what the design varies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.files.errors import InputError
from sim.studies.analysis.convergence import NORMAL_95, RESAMPLES, SEED
from sim.studies.analysis.finding import COLOURS, Finding, table_of
from sim.studies.analysis.outcome import Cells, Numbers, each_city
from sim.studies.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FEWEST_POINTS = 4
MOST_ROUNDS = 100  # of fitting points and seeds in turn, where values are missing


def variance(results: Results, outcomes: Sequence[str], year: float | None = None) -> Finding:
    """Return for every city and difference which shares of the variance are the points' and which the seeds'.

    Every point has the same seeds, so that a run is the sum of what its point, its seed and both together make of
    it (two ways crossed: Searle, Casella & McCulloch 1992, Variance Components). The points' share is the first, luck
    the other two; what a seed does to all points alike is no difference among them. A share may come out a little
    below 0 where it is nil. Intervals of 95 % are over resampled points. Only points with two seeds or more that
    have a value count. Raises InputError for a study of one seed or too few points.
    """
    seeds = len(results.plan.study["seeds"])
    if seeds < 2:
        raise InputError(
            f"{results.folder}: has one seed, which does not tell the seeds' share from the rest"
        )
    rows: list[dict[str, Any]] = []
    notes = [f"share_conf is over resampled points; how much luck there is rests on {seeds} seeds"]
    for about, cells in each_city(results, outcomes, year, notes):
        rows.append(about | _split(results, cells))
    return Finding({"variance": table_of(rows)}, {"variance": _draw(rows)}, notes)


def _split(results: Results, cells: Cells) -> dict[str, Any]:
    usable = cells.values[(~np.isnan(cells.values)).sum(axis=1) >= 2]
    if len(usable) < FEWEST_POINTS and not len(cells.values) >= FEWEST_POINTS:
        raise InputError(f"{results.folder}: has too few points (needs {FEWEST_POINTS} or more)")
    counted = {"points": len(usable), "left_out": len(cells.values) - len(usable)} | cells.counts
    between, luck = _components(usable) if len(usable) >= FEWEST_POINTS else (np.nan, np.nan)
    total = between + luck
    if not total > 0:
        return {"variance": None, "points_share": None, "luck_share": None, "share_conf": None} | counted
    draws = np.random.default_rng(SEED).integers(0, len(usable), (RESAMPLES, len(usable)))
    shares = [
        one / (one + other) for one, other in (_components(usable[rows]) for rows in draws) if one + other > 0
    ]
    return {
        "variance": float(total),
        "points_share": float(between / total),
        "luck_share": float(luck / total),
        "share_conf": float(NORMAL_95 * np.std(shares)),
    } | counted


def _components(values: Numbers) -> tuple[float, float]:
    """Return the variance of the points' expected values, and of luck: that of seeds, and of seeds within points."""
    points, seeds, rest = _effects(values)
    there = ~np.isnan(rest)
    freedom = max(int(there.sum()) - len(points) - len(seeds) + 1, 1)
    within = float(np.nansum(rest**2)) / freedom
    between = float(points.var(ddof=1)) - within * float((1 / there.sum(axis=1)).mean())
    common = float(seeds.var(ddof=1)) - within * float((1 / there.sum(axis=0)).mean())
    return between, max(common, 0.0) + within


def _effects(values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return by least squares what each point and each seed adds, and the rest, of ``values`` (points, seeds).

    Seeds without any value are left out. Where some values are missing, the two are fitted in turn.
    """
    known = values[:, ~np.isnan(values).all(axis=0)]
    points, seeds = np.zeros(len(known)), np.zeros(known.shape[1])
    for _ in range(MOST_ROUNDS if np.isnan(known).any() else 2):
        before = points
        points = np.nanmean(known - seeds, axis=1)
        seeds = np.nanmean(known - points[:, None], axis=0)
        if np.allclose(points, before, rtol=0.0, atol=1e-12):
            break
    return points, seeds, known - points[:, None] - seeds


def _draw(rows: Sequence[dict[str, Any]]) -> Figure:
    from matplotlib.figure import Figure

    known = [row for row in rows if row["luck_share"] is not None]
    figure = Figure(figsize=(8, 1 + 0.3 * max(len(known), 1)), layout="constrained")
    panel = figure.subplots()
    names = [f"{row['outcome']}, {row['city']}" for row in known]
    shares = [min(max(row["points_share"], 0.0), 1.0) for row in known]
    panel.barh(names, shares, color=COLOURS[0], label="what is varied")
    panel.barh(names, [1 - share for share in shares], left=shares, color=COLOURS[4], label="luck")
    panel.invert_yaxis()
    panel.set_xlabel("share of the variance between runs")
    panel.legend(frameon=False)
    return figure
