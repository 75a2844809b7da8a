"""Scenarios between two others: the outcome and groups of levers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.parameters import LEVERS
from sim.scenario.event import Event
from sim.scenario.scenario import (
    MIXABLE,
    Scenario,
    interpolate,
    load_scenario,
    mix,
)
from tests.scenario.given import SHIPPED, refusal

pairs = st.tuples(st.sampled_from(SHIPPED), st.sampled_from(SHIPPED))


@given(pairs)
def test_the_ends_of_the_blend_are_the_scenarios(pair: tuple[str, str]):
    a, b = map(load_scenario, pair)
    assert interpolate(a, b, 0) == a
    assert interpolate(a, b, 1.0) == b


@given(pairs, st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_the_blend_lies_between_its_ends(pair: tuple[str, str], position: float):
    a, b = map(load_scenario, pair)
    levers = interpolate(a, b, position).levers
    for name, lever in LEVERS.items():
        first, second = a.levers[name], b.levers[name]
        if first == second:
            assert levers[name] == first
        elif lever.kind != "number":
            assert levers[name] == (first if position < 0.5 else second)
        elif name == "epsilon":
            ends = sorted(10.0 if end == "none" else end for end in (first, second))
            assert ends[0] <= levers[name] <= ends[1]
        else:
            assert levers[name] == pytest.approx(first + (second - first) * position, abs=1e-12)


@given(pairs, st.floats(0.01, 0.99))
def test_the_blend_reads_the_same_from_the_other_end(pair: tuple[str, str], position: float):
    a, b = map(load_scenario, pair)
    there, back = interpolate(a, b, position).levers, interpolate(b, a, 1 - position).levers
    for name, lever in LEVERS.items():
        if lever.kind == "number" and there[name] != lever.unlimited:
            assert there[name] == pytest.approx(back[name], abs=1e-9)


def test_epsilon_moves_in_its_logarithm_and_none_is_ten_inside():
    none, strong, light = (Scenario(str(e), {"epsilon": e}) for e in ("none", 0.1, 10.0))
    assert interpolate(none, strong, 0.5).levers["epsilon"] == pytest.approx(1.0)
    assert interpolate(strong, none, 0.25).levers["epsilon"] == pytest.approx(10**-0.5)
    assert interpolate(none, strong, 1e-12).levers["epsilon"] == pytest.approx(10.0)
    assert interpolate(none, light, 0.3).levers["epsilon"] == 10.0
    assert interpolate(none, none, 0.3).levers["epsilon"] == "none"


def test_choices_and_events_switch_at_one_half():
    a = Scenario("a", {"consent": "opt_in", "evolving": False}, (Event("spark", 1),))
    b = Scenario("b", {"consent": "mandatory", "evolving": True}, (Event("breach", 2),))
    below, at = interpolate(a, b, 0.4999), interpolate(a, b, 0.5)
    assert (below.levers["consent"], below.levers["evolving"], below.events) == ("opt_in", False, a.events)
    assert (at.levers["consent"], at.levers["evolving"], at.events) == ("mandatory", True, b.events)


def test_shares_on_another_scale_are_blended_as_shares():
    fractions = Scenario("fractions", {"aim_wellbeing": 1.0, "aim_cost": 0.0, "aim_order": 0.0})
    percent = Scenario("percent", {"aim_wellbeing": 0.0, "aim_cost": 100.0, "aim_order": 0.0})
    levers = interpolate(fractions, percent, 0.5).levers
    assert (levers["aim_wellbeing"], levers["aim_cost"], levers["aim_order"]) == (0.5, 0.5, 0.0)


@pytest.mark.parametrize("position", [-0.1, 1.1, math.nan, math.inf, True, "0.5", None])
def test_positions_off_the_blend_are_refused(position: object):
    a, b = load_scenario("emancipatory"), load_scenario("control")
    message = refusal(interpolate, a, b, position)
    assert "position = " in message
    assert "0 to 1" in message


@given(pairs, st.sets(st.sampled_from(MIXABLE)))
def test_groups_come_from_the_donor_and_the_rest_stays(pair: tuple[str, str], groups: set[str]):
    base, donor = map(load_scenario, pair)
    mixed = mix(base, donor, groups)
    for name, lever in LEVERS.items():
        assert mixed.levers[name] == (donor if lever.group in groups else base).levers[name]


def test_mixing_nothing_is_the_base_and_all_groups_leave_only_the_drift():
    base, donor = load_scenario("control"), load_scenario("emancipatory").change({"evolving": True})
    assert mix(base, donor, []) == base
    assert mix(base, donor, MIXABLE).levers == {**donor.levers, "evolving": False}


@pytest.mark.parametrize(
    ("groups", "part"),
    [(["streets"], "did you mean 'street'?"), (["politics"], "unknown lever group 'politics'")],
)
def test_unknown_groups_are_refused(groups: list[str], part: str):
    base, donor = load_scenario("control"), load_scenario("emancipatory")
    assert part in refusal(mix, base, donor, groups)
