"""What a moderator can let happen, and for how long it lasts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine.draws import EVENT_CASCADE, uniforms
from sim.engine.mechanism import key_of
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.time_series import EventRecord
from sim.parameters import CONSTANTS
from sim.runs.comparison import Comparison
from sim.scenario.event import Event

CALM: dict[str, Any] = {"residents": 200, "city": "synthetic:16", "burn_in": 4, "weeks": 20, "rng": 5}
CALM |= {"incident_rate": 0.0}  # nothing happens by itself


def lived(*events: Event, **changes: Any) -> CityModel:
    return CityModel("control", events=events, **CALM | changes)


def test_a_breach_is_remembered_and_fades() -> None:
    city = lived(Event("breach", 3))
    city.run(3)
    shared = city.columns["share_rate"][0]
    assert city.columns["breach_memory"][0] == 0.0
    city.run(1)
    fading = 0.5 ** (1 / 17)
    holders = ("own_residents", "own_commons", "own_municipality", "own_platform", "own_state")
    u = uniforms(key_of(5), 0, 3, EVENT_CASCADE)[2]
    stores = np.array([float(city.levers[name]) for name in holders])
    hit = np.searchsorted(np.cumsum(stores), u, side="right")  # one holder, its store whole: .15, .45 or .4
    assert hit >= 2
    memory = 4 * 0.05 * shared * stores[hit] * (1 - 0.5 * city.levers["oversight"]) * fading
    assert memory > 0.0
    assert city.columns["breach_memory"][0] == pytest.approx(memory)
    city.run(1)
    assert city.columns["breach_memory"][0] == pytest.approx(memory * fading)
    assert city.columns["incidents"][0] == pytest.approx((51 / 52) ** 2)
    assert city.event_records == [EventRecord(3, "breach", {"injected": True})]


def test_a_leak_harms_in_its_week_and_once() -> None:
    settings = {"breach_harm": 1.0, "start_adopted": 0.9}
    city, plain = lived(Event("breach", 3), **settings).run(3), lived(**settings).run(3)
    np.testing.assert_array_equal(city.columns["harm_weeks"], plain.columns["harm_weeks"])
    city.run(1)
    plain.run(1)
    more = (city.columns["harm_weeks"] > 0) & (plain.columns["harm_weeks"] == 0)
    assert more.sum() > 5
    assert set(city.columns["harm_weeks"][more]) == {26 + 21}  # oversight .2: 26(1 − .2) = 20.8
    assert city.columns["leak_chance"][0] == 0.0
    assert not ((city.columns["harm_weeks"] == 0) & (plain.columns["harm_weeks"] > 0)).any()
    city.run(1)
    assert set(city.columns["harm_weeks"][more]) == {26 + 20}


def test_an_outage_cuts_off_districts_for_its_weeks() -> None:
    city = lived(Event("outage", 3), coupling=0.9)
    plain = lived(coupling=0.9)
    city.run(4)
    plain.run(4)
    hit = city.columns["outage_weeks"] > 0
    assert hit.sum() == city.event_records[0].details["districts"] > 0
    assert set(city.columns["outage_weeks"][hit]) == {7.0}  # eight, of which this week is the first
    there = hit[city.columns["district"]]
    served, usual = city.columns["satisfaction"], plain.columns["satisfaction"]
    assert (served[there] < usual[there]).all()
    np.testing.assert_array_equal(served[~there], usual[~there])
    city.run(7)
    assert not city.columns["outage_weeks"].any()


def test_a_spark_brings_half_willing_people_for_a_week() -> None:
    city, plain = lived(Event("spark", 2), start_trust=0.2), lived(start_trust=0.2)
    city.run(3)
    plain.run(3)
    joined = (city.columns["acting"] > plain.columns["acting"]).sum()
    assert joined > 0
    assert not (city.columns["acting"] < plain.columns["acting"]).any()
    assert city.columns["spark"][0] == 0.0


def test_a_budget_cut_lasts_its_weeks() -> None:
    city = lived(Event("budget_cut", 5, depth=0.2, weeks=4))
    plain = lived()
    for week in range(12):
        city.step()
        plain.step()
        factor = 0.8 if 5 <= week < 9 else 1.0
        assert city.columns["budget_factor"][0] == factor
        if week <= 5:  # of all income; later weeks differ in what data bring and what comes back
            assert city.columns["income"][0] == pytest.approx(factor * plain.columns["income"][0])


def test_budget_cuts_multiply() -> None:
    city = lived(Event("budget_cut", 0, depth=0.5, weeks=2), Event("budget_cut", 1, depth=0.5, weeks=2))
    factors = []
    for _ in range(4):
        city.step()
        factors.append(city.columns["budget_factor"][0])
    assert factors == [0.5, 0.25, 0.5, 1.0]


def test_a_bare_budget_cut_takes_the_declared_depth_and_length() -> None:
    event = Event("budget_cut", 0)
    assert (event.depth, event.weeks) == (CONSTANTS["cut_depth"].default, CONSTANTS["cut_weeks"].default)


def test_a_city_without_income_has_no_running_cost() -> None:
    bare = {"rent": 0.0, "returned": 0.0}  # nothing from data, nothing comes back
    city = lived(Event("budget_cut", 0, depth=1.0, weeks=1), **bare).run(1)
    assert np.isnan(city.outcome("running_cost")[-1])
    assert city.columns["deficit"][0] > 0.1


def test_new_technology_arrives_at_once() -> None:
    city, plain = lived(Event("new_technology", 2)), lived()
    city.run(2)
    plain.run(2)
    assert city.columns["innovation"][0] == plain.columns["innovation"][0]
    city.run(1)
    plain.run(1)
    assert city.columns["innovation"][0] - plain.columns["innovation"][0] == pytest.approx(10, abs=1.1)


def test_a_reform_changes_a_lever_from_its_week_on() -> None:
    city = lived(Event("reform", 2, lever="surveillance", value=0.0))
    city.run(2)
    assert city.levers["surveillance"] == 0.8
    city.run(1)
    assert city.levers["surveillance"] == 0.0
    assert city.event_records[-1].details == {"injected": True, "lever": "surveillance", "value": 0.0}


def test_a_reform_to_mandatory_consent_makes_every_adopter_share() -> None:
    event = Event("reform", 3, lever="consent", value="mandatory")
    city = CityModel("emancipatory", events=[event], start_adopted=0.6, **CALM).run(3)
    assert (city.columns["shares"] < city.columns["adopted"]).any()
    city.run(1)
    assert (city.columns["shares"] == city.columns["adopted"]).all()
    willing = city.columns["willing"][city.columns["adopted"] == 1]
    assert 0.0 < willing.min() <= willing.max() < 1.0


@pytest.mark.parametrize(
    ("address", "hit"), [("A", [1, 0]), ("B", [0, 1]), ("control", [0, 1]), ("all", [1, 1])]
)
def test_events_reach_the_city_they_are_addressed_to(address: str, hit: list[int]) -> None:
    events = [Event("new_technology", 1, city=address)]
    twin = Comparison(["emancipatory", "control"], events=events, **CALM).run(3)
    assert [len(city.event_records) for city in twin.cities] == hit


def test_a_letter_tells_two_cities_of_one_name_apart() -> None:
    twin = Comparison(["control", "control"], events=[Event("new_technology", 1, city="B")], **CALM).run(3)
    assert [len(city.event_records) for city in twin.cities] == [0, 1]


def test_events_given_by_a_generator_reach_every_city() -> None:
    twin = Comparison(
        ["emancipatory", "control"], events=(Event(k, 1) for k in ("breach", "outage")), **CALM
    ).run(3)
    assert [len(city.event_records) for city in twin.cities] == [2, 2]


def test_an_event_that_no_mechanism_lets_happen_is_refused() -> None:
    with pytest.raises(InputError, match="kind = 'sparks' is not known; did you mean 'spark'"):
        lived(Event("sparks", 0)).run(1)


def test_an_event_can_be_added_while_living_but_not_in_the_past() -> None:
    city = lived().run(4)
    city.happen(Event("new_technology", 4))
    assert len(city.run(1).event_records) == 1
    with pytest.raises(InputError, match="week 4 is past"):
        city.happen(Event("spark", 4))
