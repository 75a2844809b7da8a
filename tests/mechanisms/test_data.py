"""What the city knows, whom noise protects, what machines learn: by hand (5.5)."""

from __future__ import annotations

from math import e, inf, tanh
from types import SimpleNamespace

import numpy as np
import pytest

from sim.engine.mechanism import key_of
from sim.mechanisms import (
    data,
)
from sim.model.state import COLUMNS
from sim.scenario import privacy_noise
from sim.scenario.choice_codes import CENTRAL, LOCAL
from tests.parameters_of import parameters_of


def test_usable_share_of_a_commons_that_nobody_tends() -> None:
    p = parameters_of(
        data.MECHANISM, own_commons=1, own_residents=0, own_municipality=0, own_platform=0, own_state=0
    )
    # use .8, untended counts .4; purpose limit .5 and compliance .2 cost 1 − ½·.2·.5 = .95
    assert data.usable_share(p, 0.0) == pytest.approx(0.8 * 0.4 * 0.95)
    assert data.usable_share(p, 1.0) == pytest.approx(0.8 * 0.95)


def test_privacy_variance_refuses_a_curator_it_does_not_know() -> None:
    for unknown in (2.0, -1.0, "local"):
        with pytest.raises(ValueError, match="curator"):
            data.privacy_variance(100.0, 1.0, unknown, 0.0)  # type: ignore[arg-type]


def test_privacy_variance_by_hand() -> None:
    assert data.privacy_variance(100.0, float("inf"), 0.0, 0.0) == 0.0
    assert data.privacy_variance(100.0, 1.0, 0.0, 0.0) == pytest.approx(2e-4)
    assert data.privacy_variance(0.3, 2.0, 0.0, 0.0) == pytest.approx(0.5)  # nobody counts for less than one
    assert data.privacy_variance(100.0, 1.0, 1.0, 0.0) == pytest.approx(e / ((e - 1) ** 2 * 100))
    assert data.privacy_variance(100.0, float("inf"), 1.0, 0.3) == pytest.approx(0.0021)


def test_estimate_weighs_by_precision() -> None:
    p = parameters_of(data.MECHANISM, cell=1_000)
    # n = .2·.5·1,000 = 100, no noise: v = .15²/100 = .000225; sampling .012/200 = .00006; census .05² = .0025
    a, b = 1 / 0.000285, 1 / 0.0025
    assert data.estimate(0.8, 0.0, 0.2, 0.5, 0.5, p) == pytest.approx((0.8 * a + 0.5 * b) / (a + b))
    noisy = (0.8 + 0.015 * 2.0) * a + 0.5 * b
    assert data.estimate(0.8, 2.0, 0.2, 0.5, 0.5, p) == pytest.approx(noisy / (a + b))
    assert data.estimate(9.0, 0.0, 1.0, 1.0, 0.5, p) == 1.25


def test_hardly_anybody_observed_leaves_nearly_the_census() -> None:
    p = parameters_of(data.MECHANISM)
    # n = 0 counts as ½: v = .15²/½ = .045; nobody sampled counts as .1: .012/.1 = .12
    a, b = 1 / 0.165, 1 / 0.0025
    assert data.estimate(0.8, 0.0, 0.0, 1.0, 0.5, p) == pytest.approx((0.8 * a + 0.5 * b) / (a + b))


def test_the_bias_of_who_is_observed_counts_as_far_as_it_is_not_chance() -> None:
    # 125 simulated where 500 stand behind an estimate: half of what sets the district apart
    assert data.observed_mean_of(0.5, 0.08, 0.02, 125.0, 500.0) == pytest.approx(0.5 + 0.02 + 0.03)
    assert data.observed_mean_of(0.5, 0.08, 0.02, 500.0, 500.0) == pytest.approx(0.58)
    assert data.observed_mean_of(0.5, 0.08, 0.02, 5000.0, 500.0) == pytest.approx(0.58)


def test_noise_hides_from_the_holder_only_where_it_is_added_on_each_device() -> None:
    assert privacy_noise.hide_of(1.0, LOCAL) == pytest.approx(1 - tanh(0.5))
    assert privacy_noise.hide_of(1.0, CENTRAL) == 0.0
    assert privacy_noise.hide_of(inf, LOCAL) == 0.0


def test_noise_costs_clarity_most_where_it_is_added_on_each_device() -> None:
    assert privacy_noise.clarity_of(inf, CENTRAL, 0.5) == privacy_noise.clarity_of(inf, LOCAL, 0.5) == 1.0
    assert privacy_noise.clarity_of(1.0, CENTRAL, 0.5) == pytest.approx(1 / 1.5)
    assert privacy_noise.clarity_of(1.0, LOCAL, 0.5) == pytest.approx(tanh(0.5))


def test_either_noise_shields_from_those_who_read_what_is_published() -> None:
    assert privacy_noise.shield_of(inf, 1.0) == 1.0
    assert privacy_noise.shield_of(3.0, 1.0) == pytest.approx(0.75)


def observed(**settings: object) -> SimpleNamespace:
    """Return the columns after observing two districts of two residents, one sharer in the first."""
    names = data.MECHANISM.access()
    blank = {name: np.zeros(2 if COLUMNS[name].entity == "district" else 1) for name in names}
    blank |= {name: np.zeros(4, np.float32) for name in ("need", "record", "recognition")}
    blank |= {"district": np.array([0, 0, 1, 1], np.int32), "shares": np.array([1, 0, 0, 0], np.uint8)}
    blank["need"][:] = [0.8, 0.4, 0.5, 0.7]
    blank["population"][:], blank["census"][:] = 2.0, 0.5
    blank["share_rate"][:], blank["record"][:] = 0.25, 0.5
    data.MECHANISM.weekly(data.MECHANISM.view(blank), parameters_of(data.MECHANISM, **settings), key_of(1), 0)
    return SimpleNamespace(**blank)


def test_a_week_of_observing_by_hand() -> None:
    shares = {"own_residents": 0, "own_commons": 0, "own_municipality": 1, "own_platform": 0, "own_state": 0}
    c = observed(
        surveillance=0.5,
        sensor_reach=0.5,
        purpose_limit=0.5,
        compliance=0.0,
        recognise=0.8,
        epsilon=1,
        **shares,
    )
    assert c.coverage == pytest.approx([0.625, 0.25])
    assert c.mean_need == pytest.approx([0.6, 0.6])
    assert c.clarity[0] == pytest.approx(1 / 1.5)
    stock = 0.25 / 1.5 / 52
    assert c.data_stock[0] == pytest.approx(stock)
    quality = 1 - (0.05 + 0.95 * (1 + stock / 0.02) ** -0.3)
    assert c.ai_quality[0] == pytest.approx(quality)
    # records move 2 % toward the weight times 1 − ½·½
    assert c.record == pytest.approx([0.5 + 0.02 * 0.25, *[0.5 + 0.02 * (0.25 * 0.75 - 0.5)] * 3])
    known = 0.8 / 1.5 * quality
    assert c.recognition == pytest.approx([known, *[known * 0.25] * 3])


def test_where_nobody_is_observed_the_census_is_all_there_is() -> None:
    c = observed(surveillance=0.0, measure_noise=0.0)
    assert c.coverage == pytest.approx([0.5, 0.0])
    assert c.estimate[1] == pytest.approx(0.5)


def test_learning_curve_by_hand() -> None:
    assert data.learning_curve(0.0, 0.5, 0.1, 0.02) == pytest.approx(0.0)
    assert data.learning_curve(0.06, 0.5, 0.1, 0.02) == pytest.approx(0.45)  # 1 − (.1 + .9·4^−½)
