"""Published results that our mechanisms must reproduce where they are the same model: the city.

Every test calls the mechanism's own function. `docs/docking.md` lists all reference results, D01 to D44, with
their tests or the reason why a mechanism has no such limit.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from sim.engine.compile import kernel
from sim.mechanisms import allocation, budget, complexity, data, innovation, mobilisation, security, trust
from sim.model.city_model import CityModel
from sim.scenario.choice_codes import LOCAL
from sim.scenario.scenario import list_scenarios
from tests.docking.limits import KEY, of
from tests.filled_by import filled_by

# Data


def test_d05_errors_fall_with_the_root_of_the_sample() -> None:
    samples = np.logspace(1, 5, 9)
    exact = {"epsilon": math.inf, "census_error": 1e6, "sample_variance": 0.0}
    rng = np.random.default_rng(2)
    deviates = rng.standard_normal(4_000)
    errors = [
        math.sqrt(np.mean([(data.estimate(0.6, z, 1.0, 1.0, 0.5, p) - 0.6) ** 2 for z in deviates]))
        for p in (of(data.MECHANISM, cell=n, **exact) for n in samples)
    ]
    slope = np.polyfit(np.log(samples), np.log(errors), 1)[0]
    assert slope == pytest.approx(-0.5, abs=0.02)


def test_d05_machines_learn_by_their_exponent() -> None:
    stocks = np.logspace(3, 6, 7)
    errors = [1.0 - data.learning_curve(stock, 0.3, 0.05, 1.0) - 0.05 for stock in stocks]
    assert np.polyfit(np.log(stocks), np.log(errors), 1)[0] == pytest.approx(-0.3, abs=0.02)


def test_d06_central_noise_has_the_variance_of_laplace() -> None:
    assert data.privacy_variance(1.0, 0.5, 0.0, 0.0) == pytest.approx(8.0, abs=1e-12)


def test_d07_local_noise_is_randomised_response() -> None:
    assert data.privacy_variance(1000.0, math.log(3.0), LOCAL, 0.3) == pytest.approx(9.6e-4, abs=1e-12)
    p = of(
        data.MECHANISM,
        epsilon=math.log(3.0),
        curator=LOCAL,
        census_error=1e6,
        sample_variance=0.0,
        measure_noise=0.0,
        cell=1000.0,
    )
    deviates = np.random.default_rng(3).standard_normal(20_000)
    found = [data.estimate(0.3, z, 1.0, 1.0, 0.9, p) for z in deviates]
    assert np.mean(found) == pytest.approx(0.3, abs=0.002)
    assert np.var(found) == pytest.approx(0.00075, abs=2e-5)  # the part beyond sampling


# Allocation


def test_d08_uneven_coverage_costs_budget() -> None:
    needs, seen = np.array([0.5, 0.5]), np.array([0.5 * 0.9, 0.5 * 0.45])
    assert filled_by(allocation.water_fill, seen, np.zeros(2), 1.0) == pytest.approx(
        [2 / 3, 1 / 3], abs=1e-12
    )
    loss = allocation.misallocation_loss(needs, seen)
    assert loss == pytest.approx(0.058892, abs=1e-5)
    assert 1.0 - math.exp(-loss) == pytest.approx(0.0572, abs=1e-4)


def test_d09_water_filling() -> None:
    weights, base = np.array([0.5, 0.3, 0.15, 0.05]), np.array([1.0, 2.0, 5.0, 9.0])
    filled = filled_by(allocation.water_fill, weights, base, 6.0)
    assert filled == pytest.approx([4.625, 1.375, 0.0, 0.0], abs=1e-6)
    marginal = weights / (filled + base)
    assert marginal[0] == pytest.approx(marginal[1], abs=1e-9)
    assert marginal[2:].max() <= marginal[0]


def test_d10_equal_shares_against_uneven_weights() -> None:
    loss = allocation.misallocation_loss(np.array([0.5, 0.3, 0.15, 0.05]), np.ones(4))
    assert loss == pytest.approx(0.24417, abs=1e-5)


def test_d11_votes_share_out_in_proportion() -> None:
    p = of(allocation.MECHANISM, participation=1.0)
    votes, people = np.array([51.0, 49.0]), np.array([50.0, 50.0])
    shares = filled_by(allocation.share_out, np.ones(2), votes, people, 1.0, p, beside=1)
    assert shares == pytest.approx([0.51, 0.49], abs=1e-12)


# Value


def test_d12_lock_in_is_lasting_only_where_nothing_is_open() -> None:
    p = of(budget.MECHANISM, lock_in=1.0)
    closed, opened, left = 0.2, 1.0, 1.0
    for _ in range(5_000):
        closed = budget.lock_in(closed, 0.8, 0.8, 0.0, p)
        opened = budget.lock_in(opened, 0.4, 0.5, 0.8, p)
        left = budget.lock_in(left, 0.0, 0.8, 0.0, p)
    assert closed == 1.0
    assert opened == pytest.approx(0.4 * 0.5 / (0.5 * 0.8), abs=1e-9)
    assert left == 1.0  # the platform has gone, the city stays locked in


def test_d14_the_price_of_ones_data_falls_as_others_share() -> None:
    p = of(trust.MECHANISM, own_residents=0.0, own_platform=1.0, own_state=0.0, spill=1.0)
    mediated = of(trust.MECHANISM, own_residents=0.0, own_platform=0.0, own_state=0.0, spill=1.0)

    def price(leak: float) -> float:
        return trust.privacy_loss(0.8, 0.2, 0.6, 1.0, leak, p) - trust.privacy_loss(
            0.8, 0.2, 0.6, 0.0, leak, p
        )

    prices = [price(trust.leak_of(share, p)) for share in (0.0, 0.5, 0.9, 1.0)]
    assert prices == sorted(prices, reverse=True)
    assert prices[0] > 0.0
    assert prices[-1] == pytest.approx(0.0, abs=1e-12)
    assert price(trust.leak_of(1.0, mediated)) == prices[0]  # a mediator undoes the externality


# Police


@kernel
def _urn(start: float, rates: Any, steps: int, luck: Any) -> Any:
    """Return what two districts recorded: an officer goes where records send them and may record one more."""
    recorded = np.full(2, start)
    people, posted = np.ones(2), np.empty(2)
    for k in range(steps):
        security.post_officers(posted, people, recorded, 1.0, 1.0)
        d = 0 if luck[k, 0] < posted[0] else 1
        if luck[k, 1] < rates[d]:
            recorded[d] += 1.0
    return recorded


def test_d27_equal_districts_end_anywhere() -> None:
    rng = np.random.default_rng(7)
    ends = [_urn(1.0, np.ones(2), 400, rng.uniform(size=(400, 2))) for _ in range(6_000)]
    assert np.var([end[0] / end.sum() for end in ends]) == pytest.approx(1 / 12, abs=0.005)


def test_d28_records_run_away_from_rates() -> None:
    rng = np.random.default_rng(8)
    ratios = []
    for _ in range(4):
        a, b = _urn(500.0, np.array([0.6, 0.4]), 1_000_000, rng.uniform(size=(1_000_000, 2))) / 500.0
        ratios.append(math.log(b) / math.log(a))
    assert np.mean(ratios) == pytest.approx(2 / 3, abs=0.03)


def test_d29_what_residents_report_corrects_the_records() -> None:
    c = CityModel(residents=2_000, city="synthetic:4", burn_in=0, weeks=1, rng=5).columns
    people, everybody = c["population"], c["population"].sum()
    c["crime"][:] = np.where(np.arange(4) < 2, 0.6, 0.4)
    p = of(mobilisation.MECHANISM, threshold=1.0, recorded_share=1.0)  # nobody acts, all is reported
    for week in range(600):
        security.post_officers(c["officers"], people, c["recorded"], 0.004 * everybody, 1.0)
        mobilisation.weekly(mobilisation.MECHANISM.view(c), p, KEY, week)
    true = c["crime"] * people
    assert c["recorded"] / c["recorded"].sum() == pytest.approx(true / true.sum(), abs=0.01)


# Innovation and complexity


def time_to_explode(p: Any, stock: float) -> float:
    """Return the years until dM/dt = arrivals - obsolescence·M diverges, by Runge and Kutta in ln M."""

    def slope(log_stock: float) -> float:
        m = math.exp(log_stock)
        return innovation.arrival_rate(1.0, m, 0.0, p) / m - p.obsolescence

    years, x = 0.0, math.log(stock)
    while x < 200.0 and math.exp(x) < 1e80:
        a = slope(x)
        dt = 1e-2 / abs(a)
        b = slope(x + 0.5 * dt * a)
        c = slope(x + 0.5 * dt * b)
        d = slope(x + dt * c)
        x += dt / 6.0 * (a + 2.0 * b + 2.0 * c + d)
        years += dt
    return years


def test_d31_pairs_of_ideas_explode() -> None:
    p = of(
        innovation.MECHANISM,
        ideas=0.01,
        catalyst=2.0,
        obsolescence=0.01,
        difficulty=0.0,
        idea_saturation=1e300,
    )
    assert time_to_explode(p, 2.0) == pytest.approx(69.3147, abs=0.01)


def test_d33_urban_singularity() -> None:
    p = of(
        innovation.MECHANISM, ideas=1.0, catalyst=1.2, obsolescence=0.5, difficulty=0.0, idea_saturation=1e300
    )
    assert time_to_explode(p, 1.0) == pytest.approx(6.93147, abs=1e-3)


@pytest.mark.parametrize(("mean", "extinct"), [(1.5, 0.41719), (2.0, 0.20319)])
def test_d32_branching_dies_out(mean: float, extinct: float) -> None:
    assert complexity.cascade_size(extinct - 1e-5, mean, 10_000) < 10_000
    assert complexity.cascade_size(extinct + 1e-5, mean, 10_000) == 10_000


def test_d32_the_ratio_says_how_many_ideas_one_brings() -> None:
    p = of(innovation.MECHANISM, catalyst=0.4, idea_saturation=1e300)
    stock = 20.0
    more = innovation.arrival_rate(0.5, stock + 1e-4, 0.0, p) - innovation.arrival_rate(0.5, stock, 0.0, p)
    ratio = p.catalyst * innovation.arrival_rate(0.5, stock, 0.0, p) / (stock * p.obsolescence)
    assert more / 1e-4 / p.obsolescence == pytest.approx(ratio, rel=1e-4)


@pytest.mark.parametrize(("mean", "size", "tolerance"), [(0.3, 1.4286, 0.03), (0.7, 3.3333, 0.1)])
def test_d34_cascades_are_borel(mean: float, size: float, tolerance: float) -> None:
    draws = (np.arange(100_000) + 0.5) / 100_000
    assert np.mean([complexity.cascade_size(u, mean, 1_000) for u in draws]) == pytest.approx(
        size, abs=tolerance
    )


# Accounts


@pytest.mark.parametrize("scenario", list_scenarios())
def test_d44_accounts_balance_every_week(scenario: str) -> None:
    city = CityModel(scenario, residents=300, city="synthetic:16", burn_in=4, weeks=60, rng=9)
    for _ in range(60):
        city.step()
        income, deficit, spend, overheads, fee, saved = (
            float(city.columns[name][0])
            for name in ("income", "deficit", "spend", "overheads", "fee", "saved")
        )
        assert income + deficit == pytest.approx(spend + overheads + fee + saved, abs=1e-12)
