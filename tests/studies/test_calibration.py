from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sim.city.load import load_city
from sim.cli.main import main
from sim.evidence.patterns.london import PUBLISHED, published, weighted_correlation
from sim.files.errors import InputError
from sim.scenario.scenario import load_assumption_set
from sim.studies import Design, Shard, calibrate, open_results, sweep
from sim.studies.calibration import measured
from sim.studies.district import kept_week
from sim.studies.goodness_of_fit import distance
from sim.studies.store import Failure, Store, join_runs, split_runs
from sim.studies.targets import Target, read_targets
from tests.studies.small import HERE, design

TARGET = '[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = 1\nscale = 1\n'
PRIOR = {"trust_speed": {}, "chilling": {}}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of two assumptions, which tests leave as it is."""
    folder = tmp_path_factory.mktemp("study")
    changes = {"design": {"method": "sobol", "samples": 64}, "vary": PRIOR, "run": {"weeks": 26}}
    sweep(design(**changes), folder, HERE)
    return folder


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


def test_points_as_near_as_the_last_one_are_kept(study: Path) -> None:
    """Which of several that meet every target comes first in the design must not matter."""
    posterior = calibrate(study, [Target("trust", "control", 0.0, 1.0, 0.1)], keep=0.1)
    assert len(posterior.kept) == posterior.points == 64


def test_points_that_failed_are_left_out_and_pending_ones_waited_for(study: Path, tmp_path: Path) -> None:
    study = Path(shutil.copytree(study, tmp_path / "study"))
    results = open_results(study)
    failed = results.plan.run(
        next(row for row in results.plan.rows if results.plan.run(row).scenario == "control")
    )
    store = Store(study)
    pieces = {key: run for table in store.tables() for key, run in split_runs(table).items()}
    for path in list(store.runs.iterdir()):
        path.unlink()
    lived = [key for key in pieces if key != failed.key]
    store.write_table(lived, join_runs(lived, [pieces[key] for key in lived]))
    everywhere = [Target("trust", "control", 0.0, 1.0, 0.1)]
    with pytest.raises(InputError, match=r"1 of \d+ runs are not done"):
        calibrate(study, everywhere)
    store.write_failure(Failure(failed.key, "failed", "of old"))
    by_the_other_seed = calibrate(study, everywhere)
    assert (by_the_other_seed.points, by_the_other_seed.left_out) == (64, 0)
    twin = next(
        run
        for run in map(results.plan.run, results.plan.rows)
        if run.key != failed.key and (run.scenario, run.settings) == (failed.scenario, failed.settings)
    )
    for path in list(store.runs.iterdir()):
        path.unlink()
    lived.remove(twin.key)
    store.write_table(lived, join_runs(lived, [pieces[key] for key in lived]))
    store.write_failure(Failure(twin.key, "failed", "of old"))
    posterior = calibrate(study, everywhere)
    assert (posterior.points, posterior.left_out) == (len(posterior.kept), 1) == (63, 1)


@pytest.fixture(scope="module")
def london(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("london")
    run = {"city": "london", "residents": 500, "weeks": 8, "districts": ["wellbeing"]}
    sweep(design(design={"method": "sobol", "samples": 16}, vary=PRIOR, run=run), folder, HERE)
    return folder


def test_boroughs_are_compared_as_pattern_p8_does(london: Path) -> None:
    """Maps averaged over seeds, then correlated with published life satisfaction, weighted by population."""
    results = open_results(london)
    found = measured(results, Target("wellbeing", "control", 0.0, 1.0, 0.1, published=PUBLISHED))
    assert found.shape == (16,)
    table = results.plan.table.to_pandas()
    rows = table[(table.point == 3) & (table.scenario == "control")].row
    simulated = results.districts("wellbeing")[rows].mean(axis=0)
    _, satisfaction = published()
    there = np.isfinite(simulated)  # so few residents leave the City of London empty
    people = load_city("london").population
    again = weighted_correlation(simulated[there], satisfaction[there], people[there])
    assert found[3] == pytest.approx(again, abs=1e-12)


def test_a_distance_counts_differences_between_boroughs_only(london: Path) -> None:
    x, y, people = np.array([0.5, 0.6, 0.9]), np.array([7.0, 8.0, 7.5]), np.array([1.0, 1.0, 2.0])
    # apart by -2, -2, 1.5 and 1.5: from their mean by 1.75 each
    assert distance(10 * x, y, people) == pytest.approx(1.75)
    assert distance(10 * x + 3, y - 2, people) == pytest.approx(distance(10 * x, y, people))
    found = measured(open_results(london), Target("wellbeing", "control", 0, 1, 1, None, PUBLISHED, 10.0))
    doubled = measured(open_results(london), Target("wellbeing", "control", 0, 1, 1, None, PUBLISHED, 20.0))
    assert (found > 0).all()
    assert (found < doubled).all()  # boroughs in the model differ by more than in London already


def test_the_nearest_boroughs_are_kept(london: Path) -> None:
    target = Target("wellbeing", "control", 1.0, 1.0, 0.1, published=PUBLISHED)
    found = measured(open_results(london), target)
    posterior = calibrate(london, [target], keep=0.4)
    assert posterior.kept == np.argsort(-found)[:6].tolist()


def test_what_is_published_must_exist(london: Path, study: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="did you mean 'happiness'"):
        calibrate(london, [Target("wellbeing", "control", 0, 1, 1, published="hapiness")])
    with pytest.raises(InputError, match="not a number"):
        calibrate(london, [Target("wellbeing", "control", 0, 1, 1, published="id")])
    with pytest.raises(InputError, match="keeps no district figures of 'trust'"):
        calibrate(london, [Target("trust", "control", 0, 1, 1, published=PUBLISHED)])
    prior = {"design": {"method": "sobol", "samples": 16}, "vary": PRIOR}
    sweep(design(**prior, run={"districts": ["trust"]}), tmp_path / "invented", HERE)
    with pytest.raises(InputError, match="'synthetic:4' is invented and publishes no 'happiness'"):
        calibrate(tmp_path / "invented", [Target("trust", "control", 0, 1, 1, published="happiness")])


def test_the_posterior_is_a_set_of_assumptions_and_a_design(
    study: Path, tmp_path: Path, short_files: int
) -> None:
    targets = tmp_path / "targets.toml"
    targets.write_text('[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = 0.5\nscale = 0.05\n')
    out = tmp_path / "calibrated.toml"
    assert main(["calibrate", str(study), "--targets", str(targets), "--out", str(out)]) == 0
    chosen = load_assumption_set(out).values
    ranges = Design.read(tmp_path / "calibrated-ranges.toml")
    for factor in ranges.factors:
        assert factor.low <= chosen[factor.name] <= factor.high
    prior = open_results(study).plan.study
    assert (ranges.method, ranges.samples, dict(ranges.context)) == ("sobol", 64, prior["context"])
    part = sweep(ranges, tmp_path / "again", HERE._replace(shard=Shard(1, 26)))
    assert (part.done, part.pending) == (short_files, 0)  # of 256 runs in 26 files


def test_what_the_study_held_is_in_the_calibrated_set(tmp_path: Path) -> None:
    prior = {"design": {"method": "sobol", "samples": 16}, "vary": PRIOR, "set": {"gain": 0.9}}
    sweep(design(**prior, run={"assumptions": ["sceptic"], "weeks": 4}), tmp_path / "study", HERE)
    targets = [Target("trust", "control", 0.0, 1.0, 0.1)]
    path, beside = calibrate(tmp_path / "study", targets).save(tmp_path / "set.toml", targets)
    chosen = load_assumption_set(path).values
    sceptic = load_assumption_set("sceptic").values
    assert chosen["gain"] == 0.9
    assert set(PRIOR) == {name for name in chosen if chosen[name] != sceptic[name]} - {"gain"}
    assert Design.read(beside).assumptions == ("sceptic",)


def test_shipped_targets_can_be_read() -> None:
    prior = Design.read("london-boroughs")
    for target in read_targets("london-boroughs"):
        assert target.published == PUBLISHED
        assert target.outcome in prior.districts
        assert target.scenario in prior.scenarios
        assert kept_week(int(prior.context["weeks"]), target.year) == 51
    assert {target.outcome for target in read_targets("patterns")} == {"trust", "ties", "isolated", "active"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("targets = 3", "list of tables"),
        (
            '[[targets]]\noutcome = "trsut"\nscenario = "control"\nvalue = 1\nscale = 1',
            "did you mean 'trust'",
        ),
        ('[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = 1', "scale"),
        ('[[targets]]\noutcome = "trust"\nscenario = "control"\nlow = 1', "either value"),
        ('[[targets]]\noutcome = "trust"\nscenario = "control"\nlow = 1\nhigh = 0', "below high"),
        ('[[targets]]\noutcome = "trust"\nscenario = "control"\nvalue = nan\nscale = 1', "finite"),
        ('[[targets]]\noutcome = "trust"\nvalue = 1\nscale = 1', "scenario"),
        (f"{TARGET}unit = 10", "without published"),
        (f"{TARGET}published = 3", "name of a column"),
        (f'{TARGET.replace("trust", "ties")}published = "happiness"', "district outcome 'ties'"),
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


def test_a_target_says_what_is_compared() -> None:
    plain = Target("trust", "control", 0.0, 1.0, 0.1)
    maps = Target("wellbeing", "control", 0.4, 1.0, 0.1, year=1, published=PUBLISHED)
    assert plain.label == "trust of control"
    assert maps.label == f"wellbeing of control, year 1: correlation with {PUBLISHED} across districts"
    far = replace(maps, unit=10)
    assert (
        far.label == f"wellbeing x 10 of control, year 1: distance from {PUBLISHED} across districts (r.m.s.)"
    )


def test_targets_that_every_point_meets_are_said_to_tell_nothing(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    targets = tmp_path / "targets.toml"
    for value, said in (("0.0\nhigh = 1.0", True), ("0.99\nhigh = 1.0", False)):
        targets.write_text(
            f'[[targets]]\noutcome = "trust"\nscenario = "control"\nlow = {value}\nscale = 0.1\n'
        )
        words = ["calibrate", str(study), "--targets", str(targets), "--out", str(tmp_path / "set.toml")]
        assert main(words) == 0
        printed = capsys.readouterr().out
        assert ("they tell nothing about what is varied" in printed) == said
        assert "100 %: nothing learned" in printed
        assert "About 90 % is sound" in printed
