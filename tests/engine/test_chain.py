"""A chain of kernels does what calling them one after another does, for as many weeks as it may."""

from __future__ import annotations

import ctypes
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from struct import unpack
from typing import NamedTuple

import numpy as np
import pytest
from numba.core.dispatcher import Dispatcher

from sim.engine import chain
from sim.engine.array import Array
from sim.engine.chain import Call, Chain, can_chain
from sim.engine.compile import kernel
from sim.engine.kernel_cache import cache_folder
from sim.model.time_series import keep


class View(NamedTuple):
    total: Array
    table: Array


class Numbers(NamedTuple):
    step: float
    less: float


@kernel
def count(c: View, p: Numbers, key: np.uint64, week: int) -> None:
    """Add a step, and keep the week and the key."""
    c.total[0] += p.step
    c.table[week, 0] = c.total[0]
    c.table[week, 1] = float(key)


@kernel
def take(c: View, p: Numbers, key: np.uint64, week: int) -> None:
    """Take something off what the call before has added."""
    c.total[0] -= p.less


needs_compiling = pytest.mark.skipif(
    not isinstance(keep, Dispatcher), reason="nothing is compiled where NUMBA_DISABLE_JIT is set"
)
KEY = np.uint64(2**40 + 7)


def chained(telling: Array | None = None) -> tuple[Chain, View]:
    view = View(np.zeros(1), np.zeros((10, 2)))
    calls = [Call(one, (view, Numbers(2.5, 1.0), KEY)) for one in (count, take)]
    return Chain(calls, np.zeros(1) if telling is None else telling), view


@needs_compiling
def test_every_week_runs_all_calls_in_order() -> None:
    found, view = chained()
    assert found.run(2, 5) == 5
    assert view.table[:, 0].tolist() == [0, 0, 2.5, 4.0, 5.5, 7.0, 0, 0, 0, 0]
    assert view.table[2:6, 1].tolist() == [float(KEY)] * 4
    assert view.total[0] == 6.0


@needs_compiling
def test_a_week_that_has_something_to_tell_is_the_last() -> None:
    view = View(np.zeros(1), np.zeros((10, 2)))
    found = Chain([Call(count, (view, Numbers(1.0, 0.0), KEY))], view.total)
    assert found.run(3, 9) == 3
    assert np.count_nonzero(view.table[:, 0]) == 1


@needs_compiling
def test_other_numbers_are_used_from_then_on() -> None:
    found, view = chained()
    found.run(0, 0)
    found.put(0, 1, Numbers(10.0, 0.0))
    found.run(1, 1)
    assert view.table[:2, 0].tolist() == [2.5, 11.5]
    assert view.total[0] == 10.5


@needs_compiling
def test_a_kernel_without_room_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse = ctypes.CFUNCTYPE(ctypes.c_int32)(lambda: -1)
    address = ctypes.cast(refuse, ctypes.c_void_p).value
    monkeypatch.setattr(chain, "_address", lambda _: address)
    with pytest.raises(MemoryError, match="no room"):
        chained()[0].run(0, 9)


@needs_compiling
def test_chains_may_be_made_on_many_threads_at_once() -> None:
    forget()
    with ThreadPoolExecutor(8) as pool:
        ends = list(pool.map(lambda _: chained()[0].run(0, 9), range(16)))
    assert ends == [9] * 16


def forget() -> None:
    """Let everything be made or found again."""
    chain._handing_over.cache_clear()
    chain._runner.cache_clear()


@needs_compiling
def test_what_hands_over_is_compiled_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = chain._empty_module
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(chain, "_empty_module", lambda name: made.append(name) or real(name))
    for _ in range(2):
        forget()
        found, view = chained()
        assert found.run(0, 3) == 3
        assert view.total[0] == 6.0
    assert [name.partition("_")[0] for name in made] == ["hand", "chain"]
    kept = [path.stem for path in cache_folder().glob("*.kernel")]
    assert set(made) <= set(kept)
    (cache_folder() / f"{made[0]}.kernel").write_bytes(b"damaged")
    forget()
    assert chained()[0].run(0, 3) == 3
    assert made[2:] == made[:1]


@needs_compiling
def test_words_say_where_an_array_lies_whatever_it_is() -> None:
    table = np.zeros((4, 3))
    shown = table.view()
    shown.flags.writeable = False
    for array in (table, shown, table[1:], table[:, 1], np.zeros(0), np.broadcast_to(1.0, (3,))):
        _, words = chain._words_of_array(array)
        assert unpack(f"{len(words) // chain.WORD}q", words)[4] == array.ctypes.data


@needs_compiling
def test_only_kernels_of_the_package_are_chained(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_chain([keep, keep])
    assert not can_chain([keep, count])
    assert not can_chain([keep, keep.py_func])  # type: ignore[attr-defined]
