"""Commands that are stopped."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys

import pytest

from tests.cli.called import run


def test_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("sim.cli.run.run", interrupted)
    assert run("run", "control") == 130


def test_control_c_stops_a_long_run() -> None:
    command = [sys.executable, "-m", "sim", "run", "control", "--weeks", "5200", "--seeds", "50"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(8)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_a_reader_who_leaves_is_not_told() -> None:
    command = f"{shlex.quote(sys.executable)} -m sim parameters --json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10
