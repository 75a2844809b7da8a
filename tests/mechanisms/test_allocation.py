"""Dividing the budget: by hand (5.9)."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.mechanisms import (
    allocation,
)
from tests.filled_by import filled_by
from tests.parameters_of import parameters_of


def test_water_filling_without_base_is_proportional() -> None:
    assert filled_by(allocation.water_fill, np.array([1.0, 3.0]), np.zeros(2), 8.0) == pytest.approx(
        [2.0, 6.0]
    )


def test_water_filling_leaves_dry_what_has_enough() -> None:
    # level (4 + 1)/(1) for the first alone: the second, weight ½ and base 5, would get 2.5 − 5 < 0
    filled = filled_by(allocation.water_fill, np.array([1.0, 0.5, 0.0]), np.array([1.0, 5.0, 0.0]), 4.0)
    assert filled == pytest.approx([4.0, 0.0, 0.0])


@given(
    st.lists(st.tuples(st.floats(0.01, 10), st.floats(0, 5)), min_size=1, max_size=8),
    st.floats(0.1, 50),
)
def test_water_filling_spends_all_and_equalises_marginal_worth(
    districts: list[tuple[float, float]], spend: float
) -> None:
    weights, base = (np.array(column) for column in zip(*districts, strict=True))
    filled = filled_by(allocation.water_fill, weights, base, spend)
    assert filled.min() >= 0.0
    assert filled.sum() == pytest.approx(spend)
    served = filled > 0
    worth = weights[served] / (filled + base)[served]
    assert worth == pytest.approx(worth[0])
    assert (weights[~served] <= worth[0] * base[~served] * (1 + 1e-9)).all()


def test_loss_of_a_wrong_estimate() -> None:
    loss = allocation.misallocation_loss(np.array([3.0, 1.0]), np.array([1.0, 1.0]))
    assert loss == pytest.approx(0.75 * log(1.5) + 0.25 * log(0.5))
    assert allocation.misallocation_loss(np.array([1.0, 2.0]), np.array([2.0, 4.0])) == pytest.approx(0.0)


def test_shares_mix_votes_and_keep_a_floor() -> None:
    p = parameters_of(allocation.MECHANISM, participation=0.5)
    weights, votes, people = np.array([9.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0]), np.array([50.0, 50.0, 0.0])
    # optimised .9 and .1, voted ½ each: .7 and .3
    shares = filled_by(allocation.share_out, weights, votes, people, 1.0, p, beside=1)
    assert shares == pytest.approx([0.7, 0.3, 0.0])
    p = parameters_of(allocation.MECHANISM, participation=0.0)
    shares = filled_by(allocation.share_out, weights, votes, people, 1.0, p, beside=1)
    assert shares == pytest.approx([0.9 / 1.1, 0.2 / 1.1, 0.0])  # 40 % of an equal share of ½
