"""Whether a calibration can be believed: what the kept points foretell, and whether known truths would be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.studies.calibration import FEWEST_KEPT, INTERVAL, measured, values_of
from sim.studies.results import Results
from sim.studies.targets import Target

Numbers = NDArray[np.float64]
MOST_TRUTHS = 200


def predicted(results: Results, kept: Sequence[int], targets: Sequence[Target]) -> list[dict[str, Any]]:
    """Return for every target, held out or not, the spread of it over the points ``kept``, and the share inside."""
    return [
        row_of(target, values[~np.isnan(values)])
        for target in targets
        for values in [measured(results, target)[list(kept)]]
    ]


def row_of(target: Target, values: Numbers) -> dict[str, Any]:
    """Return what ``values`` (points,) foretell of ``target``."""
    found = np.quantile(values, (INTERVAL[0], 0.5, INTERVAL[1])) if len(values) else np.full(3, np.nan)
    return {
        "target": target.label,
        "role": "held out" if target.held_out else "fitted",
        "low": target.low,
        "high": target.high,
        **dict(zip(("q05", "q50", "q95"), map(float, found), strict=True)),
        "points": len(values),
        "inside": float((target.distance(values) == 0).mean()) if len(values) else np.nan,
    }


def coverage(results: Results, targets: Sequence[Target], keep: float) -> dict[str, float]:
    """Return by factor in which share of known truths the 90 % range of a calibration to them holds the truth.

    Each point of the study is taken for the truth in turn (an even choice of at most 200): its own outcomes are
    the targets, the other points are what is calibrated (Csillery, Francois & Blum 2012,
    doi:10.1111/j.2041-210X.2011.00179.x). About .9 is sound; less, and the ranges promise more than they know.
    """
    fitted = [target for target in targets if not target.held_out]
    outcomes = np.column_stack([measured(results, target) for target in fitted])
    there = np.flatnonzero(~np.isnan(outcomes).any(axis=1))
    truths = there[:: max(1, len(there) // MOST_TRUTHS)]
    factors = values_of(results)
    held = dict.fromkeys(factors, 0)
    number = min(max(FEWEST_KEPT, round(keep * (len(there) - 1))), len(there) - 1)
    for truth in truths:
        others = there[there != truth]
        squares = [
            replace(target, low=value, high=value).distance(outcomes[others, place]) ** 2
            for place, (target, value) in enumerate(zip(fitted, outcomes[truth].tolist(), strict=True))
        ]
        nearest = others[np.argsort(np.mean(squares, axis=0), kind="stable")[:number]]
        for name, column in factors.items():
            low, high = np.quantile(column[nearest], INTERVAL)
            held[name] += int(low <= column[truth] <= high)
    return {name: count / len(truths) for name, count in held.items()}
