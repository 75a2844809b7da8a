"""How a search went: what its frontier covers after each generation, whether it still rises, what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sim.outcomes import outcome

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Numbers = NDArray[np.float64]
RISING = 0.01
"""Share of the last hypervolume by which the last quarter of the generations may raise it without being rising."""


def progress(objectives: Numbers, generation: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Return for every generation the cities so far, those that have no value, and the hypervolume of the best of them.

    ``objectives`` (cities, objectives) are made small, nan where there is none; each is taken from 0 to 1 over all
    cities. The hypervolume is the share of that box which is dominated (Zitzler & Thiele 1999,
    doi:10.1109/4235.797969).
    """
    from pymoo.indicators.hv import Hypervolume

    known = ~np.isnan(objectives).any(axis=1)
    if not known.any():
        return []
    low, high = objectives[known].min(axis=0), objectives[known].max(axis=0)
    unit = (objectives - low) / np.where(high > low, high - low, 1.0)
    covered = Hypervolume(ref_point=np.ones(objectives.shape[1]))
    rows = []
    for number in np.unique(generation):
        so_far = generation <= number
        best = unit[so_far & known]
        volume = float(covered(best)) if len(best) else 0.0
        rows.append(
            {
                "generation": int(number),
                "cities": int(so_far.sum()),
                "without": int((so_far & ~known).sum()),
                "hypervolume": volume,
            }
        )
    return rows


def still_rising(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return a note where the last quarter of the generations raised the hypervolume by more than `RISING`."""
    if len(rows) < 2:
        return []
    quarter = max(1, len(rows) // 4)
    last, before = (rows[place]["hypervolume"] for place in (-1, -1 - quarter))
    if last <= 0.0 or last - before <= RISING * last:
        return []
    raised = f"the last {quarter} of {len(rows)} generations raised it by {(last - before) / last:.0%}"
    return [f"the frontier is still rising ({raised}): no end of it yet; take more [search] generations"]


def left_out(objectives: Numbers, counted: NDArray[np.int64]) -> list[str]:
    """Return in words how many cities are no candidates, and of how many others runs failed, ``counted`` by city."""
    without = np.asarray(np.isnan(objectives).any(axis=1))
    failed = counted > 0
    counts = {
        "left out: an objective undefined": int((without & ~failed).sum()),
        "left out: runs failed": int((without & failed).sum()),
        "kept, without runs that failed": int((~without & failed).sum()),
    }
    return [f"{count} of {len(without)} cities {words}" for words, count in counts.items() if count]


def draw(objectives: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Figure:
    """Draw all cities on the first two ``objectives``, those on the frontier apart."""
    from matplotlib.figure import Figure

    first, second = map(outcome, objectives[:2])
    figure = Figure(figsize=(6, 5), layout="constrained")
    panel = figure.subplots()
    for chosen, colour, label in ((False, "#BBBBBB", "evaluated"), (True, "#D55E00", "frontier")):
        mine = [row for row in rows if row["on_frontier"] == chosen and row[first.id] is not None]
        x, y = (
            [row[one.id] * one.scale for row in mine if row[one.id] is not None] for one in (first, second)
        )
        panel.plot(x[: len(y)], y[: len(x)], "o", color=colour, markersize=3, label=label)
    panel.set_xlabel(first.label.translate("en"))
    panel.set_ylabel(second.label.translate("en"))
    panel.legend(frameon=False)
    return figure
