"""Arrays of a fixed shape that live as long as one call of a kernel: on its stack, where nobody has to find room.

Numba takes the room of every array from the heap and gives it back at the end, which takes as long as twenty residents;
and of an array on the stack the compiler knows that no other lies over it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
from llvmlite import ir
from numba import config, types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array
from numba.np.numpy_support import from_dtype

from sim.engine.array import Array

_ALIGNED = 64  # bytes: the widest vectors


def scratch(shape: tuple[int, ...], dtype: Any = np.float64) -> Callable[[], Array]:
    """Return a function for kernels whose every call gives room for an array of that ``shape``, not filled.

    It must not outlive the kernel: never return it, never keep it.
    """
    if config.DISABLE_JIT:
        return lambda: np.empty(shape, dtype)
    array = types.Array(from_dtype(np.dtype(dtype)), len(shape), "C")

    @intrinsic  # type: ignore[untyped-decorator]
    def room(_: Any) -> Any:
        def generate(context: Any, builder: ir.IRBuilder, _signature: Any, _arguments: Any) -> Any:
            item = context.get_data_type(array.dtype)
            with builder.goto_entry_block():
                start = builder.alloca(ir.ArrayType(item, prod(shape)))
            start.align = _ALIGNED
            bytes_each = context.get_abi_sizeof(item)
            strides = [bytes_each * prod(shape[axis + 1 :]) for axis in range(len(shape))]
            made = make_array(array)(context, builder)
            populate_array(
                made,
                _hidden(builder, builder.bitcast(start, item.as_pointer())),
                [context.get_constant(types.intp, extent) for extent in shape],
                [context.get_constant(types.intp, stride) for stride in strides],
                bytes_each,
                None,
            )
            return made._getvalue()

        return array(), generate

    found: Callable[[], Array] = room
    return found


def _hidden(builder: ir.IRBuilder, pointer: Any) -> Any:
    """Return ``pointer`` through an assembly of no instruction, so that the compiler does not know where it points."""
    return builder.asm(
        ir.FunctionType(pointer.type, (pointer.type,)), "", "=r,0", (pointer,), side_effect=False
    )
