"""How loops are compiled, in one place.

Compiled code is kept in a folder named after the digest of everything that decides results:
Numba invalidates a cached function only when its own file changes, not when a function it calls does.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numba
from numba.core.dispatcher import Dispatcher

from sim.engine.provenance import digest
from sim.files import resources

_RULES = {"nogil": True, "cache": True, "error_model": "numpy", "no_cfunc_wrapper": True}  # no pointers taken

F = TypeVar("F", bound=Callable[..., object])


def cache_folder() -> Path:
    """Return the folder of compiled code for this version of the sources."""
    return resources.cache_folder() / digest()


if "NUMBA_CACHE_DIR" not in os.environ:
    numba.config.CACHE_DIR = str(cache_folder())


def kernel(function: F) -> F:
    """Compile ``function`` without the interpreter lock, keeping IEEE arithmetic (no fast-math)."""
    compiled: F = numba.njit(**_RULES)(function)
    return compiled


def piece(function: F) -> F:
    """Mark ``function`` as a piece of the one kernel that calls it, into which it is written before typing.

    Numba compiles every kernel whole, wrapper and machine code, even one that is only called by another, and
    half of all compilation went there. Called from Python, a piece is compiled as a kernel is.
    """
    inlined: F = numba.njit(inline="always", **_RULES)(function)
    return inlined


def entry_point(function: Callable[..., None], *arguments: object) -> Callable[..., None]:
    """Return ``function`` compiled for the types of ``arguments``; it must never be given others.

    Numba looks at the type of each of a view's arrays at every call, two thirds of what a call costs, and a
    city's types never change. Where nothing is compiled (NUMBA_DISABLE_JIT), ``function`` itself is returned.
    """
    if not isinstance(function, Dispatcher):
        return function
    types = tuple(numba.typeof(argument) for argument in arguments)
    function.compile(types)
    entry: Callable[..., None] = function.overloads[types].entry_point
    return entry
