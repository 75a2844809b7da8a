"""Every mechanism can be switched off from the branch point on; what is left of it is what it declares."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from sim.engine.mechanism import Mechanism
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.schedule import ORDER
from sim.model.time_series import EventRecord
from sim.parameters import DECLARATIONS
from sim.runs.comparison import Twin
from sim.scenario.event import Event
from tests.contracts.situations import ANGRY, CONTEXT
from tests.contracts.test_bounds import lived

YEAR = {**CONTEXT, "weeks": 52}
LIVELY: dict[str, Any] = {"scenario": "control", "evolving": True, "incident_rate": 5.0, **ANGRY}
NAMES = [mechanism.name for mechanism in ORDER]


def without(name: str, **changes: Any) -> CityModel:
    return CityModel(**{**YEAR, **LIVELY, "off": [name], **changes})


def left_by(mechanism: Mechanism, city: CityModel) -> dict[str, np.ndarray[Any, Any]]:
    """Return copies of the columns that ``mechanism`` declares and no other one writes."""
    others = {name for one in ORDER if one is not mechanism for name in one.writes}
    return {
        name: city.columns[name].copy() for name in DECLARATIONS[mechanism.name].columns if name not in others
    }


@pytest.mark.parametrize("mechanism", ORDER, ids=NAMES)
def test_what_is_off_stays_as_declared_while_the_city_lives_a_year(mechanism: Mechanism) -> None:
    city = without(mechanism.name)
    declared = DECLARATIONS[mechanism.name].off
    assert declared is not None
    at_once = left_by(mechanism, city)
    for name, value in declared.values.items():
        assert (city.columns[name] == value).all(), name
    assert lived(city) == []
    assert city.week == 52
    for name, before in at_once.items():
        np.testing.assert_array_equal(city.columns[name], before, err_msg=name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_off_before_the_fork_and_other_things_go_on_after_it(name: str) -> None:
    whole = CityModel(**{**YEAR, **LIVELY})
    city = without(name)
    past = city.series.filled
    np.testing.assert_array_equal(city.series.values[:past], whole.series.values[:past])
    assert set(city.columns) == set(whole.columns)
    city.run(4)
    whole.run(4)
    assert not np.array_equal(city.series.since_branch()[:4], whole.series.since_branch()[:4], equal_nan=True)


def test_outcomes_of_what_is_consistent_with_nobody_in_the_street() -> None:
    city = without("mobilisation").run()
    for name in ("active", "detained", "mood_coupling"):
        assert not city.outcome(name)[8:].any(), name
    assert not city.columns["active_ties"].any()
    assert not city.columns["detained_ties"].any()


def test_without_consent_nothing_is_shared() -> None:
    city = without("consent").run()
    assert not city.columns["shares"].any()
    assert city.columns["share_rate"][0] == 0.0


def test_without_adoption_nobody_is_given_the_default_of_those_who_join() -> None:
    calm = {"consent": "opt_out", "attention": 0.0, "evolving": False}
    city = without("adoption", off=["adoption", "harm"], **calm)  # who is harmed stops sharing
    before = city.columns["shares"].copy()
    np.testing.assert_array_equal(city.run().columns["shares"], before)


def test_without_politics_no_lever_moves() -> None:
    city = without("politics")
    before = city.levers
    assert city.run().levers == before


def test_an_event_of_what_is_off_has_no_effect_and_says_why() -> None:
    events = (Event("spark", 1), Event("breach", 2))
    city = without("mobilisation", events=events, incident_rate=0.0, evolving=False).run(4)
    assert city.event_records == [
        EventRecord(1, "spark", {"injected": True, "off": "mobilisation"}),
        EventRecord(2, "breach", {"injected": True}),
    ]
    assert city.columns["spark"][0] == 0.0


def test_all_may_be_off_at_once() -> None:
    city = CityModel(**{**YEAR, **LIVELY, "off": NAMES})
    outcomes = city.run(2).series.since_branch()
    np.testing.assert_array_equal(outcomes[0], outcomes[1])


def test_one_city_or_all_cities_of_a_comparison() -> None:
    from sim.scenario.scenario import load_scenario

    control = load_scenario("control")
    twin = Twin([control, control.without(["trust"])], **YEAR).run(6)
    assert [city.off for city in twin.cities] == [(), ("trust",)]
    assert twin.branch_point.off == ()
    assert twin.differences()["trust"].iloc[-1] != 0.0
    both = Twin(["control", "emancipatory"], off="trust", **YEAR).run(6)
    assert [city.off for city in both.cities] == [("trust",), ("trust",)]
    assert (both.differences()["trust"] == 0.0).all()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"off": ["mobilization"]}, "off = 'mobilization' is not known; did you mean 'mobilisation'?"),
        ({"off": "start"}, "off = 'start' is not known"),
        ({"off": 3}, "off = 3 must be a list of mechanisms"),
        ({"off": [3]}, "off = 3 is not known"),
        ({"off": ["trust"], "burn_in": 0}, "off = trust: burn_in = 0 is out of range (allowed: 1 to 2000)"),
    ],
)
def test_what_cannot_be_switched_off_is_refused_in_one_line(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)) as refused:
        CityModel("control", **{**YEAR, **settings})
    assert "\n" not in str(refused.value)


def test_a_past_in_which_something_is_off_is_refused() -> None:
    past = CityModel("status-quo", off="trust", **YEAR)
    with pytest.raises(InputError, match="another city's"):
        CityModel("control", branch_point=past, **YEAR)
