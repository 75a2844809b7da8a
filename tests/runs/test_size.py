"""The word for a difference: what is material, then luck; and families of differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.locale.catalogue import LANGUAGES
from sim.runs.size import Size, size_of
from sim.runs.statistics import holm, p_values, pair_correlation, paired_difference

MATERIAL = 0.02
NAN = float("nan")


@pytest.mark.parametrize(
    ("mean", "low", "high", "word"),
    [
        (0.05, 0.03, 0.07, Size.HIGHER),
        (-0.05, -0.07, -0.03, Size.LOWER),
        (0.05, -0.01, 0.11, Size.TOO_CLOSE),
        (0.005, -0.010, 0.019, Size.ABOUT_EQUAL),  # the whole band is inside what is material
        (0.005, -0.010, 0.021, Size.TOO_CLOSE),  # it may matter, and its sign is not sure
        (0.015, 0.005, 0.025, Size.ABOUT_EQUAL),  # sure of its sign, too small to matter
        (0.020, 0.010, 0.030, Size.HIGHER),  # what is material is no longer about equal
        (0.0, 0.0, 0.0, Size.ABOUT_EQUAL),
        (0.05, NAN, NAN, Size.UNDEFINED),  # one seed
        (NAN, NAN, NAN, Size.UNDEFINED),
    ],
)
def test_each_word(mean: float, low: float, high: float, word: Size) -> None:
    assert size_of(mean, low, high, MATERIAL) is word


numbers = st.floats(-1, 1)


@given(numbers, st.floats(0, 1), st.floats(0.001, 0.5))
def test_swapping_the_cities_turns_the_word(mean: float, reach: float, material: float) -> None:
    one = size_of(mean, mean - reach, mean + reach, material)
    other = size_of(-mean, -mean - reach, -mean + reach, material)
    assert one.sign == -other.sign
    assert one.sign or one is other


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_said_in_every_language(language: str) -> None:
    said = [word.words.translate(language) for word in Size]
    assert len(set(said)) == len(Size)
    assert not [words for words in said if words.startswith("size-")]


def test_holm_is_the_published_procedure() -> None:
    p = np.array([[0.01, 0.04], [0.03, 0.005]])  # 4 x .005, 3 x .01, 2 x .03, .04: never less than before
    np.testing.assert_allclose(holm(p), [[0.03, 0.06], [0.06, 0.02]])


def test_holm_counts_what_is_undefined_as_a_look() -> None:
    found = holm(np.array([0.01, np.nan]))
    assert found[0] == pytest.approx(0.02)
    assert np.isnan(found[1])


def test_holm_keeps_the_whole_family_right() -> None:
    """Among 20 true nulls something is called sure in a tenth of experiments at most."""
    draws = np.random.default_rng(3).normal(0.0, 1.0, (6, 4_000, 20))
    p = p_values(draws)
    wrong = np.mean([(holm(family) < 0.1).any() for family in p])
    assert wrong < 0.115
    assert np.mean((p < 0.1).any(axis=1)) > 0.8  # one by one, nearly always something is


def test_p_agrees_with_the_interval() -> None:
    draws = np.random.default_rng(5).normal(0.5, 1.0, (7, 500))
    found = paired_difference(draws, np.zeros_like(draws))
    np.testing.assert_array_equal(p_values(draws) < 0.1, (found.low > 0.0) | (found.high < 0.0))


def test_p_without_luck_and_with_one_seed() -> None:
    assert p_values(np.array([[0.0, 2.0], [0.0, 2.0]])).tolist() == [1.0, 0.0]
    assert np.isnan(p_values(np.array([[1.0]]))).all()


def test_pairs_that_go_together_and_pairs_that_do_not() -> None:
    first = np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 1.0], [3.0, 3.0, 1.0]])
    second = np.array([[2.0, 3.0, 1.0], [4.0, 2.0, 2.0], [6.0, 1.0, 3.0]])
    together = pair_correlation(first, second)
    assert together[:2] == pytest.approx([1.0, -1.0])
    assert np.isnan(together[2])
    assert np.isnan(pair_correlation(first[:2], second[:2])).all()
