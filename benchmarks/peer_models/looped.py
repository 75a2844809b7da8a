"""The three rules for one resident, compiled: shared by the libraries whose users write loops."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from benchmarks.peers import BASE, INFECTION, PULL, SEED, TIES


@numba.njit
def _hashed(x: Any) -> Any:
    x += np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@numba.njit
def near_of(ties: Any, active: Any, i: int) -> float:
    """Return the share of the ties of resident ``i`` that are active."""
    count = 0
    for slot in range(TIES):
        count += active[ties[i, slot]]
    return count / TIES


@numba.njit
def next_trust(trust: float, near: float) -> float:
    """Return trust after a week in which the share ``near`` was seen."""
    return trust + PULL * (1.0 - near - trust)


@numba.njit
def next_active(week: Any, i: int, near: float, trust: float) -> bool:
    """Return whether resident ``i`` acts."""
    draw = _hashed(_hashed(SEED + week) ^ np.uint64(i)) >> np.uint64(11)
    return np.float64(draw) / 2.0**53 < BASE + INFECTION * near * (1.0 - trust)
