"""The model against its twin written from the specification: every resident, every week, every outcome."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
import pytest

from sim.parameters import ASSUMPTIONS
from sim.scenario.event import Event
from sim.scenario.scenario import list_scenarios
from tests.docking.side_by_side import Pair

EVENTS = (
    Event("breach", 2),
    Event("breach", 3),
    Event("breach", 3),
    Event("outage", 4),
    Event("spark", 6),
    Event("budget_cut", 8, depth=0.2, weeks=6),
    Event("budget_cut", 10, depth=0.1, weeks=10),
    Event("new_technology", 12),
    Event("reform", 14, lever="consent", value="opt_out"),
    Event("reform", 16, lever="own_commons", value=0.9),
)
SHORT: dict[str, Any] = {"burn_in": 8, "weeks": 32}
SEED = 1
MORE_SEEDS = (2, 3, 4, SEED)


def assert_agree(pair: Pair) -> None:
    first_differences = list(islice(pair.differences(), 5))
    assert not first_differences, "\n".join(first_differences)


@pytest.mark.parametrize("scenario", list_scenarios())
def test_every_resident_agrees_every_week(scenario: str) -> None:
    assert_agree(Pair(scenario, SEED, **SHORT))


@pytest.mark.parametrize("scenario", ["emancipatory", "control"])
def test_events_do_the_same(scenario: str) -> None:
    assert_agree(Pair(scenario, 3, burn_in=8, weeks=24, events=EVENTS))


@pytest.mark.parametrize("scenario", ["emancipatory", "control", "platform-city", "failed-commons"])
def test_constitutions_drift_the_same(scenario: str) -> None:
    assert_agree(Pair(scenario, 4, **SHORT, evolving=True, overthrow=0.0, settlement=0.5))


@pytest.mark.parametrize("rounding", ["floor", "round"])
def test_arrests_are_rounded_the_same(rounding: str) -> None:
    assert_agree(Pair("authoritarian-city", 5, **SHORT, arrest_rounding=rounding, threshold=0.1))


@pytest.mark.parametrize(("curator", "epsilon"), [("central", 0.2), ("local", 1.0), ("local", "none")])
def test_privacy_noise_is_the_same(curator: str, epsilon: float) -> None:
    assert_agree(Pair("commons-city", 6, burn_in=8, weeks=10, curator=curator, epsilon=epsilon))


@pytest.mark.parametrize("name", ["misfit", "chilling", "drift_digital", "spill", "takeup", "recognise"])
def test_one_percent_more_of_one_assumption_is_noticed(name: str) -> None:
    pair = Pair("control", 7, burn_in=4, weeks=20)
    setattr(pair.plain.assume, name, 1.01 * getattr(pair.plain.assume, name))
    assert any(pair.differences())


@pytest.mark.slow
@pytest.mark.parametrize("seed", MORE_SEEDS)
@pytest.mark.parametrize("scenario", list_scenarios())
def test_every_resident_agrees_under_more_seeds(scenario: str, seed: int) -> None:
    assert_agree(Pair(scenario, seed, events=EVENTS if seed == MORE_SEEDS[0] else ()))


@pytest.mark.slow
@pytest.mark.parametrize("scenario", list_scenarios())
def test_every_constitution_drifts_the_same(scenario: str) -> None:
    assert_agree(Pair(scenario, 8, burn_in=4, weeks=120, evolving=True, overthrow=0.001))


@pytest.mark.slow
@pytest.mark.parametrize("draw", range(12))
def test_any_explored_assumptions_agree(draw: int) -> None:
    rng = np.random.default_rng(draw)
    drawn: dict[str, object] = {}
    for name, assumption in ASSUMPTIONS.items():
        if assumption.kind == "number":
            low, high = assumption.explored
            drawn[name] = float(rng.uniform(float(low), float(high)))
        else:
            drawn[name] = str(rng.choice(list(assumption.explored)))
    scenario = list_scenarios()[draw % len(list_scenarios())]
    assert_agree(Pair(scenario, 100 + draw, **drawn))


@pytest.mark.slow
def test_without_income_and_with_entangled_owners_both_agree() -> None:
    cut = Event("budget_cut", 5, depth=1.0, weeks=3)
    no_other_income = {"rent": 0.0, "returned": 0.0}
    assert_agree(
        Pair("control", 10, weeks=12, events=(cut,), federation=-0.7, openness=1.0, **no_other_income)
    )


@pytest.mark.slow
def test_a_real_city_agrees() -> None:
    assert_agree(Pair("control", 9, city="london", residents=400))
