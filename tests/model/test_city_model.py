"""A city as Mesa sees it, and as one asks for it."""

from __future__ import annotations

from typing import Any

import mesa
import numpy as np
import pytest

from sim.engine.arithmetic import unit
from sim.engine.compile import entry_point
from sim.engine.mechanism import key_of
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.institutions import INSTITUTIONS
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.parameters import LEVERS
from sim.scenario.scenario import Scenario


def test_a_step_is_a_week(small_city: CityModel) -> None:
    assert (small_city.week, small_city.series.filled) == (0, 8)
    small_city.step()
    assert (small_city.week, small_city.series.filled, small_city.steps) == (1, 9, 1)


def test_it_stops_running_after_its_weeks(small_city: CityModel) -> None:
    small_city.run(23)
    assert small_city.running
    small_city.step()
    assert not small_city.running
    small_city.step()
    assert small_city.series.filled == 32


def test_mesa_can_run_it_to_the_end(small: dict[str, Any]) -> None:
    city = CityModel("control", **small)
    city.run_model()
    np.testing.assert_array_equal(city.series.values, CityModel("control", **small).run().series.values)


def test_a_week_is_what_its_mechanisms_make_of_it(small: dict[str, Any]) -> None:
    """The model calls compiled code without Numba's look at types; asked for properly, it does the same."""
    city, other = CityModel("control", **small), CityModel("control", **small)
    city.step()
    other.city_hall.open_budget()
    for mechanism in ORDER:
        view, params = mechanism.view(other.columns), mechanism.parameters(other.values)
        mechanism.weekly(view, params, key_of(other.run_seed), other.week)
    for name, column in city.columns.items():
        np.testing.assert_array_equal(column, other.columns[name], err_msg=name)


def test_code_that_is_not_compiled_is_its_own_entry_point() -> None:
    assert entry_point(print, 1.0) is print
    assert entry_point(unit, 2.0)(2.0) == 1.0
    assert entry_point(unit, 2.0) is not unit


def test_the_datacollector_holds_every_outcome_since_the_fork(small_city: CityModel) -> None:
    frame = small_city.run(10).datacollector.get_model_vars_dataframe()
    assert list(frame.columns) == list(OUTCOMES)
    assert len(frame) == 10
    np.testing.assert_array_equal(frame["trust"], small_city.outcome("trust")[8:])


def test_mesa_can_run_a_batch(small: dict[str, Any]) -> None:
    context = {name: value for name, value in small.items() if name != "rng"} | {"weeks": 5}
    settings = context | {"scenario": ["emancipatory", "control"]}
    rows = mesa.batch_run(
        CityModel, settings, number_processes=1, iterations=1, max_steps=5, display_progress=False
    )
    assert {row["scenario"] for row in rows} == {"emancipatory", "control"}
    assert all(0 < row["wellbeing"] < 1 for row in rows)


def test_institutions_hold_every_lever_once() -> None:
    held = [name for institution in INSTITUTIONS for name in institution.holds]
    assert sorted(held) == sorted(LEVERS)


def test_the_history_is_lived_under_the_status_quo(small: dict[str, Any]) -> None:
    city = CityModel("control", **small)
    assert city.columns["installed_cameras"][0] == pytest.approx(0.3)  # the status quo's surveillance
    city.run(1)
    assert city.columns["installed_cameras"][0] == pytest.approx(0.3 + 0.02 * 0.5)


def test_the_reference_of_safety_stays_put_after_the_fork(small_city: CityModel) -> None:
    before = small_city.columns["reference"][0]
    assert before != 0.37
    assert small_city.run().columns["reference"][0] == before


def test_settings_are_levers_assumptions_or_constants(small: dict[str, Any]) -> None:
    city = CityModel("control", surveillance=0.2, gain=1.0, need_base=0.3, **small)
    assert city.levers["surveillance"] == 0.2
    assert city.levers["enforcement"] == 0.7
    assert (city.values["gain"], city.values["need_base"]) == (1.0, 0.3)


def test_shares_count_in_proportion(small: dict[str, Any]) -> None:
    tenths = {"own_residents": 1, "own_commons": 2, "own_municipality": 3, "own_platform": 4, "own_state": 0}
    shares = {name: value / 10 for name, value in tenths.items()}
    one, other = (CityModel(Scenario("x", levers), **small).run() for levers in (tenths, shares))
    np.testing.assert_allclose(one.series.values, other.series.values, rtol=1e-9)


def test_drifting_shares_given_in_percent_count_in_proportion(small: dict[str, Any]) -> None:
    percent = {
        "own_residents": 25,
        "own_commons": 45,
        "own_municipality": 25,
        "own_platform": 5,
        "own_state": 0,
    }
    shares = {name: value / 100 for name, value in percent.items()}
    levers = ({**owners, "evolving": True} for owners in (percent, shares))
    one, other = (CityModel(Scenario("x", each), **small).run() for each in levers)
    assert one.values["own_platform"] != pytest.approx(0.05, abs=1e-6)
    for name in percent:
        assert one.values[name] == pytest.approx(other.values[name]), name


@pytest.mark.parametrize("seed", [0, 7, 2**63 - 1])
def test_the_seed_is_kept_and_repeats_the_run(small: dict[str, Any], seed: int) -> None:
    context = small | {"rng": seed, "residents": 50}
    city = CityModel("control", **context)
    assert city.run_seed == seed
    np.testing.assert_array_equal(
        city.run().series.values, CityModel("control", **context).run().series.values
    )


def test_without_a_seed_one_is_drawn_and_kept(small: dict[str, Any]) -> None:
    del small["rng"]
    first, second = CityModel(**small), CityModel(**small)
    assert first.run_seed != second.run_seed
    again = CityModel(**small, rng=first.run_seed)
    np.testing.assert_array_equal(first.series.values, again.series.values)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"residents": 1}, "residents = 1 is out of range"),
        ({"weeks": True}, "weeks = true must be a whole number"),
        ({"rng": float("nan")}, "seed = nan must be finite"),
        ({"surveilance": 0.5}, "did you mean 'surveillance'"),
        ({"surveillance": 1.5}, "surveillance = 1.5 is out of range"),
        ({"consent": "optin"}, "did you mean 'opt_in'"),
        ({"aim_wellbeing": 0, "aim_cost": 0, "aim_order": 0}, "are all 0"),
        ({"assumptions": "centrall"}, "did you mean 'central'"),
    ],
)
def test_what_is_not_allowed_is_refused_in_one_line(
    small: dict[str, Any], settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError) as refused:
        CityModel("control", **{**small, **settings})
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_past_of_another_city_is_refused(small: dict[str, Any]) -> None:
    branch_point = CityModel(**small)
    for change in ({"rng": 8}, {"residents": 299}, {"burn_in": 9}, {"gain": 1.0}, {"city": "synthetic:25"}):
        with pytest.raises(InputError, match="another city's"):
            CityModel("control", branch_point=branch_point, **{**small, **change})
    branch_point.step()
    with pytest.raises(InputError, match="beyond the branch point"):
        CityModel("control", branch_point=branch_point, **small)


def test_levers_set_while_living_hold_from_that_week_on(small_city: CityModel) -> None:
    small_city.run(3)
    small_city.set_levers({"participation": 0.9})
    assert small_city.levers["participation"] == 0.9
    with pytest.raises(InputError, match="out of range"):
        small_city.set_levers({"participation": 2})
