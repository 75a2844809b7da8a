"""What the city does: cases solved by hand."""

from __future__ import annotations

from math import e, exp, inf, log, tanh
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.mechanism import key_of
from sim.mechanisms import (
    allocation,
    budget,
    complexity,
    data,
    harm,
    innovation,
    needs,
    politics,
    security,
    service,
)
from sim.model.state import COLUMNS
from sim.parameters import CONSTANTS
from sim.scenario import privacy_noise
from sim.scenario.choice_codes import CENTRAL, LOCAL
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


SPREAD = {
    "own_residents": 0.2,
    "own_commons": 0.2,
    "own_municipality": 0.3,
    "own_platform": 0.1,
    "own_state": 0.2,
}


@pytest.mark.parametrize(
    ("u", "store"),
    [(0.19, 0.2 * 0.1), (0.21, 0.2 * 0.5), (0.41, 0.3), (0.69, 0.3), (0.71, 0.1), (0.79, 0.1), (0.81, 0.2)],
)
def test_a_leak_opens_one_store_of_one_holder(u: float, store: float) -> None:
    assert complexity.store_hit(u, parameters_of(complexity.MECHANISM, **SPREAD)) == pytest.approx(store)


def test_a_breach_is_remembered_and_harms_by_the_size_of_the_store() -> None:
    p = parameters_of(complexity.MECHANISM, oversight=0.4, **SPREAD)
    memory, leak_chance = np.array([0.1]), np.array([0.01])
    complexity.breach(memory, leak_chance, 0.5, 0.5, p)  # the municipality's .3
    assert memory[0] == pytest.approx(0.1 + 4 * 0.05 * 0.5 * 0.3 * 0.8)
    assert leak_chance[0] == pytest.approx(0.01 + 0.15 * 0.3 * 0.8)


def test_noise_on_each_device_hides_from_who_opens_a_store() -> None:
    p = parameters_of(complexity.MECHANISM, oversight=0.4, epsilon=1, curator="local", **SPREAD)
    memory, leak_chance = np.array([0.0]), np.array([0.0])
    complexity.breach(memory, leak_chance, 0.5, 0.5, p)
    assert leak_chance[0] == pytest.approx(0.15 * 0.3 * 0.8 * tanh(0.5))


def test_incidents_saturate_and_machines_watch_machines() -> None:
    p = parameters_of(complexity.MECHANISM, automation=0.5)
    assert complexity.incident_hazard(4.0, 0.0, p) == pytest.approx(0.4 * 4 / 2)
    assert complexity.incident_hazard(1.0, 0.8, p) == pytest.approx(0.4 * 0.8 * (1 - 0.5 * 0.5 * 0.8))


# 5.8 budget


def test_lock_in_by_hand() -> None:
    p = parameters_of(budget.MECHANISM)
    assert budget.lock_in(0.2, 0.4, 0.5, 0.3, p) == pytest.approx(
        0.2 + 0.02 * (0.4 * 0.5 * 0.5 - 0.5 * 0.3 * 0.2)
    )
    assert budget.lock_in(1.0, 1.0, 1.0, 0.0, parameters_of(budget.MECHANISM, lock_in=5)) == 1.0


def test_levers_cost_what_is_printed() -> None:
    levers = ("oversight", "surveillance", "enforcement", "places", "continuity", "participation")
    every = dict.fromkeys((*levers, "connectivity", "responsiveness"), 1.0)
    assert budget.fixed_costs(parameters_of(budget.MECHANISM, **every)) == pytest.approx(0.51)
    assert budget.fixed_costs(parameters_of(budget.MECHANISM, **every | {"places": 0.0})) == pytest.approx(
        0.41
    )


def test_thrift_and_machines_lower_overheads() -> None:
    none = dict.fromkeys(("oversight", "surveillance", "enforcement", "places", "continuity"), 0.0)
    none |= {
        "participation": 0.0,
        "connectivity": 0.0,
        "responsiveness": 0.0,
        "upkeep": 0.0,
        "automation": 0.5,
    }
    p = parameters_of(
        budget.MECHANISM, aim_cost=0.5, aim_wellbeing=0.5, aim_order=0, **none | {"oversight": 1, "places": 1}
    )
    spent = (0.15 + 0.1 * 0.5) * (1 - 0.1 * 0.5)  # success ½ costs .1·½
    assert budget.overheads_of(0.0, 0.5, 0.0, 0.9, 0.0, p) == pytest.approx(spent)
    saved = 0.08 * 0.6 * 0.9 + 0.06 * 0.5 * 0.7
    assert budget.overheads_of(0.0, 0.5, 0.6, 0.9, 0.7, p) == pytest.approx(spent - saved)
    assert budget.overheads_of(0.0, 0.0, 1.0, 1.0, 1.0, parameters_of(budget.MECHANISM, **none)) == 0.0


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


def test_services_serve_the_average_of_a_district_those_they_do_not_know() -> None:
    p = parameters_of(service.MECHANISM, service_scale=0.8)
    unknown = 0.75 * (1 - exp(-0.8 / 0.5)) - 0.2 * 0.1  # half of services need asking, half was taken up
    assert service.satisfaction(1.0, 0.5, 0.0, 0.5, 0.6, 0.2, p) == pytest.approx(unknown)
    assert service.satisfaction(0.0, 1.0, 0.0, 0.5, 0.9, 1.0, p) == 0.0


def test_services_follow_those_they_know() -> None:
    aims = {"aim_wellbeing": 0.5, "aim_cost": 0.5, "aim_order": 0.0, "service_scale": 0.8}
    p = parameters_of(service.MECHANISM, **aims)
    # need twice the estimate, half known: 1 + ½·½·1 of the spending; the miss is half as large
    known = 1 - exp(-0.8 * 1.25 / 0.8) - 0.2 * 0.2
    assert service.satisfaction(1.0, 1.0, 0.5, 0.8, 0.4, 0.2, p) == pytest.approx(known)
    # hardly any need, all known, all for well-being: .3 of the spending is left
    p = parameters_of(service.MECHANISM, **aims | {"aim_wellbeing": 1.0, "aim_cost": 0.0})
    assert service.satisfaction(1.0, 1.0, 1.0, 0.05, 1.0, 0.2, p) == pytest.approx(1 - exp(-0.8 * 0.3 / 0.05))


def test_who_is_reached_by_hand() -> None:
    p = parameters_of(service.MECHANISM, places=0.8, aim_cost=1, aim_wellbeing=1, aim_order=0)
    offer = 0.8 * (1 + 0.2 * 0.5) * (1 - 0.15 * 0.5)
    assert service.offered(p) == pytest.approx(offer)
    told = 0.6 + 0.4 * 0.5
    assert service.reach_of(offer, 0.5, True, 0.0, 0.4, p) == pytest.approx(offer * told)
    assert service.reach_of(offer, 0.5, False, 0.0, 0.4, p) == pytest.approx(offer * told * 0.6)
    helped = 1 - 0.4 * (1 - 0.75 * 0.8)  # four friends in five use what is online only
    assert service.reach_of(offer, 0.5, False, 0.8, 0.4, p) == pytest.approx(offer * told * helped)
    assert service.reach_of(2.0, 1.0, True, 0.0, 0.0, p) == 1.0


# 5.10b harm


def test_appeals_shorten_harm() -> None:
    lengths = [harm.harm_length(parameters_of(harm.MECHANISM, oversight=o)) for o in (0.0, 0.4, 1.0)]
    assert lengths == [52, 42, 26]  # 26(1 − .4) = 15.6 is rounded to 16


def test_hazard_of_harm_by_hand() -> None:
    p = parameters_of(harm.MECHANISM, stigma=0.5)
    # record .6 at a rate of .1, hardship .9: .06·1.2; wrong decisions .02·(.5 + .9)·.3
    assert harm.hazard_of(0.6, 0.9, 0.1, 0.02, 0.3, p) == pytest.approx(0.06 * 1.2 + 0.02 * 1.4 * 0.3)
    assert harm.hazard_of(0.6, 0.0, 0.1, 0.0, 1.0, parameters_of(harm.MECHANISM, stigma=2.0)) == 0.0


def harmed(weeks: int, **columns: float) -> SimpleNamespace:
    """Return the columns after a week of four residents in two districts, ``weeks`` of harm left each."""
    names = harm.MECHANISM.access()
    blank = {name: np.zeros(2 if COLUMNS[name].entity == "district" else 1) for name in names}
    blank |= {name: np.full(4, 0.5, np.float32) for name in ("hardship", "record")}
    blank |= {"district": np.array([0, 0, 1, 1], np.int32), "adopted": np.ones(4, np.uint8)}
    blank["harm_weeks"] = np.full(4, weeks, np.uint8)
    blank["population"][:] = 2.0
    for name, value in columns.items():
        blank[name][:] = value
    params = parameters_of(harm.MECHANISM, oversight=1.0, misuse_harm=0.0)
    harm.MECHANISM.weekly(harm.MECHANISM.view(blank), params, key_of(1), 3)
    return SimpleNamespace(**blank)


def test_a_leak_harms_at_once_and_is_dealt_out_once() -> None:
    c = harmed(0, leak_chance=2.0)  # two leaks of one week: a chance of 1 at half a record
    assert c.harm_weeks.tolist() == [26] * 4
    assert (c.leak_chance[0], c.harmed_share[0]) == (0.0, 1.0)
    assert c.district_harmed.tolist() == [1.0, 1.0]


def test_who_is_harmed_is_not_harmed_anew_until_it_is_over() -> None:
    assert harmed(5, leak_chance=9.0).harm_weeks.tolist() == [4] * 4
    assert harmed(1, leak_chance=9.0).harm_weeks.tolist() == [26] * 4
    assert harmed(1).harm_weeks.tolist() == [0] * 4


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
