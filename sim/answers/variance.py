"""From where the spread of a study's results comes: a sum of squares taken apart, the seeds' part included."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_MISSING = 0.5
"""Share of the points at which a seed may have no value and yet be kept."""
WITH_SEEDS, AMONG_OTHERS = "interactions with seeds", "interactions"


def parts_of_variance(values: Floats, names: tuple[str, ...]) -> dict[str, float]:
    """Return the share of each of ``names`` in the spread of ``values``, one axis each, the last the seeds.

    Shares are those of sums of squares of a complete layout (Fisher 1925): main effects, interactions among all but
    the seeds, and interactions with them; they sum to 1. All are nan where nothing varies. Raises ValueError for
    values that are not complete.
    """
    if np.isnan(values).any():
        raise ValueError("every cell needs a value")
    total = float(((values - values.mean()) ** 2).mean())
    main = {name: _spread(values, {axis}) for axis, name in enumerate(names)}
    without_seeds = _spread(values, set(range(values.ndim - 1)))
    among = without_seeds - sum(main[name] for name in names[:-1])
    parts = {**main, AMONG_OTHERS: among, WITH_SEEDS: total - without_seeds - main[names[-1]]}
    return {name: max(part, 0.0) / total if total > 0.0 else np.nan for name, part in parts.items()}


def _spread(values: Floats, kept: set[int]) -> float:
    """Return the variance of the means over all axes but those ``kept``."""
    means = values.mean(axis=tuple(axis for axis in range(values.ndim) if axis not in kept))
    return float(((means - means.mean()) ** 2).mean())


def complete(values: Floats, points: int, seeds: int = -1) -> Floats:
    """Return ``values`` without the seeds that have none at most points, then without the points with any undefined.

    ``points`` and ``seeds`` are their axes. So one seed that fails everywhere does not erase every point; where all
    seeds lack most, all are kept.
    """
    seeds %= values.ndim
    others = tuple(one for one in range(values.ndim) if one not in (points, seeds))
    missing = np.isnan(values).any(axis=others)
    by_seed = missing.mean(axis=0 if points < seeds else 1)
    lived = by_seed <= MOST_MISSING if (by_seed <= MOST_MISSING).any() else by_seed <= 1.0
    kept = np.compress(lived, values, axis=seeds)
    rest = tuple(one for one in range(values.ndim) if one != points)
    found: Floats = np.compress(~np.isnan(kept).any(axis=rest), kept, axis=points)
    return found


def pairs_of(number: int) -> list[tuple[int, int]]:
    """Return the places of every pair of ``number`` cities."""
    return list(combinations(range(number), 2))
