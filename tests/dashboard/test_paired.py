"""Paired runs behind the sentence: the first are told of while the others run, each seed on a core of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.dashboard.state.scene import Scene
from sim.dashboard.work import monthly, paired
from sim.dashboard.work.paired import FIRST_RUNS, RUNS, RUNS_PER_SET, paired_runs, paired_spec
from sim.dashboard.work.simulation import MAPPED
from sim.runs.recent import Recent
from sim.runs.spec import RunSpec
from sim.scenario.scenario import list_assumption_sets

Ran = list[tuple[int, str, object]]


def seeds_only(
    ran: Ran, spec: RunSpec, residents: int, wanted: Callable[[], bool], alone: bool
) -> SimpleNamespace | None:
    """Return cities all of whose outcomes are their seed, and note which ran under which assumptions."""
    assert not alone
    assert residents == paired.RESIDENTS
    weeks = spec.burn_in + spec.weeks
    values = np.full((len(spec.cities), weeks, len(paired.ORDER_OF_OUTCOMES)), float(spec.seed))
    maps = np.full((len(spec.cities), weeks, len(MAPPED), 2), float(spec.seed))
    maps[..., 1] = np.nan if spec.seed > 1 else 7.0
    if not wanted():
        return None
    ran += [(spec.seed, city.label, spec.assumptions) for city in spec.cities]
    return SimpleNamespace(spec=spec, series=values, maps=maps)


@pytest.fixture(autouse=True)
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Which cities have run, none of them in truth."""
    cities: Ran = []
    monkeypatch.setattr(monthly, "run", partial(seeds_only, cities))
    monkeypatch.setattr(monthly, "_MONTHS", Recent(1_000))
    return cities


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


def test_nothing_more_is_told_once_a_run_is_not_wanted(monkeypatch: pytest.MonkeyPatch, ran: Ran) -> None:
    def first_only(spec: RunSpec, *given: Any, **named: Any) -> SimpleNamespace | None:
        return seeds_only(ran, spec, *given, **named) if spec.seed <= FIRST_RUNS else None

    monkeypatch.setattr(monthly, "run", first_only)
    assert [one.runs for one in paired_runs(Scene())] == [FIRST_RUNS]
    assert list(paired_runs(Scene(city="hackney"), lambda: False)) == []


def test_a_lever_moved_in_one_city_runs_that_city_alone(ran: Ran) -> None:
    under_sets = RUNS_PER_SET * (len(list_assumption_sets()) - 1)  # the central set is that of the runs
    list(paired_runs(Scene()))
    assert len(ran) == len(set(ran)) == 3 * (RUNS + under_sets)
    ran.clear()
    list(paired_runs(Scene(changes={"A": {"surveillance": 0.2}})))
    assert [label for _, label, _ in ran] == ["A"] * (RUNS + under_sets)
    ran.clear()
    list(paired_runs(Scene()))
    assert ran == []


def test_the_runs_are_those_of_the_scene_under_the_first_seeds() -> None:
    assert paired_spec(Scene()).seeds == tuple(range(1, RUNS + 1))
