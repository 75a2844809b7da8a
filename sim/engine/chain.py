"""Kernels called one after another, week by week, by one piece of compiled code.

Called from Python, a kernel takes a microsecond to look through its arrays, twice what it computes in a small city;
and it gives the interpreter lock back and takes it again, for which it waits where other threads are busy: twenty
times a week. A chain lays the arguments of all its kernels out as 64-bit words once, and a few lines of LLVM hand
them over, for as many weeks as nothing else has to be done between. Of three thousand words a week, code that hands
them over well takes a quarter of a second to compile; it is kept as kernels are, by the kinds of a kernel's arguments.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from hashlib import blake2b
from itertools import accumulate
from struct import pack
from typing import Any, NamedTuple

import llvmlite.binding as llvm
import numpy as np
from llvmlite import ir
from numba.core.callconv import RETCODE_NONE, RETCODE_OK
from numba.core.compiler_lock import global_compiler_lock
from numba.core.dispatcher import Dispatcher

from sim.engine.array import Array
from sim.engine.compile import address_of, entry_point
from sim.engine.kernel_cache import keep, kept

_I64, _I32, _F64, _POINTER = ir.IntType(64), ir.IntType(32), ir.DoubleType(), ir.IntType(8).as_pointer()
_FAILED = -(2**62)  # no week
_WORDS, _ROOM = _I64.as_pointer(), _POINTER.as_pointer()
_RUN = ctypes.CFUNCTYPE(
    ctypes.c_int64, ctypes.c_void_p, ctypes.c_int64, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64
)
"""Calls, how many, telling, first, last; unlike those of `ctypes.pythonapi` it leaves the interpreter to others."""
_CHAIN = ir.FunctionType(_I64, (_WORDS, _I64, _F64.as_pointer(), _I64, _I64))
"""The same; it returns the week that was run last."""
_WEEK = ir.FunctionType(ir.IntType(1), (_WORDS, _I64, _ROOM, _ROOM, _I64))
"""Calls, how many, room for what is returned and for what is raised, week; it returns whether all went well."""
_HAND_OVER = ir.FunctionType(_I32, (_WORDS, _ROOM, _ROOM, _I64))
"""Words, the same room, week; it returns the kernel's status."""


WORD = 8  # bytes
_Words = tuple[str, bytes]
"""The kinds of words, a letter each, and the words."""


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
            kinds, starts, words = self._lay_out(calls, addresses)
            handing_over = [_handing_over(one) for one in kinds]
            self._run = _runner()
        self._words = np.frombuffer(bytearray(words), np.uint64)
        first_word = self._words.ctypes.data
        table = [(code, first_word + start) for code, start in zip(handing_over, starts, strict=True)]
        self._table = np.array(table, np.uint64)

    def _lay_out(self, calls: Sequence[Call], addresses: Sequence[int]) -> tuple[list[str], list[int], bytes]:
        """Return the kinds of each call's arguments, where its words begin, and all words: address, then arguments."""
        every, starts, pieces, end = list[str](), list[int](), list[bytes](), 0
        known = dict[int, _Words]()
        for one, address in zip(calls, addresses, strict=True):
            starts.append(end)
            given = [("", pack("Q", address)), *(_words(argument, known) for argument in one.arguments)]
            places = list(accumulate((len(words) for _, words in given), initial=end))
            self._places.append([place // WORD for place in places[1:-1]])
            every.append("".join([kinds for kinds, _ in given]))
            pieces += [words for _, words in given]
            end = places[-1]
        return every, starts, b"".join(pieces)

    def put(self, call: int, place: int, argument: object) -> None:
        """Let a call be given another ``argument`` of the same type, without arrays, at that ``place``."""
        words = np.frombuffer(_words(argument, {})[1], np.uint64)
        at = self._places[call][place]
        self._words[at : at + len(words)] = words

    def run(self, first: int, last: int) -> int:
        """Run the weeks from ``first`` on, up to ``last`` at most, and return the one that was run last.

        Raises MemoryError where a kernel found no room: nothing else can fail in one.
        """
        calls = self._table.ctypes.data, len(self._table)
        done = self._run(*calls, self._held[1].ctypes.data, first, last)
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


def _words(argument: Any, known: dict[int, _Words]) -> _Words:
    """Return what Numba's compiled code takes for ``argument``: kinds, numbers ("d") or not ("i"), and 64 bits each.

    Many kernels look at the same array: ``known`` are those of the arrays laid out already, by identity.
    """
    if isinstance(argument, np.ndarray):
        if id(argument) not in known:
            known[id(argument)] = _words_of_array(argument)
        return known[id(argument)]
    if not isinstance(argument, tuple):
        is_float = isinstance(argument, float)
        return ("d", pack("d", argument)) if is_float else ("i", pack("Q", int(argument) % 2**64))
    if set(map(type, argument)) == {float}:  # a kernel's parameters
        return "d" * len(argument), pack(f"{len(argument)}d", *argument)
    parts = [known.get(id(one)) or _words(one, known) for one in argument]
    return "".join([kinds for kinds, _ in parts]), b"".join([words for _, words in parts])


def _words_of_array(array: Array) -> _Words:
    nobody = (0, 0)  # owns it: a chain holds what it uses
    words = (*nobody, array.size, array.itemsize, _start_of(array), *array.shape, *array.strides)
    return "i" * len(words), pack(f"{len(words)}q", *words)


def _start_of(array: Array) -> int:
    """Return where the numbers of ``array`` lie; NumPy's own way takes four times as long."""
    if array.size and array.flags.c_contiguous and array.flags.writeable:
        return ctypes.addressof(ctypes.c_char.from_buffer(array))  # type: ignore[arg-type]
    return int(array.ctypes.data)


@cache
def _handing_over(kinds: str) -> int:
    """Return where the machine code lies that hands arguments of these ``kinds`` over to their kernel."""
    name = blake2b(kinds.encode(), digest_size=8).hexdigest()
    return _machine_code(f"hand_{name}", partial(_code_of_handing_over, kinds))


@cache
def _runner() -> Callable[[int, int, int, int, int], int]:
    """Return what runs all calls of a chain, week by week."""
    return _RUN(_machine_code("chain_weeks", _code_of_runner))


def _machine_code(name: str, code: Callable[[str], ir.Module]) -> int:
    """Return where the machine code of the function ``name`` lies, compiled once and kept: a quarter of a second."""
    compiled = kept(name)
    if compiled is None:
        machine = llvm.Target.from_default_triple().create_target_machine(opt=1)
        compiled = machine.emit_object(llvm.parse_assembly(str(code(name))))
        keep(name, compiled)
    _engine().add_object_file(llvm.ObjectFileRef.from_data(compiled))
    _engine().finalize_object()
    return int(_engine().get_function_address(name))


@cache
def _engine() -> Any:
    target = llvm.Target.from_default_triple().create_target_machine()
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)


def _code_of_handing_over(kinds: str, name: str) -> ir.Module:
    """Return the code that calls a kernel whose address and arguments lie in words one after another.

    A pointer is passed as a whole number is, so that their types need not be told apart.
    """
    module = _empty_module(name)
    function = ir.Function(module, _HAND_OVER, name)
    words, returned, raised, week = function.args
    build = ir.IRBuilder(function.append_basic_block())
    address, *arguments = (build.load(build.gep(words, [_I64(k)])) for k in range(len(kinds) + 1))
    types = [_F64 if kind == "d" else _I64 for kind in kinds]
    given = [
        build.bitcast(word, kind) if kind is _F64 else word
        for word, kind in zip(arguments, types, strict=True)
    ]
    kernel = ir.FunctionType(_I32, [_ROOM, _ROOM, *types, _I64])
    build.ret(build.call(build.inttoptr(address, kernel.as_pointer()), [returned, raised, *given, week]))
    return module


def _code_of_runner(name: str) -> ir.Module:
    """Return the code: for each week every call in turn, then whether another week follows."""
    module = _empty_module(name)
    function = ir.Function(module, _CHAIN, name)
    table, calls, telling, first, last = function.args
    entry, weekly, check, more, failed, over = map(
        function.append_basic_block, ("entry", "weekly", "check", "more", "failed", "over")
    )
    build = ir.IRBuilder(entry)
    room = [build.alloca(_POINTER) for _ in range(2)]  # what is returned, and what is raised
    build.branch(weekly)
    build.position_at_end(weekly)
    week = build.phi(_I64)
    build.cbranch(build.call(_week(module), [table, calls, *room, week]), check, failed)
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


def _week(module: ir.Module) -> ir.Function:
    """Add the code of one week: every call in turn, up to one that fails; it returns whether all went well."""
    function = ir.Function(module, _WEEK, f"{module.name}_week")
    table, calls, returned, raised, week = function.args
    entry, each, well, over = map(function.append_basic_block, ("entry", "each", "well", "over"))
    ir.IRBuilder(entry).branch(each)
    build = ir.IRBuilder(each)
    call = build.phi(_I64)
    place = build.mul(call, _I64(2))
    code, words = (build.load(build.gep(table, [build.add(place, _I64(k))])) for k in range(2))
    hand_over = build.inttoptr(code, _HAND_OVER.as_pointer())
    status = build.call(hand_over, [build.inttoptr(words, _WORDS), returned, raised, week])
    is_well = build.or_(*(build.icmp_signed("==", status, good) for good in (RETCODE_OK, RETCODE_NONE)))
    build.cbranch(is_well, well, over)
    build.position_at_end(well)
    following = build.add(call, _I64(1))
    build.cbranch(build.icmp_signed("<", following, calls), each, over)
    call.add_incoming(_I64(0), entry)
    call.add_incoming(following, well)
    build.position_at_end(over)
    build.ret(is_well)
    return function


def _empty_module(name: str) -> ir.Module:
    module = ir.Module(name)
    module.triple = llvm.get_process_triple()
    return module
