"""Arrays that live as long as one call of a kernel, of which nobody counts the users.

Numba takes the room of every array from the heap, counts in atomic steps who uses it, and gives it back when nobody
does. What a kernel forgets at its end needs none of this: `scratch` is room on its stack, of a shape known beforehand;
`lend` is room of any size, which the kernel itself must `give_back`.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
from llvmlite import ir
from numba import config, types
from numba.core import cgutils
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array
from numba.np.numpy_support import from_dtype

from sim.engine.array import Array

_ALIGNED = 64  # bytes: the widest vectors
_POINTER, _WORD = ir.IntType(8).as_pointer(), ir.IntType(64)


def scratch(shape: tuple[int, ...], dtype: Any = np.float64) -> Callable[[], Array]:
    """Return a function for kernels, every call of which gives room for an array of that ``shape``, not filled.

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
            extents = [_WORD(extent) for extent in shape]
            return _array_at(context, builder, array, _hidden(builder, start, item.as_pointer()), extents)

        return array(), generate

    found: Callable[[], Array] = room
    return found


def _hidden(builder: ir.IRBuilder, pointer: Any, kind: ir.Type) -> Any:
    """Return ``pointer`` through an assembly of no instruction: the compiler forgets where it leads.

    Where it knows that two arrays are apart, it looks up with vector instructions, which is slower than one by one.
    """
    pointer = builder.bitcast(pointer, kind)
    return builder.asm(ir.FunctionType(kind, (kind,)), "", "=r,0", (pointer,), side_effect=False)


def _array_at(context: Any, builder: ir.IRBuilder, array: types.Array, start: Any, extents: list[Any]) -> Any:
    """Return what Numba takes for an ``array`` of those ``extents`` whose numbers lie from ``start`` on."""
    size = context.get_abi_sizeof(context.get_data_type(array.dtype))
    strides = [_WORD(size)]
    for extent in extents[:0:-1]:
        strides.insert(0, builder.mul(strides[0], extent))
    made = make_array(array)(context, builder)
    populate_array(made, start, extents, strides, size, None)
    return made._getvalue()


def lend(rows: int, size: int) -> Array:
    """Return room for ``rows`` of ``size`` numbers each, all 0; the kernel must `give_back` what it was lent."""
    return np.zeros((rows, size))


def give_back(lent: Array) -> None:
    """Return to the heap what `lend` lent; nothing may use it any more."""


def _lend(_: Any, rows: types.Integer, size: types.Integer) -> Any:
    array = types.Array(types.float64, 2, "C")

    def generate(context: Any, builder: ir.IRBuilder, signature: Any, arguments: Any) -> Any:
        given = zip(arguments, signature.args, strict=True)
        extents = [context.cast(builder, value, kind, types.int64) for value, kind in given]
        many = builder.mul(builder.mul(*extents), _WORD(8))
        allocate = ir.FunctionType(_POINTER, (_WORD,))
        start = builder.call(
            cgutils.get_or_insert_function(builder.module, allocate, "NRT_Allocate"), (many,)
        )
        with builder.if_then(cgutils.is_null(builder, start), likely=False):
            context.call_conv.return_user_exc(builder, MemoryError, ("no room",))
        cgutils.memset(builder, start, many, 0)
        return _array_at(
            context, builder, array, builder.bitcast(start, ir.DoubleType().as_pointer()), extents
        )

    return array(rows, size), generate


def _give_back(_: Any, lent: types.Array) -> Any:
    def generate(context: Any, builder: ir.IRBuilder, signature: Any, arguments: Any) -> Any:
        start = make_array(signature.args[0])(context, builder, arguments[0]).data
        free = ir.FunctionType(ir.VoidType(), (_POINTER,))
        gone = cgutils.get_or_insert_function(builder.module, free, "NRT_Free")
        builder.call(gone, (builder.bitcast(start, _POINTER),))
        return context.get_dummy_value()

    return types.none(lent), generate


if not config.DISABLE_JIT:
    lend, give_back = intrinsic(_lend), intrinsic(_give_back)
