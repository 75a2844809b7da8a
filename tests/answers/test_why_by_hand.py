"""Why two cities differ, where what each lever does is given: shares, and every lever from either end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.answers.corners import differing, units_of
from sim.answers.numbers import Band
from sim.answers.why import Why, relation, why
from sim.parameters import Value
from sim.runs.spec import CitySpec
from tests.answers.ruled import Ruled
from tests.answers.small import TINY, question

ASKED = question().under([1, 2, 3])
FIRST, SECOND = (dict(city.levers) for city in ASKED.pair)
AT = ("calm", 2)


def calm(levers: Mapping[str, Value]) -> float:
    """Return a number that every lever moves, each otherwise, and two of different parts together."""
    numbers = {name: 0.0 if isinstance(value, str) else float(value) for name, value in levers.items()}
    own = sum((place + 1) * value for place, value in enumerate(numbers.values()))
    return 0.01 * own + 3.0 * numbers["surveillance"] * numbers["automation"]


def by_levers(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
    return calm(dict(city.levers)) * (1.0 + 0.001 * seed)


@pytest.fixture(scope="module")
def told() -> Why:
    return why(ASKED, Ruled(by_levers), TINY)  # type: ignore[arg-type]


def with_some(
    levers: Mapping[str, Value], other: Mapping[str, Value], names: tuple[str, ...]
) -> dict[str, Value]:
    return {name: other[name] if name in names else value for name, value in levers.items()}


def test_every_lever_is_moved_alone_from_either_end(told: Why) -> None:
    times = 1.0 + 0.001 * 1.5  # the mean of the first two seeds
    for part in differing(ASKED):
        levers = told.at[AT].shares[part].levers
        units = units_of(ASKED, part)
        assert list(levers) == list(units)
        for unit, names in units.items():
            from_second, from_first = levers[unit]
            up = calm(with_some(SECOND, FIRST, names)) - calm(SECOND)
            down = calm(FIRST) - calm(with_some(FIRST, SECOND, names))
            assert from_second.mean == pytest.approx(times * up)
            assert from_first.mean == pytest.approx(times * down)
    assert (told.seeds, told.lever_seeds) == ((1, 2, 3), (1, 2))


def test_shares_are_parts_in_a_hundred_of_the_difference(told: Why) -> None:
    shares = told.at[AT].shares
    whole = 1.002 * (calm(FIRST) - calm(SECOND))
    assert sum(share.share.mean for share in shares.values()) == pytest.approx(whole)
    for share in shares.values():
        assert share.percent == pytest.approx(100.0 * share.share.mean / whole)
        assert share.share.mean == pytest.approx(
            (share.first + share.last) / 2
        )  # two parts at most go together


def test_the_two_parts_that_go_together_are_the_only_ones(told: Why) -> None:
    parts = differing(ASKED)
    found = {one.parts: one for one in told.at[AT].interactions}
    assert list(found) == [(parts[i], parts[j]) for i in range(4) for j in range(i + 1, 4)]
    change = [FIRST[name] - SECOND[name] for name in ("surveillance", "automation")]  # type: ignore[operator]
    for both, one in found.items():
        together = 1.002 * 3.0 * float(np.prod(change)) if set(both) == {"optimisation", "street"} else 0.0
        assert one.size.mean == pytest.approx(together, abs=1e-9)


def test_nothing_is_told_of_a_year_in_which_cities_are_alike(told: Why) -> None:
    found = told.at["calm", 1]
    assert {share.share.mean for share in found.shares.values()} == {0.0}
    assert {share.percent for share in found.shares.values()} == {None}
    assert {one.relation for one in found.interactions} == {""}


def test_corners_run_from_the_second_city_to_the_first(told: Why) -> None:
    corners = told.at[AT].corners
    assert len(corners) == 16
    assert corners[""] == pytest.approx(1.002 * calm(SECOND))
    assert corners["+".join(differing(ASKED))] == pytest.approx(1.002 * calm(FIRST))


def test_documents_tell_shares_levers_and_relations(told: Why) -> None:
    document = told.as_json(*AT)
    street = told.at[AT].shares["street"]
    assert list(document) == [*told.at[AT].shares, "interactions"]
    assert document["street"]["share"] == street.share.mean
    assert (document["street"]["low"], document["street"]["high"]) == (street.share.low, street.share.high)
    assert document["street"]["percent"] == street.percent
    assert (document["street"]["first_in"], document["street"]["last_in"]) == (street.first, street.last)
    up, down = street.levers["surveillance"]
    assert document["street"]["levers"]["surveillance"] == {
        "from_second": {"effect": up.mean, "low": up.low, "high": up.high},
        "from_first": {"effect": down.mean, "low": down.low, "high": down.high},
    }
    assert document["interactions"][0]["parts"] == list(told.at[AT].interactions[0].parts)
    assert {one["relation"] for one in document["interactions"]} <= {
        None,
        "need each other",
        "replace each other",
    }
    assert told.as_json("calm", 1)["street"]["percent"] is None


def test_without_seeds_for_them_levers_are_not_moved() -> None:
    ruled = Ruled(by_levers)
    found = why(ASKED, ruled, replace(TINY, lever_seeds=0))  # type: ignore[arg-type]
    assert len(ruled.seen) == 1
    assert {len(share.levers) for share in found.at[AT].shares.values()} == {0}
    assert found.lever_seeds == ()


@pytest.mark.parametrize("both", [0.0, -0.0])
def test_parts_whose_shares_cancel_have_no_relation(both: float) -> None:
    assert relation(Band(0.5, 0.4, 0.6), both, 0.01) == ""
