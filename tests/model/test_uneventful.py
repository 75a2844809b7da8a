"""Weeks run by one call are the weeks run one by one."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest
from numba.core.dispatcher import Dispatcher

from sim.model.binding import Binding
from sim.model.city_model import CityModel
from sim.model.time_series import keep
from sim.model.uneventful import MOST_AT_ONCE, PIECE, uneventful_until, weeks_between_looks
from sim.scenario.event import read_event
from tests.model.curfew import CurfewCity

needs_compiling = pytest.mark.skipif(
    not isinstance(keep, Dispatcher), reason="nothing is compiled where NUMBA_DISABLE_JIT is set"
)
EVENTS = [
    {"kind": "spark", "week": 3},
    {"kind": "budget_cut", "week": 20, "weeks": 13, "depth": 0.4},
    {"kind": "outage", "week": 41},
    {"kind": "reform", "week": 60, "lever": "surveillance", "value": 0.9},
]
CITIES: dict[str, dict[str, Any]] = {
    "uneventful": {},
    "with events": {"events": [read_event(one) for one in EVENTS]},
    "with a mechanism off": {"off": ["mobilisation"]},
    "that evolves": {"evolving": True},
    "of many incidents": {"incident_rate": 20.0},
}


@pytest.fixture(autouse=True)
def without_mesa(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cities be made as where nobody has imported Mesa, whose clock counts week by week."""
    monkeypatch.delitem(sys.modules, "mesa", raising=False)


class Stepped(CityModel):
    """A city whose weeks are run one by one, since its `step` is its own."""

    def step(self) -> None:
        super().step()

    def _run_week(self) -> None:
        super()._run_week()


def city(kind: type[CityModel], **settings: Any) -> CityModel:
    context = {"city": "synthetic:4", "residents": 120, "burn_in": 30, "weeks": 110, "rng": 11}
    return kind("emancipatory", **context | settings)


@pytest.mark.parametrize("settings", CITIES.values(), ids=CITIES)
def test_weeks_at_once_are_the_weeks_one_by_one(settings: dict[str, Any]) -> None:
    one, other = city(CityModel, **settings).run(), city(Stepped, **settings).run()
    assert (one.week, one.running, one.event_records) == (110, False, other.event_records)
    np.testing.assert_array_equal(one.series.values, other.series.values)
    np.testing.assert_array_equal(one.series.maps, other.series.maps)
    assert one.series.filled == other.series.filled
    for name, column in one.columns.items():
        np.testing.assert_array_equal(column, other.columns[name], err_msg=name)


@needs_compiling
def test_a_run_takes_few_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    run_on = Binding.run_on

    def counted(self: Binding, first: int, last: int, series: Any) -> int:
        asked.append((first, last))
        return run_on(self, first, last, series)

    monkeypatch.setattr(Binding, "run_on", counted)
    found = city(CityModel, events=[read_event(EVENTS[1])]).run(50)
    assert found.week == 50
    assert asked[0] == (-30, -1)
    assert {last for first, last in asked if first >= 0} == {19, 32, 49}


def test_events_cuts_drift_and_size_bound_what_is_run_at_once() -> None:
    model = city(CityModel, events=[read_event(EVENTS[2])])
    assert uneventful_until(model, 110) == 41
    assert uneventful_until(model, 30) == 30
    assert uneventful_until(model, 7) == 0, "few weeks are not worth it"
    model.residents = MOST_AT_ONCE // 10
    assert uneventful_until(model, 110) == 10
    model.residents = MOST_AT_ONCE
    assert uneventful_until(model, 110) == 0
    assert uneventful_until(city(CityModel, evolving=True), 110) == 0


def test_mechanisms_from_outside_are_run_week_by_week() -> None:
    context = {"city": "synthetic:4", "residents": 120, "burn_in": 10, "weeks": 20, "rng": 11}
    found = CurfewCity("control", **context).run()  # type: ignore[arg-type]
    assert found.week == 20
    assert not found._binding.can_chain()


def test_a_city_that_was_stopped_runs_no_further() -> None:
    model = city(CityModel).run(10)
    model.running = False
    assert model.run().week == 10


@needs_compiling
def test_a_piece_of_work_is_smaller_the_larger_the_city() -> None:
    assert weeks_between_looks(city(CityModel)) == PIECE // 120
    assert weeks_between_looks(city(Stepped)) == 1
