"""What the city does: cases solved by hand."""

from __future__ import annotations

from math import e, exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.mechanisms import (
    allocation,
    budget,
    complexity,
    data,
    innovation,
    needs,
    politics,
    security,
    service,
)
from sim.parameters import CONSTANTS
from tests.parameters_of import parameters_of

FIXED = {name: float(c.default) for name, c in CONSTANTS.items()}


# 5.1 needs


@pytest.mark.parametrize(
    ("hardship", "draw", "shock", "need"),
    [(0.5, 0.5, 0.0, 0.5), (0.8, 1.0, 0.1, 0.85), (0.02, 0.0, -0.5, 0.05), (0.98, 1.0, 2.0, 1.25)],
)
def test_need(hardship: float, draw: float, shock: float, need: float) -> None:
    assert needs.need_of(hardship, draw, shock, parameters_of(needs.MECHANISM)) == pytest.approx(need)


# 5.5 data


def test_usable_share_of_a_commons_that_nobody_tends() -> None:
    p = parameters_of(
        data.MECHANISM, own_commons=1, own_residents=0, own_municipality=0, own_platform=0, own_state=0
    )
    # use .8, untended counts .4; purpose limit .5 and compliance .2 cost 1 − ½·.2·.5 = .95
    assert data.usable_share(p, 0.0) == pytest.approx(0.8 * 0.4 * 0.95)
    assert data.usable_share(p, 1.0) == pytest.approx(0.8 * 0.95)


def test_privacy_variance_by_hand() -> None:
    assert data.privacy_variance(100.0, float("inf"), 0.0, 0.0) == 0.0
    assert data.privacy_variance(100.0, 1.0, 0.0, 0.0) == pytest.approx(2e-4)
    assert data.privacy_variance(0.3, 2.0, 0.0, 0.0) == pytest.approx(0.5)  # nobody counts for less than one
    assert data.privacy_variance(100.0, 1.0, 1.0, 0.0) == pytest.approx(e / ((e - 1) ** 2 * 100))
    assert data.privacy_variance(100.0, float("inf"), 1.0, 0.3) == pytest.approx(0.0021)


def test_estimate_weighs_by_precision() -> None:
    p = parameters_of(data.MECHANISM)
    # n = 100, no noise: v = .15²/100 = .000225; sampling .012/10 = .0012; census .05² = .0025
    a, b = 1 / 0.001425, 1 / 0.0025
    assert data.estimate(0.8, 0.0, 100.0, 10.0, 0.5, p) == pytest.approx((0.8 * a + 0.5 * b) / (a + b))
    noisy = (0.8 + 0.015 * 2.0) * a + 0.5 * b
    assert data.estimate(0.8, 2.0, 100.0, 10.0, 0.5, p) == pytest.approx(noisy / (a + b))
    assert data.estimate(9.0, 0.0, 1e6, 1e6, 0.5, p) == 1.25


def test_nobody_observed_leaves_the_census() -> None:
    p = parameters_of(data.MECHANISM)
    assert data.estimate(0.5, 0.0, 0.0, 0.0, 0.5, p) == pytest.approx(0.5)


def test_learning_curve_by_hand() -> None:
    assert data.learning_curve(0.0, 0.5, 0.1, 0.02) == pytest.approx(0.0)
    assert data.learning_curve(0.06, 0.5, 0.1, 0.02) == pytest.approx(0.45)  # 1 − (.1 + .9·4^−½)


# 5.6 innovation


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


# 5.7 complexity


def test_complexity_by_hand() -> None:
    p = parameters_of(
        complexity.MECHANISM,
        own_commons=0.5,
        own_municipality=0.5,
        own_residents=0,
        own_platform=0,
        own_state=0,
        openness=0.5,
        automation=0.7,
        oversight=0.5,
    )
    # two owners: spread .7 + .3(2/5 + .5) = .97; .1·20·1·.97·.6/(.6 + .4)
    assert complexity.complexity_of(20.0, 0.6, p) == pytest.approx(1.164)


def test_complexity_is_never_negative() -> None:
    p = parameters_of(complexity.MECHANISM, federation=-0.7, openness=1.0)
    assert complexity.complexity_of(20.0, 0.6, p) == 0.0


def test_cascades_follow_borel() -> None:
    half = exp(-0.5)  # P(1) = e^−λ = .607, P(2) = λe^−2λ = .184, P(3) = 3/2·λ²e^−3λ = .084
    edges = [half, half + 0.5 * half**2, half + 0.5 * half**2 + 1.5 * 0.25 * half**3]
    for n, edge in enumerate(edges, 1):
        assert complexity.cascade_size(edge - 1e-9, 0.5, 16) == n
        assert complexity.cascade_size(edge + 1e-9, 0.5, 16) == n + 1
    assert complexity.cascade_size(0.999999999, 0.9, 16) == 16
    assert complexity.cascade_size(0.5, 0.0, 16) == 1


def test_an_outage_spreads_breadth_first_over_neighbours() -> None:
    # a line of 16 districts: from district 8 the first five are 8, 7, 9, 6, 10
    lists = [[d for d in (k - 1, k + 1) if 0 <= d < 16] for k in range(16)]
    offsets = np.cumsum([0, *map(len, lists)])
    p = parameters_of(complexity.MECHANISM, coupling=0.9, automation=1.0, oversight=0.0)
    u = next(u for u in np.linspace(0.3, 0.99, 2000) if complexity.cascade_size(u, 0.9, 16) == 5)
    weeks = np.zeros(16)
    assert complexity.outage(weeks, offsets, np.concatenate(lists), u, 8.5 / 16, p) == 5
    assert np.flatnonzero(weeks).tolist() == [6, 7, 8, 9, 10]
    assert set(weeks[6:11]) == {8.0}


def test_an_outage_stops_where_no_neighbour_is_left() -> None:
    p = parameters_of(complexity.MECHANISM, coupling=0.9, automation=1.0, oversight=0.0)
    weeks = np.zeros(3)
    assert complexity.outage(weeks, np.zeros(4, np.int64), np.zeros(0, np.int64), 0.9999, 0.5, p) == 1
    assert weeks.tolist() == [0.0, 8.0, 0.0]


def test_a_breach_is_remembered() -> None:
    p = parameters_of(complexity.MECHANISM, oversight=0.4)
    memory = np.array([0.1])
    complexity.breach(memory, 0.5, p)
    assert memory[0] == pytest.approx(0.1 + 2 * 0.05 * 0.5 * 0.8)


# 5.8 budget


def test_lock_in_by_hand() -> None:
    p = parameters_of(budget.MECHANISM)
    assert budget.lock_in(0.2, 0.4, 0.5, 0.3, p) == pytest.approx(
        0.2 + 0.02 * (0.4 * 0.5 * 0.5 - 0.5 * 0.3 * 0.2)
    )
    assert budget.lock_in(1.0, 1.0, 1.0, 0.0, parameters_of(budget.MECHANISM, lock_in=5)) == 1.0


def test_levers_cost_what_is_printed() -> None:
    p = parameters_of(
        budget.MECHANISM, oversight=1, surveillance=1, enforcement=1, places=1, continuity=1, participation=1
    )
    assert budget.fixed_costs(p) == pytest.approx(0.41)


def test_upkeep_saturates() -> None:
    p = parameters_of(budget.MECHANISM)
    assert budget.upkeep_of(1.0, p) == pytest.approx(0.3 * (1 - exp(-0.02)))
    assert budget.upkeep_of(1e6, p) == pytest.approx(0.3)


# 5.9 allocation


def test_water_filling_without_base_is_proportional() -> None:
    assert allocation.water_fill(np.array([1.0, 3.0]), np.zeros(2), 8.0) == pytest.approx([2.0, 6.0])


def test_water_filling_leaves_dry_what_has_enough() -> None:
    # level (4 + 1)/(1) for the first alone: the second, weight ½ and base 5, would get 2.5 − 5 < 0
    filled = allocation.water_fill(np.array([1.0, 0.5, 0.0]), np.array([1.0, 5.0, 0.0]), 4.0)
    assert filled == pytest.approx([4.0, 0.0, 0.0])


@given(
    st.lists(st.tuples(st.floats(0.01, 10), st.floats(0, 5)), min_size=1, max_size=8),
    st.floats(0.1, 50),
)
def test_water_filling_spends_all_and_equalises_marginal_worth(
    districts: list[tuple[float, float]], spend: float
) -> None:
    weights, base = (np.array(column) for column in zip(*districts, strict=True))
    filled = allocation.water_fill(weights, base, spend)
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
    people = np.array([50.0, 50.0, 0.0])
    # optimised .9 and .1, voted ½ each: .7 and .3
    shares = allocation.share_out(np.array([9.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0]), people, 1.0, p)
    assert shares == pytest.approx([0.7, 0.3, 0.0])
    p = parameters_of(allocation.MECHANISM, participation=0.0)
    shares = allocation.share_out(np.array([9.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0]), people, 1.0, p)
    assert shares == pytest.approx([0.9 / 1.1, 0.2 / 1.1, 0.0])  # 40 % of an equal share of ½


# 5.10 service


def test_service_by_hand() -> None:
    p = parameters_of(service.MECHANISM, automation=0.5, participation=0.5, oversight=0.5)
    assert service.misfit_of(p) == pytest.approx(0.4 * 0.65 * 0.7 * 0.75)
    assert service.outage_factor(p) == pytest.approx(1 - 0.6 * 0.7)
    assert service.satisfaction(1.0, 0.5, 0.6, 0.2, 0.62) == pytest.approx(1 - exp(-1.24) - 0.02)
    assert service.satisfaction(0.0, 0.5, 0.9, 1.0, 0.62) == 0.0


# 5.11 security


def test_officers_are_posted_by_people_and_by_records() -> None:
    people, recorded = np.array([30.0, 10.0, 0.0]), np.array([1.0, 3.0, 0.0])
    assert security.post_officers(people, recorded, 8.0, 0.0) == pytest.approx([6.0, 2.0, 0.0])
    assert security.post_officers(people, recorded, 8.0, 1.0) == pytest.approx([2.0, 6.0, 0.0])
    assert security.post_officers(people, recorded, 8.0, 0.25) == pytest.approx([5.0, 3.0, 0.0])
    assert security.post_officers(people, np.zeros(3), 8.0, 1.0) == pytest.approx([6.0, 2.0, 0.0])


def test_crime_by_hand() -> None:
    p = parameters_of(security.MECHANISM, surveillance=0.5, purpose_limit=0.5, predictive_effect=0.1)
    # .6(1.3 − .3)(1 − .3·.15)(1 − .13·.4·.75 − .1·.5·.5)
    expected = 0.6 * 1.0 * 0.955 * (1 - 0.039 - 0.025)
    assert security.crime_of(0.6, 0.5, 1.0, 0.4, p) == pytest.approx(expected)
    heavily = security.crime_of(0.6, 0.5, 10.0, 0.4, p)
    assert heavily == pytest.approx(0.6 * 0.3 * (1 - 0.039 - 0.025))  # patrols never do more than that


# 5.19 politics


def drift(concession: float, order: float, capture: float, **levers: float) -> dict[str, float]:
    held = {
        "participation": 0.3,
        "openness": 0.3,
        "oversight": 0.3,
        "responsiveness": 0.5,
        "purpose_limit": 0.5,
    }
    held |= {"surveillance": 0.3, "enforcement": 0.3, "censorship": 0.1, "consent": 0.0}
    held |= {
        "own_residents": 0.1,
        "own_commons": 0.2,
        "own_municipality": 0.3,
        "own_platform": 0.3,
        "own_state": 0.1,
    }
    return politics.drift(held | levers, concession, order, capture, FIXED)


def test_concessions_move_levers_and_data_to_the_commons() -> None:
    new = drift(0.05, 0.01, 0.0)
    assert new["participation"] == pytest.approx(0.34)
    assert new["surveillance"] == pytest.approx(0.26)
    assert new["own_commons"] == pytest.approx(0.24)
    assert new["own_platform"] == pytest.approx(0.27)  # three quarters of what is taken
    assert new["own_state"] == pytest.approx(0.09)


def test_capture_and_order_share_what_residents_lose() -> None:
    new = drift(0.0, 0.01, 0.03)
    assert new["oversight"] == pytest.approx(0.26)
    assert new["enforcement"] == pytest.approx(0.34)
    assert (new["own_residents"], new["own_commons"]) == pytest.approx((0.1 - 0.04 / 3, 0.2 - 0.08 / 3))
    assert (new["own_platform"], new["own_state"]) == pytest.approx((0.33, 0.11))


@given(st.floats(0, 0.5), st.floats(0, 0.5), st.floats(0, 0.5))
def test_drifting_shares_still_sum_to_one(concession: float, order: float, capture: float) -> None:
    new = drift(concession, order, capture)
    owners = [new.get(name) for name in politics.OWNERS]
    assert owners == [None] * 5 or sum(owners) == pytest.approx(1.0)
    assert all(0.02 <= new[name] <= 0.95 for name in politics.CIVIC)
    assert all(0.0 <= new[name] <= 0.95 for name in politics.COERCIVE)


def test_consent_turns_mandatory_and_back() -> None:
    assert drift(0.0, 0.01, 0.0, purpose_limit=0.1, responsiveness=0.2)["consent"] == 2.0
    assert "consent" not in drift(0.0, 0.01, 0.0, purpose_limit=0.1, responsiveness=0.4)
    assert drift(0.01, 0.0, 0.0, purpose_limit=0.495, consent=2.0)["consent"] == 0.0
    assert "consent" not in drift(0.01, 0.0, 0.0, purpose_limit=0.4, consent=2.0)
    assert "consent" not in drift(0.01, 0.0, 0.0, purpose_limit=0.9, consent=1.0)


HELD = {
    "responsiveness": 0.2,
    "participation": 0.1,
    "censorship": 0.5,
    "surveillance": 0.9,
    "enforcement": 0.7,
}


def test_an_overthrow_reforms() -> None:
    new = politics.overthrow(HELD, politics.REFORM, FIXED)
    assert new == pytest.approx(
        {
            "responsiveness": 0.75,
            "participation": 0.3,
            "censorship": 0.15,
            "surveillance": 0.45,
            "enforcement": 0.49,
        }
    )


def test_an_overthrow_restores() -> None:
    new = politics.overthrow(HELD, politics.RESTORATION, FIXED)
    assert new == pytest.approx(
        {"enforcement": 0.85, "censorship": 0.65, "surveillance": 0.95, "responsiveness": 0.1}
    )
