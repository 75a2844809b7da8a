"""How loops are compiled, in one place; `sim.engine.kernel_cache` keeps what was compiled."""

from __future__ import annotations

from collections.abc import Callable
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
    entry: Callable[..., None] = overload_of(function, *arguments).entry_point
    return entry


def overload_of(function: Any, *arguments: object) -> Any:
    """Return what Numba has compiled of the kernel ``function`` for the types of ``arguments``."""
    known = (function, *map(_kind, arguments))
    if known not in _OVERLOADS:
        types = tuple(numba.typeof(argument) for argument in arguments)
        function.compile(types)
        _OVERLOADS[known] = function.overloads[types]
    return _OVERLOADS[known]


_OVERLOADS: dict[tuple[object, ...], Any] = {}


def _kind(argument: object) -> object:
    """Return what decides Numba's type of ``argument``, found in a fiftieth of the time that it takes itself."""
    if isinstance(argument, np.ndarray):
        return argument.dtype, argument.ndim, argument.flags.num
    if isinstance(argument, tuple):
        return type(argument), tuple(map(_kind, argument))
    return type(argument)


def _kept(compiled: Any) -> Any:
    if isinstance(compiled, Dispatcher):  # not where nothing is compiled (NUMBA_DISABLE_JIT)
        # as Numba's own `enable_caching` does
        compiled._cache = KernelCache(compiled.py_func)  # type: ignore[attr-defined]
    return compiled
