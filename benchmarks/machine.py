"""What the figures were measured on."""

from __future__ import annotations

import os

import numba
import numpy as np

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
