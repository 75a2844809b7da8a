"""How loops are compiled, in one place; `sim.engine.kernel_cache` keeps what was compiled."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import numba
import numpy as np
from numba.core.dispatcher import Dispatcher

from sim.engine.kernel_cache import KernelCache

_RULES = {"nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}  # no pointers taken

F = TypeVar("F", bound=Callable[..., object])


def kernel(function: F) -> F:
    """Compile ``function`` without the interpreter lock, keeping IEEE arithmetic (no fast-math)."""
    compiled: F = _kept(numba.njit(**_RULES)(function))
    return compiled


def bare_kernel(function: F) -> F:
    """Compile ``function`` as `kernel` does, but without counting who uses an array.

    It may make no array but those of `sim.engine.scratch`, and return none. Numba counts references to every array of
    a view for each function that is handed it, which took a tenth of a small city's week.
    """
    compiled: F = _kept(numba.njit(_nrt=False, **_RULES)(function))
    return compiled


def inline(function: F) -> F:
    """Mark ``function`` as a piece of the one kernel that calls it, into which it is written before typing.

    Numba compiles every kernel whole, wrapper and machine code, even one that is only called by another, and
    half of all compilation went there. Called from Python, a piece is compiled as a kernel is.
    """
    inlined: F = _kept(numba.njit(inline="always", **_RULES)(function))
    return inlined


def entry_point(function: Callable[..., None], *arguments: object) -> Callable[..., None]:
    """Return ``function`` compiled for the types of ``arguments``; it must never be given others.

    Numba looks at the type of each of a view's arrays at every call, two thirds of what a call costs, and a
    city's types never change. Where nothing is compiled (NUMBA_DISABLE_JIT), ``function`` itself is returned.
    """
    if not isinstance(function, Dispatcher):
        return function
    known = (function, *map(kind_of, arguments))
    if known not in _ENTRIES:
        types = tuple(numba.typeof(argument) for argument in arguments)
        function.compile(types)
        compiled = function.overloads[types]
        _ENTRIES[known] = compiled.entry_point
        _COMPILED[compiled.entry_point] = compiled
    return _ENTRIES[known]


@cache
def address_of(entry: Callable[..., None]) -> int:
    """Return where the machine code of an `entry_point` lies."""
    compiled = _COMPILED[entry]
    return int(compiled.library.get_pointer_to_function(compiled.fndesc.llvm_func_name))


_ENTRIES: dict[tuple[object, ...], Callable[..., None]] = {}
_COMPILED: dict[Callable[..., None], Any] = {}


def kind_of(argument: object) -> object:
    """Return what decides Numba's type of ``argument``, found in a fiftieth of the time that it takes itself."""
    if isinstance(argument, np.ndarray):
        return argument.dtype, argument.ndim, argument.flags.num
    if isinstance(argument, tuple):
        kinds: tuple[object, ...] = tuple(map(type, argument))
        if kinds.count(float) < len(kinds):  # parameters are all numbers
            kinds = tuple([kind_of(one) for one in argument])
        return type(argument), kinds
    return type(argument)


def _kept(compiled: Any) -> Any:
    if isinstance(compiled, Dispatcher):  # not where nothing is compiled (NUMBA_DISABLE_JIT)
        # as Numba's own `enable_caching` does
        compiled._cache = KernelCache(compiled.py_func)  # type: ignore[attr-defined]
    return compiled
