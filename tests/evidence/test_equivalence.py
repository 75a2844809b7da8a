"""Two one-sided tests and Holm's steps, on cases with known answers."""

from __future__ import annotations

import numpy as np
import pytest

from sim.evidence.patterns.equivalence import equivalence, holm


def test_p_is_the_larger_of_welchs_two_one_sided_tests() -> None:
    from scipy import stats

    rng = np.random.default_rng(3)
    one, other = rng.normal(0.1, 1.0, 30), rng.normal(0.0, 2.0, 40)
    found = equivalence(one, other, 0.8)
    above = stats.ttest_ind(one, other - 0.8, equal_var=False, alternative="greater").pvalue
    below = stats.ttest_ind(one, other + 0.8, equal_var=False, alternative="less").pvalue
    assert found.p == pytest.approx(max(above, below))
    assert found.difference == pytest.approx(one.mean() - other.mean())


def test_few_seeds_show_nothing_and_many_show_equality() -> None:
    rng = np.random.default_rng(5)
    few, many = ([rng.normal(0.0, 1.0, size) for _ in range(2)] for size in (4, 400))
    assert equivalence(*few, 0.5).p > 0.05
    assert equivalence(*many, 0.5).p < 0.001


def test_a_difference_beyond_the_margin_is_never_called_equal() -> None:
    rng = np.random.default_rng(7)
    assert equivalence(rng.normal(1.0, 0.1, 500), rng.normal(0.0, 0.1, 500), 0.5).p > 0.99


def test_constant_outcomes_are_equal_or_not() -> None:
    assert equivalence(np.zeros(3), np.zeros(3), 0.1).p == 0.0
    assert equivalence(np.ones(3), np.zeros(3), 0.1).p == 1.0


def test_an_undefined_outcome_has_no_p() -> None:
    assert np.isnan(equivalence(np.array([np.nan, 1.0]), np.zeros(2), 0.1).p)


def test_holms_steps_as_published() -> None:
    np.testing.assert_allclose(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02])


def test_undefined_ones_are_not_counted() -> None:
    np.testing.assert_allclose(holm([0.01, np.nan, 0.02]), [0.02, np.nan, 0.02])
