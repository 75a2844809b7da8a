"""Shares of a difference on games with known answers."""

from __future__ import annotations

from itertools import permutations
from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.answers.attribution import attribute

PLAYERS = 4


def game(worth: object) -> np.ndarray:
    """Return a game's rows: ``worth`` of each set of players."""
    sets = [{i for i in range(PLAYERS) if b >> i & 1} for b in range(1 << PLAYERS)]
    return np.array([float(worth(players)) for players in sets])  # type: ignore[operator]


def by_orders(worth: np.ndarray) -> np.ndarray:
    """Return the shares as Shapley defined them: what each adds, averaged over all orders of coming."""
    total = np.zeros(PLAYERS)
    for order in permutations(range(PLAYERS)):
        company = 0
        for player in order:
            total[player] += worth[company | 1 << player] - worth[company]
            company |= 1 << player
    return total / factorial(PLAYERS)


def test_additive_game_gives_each_its_own() -> None:
    own = [1.0, -2.0, 0.5, 0.0]
    found = attribute(game(lambda players: sum(own[i] for i in players)))
    np.testing.assert_allclose(found.share, own)
    np.testing.assert_allclose(found.first, own)
    np.testing.assert_allclose(found.last, own)
    np.testing.assert_allclose(found.interaction, 0.0, atol=1e-15)


def test_two_that_need_each_other_share_alike_and_others_get_nothing() -> None:
    found = attribute(game(lambda players: {0, 1} <= players))
    np.testing.assert_allclose(found.share, [0.5, 0.5, 0.0, 0.0])
    np.testing.assert_allclose(found.first, 0.0)
    np.testing.assert_allclose(found.last, [1.0, 1.0, 0.0, 0.0])
    assert found.interaction[0, 1] == pytest.approx(1.0)
    assert found.interaction[0, 2] == pytest.approx(0.0)


def test_two_that_replace_each_other_interact_with_minus_one() -> None:
    found = attribute(game(lambda players: bool({0, 1} & players)))
    np.testing.assert_allclose(found.share, [0.5, 0.5, 0.0, 0.0])
    np.testing.assert_allclose(found.first, [1.0, 1.0, 0.0, 0.0])
    np.testing.assert_allclose(found.last, 0.0)
    assert found.interaction[0, 1] == pytest.approx(-1.0)


def test_majority_game_is_symmetric() -> None:
    found = attribute(game(lambda players: len(players) >= 3))
    np.testing.assert_allclose(found.share, 0.25)
    # by hand: with no company or both others 0, with either of the two others (weight 1/6 each) 1 and 1, less
    # the two winning triples: S of one: 1 - 0 - 0 + 0 = 1, S of both others: 1 - 1 - 1 + 0 = -1 (weight 1/3)
    assert found.interaction[0, 1] == pytest.approx(2 / 6 - 1 / 3)


def test_glove_market() -> None:
    """One left glove (0), two right ones (1, 2): the textbook's 2/3, 1/6, 1/6."""
    found = attribute(game(lambda players: 0 in players and bool({1, 2} & players)))
    np.testing.assert_allclose(found.share, [2 / 3, 1 / 6, 1 / 6, 0.0])


worths = arrays(float, (1 << PLAYERS, 3), elements=st.floats(-100, 100))


@given(worths)
def test_shares_sum_to_the_difference_and_are_those_of_all_orders(worth: np.ndarray) -> None:
    found = attribute(worth)
    np.testing.assert_allclose(found.share.sum(axis=0), worth[-1] - worth[0], atol=1e-9)
    np.testing.assert_allclose(found.share[:, 1], by_orders(worth[:, 1]), atol=1e-9)


@given(worths)
def test_interactions_are_symmetric(worth: np.ndarray) -> None:
    found = attribute(worth).interaction
    np.testing.assert_array_equal(found, np.swapaxes(found, 0, 1))


def test_a_game_of_nobody_has_no_shares() -> None:
    assert attribute(np.ones((1, 5))).share.shape == (0, 5)


def test_a_missing_corner_is_refused() -> None:
    with pytest.raises(ValueError, match="power of 2"):
        attribute(np.zeros((15, 2)))
