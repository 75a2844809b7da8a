"""Copy the ready notebook to where you are, to be opened with Jupyter.

It runs the cities, moves levers, switches mechanisms off and draws what comes of it. A file that is there is never
written over.
"""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from sim.files.atomic import check_target, write_whole
from sim.files.errors import InputError, brief
from sim.files.resources import notebook_text

NAME = "two-cities.ipynb"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to copy it."""
    parser.add_argument("file", nargs="?", default=NAME, metavar="FILE", help=f"where to (default {NAME})")


def run(options: argparse.Namespace) -> int:
    """Copy the notebook and say how to open it."""
    path = Path(options.file)
    check_target(path, [".ipynb"])
    if path.exists():
        raise InputError(f"{brief(str(path))} is there already; give another name, or remove it first")
    write_whole(path, notebook_text())
    print(f"{path}: open it with: jupyter lab {shlex.quote(str(path))}")
    return 0
