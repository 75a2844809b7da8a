"""Commands that are stopped."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.cli.called import run


def test_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("sim.cli.run.run", interrupted)
    assert run("run", "control") == 130


def test_interrupted_while_a_library_makes_a_class(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python 3.11 makes another error of it."""

    class Stopping:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def imported(options: object) -> int:
        type("Made", (), {"stopping": Stopping()})
        return 0

    monkeypatch.setattr("sim.cli.run.run", imported)
    assert run("run", "control") == 130
    assert capsys.readouterr().err == "two-cities: interrupted\n"


def test_a_fault_of_the_program_is_no_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(options: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("sim.cli.run.run", faulty)
    with pytest.raises(ZeroDivisionError):
        run("run", "control")


TOLD = """
import sys
import sim.cli.run
from sim.cli.main import main

run = sim.cli.run.run

def told(options):
    print("begun", flush=True)
    return run(options)

sim.cli.run.run = told
sys.exit(main())
"""


def test_control_c_stops_a_long_run() -> None:
    command = [sys.executable, "-c", TOLD, "run", "control", "--weeks", "5200", "--seeds", "50"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        worked(psutil.Process(process.pid), 1.0)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=240)[1]
        assert process.returncode == 130
        assert "Traceback" not in said


def worked(process: psutil.Process, seconds: float) -> None:
    """Wait until ``process`` has used so many seconds of processor more."""
    until = process.cpu_times().user + seconds
    while process.cpu_times().user < until:
        time.sleep(0.05)


def test_a_reader_who_leaves_is_not_told() -> None:
    command = f"{shlex.quote(sys.executable)} -m sim parameters --json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10
