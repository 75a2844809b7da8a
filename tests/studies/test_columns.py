"""Every column that an analysis writes is explained, and the numbers of every table say of what they are."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from sim.cli.analyse import METHODS, _function
from sim.cli.main import main
from sim.studies import open_results, sweep
from sim.studies.analysis.columns import heading, legend, meaning, units
from sim.studies.analysis.outcome import by_point
from sim.studies.results import Results
from tests.studies.small import HERE, design

DESIGNS = {"sobol": "saltelli", "morris": "morris"}
VARIED = {"gain": {}, "surveillance": {"low": 0.1, "high": 0.9}}


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    """Return a study of each method of design that an analysis needs."""
    folder = tmp_path_factory.mktemp("studies")
    methods = {
        "saltelli": {"method": "saltelli", "samples": 4, "second_order": True},
        "morris": {"method": "morris", "samples": 4},
        "latin-hypercube": {"samples": 40},
    }
    for name, table in methods.items():
        small = {"seeds": 3, "residents": 40, "weeks": 4, "burn_in": 1}
        sweep(design(design=table, vary=VARIED, run=small), folder / name, HERE)
    return {name: open_results(folder / name) for name in methods}


@pytest.mark.parametrize("method", METHODS)
def test_every_column_is_explained(method: str, studies: dict[str, Results]) -> None:
    results = studies[DESIGNS.get(method, "latin-hypercube")]
    first, *_ = by_point(results, "wellbeing", None).values()
    own = {"above": float(np.median(first.mean))} if method == "prim" else {}
    tables = _function(method)(results, ("wellbeing",), None, **own).tables
    named = {"wellbeing", *results.plan.factors}
    silent = {
        (name, column)
        for name, table in tables.items()
        for column in table.column_names
        if not meaning(name, column)
    }
    assert {pair for pair in silent if pair[1] not in named} == set()


def test_pairs_of_factors_have_their_indices_where_the_design_was_made_for_them(
    studies: dict[str, Results],
) -> None:
    tables = _function("sobol")(studies["saltelli"], ("wellbeing",), None).tables
    rows = tables["sobol-pairs"].to_pylist()
    assert {(row["factor"], row["other"]) for row in rows} == {("gain", "surveillance")}
    assert [row["city"] for row in rows] == ["emancipatory", "control", "emancipatory minus control"]
    assert all(row["verdict"] in ("settled", "unsettled", "as a dummy") for row in rows)


def test_the_heading_says_of_what_runs_and_weeks(studies: dict[str, Results]) -> None:
    results = studies["latin-hypercube"]
    said = f"{results.folder}: 40 points x 2 scenarios x 1 set of assumptions x 3 seeds"
    assert heading(results, None) == f"{said}; means of the 4 weeks that end each run."
    assert heading(results, 5) == f"{said}; means of the 4 weeks that end year 5 (week 260)."
    assert heading(results, None, weekly=True) == f"{said}; single weeks."
    assert units(["wellbeing", "trust", "ties"]).startswith(
        "1 stands for 100 out of 100 in wellbeing, trust;"
    )
    assert legend("paired", ["low", "S1_conf", "q05", "gain"]) == [
        "low: from, of the 90 % interval over seeds",
        "S1_conf: how far the 95 % interval reaches either way",
        "q05: 5 % quantile over the runs",
    ]


def test_every_run_is_a_line_for_other_programs(
    studies: dict[str, Results], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = studies["latin-hypercube"]
    words = ["analyse", "runs", str(results.folder), "--outcome", "wellbeing", "--out", str(tmp_path)]
    assert main(words) == 0
    printed = capsys.readouterr().out
    assert "200 more rows in the files" in printed
    assert "status: done, failed, timed out, pending" in printed
    with (tmp_path / "runs.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 240
    assert [float(line["wellbeing"]) for line in lines] == results.outcome("wellbeing").tolist()
    assert {line["status"] for line in lines} == {"done"}
    assert pq.read_table(tmp_path / "runs.parquet").num_rows == 240
