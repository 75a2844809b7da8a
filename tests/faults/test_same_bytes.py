"""However the work is dealt out, the bytes of the results are the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sim.studies import Options, Shard, merge, sweep
from sim.studies import run as running
from sim.studies.runner import Task, run_task
from sim.studies.store import Store
from tests.faults.conftest import Count
from tests.studies.small import HERE, design, files


def _processes(count: int) -> Options:
    """Return what starts ``count`` processes: under a limit given, even work that is not worth them."""
    return Options(workers=count, timeout=600.0)


def test_two_processes_give_what_one_gives(tmp_path: Path, count: Count) -> None:
    study = design(run={"seeds": 18})  # 108 runs, two files
    sweep(study, tmp_path / "one", HERE)
    sweep(study, tmp_path / "two", _processes(2))
    assert files(tmp_path / "two") == files(tmp_path / "one")
    count("1 and 2 processes, serial and Dask", 1, "same bytes")


@pytest.mark.slow
def test_four_processes_and_shards_give_what_one_gives(tmp_path: Path, count: Count) -> None:
    study = design(run={"seeds": 100})
    sweep(study, tmp_path / "one", HERE)
    sweep(study, tmp_path / "four", _processes(4))
    assert files(tmp_path / "four") == files(tmp_path / "one")
    parts = [tmp_path / f"part-{i}" for i in (1, 2)]
    for i, part in enumerate(parts, start=1):
        sweep(study, part, _processes(2)._replace(shard=Shard(i, 2)))
    merge(parts, tmp_path / "merged")
    assert files(tmp_path / "merged") == files(tmp_path / "one")
    count("4 processes; 2 shards of 2 processes", 2, "same bytes")


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_runs_does_not_matter(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    study = design(run={"seeds": 2})
    sweep(study, tmp_path / "ordered", HERE)

    def shuffled(task: Task) -> object:
        rows = list(task.rows)
        random.Random(seed).shuffle(rows)
        return run_task(task._replace(rows=rows))

    monkeypatch.setattr(running, "run_task", shuffled)
    sweep(study, tmp_path / "shuffled", HERE)
    assert Store(tmp_path / "shuffled").digest() == Store(tmp_path / "ordered").digest()
    assert files(tmp_path / "shuffled") == files(tmp_path / "ordered")
    count("shuffled order of runs", 1, "same bytes")
