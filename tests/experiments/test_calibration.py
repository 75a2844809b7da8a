from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.cli import main
from sim.errors import InputError
from sim.experiments import Design, calibrate, open_results, sweep
from sim.experiments.targets import Target, read_targets
from sim.scenario import load_assumption_set
from tests.experiments.small import HERE, design

PRIOR = {"trust_speed": {}, "chilling": {}}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    changes = {"design": {"method": "sobol", "samples": 64}, "vary": PRIOR, "run": {"weeks": 26}}
    sweep(design(**changes), tmp_path / "study", HERE)
    return tmp_path / "study"


def test_a_known_assumption_is_found_again(study: Path) -> None:
    """A target taken from one of the points is met by points like it, and narrows what made it."""
    results = open_results(study)
    table = results.plan.table.to_pandas()
    control = table[table.scenario == "control"]
    truth = control[control.point == 11].trust_speed.iloc[0]
    near = [float(results.outcome("trust")[row]) for row in control[control.point == 11].row]
    posterior = calibrate(study, [Target("trust", "control", np.mean(near), np.mean(near), 0.01)], keep=0.1)
    assert posterior.kept[0] == 11
    assert posterior.distances[0] == pytest.approx(0.0, abs=1e-9)
    assert len(posterior.kept) == 6
    low, _, high = posterior.ranges["trust_speed"]
    assert low <= truth <= high
    assert posterior.shrunk["trust_speed"] < 0.7


def test_targets_that_all_points_meet_teach_nothing(study: Path) -> None:
    posterior = calibrate(study, [Target("trust", "control", 0.0, 1.0, 0.1)], keep=1.0)
    assert set(posterior.distances) == {0.0}
    assert posterior.shrunk == {"trust_speed": 1.0, "chilling": 1.0}


def test_the_posterior_is_a_set_of_assumptions_and_a_design(study: Path, tmp_path: Path) -> None:
    targets = tmp_path / "targets.toml"
    targets.write_text('[[targets]]\ndial = "trust"\nscenario = "control"\nvalue = 0.5\nscale = 0.05\n')
    out = tmp_path / "calibrated.toml"
    assert main(["calibrate", str(study), "--targets", str(targets), "--out", str(out)]) == 0
    chosen = load_assumption_set(out).values
    ranges = Design.read(tmp_path / "calibrated-ranges.toml")
    for factor in ranges.factors:
        assert factor.low <= chosen[factor.name] <= factor.high


def test_shipped_targets_can_be_read() -> None:
    assert {target.dial for target in read_targets("patterns")} == {"trust", "ties", "isolated", "active"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("targets = 3", "list of tables"),
        ('[[targets]]\ndial = "trsut"\nscenario = "control"\nvalue = 1\nscale = 1', "did you mean 'trust'"),
        ('[[targets]]\ndial = "trust"\nscenario = "control"\nvalue = 1', "scale"),
        ('[[targets]]\ndial = "trust"\nscenario = "control"\nlow = 1', "either value"),
        ('[[targets]]\ndial = "trust"\nscenario = "control"\nlow = 1\nhigh = 0', "below high"),
        ('[[targets]]\ndial = "trust"\nscenario = "control"\nvalue = nan\nscale = 1', "finite"),
        ('[[targets]]\ndial = "trust"\nvalue = 1\nscale = 1', "scenario"),
    ],
)
def test_bad_targets_are_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "targets.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=said):
        read_targets(path)


def test_studies_that_cannot_be_calibrated_are_refused(study: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="scenario of a target"):
        calibrate(study, [Target("trust", "smart-free", 0, 1, 1)])
    sweep(design(), tmp_path / "levers", HERE)
    with pytest.raises(InputError, match="calibration is of assumptions"):
        calibrate(tmp_path / "levers", [Target("trust", "control", 0, 1, 1)])
