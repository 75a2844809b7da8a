"""Which points no other beats: the non-dominated ones, above what is material."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.outcomes import Direction

Floats = NDArray[np.float64]


def not_dominated(
    values: Floats, directions: Sequence[Direction], material: Sequence[float] | Floats
) -> NDArray[np.bool_]:
    """Return which of ``values`` (n, K) no other beats, (n,).

    One beats another where it is worse in nothing and better in something by more than what is ``material`` (K,):
    additive ε-dominance (Laumanns et al. 2002, doi:10.1162/106365602760234108), so that differences nobody would
    feel throw nothing out. Undefined points are beaten.
    """
    signs = np.array([-1.0 if direction == "less" else 1.0 for direction in directions])
    good = values * signs
    ahead = good[:, None, :] - good[None, :, :]  # of the first over the second
    beats = (ahead >= 0.0).all(axis=2) & (ahead > np.asarray(material)).any(axis=2)
    found: NDArray[np.bool_] = ~beats.any(axis=0) & ~np.isnan(values).any(axis=1)
    return found
