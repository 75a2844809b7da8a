"""What has no number: undefined, failed and still to be run are three things; and what is compared with what."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from sim.answers.study import explain_study
from sim.files.errors import InputError
from sim.studies import open_results, sweep
from sim.studies.analysis.convergence import dummy_indices
from sim.studies.analysis.fan import fan
from sim.studies.analysis.outcome import WITHOUT, by_point
from sim.studies.analysis.robustness import robust
from tests.studies.small import HERE, design
from tests.studies.test_analysis import swept


def test_a_fan_tells_failed_undefined_and_pending_apart(tmp_path: Path) -> None:
    """A run that has ended is none of the three."""
    results = swept(tmp_path, vary={"weeks": {"values": [6, 8]}})
    table = results.runs()
    states = ["failed", "pending", "timed out", *["done"] * (table.num_rows - 3)]
    changed = table.drop_columns("status").append_column("status", pa.array(states))
    results.runs = lambda form="arrow": changed  # type: ignore[method-assign]
    weekly = results.weekly("trust")
    weekly[:3] = weekly[3, 0] = np.nan
    results.weekly = lambda name: weekly  # type: ignore[method-assign]
    found = fan(results, ["trust"])
    rows = found.tables["fan"].to_pylist()

    def totals(week: int) -> list[int]:
        return [sum(row[name] for row in rows if row["week"] == week) for name in ("runs", *WITHOUT)]

    longer = results.plan.each("weeks") == 8
    assert totals(0) == [table.num_rows - 4, 1, 2, 1]
    assert totals(1) == [table.num_rows - 3, 0, 2, 1]
    assert totals(7) == [longer[3:].sum(), 0, longer[[0, 2]].sum(), longer[1]]
    assert 0 < longer.sum() < len(longer)


def test_a_fan_names_the_weeks_that_are_kept(tmp_path: Path) -> None:
    results = swept(tmp_path, run={"period": [3, 6]})
    rows = fan(results, ["trust"]).tables["fan"].to_pylist()
    assert sorted({row["week"] for row in rows}) == [3, 4, 5, 6]
    with pytest.raises(InputError, match=r"year = 1 is not reached \(weeks 3 to 6 are kept\)"):
        fan(results, ["trust"], 1)


def test_no_run_done_says_what_there_is_to_do(tmp_path: Path) -> None:
    results = swept(tmp_path)
    for status, said in (("pending", "no run is done yet; `two-cities resume"), ("failed", "--retry-failed")):
        stands = results.runs().drop_columns("status").append_column("status", pa.array([status] * 12))
        results.runs = lambda form="arrow", table=stands: table  # type: ignore[method-assign]
        with pytest.raises(InputError, match=said):
            fan(results, ["trust"])
        with pytest.raises(InputError, match=said):
            explain_study(results, ["trust"])


def test_differences_are_within_a_set_of_assumptions(tmp_path: Path) -> None:
    results = swept(tmp_path, run={"assumptions": ["central", "sceptic"]})
    assert [name for name in by_point(results, "trust", None) if " minus " in name] == [
        f"emancipatory, {one} minus control, {one}" for one in ("central", "sceptic")
    ]
    alone = tmp_path / "alone"
    study = design(run={"assumptions": ["central", "sceptic"], "scenarios": ["control"]})
    sweep(study, alone, HERE)
    assert list(by_point(open_results(alone), "trust", None))[2:] == [
        "control, central minus control, sceptic"
    ]


def test_regret_is_within_a_set_of_assumptions(tmp_path: Path) -> None:
    """What is regretted is a scenario: nobody chooses under which assumptions the world is."""
    results = swept(tmp_path, run={"assumptions": ["central", "sceptic"]})
    rows = robust(results, ["wellbeing"]).tables["robust"].to_pylist()
    table = results.plan.table.to_pandas().assign(value=results.outcome("wellbeing"))
    states = table.groupby(["assumptions", "point", "scenario"]).value.mean().unstack()
    regret = states.max(axis=1).to_numpy()[:, None] - states
    assert {row["scenario"]: row["most_regret"] for row in rows} == pytest.approx(regret.max().to_dict())
    assert {row["states"] for row in rows} == {6}


def test_what_a_dummy_gets_does_not_depend_on_where_zero_is() -> None:
    """Outcomes whose spread is small beside their mean: the estimators must not lose it."""
    outcome = np.random.default_rng(3).normal(0.0, 1.0, 5 * 64)
    near, far = dummy_indices(outcome, 5), dummy_indices(1e6 + outcome, 5)
    assert near == pytest.approx(far, rel=1e-6, abs=1e-6)
    assert abs(near["ST"]) + near["ST_conf"] < 1.0
