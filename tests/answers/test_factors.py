"""What can be assumed otherwise: ranges, options, whole numbers, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.answers.factors import Factor, Kind, _factor, factors, misused_alike, sobol
from sim.parameters import ASSUMPTIONS, CONSTANTS, PARAMETERS
from sim.parameters.parameter import Parameter
from tests.answers.small import question

NUMBER = replace(ASSUMPTIONS["chilling"], default=1.0, explored=(0.0, 4.0))
JUDGED = replace(CONSTANTS["start_trust"], default=0.4, explored=(0.0, 1.0))


@pytest.mark.parametrize(
    ("place", "option"),
    [(0.0, "a"), (0.33, "a"), (0.34, "b"), (0.66, "b"), (0.67, "c"), (0.999, "c"), (1.0, "c")],
)
def test_options_have_equal_parts_of_the_range(place: float, option: str) -> None:
    assert Factor(NUMBER, Kind.FACT, options=("a", "b", "c")).at(place) == option


@pytest.mark.parametrize(("place", "value"), [(0.0, -2.0), (0.25, 0.0), (1.0, 6.0), (1.5, 6.0), (-0.5, -2.0)])
def test_a_place_is_a_part_of_the_range_and_never_beyond(place: float, value: float) -> None:
    assert Factor(NUMBER, Kind.FACT, -2.0, 6.0).at(place) == value


def test_whole_numbers_stay_whole() -> None:
    whole = Factor(replace(NUMBER, whole=True), Kind.FACT, 0.0, 10.0)
    assert (whole.at(0.26), whole.at(0.74)) == (3.0, 7.0)
    assert whole.between(0.0, 10.0, 0.36) == 4.0
    assert whole.ends == (0.0, 10.0)


def test_between_starts_where_things_are() -> None:
    one = Factor(NUMBER, Kind.FACT, 0.0, 4.0)
    assert [one.between(3.0, 1.0, part) for part in (0.0, 0.25, 1.0)] == [3.0, 2.5, 1.0]
    assert one.distance(1.0, 3.0) == one.distance(3.0, 1.0) == 0.5
    choice = Factor(NUMBER, Kind.FACT, options=("a", "b"))
    assert choice.distance("a", "a") == 0.0
    assert choice.ends == ("a", "b")


@pytest.mark.parametrize(
    ("one", "ends"),
    [
        (NUMBER, (0.0, 4.0)),
        (replace(NUMBER, explored=(0.4, 3.6), whole=True), (0.0, 4.0)),
        (JUDGED, (0.3, 0.5)),
        (replace(JUDGED, default=-0.4, explored=(-1.0, 1.0)), (-0.5, -0.3)),
        (replace(JUDGED, explored=(0.35, 0.45)), (0.35, 0.45)),
    ],
)
def test_ranges(one: Parameter, ends: tuple[float, float]) -> None:
    found = _factor(one)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(ends)
    assert found.options == ()
    assert found.name == one.name


@pytest.mark.parametrize(
    "one",
    [
        replace(NUMBER, explored=(2.0, 2.0)),
        replace(JUDGED, default=0.0),
        replace(NUMBER, default="none", unlimited="none"),
        replace(NUMBER, default=True, possible=("no", "yes"), explored=("no", "yes")),
        replace(NUMBER, default="word", possible=(), explored=()),
    ],
    ids=["a point", "a quarter of nothing", "no limit", "a switch", "text"],
)
def test_what_has_no_range_is_no_factor(one: Parameter) -> None:
    assert _factor(one) is None


def test_a_choice_has_its_options() -> None:
    found = _factor(PARAMETERS["arrest_rounding"])
    assert found is not None
    assert found.options == ("none", "floor", "round")


def test_constants_are_among_the_factors_unless_left_out() -> None:
    roles = {one.parameter.role for one in factors(question())}
    assert roles == {"assumption", "constant"}
    assert {one.parameter.role for one in factors(question(), constants=False)} == {"assumption"}


def test_the_sample_is_scrambled_with_the_first_seed() -> None:
    chosen = factors(question(), constants=False)[:4]
    assert sobol(chosen, 4) == sobol(chosen, 4, seed=1) != sobol(chosen, 4, seed=2)
    assert len(sobol(chosen, 8)) == 8
    assert sobol([], 3) == [{}, {}, {}]


def test_a_block_moves_with_its_first_and_others_do_not() -> None:
    every = {one.name: one for one in factors(question(), constants=False)}
    chosen = [every["chilling"], every["value_autonomy"], every["value_privacy"]]
    units = np.array(
        [[(float(r[one.name]) - one.low) / (one.high - one.low) for one in chosen] for r in sobol(chosen, 16)]
    )
    np.testing.assert_allclose(units[:, 1], units[:, 2])
    assert np.abs(units[:, 0] - units[:, 1]).max() > 0.1
    alone = sobol([every["value_privacy"]], 4)
    assert len({one["value_privacy"] for one in alone}) == 4  # without the block's first it moves on its own


def test_nobody_misuses_as_city_hall_does_where_that_is_not_said() -> None:
    assert misused_alike({"misuse_state": 0.5, "chilling": 1.0}) == {"misuse_state": 0.5, "chilling": 1.0}
    assert misused_alike({"misuse_municipality": 0.25, "misuse_state": 0.5}) == {
        "misuse_municipality": 0.25,
        "misuse_state": 0.25,
    }
