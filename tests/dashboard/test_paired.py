"""Paired runs behind the sentence: the first are told of while the others run, each seed on a core of its own."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest

from sim.dashboard.state.scene import Scene
from sim.dashboard.work import paired
from sim.dashboard.work.paired import FIRST_RUNS, RUNS, RUNS_PER_SET, paired_runs, paired_spec
from sim.dashboard.work.simulation import MAPPED
from sim.runs.spec import RunSpec
from sim.scenario.scenario import list_assumption_sets


def seeds_only(
    spec: RunSpec, residents: int, wanted: Callable[[], bool], at_once: bool
) -> SimpleNamespace | None:
    """Return cities all of whose outcomes are their seed."""
    assert not at_once
    weeks = spec.burn_in + spec.weeks
    values = np.full((len(spec.cities), weeks, len(paired.ORDER_OF_OUTCOMES)), float(spec.seed))
    maps = np.full((len(spec.cities), weeks, len(MAPPED), 2), float(spec.seed))
    maps[..., 1] = np.nan if spec.seed > 1 else 7.0
    return SimpleNamespace(series=values, maps=maps) if wanted() else None


@pytest.fixture(autouse=True)
def _no_city(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paired, "run", seeds_only)


def seeds_of(found: np.ndarray) -> list[float]:
    return [float(one) for one in found[:, 0, 0, 0]]


def test_the_first_runs_are_told_of_while_the_others_run() -> None:
    told = list(paired_runs(Scene()))
    assert [(one.runs, one.complete) for one in told] == [(FIRST_RUNS, False), (RUNS, False), (RUNS, True)]
    assert seeds_of(told[0].values) == [1, 2, 3, 4, 5]
    assert seeds_of(told[1].values) == list(range(1, RUNS + 1)) == seeds_of(told[2].values)
    assert [len(one) for one in told[2].sets] == [RUNS_PER_SET] * len(list_assumption_sets())


def test_maps_are_means_of_the_runs_in_which_a_district_is_defined() -> None:
    first, every, _ = paired_runs(Scene())
    assert np.unique(first.maps[..., 0]) == 3.0
    assert np.unique(every.maps[..., 0]) == (RUNS + 1) / 2
    assert np.unique(every.maps[..., 1]) == 7.0


def test_sets_are_left_out_where_assumptions_were_moved() -> None:
    moved = Scene(assumptions={"value_prior": 0.1})
    assert [one.complete for one in paired_runs(moved)] == [False, False]


def test_nothing_more_is_told_once_it_is_not_wanted() -> None:
    answers = iter([True] * FIRST_RUNS)
    assert [one.runs for one in paired_runs(Scene(), lambda: next(answers, False))] == [FIRST_RUNS]
    assert list(paired_runs(Scene(), lambda: False)) == []


def test_the_runs_are_those_of_the_scene_under_the_first_seeds() -> None:
    assert paired_spec(Scene()).seeds == tuple(range(1, RUNS + 1))
