"""What is measured, on a state of six residents in three districts (one of them empty)."""

from __future__ import annotations

from math import exp, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.mechanism import key_of
from sim.model.city_model import CityModel
from sim.model.population import terciles
from sim.model.state import COLUMNS
from sim.outcomes import OUTCOMES
from sim.outcomes.districts import spread_of_districts
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.outcomes.measurement import MEASUREMENT
from sim.outcomes.quantile import low_quantile
from sim.scenario import encoding as values

SIZES = {"resident": 6, "district": 3, "city": 1}


def state(**columns: Any) -> dict[str, Any]:
    """Return the columns of six residents, three in each of two districts; all 0 but what is given."""
    blank = {name: np.zeros(SIZES[c.entity], c.dtype) for name, c in COLUMNS.items()}
    blank["district"][:] = [0, 0, 0, 1, 1, 1]
    blank["population"][:] = [3, 3, 0]
    blank["estimate"][:] = 0.5
    blank["hardship_group"][:] = [0, 1, 2, 0, 1, 2]
    blank["income"][:] = 1.0
    for name, given_ in columns.items():
        blank[name][:] = given_
    return blank | {"outcomes": np.zeros(len(OUTCOMES)), "maps": np.zeros((len(DISTRICT_OUTCOMES), 3))}


def measured(columns: dict[str, Any], **settings: Any) -> dict[str, float]:
    """Return every outcome of ``columns`` by its id."""
    params = MEASUREMENT.parameters(values.encode(values.checked(settings)))
    MEASUREMENT.weekly(MEASUREMENT.view(columns), params, key_of(0), 0)
    return dict(zip(OUTCOMES, columns["outcomes"].tolist(), strict=True))


SATISFACTION = [0.2, 0.4, 0.6, 0.8, 0.5, 0.5]


def test_the_two_parts_of_the_illusion() -> None:
    # Sharers: the first is silent, the second complains, the fourth is content.
    columns = state(
        satisfaction=SATISFACTION,
        expectation=0.5,
        shares=[1, 1, 0, 1, 0, 0],
        speaks=[0, 1, 0, 1, 1, 0],
        adoption=0.5,
        share_rate=0.5,
    )
    outcomes = measured(columns, silence_as=0.3, complain=0.5)
    silent = 0.2 + 0.3 * 0.8
    read = (1.0 * silent + 1.5 * 0.4 + 1.0 * 0.8) / 3.5
    assert outcomes["service_fit"] == pytest.approx(0.5)
    assert outcomes["reported"] == pytest.approx(read)
    assert outcomes["selection"] == pytest.approx(1.4 / 3 - 0.5)
    assert outcomes["silence"] == pytest.approx(read - 1.4 / 3)
    assert outcomes["illusion"] == pytest.approx(read - 0.5)


def test_nothing_is_reported_where_nobody_shares() -> None:
    outcomes = measured(state(satisfaction=SATISFACTION, adoption=0.5))
    undefined = {name for name, value in outcomes.items() if np.isnan(value)}
    assert undefined == {"reported", "illusion", "selection", "silence", "machine_mediated"}


def test_sharing_is_undefined_where_nobody_adopted() -> None:
    assert np.isnan(measured(state())["sharing"])
    assert measured(state(adoption=0.5, share_rate=0.2))["sharing"] == pytest.approx(0.4)


def test_the_gap_between_districts_is_beyond_what_chance_explains() -> None:
    # means .4 and .6; variances within .04 and .03, a third of each expected between
    columns = state(satisfaction=[0.2, 0.4, 0.6, 0.8, 0.5, 0.5])
    between, within = 0.01, (0.04 / 3 + 0.03 / 3) / 2
    assert measured(columns)["gap_districts"] == pytest.approx(sqrt(max(0.0, between - within)))
    columns = state(satisfaction=[0.1, 0.2, 0.3, 0.7, 0.8, 0.9])
    assert measured(columns)["gap_districts"] == pytest.approx(sqrt(0.09 - 0.01 / 3))


def test_the_gap_between_districts_is_weighted_by_residents() -> None:
    people, means = np.array([9.0, 1.0, 0.0]), np.array([0.5, 1.0, 0.0])
    spread = spread_of_districts(people, people * means, people * means**2)
    assert spread == pytest.approx(sqrt(0.9 * 0.05**2 + 0.1 * 0.45**2))


def test_the_gap_by_hardship_is_least_minus_most() -> None:
    outcomes = measured(state(wellbeing=[0.9, 0.5, 0.3, 0.7, 0.5, 0.1]))
    assert outcomes["gap_hardship"] == pytest.approx(0.8 - 0.2)


def test_terciles_are_by_rank_and_as_even_as_can_be() -> None:
    assert terciles(np.array([0.9, 0.1, 0.5, 0.5, 0.2, 0.8])).tolist() == [2, 0, 1, 1, 0, 2]
    assert np.bincount(terciles(np.random.default_rng(1).random(100))).tolist() == [34, 33, 33]


@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=40))
def test_the_bottom_tenth_is_the_tenth_percentile(wellbeing: list[float]) -> None:
    column = np.array(wellbeing, np.float32)
    assert low_quantile(column, 0.1) == pytest.approx(np.quantile(column.astype(float), 0.1), abs=1e-7)


@pytest.mark.parametrize("residents", [1, 2, 10, 11, 4_095, 4_096, 20_001])
@pytest.mark.parametrize("levels", [1, 2, 7, 0])
def test_the_bottom_tenth_does_not_depend_on_how_values_are_found(residents: int, levels: int) -> None:
    drawn = np.random.default_rng(residents).beta(8.0, 2.0, residents)
    column = (np.round(drawn * levels) / levels if levels else drawn).astype(np.float32)
    ordered, place = np.sort(column.astype(float)), 0.1 * (residents - 1)
    low, high = ordered[int(place)], ordered[min(int(place) + 1, residents - 1)]
    assert low_quantile(column, 0.1) == low + (place - int(place)) * (high - low)
    assert np.all(column == (np.round(drawn * levels) / levels if levels else drawn).astype(np.float32))


def test_error_is_a_weighted_root_mean_square() -> None:
    columns = state(estimate=[0.5, 0.8, 9.0], mean_need=[0.6, 0.5, 0.0])
    assert measured(columns)["estimate_error"] == pytest.approx(sqrt((0.01 + 0.09) / 2))


def test_the_promise_is_what_the_optimiser_believes() -> None:
    columns = state(estimate=[0.5, 1.0, 9.0], district_spend=[1.0, 0.5, 0.0], promised_productivity=1.2)
    believed = (1 - exp(-0.62 * 1.2 / 0.5) + 1 - exp(-0.62 * 0.6)) / 2
    columns["satisfaction"][:] = SATISFACTION
    outcomes = measured(columns, service_scale=0.62)
    assert outcomes["promise"] == pytest.approx(believed)
    assert outcomes["promise_gap"] == pytest.approx(believed - 0.5)


def test_harm_take_up_and_mood() -> None:
    columns = state(
        harm_weeks=[0, 3, 9, 0, 0, 1],
        district_harmed=[2 / 3, 1 / 3, 0.0],
        harmed_share=0.5,
        takeup=[0.2, 0.4, 0.6, 0.5, 0.5, 0.8],
        mean_takeup=0.5,
        mean_mood=0.25,
    )
    outcomes = measured(columns)
    assert (outcomes["harmed"], outcomes["takeup"], outcomes["mood"]) == (0.5, 0.5, 0.25)
    assert outcomes["gap_harmed"] == pytest.approx(1.0)  # both of the hardest up, none of the best off
    maps = dict(zip(DISTRICT_OUTCOMES, columns["maps"], strict=True))
    assert maps["takeup"] == pytest.approx([0.4, 0.6, np.nan], nan_ok=True)
    assert maps["harmed"] == pytest.approx([2 / 3, 1 / 3, np.nan], nan_ok=True)


def test_harm_has_no_gap_where_a_third_is_empty() -> None:
    outcomes = measured(state(hardship_group=[0, 1, 1, 0, 1, 1], harm_weeks=1))
    assert np.isnan(outcomes["gap_harmed"])
    assert np.isnan(outcomes["gap_hardship"])


def test_counts_and_shares() -> None:
    columns = state(
        speaks=[1, 1, 0, 0, 0, 0],
        detention=[0, 0, 0, 3, 0, 0],
        tie_count=[0, 2, 3, 9, 12, 4],
        ties_in_all=30,
        ties_digital=12,
        crossing=0.25,
        opinion=[-0.5, 0.5, -0.5, 0.5, -0.5, 0.5],
        trust=[0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
        observed=[2.0, 1.0, 0.0],
        crime=[0.1, 0.3, 0.0],
        mean_crime=0.2,
        income=1.25,
        overheads=0.3,
        fee=0.1,
        saved=0.1,
    )
    outcomes = measured(
        columns, own_residents=0, own_commons=0, own_municipality=3, own_platform=1, own_state=0
    )
    assert outcomes["expression"] == pytest.approx(2 / 6)
    assert outcomes["detained"] == pytest.approx(1 / 6)
    assert outcomes["isolated"] == pytest.approx(2 / 6)
    assert outcomes["ties"] == pytest.approx(5.0)
    assert outcomes["machine_mediated"] == pytest.approx(0.4)
    assert outcomes["opinion_spread"] == pytest.approx(0.5)
    assert outcomes["trust"] == pytest.approx(0.35)
    assert outcomes["coverage"] == pytest.approx(0.5)
    assert outcomes["calm"] == pytest.approx(0.8)
    assert outcomes["running_cost"] == pytest.approx(0.32)  # money returned is not a cost
    assert outcomes["savings"] == pytest.approx(0.08)
    assert outcomes["fees"] == pytest.approx(0.08)
    assert outcomes["concentration"] == pytest.approx(0.75**2 + 0.25**2)


def test_maps_leave_empty_districts_blank() -> None:
    columns = state(wellbeing=[0.1, 0.2, 0.3, 0.4, 0.5, 0.6], crime=[0.1, 0.3, 0.0], outage_weeks=[0, 8, 8])
    measured(columns)
    maps = dict(zip(DISTRICT_OUTCOMES, columns["maps"], strict=True))
    assert maps["wellbeing"] == pytest.approx([0.2, 0.5, np.nan], nan_ok=True)
    assert maps["calm"] == pytest.approx([0.9, 0.7, np.nan], nan_ok=True)
    assert maps["outage"].tolist() == [0, 8, 8]


def test_outcomes_of_a_living_city_are_those_of_its_columns(small: dict[str, Any]) -> None:
    city = CityModel("control", **small).run()
    c = city.columns
    assert city.outcome("wellbeing")[-1] == pytest.approx(c["wellbeing"].mean(dtype=float))
    assert city.outcome("adoption")[-1] == pytest.approx(c["adopted"].mean())
    assert city.outcome("sharing")[-1] == pytest.approx(c["shares"].sum() / c["adopted"].sum())
    assert city.outcome("opinion_spread")[-1] == pytest.approx(c["opinion"].std(dtype=float))
    assert city.outcome("wellbeing_low")[-1] == pytest.approx(np.quantile(c["wellbeing"].astype(float), 0.1))
    needs = np.bincount(c["district"], c["need"], minlength=16) / np.maximum(c["population"], 1)
    error = np.sqrt(np.average((c["estimate"] - needs) ** 2, weights=c["population"]))
    assert city.outcome("estimate_error")[-1] == pytest.approx(error)
    assert city.outcome("harmed")[-1] == pytest.approx((c["harm_weeks"] > 0).mean())
    assert city.outcome("takeup")[-1] == pytest.approx(c["takeup"].mean(dtype=float))
    assert city.outcome("mood")[-1] == pytest.approx(c["mood"].mean(dtype=float))
