"""What the server asks of the system for its own process and threads."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator

import pytest

from sim.dashboard import process
from sim.dashboard.state.scene import Scene
from sim.dashboard.work import simulation
from sim.runs.comparison import Comparison


@pytest.fixture
def interval() -> Iterator[float]:
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_threads_of_the_server_change_places_often(interval: float) -> None:
    process.prepare()
    assert sys.getswitchinterval() == pytest.approx(process.SWITCH_EVERY)
    assert interval > process.SWITCH_EVERY


def test_what_is_loaded_is_not_looked_through_again_and_again() -> None:
    loaded, before = [[] for _ in range(1_000)], gc.get_freeze_count()  # as libraries are
    process.keep_what_is_loaded()
    assert gc.get_freeze_count() >= before + len(loaded)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows threads as patient as their work")
def test_a_thread_that_runs_the_model_steps_back_alone() -> None:
    found: list[int] = []

    def work() -> None:
        process.step_back()
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [process.PATIENT]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


@pytest.mark.parametrize(("residents", "looks"), [(400, 1), (500, 1), (10_000, 20)])
def test_a_run_looks_up_after_so_much_work(
    residents: int, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    pieces: list[int] = []
    monkeypatch.setattr(Comparison, "run", lambda self, weeks, at_once: pieces.append(weeks))
    spec = Scene(city="synthetic", seed=4).spec().at(residents)
    simulation._run_cities(spec, lambda: bool(asked.append(1)) or True, at_once=True)  # type: ignore[func-returns-value]
    assert len(asked) == len(pieces) == looks
    assert sum(pieces) >= spec.weeks
