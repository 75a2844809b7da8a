"""What else than parameters a design can vary, and where it can look."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sim import CityModel
from sim.files.errors import InputError
from sim.scenario.event import Event
from sim.scenario.scenario import interpolate, load_scenario, mix
from sim.studies import Design, open_results, sweep
from sim.studies.expansion import expand
from sim.studies.factor import Factor
from sim.studies.sampling import unit_points
from tests.studies.small import HERE, design

CONTEXT = {"city": "synthetic:4", "residents": 100, "burn_in": 2, "weeks": 8}


def grid(vary: dict[str, object], **changes: object) -> Design:
    run = {"scenarios": ["emancipatory"], "seeds": 1, **changes.pop("run", {})}  # type: ignore[dict-item]
    return design(design={"method": "grid"}, vary=vary, run=run, **changes)


def trust(study: Design, folder: Path) -> dict[object, float]:
    """Return trust at the end by the value of the one factor."""
    sweep(study, folder, HERE)
    results = open_results(folder)
    (name,) = results.plan.factors
    return dict(zip(results.plan.table.column(name).to_pylist(), results.outcome("trust"), strict=True))


def alone(scenario: object, **changes: object) -> float:
    city = CityModel(scenario, rng=1, **(CONTEXT | changes)).run()  # type: ignore[arg-type]
    return float(city.series.at_end()[city.series.outcomes.index("trust")])


def test_a_blend_is_the_scenario_between(tmp_path: Path) -> None:
    found = trust(grid({"blend": {"levels": 3}}, run={"blend_toward": "control"}), tmp_path)
    ends = load_scenario("emancipatory"), load_scenario("control")
    assert found == {place: alone(interpolate(*ends, place)) for place in (0.0, 0.5, 1.0)}


def test_a_group_of_levers_is_taken_from_another_scenario(tmp_path: Path) -> None:
    found = trust(grid({"levers": {"street": {"values": ["none", "control"]}}}), tmp_path)
    base = load_scenario("emancipatory")
    mixed = mix(base, load_scenario("control"), ["street"])
    assert found == {"none": alone(base), "control": alone(mixed)}
    assert found["none"] != found["control"]


def test_mechanisms_are_switched_off(tmp_path: Path) -> None:
    found = trust(grid({"off": {"values": ["none", "trust", "trust+mobilisation"]}}), tmp_path)
    scenario = load_scenario("emancipatory")
    assert found == {
        "none": alone(scenario),
        "trust": alone(scenario, off=["trust"]),
        "trust+mobilisation": alone(scenario, off=["trust", "mobilisation"]),
    }


def test_events_vary_in_kind_week_and_size(tmp_path: Path) -> None:
    vary = {
        "events.shock.kind": {"values": ["none", "breach", "budget_cut"]},
        "events.shock.week": {"values": [1, 5]},
        "events.shock.depth": {"values": [0.2, 0.6]},
    }
    study = grid(vary, events={"shock": {"weeks": 6}})
    sweep(study, tmp_path, HERE)
    results = open_results(tmp_path)
    rows = results.plan.table.to_pandas().assign(trust=results.outcome("trust"))
    for _, row in rows.iterrows():
        kind, week = row["events.shock.kind"], int(row["events.shock.week"])
        events = {
            "none": [],
            "breach": [Event("breach", week)],
            "budget_cut": [Event("budget_cut", week, depth=row["events.shock.depth"], weeks=6)],
        }[kind]
        assert row["trust"] == alone("emancipatory", events=events)
    assert rows.trust.nunique() >= 5


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("city", ["synthetic:4", "synthetic:9"]),
        ("residents", [100, 150]),
        ("burn_in", [2, 5]),
        ("weeks", [5, 8]),
    ],
)
def test_the_context_varies(name: str, options: list[object], tmp_path: Path) -> None:
    found = trust(grid({name: {"values": options}}), tmp_path)
    assert found == {value: alone("emancipatory", **{name: value}) for value in options}


def test_a_shorter_run_ends_in_its_own_weeks(tmp_path: Path) -> None:
    sweep(grid({"weeks": {"values": [5, 8]}}), tmp_path, HERE)
    weekly = open_results(tmp_path).weekly("trust")
    weeks = open_results(tmp_path).plan.each("weeks")
    assert {week: int(np.isfinite(row).sum()) for week, row in zip(weeks, weekly, strict=True)} == {
        5: 5,
        8: 8,
    }
    with pytest.raises(InputError, match="kept of every run"):
        open_results(tmp_path).outcome("trust", year=7 / 52)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_of_points_is_run_as_it_is(ending: str, tmp_path: Path) -> None:
    rows = [
        {"gain": 0.7, "consent": "opt_in"},
        {"gain": 1.3, "consent": None},
        {"gain": 0.7, "consent": "opt_out"},
    ]
    if ending == "csv":
        (tmp_path / "points.csv").write_text("gain,consent\n0.7,opt_in\n1.3,\n0.7,opt_out\n")
    else:
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / "points.parquet")
    path = tmp_path / "own.toml"
    path.write_text(f'[design]\npoints = "points.{ending}"\n[run]\nseeds = 2\n')
    study = Design.read(path)
    planned = expand(study).table.to_pandas().drop_duplicates("point").sort_values("point")
    assert planned.gain.tolist() == [0.7, 1.3, 0.7]
    assert planned.consent.fillna("").tolist() == ["opt_in", "", "opt_out"]
    (tmp_path / f"points.{ending}").unlink()  # what is kept with the results does without it
    assert expand(Design.of(tomllib.loads(study.source))).keys == expand(study).keys


def test_priors_have_their_quantiles() -> None:
    peaked = Factor("gain", 0.6, 1.6, "triangular", mode=0.8)
    draws = np.array([peaked.value(place) for place in (np.arange(20_000) + 0.5) / 20_000], float)
    assert draws.mean() == pytest.approx((0.6 + 1.6 + 0.8) / 3, abs=1e-3)
    assert (draws <= 0.8).mean() == pytest.approx(0.2, abs=1e-3)  # (mode - low) / (high - low)
    with pytest.raises(InputError, match="mode, the likeliest value"):
        Factor("gain", 0.6, 1.6, "triangular")


def test_points_meet_their_constraints() -> None:
    vary = {"surveillance": {"low": 0.0, "high": 1.0}, "openness": {"low": 0.0, "high": 1.0}}
    constraints = ["surveillance + 0.1 < openness", "not (openness > 0.9 or surveillance == 0)"]
    study = design(design={"samples": 64, "constraints": constraints}, vary=vary)
    rows = expand(study).table.to_pandas().drop_duplicates("point")
    assert 10 < len(rows) < 40
    assert ((rows.surveillance + 0.1 < rows.openness) & (rows.openness <= 0.9)).all()


@pytest.mark.parametrize(
    ("constraints", "said"),
    [
        (["gian > 1"], "did you mean 'gain'"),
        (["gain + 1"], "compares nothing"),
        (["__import__('os').getcwd() == 1"], "is not allowed in a constraint"),
        (["gain >"], "cannot be read"),
        (["gain > 99"], "none of 3 points meets the constraints"),
        (["gain < consent"], "reckons with words"),
        ([3], "must be text"),
    ],
)
def test_bad_constraints_are_refused(constraints: list[object], said: str) -> None:
    with pytest.raises(InputError) as refused:
        expand(design(design={"constraints": constraints}))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_methods_that_need_every_point_take_no_constraint() -> None:
    with pytest.raises(InputError, match="would take points away that saltelli needs"):
        design(design={"method": "saltelli", "samples": 4, "constraints": ["gain > 1"]})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"vary": {"blend": {}}}, "blend needs both"),
        ({"vary": {"levers": {"street": {"values": ["contrl"]}}}}, "did you mean 'control'"),
        ({"vary": {"levers.streets": {"values": ["control"]}}}, "did you mean 'levers.street'"),
        ({"vary": {"off": {"values": ["trsut"]}}}, "did you mean 'trust'"),
        ({"vary": {"events": {"cut": {"week": {"low": 0, "high": 5}}}}}, "unknown event 'cut'"),
        (
            {"vary": {"events.cut.week": {}}, "events": {"cut": {"kind": "breach"}}},
            "needs low and high; it has no declared range",
        ),
        (
            {"vary": {"events.cut.week": {"low": 1, "high": 3}}, "events": {"cut": {"kind": "brech"}}},
            "'breach'",
        ),
        ({"vary": {"residents": {"values": [1]}}}, "residents = 1"),
        ({"vary": {"gain": {"low": 0.6, "high": 1.0, "scale": "triangular", "mode": 2.0}}}, "mode = 2.0"),
    ],
)
def test_bad_factors_are_refused(changes: dict[str, dict[str, object]], said: str) -> None:
    with pytest.raises(InputError) as refused:
        expand(design(**changes))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_stopped_grid_is_an_even_sample() -> None:
    """Of any eighth that has been run first, every level of every factor has about its share."""
    vary = {"gain": {"levels": 4}, "chilling": {"levels": 4}, "rent": {"levels": 4}}
    points = unit_points(grid(vary))
    assert len({tuple(point) for point in points}) == len(points) == 64
    for stop in (16, 32, 48):
        for column in points[:stop].T:
            _, counts = np.unique(column.round(6), return_counts=True)
            assert len(counts) == 4
            assert abs(counts - stop / 4).max() <= 3
