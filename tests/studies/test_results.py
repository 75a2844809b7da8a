from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.studies import open_results, sweep
from sim.studies.results import Results
from tests.studies.small import HERE, design


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("results")
    sweep(design(), folder, HERE)
    return open_results(folder)


def test_tables_come_in_the_form_asked_for(results: Results) -> None:
    import polars as pl

    arrow = results.table(["trust"])
    assert isinstance(arrow, pa.Table)
    assert arrow.num_rows == 12 * 8
    assert arrow.column_names[-2:] == ["week", "trust"]
    pandas, polars = results.table(["trust"], "pandas"), results.table(["trust"], "polars")
    assert isinstance(pandas, pd.DataFrame)
    assert isinstance(polars, pl.DataFrame)
    assert pandas["trust"].tolist() == polars["trust"].to_list() == arrow.column("trust").to_pylist()


def test_all_outcomes_are_there_by_default(results: Results) -> None:
    assert results.table().column_names[-len(OUTCOMES) :] == list(OUTCOMES)


def test_an_outcome_is_the_mean_of_four_weeks(results: Results) -> None:
    weekly = results.weekly("trust")
    assert weekly.shape == (12, 8)
    assert np.array_equal(results.outcome("trust"), weekly[:, 4:].mean(axis=1))


def test_rows_line_up_with_the_plan(results: Results) -> None:
    frame = results.table(["trust"], "pandas")
    first = frame[frame.week == 0].sort_values("row")
    assert np.array_equal(first["trust"], results.weekly("trust")[:, 0])


def test_duckdb_reads_the_files_as_they_are(results: Results) -> None:
    import duckdb

    query = f"select count(*), count(distinct run) from '{results.folder}/runs/*.parquet'"
    found = duckdb.sql(query).fetchall()
    assert found == [(96, 12)]


def test_what_is_asked_for_must_exist(results: Results) -> None:
    with pytest.raises(InputError, match="did you mean 'trust'"):
        results.weekly("trsut")
    with pytest.raises(InputError, match="not reached"):
        results.outcome("trust", 5)
    with pytest.raises(InputError, match="form"):
        results.runs("excel")  # type: ignore[arg-type]


def test_statuses_are_told(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    assert set(open_results(tmp_path).runs().column("status").to_pylist()) == {"done"}
    next((tmp_path / "runs").iterdir()).unlink()
    assert set(open_results(tmp_path).runs().column("status").to_pylist()) == {"pending"}
    assert np.isnan(open_results(tmp_path).outcome("trust")).all()
    assert open_results(tmp_path).table(["trust"]).num_rows == 0
