"""The command lines that messages about a study name: whole, so that they work as they are printed."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any, Protocol

from sim.runs.spec import STANDARD_MODEL

SEARCH, ROUNDS, PACKAGE = "search.toml", "smc.toml", "reproduce.py"
"""A file by which a folder is known: of a search, of a calibration in rounds, of a package that is unpacked."""


class Planned(Protocol):
    """A folder with the plan of its study, as results have both."""

    folder: Path
    plan: Any


def to_resume(results: Planned, *options: str) -> str:
    """Return the command that goes on with a study, with the ``options`` and the class of cities it was planned for."""
    return resuming(results.folder, str(results.plan.study["model"]), *options)


def resuming(folder: str | Path, model: str = "", *options: str) -> str:
    """Return the command that goes on with the study in ``folder``, of cities of the class ``model``."""
    own = ("--model", model) if model not in ("", STANDARD_MODEL) else ()
    return command("resume", str(folder), *options, *own)


def command(*words: str) -> str:
    """Return a command line of this program, quoted for a shell, between backticks."""
    return f"`{shlex.join(['two-cities', *words])}`"


def no_plan(folder: Path) -> str:
    """Return in one line that ``folder`` holds no study, what it holds instead, and what to do."""
    if not folder.is_dir():
        found = "is a file" if folder.exists() else "is no folder"
        return f"{folder}: {found}; {command('sweep', 'DESIGN', '--out', 'DIR')} makes that of a study"
    if (folder / SEARCH).is_file():
        return f"{folder}: holds a search, not one study; {_parts(folder, 'generation-*')}"
    if (folder / ROUNDS).is_file():
        return f"{folder}: holds a calibration in rounds, not one study; {_parts(folder, 'points/*')}"
    if (folder / PACKAGE).is_file():
        return f"{folder}: holds a package; the study that it came with is {folder / 'study'}"
    if any(folder.glob("*-receipt.json")) or (folder / "ro-crate-metadata.json").is_file():
        return f"{folder}: holds what was made of a study, which is {folder.parent}"
    empty = "holds no plan of runs" if any(folder.iterdir()) else "is empty, it holds no plan of runs"
    return f"{folder}: {empty}; begin with {command('sweep', 'DESIGN', '--out', str(folder))}"


def _parts(folder: Path, pattern: str) -> str:
    """Return in words where the studies lie that ``folder`` is made of, and where its tables are."""
    there = sorted(path for path in folder.glob(pattern) if path.is_dir())
    studies = f"it is made of {len(there)}, the last of them {there[-1]}" if there else "it has not begun"
    tables = f"; its tables are in {folder / 'analysis'}" if (folder / "analysis").is_dir() else ""
    return studies + tables
