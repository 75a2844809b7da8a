"""Analyses keep linear algebra to one thread, whatever the machine offers; results do not depend on it."""

from __future__ import annotations

from typing import Any

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from sim.cli.analyse import METHODS, _function
from sim.studies.analysis import given_data, metamodel
from sim.studies.analysis.threads import one_thread
from sim.studies.search import _run as searching
from sim.studies.smc import _run as calibrating
from tests.studies.test_analysis import Invented

RECKONING = {"sobol", "morris", "delta", "prim", "metamodel"}
"""Methods with a library's linear algebra in them."""


def threads() -> set[int]:
    """Return how many threads each library of linear algebra that is loaded may start now."""
    return {int(pool["num_threads"]) for pool in threadpool_info()}


def test_within_there_is_one_thread_and_after_it_as_many_as_before() -> None:
    with threadpool_limits(2):
        before = threads()
        assert one_thread("scipy.linalg")(threads)() == {1}
        assert threads() == before


def test_a_library_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        one_thread("nowhere")(threads)()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_that_reckons_is_held_to_one(method: str) -> None:
    assert hasattr(_function(method), "__wrapped__") == (method in RECKONING)


def test_so_are_searches_and_rounds() -> None:
    assert all(hasattr(one, "__wrapped__") for one in (searching, calibrating))


INNER = pytest.mark.parametrize(
    ("method", "module", "inner"), [("delta", given_data, "_finding"), ("metamodel", metamodel, "_fitted")]
)


@pytest.fixture
def watched(module: Any, inner: str, monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Return a set that fills with how many threads there may be while a method reckons."""
    seen: set[int] = set()
    reckon = getattr(module, inner)

    def watching(*given: Any) -> Any:
        seen.update(threads())
        return reckon(*given)

    monkeypatch.setattr(module, inner, watching)
    return seen


@INNER
def test_what_is_reckoned_is_reckoned_on_one(method: str, watched: set[int]) -> None:
    with threadpool_limits(2):
        assert _function(method)(Invented("sobol", 64, "linear"), ["trust"]).tables
    assert watched == {1}


@pytest.mark.slow  # two threads that wait for each other take ten times the processor of one
@INNER
def test_on_two_it_would_be_the_same(method: str, watched: set[int]) -> None:
    study, held = Invented("sobol", 64, "linear"), _function(method)
    with threadpool_limits(2):
        first, second = (
            function(study, ["trust"]).tables[method].to_pylist()
            for function in (held, held.__wrapped__)  # type: ignore[attr-defined]
        )
    assert watched == {1, 2}
    assert repr(first) == repr(second)
