"""SIGKILL at random moments: after `resume` nothing is lost, nothing doubled, and every bit is the same."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from sim.studies import open_results, sweep
from sim.studies.plan import has_plan
from sim.studies.store import Store
from tests.faults.conftest import Count
from tests.faults.driver import finish, start, workers_of, write_design
from tests.studies.small import HERE, files

Strike = Callable[[subprocess.Popen[str], random.Random], bool]


def kill_worker(process: subprocess.Popen[str], luck: random.Random) -> bool:
    """Kill one worker; the driver lives on."""
    workers = workers_of(process)
    if not workers:
        return False
    try:
        luck.choice(workers).kill()
    except psutil.Error:
        return False
    return True


def kill_driver(process: subprocess.Popen[str], luck: random.Random) -> bool:
    """Kill the driver alone; its workers notice by themselves."""
    if process.poll() is not None:
        return False
    process.kill()
    return True


def kill_group(process: subprocess.Popen[str], luck: random.Random) -> bool:
    """Kill the driver and all its workers at once."""
    if process.poll() is not None:
        return False
    os.killpg(process.pid, signal.SIGKILL)
    return True


def processes(workers: int) -> tuple[str, ...]:
    """Return the words that start so many processes: under a limit given, even for work that is not worth them."""
    return ("--workers", str(workers), "--timeout", "600")


STRIKES: dict[str, Strike] = {"worker": kill_worker, "driver": kill_driver, "group": kill_group}


def strike(out: Path, design: Path, workers: int, kind: str, times: int, luck: random.Random) -> int:
    """Sweep ``design`` into ``out``, striking ``times`` times; return how often it ended before.

    A single strike waits until something is kept and something is not; others come at any moment.
    """
    hits = completed = 0
    while hits < times:
        process = start("sweep", design, "--out", out, *processes(workers), "--quiet", "--wait")
        try:
            while process.poll() is None and not has_plan(out):
                time.sleep(0.02)
            while times == 1 and process.poll() is None and not list(out.glob("runs/*.parquet")):
                time.sleep(0.02)
            while process.poll() is None and hits < times:
                time.sleep(0.0 if times == 1 else luck.uniform(0.0, 4.0))
                hits += STRIKES[kind](process, luck)
            process.wait(300)
        finally:
            for left in workers_of(process):
                left.kill()
            process.kill()
            process.communicate()
        if process.returncode == 0 and hits < times:  # the study is over: let there be something to do again
            completed += 1
            for path in (out / "runs").glob("*.parquet"):
                path.unlink()
    return completed


@pytest.mark.parametrize(
    ("kind", "workers", "times"),
    [
        pytest.param("driver", 1, 1),
        pytest.param("group", 2, 1, marks=pytest.mark.slow),
        pytest.param("worker", 2, 40, marks=pytest.mark.slow),
        pytest.param("driver", 1, 20, marks=pytest.mark.slow),
        pytest.param("driver", 2, 20, marks=pytest.mark.slow),
        pytest.param("group", 2, 25, marks=pytest.mark.slow),
    ],
)
def test_nothing_is_lost_or_doubled(
    kind: str, workers: int, times: int, tmp_path: Path, count: Count
) -> None:
    design = write_design(tmp_path / "study.toml", seeds=100 if times > 2 else 20)
    sweep(design, tmp_path / "whole", HERE)
    out = tmp_path / "killed"
    strike(out, design, workers, kind, times, random.Random(f"{kind}{workers}{times}"))
    status, said = finish("resume", out, *processes(workers), "--wait")
    assert status == 0, said
    runs = open_results(out).runs()
    written = [key for keys in Store(out).contents().files.values() for key in keys]
    lost = runs.column("status").to_pylist().count("pending")
    doubled = len(written) - len(set(written))
    assert (lost, doubled) == (0, 0)
    assert Store(out).digest() == Store(tmp_path / "whole").digest()
    assert files(out) == files(tmp_path / "whole")
    count(
        f"SIGKILL of {kind}, {workers} process(es)", times, "0 lost, 0 doubled, same bytes as uninterrupted"
    )


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_keeps_what_is_lived(workers: int, tmp_path: Path, count: Count) -> None:
    design = write_design(tmp_path / "study.toml", seeds=67)
    out = tmp_path / "stopped"
    process = start("sweep", design, "--out", out, *processes(workers))
    until = time.monotonic() + 120
    while not list(out.glob("runs/*.parquet")) and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "resume" in said
    assert "Traceback" not in said
    kept = len(Store(out).contents().done)
    assert 0 < kept < 402
    assert not list(out.glob("**/.tmp-*"))
    status, _ = finish("resume", out, "--workers", "1", "--quiet")
    assert status == 0
    sweep(design, tmp_path / "whole", HERE)
    assert files(out) == files(tmp_path / "whole")
    count(f"Ctrl-C, {workers} process(es)", 1, "exit status 130, runs kept, resumed to the same bytes")
