"""A copy of the package that a test may change, and programs run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sim.files.resources import PACKAGE

ROOT = PACKAGE.parent


def copy_package(folder: Path) -> Path:
    """Copy the package and its data into ``folder`` and return it."""
    shutil.copytree(PACKAGE, folder / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    return folder


def run_in(copy: Path, program: str) -> str:
    """Run ``program`` with the copied package and return what it prints."""
    environment = os.environ | {"PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(copy / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=copy, capture_output=True, text=True
    )
    assert not done.returncode, done.stderr
    return done.stdout.strip()
