"""What a page opens with is shipped, so that it is drawn before anything was compiled; then it is run."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from sim.city.load import opening_cities
from sim.dashboard.state.scene import Scene
from sim.dashboard.work import loop as module
from sim.dashboard.work import shipped_openings
from sim.dashboard.work.loop import Loop, Result, RunRequest
from sim.dashboard.work.shipped_openings import FOLDER, opening_scenes, shipped
from sim.dashboard.work.simulation import run

MOST_BYTES = 1_000_000
SCENES = list(opening_scenes())


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_all_that_a_page_opens_on_is_shipped_and_small() -> None:
    assert {scene.city for scene in SCENES} == {Scene().city, *opening_cities().values()}
    assert len(list(FOLDER.iterdir())) == len(SCENES)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.city)
def test_what_is_shipped_is_the_run_rounded(scene: Scene) -> None:
    kept, found = shipped(scene.spec(), scene.residents), run(scene.spec(), scene.residents)
    assert kept is not None, "sim/dashboard/work/shipped is stale: run `make answers`"
    assert found is not None
    assert np.array_equal(kept.series, found.series.astype(np.float32), equal_nan=True)
    assert np.array_equal(kept.maps, found.maps.astype(np.float16), equal_nan=True)
    assert (kept.spec, kept.residents, kept.event_records) == (
        found.spec,
        found.residents,
        found.event_records,
    )


def test_another_scene_another_size_and_another_version_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = SCENES[0]
    assert shipped(Scene(city=scene.city, seed=2).spec(), scene.residents) is None
    assert shipped(Scene(city="synthetic:4").spec(), scene.residents) is None
    assert shipped(scene.spec(), scene.residents + 1) is None
    monkeypatch.setattr(shipped_openings, "digest", lambda: "another")
    assert shipped(scene.spec(), scene.residents) is None


class Compiler:
    """A model that is being compiled until it is let end."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    @property
    def under_way(self) -> bool:
        return not self.ended.is_set()

    def wait(self) -> None:
        assert self.ended.wait(60)


def test_the_opening_is_drawn_while_the_model_is_compiled_and_run_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiler, scene = Compiler(), SCENES[0]
    delivered: list[Result] = []
    drawn, done = threading.Event(), threading.Event()

    def deliver(result: Result, _: int) -> None:
        delivered.append(result)
        drawn.set()

    monkeypatch.setattr(module, "COMPILING", compiler)
    loop = Loop(deliver, lambda _: None, lambda error: None)
    stop = loop.start()
    loop.want(RunRequest(scene.spec(), scene.residents, 1, fresh=True))
    assert drawn.wait(60)
    assert compiler.under_way
    compiler.ended.set()
    loop.also(done.set)
    assert done.wait(60)
    stop()
    first, second = (one.run_result for one in delivered)
    whole = run(scene.spec(), scene.residents)
    assert whole is not None
    assert np.array_equal(first.series, whole.series.astype(np.float32), equal_nan=True)
    assert np.array_equal(second.series, whole.series, equal_nan=True)
    assert [one.draft for one in delivered] == [False, False]
