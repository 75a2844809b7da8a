"""What the commands of a study say before and after it, and how they exit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.studies import Options, Shard, resume, sweep
from sim.studies import run as running
from sim.studies.estimate import best_workers, estimate, pace
from sim.studies.expansion import expand
from sim.studies.plan import Plan
from sim.studies.runner import Report, Task, run_task
from tests.studies.small import HERE, design


def test_an_incomplete_merge_exits_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], short_files: int
) -> None:
    study = design(run={"seeds": 3})
    for part in (1, 2):
        sweep(study, tmp_path / str(part), HERE._replace(shard=Shard(part, 2)))
    whole = str(tmp_path / "whole")
    assert main(["merge", str(tmp_path / "1"), "--out", whole]) == 1
    assert "8 pending" in capsys.readouterr().out
    assert main(["merge", str(tmp_path / "2"), "--out", whole]) == 0


def test_an_analysis_names_what_is_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], short_files: int
) -> None:
    sweep(design(run={"seeds": 3}), tmp_path, HERE)
    damaged, *_ = sorted((tmp_path / "runs").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:-9])
    assert main(["analyse", "fan", str(tmp_path), "--outcome", "trust", "--quiet"]) == 0
    assert f"note: {damaged}: damaged, its runs are left out as not done" in capsys.readouterr().err
    resume(tmp_path, HERE)
    assert main(["receipt", str(tmp_path)]) == 1
    assert "made of other results, some of them damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[design]\nmethod = "saltelli"\nsamples = 10\n[vary]\ngain = {}', "must be a power of two"),
        ('[design]\nmethod = "morris"\nlevels = 5\n[vary]\ngain = {}', "levels = 5 must be even"),
        (
            '[design]\nmethod = "grid"\n[vary]\n'
            + "\n".join(f"{name} = {{ levels = 990 }}" for name in ("gain", "chilling", "rent")),
            "a grid of 970299000 points (allowed: at most 2000000)",
        ),
        ('[design]\nmethod = "latin-hypercube"\nsamples = 8\n[vary]', "[vary] is empty"),
        ('[run]\nscenarios = ["contrl"]', "did you mean 'control'"),
        ('[run]\nassumptions = ["centrl"]', "did you mean 'central'"),
        ('[run]\ncity = "lodnon"', "did you mean 'london'"),
        ("[run]\nseeds = 100000\n[vary]\ngain = { levels = 1000 }", "100000000 runs (allowed: at most"),
        ('[run]\noff = ["trust"]\nhistory = 0', "burn_in = 0"),
    ],
)
def test_validate_refuses_what_sweep_refuses(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "design.toml"
    path.write_text(text)
    lines = []
    for words in (
        ["validate", str(path)],
        ["sweep", str(path), "--out", str(tmp_path / "out"), "--workers", "1"],
    ):
        assert main(words) == 2
        lines.append(capsys.readouterr().err)
    assert said in lines[0]
    assert lines[0] == lines[1]
    assert lines[0].count("\n") == 1


def test_validate_says_how_much_a_study_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = design(run={"weeks": 52, "seeds": 4})
    path = tmp_path / "design.toml"
    path.write_text(study.source)
    assert main(["validate", str(path)]) == 0
    said = capsys.readouterr().out
    assert "24 runs, of 3 points x 2 scenarios x 1 set of assumptions x 4 seeds" in said
    assert re.search(r"about \d+ \w+ on this machine \(1 at once\), about \d+ \w+ on disk", said)
    sweep(study, tmp_path / "out", HERE)
    written = sum(file.stat().st_size for file in (tmp_path / "out" / "runs").iterdir())
    assert estimate(expand(study)).bytes == pytest.approx(written, rel=0.4)


def test_small_studies_start_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    few, many = (
        estimate(expand(design(run={"seeds": n, "weeks": 260, "residents": 1000}))) for n in (2, 2000)
    )
    assert best_workers(few.seconds, few.runs) == 1
    assert best_workers(many.seconds, many.runs) == 8
    assert best_workers(1_000.0, 3) == 3
    assert best_workers(1_000.0, 3, most=2) == 2
    assert best_workers(1_000.0, 300, most=20) == 20


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return, run by run, on how many workers a study is lived: none is started."""
    asked: list[int] = []

    def reports(tasks: Sequence[Task], _: Path, __: Plan, options: Options) -> Iterator[Report]:
        asked.append(options.workers)
        yield from map(run_task, tasks)

    monkeypatch.setattr(running, "_reports", reports)
    return asked


def test_workers_asked_for_are_a_bound(
    started: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sweep(design(), tmp_path / "small", Options(workers=2, quiet=False))
    assert started == [1]
    said = capsys.readouterr().err
    assert "12 runs of about 1 s together run in this process: 2 workers would take longer to start." in said


def test_work_that_pays_for_workers_gets_those_asked_for(
    started: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.studies.estimate.STARTING", 0.0)
    sweep(design(), tmp_path, Options(workers=3))
    assert started == [3]


@pytest.mark.parametrize("limit", [{"timeout": 60.0}, {"memory": 900.0}])
def test_runs_under_limits_get_processes_of_their_own(
    limit: dict[str, float], started: list[int], tmp_path: Path
) -> None:
    sweep(design(), tmp_path, Options(workers=2, **limit))  # type: ignore[arg-type]
    assert started == [2]


def test_cities_of_ones_own_get_the_processes_asked_for(started: list[int], tmp_path: Path) -> None:
    sweep(design(), tmp_path, Options(workers=2, model="tests.faults.faulty_city:FaultyCity"))
    assert started == [2]


def test_a_burn_in_that_runs_share_is_counted_once() -> None:
    one = estimate(expand(design(run={"scenarios": ["control"], "burn_in": 500}, vary={})))
    two = estimate(expand(design(run={"scenarios": ["control", "emancipatory"], "burn_in": 500}, vary={})))
    assert two.runs == 2 * one.runs
    assert two.seconds < 1.6 * one.seconds


def test_the_machine_is_measured_once_for_all_files(tmp_path: Path) -> None:
    pace.cache_clear()
    paths = [tmp_path / f"{name}.toml" for name in ("one", "other")]
    for path in paths:
        path.write_text(design().source)
    assert main(["validate", *map(str, paths)]) == 0
    assert pace.cache_info()[:2] == (1, 1)  # found again, measured
