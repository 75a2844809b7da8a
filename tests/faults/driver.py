"""Drivers in processes of their own, so that they can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil

from tests.studies.small import design

ROOT = Path(__file__).parents[2]
COMMAND = "import sys; from sim.cli.main import main; sys.exit(main())"


def write_design(path: Path, seeds: int, weeks: int = 40) -> Path:
    """Write a study of 6 runs a seed as a design file, and return its path."""
    study = design(run={"seeds": seeds, "weeks": weeks})
    path.write_text(study.source)
    return path


def start(*words: str | Path) -> subprocess.Popen[str]:
    """Start `two-cities` with ``words`` at the head of a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*words: str | Path, seconds: float = 300) -> tuple[int, str]:
    """Run `two-cities` to its end; return its exit status and what it said."""
    process = start(*words)
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out + err


def workers_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return the worker processes of a driver that are alive."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
        return [child for child in children if "spawn_main" in " ".join(child.cmdline())]
    except psutil.Error:
        return []
