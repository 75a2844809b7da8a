"""Cities compared."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.outcomes import OUTCOMES
from sim.runs.comparison import Comparison


@pytest.fixture
def twin(small: dict[str, Any]) -> Comparison:
    return Comparison(["emancipatory", "control"], **small).run(6)


def test_differences_are_first_minus_second(twin: Comparison) -> None:
    frame = twin.differences()
    first, second = (city.outcome("trust")[8:] for city in twin.cities)
    assert list(frame.columns) == list(OUTCOMES)
    np.testing.assert_array_equal(frame["trust"], first - second)


def test_differences_of_three_cities_are_to_the_first(small: dict[str, Any]) -> None:
    three = Comparison(["emancipatory", "control", "status-quo"], **small).run(3)
    frame = three.differences()
    first, _, last = (city.outcome("trust")[8:] for city in three.cities)
    np.testing.assert_array_equal(frame[("status-quo", "trust")], first - last)


def test_twins_share_homes_and_not_feelings(twin: Comparison) -> None:
    one, other = (city.columns for city in twin.cities)
    assert one["hardship"] is other["hardship"]
    assert not np.shares_memory(one["trust"], other["trust"])
    assert not np.shares_memory(one["ties"], other["ties"])
    assert not np.shares_memory(one["seen"], other["seen"])


def test_a_past_can_be_used_again(twin: Comparison, small: dict[str, Any]) -> None:
    again = Comparison(["control"], branch_point=twin.branch_point, **small).run(6)
    np.testing.assert_array_equal(again.cities[0].series.values[:14], twin.cities[1].series.values[:14])


def test_more_cities_than_letters(small: dict[str, Any]) -> None:
    many = Comparison(["control"] * 28, **small | {"residents": 20, "weeks": 1}).run()
    assert len({tuple(city.outcome("trust")) for city in many.cities}) == 1
