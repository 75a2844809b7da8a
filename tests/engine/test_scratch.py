"""Room that lives as long as one call of a kernel."""

from __future__ import annotations

import numpy as np
import pytest
from numba.core.dispatcher import Dispatcher
from numba.core.errors import NumbaError

from sim.engine.array import Array
from sim.engine.blocks import BLOCK, in_vectors
from sim.engine.compile import bare_kernel
from sim.engine.scratch import give_back, lend, scratch

_table, _counts = scratch((3, 5)), scratch((4,), np.int64)


@bare_kernel
def fill(found: Array) -> int:
    """Fill a table on the stack, copy it into ``found`` (3, 5), and return a sum of whole numbers."""
    table, counts = _table(), _counts()
    for row in range(table.shape[0]):
        counts[row] = 2**53 + row
        for column in range(table.shape[1]):
            table[row, column] = 10.0 * row + column
    for row in range(table.shape[0]):
        for column in range(table.shape[1]):
            found[row, column] = table[row, column]
    return counts[0] + counts[1] + counts[2]


@bare_kernel
def add_up(found: Array, rows: int) -> float:
    """Fill every row of room that is lent with its number, and return what was in it before."""
    before = 0.0
    for _ in range(100):  # so that room is given again that was given back
        room = lend(rows, found.size)
        for row in range(rows):
            own = room[row]
            for d in range(found.size):
                before += own[d]
                own[d] = row + 1.0
        for d in range(found.size):
            found[d] = room[rows - 1, d]
        give_back(room)
    return before


@bare_kernel
def ask_too_much(size: int) -> float:
    """Ask for more room than there is."""
    room = lend(1_000_000, size)
    found = room[0, 0]
    give_back(room)
    return found


def test_room_on_the_stack_has_its_shape_and_type() -> None:
    found = np.zeros((3, 5))
    assert fill(found) == 3 * 2**53 + 3  # no double holds it
    assert found.tolist() == [[10.0 * row + column for column in range(5)] for row in range(3)]


@pytest.mark.parametrize("size", [1, 33, 10_000])
def test_lent_room_is_empty_and_its_rows_lie_apart(size: int) -> None:
    found = np.zeros(size)
    assert add_up(found, 4) == 0.0
    assert set(found) == {4.0}


needs_compiling = pytest.mark.skipif(
    not isinstance(fill, Dispatcher), reason="nothing is compiled where NUMBA_DISABLE_JIT is set"
)


@needs_compiling
def test_more_room_than_there_is_is_an_error() -> None:
    with pytest.raises(MemoryError):
        ask_too_much(10**11)


@needs_compiling
def test_a_bare_kernel_makes_no_arrays() -> None:
    def careless(size: int) -> float:
        return float(np.zeros(size)[0])

    with pytest.raises(NumbaError):
        bare_kernel(careless)(3)


def test_rows_are_rounded_up_to_whole_vectors_and_never_past_a_block() -> None:
    assert [in_vectors(rows) for rows in (1, 8, 9, 33, 255, BLOCK)] == [8, 8, 16, 40, 256, BLOCK]
