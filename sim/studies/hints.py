"""The command lines that messages about a study name: whole, so that they work as they are printed."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from sim.runs.spec import STANDARD_MODEL

if TYPE_CHECKING:
    from pathlib import Path

    from sim.studies.results import Results


def to_resume(results: Results, *options: str) -> str:
    """Return the command that goes on with a study, with the ``options`` and the class of cities it was planned for."""
    return resuming(results.folder, str(results.plan.study["model"]), *options)


def resuming(folder: str | Path, model: str = "", *options: str) -> str:
    """Return the command that goes on with the study in ``folder``, of cities of the class ``model``."""
    own = ("--model", model) if model not in ("", STANDARD_MODEL) else ()
    return command("resume", str(folder), *options, *own)


def command(*words: str) -> str:
    """Return a command line of this program, quoted for a shell, between backticks."""
    return f"`{shlex.join(['two-cities', *words])}`"
