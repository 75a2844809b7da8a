"""A run that goes wrong is named with its reason; the rest of the study completes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.cli.main import main
from sim.studies import Design, Options, open_results, resume, sweep
from sim.studies.store import Store
from tests.faults.conftest import Count
from tests.faults.faulty_city import BIG, CRAWLS, DIES, HANGS, MEMORY_HUNGRY, RAISES
from tests.studies.small import design

MODEL = "tests.faults.faulty_city:FaultyCity"
GOOD = [1, 2, 3]


def study(*bad: int) -> Design:
    return design(design={"method": "grid"}, vary={}, run={"seeds": [*GOOD, *bad], "scenarios": ["control"]})


def reasons(folder: Path) -> dict[int, tuple[str, str | None]]:
    rows = open_results(folder).runs().to_pylist()
    return {row["seed"]: (row["status"], row["reason"]) for row in rows}


def check_good(folder: Path) -> None:
    assert all(reasons(folder)[seed] == ("done", None) for seed in GOOD)


def test_an_exception_is_named_with_its_place(tmp_path: Path, count: Count) -> None:
    outcome = sweep(study(RAISES, BIG), tmp_path, Options(workers=1, model=MODEL))
    assert len(outcome.failures) == 2
    check_good(tmp_path)
    status, reason = reasons(tmp_path)[RAISES]
    assert status == "failed"
    assert reason is not None
    assert reason.startswith("RuntimeError: the bridge is out (faulty_city.py, line ")
    assert reasons(tmp_path)[BIG] == ("failed", "ran out of memory")
    count("exception in a run", 2, "named with its reason and place, the rest done")


def test_a_hang_is_timed_out_in_this_process(tmp_path: Path, count: Count) -> None:
    outcome = sweep(study(HANGS, CRAWLS), tmp_path, Options(workers=1, model=MODEL, timeout=1.0))
    assert {failure.status for failure in outcome.failures} == {"timed out"}
    check_good(tmp_path)
    assert reasons(tmp_path)[HANGS] == ("timed out", "took longer than 1 s")
    assert reasons(tmp_path)[CRAWLS] == ("timed out", "took longer than 1 s")
    count("hanging and slow runs, in process", 2, "timed out, the rest done")


def test_a_memory_hungry_run_is_stopped_in_this_process(tmp_path: Path, count: Count) -> None:
    sweep(study(MEMORY_HUNGRY), tmp_path, Options(workers=1, model=MODEL, memory=200.0))
    check_good(tmp_path)
    assert reasons(tmp_path)[MEMORY_HUNGRY] == ("failed", "added more than 200 MB of memory")
    count("memory hog, in process", 1, "stopped and named, the rest done")


@pytest.mark.slow
def test_workers_survive_every_kind(tmp_path: Path, count: Count) -> None:
    bad = (RAISES, HANGS, MEMORY_HUNGRY, DIES, BIG)
    options = Options(workers=2, model=MODEL, timeout=20.0, memory=300.0)
    outcome = sweep(study(*bad), tmp_path, options)
    assert (outcome.done, len(outcome.failures), outcome.pending) == (3, 5, 0)
    check_good(tmp_path)
    found = reasons(tmp_path)
    assert found[HANGS] == ("timed out", "took longer than 20 s")
    assert found[MEMORY_HUNGRY] == ("failed", "added more than 300 MB of memory")
    assert "its process died" in str(found[DIES][1])
    assert str(found[RAISES][1]).startswith("RuntimeError")
    count("hang, hog, exception, crash in workers", 5, "each named, the rest done")


def test_failures_stay_until_asked_to_be_tried_again(tmp_path: Path) -> None:
    options = Options(workers=1, model=MODEL)
    sweep(study(RAISES), tmp_path, options)
    assert len(resume(tmp_path, options).failures) == 1
    before = Store(tmp_path).digest()
    assert len(resume(tmp_path, options._replace(retry_failed=True)).failures) == 1
    assert Store(tmp_path).digest() == before


def test_the_command_exits_with_one_and_names_the_run(
    tmp_path: Path, count: Count, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "study.toml"
    file.write_text(study(RAISES).source)
    words = ["--out", str(tmp_path / "out"), "--workers", "1", "--model", MODEL]
    assert main(["sweep", str(file), *words]) == 1
    captured = capsys.readouterr()
    said = captured.out + captured.err
    assert "failed: RuntimeError: the bridge is out" in said
    assert "3 of 4 runs done, 1 failed" in said
    assert "Traceback" not in said
    count("failing run, on the command line", 1, "exit status 1, one line")
