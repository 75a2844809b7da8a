"""What the benchmark of batches runs is a study like any other."""

from __future__ import annotations

from pathlib import Path

from sim.studies import Options, sweep


def test_cities_that_are_over_at_once_are_runs_like_others(tmp_path: Path) -> None:
    from benchmarks.batch import study  # with Dask, which no other worker of the tests need load

    options = Options(workers=1, model="benchmarks.batch:InstantCity")
    outcome = sweep(study(3, weeks=2, residents=50, burn_in=0), tmp_path / "study", options)
    assert (outcome.done, list(outcome.failures)) == (3, [])
