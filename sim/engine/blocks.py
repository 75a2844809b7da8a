"""Blocks: runs of residents that a mechanism takes together, so that the compiler uses vector instructions.

A block's draws and what its residents' districts hold are first laid side by side; the loop that uses them
then has neither branches nor look-ups (`docs/decisions/loops-are-for-vectors.md`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.engine.array import Array
from sim.engine.compile import bare_kernel
from sim.engine.scratch import scratch

BLOCK = 256  # small enough to stay in the fastest cache; plays no part in the results
block = scratch((BLOCK,))
"""Room for a number of each resident of a block, not filled."""
block_of_draws = scratch((4, BLOCK))
"""Room for the four draws of each, not filled: `sim.engine.draws.draw_block`."""
_VECTOR = 8  # doubles of the widest vectors


@bare_kernel
def in_vectors(rows: int) -> int:
    """Return ``rows`` rounded up to a whole number of vectors, at most BLOCK.

    A block has room for them: to compute a few rows too many is cheaper than to do the last ones one by one.
    """
    return (rows + (_VECTOR - 1)) & -_VECTOR


@bare_kernel
def row(first: int, offset: int) -> np.uint64:
    """Return the row of ``offset`` in the block that starts at ``first``.

    Unsigned: an index that might be negative, and count from the end, keeps a loop from vector instructions.
    """
    return np.uint64(first) + np.uint64(offset)


@bare_kernel
def look_up(found: NDArray[np.float64], values: Array, district: Array, first: int, rows: int) -> None:
    """Fill ``found`` (BLOCK,) with the ``values`` (D,) of the districts of ``rows`` residents from ``first`` on.

    Done apart: a loop that looks things up gets no vector instructions.
    """
    for offset in range(rows):
        found[offset] = values[district[row(first, offset)]]
