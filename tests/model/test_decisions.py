"""The terms of a decision are those of the compiled rules: they foretell what every resident does, week by week."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.engine.mechanism import key_of
from sim.model.city_model import CityModel
from sim.model.decisions import Moment, acting, sharing, snapshot, speaking

SEED, RESIDENTS, WEEKS = 3, 120, 12
RESTLESS = {"threshold": 0.02, "conversion": 0.5, "attention": 0.5, "inertia": 0.5, "start_trust": 0.3}


@pytest.fixture(scope="module")
def moments() -> list[Moment]:
    """Every resident of two restless cities in every week."""
    return [moment for scenario in ("status-quo", "control") for moment in weeks_of(scenario)]


def weeks_of(scenario: str) -> Iterator[Moment]:
    city = CityModel(scenario, RESIDENTS, "synthetic", 8, WEEKS, seed=SEED, **RESTLESS)
    before, values = [snapshot(city.columns, i) for i in range(RESIDENTS)], city.values
    for week in range(WEEKS):
        city.step()
        after = [snapshot(city.columns, i) for i in range(RESIDENTS)]
        for i in range(RESIDENTS):
            yield Moment(i, week, before[i], after[i], values, key_of(SEED))
        before, values = after, city.values


def test_who_goes_into_the_street(moments: list[Moment]) -> None:
    terms = [(moment, acting(moment)) for moment in moments]
    assert [one.acts for _, one in terms] == [moment.after["acting"] > 0 for moment, _ in terms]
    assert {one.acts for _, one in terms} == {one.free for _, one in terms} == {True, False}


def test_who_says_what_they_think(moments: list[Moment]) -> None:
    terms = [speaking(moment) for moment in moments]
    assert [one.speaks for one in terms] == [moment.after["speaks"] > 0 for moment in moments]
    assert {one.speaks for one in terms} == {True, False}


def test_whose_data_are_shared(moments: list[Moment]) -> None:
    """Users who reconsider and do not keep the default share by their chance, unless they must or are harmed."""
    users = [(moment, sharing(moment)) for moment in moments if moment.after["adopted"] > 0]
    asked = [(m, one) for m, one in users if one.reconsiders and not one.keeps_default and not one.forced]
    assert len(asked) > 10
    assert [m.after["shares"] > 0 for m, one in asked] == [
        one.draw < one.chance and not one.suffers for _, one in asked
    ]
    assert {m.after["shares"] for m, one in users if one.forced} == {1.0}
