"""Calibration in rounds, and whether a calibration can be believed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
import tomli_w

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import calibrate, open_results, sweep
from sim.studies.predictive import coverage, predicted
from sim.studies.smc import FAR, Rounds, _few, distance, effective_size, smc
from sim.studies.targets import Target, read_targets
from tests.studies.small import HERE, design

PRIOR: dict[str, Any] = {"trust_speed": {}}
RUN = {"scenarios": ["control"], "seeds": 1, "weeks": 26}
SHORT = Rounds(3, 10)


def truth(tmp_path: Path, speed: float) -> float:
    study = design(design={"method": "grid"}, vary={"trust_speed": {"values": [speed]}}, run=RUN)
    sweep(study, tmp_path / "truth", HERE)
    return float(open_results(tmp_path / "truth").outcome("trust")[0])


def test_rounds_come_nearer_to_a_known_truth(tmp_path: Path) -> None:
    study = design(vary=PRIOR, run=RUN)
    (factor,) = study.factors
    speed = factor.low + 0.3 * (factor.high - factor.low)
    known = truth(tmp_path, speed)
    targets = [
        Target("trust", "control", known, known, 0.01),
        Target("calm", "control", 0.0, 1.0, 1.0, held_out=True),
    ]
    found = smc(study, targets, tmp_path / "smc", SHORT, HERE)
    bounds = [row["bound"] for row in found.tables["smc-rounds"].to_pylist()]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] < 0.5 * bounds[0]
    for row in found.tables["smc-rounds"].to_pylist():
        assert 1.0 <= row["ess"] <= row["kept"] == 10
    assert found.tables["smc-rounds"].to_pylist()[0]["ess"] == pytest.approx(
        10
    )  # drawn from the prior: of one weight
    (row,) = found.tables["smc"].to_pylist()
    assert row["low"] <= speed <= row["high"]
    assert row["shrunk"] < 0.7
    fitted, held = found.tables["smc-foretold"].to_pylist()
    assert (fitted["role"], held["role"]) == ("fitted", "held out")
    assert fitted["q05"] <= known <= fitted["q95"]
    lived = list((tmp_path / "smc" / "points").iterdir())
    assert len(lived) >= sum(row["tried"] for row in found.tables["smc-rounds"].to_pylist())


def test_begun_again_it_lives_nothing_twice_and_finds_the_same(tmp_path: Path) -> None:
    (tmp_path / "design.toml").write_text(design(vary=PRIOR, run=RUN).source)
    target = {"outcome": "trust", "scenario": "control", "value": 0.6, "scale": 0.1}
    (tmp_path / "targets.toml").write_text(tomli_w.dumps({"targets": [target]}))
    words = [
        "smc",
        str(tmp_path / "design.toml"),
        "--targets",
        str(tmp_path / "targets.toml"),
        "--rounds",
        "2",
    ]
    words += ["--population", "10", "--out", str(tmp_path / "out"), "--workers", "1", "--quiet"]
    assert main(words) == 0
    table = pq.read_table(tmp_path / "out" / "analysis" / "smc.parquet")
    points = sorted((tmp_path / "out" / "points").iterdir())
    lived = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("points/*/runs/*")}
    assert main(words) == 0
    assert pq.read_table(tmp_path / "out" / "analysis" / "smc.parquet").equals(table)
    assert sorted((tmp_path / "out" / "points").iterdir()) == points
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("points/*/runs/*")} == lived


def test_points_are_worth_as_many_as_weigh_alike() -> None:
    assert effective_size([0.2] * 5) == pytest.approx(5.0)
    assert effective_size([1.0, 0.0, 0.0]) == pytest.approx(1.0)
    assert effective_size([3.0, 1.0]) == pytest.approx(16 / 10)


def test_few_effective_points_are_warned_of_in_one_line() -> None:
    good, bad = {"round": 0, "kept": 10, "ess": 9.0}, {"round": 1, "kept": 10, "ess": 3.2}
    assert _few([good]) == []
    (note,) = _few([good, bad])
    assert note == (
        "effective sample size below half of the points kept in round 1; at the end 3 of 10: few points carry the "
        "weight; take a larger --population, or fewer --rounds"
    )


def test_a_point_without_a_value_is_far() -> None:
    targets = [
        Target("trust", "control", 0.5, 0.5, 0.1),
        Target("calm", "control", 0.0, 0.1, 0.1, held_out=True),
    ]
    assert distance(targets, {"0": 0.7, "1": 5.0}) == pytest.approx(2.0)
    assert distance(targets, {"0": float("nan"), "1": 0.0}) == FAR


def test_bad_calibrations_are_refused(tmp_path: Path) -> None:
    trust = Target("trust", "control", 0.5, 0.6, 0.1)
    for changes, targets, said in (
        ({"vary": {"surveillance": {}}}, [trust], "calibration is of assumptions over ranges"),
        ({"vary": PRIOR}, [trust.__class__(**{**vars(trust), "held_out": True})], "every target is held out"),
        (
            {"vary": PRIOR},
            [trust.__class__(**{**vars(trust), "scenario": "contrl"})],
            "did you mean 'control'",
        ),
    ):
        with pytest.raises(InputError, match=said):
            smc(design(run=RUN, **changes), targets, tmp_path, SHORT, HERE)
    with pytest.raises(InputError, match="population = 3"):
        smc(design(run=RUN, vary=PRIOR), [trust], tmp_path, Rounds(2, 3), HERE)


def test_held_out_targets_are_foretold_and_not_fitted(tmp_path: Path) -> None:
    study = design(design={"method": "sobol", "samples": 64}, vary=PRIOR, run=RUN)
    sweep(study, tmp_path / "study", HERE)
    results = open_results(tmp_path / "study")
    low = float(np.quantile(results.outcome("trust"), 0.2))
    fitted = Target("trust", "control", 0.0, low, 0.01)
    held = Target("trust", "control", 0.9, 1.0, 0.01, held_out=True)
    both = calibrate(results, [fitted, held], keep=0.1)
    assert both.kept == calibrate(results, [fitted], keep=0.1).kept
    first, second = predicted(results, both.kept, [fitted, held])
    assert (first["inside"], second["inside"]) == (1.0, 0.0)
    assert first["q95"] <= low


def test_known_truths_are_found_as_often_as_promised(tmp_path: Path) -> None:
    """One target tells of one assumption; of the other, which it says nothing about, ranges stay wide and hold."""
    study = design(
        design={"method": "sobol", "samples": 128},
        vary=PRIOR | {"divide": {}},
        run=RUN | {"seeds": 2, "weeks": 12},
    )
    sweep(study, tmp_path, HERE)
    shares = coverage(open_results(tmp_path), [Target("trust", "control", 0.5, 0.5, 0.01)], keep=0.2)
    assert all(0.75 <= share <= 1.0 for share in shares.values()), shares


def test_a_table_of_targets_says_which_are_held_out(tmp_path: Path) -> None:
    path = tmp_path / "targets.toml"
    path.write_text(
        '[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = 1\nscale = 1\nheld_out = true\n'
    )
    assert [one.held_out for one in read_targets(path)] == [True]
    path.write_text(path.read_text().replace("true", '"yes"'))
    with pytest.raises(InputError, match="held_out = 'yes' must be true or false"):
        read_targets(path)
