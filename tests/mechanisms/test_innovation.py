"""Ideas and what they are worth: by hand (5.6)."""

from __future__ import annotations

from math import exp

import pytest

from sim.mechanisms import (
    innovation,
)
from tests.parameters_of import parameters_of


def test_ideas_arrive_at_the_rate_solved_by_hand() -> None:
    p = parameters_of(
        innovation.MECHANISM, own_platform=0.5, own_municipality=0.5, own_residents=0, own_state=0
    )
    # civic .3·.5(.5 + .3) = .12; private .5(.3 + .5)(1 − .2·.5) = .36; crossing ½ + .5
    driven = innovation.drive(0.5, 0.3, 0.5, p)
    assert driven == pytest.approx(0.48)
    # stock 1: 1^.3/(1 + 1/200); two years at difficulty .05
    assert innovation.arrival_rate(driven, 1.0, 2.0, p) == pytest.approx(10 * 0.48 / 1.005 * exp(-0.1))
    assert innovation.arrival_rate(driven, 1.0, -2.0, p) == pytest.approx(4.8 / 1.005)


@pytest.mark.parametrize(("u", "number"), [(0.0, 0), (0.36, 0), (0.37, 1), (0.73, 1), (0.74, 2), (0.95, 3)])
def test_poisson_inverts_its_distribution_function(u: float, number: int) -> None:
    assert innovation.poisson(u, 1.0) == number  # .368, .736, .920, .981


def test_productivity_by_hand() -> None:
    p = parameters_of(innovation.MECHANISM, participation=0.2, oversight=0.4, automation=1.0)
    # slow: 1 − .15(.2 + .1)(½) = .9775; ln(1 + 100)/ln 101 = 1; .6·.6·.5·1 = .18
    assert innovation.productivity_of(100.0, 0.5, 0.6, p) == pytest.approx(1.18 * 0.9775)
    assert innovation.productivity_of(0.0, 0.5, 0.6, p) == pytest.approx(0.9775)
