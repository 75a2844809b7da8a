"""What the figures were measured on."""

from __future__ import annotations

import os
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import seconds
from sim.engine.provenance import digest
from sim.runs.receipt import machine, versions

STREAM_ITEMS = 20_000_000  # three arrays of 160 MB: far beyond any cache


def facts() -> dict[str, object]:
    """Return processor, cores, load and versions."""
    return {
        **machine(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "versions": versions(),
        "digest": digest(),
    }


def stream_bandwidth() -> float:
    """Return the bytes a second of STREAM's triad on one thread, counting two reads and one write."""
    a, b, c = (np.ones(STREAM_ITEMS) for _ in range(3))
    _triad(a, b, c)
    return 3 * a.nbytes / seconds(lambda: _triad(a, b, c), 5)


@numba.njit(nogil=True)
def _triad(a, b, c):  # type: ignore[no-untyped-def]
    for i in range(a.size):
        a[i] = b[i] + 3.0 * c[i]


def gather(ties: NDArray[np.integer[Any]], seen: NDArray[Any]) -> int:
    """Fetch of every tie (N, slots) its word in ``seen`` (N + 1,), an empty slot's being the last; return their sum."""
    return int(_gather(ties, seen))


@numba.njit(nogil=True)
def _gather(ties, seen):  # type: ignore[no-untyped-def]
    nobody, total = np.uint64(ties.shape[0]), np.uint64(0)
    for i in range(ties.shape[0]):
        for slot in range(ties.shape[1]):
            total += seen[min(np.uint64(ties[i, slot]), nobody)]
    return total
