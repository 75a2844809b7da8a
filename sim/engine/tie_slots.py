"""Tie slots: how many a resident has, and drawing persons to fill them.

Ties are directed: whom a resident pays attention to. Slots below `LOCAL_SLOTS` are local, the others digital.
"""

from __future__ import annotations

import numpy as np

from sim.engine.array import Array
from sim.engine.compile import bare_kernel

SLOTS = 12
LOCAL_SLOTS = 6
EMPTY = np.uint32(0xFFFFFFFF)


@bare_kernel
def one_of(u: float, number: int) -> int:
    """Return ⌊u·number⌋, the draw of one of ``number`` things."""
    return min(int(u * number), number - 1)


@bare_kernel
def person_of_district(u: float, d: int, offsets: Array, members: Array) -> int:
    """Return a resident of district ``d`` drawn evenly with ``u``, or −1 if nobody lives there."""
    number = offsets[d + 1] - offsets[d]
    if number == 0:
        return -1
    return members[offsets[d] + one_of(u, number)]


@bare_kernel
def person_next_door(
    u: float, d: int, offsets: Array, members: Array, neighbour_offsets: Array, neighbours: Array
) -> int:
    """Return a resident drawn evenly over all districts adjacent to ``d``, or −1 if nobody lives there."""
    first, last = neighbour_offsets[d], neighbour_offsets[d + 1]
    number = 0
    for k in range(first, last):
        number += offsets[neighbours[k] + 1] - offsets[neighbours[k]]
    if number == 0:
        return -1
    rank = one_of(u, number)
    for k in range(first, last):
        other = neighbours[k]
        here = offsets[other + 1] - offsets[other]
        if rank < here:
            return members[offsets[other] + rank]
        rank -= here
    return -1
