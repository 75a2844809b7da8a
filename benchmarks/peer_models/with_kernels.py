"""A rule for one resident, looped by compiled code, as in `sim.mechanisms`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.peer_models.looped import near_of, next_active, next_trust
from benchmarks.peers import Start
from sim.engine.compile import kernel


@kernel
def _week(number: int, ties: Any, active: Any, trust: Any, acts: Any) -> None:
    for i in range(active.size):
        near = near_of(ties, active, i)
        trust[i] = next_trust(trust[i], near)
        acts[i] = next_active(number, i, near, trust[i])


def model(start: Start) -> Callable[[int], Any]:
    """Return a function that runs the week of a number."""
    ties = start.ties.astype(np.uint32)  # as `sim` keeps them
    active, trust, acts = start.active.copy(), start.trust.copy(), start.active.copy()

    def week(number: int) -> Any:
        nonlocal active, acts
        _week(np.uint64(number), ties, active, trust, acts)
        active, acts = acts, active
        return active, trust

    return week
