"""Kernels called one after another, week by week, by one piece of compiled code.

Called from Python, a kernel takes a microsecond to look through its arrays, twice what it computes in a small city;
and it gives the interpreter lock back and takes it again, for which it waits where other threads are busy: twenty
times a week. A chain lays the arguments of all its kernels out as 64-bit words once, and a few lines of LLVM hand
them over, for as many weeks as nothing else has to be done between.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from struct import pack, unpack
from typing import Any, NamedTuple

import llvmlite.binding as llvm
import numpy as np
from llvmlite import ir
from numba.core.callconv import RETCODE_NONE, RETCODE_OK
from numba.core.compiler_lock import global_compiler_lock
from numba.core.dispatcher import Dispatcher

from sim.engine.array import Array
from sim.engine.compile import address_of, entry_point

_I64, _I32, _F64, _POINTER = ir.IntType(64), ir.IntType(32), ir.DoubleType(), ir.IntType(8).as_pointer()
_FAILED = -(2**62)  # no week
_RUN = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64)
"""Words, telling, first, last; unlike a function of `ctypes.pythonapi` it leaves the interpreter to others."""


class Call(NamedTuple):
    """One kernel, or its entry point, and its arguments before the week, which is the last."""

    function: Callable[..., None]
    arguments: tuple[Any, ...]


class Chain:
    """Kernels that run in turn, each week all of them, until a week that has something to tell.

    Arrays are used where they lie: a chain holds them, and nobody puts others in their place.
    """

    def __init__(self, calls: Sequence[Call], telling: Array) -> None:
        """Lay out ``calls``; a week that leaves ``telling`` (1,) other than 0 is the last of those run."""
        self._held = calls, telling
        self._places: list[list[int]] = []  # of each call's arguments among the words
        # Cities on several threads begin at once, and LLVM compiles for one at a time.
        with global_compiler_lock:
            addresses = [_address(one) for one in calls]
            kinds, words = self._lay_out(calls, addresses)
            self._run = _compiled(kinds)
        self._words = np.array(words, np.uint64)

    def _lay_out(self, calls: Sequence[Call], addresses: Sequence[int]) -> tuple[tuple[str, ...], list[int]]:
        """Return the kinds of each call's arguments, and all words: of each call its address, then its arguments."""
        every, words, known = list[str](), list[int](), dict[int, tuple[str, list[int]]]()
        for one, address in zip(calls, addresses, strict=True):
            words.append(address)
            kinds, places = "", list[int]()
            for argument in one.arguments:
                places.append(len(words))
                kind, more = _words(argument, known)
                kinds += kind
                words += more
            self._places.append(places)
            every.append(kinds)
        return tuple(every), words

    def put(self, call: int, place: int, argument: object) -> None:
        """Let a call be given another ``argument`` of the same type, without arrays, at that ``place``."""
        _, words = _words(argument, {})
        at = self._places[call][place]
        self._words[at : at + len(words)] = words

    def run(self, first: int, last: int) -> int:
        """Run the weeks from ``first`` on, up to ``last`` at most, and return the one that was run last.

        Raises MemoryError where a kernel found no room: nothing else can fail in one.
        """
        done = self._run(self._words.ctypes.data, self._held[1].ctypes.data, first, last)
        if done == _FAILED:
            raise MemoryError("a kernel found no room")
        return int(done)


def can_chain(functions: Iterable[object]) -> bool:
    """Return whether all ``functions`` are kernels of this package: others may raise, and what would be lost."""
    return all(isinstance(one, Dispatcher) and _is_own(one) for one in functions)


@lru_cache(maxsize=256)
def _is_own(kernel: Dispatcher) -> bool:
    return bool(kernel.py_func.__module__.partition(".")[0] == __name__.partition(".")[0])


def _address(call: Call) -> int:
    """Return where the machine code of a kernel lies."""
    return address_of(entry_point(call.function, *call.arguments, 0))


def _words(argument: Any, known: dict[int, tuple[str, list[int]]]) -> tuple[str, list[int]]:
    """Return what Numba's compiled code takes for ``argument``: kinds, numbers ("d") or not ("i"), and 64 bits each.

    Many kernels look at the same array: ``known`` are those of the arrays laid out already, by identity.
    """
    if isinstance(argument, np.ndarray):
        if id(argument) not in known:
            known[id(argument)] = _words_of_array(argument)
        return known[id(argument)]
    if isinstance(argument, float):
        return _words_of_numbers((argument,))
    if not isinstance(argument, tuple):
        return "i", [int(argument) % 2**64]
    if all(isinstance(one, float) for one in argument):
        return _words_of_numbers(argument)
    kinds, words = "", list[int]()
    for one in argument:
        kind, more = _words(one, known)
        kinds += kind
        words += more
    return kinds, words


def _words_of_array(array: Array) -> tuple[str, list[int]]:
    nobody = (0, 0)  # owns it: a chain holds what it uses
    words = [*nobody, array.size, array.itemsize, array.ctypes.data, *array.shape, *array.strides]
    return "i" * len(words), words


def _words_of_numbers(numbers: tuple[float, ...]) -> tuple[str, list[int]]:
    """Return the words of all parameters of a kernel, at once."""
    many = len(numbers)
    return "d" * many, list(unpack(f"{many}Q", pack(f"{many}d", *numbers)))


@cache
def _compiled(kinds: tuple[str, ...]) -> Callable[[int, int, int, int], int]:
    """Return machine code that runs kernels of arguments of these ``kinds``, week by week."""
    module, engine = _module(kinds), _engine()
    engine.add_module(llvm.parse_assembly(str(module)))
    engine.finalize_object()
    return _RUN(engine.get_function_address(module.name))


@cache
def _engine() -> Any:
    target = llvm.Target.from_default_triple().create_target_machine(opt=0)
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)


def _module(kinds: tuple[str, ...]) -> ir.Module:
    """Return the code: for each week every kernel in turn, then whether another week follows."""
    module = ir.Module(f"chain_{blake2b(repr(kinds).encode(), digest_size=8).hexdigest()}")
    module.triple = llvm.get_process_triple()
    parts = ir.FunctionType(_I64, (_I64.as_pointer(), _F64.as_pointer(), _I64, _I64))
    function = ir.Function(module, parts, module.name)
    words, telling, first, last = function.args
    entry, weekly, check, more, failed, over = map(
        function.append_basic_block, ("entry", "weekly", "check", "more", "failed", "over")
    )
    build = ir.IRBuilder(entry)
    room = [build.alloca(_POINTER) for _ in range(2)]  # what is returned, and what is raised
    build.branch(weekly)
    build.position_at_end(weekly)
    week = build.phi(_I64)
    build.cbranch(_calls(build, kinds, words, room, week), check, failed)
    build.position_at_end(check)
    tells = build.fcmp_unordered("!=", build.load(telling), _F64(0.0))
    build.cbranch(build.or_(tells, build.icmp_signed(">=", week, last)), over, more)
    build.position_at_end(more)
    week.add_incoming(first, entry)
    week.add_incoming(build.add(week, _I64(1)), more)
    build.branch(weekly)
    for block, found in ((failed, _I64(_FAILED)), (over, week)):
        build.position_at_end(block)
        build.ret(found)
    return module


def _calls(build: ir.IRBuilder, kinds: tuple[str, ...], words: Any, room: list[Any], week: Any) -> Any:
    """Add a week's calls, whose addresses and arguments lie in ``words`` one after another; return if all went well."""
    is_well, at = ir.Constant(ir.IntType(1), 1), 0
    for some in kinds:
        places = [build.gep(words, [_I64(at + k)]) for k in range(len(some) + 1)]
        status = _call(build, some, places, room, week)
        for_this = build.or_(*(build.icmp_signed("==", status, code) for code in (RETCODE_OK, RETCODE_NONE)))
        is_well, at = build.and_(is_well, for_this), at + len(places)
    return is_well


def _call(build: ir.IRBuilder, kinds: str, places: list[Any], room: list[Any], week: Any) -> Any:
    """Add the call of one kernel, whose address and arguments lie in ``places``; return its status.

    A pointer is passed as a whole number is, so that their types need not be told apart.
    """
    address, *arguments = (build.load(place) for place in places)
    types = [_F64 if kind == "d" else _I64 for kind in kinds]
    given = [
        build.bitcast(word, kind) if kind is _F64 else word
        for word, kind in zip(arguments, types, strict=True)
    ]
    kernel = ir.FunctionType(_I32, [_POINTER.as_pointer(), _POINTER.as_pointer(), *types, _I64])
    return build.call(build.inttoptr(address, kernel.as_pointer()), [*room, *given, week])
