"""Where the shipped data lie, and where what can be made again is kept."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from sim.files.errors import InputError

PROGRAM = "two-cities"
NOWHERE = Path(os.devnull)
"""Where a user without a home folder keeps files: every attempt to write there is refused."""
PACKAGE = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """Return the folder of scenarios, assumptions, cities and experiments, of a wheel or of a checkout."""
    for folder in (PACKAGE / "_scenarios", PACKAGE.parent / "scenarios"):
        if folder.is_dir():
            return folder
    raise InputError(f"no data folder beside {PACKAGE}; reinstall the package")


def notebook_text() -> str:
    """Return the ready notebook, of a wheel or of a checkout."""
    for folder in (PACKAGE / "_examples", PACKAGE.parent / "examples"):
        if (path := folder / "two-cities.ipynb").is_file():
            return path.read_text(encoding="utf-8")
    raise InputError(f"no notebook beside {PACKAGE}; reinstall the package")


def cache_folder() -> Path:
    """Return the folder for what can be made again: the system's own, under XDG_CACHE_HOME where that is set."""
    if not os.environ.get("XDG_CACHE_HOME"):
        try:
            Path.home()
        except RuntimeError:  # an account of no name, as in containers
            return NOWHERE
    return platformdirs.user_cache_path(PROGRAM, appauthor=False)
