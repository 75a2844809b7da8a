"""Flips where what every assumption does is known: which are tried, where they cross, in which order they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.answers.assumptions import draw_sample
from sim.answers.factors import Factor, Kind, factors
from sim.answers.flip import MOST_TRIED, End, Flips, _ways, flip
from sim.answers.question import Question, ask
from sim.runs.size import Size
from sim.runs.spec import CitySpec
from tests.answers.ruled import Ruled
from tests.answers.small import TINY, question, spec

LAST = ("calm", 2)
UP, DOWN = {LAST: Size.HIGHER}, {LAST: Size.LOWER}
EVERY = {one.name: one for one in factors(question(), constants=False)}
FACTS = [one for one in EVERY.values() if one.kind is Kind.FACT and not one.options][:5]
NEAR, FAR = FACTS[0], FACTS[1]


def way(one: Factor, assumed: Mapping[str, Any]) -> float:
    """Return how far an assumption is from where it stands by default to the upper end, 0 to 1."""
    default = float(one.parameter.default)
    return max(0.0, (float(assumed.get(one.name, default)) - default) / (one.high - default))


def lab(*slopes: tuple[Factor, float], sign: float = 1.0, noise: float = 1e-6) -> Ruled:
    """Return a laboratory in which A is ahead by ``sign``, less ``slopes`` on the ways to their ends."""

    def rule(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
        if city.label != "one":
            return 5.0
        lost = sum(slope * way(one, assumed) for one, slope in slopes)
        return 5.0 + sign * (1.0 - lost) + noise * (-1) ** seed

    return Ruled(rule)


def flips(ruled: Ruled, words: Mapping[tuple[str, int], Size], **effort: Any) -> Flips:
    """Return the flips of the usual question."""
    much = replace(TINY, **effort)
    asked = question().under([1, 2, 3])
    return flip(asked, words, ruled, draw_sample(asked, ruled, much), much)  # type: ignore[arg-type]


def ends_of(chosen: list[Factor]) -> list[End]:
    return [End(one, one.high) for one in chosen]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_ways_are_those_that_turn_the_sign_the_nearest_by_a_straight_line_first(sign: float) -> None:
    at_ends = [-1.0, -3.0, 0.0, 0.5, -0.25]
    parts = {0: 1 / 2, 1: 1 / 4, 4: 1 / 1.25}
    reach = [one.distance(one.parameter.default, one.high) for one in FACTS]
    near = {place: part * reach[place] for place, part in parts.items()}
    found = _ways(question(), ends_of(FACTS), Kind.FACT, sign, sign, [sign * one for one in at_ends])
    assert found == sorted(near, key=near.__getitem__)
    assert _ways(question(), ends_of(FACTS), Kind.VALUE, sign, sign, [-sign] * 5) == []


@pytest.mark.parametrize("base", [0.0, -1.0])
def test_no_way_where_the_sign_is_not_what_it_was(base: float) -> None:
    assert _ways(question(), ends_of(FACTS), Kind.FACT, 1.0, base, [-2.0] * 5) == []


def test_no_more_ways_than_are_followed() -> None:
    found = _ways(question(), ends_of(FACTS), Kind.FACT, 1.0, 1.0, [-1.0] * 5)
    assert len(found) == len(set(found)) == MOST_TRIED == 3


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_one_assumption_is_told_where_it_crosses_and_where_fresh_seeds_confirm_it(sign: float) -> None:
    found = flips(lab((NEAR, 4.0), sign=sign), UP if sign > 0 else DOWN)
    (one,) = found.single[LAST]
    start, reach = float(NEAR.parameter.default), NEAR.high - float(NEAR.parameter.default)
    assert (one.name, one.kind, one.start) == (NEAR.name, Kind.FACT, NEAR.parameter.default)
    assert one.crossing == pytest.approx(start + 0.25 * reach)
    assert one.to == pytest.approx(start + (0.25 + 0.75 / 4) * reach)
    assert one.distance == pytest.approx((0.25 + 0.75 / 4) * reach / (NEAR.high - NEAR.low))
    assert one.confirmed_seeds == TINY.fresh_seeds
    assert found.as_json(*LAST) == [
        {
            "assumption": one.name,
            "kind": "fact",
            "from": one.start,
            "to": one.to,
            "crossing": one.crossing,
            "distance": one.distance,
            "confirmed_seeds": TINY.fresh_seeds,
        }
    ]


def test_as_many_of_a_kind_as_are_asked_for_the_nearest_first() -> None:
    ruled = lab((NEAR, 1.5), (FAR, 6.0))
    both = flips(ruled, UP, per_kind=2).single[LAST]
    assert {one.name for one in both} == {NEAR.name, FAR.name}
    assert both[0].distance < both[1].distance
    (nearest,) = flips(ruled, UP, per_kind=1).single[LAST]
    assert nearest == both[0]


def test_kinds_are_followed_each_on_its_own() -> None:
    value = next(
        one for one in EVERY.values() if one.kind is Kind.VALUE and float(one.parameter.default) < one.high
    )
    found = flips(lab((NEAR, 2.0), (value, 2.0)), UP).single[LAST]
    assert {one.kind for one in found} == {Kind.FACT, Kind.VALUE}
    assert [one.distance for one in found] == sorted(one.distance for one in found)


def test_a_choice_is_the_whole_of_its_range_apart() -> None:
    def rule(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
        turned = assumed.get("arrest_rounding", "none") == "floor"
        return 0.5 + (city.label == "one") * (-1.0 if turned else 1.0) + 1e-6 * (-1) ** seed

    (one,) = flips(Ruled(rule), UP).single[LAST]
    assert (one.name, one.start, one.crossing, one.to) == ("arrest_rounding", "none", "floor", "floor")
    assert one.distance == 1.0


def test_seeds_screen_then_follow_then_confirm() -> None:
    ruled = lab((NEAR, 4.0))
    found = flips(ruled, UP)
    _, screened, *rest = ruled.seen
    assert len(screened) == 1 + found.tries
    assert {one.seeds for one in screened} == {(1,)}
    asked = question().under([1, 2, 3])
    assert {one.seeds for specs in rest for one in specs} == {(1, 2), asked.fresh(TINY.fresh_seeds)}
    assert found.seeds == (1, 2)


def test_looks_are_counted_by_differences_asked_for() -> None:
    found = flips(lab((NEAR, 4.0)), UP | {("calm", 1): Size.HIGHER, ("trust", 2): Size.ABOUT_EQUAL})
    assert found.asked == {("calm", 1), LAST}
    assert found.joint_tries == TINY.points
    assert found.looks == 2 * (found.tries + TINY.points)
    assert set(found.single) == {("calm", 1), LAST}
    assert found.single["calm", 1] == ()  # the same in both cities, whatever is assumed
    assert list(found.joint) == [LAST]


def test_nothing_asked_for_is_nothing_looked_at() -> None:
    ruled = lab()
    found = flips(ruled, {LAST: Size.TOO_CLOSE})
    assert (found.single, found.joint, found.looks, found.seeds) == ({}, {}, 0, ())
    assert len(ruled.seen) == 1  # the sample alone


def test_an_end_where_things_are_already_is_no_way() -> None:
    def tries(asked: Question) -> int:
        return flip(asked, {}, lab(), draw_sample(asked, lab(), TINY), TINY).tries  # type: ignore[arg-type]

    before = tries(question())
    at_end = ask(spec(assumptions=((NEAR.name, NEAR.high),)), ("calm",), (2,))
    assert float(NEAR.parameter.default) not in (NEAR.low, NEAR.high)
    assert tries(at_end) == before - 1
    assert tries(question(locked=((NEAR.name, NEAR.high),))) == before - 2


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_all_together_turn_it_at_the_sampled_point_that_shrinks_most(sign: float) -> None:
    ruled = lab((NEAR, 4.0), sign=sign)
    asked = question().under([1, 2, 3])
    sample = draw_sample(asked, ruled, replace(TINY, points=8))  # type: ignore[arg-type]
    found = flip(asked, UP if sign > 0 else DOWN, ruled, sample, replace(TINY, points=8))  # type: ignore[arg-type]
    joint = found.joint[LAST]
    assert joint is not None
    ways = [way(NEAR, reading) for reading in sample.readings]
    best = int(np.argmax(ways))
    crossing = 1.0 / (4.0 * ways[best])
    assert joint.part == pytest.approx(crossing + (1.0 - crossing) / 4)
    point = sample.readings[best]
    toward = {
        one.name: one.between(one.parameter.default, point[one.name], joint.part) for one in sample.factors
    }
    assert joint.reading == pytest.approx(toward)
    assert joint.moved == sum(toward[one.name] != one.parameter.default for one in sample.factors)
    apart = [one.distance(one.parameter.default, toward[one.name]) for one in sample.factors]
    assert joint.distance == pytest.approx(np.mean(apart))
    assert joint.as_json() == {
        "moved": joint.moved,
        "part": joint.part,
        "distance": joint.distance,
        "confirmed_seeds": TINY.fresh_seeds,
    }


def test_no_sampled_point_turns_it() -> None:
    assert flips(lab(), UP).joint == {LAST: None}
