"""What flows where: read out of declarations and code, never by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sim.model.flow import chain, flows, levers_of, made_of, path
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import MEASUREMENT
from sim.parameters import LEVERS


def test_every_flow_between_mechanisms_is_of_columns_that_one_writes_and_the_other_sees() -> None:
    by_name = {one.name: one for one in ORDER}
    inner = [one for one in flows() if one.source[0] == one.target[0] == "mechanism"]
    assert len(inner) > 50
    for one in inner:
        source, target = by_name[one.source[1]], by_name[one.target[1]]
        assert set(one.columns) <= set(source.writes)
        assert set(one.columns) <= set(target.access())
        assert one.next_week == (ORDER.index(target) < ORDER.index(source))


def test_every_lever_goes_somewhere_and_every_outcome_comes_from_somewhere() -> None:
    assert {one.source[1] for one in flows() if one.source[0] == "lever"} == set(LEVERS)
    assert {one.target[1] for one in flows() if one.target[0] == "outcome"} == set(OUTCOMES)


def test_an_outcome_is_made_of_what_its_formula_holds() -> None:
    assert made_of()["running_cost"] == ({"overheads", "fee", "income"}, ())
    assert made_of()["wellbeing_low"] == ({"wellbeing"}, ())  # through an argument of the kernel
    assert made_of()["concentration"][1] == (
        *("own_residents", "own_commons", "own_municipality", "own_platform", "own_state"),
    )
    assert {"speaks", "shares", "satisfaction"} <= made_of()["illusion"][0]  # through sums over residents
    seen = set(MEASUREMENT.reads)
    assert [name for name, (columns, _) in made_of().items() if not columns <= seen] == []


def test_a_shortest_way_is_whole() -> None:
    way = path("surveillance", "expression")
    told = chain(way)
    assert told[0].source == ("lever", "surveillance")
    assert told[-1].target == ("outcome", "expression")
    assert all(one.target == other.source for one, other in pairwise(told))
    assert set(told) <= set(way)


def test_no_way_and_no_name() -> None:
    assert path("places", "concentration") == ()
    with pytest.raises(KeyError):
        path("nothing", "trust")


def test_levers_are_the_parameters_that_are_levers() -> None:
    adoption = next(one for one in ORDER if one.name == "adoption")
    assert "digital_only" in levers_of(adoption)
    assert "imitation_q" not in levers_of(adoption)
