from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from sim.files.errors import InputError
from sim.files.resources import data_folder
from sim.parameters import ASSUMPTIONS
from sim.studies import Design
from sim.studies.expansion import expand
from sim.studies.plan import Plan
from sim.studies.sampling import salib_problem, unit_points
from tests.studies.small import design

SHIPPED = sorted(path.stem for path in (data_folder() / "experiments").glob("*.toml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_design_can_be_expanded(name: str) -> None:
    plan = expand(Design.read(name))
    assert plan.table.num_rows == len(unit_points(Design.read(name))) * len(plan.study["seeds"]) * len(
        plan.study["scenarios"]
    )


def test_ranges_default_to_what_is_declared() -> None:
    gain = next(factor for factor in design().factors if factor.name == "gain")
    assert (gain.low, gain.high) == ASSUMPTIONS["gain"].explored
    assert gain.value(0.0) == gain.low
    assert gain.value(1.0) == gain.high


def test_a_log_scale_has_its_geometric_mean_in_the_middle() -> None:
    (epsilon,) = design(vary={"epsilon": {"low": 0.1, "high": 10.0, "scale": "log"}}).factors
    assert epsilon.value(0.5) == pytest.approx(1.0)


def test_a_grid_is_the_product_of_its_levels() -> None:
    plan = expand(design(design={"method": "grid"}, vary={"gain": {"levels": 3}, "consent": {}}))
    points = {(row["gain"], row["consent"]) for row in plan.table.to_pylist()}
    assert len(points) == 9
    low, high = ASSUMPTIONS["gain"].explored
    assert sorted({gain for gain, _ in points}) == pytest.approx([low, (low + high) / 2, high])


def test_a_latin_hypercube_has_one_point_in_each_slice() -> None:
    points = unit_points(design(design={"samples": 16}))
    for column in points.T:
        assert sorted((column * 16).astype(int)) == list(range(16))


def test_sobol_points_balance_halves() -> None:
    points = unit_points(design(design={"method": "sobol", "samples": 32}))
    assert ((points < 0.5).sum(axis=0) == 16).all()


def test_saltelli_rows_give_known_indices() -> None:
    from SALib.analyze import sobol as salib_sobol

    study = design(
        design={"method": "saltelli", "samples": 512}, vary={"gain": {}, "chilling": {}, "rent": {}}
    )
    points = unit_points(study)
    assert len(points) == 512 * (3 + 2)
    outcome = 4.0 * points[:, 0] + 2.0 * points[:, 1]  # first-order indices 16/20, 4/20 and 0
    problem = salib_problem(study.factors)
    found = salib_sobol.analyze(problem, outcome, calc_second_order=False, seed=1)
    assert np.allclose(found["S1"], [0.8, 0.2, 0.0], atol=0.02)


def test_morris_changes_one_factor_a_step() -> None:
    points = unit_points(design(design={"method": "morris", "samples": 4}))
    trajectories = points.reshape(4, 4, 3)
    assert ((np.diff(trajectories, axis=1) != 0).sum(axis=2) == 1).all()


def test_one_at_a_time_leaves_the_rest_alone() -> None:
    plan = expand(design(design={"method": "one-at-a-time"}))
    rows = plan.table.to_pylist()
    changed = [sum(row[name] is not None for name in plan.factors) for row in rows]
    assert set(changed) == {0, 1}
    base = next(row["row"] for row in rows if row["point"] == 0)
    assert plan.run(base).settings == {}


def test_every_point_meets_every_scenario_set_and_seed() -> None:
    plan = expand(design(run={"assumptions": ["central", "sceptic"], "seeds": [3, 9]}))
    cells = {(r["point"], r["scenario"], r["assumptions"], r["seed"]) for r in plan.table.to_pylist()}
    assert len(cells) == 3 * 2 * 2 * 2
    assert {seed for *_, seed in cells} == {3, 9}


def test_runs_with_the_same_past_stand_together() -> None:
    plan = expand(design())
    pasts = [plan.run(row).burn_in_key for row in plan.rows]
    assert sum(a != b for a, b in pairwise(pasts)) == len(set(pasts)) - 1


def test_keys_are_of_what_is_run_and_nothing_else() -> None:
    keys = set(expand(design()).keys)
    assert set(expand(design(text={"en": {"title": "Other words"}})).keys) == keys
    for other in ({"weeks": 9}, {"residents": 101}, {"seeds": [7]}, {"city": "synthetic:5"}):
        assert not keys & set(expand(design(run=other)).keys)
    assert not keys & set(expand(design(set={"rent": 0.021})).keys)


def test_a_plan_survives_writing() -> None:
    plan = expand(design(vary={"epsilon": {"values": ["none", 1.0]}, "evolving": {}, "consent": {}}))
    again = Plan.decode(plan.encode())
    assert again.encode() == plan.encode()
    assert [again.run(row) for row in again.rows] == [plan.run(row) for row in plan.rows]
    assert {plan.run(row).settings["epsilon"] for row in plan.rows} <= {"none", 1.0}


def test_equal_settings_are_one_run() -> None:
    plan = expand(design(design={"method": "one-at-a-time"}, vary={"surveillance": {"values": [0.3, 0.5]}}))
    assert len(plan.rows) == len(set(plan.keys))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"design": {"method": "sobel"}}, "did you mean 'sobol'"),
        ({"design": {"method": "sobol", "samples": 6}}, "power of two"),
        ({"design": {"method": "morris", "levels": 3}}, "levels = 3 must be even"),
        ({"design": {"method": "sobel"}}, "small: method = 'sobel' is not known"),
        ({"run": {"districts": ["gdp"]}}, "small: unknown district outcome 'gdp'"),
        ({"vary": {"zzz": {}}}, "two-cities parameters"),
        ({"design": {"samples": 0}}, "samples = 0"),
        ({"design": {"samples": True}}, "samples = true"),
        ({"run": {"seeds": [1, 1]}}, "twice"),
        ({"run": {"seeds": -1}}, "seeds = -1"),
        ({"run": {"residents": 1}}, "residents = 1"),
        ({"run": {"scenarios": "control"}}, "list of names"),
        ({"run": {"scenario": ["control"]}}, "did you mean 'scenarios'"),
        ({"vary": {"gian": {}}}, "did you mean 'gain'"),
        ({"vary": {"seed": {}}}, "[run] seeds says which"),
        ({"vary": {"city": {}}}, "city: needs values"),
        ({"vary": {}, "design": {"method": "sobol", "samples": 8}}, "[vary] is empty"),
        ({"design": {"method": "saltelli", "samples": 10}}, "power of two"),
        ({"vary": {"gain": 3}}, "must be a table"),
        ({"vary": {"gain": {"low": 2.0, "high": 1.0}}}, "must be below"),
        ({"vary": {"gain": {"low": float("nan")}}}, "finite"),
        ({"vary": {"gain": {"hihg": 1.0}}}, "did you mean 'high'"),
        ({"vary": {"consent": {"values": ["opt_inn"]}}}, "did you mean 'opt_in'"),
        ({"vary": {"gain": {"values": [1.0, 1.0]}}}, "twice"),
        ({"set": {"gain": 1.0}}, "both varied and set"),
        ({"set": {"surveillance": 2.0}}, "surveillance = 2.0"),
        ({"sett": {}}, "did you mean 'set'"),
    ],
)
def test_bad_designs_are_refused_in_one_line(changes: dict[str, dict[str, object]], said: str) -> None:
    with pytest.raises(InputError) as refused:
        unit_points(design(**changes))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_scenario_that_is_unknown_is_refused() -> None:
    with pytest.raises(InputError, match="did you mean 'control'"):
        expand(design(run={"scenarios": ["contrl"]}))


def test_a_design_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[design]\nmethod = "grid"\n[vary]\ngain = { levels = 2 }\n')
    assert Design.read(path).source == path.read_text()
