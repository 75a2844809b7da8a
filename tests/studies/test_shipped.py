"""The shipped scenarios of a study: which of its points they are, and what those run beside it come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.scenario.scenario import list_assumption_sets, list_scenarios, load_scenario
from sim.studies import open_results, shipped, sweep
from sim.studies.analysis.outcome import cells_of
from sim.studies.expansion import expand
from sim.studies.shipped import SEEDS, Beside, held
from tests.studies.small import HERE, design

OPENNESS = float(load_scenario("control").levers["openness"])
RUN = {"weeks": 60, "residents": 60}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"vary": {}}, {"emancipatory", "control"}),
        (
            {"vary": {"openness": {"values": [OPENNESS, OPENNESS + 0.01]}}, "design": {"method": "grid"}},
            {"control"},
        ),
        (
            {"vary": {"blend": {"values": [0.0, 0.5, 1.0]}}, "design": {"method": "grid"}}
            | {"run": {"scenarios": ["emancipatory"], "blend_toward": "platform-city"}},
            {"emancipatory", "platform-city"},
        ),
        ({"vary": {}, "set": {"openness": 0.123}}, set()),
        ({"vary": {}, "run": {"off": ["mobilisation"]}}, set()),
        ({"vary": {"gain": {}}}, set()),
    ],
)
def test_a_point_is_a_shipped_scenario_where_it_is_so_whole(changes: dict[str, Any], found: set[str]) -> None:
    if "method" in changes.get("design", {}):
        changes = changes | {"design": {"method": "grid", "samples": 1}}
    assert {one.name for one in held([expand(design(**changes))])} == found


def test_what_is_run_beside_a_study_is_what_the_study_would_have_run(tmp_path: Path) -> None:
    run = {**RUN, "scenarios": list_scenarios()[:2], "assumptions": list_assumption_sets()[:2], "seeds": 2}
    sweep(design(vary={}, run=run), tmp_path, HERE)
    whole = open_results(tmp_path)
    factors = {"openness": {}, "gain": {}}
    beside = Beside(expand(design(vary=factors, run=run)), list_scenarios()[:2])
    assert (beside.pending, beside.seeds, beside.means("trust", None)) == (True, 2, {})
    beside.run()
    assert not beside.pending
    for year in (None, 1):
        own = {name: float(cells.mean[0]) for name, cells in cells_of(whole, "trust", year).items()}
        assert {", ".join(key): value for key, value in beside.means("trust", year).items()} == pytest.approx(
            own
        )


def test_fewer_seeds_are_run_beside_a_study_where_there_is_less_time(monkeypatch: pytest.MonkeyPatch) -> None:
    study = expand(design(vary={}, run={"seeds": 9}))
    counts = []
    for seconds in (10.0, 0.1, 0.0):
        monkeypatch.setattr(shipped, "MOST_SECONDS", seconds)
        counts.append(Beside(study, ["commons-city"]).seeds)
    assert counts == [SEEDS, 1, 0]


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({"weeks": 51}, []),
        ({"weeks": 104}, [1]),
        ({"weeks": 110}, [1, 2]),
        ({"weeks": 160, "period": [52, 159]}, [2, 3]),
        ({"weeks": 160, "period": [0, 103]}, [1]),
    ],
)
def test_the_years_of_a_study_are_those_kept_of_every_run(changes: dict[str, Any], years: list[int]) -> None:
    plan = expand(design(vary={}, run=changes))
    assert plan.years == years
    assert np.all(plan.each("weeks") == changes["weeks"])


def test_of_runs_of_several_lengths_the_years_of_the_shortest_are_kept() -> None:
    plan = expand(design(vary={"weeks": {"values": [104, 208]}}, design={"method": "grid", "samples": 1}))
    assert plan.years == [1, 2]
