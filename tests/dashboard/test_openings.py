"""What a page opens with is drawn at once from an earlier start, then confirmed by running it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.dashboard.state.scene import Scene
from sim.dashboard.work import kept_arrays, openings
from sim.dashboard.work import loop as module
from sim.dashboard.work.loop import Loop, Result, RunRequest
from sim.dashboard.work.simulation import RunResult, run
from sim.runs.spec import RunSpec

SPEC: RunSpec = Scene(city="synthetic:4").spec()
RESIDENTS = 64


@pytest.fixture(scope="module")
def lived() -> RunResult:
    """The small city's run, with what happened in it."""
    result = run(SPEC, RESIDENTS)
    assert result is not None
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


class Opened:
    """A loop asked once for what a page opens with; ``delivered`` are its results, ``runs`` the residents run."""

    def __init__(self, lived: RunResult) -> None:
        self.delivered: list[Result] = []
        self.runs: list[int] = []
        self._lived = lived
        self._done = threading.Event()
        self.loop = Loop(lambda result, _: self.delivered.append(result), lambda _: None, self._fail)

    def run(self, spec: RunSpec, residents: int, wanted: Callable[[], bool]) -> RunResult:
        self.runs.append(residents)
        return self._lived

    def ask(self, fresh: bool = True) -> None:
        """Ask, and wait until nothing is left to do."""
        self.loop.want(RunRequest(SPEC, RESIDENTS, 1, fresh))
        self.loop.also(self._done.set)
        assert self._done.wait(60)

    def _fail(self, error: Exception) -> None:
        raise error


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, lived: RunResult) -> Iterator[Opened]:
    one = Opened(lived)
    monkeypatch.setattr(module, "run", one.run)
    stop = one.loop.start()
    yield one
    stop()


def test_a_kept_run_is_the_same_to_the_last_bit(lived: RunResult) -> None:
    assert lived.event_records
    openings.save(lived)
    found = openings.load(SPEC, RESIDENTS)
    assert found is not None
    assert openings.alike(found, lived)
    assert (found.spec, found.residents, found.event_records) == (
        lived.spec,
        lived.residents,
        lived.event_records,
    )


def test_another_scene_another_size_and_another_version_find_nothing(
    lived: RunResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    openings.save(lived)
    assert openings.load(Scene(city="synthetic:4", seed=2).spec(), RESIDENTS) is None
    assert openings.load(SPEC, RESIDENTS + 1) is None
    monkeypatch.setattr(openings, "digest", lambda: "another")
    assert openings.load(SPEC, RESIDENTS) is None


@pytest.mark.parametrize("where", [0, 0.3, 0.5, 0.99])
def test_a_damaged_file_counts_as_none(lived: RunResult, folder: Path, where: float) -> None:
    openings.save(lived)
    (file,) = folder.rglob("openings/*.npz")
    whole = file.read_bytes()
    place = int(where * len(whole))
    file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    found = openings.load(SPEC, RESIDENTS)
    assert found is None or openings.alike(found, lived)
    file.write_bytes(whole[:place])
    assert openings.load(SPEC, RESIDENTS) is None


def test_a_first_opening_is_run_drawn_and_kept(opened: Opened, lived: RunResult) -> None:
    opened.ask()
    assert [one.run_result is lived for one in opened.delivered] == [True]
    assert openings.load(SPEC, RESIDENTS) is not None


def test_a_later_opening_is_drawn_before_it_is_run_and_only_once(opened: Opened, lived: RunResult) -> None:
    openings.save(lived)
    opened.ask()
    assert [one.run_result is lived for one in opened.delivered] == [False]
    assert openings.alike(opened.delivered[0].run_result, lived)
    assert not opened.delivered[0].draft
    assert opened.runs == [RESIDENTS]


def test_a_kept_run_that_is_not_confirmed_is_drawn_and_kept_anew(opened: Opened, lived: RunResult) -> None:
    openings.save(lived._replace(series=lived.series + 1.0))
    opened.ask()
    assert [openings.alike(one.run_result, lived) for one in opened.delivered] == [False, True]
    found = openings.load(SPEC, RESIDENTS)
    assert found is not None
    assert openings.alike(found, lived)


def test_a_moved_lever_neither_reads_nor_keeps(opened: Opened, lived: RunResult, folder: Path) -> None:
    openings.save(lived._replace(series=lived.series + 1.0))
    opened.ask(fresh=False)
    assert [one.run_result is lived for one in opened.delivered] == [True]
    found: Any = openings.load(SPEC, RESIDENTS)
    assert np.array_equal(found.series, lived.series + 1.0, equal_nan=True)


def test_a_server_in_front_of_a_room_keeps_nothing(
    lived: RunResult, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_arrays, "WRITES", False)
    openings.save(lived)
    assert not list(folder.rglob("*.npz"))


def test_only_the_newest_files_stay(folder: Path) -> None:
    for age in (3, 1, 2):
        kept_arrays.write(folder / f"{age}.npz", {"x": np.arange(age)}, 9)
        os.utime(folder / f"{age}.npz", (1e9 - age, 1e9 - age))
    kept_arrays.write(folder / "0.npz", {"x": np.arange(0)}, 2)
    assert {file.name for file in folder.glob("*.npz")} == {"0.npz", "1.npz"}
