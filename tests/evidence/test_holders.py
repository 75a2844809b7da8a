"""Random constitutions, and how much of an outcome goes with one group of levers."""

from __future__ import annotations

import numpy as np
import pytest

from sim.evidence.patterns.fourteen import FOURTEEN, PRICED, moves
from sim.evidence.patterns.holders import OWNERS, features, r2, random_constitutions, unique_r2
from sim.evidence.patterns.hypercube import BLOCKS, latin_hypercube
from sim.evidence.patterns.prices import EXCEPTIONS, far_values
from sim.evidence.patterns.setting import PLACE
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario.scenario import complete_levers


@pytest.mark.parametrize("design", ["uniform", "dirichlet"])
def test_random_constitutions_are_legal_and_their_shares_sum_to_one(design: str) -> None:
    for levers in random_constitutions(30, design, 1):
        complete_levers(levers)
        assert sum(float(levers[name]) for name in OWNERS) == pytest.approx(1.0)
        assert float(levers["connectivity"]) >= 0.3


def test_few_holders_dominate_in_the_dirichlet_design() -> None:
    most = {
        design: np.mean(
            [max(float(one[name]) for name in OWNERS) for one in random_constitutions(300, design, 2)]
        )
        for design in ("uniform", "dirichlet")
    }
    assert most["dirichlet"] > most["uniform"] + 0.15


def test_unique_r2_of_a_known_regression() -> None:
    """With independent columns a group's unique R² is its share of the variance."""
    constitutions = random_constitutions(4_000, "uniform", 3)
    x, names = features(constitutions)
    column = names.index("surveillance")
    noise = np.random.default_rng(0).normal(0.0, x[:, column].std(), len(x))
    y = x[:, column] + noise
    assert r2(x, y) == pytest.approx(0.5, abs=0.03)
    assert unique_r2(x, names, y, ("surveillance",)) == pytest.approx(0.5, abs=0.03)
    assert unique_r2(x, names, y, OWNERS) < 0.01


def test_values_of_one_block_move_together_over_their_ranges() -> None:
    readings = latin_hypercube(16)
    for first, *others in BLOCKS:
        for name in others:
            places = [
                [(float(one[key]) - low) / (high - low) for one in readings]
                for key in (first, name)
                for low, high in [ASSUMPTIONS[key].explored]
            ]
            np.testing.assert_allclose(places[0], places[1])


def test_every_holder_has_the_same_explored_ranges() -> None:
    for family in ("misuse", "use"):
        ranges = {ASSUMPTIONS[f"{family}_{owner.removeprefix('own_')}"].explored for owner in OWNERS}
        assert len(ranges) == 1, family


def test_the_outcomes_named_exist() -> None:
    assert [name for name in PRICED if name not in OUTCOMES] == []
    assert len(FOURTEEN) == 14


def test_far_values_are_the_farther_end_or_every_other_option() -> None:
    assert far_values(LEVERS["surveillance"], 0.3) == [1.0]
    assert far_values(LEVERS["surveillance"], 0.8) == [0.0]
    assert far_values(LEVERS["consent"], "opt_out") == ["opt_in", "mandatory"]
    assert far_values(LEVERS["epsilon"], "none") == [LEVERS["epsilon"].explored[0]]
    assert far_values(LEVERS["epsilon"], 1.0) == ["none"]


def test_exceptions_name_levers_and_starts() -> None:
    assert [
        key for key in EXCEPTIONS if key[1] not in LEVERS or key[0] not in ("status-quo", "control")
    ] == []


def test_a_move_is_better_by_its_outcomes_direction_and_clear_beyond_luck() -> None:
    before = np.zeros((4, len(OUTCOMES)))
    after = before.copy()
    after[:, PLACE["trust"]] = [0.05, 0.06, 0.05, 0.06]
    after[:, PLACE["harmed"]] = [0.05, 0.06, 0.05, 0.06]
    after[:, PLACE["agency"]] = [0.9, -0.9, 0.9, -0.8]
    after[:, PLACE["calm"]] = 0.003
    after[:, PLACE["illusion"]] = -0.05
    found = {move.outcome: move for move in moves(before, after)}
    assert found["trust"].better
    assert found["trust"].material
    assert not found["harmed"].better
    assert not found["agency"].clear
    assert not found["calm"].clear
    assert not found["illusion"].better
