"""Designs made in Python are as good as those of a file: checked on construction, kept whole with their results."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.files.errors import InputError
from sim.studies import Design, calibrate, open_results, resume, sweep
from sim.studies.expansion import expand
from sim.studies.factor import Factor
from sim.studies.targets import Target
from tests.studies.small import HERE, design

CONTEXT = {"city": "synthetic:4", "residents": 100, "burn_in": 2, "weeks": 8}


def made(**changes: Any) -> Design:
    given: dict[str, Any] = {"name": "made", "factors": {"gain": {}, "chilling": {}}, "context": CONTEXT}
    return Design(**given | {"method": "latin-hypercube", "samples": 12, "seeds": 2} | changes)


def test_a_design_is_kept_whole(tmp_path: Path) -> None:
    study = made(factors=[Factor("gain", 0.7, 1.2), Factor("epsilon", options=("none", 1.0))])
    sweep(study, tmp_path, HERE)
    kept = Design.read(tmp_path / "design.toml")
    assert expand(kept).keys == expand(study).keys
    assert [(one.name, one.low, one.high, one.options) for one in kept.factors] == [
        ("gain", 0.7, 1.2, ()),
        ("epsilon", 0.0, 1.0, ("none", 1.0)),
    ]
    damaged = next(tmp_path.glob("plan-*.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    assert resume(tmp_path, HERE).done == 24  # the plan is made again from the design


@pytest.mark.parametrize(
    "study",
    [
        made(
            events={"shock": {"kind": "breach", "week": 3}}, off=["trust"], outcomes=["trust"], period=(2, 7)
        ),
        made(
            blend_toward="control", factors={"blend": {"low": 0.2, "high": 0.4}}, constraints=["blend > 0.21"]
        ),
        Design(rows=[{"gain": 0.7}, {"gain": 1.1, "consent": "opt_in"}], context=CONTEXT, snapshots=[0]),
        made(factors={"gain": {"low": 0.6, "high": 1.0, "scale": "triangular", "mode": 0.7}}),
    ],
)
def test_a_design_reads_itself_again(study: Design) -> None:
    again = Design.of(tomllib.loads(study.source), study.name)
    assert again.as_document() == study.as_document()
    assert expand(again).encode() == expand(study).encode()


def test_calibrated_ranges_keep_the_runs_of_their_study(tmp_path: Path) -> None:
    study = made(
        factors={"trust_speed": {}, "chilling": {}}, scenarios=["control"], method="sobol", samples=16
    )
    sweep(study, tmp_path / "study", HERE)
    posterior = calibrate(tmp_path / "study", [Target("trust", "control", 0.9, 1.0, 0.1)], keep=0.5)
    _, ranges = posterior.save(tmp_path / "found.toml", [])
    narrowed = Design.read(ranges)
    assert dict(narrowed.context) == CONTEXT
    assert (narrowed.scenarios, narrowed.seeds, narrowed.method) == (("control",), (1, 2), "sobol")


@pytest.mark.parametrize("seeds", [3, np.int64(3), range(1, 4), np.arange(1, 4), [1, np.int32(2), 3]])
def test_seeds_are_taken_in_every_reasonable_form(seeds: object) -> None:
    assert made(seeds=seeds).seeds == (1, 2, 3)
    assert all(type(seed) is int for seed in made(seeds=seeds).seeds)


def test_numbers_of_numpy_are_numbers() -> None:
    study = made(
        samples=np.int64(12),
        context=CONTEXT | {"residents": np.int32(100)},
        settings={"rent": np.float64(0.02)},
    )
    assert expand(study).keys == expand(made(settings={"rent": 0.02})).keys


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"scenarios": "control"}, "scenarios = 'control' must be a list of names"),
        ({"assumptions": ["central", "central"]}, "names one twice"),
        ({"seeds": [1, 2, 1]}, "names one twice"),
        ({"seeds": "3"}, "seeds = '3' must be a number of seeds or a list"),
        ({"seeds": 0}, "seeds = 0"),
        ({"seeds": [1.5]}, "seed = 1.5"),
        ({"factors": {"gian": {}}}, "did you mean 'gain'"),
        ({"factors": ["gain"]}, "factors must be Factors"),
        ({"factors": [Factor("gain", 0.7, 1.0), Factor("gain", 0.8, 1.0)]}, "varies gain twice"),
        ({"factors": ()}, "[vary] is empty"),
        ({"samples": 2.5}, "samples = 2.5"),
        ({"context": {"resident": 3}}, "did you mean 'residents'"),
        ({"outcomes": ["trsut"]}, "did you mean 'trust'"),
        ({"period": (5, 3)}, "last week"),
        ({"snapshots": [8]}, "snapshots = 8"),
    ],
)
def test_bad_arguments_are_refused_in_one_line(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as refused:
        made(**changes)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_misspelt_factor_is_refused_on_construction() -> None:
    with pytest.raises(InputError, match="did you mean 'gain'"):
        Factor("gian", 0.0, 1.0)


def test_what_is_kept_can_be_chosen(tmp_path: Path) -> None:
    sweep(design(), tmp_path / "all", HERE)
    sweep(design(run={"outcomes": ["calm", "trust"], "period": [3, 6]}), tmp_path / "some", HERE)
    whole, some = open_results(tmp_path / "all"), open_results(tmp_path / "some")
    assert some.plan.outcomes == ["calm", "trust"]
    assert np.array_equal(some.weekly("trust"), whole.weekly("trust")[:, 3:7])
    assert np.array_equal(some.outcome("trust", 7 / 52), whole.outcome("trust", 7 / 52))
    assert sorted(set(some.table(["trust"]).column("week").to_pylist())) == [3, 4, 5, 6]
    with pytest.raises(InputError, match="unknown outcome 'wellbeing'"):
        some.outcome("wellbeing")
    with pytest.raises(InputError, match="weeks 3 to 6 are kept"):
        some.outcome("trust", 8 / 52)
