"""LASER: properties of a frame of agents, looped by a Numba function that its users write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from laser.core import LaserFrame

from benchmarks.peer_models.looped import near_of, next_active, next_trust
from benchmarks.peers import TIES, Start


@numba.njit(parallel=False, nogil=True)
def _week(number: Any, ties: Any, active: Any, trust: Any, acts: Any) -> None:
    for i in range(active.size):
        near = near_of(ties, active, i)
        trust[i] = next_trust(trust[i], near)
        acts[i] = next_active(number, i, near, trust[i])


def model(start: Start) -> Callable[[int], Any]:
    """Return a function that runs the week of a number."""
    people = LaserFrame(len(start.active))
    people.add_vector_property("ties", TIES, dtype=np.int64)
    for name, kind in (("active", np.bool_), ("acts", np.bool_), ("trust", np.float64)):
        people.add_scalar_property(name, dtype=kind)
    people.ties[:] = start.ties.T
    people.active[:], people.trust[:] = start.active, start.trust

    def week(number: int) -> Any:
        _week(np.uint64(number), people.ties.T, people.active, people.trust, people.acts)
        people.active[:] = people.acts
        return people.active, people.trust

    return week
