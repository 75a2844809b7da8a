"""Paired differences: a hand-solved case, and what must hold for any."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.runs.statistics import paired_difference

T_90_2 = 2.9199855803537256  # 95 % quantile of Student's t with 2 degrees of freedom, as tables have it


def test_hand_solved() -> None:
    first, second = np.array([[3.0], [5.0], [7.0]]), np.array([[1.0], [4.0], [4.0]])
    found = paired_difference(first, second)  # differences 2, 1, 3: mean 2, standard deviation 1
    assert found.mean == pytest.approx([2.0])
    assert found.low == pytest.approx([2.0 - T_90_2 / sqrt(3)], rel=1e-9)
    assert found.high == pytest.approx([2.0 + T_90_2 / sqrt(3)], rel=1e-9)


def test_one_seed_has_no_interval() -> None:
    found = paired_difference(np.array([[1.0, 2.0]]), np.array([[0.5, 2.5]]))
    assert found.mean.tolist() == [0.5, -0.5]
    assert np.isnan([found.low, found.high]).all()


def test_undefined_in_one_seed_is_undefined() -> None:
    found = paired_difference(np.array([[1.0, 1.0], [np.nan, 2.0]]), np.zeros((2, 2)))
    assert np.isnan([found.mean[0], found.low[0], found.high[0]]).all()
    assert found.mean[1] == 1.5


@pytest.mark.parametrize("second", [np.zeros((3, 2)), np.zeros((2, 3)), np.zeros(2)])
def test_other_seeds_or_outcomes_are_refused(second: np.ndarray) -> None:
    with pytest.raises(ValueError, match="the same seeds and outcomes"):
        paired_difference(np.zeros((2, 2)), second)


def test_no_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="seeds"):
        paired_difference(np.zeros((0, 2)), np.zeros((0, 2)))


values = arrays(float, (4, 3), elements=st.floats(-100, 100))


@given(values, values)
def test_swapping_the_cities_mirrors_everything(first: np.ndarray, second: np.ndarray) -> None:
    one, other = paired_difference(first, second), paired_difference(second, first)
    np.testing.assert_allclose(one.mean, -other.mean, atol=1e-12)
    np.testing.assert_allclose(one.low, -other.high, atol=1e-9)


@given(values)
def test_equal_cities_differ_by_exactly_nothing(first: np.ndarray) -> None:
    found = paired_difference(first, first.copy())
    assert (np.array([found.mean, found.low, found.high]) == 0).all()


@given(values, values)
def test_the_interval_holds_the_mean(first: np.ndarray, second: np.ndarray) -> None:
    found = paired_difference(first, second)
    assert (found.low <= found.mean).all()
    assert (found.mean <= found.high).all()


def test_it_covers_the_true_difference_nine_times_in_ten() -> None:
    draws = np.random.default_rng(1).normal(0.3, 1.0, (5, 20_000))  # 20,000 experiments of five seeds
    found = paired_difference(draws, np.zeros_like(draws))
    covered = np.mean((found.low <= 0.3) & (found.high >= 0.3))
    assert covered == pytest.approx(0.90, abs=0.01)
