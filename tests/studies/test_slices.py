"""The distances of PAWN: worked by hand, and the very numbers that SALib finds."""

from __future__ import annotations

import numpy as np
import pytest

from sim.studies.analysis.slices import median_distances

DRAWN = np.random.default_rng(5)
OUTCOMES = {
    "continuous": DRAWN.random(103),
    "tied": DRAWN.integers(0, 6, 103).astype(float),
    "the same everywhere": np.ones(103),
}


def test_two_slices_worked_by_hand() -> None:
    factor, outcome = np.arange(5.0), np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    # Below 2: 1 and 2; from 2 to below 4: 3 and 4. The whole is at 2/5 where the first has ended: 3/5 apart; the
    # second is 2/5 apart where it has not begun, and 1/5 above.
    assert median_distances(factor[:, None], outcome, 2).tolist() == [pytest.approx((3 / 5 + 2 / 5) / 2)]


def test_a_factor_that_is_the_same_everywhere_has_no_distance() -> None:
    assert np.isnan(median_distances(np.ones((40, 1)), np.arange(40.0), 4)).all()


@pytest.mark.parametrize("slices", [1, 2, 5, 10])
@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)
def test_they_are_those_of_salib_to_the_bit(outcome: np.ndarray, slices: int) -> None:
    from SALib.analyze import pawn

    rows = np.random.default_rng(6).integers(0, 103, 103)  # resampled: some points are there twice
    words = DRAWN.integers(0, 3, 103)  # options of a factor, numbered
    factors = np.column_stack([outcome + DRAWN.random(103), DRAWN.random(103), words])[rows]
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0, 1]] * 3}
    with np.errstate(invalid="ignore"):
        theirs = pawn.analyze(problem, factors, outcome[rows], S=slices)["median"]
    assert median_distances(factors, outcome[rows], slices).tolist() == list(theirs)
