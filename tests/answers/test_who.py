"""Who is better off: counted by hand, and held against the outcomes themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.answers.pair import Pair
from sim.answers.run_result import Detail, thirds
from sim.answers.who import ALL, Group, Who, _states, who
from sim.outcomes import OUTCOMES
from tests.answers.small import pair

NAMES = ("north", "south")
RESIDENTS = 6


def by_hand(first: list[float], second: list[float]) -> Pair:
    """Return the pair with six residents whose well-being at both years is given, the same in every seed."""

    def detail(wellbeing: list[float]) -> Detail:
        still = np.zeros((2, RESIDENTS), np.float32)
        residents = dict.fromkeys(("trust", "harm_weeks", "detention"), still)
        residents["tie_count"] = np.full((2, RESIDENTS), 6.0, np.float32)
        residents["wellbeing"] = np.array([wellbeing, wellbeing], np.float32)
        return replace_detail(residents)

    def replace_detail(residents: dict[str, np.ndarray]) -> Detail:
        return (
            pair()
            .details[0][0]
            ._replace(
                residents=residents,
                homes=np.array([0, 0, 0, 0, 0, 1]),
                groups={"hardship": np.array([0, 0, 1, 1, 2, 2]), "opinion": np.array([0, 1, 2, 0, 1, 2])},
            )
        )

    details = ((detail(first), detail(second)),) * 3
    return replace(pair(), details=details)


@pytest.fixture(scope="module")
def counted() -> Who:
    # material is .01: higher, lower, equal, equal, lower, higher
    return who(by_hand([0.6, 0.4, 0.5, 0.5, 0.2, 0.9], [0.5, 0.5, 0.505, 0.5, 0.3, 0.8]), NAMES)


def test_counted_by_hand(counted: Who) -> None:
    found = counted.at["wellbeing", 2]
    assert found is not None
    shares = {group: (parts.first, parts.second, parts.equal) for group, parts in found.items()}
    assert shares[ALL] == pytest.approx((2 / 6, 2 / 6, 2 / 6))
    assert shares[Group("hardship", "0")] == pytest.approx((0.5, 0.5, 0.0))
    assert shares[Group("hardship", "1")] == pytest.approx((0.0, 0.0, 1.0))
    assert shares[Group("district", "south")] == pytest.approx((1.0, 0.0, 0.0))
    assert found[Group("district", "north")].residents == 5


def test_a_group_of_nobody_is_undefined_and_no_loser(counted: Who) -> None:
    found = counted.at["wellbeing", 2]
    assert found is not None
    held = found[Group("held", "held in one")]
    assert held.residents == 0
    assert np.isnan([held.first, held.second, held.equal]).all()
    assert counted.as_json("wellbeing", 2)["groups"]["held in one"]["A"] is None  # type: ignore[index]


def test_losers_are_named_for_the_city_in_which_they_are_worse_off(counted: Who) -> None:
    worse = counted.worse("wellbeing", 2)
    assert worse is not None
    assert Group("district", "south") in worse["other"]
    assert Group("opinion", "1") in worse["one"]
    assert Group("hardship", "0") not in (*worse["one"], *worse["other"])


def test_an_outcome_without_a_direction_makes_nobody_worse_off() -> None:
    found = who(pair(), ("a", "b", "c", "d"))
    assert OUTCOMES["trust"].direction is None
    assert found.at["trust", 2] is not None
    assert found.worse("trust", 2) is None


def test_an_outcome_that_is_no_mean_of_residents_has_no_answer() -> None:
    assert who(pair(), ("a", "b", "c", "d")).as_json("calm", 2) is None


@pytest.mark.parametrize("name", ["wellbeing", "trust"])
def test_residents_are_those_that_the_outcome_averages(name: str) -> None:
    """The mean over residents, of the four weeks that end the year, is the outcome of that year."""
    found = pair()
    for seed, both in enumerate(found.details):
        for city, detail in enumerate(both):
            mean = detail.residents[OUTCOMES[name].resident][1].mean()
            assert mean == pytest.approx(found.values[seed, city, 1, found.place(name)], abs=1e-6)


def test_the_same_residents_stand_in_the_same_groups_of_both_cities() -> None:
    for one, other in pair().details:
        np.testing.assert_array_equal(one.homes, other.homes)
        np.testing.assert_array_equal(one.groups["opinion"], other.groups["opinion"])
        np.testing.assert_array_equal(one.groups["hardship"], other.groups["hardship"])


def test_thirds_are_thirds() -> None:
    assert thirds(np.array([0.9, -0.2, 0.1, 0.5, -0.9, 0.0])).tolist() == [2, 0, 1, 2, 0, 1]
    assert thirds(np.array([0.0, 0.0, 0.0])).tolist() == [0, 1, 2]


def test_every_resident_column_is_one() -> None:
    from sim.parameters import COLUMNS

    named = {one.id: one.resident for one in OUTCOMES.values() if one.resident}
    assert named
    assert {name for name, column in named.items() if COLUMNS[column].entity != "resident"} == set()


def test_those_with_few_ties_or_none_are_isolated() -> None:
    still = pair().details[0][0]
    ties = np.array([[9, 9, 9, 9, 9, 9], [0, 1, 2, 3, 4, 0]], np.float32)
    nothing = np.zeros_like(ties)
    detail = still._replace(residents={"harm_weeks": nothing, "detention": nothing, "tie_count": ties})
    assert _states(detail, 2)["isolated"].tolist() == [True, True, True, False, False, True]
    assert not _states(detail, 1)["isolated"].any()


def test_documents_list_districts_and_states_apart(counted: Who) -> None:
    told = counted.as_json("wellbeing", 2)
    assert told is not None
    assert list(told["districts"]) == list(NAMES)
    assert set(told["groups"]) == {
        f"{state} in {city}" for state in ("harmed", "held", "isolated") for city in ("one", "other")
    }
